#include "ui/attach/wizard/donestep.h"

#include "core/base/text.h"
#include "ui/attach/ladder/ladderrows.h"
#include "ui/attach/ladder/machinefacts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/sameasbox.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

QVBoxLayout *column(QWidget *widget, int spacing)
{
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(dp(widget, spacing));
    return layout;
}

QLayout *nextRow(const QWidget *of, const QString &icon, const QString &title, const QString &text, Button *act)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(dp(of, 12));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new TextLabel(title, Type::Body, Ink::Text));
    words->addWidget(helpLine(text));
    row->addWidget(new IconLabel(icon, 20));
    row->addLayout(words, 1);
    row->addWidget(act);
    return row;
}

QString whatWorks(const TargetRecord &target, const TargetKind *kind, bool isOfService)
{
    const Capabilities can = kind ? kind->capabilities() : Capabilities();
    if (const auto end = kind ? kind->retirement() : std::nullopt; end && end->date <= QDate::currentDate())
        return end->text; // whatever the checks say
    if (!target.lastCheck)
        return DoneStep::tr("It was not checked, so what works there is not known yet.");
    if (const auto azure = kind && isOfService ? kind->azure() : std::nullopt; azure && azure->jobTypes.isEmpty())
        return kind->summary(); // what it is for, which is no scripts
    if (can.training && can.inference)
        return DoneStep::tr("Training and inference can run there.");
    return can.training ? DoneStep::tr("Training can run there.") : QString();
}

} // namespace

DoneStep::DoneStep(QWidget *parent)
    : QWidget(parent), m_verdict(new Banner), m_problem(new Banner), m_sameAs(new SameAsBox)
{
    setObjectName(u"doneStep"_s);
    m_verdict->setObjectName(u"attachVerdict"_s);
    QVBoxLayout *all = column(this, 16);
    all->setContentsMargins(dp(this, 24), dp(this, 16), dp(this, 24), dp(this, 16));
    all->addWidget(m_verdict);
    all->addWidget(m_problem);
    all->addWidget(m_sameAs);
    m_next = makeNext();
    all->addWidget(m_next);
    all->addStretch(1);
}

QWidget *DoneStep::makeNext()
{
    auto *part = new QWidget;
    QVBoxLayout *layout = column(part, 8);
    layout->addWidget(sectionTitle(tr("Next")));
    auto *card = new Card;
    m_run = edgeButton(tr("Run…"));
    m_run->setObjectName(u"runScriptHere"_s);
    m_run->setAccessibleName(tr("Run a script here"));
    m_sample = edgeButton(tr("Run"));
    m_sample->setObjectName(u"runSampleHere"_s);
    m_sample->setAccessibleName(tr("Run the sample here"));
    card->content()->addLayout(nextRow(this, u"run"_s, tr("Run a script here"),
                                       tr("Settings, files and environment, reviewed before the start."), m_run));
    card->content()->addWidget(new Separator);
    card->content()->addLayout(nextRow(this, u"beaker"_s, tr("Run the sample here"),
                                       tr("About 20 s, with the standard library only."), m_sample));
    layout->addWidget(card);
    connect(m_run, &QAbstractButton::clicked, this, &DoneStep::runWanted);
    connect(m_sample, &QAbstractButton::clicked, this, &DoneStep::sampleWanted);
    return part;
}

void DoneStep::setTarget(const TargetRecord &target, const TargetKind *kind, bool canRunThere)
{
    QString text = whatWorks(target, kind, !canRunThere);
    if (target.lastCheck) {
        const QString summary = summaryOf(rowsOf(target.lastCheck->rungs));
        text = tr("%1 in %2. %3", "counts of checks, how long, what works")
                   .arg(summary, humanDuration(target.lastCheck->totalMs), text);
    }
    const auto end = kind ? kind->retirement() : std::nullopt;
    const bool isOver = end && end->date <= QDate::currentDate();
    m_verdict->tell(isOver ? Tone::Warn : Tone::Ok, tr("%1 is attached", "a target").arg(target.name), text);
    m_problem->clear();
    m_next->setVisible(canRunThere && kind && kind->capabilities().training);
}

void DoneStep::setForms(const std::vector<SameAs> &forms) { m_sameAs->setForms(forms); }

void DoneStep::setSampleRunning(bool running, const QString &problem)
{
    m_sample->setEnabled(!running);
    if (problem.isEmpty())
        m_problem->clear();
    else
        m_problem->tell(Tone::Fail, tr("The sample was not started."), problem);
}

DoneSide::DoneSide(QWidget *parent)
    : QWidget(parent), m_facts(new FactList), m_identity(new FactList), m_lookAt(new QWidget)
{
    QVBoxLayout *layout = column(this, 4);
    layout->setContentsMargins(dp(this, 16), dp(this, 16), dp(this, 16), dp(this, 16));
    layout->addWidget(sectionTitle(tr("What it has")));
    m_facts->setObjectName(u"targetFacts"_s);
    m_facts->setLabelWidth(112);
    layout->addWidget(m_facts);
    layout->addSpacing(dp(this, 8));
    layout->addWidget(new Separator);
    layout->addSpacing(dp(this, 8));
    layout->addWidget(sectionTitle(tr("Identity")));
    layout->addWidget(m_identity);
    layout->addWidget(helpLine(tr("A second attachment of the same thing is stopped before anything is touched.")));
    m_warnings = column(m_lookAt, 4);
    layout->addWidget(m_lookAt);
    layout->addStretch(1);
}

void DoneSide::setTarget(const TargetRecord &target)
{
    while (QLayoutItem *item = m_warnings->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int warned = 0;
    const std::vector<RungResult> rungs = target.lastCheck ? target.lastCheck->rungs : std::vector<RungResult>();
    for (const RungResult &rung : rungs) {
        if (rung.verdict != Verdict::Warned && rung.verdict != Verdict::Failed)
            continue;
        if (++warned == 1) {
            m_warnings->addWidget(new Separator);
            m_warnings->addWidget(sectionTitle(tr("To look at")));
        }
        m_warnings->addWidget(glyphLine(rung.verdict == Verdict::Warned ? Glyph::Warning : Glyph::Failed,
                                        tr("%1: %2", "check, answer").arg(rung.title, rung.answered)));
    }
    m_facts->setFacts(machineFacts(target.lastCheck.value_or(LadderReport())));
    m_identity->setFacts({{tr("Known by"), target.identity.isEmpty() ? tr("not known yet") : target.identity}});
    m_lookAt->setVisible(warned > 0);
}

} // namespace mooring
