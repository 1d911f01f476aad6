#include "ui/azure/runs/mlrunlook.h"

#include "core/azure/ascode/runascode.h"
#include "core/azure/mlruns/mlmetrics.h"
#include "ui/widgets/sameasbox.h"

#include <algorithm>

namespace mooring {

namespace {

std::optional<std::vector<MlOutput>> outputsOf(const RunHistory &history, bool isLive,
                                               const std::vector<MlOutput> &known)
{
    auto outputs = listMlOutputs(history, {});
    if (!outputs)
        return {};
    if (isLive)
        return *outputs;
    for (MlOutput &output : *outputs) {
        const auto same =
            std::find_if(known.begin(), known.end(), [&](const MlOutput &each) { return each.path == output.path; });
        if (same != known.end())
            output = *same;
    }
    askSizes(history, *outputs, {});
    return *outputs;
}

} // namespace

MlRunSeen seeRun(MlWorkplace &workplace, const QString &id, const std::vector<MlOutput> &known)
{
    const auto session = workplace.session();
    if (!session)
        return {session.error(), {}, {}, {}, {}};
    MlRunSeen seen{(*session)->runs.find(id, {}), {}, {}, {}, {}};
    if (!seen.run)
        return seen;
    const RunHistory history = (*session)->runs.history(*seen.run);
    if (auto metrics = metricsOf(history, {}))
        seen.metrics = std::make_shared<RunMetrics>(std::move(*metrics));
    seen.outputs = outputsOf(history, seen.isLive(), known);
    if (const RunSettings &settings = seen.run->settings; !settings.source.isEmpty()) {
        seen.python = codeText(runAsCode(settings, QStringLiteral("sdk")));
        seen.azureCli = codeText(runAsCode(settings, QStringLiteral("cli")));
    }
    return seen;
}

} // namespace mooring
