#include "core/runs/dryrun.h"

#include "core/base/text.h"
#include "core/environments/environmentplanner.h"

#include <QCoreApplication>

namespace mooring {

namespace {

QString tr(const char *text, int n = -1) { return QCoreApplication::translate("mooring::DryRun", text, nullptr, n); }

} // namespace

Json DryRun::toJson() const
{
    Json json = snapshot.toJson();
    json["command"] = stringList(command);
    json["environment"] = environment.toJson();
    return json;
}

QString DryRun::toText() const
{
    QString text;
    for (const SnapshotEntry &entry : snapshot.entries)
        text += QStringLiteral("+ %1  %2\n").arg(displayPath(entry.path), humanSize(entry.size));
    for (const LeftOut &left : snapshot.leftOut)
        text += QStringLiteral("- %1  %2\n").arg(displayPath(left.path), left.rule.text());
    for (const SecretFinding &secret : snapshot.secrets)
        text +=
            QStringLiteral("! ") +
            tr("%1, line %2: %3 looks like a secret").arg(displayPath(secret.path)).arg(secret.line).arg(secret.what) +
            u'\n';
    text += tr("%n file(s) go, %1 in all.", int(snapshot.entries.size())).arg(humanSize(snapshot.totalSize)) + u'\n';
    if (!environment.python.isEmpty())
        text += tr("Python: %1").arg(environment.python) + u'\n';
    if (!environment.reason.isEmpty())
        text += tr("Environment: %1").arg(environment.reason) + u'\n';
    return text + tr("Nothing was started.");
}

Result<DryRun> planRun(const RunSettings &settings, RunHost &host, JobContext &context)
{
    auto snapshot = planSnapshot(settings.source, context);
    if (!snapshot)
        return snapshot.error();
    const bool python = settings.script.endsWith(QStringLiteral(".py"));
    auto environment = planEnvironment(settings.environment, settings.source, python, host, context);
    if (!environment)
        return environment.error();
    return DryRun{std::move(*snapshot), std::move(*environment), settings.toCommand()};
}

} // namespace mooring
