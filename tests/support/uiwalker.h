#pragma once

#include <QStringList>
#include <QTest>

#include <utility>

class QWidget;

namespace mooring::test {

/// Goes through everything that is to be seen of a shown window and names what is wrong, one line each: text that is
/// cut (unless it is elided and the whole is the tool tip), something that takes the focus and has no name for a
/// reader, and a second filled button. Empty: good. Layouts must have been done: show the widget first.
QStringList walkUi(QWidget *root);

/// The same once layouts have come to rest: when two looks in a row agree, what they saw is the answer, good or bad.
inline QStringList walkSettledUi(QWidget *root)
{
    QStringList before, found = walkUi(root);
    for (int look = 0; look < 20; ++look) {
        before = std::exchange(found, QStringList());
        QTest::qWait(50);
        found = walkUi(root);
        if (found == before)
            break;
    }
    return found;
}

} // namespace mooring::test

/// Fails with all that the walker found.
#define MOORING_WALK(widget)                                                                                           \
    do {                                                                                                               \
        const QStringList walked = mooring::test::walkSettledUi(widget);                                               \
        QVERIFY2(walked.isEmpty(), qPrintable(walked.join(u'\n')));                                                    \
    } while (false)
