#include "core/azure/mlruns/runnotes.h"

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString keyOf(const MlWorkspace &workspace, const QString &runId)
{
    return u"azure.run/%1/%2"_s.arg(workspace.name, runId);
}

} // namespace

Result<> RunNotes::keep(const MlWorkspace &workspace, const QString &runId, const RunSettings &settings)
{
    return m_workspace.saveSetting(keyOf(workspace, runId), settings.toJson());
}

Result<std::optional<RunSettings>> RunNotes::find(const MlWorkspace &workspace, const QString &runId)
{
    const auto stored = m_workspace.setting(keyOf(workspace, runId));
    if (!stored)
        return stored.error();
    if (stored->is_null())
        return std::optional<RunSettings>();
    const auto settings = RunSettings::fromJson(*stored);
    return settings ? Result<std::optional<RunSettings>>(*settings)
                    : Result<std::optional<RunSettings>>(settings.error());
}

} // namespace mooring
