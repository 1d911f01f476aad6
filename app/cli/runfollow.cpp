#include "app/cli/runfollow.h"

#include "core/runs/runlog.h"

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::RunFollow", text); }

} // namespace

int exitCodeOf(const RunRecord &run)
{
    switch (run.state) {
    case RunState::Failed:
        return 10;
    case RunState::Canceled:
        return 11;
    case RunState::Unknown:
        return 12;
    default:
        return 0;
    }
}

Result<RunFiles> freshFilesOf(CommandContext &context, Services &services, const RunRecord &run)
{
    auto files = services.runs().freshFiles(run, context.cancel);
    if (!files)
        return files;
    for (const QString &notice : files->notices)
        context.out.talk(notice);
    if (const QString age = files->ageSentence(run.settings.target); !age.isEmpty())
        context.out.talk(age);
    return files;
}

Result<int> followRun(CommandContext &context, Services &services, const RunRecord &run, bool passExit)
{
    bool readerGone = false;
    const CancelToken stop = context.cancel;
    const auto print = [&](const QByteArray &bytes) {
        readerGone = !context.out.bytes(bytes);
        if (readerGone)
            stop.cancel();
    };
    QByteArray line; // of the build that is not whole yet
    const auto tellBuild = [&](const QByteArray &bytes) {
        line += bytes;
        for (qsizetype end; (end = line.indexOf('\n')) >= 0; line.remove(0, end + 1))
            context.out.talk(QString::fromUtf8(line.left(end)));
    };
    const auto ended = followLog(
        services.runs(), run, QStringLiteral("std"), 0, stop, print,
        [&](const QString &trouble) { context.out.talk(trouble); }, tellBuild);
    if (!line.isEmpty())
        context.out.talk(QString::fromUtf8(line));
    if (readerGone)
        return 0;
    if (!ended) {
        if (ended.error().kind == ErrorKind::Canceled)
            context.out.talk(
                tr("The run %1 goes on. mooring logs %1 -f follows it again; mooring cancel %1 ends it.").arg(run.id));
        return ended.error();
    }
    if (!ended->reason.isEmpty())
        context.out.talk(ended->reason);
    if (passExit && ended->exitCode)
        return *ended->exitCode;
    return exitCodeOf(*ended);
}

} // namespace mooring
