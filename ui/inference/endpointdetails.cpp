#include "ui/inference/endpointdetails.h"

#include "core/base/text.h"
#include "ui/inference/endpointtext.h"
#include "ui/widgets/commandbox.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QBoxLayout>
#include <QLocale>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr int kLabelWidth = 144;

QString orNone(const QString &text) { return text.isEmpty() ? u"–"_s : text; }

QString exactTime(const std::optional<QDateTime> &time)
{
    return time ? QLocale().toString(time->toLocalTime(), QLocale::ShortFormat) : u"–"_s;
}

/// A section that can be hidden as a whole.
QWidget *section(const QString &title, std::initializer_list<QWidget *> content)
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, dp(part, 16));
    column->setSpacing(dp(part, 8));
    column->addWidget(sectionTitle(title));
    for (QWidget *each : content)
        column->addWidget(each);
    return part;
}

} // namespace

EndpointDetails::EndpointDetails(QWidget *parent)
    : QWidget(parent),
      m_endpoint(new FactList),
      m_version(new FactList),
      m_usage(new FactList),
      m_deploy(new CommandBox),
      m_test(new CommandBox)
{
    m_endpoint->setObjectName(u"endpointFacts"_s);
    m_version->setObjectName(u"versionFacts"_s);
    m_usage->setObjectName(u"usageFacts"_s);
    m_deploy->setObjectName(u"deployCommand"_s);
    for (FactList *list : {m_endpoint, m_version, m_usage})
        list->setLabelWidth(kLabelWidth);
    m_versionPart = section(tr("Newest version"), {m_version});
    m_usagePart = section(tr("What it takes now"), {m_usage});
    m_commandPart = section(tr("The same from a terminal"), {m_deploy, m_test});
    m_usagePart->hide();
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(dp(this, 24), dp(this, 16), dp(this, 24), dp(this, 8));
    column->setSpacing(0);
    for (QWidget *part : {section(tr("This endpoint"), {m_endpoint}), m_versionPart, m_usagePart, m_commandPart})
        column->addWidget(part);
    column->addStretch(1);
    content->setMaximumWidth(dp(this, 800));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scrolling(content));
}

void EndpointDetails::setEndpoint(const EndpointRecord &endpoint)
{
    std::vector<std::pair<QString, QString>> facts{{tr("State"), endpoint.stateText()},
                                                   {tr("Reason"), orNone(endpoint.reason)},
                                                   {tr("Scoring address"), orNone(endpoint.scoringUri())}};
    if (!endpoint.isForeign || endpoint.canBeAsked)
        facts.emplace_back(tr("Swagger address"), orNone(endpoint.swaggerUri()));
    if (endpoint.needsKey() && !endpoint.isForeign)
        facts.emplace_back(tr("Guarded by"),
                           tr("a key, in this computer’s keychain; the address is public and plain HTTP"));
    facts.emplace_back(tr("Runs in"), carrierText(endpoint));
    if (!endpoint.isForeign) {
        facts.emplace_back(tr("Serving version"), endpoint.active > 0 ? QString::number(endpoint.active) : u"–"_s);
        facts.emplace_back(tr("Made"), exactTime(endpoint.createdAt));
        facts.emplace_back(tr("Last change"), exactTime(endpoint.changedAt));
    }
    facts.insert(facts.end(), endpoint.facts.begin(), endpoint.facts.end());
    m_endpoint->setFacts(facts);
    const EndpointVersion *newest = endpoint.latest();
    m_versionPart->setVisible(newest && !endpoint.isForeign);
    m_commandPart->setVisible((newest && !endpoint.isForeign) || endpoint.canBeAsked);
    m_deploy->setVisible(!endpoint.isForeign);
    if (endpoint.canBeAsked)
        m_test->setCommand(shellCommand(
            {u"mooring"_s, u"test"_s, endpoint.name, u"--workspace"_s, stringAt(endpoint.about, "workspace")}));
    if (!newest || endpoint.isForeign)
        return;
    showVersion(*newest);
    m_deploy->setCommand(shellCommand(newest->settings.toCommand()));
    m_test->setCommand(shellCommand({u"mooring"_s, u"test"_s, endpoint.name}));
}

void EndpointDetails::showVersion(const EndpointVersion &version)
{
    const QString reason = stringAt(version.environment, "reason");
    std::vector<std::pair<QString, QString>> facts{
        {tr("Version"), QString::number(version.number)},
        {tr("Model"), orNone(version.modelPath)},
        {tr("Code"), orNone(version.codeSource)},
        {tr("Scoring script"), version.settings.score.isEmpty() ? tr("made for MLflow") : version.settings.score},
        {tr("Files"), version.snapshot.contains("files")
                          ? tr("%1, %2").arg(humanCount(intAt(version.snapshot, "files")),
                                             humanSize(intAt(version.snapshot, "totalSize")))
                          : u"–"_s},
        {tr("Environment"), orNone(reason.isEmpty() ? stringAt(version.environment, "tag") : reason)}};
    if (version.settings.runner == u"aci") {
        facts.emplace_back(tr("Container group"), orNone(version.container));
        facts.emplace_back(tr("Image"), orNone(stringAt(version.environment, "image")));
        facts.emplace_back(tr("Workspace"), version.settings.cloud.workspace);
        facts.emplace_back(tr("Size"),
                           tr("%1 cores, %2 GB").arg(version.settings.cloud.cpu).arg(version.settings.cloud.memory));
    } else if (version.settings.runner == u"docker") {
        facts.emplace_back(tr("Container"), orNone(version.container.left(12)));
        facts.emplace_back(tr("Image"), orNone(version.image));
    } else {
        facts.emplace_back(tr("Process"), version.pid ? QString::number(*version.pid) : u"–"_s);
        facts.emplace_back(tr("Python"), orNone(stringAt(version.environment, "python")));
    }
    facts.emplace_back(tr("Cold start"), version.coldStartMs ? humanDuration(*version.coldStartMs) : u"–"_s);
    for (const auto &[name, value] : version.settings.variables)
        facts.emplace_back(name, value);
    m_version->setFacts(facts);
}

void EndpointDetails::setUsage(const InstanceUsage &usage)
{
    m_usagePart->show();
    m_usage->setFacts(
        {{tr("CPU"), tr("%1 % of a core").arg(usage.cpuPercent, 0, 'f', 0)},
         {tr("Memory"), usage.memoryLimit ? tr("%1 of %2").arg(humanSize(usage.memory), humanSize(*usage.memoryLimit))
                                          : humanSize(usage.memory)}});
}

} // namespace mooring
