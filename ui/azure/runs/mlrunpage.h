#pragma once

#include "core/runs/metrics.h"
#include "core/runs/runrecord.h"
#include "ui/azure/targets/mlworkplace.h"
#include "ui/widgets/page.h"

#include "core/jobs/job.h"

#include <QPointer>
#include <QTemporaryDir>
#include <QTimer>

namespace mooring {

class Banner;
class Button;
class FactList;
class LogPane;
class MetricCharts;

/// One run of the open Azure ML workspace: state, log as it comes, metrics, cancel. The log is followed by a job of its
/// own into a file of this page, byte for byte, and both end with the page; the run goes on.
class MlRunPage : public Page
{
    Q_OBJECT
public:
    MlRunPage(const AppContext &context, const QString &runId, QWidget *parent = nullptr);
    ~MlRunPage() override;

    void shown() override { read(); }
    void refresh() override { read(); }

private:
    struct Seen
    {
        Result<RunRecord> run;
        std::shared_ptr<const RunMetrics> metrics;
    };
    QWidget *makeBody();
    void read();
    void show(const Seen &seen);
    void follow();
    void askToCancel();
    QString logPath() const;

    const AppContext &m_context;
    std::shared_ptr<MlWorkplace> m_workplace;
    QString m_id;
    QTemporaryDir m_folder;
    QPointer<Job> m_follow, m_canceling;
    bool m_reading = false;
    bool m_isFollowed = false; ///< once is enough: it reads to the end
    QTimer m_soon;
    Banner *m_banner;
    Button *m_cancel;
    LogPane *m_log = nullptr;
    MetricCharts *m_charts = nullptr;
    FactList *m_facts = nullptr;
};

} // namespace mooring
