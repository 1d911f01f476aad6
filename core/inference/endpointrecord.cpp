#include "core/inference/endpointrecord.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

using State = EndpointVersion::State;

constexpr std::array<std::pair<State, QStringView>, 4> kStates{{{State::Deploying, u"deploying"},
                                                                {State::Serving, u"serving"},
                                                                {State::Replaced, u"replaced"},
                                                                {State::Failed, u"failed"}}};

QString tr(const char *text) { return QCoreApplication::translate("mooring::EndpointRecord", text); }

Json member(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found == object.end() ? Json() : *found;
}

Json portOrNull(int port) { return port > 0 ? Json(port) : Json(); }

} // namespace

QString toWord(EndpointVersion::State state)
{
    for (const auto &[each, word] : kStates) {
        if (each == state)
            return word.toString();
    }
    return {};
}

Json EndpointVersion::toJson() const
{
    return {{"version", number},
            {"state", toStd(toWord(state))},
            {"settings", settings.toJson()},
            {"modelPath", textOrNull(modelPath)},
            {"codeSource", textOrNull(codeSource)},
            {"instance", textOrNull(instance)},
            {"container", textOrNull(container)},
            {"image", textOrNull(image)},
            {"host", own.port > 0 ? textOrNull(own.host) : Json()},
            {"port", portOrNull(own.port)},
            {"dnsName", textOrNull(own.name)},
            {"needsKey", needsKey},
            {"pid", intOrNull(pid)},
            {"coldStartMs", intOrNull(coldStartMs)},
            {"createdAt", timeOrNull(createdAt)},
            {"reason", textOrNull(reason)},
            {"failure", failure ? failure->toJson() : Json()},
            {"environment", environment},
            {"snapshot", snapshot}};
}

Result<EndpointVersion> EndpointVersion::fromJson(const Json &value)
{
    auto settings = DeploymentSettings::fromJson(member(value, "settings"));
    if (!settings)
        return settings.error();
    EndpointVersion version;
    version.number = int(intAt(value, "version"));
    version.settings = std::move(*settings);
    version.state = State::Failed;
    for (const auto &[state, word] : kStates) {
        if (stringAt(value, "state") == word)
            version.state = state;
    }
    version.modelPath = stringAt(value, "modelPath");
    version.codeSource = stringAt(value, "codeSource");
    version.instance = stringAt(value, "instance");
    version.container = stringAt(value, "container");
    version.image = stringAt(value, "image");
    version.own = {stringAt(value, "host"), int(intAt(value, "port")), stringAt(value, "dnsName")};
    version.needsKey = boolAt(value, "needsKey");
    version.pid = optionalIntAt(value, "pid");
    version.coldStartMs = optionalIntAt(value, "coldStartMs");
    version.createdAt = timeAt(value, "createdAt");
    version.reason = stringAt(value, "reason");
    version.failure = InitFailure::fromJson(member(value, "failure"));
    version.environment = member(value, "environment");
    version.snapshot = member(value, "snapshot");
    return version;
}

const EndpointVersion *EndpointRecord::version(int number) const
{
    const auto found = std::find_if(versions.begin(), versions.end(),
                                    [number](const EndpointVersion &each) { return each.number == number; });
    return found == versions.end() ? nullptr : &*found;
}

EndpointVersion *EndpointRecord::version(int number)
{
    return const_cast<EndpointVersion *>(std::as_const(*this).version(number));
}

const EndpointVersion *EndpointRecord::versionLabeled(const QString &label) const
{
    const auto found = std::find_if(versions.begin(), versions.end(), [&label](const EndpointVersion &each) {
        return each.label().compare(label, Qt::CaseInsensitive) == 0;
    });
    return found == versions.end() ? nullptr : &*found;
}

Error noVersion(const QString &endpoint, const QString &version)
{
    return Error::usage(u"endpoint.noVersion"_s, tr("The endpoint %1 has no version %2.").arg(endpoint, version));
}

const InitFailure *EndpointRecord::pinned() const
{
    const EndpointVersion *newest = latest();
    return newest && newest->failure ? &*newest->failure : nullptr;
}

ServerAddress EndpointRecord::address() const
{
    const EndpointVersion *version = serving();
    return version ? version->address(port) : ServerAddress::onThisComputer(port);
}

QString EndpointRecord::scoringUri() const
{
    if (isForeign)
        return foreignUri;
    return address().url(u"/score"_s);
}

QString EndpointRecord::swaggerUri() const
{
    if (isForeign)
        return foreignSwagger;
    return address().url(u"/swagger.json"_s);
}

Json EndpointRecord::toListJson() const
{
    Json json{{"endpoint", toStd(name)},
              {"state", toStd(toWord(state))},
              {"scoringUri", textOrNull(scoringUri())},
              {"port", portOrNull(address().port)},
              {"to", textOrNull(runner)},
              {"version", textOrNull(active > 0 && !serving() ? QString::number(active) : servingLabel())},
              {"owner", isForeign ? "foreign" : "mooring"},
              {"reason", textOrNull(reason)},
              {"createdAt", timeOrNull(createdAt)}};
    if (isForeign)
        json["maker"] = textOrNull(maker);
    if (about.is_object())
        json.update(about);
    if (const InitFailure *failure = pinned())
        json["failure"] = failure->toJson();
    return json;
}

Json EndpointRecord::toDeployedJson() const
{
    const EndpointVersion *serves = serving();
    Json json{{"endpoint", toStd(name)},
              {"state", toStd(toWord(state))},
              {"scoringUri", textOrNull(scoringUri())},
              {"swaggerUri", textOrNull(swaggerUri())},
              {"port", portOrNull(address().port)}};
    if (serves && !serves->container.isEmpty())
        json["container"] = textOrNull(serves->container);
    else
        json["pid"] = intOrNull(serves ? serves->pid : std::nullopt);
    json["version"] = active > 0 ? Json(QString::number(active).toStdString()) : Json();
    json["to"] = textOrNull(runner);
    json["coldStartMs"] = intOrNull(serves ? serves->coldStartMs : std::nullopt);
    return json;
}

Json EndpointRecord::toStoreJson() const
{
    Json list = Json::array();
    for (const EndpointVersion &each : versions)
        list.push_back(each.toJson());
    return {{"endpoint", toStd(name)},
            {"to", toStd(runner)},
            {"state", toStd(toWord(state))},
            {"reason", textOrNull(reason)},
            {"port", portOrNull(port)},
            {"active", active},
            {"createdAt", timeOrNull(createdAt)},
            {"changedAt", timeOrNull(changedAt)},
            {"worker", textOrNull(worker)},
            {"versions", list}};
}

Result<EndpointRecord> EndpointRecord::fromStoreJson(const Json &value)
{
    EndpointRecord record;
    record.name = stringAt(value, "endpoint");
    const auto state = endpointStateFromWord(stringAt(value, "state"));
    if (record.name.isEmpty() || !state)
        return Error::failed(u"endpoint.badRecord"_s, tr("The record of an endpoint cannot be read."));
    record.state = *state;
    record.runner = stringAt(value, "to", u"process"_s);
    record.reason = stringAt(value, "reason");
    record.port = int(intAt(value, "port"));
    record.active = int(intAt(value, "active"));
    record.createdAt = timeAt(value, "createdAt");
    record.changedAt = timeAt(value, "changedAt");
    record.worker = stringAt(value, "worker");
    const Json versions = member(value, "versions");
    for (const Json &each : versions.is_array() ? versions : Json::array()) {
        auto version = EndpointVersion::fromJson(each);
        if (!version)
            return version.error();
        record.versions.push_back(std::move(*version));
    }
    return record;
}

} // namespace mooring
