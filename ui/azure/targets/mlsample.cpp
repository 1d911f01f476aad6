#include "ui/azure/targets/mlsample.h"

#include "ui/workspace/samplerun.h"

#include <QCoreApplication>

namespace mooring {

void runMlSample(const AppContext &context, const std::shared_ptr<MlWorkplace> &workplace, const QString &target,
                 QObject *receiver, std::function<void(const std::optional<Error> &)> then)
{
    const QString title = QCoreApplication::translate("mooring::SampleRun", "Run the sample on %1").arg(target);
    const auto submit = [workplace](const RunSettings &settings, JobContext &work) -> Result<RunRecord> {
        const auto session = workplace->session();
        return session ? (*session)->runs.submit(settings, work) : Result<RunRecord>(session.error());
    };
    runSample(context, title, target, submit, receiver, std::move(then));
}

} // namespace mooring
