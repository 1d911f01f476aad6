#include "ui/azure/targets/newcomputepage.h"

#include "core/base/text.h"
#include "core/jobs/background.h"
#include "core/jobs/jobrunner.h"
#include "ui/azure/targets/mlattachdesk.h"
#include "ui/azure/targets/scaleform.h"
#include "ui/context/openworkspace.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/form.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/sameasbox.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"
#include "ui/workspace/loglines.h"
#include "ui/workspace/workspacecontent.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

NewComputePage::NewComputePage(const AppContext &context, QWidget *parent)
    : WizardPage(parent), m_context(context), m_workplace(std::make_shared<MlWorkplace>(context))
{
    setObjectName(u"newComputePage"_s);
    header()->setIcon(u"cloud"_s);
    addStep(tr("Settings"), makeSettings(), makeSide());
    addStep(tr("Provisioning"), makeMaking());
    auto *done = new QWidget;
    auto *column = new QVBoxLayout(done);
    column->setContentsMargins(dp(this, 24), dp(this, 16), dp(this, 24), dp(this, 16));
    column->setSpacing(dp(this, 16));
    m_done = new Banner;
    m_sameAs = new SameAsBox;
    column->addWidget(m_done);
    column->addWidget(m_sameAs);
    column->addStretch(1);
    addStep(tr("Done"), done);
    m_cancel = edgeButton(tr("Cancel"));
    m_cancel->setObjectName(u"cancelCompute"_s);
    connect(m_cancel, &QAbstractButton::clicked, this, [this] {
        m_isOver = true;
        m_context.navigator.back();
    });
    addFooterRight(m_cancel);
    connect(this, &WizardPage::nextRequested, this, &NewComputePage::next);
    connect(this, &WizardPage::backRequested, this, [this] { setStep(SettingsPage); });
    connect(this, &WizardPage::stepChanged, this, &NewComputePage::enter);
    setStep(SettingsPage);
    enter(SettingsPage);
    showKind();
}

void NewComputePage::shown()
{
    if (!std::exchange(m_wasShown, true))
        m_name->setFocus(Qt::OtherFocusReason);
}

QWidget *NewComputePage::makeSettings()
{
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(dp(this, 24), dp(this, 12), dp(this, 24), dp(this, 16));
    column->setSpacing(dp(this, 8));
    m_form = new Form;
    m_kind = new SegmentedControl(tr("Kind"));
    m_kind->setObjectName(u"computeKind"_s);
    m_kind->addChoice(u"cluster"_s, tr("Cluster"));
    m_kind->addChoice(u"instance"_s, tr("Instance"));
    m_kind->setCurrent(u"cluster"_s);
    connect(m_kind, &SegmentedControl::chosen, this, &NewComputePage::showKind);
    m_form->addRow(tr("Kind"), m_kind);
    m_name = textField(240);
    m_name->setObjectName(u"computeName"_s);
    m_nameRow = m_form->addRow(tr("Name"), m_name, tr("Letters, digits and hyphens, a letter first."));
    m_nameRow->setCheck([this] { return m_name->text().trimmed().isEmpty() ? tr("A name is needed.") : QString(); });
    m_size = textField(240);
    m_size->setObjectName(u"computeSize"_s);
    m_size->setText(u"STANDARD_DS3_V2"_s);
    m_form->addRow(tr("Size"), m_size, tr("Of each machine, as Azure names it."))->setCheck([this] {
        return m_size->text().trimmed().isEmpty() ? tr("Say which size the machines have.") : QString();
    });
    m_lowPriority = new QCheckBox(tr("Low: cheaper, and Azure may take the nodes away"));
    m_lowPriority->setObjectName(u"lowPriority"_s);
    column->addWidget(m_form);
    m_scale = new ScaleForm;
    column->addWidget(m_scale);
    auto *last = new Form;
    m_lowPriorityRow = last->addRow(tr("Priority"), m_lowPriority);
    column->addWidget(last);
    column->addStretch(1);
    return body;
}

QWidget *NewComputePage::makeSide()
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(dp(this, 16), dp(this, 16), dp(this, 16), dp(this, 16));
    column->setSpacing(dp(this, 8));
    column->addWidget(sectionTitle(tr("What happens next")));
    column->addWidget(
        paragraph(tr("Azure ML makes it in the region of the workspace. Its log is shown here to its end.")));
    column->addWidget(sectionTitle(tr("What costs")));
    column->addWidget(paragraph(tr("A cluster: its nodes while they are up, and nothing at 0 nodes. An instance: its "
                                   "machine while it runs; stopped, its disk and its address still cost.")));
    column->addStretch(1);
    return sideColumn(side, 328, SideGround::Note);
}

QWidget *NewComputePage::makeMaking()
{
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(dp(this, 24), dp(this, 16), dp(this, 24), dp(this, 16));
    column->setSpacing(dp(this, 12));
    m_verdict = new Banner;
    m_verdict->setObjectName(u"computeVerdict"_s);
    m_log = new LogLinesView;
    m_log->setObjectName(u"provisioningLog"_s);
    m_log->setAccessibleName(tr("Provisioning log"));
    m_log->setMinimumHeight(dp(this, 120));
    column->addWidget(m_verdict);
    column->addWidget(sectionTitle(tr("Provisioning log")));
    column->addWidget(m_log, 1);
    return body;
}

bool NewComputePage::isCluster() const { return m_kind->current() == u"cluster"; }

void NewComputePage::showKind()
{
    m_scale->setVisible(isCluster());
    m_lowPriorityRow->setVisible(isCluster());
    m_nameRow->setHelp(isCluster() ? tr("2 to 16 letters, digits and hyphens, a letter first.")
                                   : tr("3 to 24 letters, digits and hyphens, a letter first; unique in the region."));
}

void NewComputePage::enter(int step)
{
    const QString name = m_name->text().trimmed();
    header()->setTitle(step == SettingsPage ? tr("New compute")
                       : step == MakingPage ? tr("Making %1", "a target").arg(name)
                                            : tr("Compute made"));
    header()->setFacts({step == MakingPage
                            ? tr("You can leave this page, it goes on.")
                            : tr("A cluster or an instance of %1", "a workspace").arg(m_workplace->name())});
    m_cancel->setVisible(step == SettingsPage);
    backButton()->setVisible(step == MakingPage && !m_job);
    nextButton()->setEnabled(!m_job);
    if (step == DonePage && isVisible())
        nextButton()->setFocus(Qt::OtherFocusReason);
    setNextText(step == DonePage ? tr("&Open %1", "a target").arg(m_made) : tr("&Make it"));
}

void NewComputePage::next(int step)
{
    setFooterNote(Glyph::Failed, {});
    if (step == DonePage) {
        m_isOver = true;
        return m_context.navigator.go(routeTo("target", m_made));
    }
    if (const FormRow *row = m_form->checkAll())
        return setFooterNote(Glyph::Failed, row->error());
    if (const QString wrong = isCluster() ? m_scale->check() : QString(); !wrong.isEmpty())
        return setFooterNote(Glyph::Failed, wrong);
    make();
}

void NewComputePage::make()
{
    if (m_job)
        return;
    ManagedRequest request;
    request.name = m_name->text().trimmed();
    request.isCluster = isCluster();
    request.size = m_size->text().trimmed();
    request.minNodes = m_scale->least();
    request.maxNodes = m_scale->most();
    request.idleSeconds = m_scale->idleSeconds();
    request.isLowPriority = request.isCluster && m_lowPriority->isChecked();
    const auto made = std::make_shared<std::optional<MlTarget>>(); // written by the work before it ends, read after
    m_job = m_context.jobs.start(tr("Make %1", "a target").arg(request.name),
                                 [workplace = m_workplace, request, made](JobContext &job) -> Result<> {
                                     const auto session = workplace->session();
                                     if (!session)
                                         return session.error();
                                     auto target = (*session)->targets.create(request, job);
                                     if (!target)
                                         return target.error();
                                     *made = std::move(*target);
                                     return {};
                                 });
    m_log->lines()->setLines({});
    m_verdict->tell(Tone::Accent, tr("Azure ML makes it."));
    setStep(MakingPage);
    enter(MakingPage);
    Job *job = m_job;
    connect(job, &Job::linesAdded, this, [this, job](int count) {
        const auto &lines = job->lines();
        m_log->lines()->append({lines.end() - std::min<ptrdiff_t>(count, ptrdiff_t(lines.size())), lines.end()});
    });
    connect(job, &Job::finished, this, [this, job, made] {
        m_job = nullptr;
        ended(job, *made);
    });
}

void NewComputePage::ended(const Job *job, const std::optional<MlTarget> &made)
{
    m_context.openWorkspace.noteChange();
    if (!made) {
        if (isLostSight(*job))
            m_verdict->tell(Tone::Unknown, tr("It is not known whether it is made."),
                            tr("Azure ML may go on making it, and then it costs: look at the list of targets."));
        else
            m_verdict->tell(Tone::Fail, tr("It was not made."), job->error().text());
        const QString field = job->error().kind == ErrorKind::Usage ? job->error().text() : QString();
        if (!field.isEmpty()) {
            setStep(SettingsPage);
            m_nameRow->setError(field);
            setFooterNote(Glyph::Failed, field);
        }
        return enter(step());
    }
    m_made = made->record.name;
    m_done->tell(Tone::Ok, tr("%1 is made", "a target").arg(m_made),
                 tr("It took %1.", "how long").arg(humanDuration(job->elapsedMs())));
    inBackground(
        this,
        [workplace = m_workplace, target = *made] {
            const auto session = workplace->session();
            return session ? formsOf(target, (*session)->targets.workspace()) : std::vector<SameAs>();
        },
        [this](const std::vector<SameAs> &forms) { m_sameAs->setForms(forms); });
    setStep(DonePage);
    enter(DonePage);
}

} // namespace mooring
