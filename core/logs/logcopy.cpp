#include "core/logs/logcopy.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 blockSize = 4 * 1024 * 1024;

QString text(const char *source) { return QCoreApplication::translate("mooring::LogCopy", source); }

Error tooLarge(qint64 bytes, qint64 limit)
{
    return Error::failed(u"log.copyTooLarge"_s, text("The selection has %1, more than the %2 that can be copied.")
                                                    .arg(humanSize(bytes), humanSize(limit)))
        .withFix(text("Save the selection to a file instead."));
}

Error writeError(const QSaveFile &file)
{
    return Error::failed(u"log.saveFailed"_s, text("%1 cannot be written.").arg(file.fileName()))
        .withCause(file.errorString());
}

/// The line's true characters, all of them.
QString wholeText(const LogContent &content, const RawLine &line)
{
    if (line.tail.isEmpty())
        return decodeAnsi(decodeText(line.head, content.encoding()), Marks::AsIs).text;
    // Over the layout limit a decoded line would be cut: only a line without controls can be copied beyond it.
    const QByteArray bytes = content.file->read(line.offset, line.length);
    if (!bytes.contains('\r') && !bytes.contains('\x1b') && !bytes.contains('\b'))
        return decodeText(bytes, content.encoding());
    return decodeLine(line, content.encoding()).text;
}

} // namespace

Result<QString> copyText(const LogContent &content, LogPosition from, LogPosition to, qint64 limit)
{
    if (to < from)
        std::swap(from, to);
    const qint64 bytes = offsetOfLine(content, to.line + 1) - offsetOfLine(content, from.line);
    const bool within = from.line == to.line && to.column <= layoutLimit; // a piece of one line, however long that is
    if (bytes > limit && !within)
        return tooLarge(bytes, limit);
    QString all;
    constexpr int step = 1024;
    for (qint64 number = from.line; number <= to.line;) {
        const auto lines = readLines(content, number, int(std::min<qint64>(step, to.line - number + 1)));
        if (lines.empty())
            break;
        for (const RawLine &line : lines) {
            QString part = within ? decodeAnsi(decodeText(line.head, content.encoding()), Marks::AsIs).text
                                  : wholeText(content, line);
            if (within && !line.tail.isEmpty())
                part = decodeLine(line, content.encoding()).text;
            if (line.number == to.line && to.column < layoutLimit)
                part.truncate(to.column);
            if (line.number == from.line)
                part.remove(0, from.column);
            all += part;
            if (line.number < to.line)
                all += u'\n';
        }
        number += qint64(lines.size());
    }
    return all;
}

Result<QString> copyRaw(const LogContent &content, qint64 first, qint64 last, qint64 limit)
{
    const qint64 from = offsetOfLine(content, first);
    const qint64 to = offsetOfLine(content, last + 1);
    if (to - from > limit)
        return tooLarge(to - from, limit);
    return decodeText(content.file->read(from, to - from), content.encoding());
}

Result<qint64> saveBytes(const LogContent &content, qint64 from, qint64 to, const QString &destination,
                         const CancelToken &cancel)
{
    if (QFileInfo(destination).canonicalFilePath() == QFileInfo(content.file->path()).canonicalFilePath() &&
        QFileInfo::exists(destination))
        return Error::usage(u"log.saveOntoItself"_s, text("%1 is the log itself.").arg(destination))
            .withFix(text("Choose another name."));
    QSaveFile file(destination);
    if (!file.open(QIODevice::WriteOnly))
        return writeError(file);
    QByteArray block;
    for (qint64 offset = from; offset < to; offset += block.size()) {
        if (cancel.isCanceled())
            return Error::canceled(); // the temporary file goes with QSaveFile
        block = content.file->read(offset, std::min(blockSize, to - offset));
        if (block.isEmpty())
            return Error::failed(u"log.saveShort"_s,
                                 text("The log ended at byte %1 while it was saved; nothing was written.").arg(offset));
        if (file.write(block) != block.size())
            return writeError(file);
    }
    if (!file.commit())
        return writeError(file);
    return to - from;
}

} // namespace mooring
