#pragma once

#include <QByteArray>

namespace mooring::test {

/// A shell script that prints lines which are no text, one each 20 ms.
inline QByteArray printOddLines(int lines)
{
    return "i=0\nwhile [ $i -lt " + QByteArray::number(lines) +
           " ]; do i=$((i + 1)); printf 'line %s \\377\\000\\n' $i; sleep 0.02; done\necho end\n";
}

/// What it has printed at its end, byte for byte.
inline QByteArray oddLines(int lines)
{
    QByteArray log;
    for (int i = 1; i <= lines; ++i)
        log += "line " + QByteArray::number(i) + QByteArray(" \xff\0\n", 4);
    return log + "end\n";
}

} // namespace mooring::test
