#pragma once

#include "ui/azure/targets/mlworkplace.h"
#include "ui/widgets/wizardpage.h"

#include "core/jobs/job.h"

#include <QPointer>

class QCheckBox;
class QLineEdit;

namespace mooring {

class Banner;
class Form;
class FormRow;
class LogLinesView;
class SameAsBox;
class ScaleForm;
class SegmentedControl;

/// Makes a cluster or an instance in the open Azure ML workspace: settings, provisioning with its log, done.
class NewComputePage : public WizardPage
{
    Q_OBJECT
public:
    explicit NewComputePage(const AppContext &context, QWidget *parent = nullptr);

    void shown() override;
    bool isOver() const override { return m_isOver; }

private:
    enum Step { SettingsPage, MakingPage, DonePage };
    QWidget *makeSettings();
    QWidget *makeSide();
    QWidget *makeMaking();
    void showKind();
    bool isCluster() const;
    void next(int step);
    void make();
    void ended(const Job *job, const std::optional<MlTarget> &made);
    void enter(int step);

    const AppContext &m_context;
    std::shared_ptr<MlWorkplace> m_workplace;
    QPointer<Job> m_job;
    QString m_made;
    bool m_isOver = false, m_wasShown = false;
    SegmentedControl *m_kind = nullptr;
    Form *m_form = nullptr;
    QLineEdit *m_name = nullptr, *m_size = nullptr;
    FormRow *m_nameRow = nullptr;
    QCheckBox *m_lowPriority = nullptr;
    FormRow *m_lowPriorityRow = nullptr;
    Button *m_cancel = nullptr;
    ScaleForm *m_scale = nullptr;
    Banner *m_verdict = nullptr;
    LogLinesView *m_log = nullptr;
    SameAsBox *m_sameAs = nullptr;
    Banner *m_done = nullptr;
};

} // namespace mooring
