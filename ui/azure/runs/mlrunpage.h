#pragma once

#include "ui/azure/runs/mlrunlook.h"
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
class MlOutputsTab;
class SameAsBox;
class TabPages;

/// One run of the open Azure ML workspace: state, log as it comes, metrics, outputs, all that was asked for, the same
/// as code; cancel, and the wizard filled with the same again. The log is followed by a job of its
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
    void makeHeader();
    QWidget *makeBody();
    void read();
    void show(const MlRunSeen &seen);
    void showHeader(const RunRecord &run);
    void showFacts(const MlRunSeen &seen);
    void follow();
    void askToCancel();
    QString logPath() const;

    const AppContext &m_context;
    std::shared_ptr<MlWorkplace> m_workplace;
    QString m_id;
    QTemporaryDir m_folder;
    QPointer<Job> m_follow, m_canceling;
    bool m_reading = false;
    std::optional<RunState> m_state; ///< that was shown last
    bool m_isFollowed = false;       ///< once is enough: it reads to the end
    QTimer m_soon;
    Banner *m_banner;
    Button *m_cancel;
    Button *m_again;
    LogPane *m_log = nullptr;
    MetricCharts *m_charts = nullptr;
    MlOutputsTab *m_outputs = nullptr;
    FactList *m_facts = nullptr;
    SameAsBox *m_sameAs = nullptr;
    TabPages *m_tabs = nullptr;
};

} // namespace mooring
