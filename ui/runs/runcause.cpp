#include "ui/runs/runcause.h"

#include "core/runs/snapshotrule.h"

#include <QCoreApplication>
#include <QDir>

namespace mooring {

namespace {

constexpr int kLinesAround = 2;
constexpr qint64 kLargestCode = 4 * 1024 * 1024;

QString tr(const char *text) { return QCoreApplication::translate("mooring::RunCause", text); }

void addFrames(CauseView &view, const TraceFrame &own, const QDir &code)
{
    const auto &frames = view.cause.frames;
    view.framesAbove = int(&own - frames.data());
    view.framesBelow = int(frames.size()) - 1 - view.framesAbove;
    if (view.framesAbove == 0)
        return;
    const QString entry = code.absoluteFilePath(frames.front().file);
    view.entryFile = entry.startsWith(code.path() + u'/') ? code.relativeFilePath(entry) : frames.front().file;
    view.entryLine = frames.front().line;
}

/// Only what is certain: the file is in the source folder, not in the snapshot, and a rule that went along leaves it
/// out.
QString ruleAgainstMissing(const CauseView &view, const RunRecord &run, const QDir &code)
{
    const QString missing = view.cause.missingFile();
    const QString absolute = missing.isEmpty() ? QString() : QDir::cleanPath(code.absoluteFilePath(missing));
    if (!absolute.startsWith(code.path() + u'/') || QFileInfo::exists(absolute))
        return {};
    const QString path = code.relativeFilePath(absolute);
    if (run.settings.source.isEmpty() || !QFileInfo::exists(QDir(run.settings.source).filePath(path)))
        return {};
    const auto rule = ruleAgainst(code.path(), QFile::encodeName(path));
    if (!rule)
        return {};
    //: %1: a path; %2: ".amlignore, line 4: data/"
    return tr("%1 is in the source folder and did not go along (%2).").arg(path, rule->text());
}

} // namespace

void readCode(CauseView &view, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLargestCode)
        return;
    QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    if (!lines.isEmpty() && lines.back().isEmpty())
        lines.removeLast(); // behind the last line end
    if (view.line > int(lines.size()))
        return;
    const int first = std::max(1, view.line - kLinesAround);
    const int last = std::min(int(lines.size()), view.line + 1);
    view.firstLine = first;
    view.code = lines.mid(first - 1, last - first + 1);
}

std::optional<CauseView> readCause(const QByteArray &logTail, const QString &code, const QString &hostCode)
{
    auto cause = findFailureCause(logTail);
    if (!cause)
        return {};
    for (TraceFrame &frame : cause->frames) {
        if (!hostCode.isEmpty() && frame.file.startsWith(hostCode + u'/'))
            frame.file.replace(0, hostCode.size(), code);
    }
    CauseView view;
    view.cause = std::move(*cause);
    if (code.isEmpty())
        return view;
    const QDir folder(code);
    if (const TraceFrame *own = view.cause.ownFrame(folder.path())) {
        view.absoluteFile = folder.absoluteFilePath(own->file);
        view.file = folder.relativeFilePath(view.absoluteFile);
        view.line = own->line;
        view.function = own->function;
        addFrames(view, *own, folder);
        readCode(view, view.absoluteFile);
    }
    return view;
}

std::optional<CauseView> readCause(const RunRecord &run, const QByteArray &logTail, const QString &code,
                                   const QString &hostCode)
{
    auto view = readCause(logTail, code, hostCode);
    if (view && !code.isEmpty())
        view->leftOutRule = ruleAgainstMissing(*view, run, QDir(code));
    return view;
}

} // namespace mooring
