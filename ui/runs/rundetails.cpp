#include "ui/runs/rundetails.h"

#include "core/base/text.h"
#include "ui/runs/runtext.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"
#include "ui/workspace/workspacecontent.h"

#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace mooring {

namespace {

QString exactTime(const std::optional<QDateTime> &time)
{
    return time ? QLocale().toString(time->toLocalTime(), QLocale::ShortFormat) : QStringLiteral("–");
}

} // namespace

RunDetails::RunDetails(const KindRegistry &kinds, QWidget *parent)
    : QWidget(parent),
      m_kinds(kinds),
      m_run(new FactList),
      m_what(new FactList),
      m_where(new FactList),
      m_proof(new QWidget),
      m_proofText(new TextLabel),
      m_processes(new CodeBox)
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(dp(this, 24), dp(this, 16), dp(this, 24), dp(this, 24));
    column->setSpacing(dp(this, 8));
    const auto add = [&](const QString &title, QWidget *widget) {
        column->addWidget(sectionTitle(title));
        column->addWidget(widget);
        column->addSpacing(dp(this, 8));
    };
    add(tr("This run"), m_run);
    auto *proof = new QVBoxLayout(m_proof);
    proof->setContentsMargins(0, 0, 0, dp(this, 8));
    proof->setSpacing(dp(this, 8));
    proof->addWidget(sectionTitle(tr("After the cancel")));
    proof->addWidget(m_proofText);
    proof->addWidget(m_processes);
    m_proofText->setWordWrap(true);
    m_proofText->setObjectName(QStringLiteral("cancelProof"));
    m_processes->setAccessibleName(tr("Ended processes"));
    m_proof->hide();
    column->addWidget(m_proof);
    add(tr("Environment and snapshot"), m_what);
    add(tr("Where it is"), m_where);
    column->addStretch();
    content->setMaximumWidth(dp(this, 800));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scrolling(content));
}

void RunDetails::setView(const RunView &view)
{
    const RunRecord &run = view.record;
    const QString none = QStringLiteral("–");
    m_run->setFacts({{tr("State"), stateText(run)},
                     {tr("Reason"), run.reason.isEmpty() ? none : run.reason},
                     {tr("Exit code"), run.exitCode ? QString::number(*run.exitCode) : none},
                     {tr("Created"), exactTime(run.createdAt)},
                     {tr("Started"), exactTime(run.startedAt)},
                     {tr("Ended"), exactTime(run.endedAt)},
                     {tr("Duration"), run.durationMs() ? humanDuration(*run.durationMs()) : none},
                     {tr("Experiment"), run.experiment().isEmpty() ? none : run.experiment()}});
    const QString reason = stringAt(run.environment, "reason");
    m_what->setFacts(
        {{tr("Python"), stringAt(run.environment, "python", none)},
         {tr("Environment"), reason.isEmpty() ? none : reason},
         {tr("Files"), run.snapshot.contains("files") ? tr("%1, %2").arg(humanCount(intAt(run.snapshot, "files")),
                                                                         humanSize(intAt(run.snapshot, "totalSize")))
                                                      : none},
         {tr("Snapshot"), stringAt(run.snapshot, "sha256", none)}});
    m_where->setFacts({{tr("Target"), targetTitle(run.settings.target, m_kinds)},
                       {tr("Host"), run.host.isEmpty() ? none : run.host},
                       {tr("Process"), run.pid ? QString::number(*run.pid) : none},
                       {tr("Run id"), run.id},
                       {tr("Folder"), view.folder.isEmpty() ? none : view.folder}});
    setProof(view.proof);
}

void RunDetails::setProof(const std::optional<CancelProof> &proof)
{
    m_proof->setVisible(proof.has_value());
    if (!proof)
        return;
    const QString ended = tr("%n process(es) ended", nullptr, int(proof->ended.size()));
    if (!proof->left.empty())
        m_proofText->setText(tr("%1, %n left.", nullptr, int(proof->left.size())).arg(ended));
    else
        m_proofText->setText(proof->searched ? tr("%1, none left.").arg(ended)
                                             : tr("%1. The host does not let Mooring look for others.").arg(ended));
    QStringList lines;
    for (const CanceledProcess &process : proof->left)
        lines << tr("Still there: %1: %2").arg(process.pid).arg(process.command);
    for (const CanceledProcess &process : proof->ended)
        lines << tr("Ended %1 with %2: %3").arg(process.pid).arg(process.signal, process.command);
    m_processes->setVisible(!lines.isEmpty());
    m_processes->setText(lines.join(u'\n'));
}

} // namespace mooring
