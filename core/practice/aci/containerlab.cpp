#include "core/practice/aci/containerlab.h"

#include "core/base/clock.h"
#include "core/practice/arm/armerror.h"
#include "core/practice/arm/armoperations.h"
#include "core/practice/world/labmodel.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTcpServer>

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

const QString kProvider = u"Microsoft.ContainerInstance"_s;

/// What a service never shows again.
void dropSecrets(Json &properties)
{
    if (properties.contains("imageRegistryCredentials") && properties["imageRegistryCredentials"].is_array()) {
        for (Json &credential : properties["imageRegistryCredentials"])
            credential.erase("password");
    }
    for (Json &container : properties["containers"]) {
        Json &inner = container["properties"];
        if (!inner.contains("environmentVariables") || !inner["environmentVariables"].is_array())
            continue;
        for (Json &variable : inner["environmentVariables"])
            variable.erase("secureValue");
    }
    if (properties.contains("volumes") && properties["volumes"].is_array()) {
        for (Json &volume : properties["volumes"]) {
            if (volume.contains("secret"))
                volume["secret"] = Json::object();
        }
    }
}

/// What callers have to send: the file "key" of a secret volume. Empty: nothing.
QByteArray keyIn(const Json &properties)
{
    for (const Json &volume : properties.value("volumes", Json::array())) {
        const QByteArray key =
            QByteArray::fromBase64(stringAt(volume.value("secret", Json::object()), "key").toLatin1());
        if (!key.isEmpty())
            return key;
    }
    return {};
}

/// A pretend model whose image has the word "fail" in its name ends in its init().
bool isToFail(const Json &document)
{
    return stringAt(document["properties"]["containers"][0]["properties"], "image").contains(u"fail"_s);
}

QString missing(const Json &properties)
{
    if (!properties.contains("containers") || !properties["containers"].is_array() || properties["containers"].empty())
        return u"containers"_s;
    for (const Json &container : properties["containers"]) {
        const Json inner = container.value("properties", Json::object());
        if (stringAt(container, "name").isEmpty() || stringAt(inner, "image").isEmpty() || !inner.contains("resources"))
            return u"name, image or resources of a container"_s;
    }
    return properties.contains("osType") ? QString() : u"osType"_s;
}

Json event(const char *name, const QString &message, const QDateTime &at)
{
    return {{"count", 1},   {"firstTimestamp", labTime(at)}, {"lastTimestamp", labTime(at)},
            {"name", name}, {"message", toStd(message)},     {"type", "Normal"}};
}

bool isFree(const QString &address, const Json &ports)
{
    return std::all_of(ports.begin(), ports.end(), [&](const Json &port) {
        return QTcpServer().listen(QHostAddress(address), quint16(intAt(port, "port")));
    });
}

/// Where no other lab on this computer serves these ports; the first that was tried, when all are taken.
QString freeAddress(qint64 first, const Json &ports)
{
    constexpr int kAddresses = 250;
    const auto at = [](qint64 index) { return u"127.80.82.%1"_s.arg(index % kAddresses + 1); };
    for (int i = 0; i < kAddresses; ++i) {
        if (isFree(at(first + i), ports))
            return at(first + i);
    }
    return at(first);
}

} // namespace

QString ContainerLab::keyOf(const LabPath &path) { return (path.at("g") + u'/' + path.at("group")).toLower(); }

void ContainerLab::addTo(LabRoutes &routes)
{
    const QString rp = u"/providers/Microsoft.ContainerInstance"_s;
    const QString all = u"/subscriptions/{s}/resourceGroups/{g}"_s + rp + u"/containerGroups"_s;
    const QString one = all + u"/{group}"_s;
    const auto lists = [this](const LabRequest &, const LabPath &path) { return list(path); };
    routes.add("GET", u"/subscriptions/{s}"_s + rp + u"/containerGroups"_s, lists);
    routes.add("GET", all, lists);
    routes.add("GET", one, [this](const LabRequest &, const LabPath &path) {
        return withGroup(path, [this](Group &group) { return LabReply::json(shown(group)); });
    });
    routes.add("PUT", one, [this](const LabRequest &request, const LabPath &path) { return put(request, path); });
    routes.add("DELETE", one, [this](const LabRequest &, const LabPath &path) {
        const auto found = m_groups.find(keyOf(path));
        if (found == m_groups.end())
            return LabReply{204};
        const LabReply reply = LabReply::json(shown(found->second));
        m_groups.erase(found);
        return reply;
    });
    for (const QString &action : {u"start"_s, u"stop"_s, u"restart"_s}) {
        routes.add("POST", one + u'/' + action,
                   [this, action](const LabRequest &, const LabPath &path) { return act(path, action); });
    }
    routes.add("GET", one + u"/containers/{container}/logs"_s,
               [this](const LabRequest &request, const LabPath &path) { return logs(request, path); });
    const QString place = u"/subscriptions/{s}"_s + rp + u"/locations/{l}"_s;
    routes.add("GET", place + u"/usages"_s, [this](const LabRequest &, const LabPath &) { return usages(); });
    routes.add("GET", place + u"/capabilities"_s, [](const LabRequest &, const LabPath &) {
        const Json limits{{"maxMemoryInGB", 16.0}, {"maxCpu", 4.0}, {"maxGpuCount", 0.0}};
        return LabReply::json({{"value", Json::array({{{"resourceType", "containerGroups"},
                                                       {"osType", "Linux"},
                                                       {"location", practice::kRegion},
                                                       {"ipAddressType", "Public"},
                                                       {"gpu", "None"},
                                                       {"capabilities", limits}}})}});
    });
}

LabReply ContainerLab::withGroup(const LabPath &path, const std::function<LabReply(Group &)> &work)
{
    const auto found = m_groups.find(keyOf(path));
    return found == m_groups.end() ? notFound(path.at("group")) : work(found->second);
}

LabReply ContainerLab::list(const LabPath &path) const
{
    Json value = Json::array();
    for (const auto &[key, group] : m_groups) {
        if (!path.at("g").isEmpty() && !key.startsWith(path.at("g").toLower() + u'/'))
            continue;
        Json document = shown(group);
        document["properties"].erase("instanceView"); // lists are without it
        value.push_back(document);
    }
    return LabReply::json({{"value", value}});
}

LabReply ContainerLab::put(const LabRequest &request, const LabPath &path)
{
    const QString name = path.at("group");
    static const QRegularExpression good(u"^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$"_s);
    if (!good.match(name).hasMatch() || name.contains(u"--"_s))
        return armError(400, "InvalidContainerGroupName", u"The container group name '%1' is invalid."_s.arg(name));
    const Json sent = request.json();
    Json properties = sent.value("properties", Json::object());
    if (const QString what = missing(properties); !what.isEmpty())
        return armError(400, "InvalidRequestContent", u"The request lacks: %1."_s.arg(what));
    if (m_world.faults.strikes(LabFault::QuotaZero))
        return armError(
            409, "ContainerGroupQuotaReached",
            u"Resource type 'Microsoft.ContainerInstance/containerGroups' container group quota 'StandardCores' "
            u"exceeded in region 'koreacentral'. Limit: '0', Usage: '0' Requested: '1'."_s);
    const QByteArray modelKey = keyIn(properties);
    dropSecrets(properties);
    const QString key = keyOf(path);
    const bool isNew = !m_groups.contains(key);
    m_groups.erase(key);
    Group &group = m_groups[key];
    group.madeAt = nowUtc();
    group.key = modelKey;
    group.state = u"Pending"_s;
    const bool isPublic = properties.contains("ipAddress") && properties["ipAddress"].is_object();
    group.address = freeAddress(QCoreApplication::applicationPid() + ++m_made,
                                isPublic ? properties["ipAddress"].value("ports", Json::array()) : Json::array());
    if (isPublic)
        properties["ipAddress"]["ip"] = toStd(group.address);
    properties["provisioningState"] = "Pending";
    group.document = {{"id", toStd(u'/' + request.segments.join(u'/'))},
                      {"name", toStd(name)},
                      {"type", "Microsoft.ContainerInstance/containerGroups"},
                      {"location", sent.value("location", Json(practice::kRegion))},
                      {"properties", properties}};
    if (sent.contains("tags") && sent["tags"].is_object())
        group.document["tags"] = sent["tags"];
    const QString operation =
        m_world.operations.begin(m_world.provisioningMs(), [this, key] { return finishPut(key); });
    return withOperation(LabReply::json(shown(group), isNew ? 201 : 200), request, kProvider, operation,
                         OperationHeaders::Status);
}

std::optional<Json> ContainerLab::finishPut(const QString &key)
{
    const auto found = m_groups.find(key);
    if (found == m_groups.end())
        return {};
    Group &group = found->second;
    if (m_world.faults.strikes(LabFault::NestedError)) {
        group.state = u"Failed"_s;
        group.document["properties"]["provisioningState"] = "Failed";
        const Json cause = armErrorDetail("InaccessibleImage", u"The image is not accessible: manifest unknown."_s);
        return armErrorDetail("DeploymentFailed", u"The container group could not be deployed."_s,
                              Json::array({cause}));
    }
    group.document["properties"]["provisioningState"] = "Succeeded";
    group.state = u"Running"_s;
    group.hasFailed = isToFail(group.document);
    if (!group.hasFailed)
        serve(group);
    return {};
}

/// A port that is taken, or below 1024 without the right to it, is not served: as behind a firewall.
void ContainerLab::serve(Group &group)
{
    group.servers.clear();
    const Json properties = group.document["properties"];
    if (!properties.contains("ipAddress"))
        return;
    for (const Json &port : properties["ipAddress"].value("ports", Json::array())) {
        auto server =
            std::make_unique<LabServer>(nullptr, [&group](const LabRequest &request) { return model(group, request); });
        if (server->open(group.address, quint16(intAt(port, "port"))))
            group.servers.push_back(std::move(server));
    }
}

LabReply ContainerLab::model(Group &group, const LabRequest &request)
{
    ++group.requests;
    return pretendModel(request, request.path, group.key);
}

LabReply ContainerLab::act(const LabPath &path, const QString &action)
{
    return withGroup(path, [&](Group &group) {
        if (action == u"stop") {
            group.servers.clear();
            group.state = u"Stopped"_s;
        } else {
            group.restarts += action == u"restart" ? 1 : 0;
            group.state = u"Running"_s;
            serve(group);
        }
        return LabReply{204};
    });
}

LabReply ContainerLab::logs(const LabRequest &request, const LabPath &path)
{
    return withGroup(path, [&](Group &group) {
        QStringList lines;
        const bool isStamped = request.argument("timestamps") == u"true";
        for (int i = 0; i <= group.restarts && group.state != u"Pending"; ++i)
            lines << u"Practice lab: a pretend container, nothing is executed"_s << u"Listening"_s;
        if (group.hasFailed)
            lines << u"Traceback (most recent call last):"_s
                  << u"  File \"/tmp/mooring/code/score.py\", line 2, in init"_s << u"    raise ValueError()"_s
                  << u"ValueError: practice: a model that fails in init()"_s;
        for (int i = 0; i < group.requests; ++i)
            lines << u"request %1"_s.arg(i + 1);
        if (isStamped) {
            for (qsizetype i = 0; i < lines.size(); ++i)
                lines[i] = toIso(group.madeAt.addSecs(i)) + u' ' + lines[i];
        }
        const qsizetype tail = request.argument("tail").toLongLong();
        if (tail > 0 && tail < lines.size())
            lines = lines.mid(lines.size() - tail);
        return LabReply::json({{"content", lines.isEmpty() ? std::string() : toStd(lines.join(u'\n') + u'\n')}});
    });
}

Json ContainerLab::shown(const Group &group) const
{
    Json document = group.document;
    Json events = Json::array();
    if (group.state != u"Pending")
        events = Json::array({event("Pulling", u"pulling image"_s, group.madeAt),
                              event("Pulled", u"Successfully pulled image"_s, group.madeAt.addSecs(1)),
                              event("Started", u"Started container"_s, group.madeAt.addSecs(2))});
    document["properties"]["instanceView"] = {{"events", Json::array()}, {"state", toStd(group.state)}};
    const bool isRunning = group.state == u"Running";
    for (Json &container : document["properties"]["containers"]) {
        Json now{{"state", isRunning                   ? "Running"
                           : group.state == u"Pending" ? "Waiting"
                                                       : "Terminated"},
                 {"detailStatus", ""}};
        if (group.hasFailed)
            now = {{"state", "Waiting"}, {"detailStatus", "CrashLoopBackOff"}};
        else if (isRunning)
            now["startTime"] = labTime(group.madeAt);
        container["properties"]["instanceView"] = {
            {"restartCount", group.restarts}, {"currentState", now}, {"events", events}};
        if (group.hasFailed)
            container["properties"]["instanceView"]["previousState"] = {
                {"state", "Terminated"}, {"exitCode", 3}, {"detailStatus", "Error"}};
    }
    return document;
}

LabReply ContainerLab::usages() const
{
    const int limit = m_world.faults.isOn(LabFault::QuotaZero) ? 0 : 10;
    Json value = Json::array();
    for (const char *what : {"ContainerGroups", "StandardCores"}) {
        value.push_back({{"id", "/subscriptions/" + std::string(practice::kSubscription) +
                                    "/providers/Microsoft.ContainerInstance/locations/koreacentral/usages/" + what},
                         {"unit", "Count"},
                         {"currentValue", int(m_groups.size())},
                         {"limit", limit},
                         {"name", {{"value", what}, {"localizedValue", what}}}});
    }
    return LabReply::json({{"value", value}});
}

} // namespace mooring
