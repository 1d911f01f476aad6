#include "core/runs/spoolanswer.h"

#include <QList>

namespace mooring {

namespace {

/// "file SIZE START LENGTH NAME"; false for anything else.
bool parseHead(const QByteArray &line, SpoolAnswer::File &file, qint64 &length)
{
    const QList<QByteArray> words = line.split(' ');
    if (words.size() < 5 || words[0] != "file")
        return false;
    bool ok[3] = {};
    file.size = words[1].toLongLong(&ok[0]);
    file.start = words[2].toLongLong(&ok[1]);
    length = words[3].toLongLong(&ok[2]);
    file.name = words.mid(4).join(' ');
    return ok[0] && ok[1] && ok[2] && file.size >= 0 && file.start >= 0 && length >= 0 && !file.name.isEmpty();
}

} // namespace

SpoolAnswer parseSpoolAnswer(const QByteArray &answer)
{
    SpoolAnswer parsed;
    qsizetype at = 0;
    const auto nextLine = [&]() -> QByteArray {
        const auto end = answer.indexOf('\n', at);
        if (end < 0)
            return {};
        const QByteArray line = answer.mid(at, end - at);
        at = end + 1;
        return line;
    };
    if (nextLine() != "spool 1")
        return parsed;
    for (;;) {
        const QByteArray line = nextLine();
        if (line == "done") {
            parsed.whole = true;
            return parsed;
        }
        SpoolAnswer::File file;
        qint64 length = 0;
        if (line == "missing") {
            parsed.missing = true;
        } else if (line.startsWith("gone ")) {
            parsed.gone.push_back(line.mid(5));
        } else if (parseHead(line, file, length) && length < answer.size() - at &&
                   answer[qsizetype(at + length)] == '\n') {
            file.bytes = answer.mid(at, qsizetype(length));
            at += qsizetype(length) + 1;
            parsed.files.push_back(std::move(file));
        } else {
            return parsed;
        }
    }
}

} // namespace mooring
