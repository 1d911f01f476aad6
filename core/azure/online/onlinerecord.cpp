#include "core/azure/online/onlinerecord.h"

#include "core/azure/http/redaction.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;
using State = EndpointVersion::State;

namespace {

QString tr(const char *text, const char *comment = nullptr)
{
    return QCoreApplication::translate("mooring::OnlineEndpoints", text, comment);
}

Json objectAt(const Json &object, const char *key)
{
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found == object.end() || !found->is_object() ? Json::object() : *found;
}

bool isWord(const QString &text, QLatin1StringView word) { return text.compare(word, Qt::CaseInsensitive) == 0; }

/// "bearing:3" of ".../models/bearing/versions/3", "azureml:bearing:3"; what has neither form, as it is.
QString assetOf(const QString &id)
{
    static const QRegularExpression versioned(u"/([^/]+)/versions/([^/]+)/?$"_s);
    const auto found = versioned.match(id);
    if (found.hasMatch())
        return found.captured(1) + u':' + found.captured(2);
    return id.startsWith(u"azureml:"_s) && !id.contains(u'/') ? id.mid(8) : id;
}

State stateOf(const QString &word)
{
    if (isWord(word, "Creating"_L1))
        return State::Deploying;
    if (isWord(word, "Failed"_L1) || isWord(word, "Canceled"_L1))
        return State::Failed;
    return isWord(word, "Deleting"_L1) ? State::Replaced : State::Serving;
}

std::optional<int> shareOf(const Json &traffic, const QString &deployment)
{
    for (const auto &[name, percent] : traffic.items()) {
        if (fromStd(name).compare(deployment, Qt::CaseInsensitive) == 0 && percent.is_number_integer())
            return int(std::clamp<qint64>(optionalIntAt(traffic, name.c_str()).value_or(0), 0, 100));
    }
    return 0;
}

EndpointVersion versionOf(const Json &document, const Json &traffic)
{
    const Json properties = objectAt(document, "properties"), sku = objectAt(document, "sku");
    EndpointVersion version;
    version.title = stringAt(document, "name");
    version.share = shareOf(traffic, version.title);
    version.headers = {{kDeploymentHeader, version.title.toUtf8()}};
    version.environment["provisioningState"] = toStd(stringAt(properties, "provisioningState", u"Succeeded"_s));
    version.state = stateOf(stringAt(version.environment, "provisioningState"));
    version.createdAt = timeAt(objectAt(document, "systemData"), "createdAt");
    version.modelPath = assetOf(stringAt(properties, "model"));
    version.settings.score = stringAt(objectAt(properties, "codeConfiguration"), "scoringScript");
    version.environment["environment"] = toStd(assetOf(stringAt(properties, "environmentId")));
    version.environment["instanceType"] = toStd(stringAt(properties, "instanceType"));
    if (const auto count = optionalIntAt(sku, "capacity"))
        version.environment["instances"] = *count;
    version.environment["computeType"] = toStd(stringAt(properties, "endpointComputeType"));
    return version;
}

QString percent(const EndpointVersion &version)
{
    return tr("%1 %2 %", "a deployment, its share").arg(version.title).arg(version.share.value_or(0));
}

/// "Succeeded, 90 % of the requests, bearing:3, 2 × Standard_DS3_v2".
QString sentenceOf(const EndpointVersion &version)
{
    QStringList parts{stringAt(version.environment, "provisioningState")};
    parts << (version.share.value_or(0) > 0 ? tr("%1 % of the requests").arg(*version.share) : tr("no requests"));
    parts << version.modelPath << stringAt(version.environment, "environment");
    const QString size = stringAt(version.environment, "instanceType");
    const auto count = optionalIntAt(version.environment, "instances");
    parts << (count && !size.isEmpty() ? u"%1 × %2"_s.arg(*count).arg(size) : size);
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString kindText(const QString &computeType)
{
    if (isWord(computeType, "Managed"_L1))
        return tr("Azure ML, managed");
    if (isWord(computeType, "Kubernetes"_L1))
        return tr("Azure ML, Kubernetes");
    return computeType.isEmpty() ? u"Azure ML"_s : tr("Azure ML, %1").arg(computeType);
}

QString authText(const QString &mode)
{
    if (isWord(mode, "Key"_L1))
        return tr("a key, which Mooring asks Azure for when a request is sent, and does not keep");
    if (isWord(mode, "AMLToken"_L1))
        return tr("a token of Azure ML, which Mooring asks for when a request is sent, and does not keep");
    if (isWord(mode, "AADToken"_L1))
        return tr("the token of the account that is signed in");
    return mode;
}

bool answersRequests(const EndpointVersion &version)
{
    return version.state == State::Serving && version.share.value_or(0) > 0;
}

/// What the deployments make of an endpoint that is itself in order.
void judge(EndpointRecord &record)
{
    const EndpointVersion *best = nullptr, *failed = nullptr;
    bool isStarting = false, hasReady = false;
    for (const EndpointVersion &each : record.versions) {
        if (answersRequests(each) && (!best || *each.share > *best->share))
            best = &each;
        if (each.state == State::Failed && (!failed || each.share.value_or(0) > failed->share.value_or(0)))
            failed = &each;
        isStarting = isStarting || each.state == State::Deploying;
        hasReady = hasReady || each.state == State::Serving;
    }
    record.active = best ? best->number : 0;
    record.reason = failed ? failed->reason : QString();
    if (best && failed && failed->share.value_or(0) > 0)
        record.state = EndpointState::Unhealthy;
    else if (best)
        record.state = EndpointState::Running;
    else if (record.versions.empty()) {
        record.state = EndpointState::Stopped;
        record.reason = tr("It has no deployment: nothing answers.");
    } else if (hasReady) {
        record.state = EndpointState::Unhealthy;
        record.reason = tr("No deployment gets requests: only one that is named with a request answers.");
    } else if (isStarting)
        record.state = EndpointState::Deploying;
    else if (failed)
        record.state = EndpointState::Failed;
    else
        record.state = EndpointState::Unknown;
}

void judgeAll(EndpointRecord &record, const QString &word)
{
    judge(record);
    if (isWord(word, "Succeeded"_L1) || isWord(word, "Updating"_L1))
        return;
    record.active = 0;
    if (isWord(word, "Failed"_L1) || isWord(word, "Canceled"_L1)) {
        record.state = EndpointState::Failed;
        if (record.reason.isEmpty())
            record.reason = tr("Azure says of it: %1.").arg(word);
    } else if (isWord(word, "Creating"_L1)) {
        record.state = EndpointState::Deploying;
    } else { // on its way out, or a word of later
        record.state = EndpointState::Unknown;
        record.stateWord = word;
    }
}

QString failedSentence(const QString &deployment) { return tr("The deployment %1 failed.").arg(deployment); }

void addFacts(EndpointRecord &record, const Json &endpoint, const QString &workspace)
{
    const Json properties = objectAt(endpoint, "properties");
    const auto add = [&record](const QString &label, const QString &value) {
        if (!value.isEmpty())
            record.facts.emplace_back(label, value);
    };
    add(tr("Workspace"), workspace);
    add(tr("Provisioning"), stringAt(record.about, "provisioningState"));
    add(tr("Guarded by"), authText(stringAt(record.about, "authMode")));
    QStringList split;
    for (const EndpointVersion &each : record.versions)
        split << percent(each);
    add(tr("Requests go to"), split.join(u", "_s));
    add(tr("Compute"), stringAt(properties, "compute").section(u'/', -1));
    add(tr("Region"), stringAt(endpoint, "location"));
    add(tr("From the internet"), stringAt(properties, "publicNetworkAccess"));
    add(tr("Made by"), stringAt(objectAt(endpoint, "systemData"), "createdBy"));
    add(tr("Description"), stringAt(properties, "description"));
    for (const EndpointVersion &each : record.versions)
        add(tr("Deployment %1").arg(each.title), sentenceOf(each));
}

Json aboutOf(const EndpointRecord &record, const Json &properties, const QString &workspace, const QString &computeType)
{
    Json deployments = Json::array();
    for (const EndpointVersion &each : record.versions)
        deployments.push_back({{"name", toStd(each.title)},
                               {"provisioningState", textOrNull(stringAt(each.environment, "provisioningState"))},
                               {"traffic", each.share ? Json(*each.share) : Json()},
                               {"computeType", textOrNull(stringAt(each.environment, "computeType"))},
                               {"model", textOrNull(each.modelPath)},
                               {"instanceType", textOrNull(stringAt(each.environment, "instanceType"))},
                               {"instances", intOrNull(optionalIntAt(each.environment, "instances"))},
                               {"reason", textOrNull(each.reason)}});
    return {{"workspace", toStd(workspace)},
            {"computeType", textOrNull(computeType)},
            {"authMode", textOrNull(stringAt(properties, "authMode"))},
            {"provisioningState", toStd(stringAt(properties, "provisioningState", u"Succeeded"_s))},
            {"swaggerUri", textOrNull(stringAt(properties, "swaggerUri"))},
            {"deployments", deployments}};
}

} // namespace

std::optional<EndpointRecord> onlineRecord(const Json &endpoint, const Json &deployments, const QString &workspace,
                                           const NumberOfDeployment &numberOf)
{
    const QString name = stringAt(endpoint, "name");
    if (!endpoint.is_object() || name.isEmpty() || !endpoint.contains("properties") ||
        !endpoint["properties"].is_object())
        return {};
    const Json properties = endpoint["properties"];
    EndpointRecord record;
    record.name = name;
    record.runner = u"online"_s;
    record.isForeign = record.canBeAsked = record.asksForKey = true;
    record.foreignUri = stringAt(properties, "scoringUri");
    record.foreignSwagger = stringAt(properties, "swaggerUri");
    record.createdAt = timeAt(objectAt(endpoint, "systemData"), "createdAt");
    record.changedAt = timeAt(objectAt(endpoint, "systemData"), "lastModifiedAt");
    const Json traffic = objectAt(properties, "traffic");
    for (const Json &each : deployments.is_array() ? deployments : Json::array()) {
        EndpointVersion version = versionOf(each, traffic);
        if (version.title.isEmpty())
            continue;
        version.number = numberOf(name, version.title);
        if (version.state == State::Failed)
            version.reason = failedSentence(version.title);
        record.versions.push_back(std::move(version));
    }
    QString computeType = stringAt(endpoint, "kind");
    if (!record.versions.empty())
        computeType = stringAt(record.versions.front().environment, "computeType", computeType);
    record.maker = kindText(computeType);
    record.about = aboutOf(record, properties, workspace, computeType);
    const QString word = stringAt(record.about, "provisioningState");
    judgeAll(record, word);
    if (deployments.is_null() && record.state == EndpointState::Stopped) {
        record.state = EndpointState::Unknown;
        record.reason = tr("Its deployments could not be listed.");
    }
    addFacts(record, endpoint, workspace);
    return record;
}

void setFailure(EndpointRecord &record, const QString &deployment, const QString &reason)
{
    for (EndpointVersion &each : record.versions) {
        if (each.title == deployment)
            each.reason = reason;
    }
    for (Json &each : record.about["deployments"]) {
        if (stringAt(each, "name") == deployment)
            each["reason"] = toStd(reason);
    }
    judgeAll(record, stringAt(record.about, "provisioningState"));
}

Json keptOf(const Json &endpoint, const Json &deployments)
{
    Json kept = deployments.is_array() ? deployments : Json();
    for (Json &each : kept) {
        if (each.is_object() && each.contains("properties") && each["properties"].is_object())
            each["properties"].erase("environmentVariables");
    }
    return {{"endpoint", withoutSecrets(endpoint)}, {"deployments", withoutSecrets(kept)}};
}

QString operationOf(const Json &deployment)
{
    return stringAt(objectAt(objectAt(deployment, "properties"), "properties"), "AzureAsyncOperationUri");
}

} // namespace mooring
