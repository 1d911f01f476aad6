#include "core/targets/leftovers.h"

#include <QCoreApplication>
#include <QFile>

namespace mooring {

namespace {

QString tr(const char *text, int n = -1) { return QCoreApplication::translate("mooring::Detaching", text, nullptr, n); }

/// A negative or unreadable number is no size.
qint64 bytesOf(const QByteArray &kilobytes) { return std::max<qint64>(0, kilobytes.toLongLong()) * 1024; }

void addLine(const QList<QByteArray> &cells, LeftoversAnswer &answer)
{
    const QByteArray &word = cells[0];
    const QString name = QFile::decodeName(cells.value(1));
    if (word == "run" && cells.size() == 6) {
        answer.runs.push_back(
            {name, bytesOf(cells[2]), bytesOf(cells[3]), std::max(0, cells[4].toInt()), QString::fromLatin1(cells[5])});
    } else if (word == "environment" && cells.size() == 3) {
        ++answer.environments;
        answer.environmentsSize += bytesOf(cells[2]);
    } else if (word == "store" && cells.size() == 3) {
        answer.stores.emplace_back(name, bytesOf(cells[2]));
    } else if (word == "other") {
        answer.others << name;
    } else if (word == "process" && cells.size() == 3 && cells[1].toLongLong() > 0) {
        answer.processes.emplace_back(cells[1].toLongLong(), QFile::decodeName(cells[2]));
    } else if (word == "container" && cells.size() == 3) {
        answer.containers << name;
    } else if (word == "search") {
        answer.searched = cells.value(1) == "done";
    } else if (word == "folder") {
        answer.missing = cells.value(1) == "missing";
    }
}

} // namespace

std::optional<LeftoversAnswer> parseLeftovers(const QByteArray &text)
{
    const QList<QByteArray> lines = text.trimmed().split('\n');
    if (lines.size() < 2 || lines.front() != "leftovers 1" || lines.back() != "end")
        return {};
    LeftoversAnswer answer;
    for (const QByteArray &line : lines)
        addLine(line.split('\t'), answer);
    return answer;
}

QString Leftover::title() const
{
    switch (kind) {
    case Kind::Runs:
        return tr("Code and logs of %n run(s)", count);
    case Kind::Outputs:
        return tr("Outputs of %1").arg(runName.isEmpty() ? run : runName);
    case Kind::Environments:
        return tr("%n environment(s)", count);
    case Kind::Store:
        return tr("Contents of source folders, kept so that they are sent once");
    }
    return {};
}

qint64 Leftovers::sizeOf(Leftover::Kind kind) const
{
    qint64 size = 0;
    for (const Leftover &thing : things)
        size += thing.kind == kind ? thing.size : 0;
    return size;
}

Json DetachReport::toJson() const
{
    return {
        {"target", toStd(target)}, {"detached", true}, {"left", stringList(left)}, {"removed", stringList(removed)}};
}

} // namespace mooring
