#include "ui/inference/deploy/deploydone.h"

#include "core/base/text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/commandbox.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

DeployDoneStep::DeployDoneStep(QWidget *parent)
    : QWidget(parent), m_verdict(new Banner), m_facts(new FactList), m_try(new CommandBox), m_command(new CommandBox)
{
    setObjectName(u"deployDone"_s);
    m_verdict->setObjectName(u"deployVerdict"_s);
    m_facts->setObjectName(u"deployFacts"_s);
    m_facts->setLabelWidth(136);
    m_try->setObjectName(u"tryCommand"_s);
    m_try->setAccessibleName(tr("A request to try it with"));
    m_command->setObjectName(u"deployedAs"_s);
    m_command->setAccessibleName(tr("Command"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(dp(this, 24), dp(this, 16), dp(this, 24), dp(this, 16));
    column->setSpacing(dp(this, 8));
    column->addWidget(m_verdict);
    column->addWidget(m_facts);
    column->addWidget(new Separator);
    column->addWidget(sectionTitle(tr("Try it")));
    column->addWidget(m_try);
    column->addWidget(sectionTitle(tr("The same thing as")));
    column->addWidget(m_command);
    column->addStretch(1);
}

void DeployDoneStep::setEndpoint(const EndpointRecord &record, const QString &command)
{
    m_verdict->tell(Tone::Accent, tr("%1 answers.", "an endpoint").arg(record.name), record.scoringUri());
    std::vector<std::pair<QString, QString>> facts{{tr("Address"), record.scoringUri()},
                                                   {tr("Version"), QString::number(record.active)}};
    if (const EndpointVersion *version = record.serving()) {
        facts.emplace_back(tr("Model"), version->modelPath);
        if (version->coldStartMs)
            facts.emplace_back(tr("First answer"),
                               tr("after %1", "a duration").arg(humanDuration(*version->coldStartMs)));
        if (version->needsKey) {
            facts.emplace_back(tr("Container group"), version->container);
            facts.emplace_back(tr("Guarded by"), tr("a key, in this computer’s keychain; the address is public and "
                                                    "plain HTTP"));
        } else if (!version->container.isEmpty())
            facts.emplace_back(tr("Container"), version->container.left(12));
        else if (version->pid)
            facts.emplace_back(tr("Process"), QString::number(*version->pid));
    }
    m_facts->setFacts(facts);
    m_try->setCommand(u"mooring test "_s + record.name);
    m_command->setCommand(command);
}

} // namespace mooring
