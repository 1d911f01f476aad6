#include "core/jobs/jobcontext.h"

#include "core/base/clock.h"
#include "core/base/redactor.h"

namespace mooring {

void JobContext::log(const QString &text, LogLine::Level level)
{
    onLine({nowUtc(), m_step, Redactor::instance().redact(text), level});
}

void JobContext::setStep(const QString &word, const QString &title)
{
    m_step = word;
    onStep(title);
}

void JobContext::progress(qint64 done, qint64 total) { onProgress(done, total); }

Result<> runSteps(const std::vector<Step> &steps, JobContext &context)
{
    std::vector<const Step *> finished;
    for (const Step &step : steps) {
        context.setStep(step.word, step.title);
        Result<> result = context.isCanceled() ? Result<>(Error::canceled()) : step.run(context);
        if (!result) {
            for (auto done = finished.rbegin(); done != finished.rend(); ++done) {
                if ((*done)->undo)
                    (*done)->undo(context);
            }
            return result;
        }
        finished.push_back(&step);
    }
    return {};
}

} // namespace mooring
