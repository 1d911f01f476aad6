#pragma once

#include <QByteArrayView>
#include <QString>

namespace mooring {

/// What the first bytes of a log say. Without a byte order mark it is UTF-8; bytes that are not are shown as U+FFFD.
enum class LogEncoding { Utf8, Utf16Le, Utf16Be };

LogEncoding detectEncoding(QByteArrayView head);
/// "UTF-8", "UTF-16 LE": a name, not translated.
QString encodingName(LogEncoding encoding);
QString decodeText(QByteArrayView bytes, LogEncoding encoding);
QByteArray encodeText(QStringView text, LogEncoding encoding);
/// Bytes of one code unit.
int unitSize(LogEncoding encoding);

/// A line end inside a block: `[begin, end)` in bytes of the block; begin is -1 when there is none.
struct Newline
{
    qsizetype begin = -1;
    qsizetype end = -1;
};
/// The first line end at or after `from`. `offset` is where the block lies in the file (UTF-16 must be aligned).
Newline nextNewline(QByteArrayView block, qsizetype from, qint64 offset, LogEncoding encoding);

} // namespace mooring
