#pragma once

#include <QStringList>

class QWidget;

namespace mooring::test {

/// Goes through everything that is to be seen of a shown window and names what is wrong, one line each: text that is cut (unless it
/// is elided and the whole is the tool tip), something that takes the focus and has no name for a reader, and a second filled
/// button. Empty: good. Layouts must have been done: show the widget first.
QStringList walkUi(QWidget *root);

} // namespace mooring::test

/// Fails with all that the walker found.
#define MOORING_WALK(widget)                                                                                           \
    do {                                                                                                               \
        const QStringList walked = mooring::test::walkUi(widget);                                                       \
        QVERIFY2(walked.isEmpty(), qPrintable(walked.join(u'\n')));                                                      \
    } while (false)
