#include "ui/runs/runtext.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::RunText", text); }

} // namespace

QString stateText(const RunRecord &run)
{
    if (run.state == RunState::Unknown && run.unknownSince)
        return tr("Unknown since %1").arg(humanTime(*run.unknownSince));
    if (run.state != RunState::Failed)
        return toText(run.state);
    if (!run.signal.isEmpty())
        return tr("Failed, %1").arg(run.signal);
    return run.exitCode && *run.exitCode != 0 ? tr("Failed, exit code %1").arg(*run.exitCode) : toText(run.state);
}

QString badgeText(const RunRecord &run)
{
    const bool timed = !isEnded(run.state) && run.state != RunState::Unknown && run.startedAt && run.durationMs();
    //: State and how long: "Running, 11 min 41 s"
    return timed ? tr("%1, %2").arg(toText(run.state), humanDuration(*run.durationMs() / 1000 * 1000)) : stateText(run);
}

QString environmentText(const RunSettings &settings)
{
    using Kind = EnvironmentChoice::Kind;
    switch (settings.environment.kind) {
    case Kind::Default:
        return settings.script.endsWith(QStringLiteral(".py")) ? QStringLiteral("python3") : QString();
    case Kind::Python:
    case Kind::Image:
        return settings.environment.value;
    case Kind::File:
        return QFileInfo(settings.environment.value).fileName();
    }
    return {};
}

} // namespace mooring
