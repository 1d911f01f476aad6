#pragma once

#include <QStringList>
#include <QTest>

class QWidget;

namespace mooring::test {

/// Goes through everything that is to be seen of a shown window and names what is wrong, one line each: text that is cut (unless it
/// is elided and the whole is the tool tip), something that takes the focus and has no name for a reader, and a second filled
/// button. Empty: good. Layouts must have been done: show the widget first.
QStringList walkUi(QWidget *root);

/// The same once layouts and background reads have come to rest: what is wrong for three seconds is wrong.
inline QStringList walkSettledUi(QWidget *root)
{
    QStringList found;
    (void)QTest::qWaitFor([&] { return (found = walkUi(root)).isEmpty(); }, 3000);
    return found;
}

} // namespace mooring::test

/// Fails with all that the walker found.
#define MOORING_WALK(widget)                                                                                           \
    do {                                                                                                               \
        const QStringList walked = mooring::test::walkSettledUi(widget);                                                \
        QVERIFY2(walked.isEmpty(), qPrintable(walked.join(u'\n')));                                                      \
    } while (false)
