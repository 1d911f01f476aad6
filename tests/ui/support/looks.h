#pragma once

#include "tests/ui/support/windowbench.h"

#include <QSize>
#include <QStringList>

namespace mooring::test {

/// A window looked at in both languages, light and dark, at 1366 x 768, 1024 x 640 and 683 x 384: nothing is cut,
/// nothing without a name, nothing forces the window to be larger. With MOORING_RENDERS=<folder> the pictures are kept
/// there.
class Looks
{
public:
    /// The rows, in a _data function.
    static void addRows();
    /// Every size, language and ground, but not each with each: for what takes its time.
    static void addFewRows();
    /// Gives the bench what the current row says; before it is opened.
    explicit Looks(WindowBench &bench);

    void look(const QString &name);
    /// What was wrong so far, one line each with the name; empty: good.
    QString wrong() const;

private:
    WindowBench &m_bench;
    QSize m_size;
    QStringList m_wrong;
};

} // namespace mooring::test
