#pragma once

#include "core/jobs/jobcontext.h"

namespace mooring {

/// Passes everything on to another context and keeps the lines as text: the provisioning log.
/// One line each: ISO time, step, text, parted by one space.
class ProvisioningLog : public JobContext
{
public:
    explicit ProvisioningLog(JobContext &outer) : JobContext(outer.cancelToken()), m_outer(outer) {}

    QString text() const { return m_text; }

protected:
    void onLine(const LogLine &line) override;
    void onStep(const QString &title) override { m_outer.setStep(step(), title); }
    void onProgress(qint64 done, qint64 total) override { m_outer.progress(done, total); }

private:
    JobContext &m_outer;
    QString m_text;
};

/// `earlier` and `fresh` as one log, without the oldest lines where it would grow over 256 KiB.
QString appendToLog(const QString &earlier, const QString &fresh);

} // namespace mooring
