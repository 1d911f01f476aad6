#include "core/base/clock.h"
#include "core/inference/dockerrunner.h"

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr int kServerPort = 5001;

struct Maker
{
    const char *label;
    QStringView name;
    const char *title; ///< the label with the endpoint's name
    const char *port;  ///< the label with the server's port inside
};

// What these programs put on the containers that they make. Other labels of theirs are pickles and JSON of their own
// objects: they are not looked at, for a pickle that is read is a program that is run.
constexpr Maker kMakers[] = {{"azureml-local-endpoint", u"az ml --local", "endpoint", "azureml-port"},
                             {"amlIsService", u"azureml v1", "amlServiceName", ""}};

EndpointState stateOf(const QString &word)
{
    if (word == u"running")
        return EndpointState::Running;
    return word == u"created" || word == u"restarting" ? EndpointState::Deploying : EndpointState::Stopped;
}

/// Where the server's port is published; the container has other ports too.
int publishedPort(const Json &container, int inside)
{
    const Json ports = container.value("Ports", Json::array());
    for (const Json &port : ports.is_array() ? ports : Json::array()) {
        if (port.is_object() && intAt(port, "PrivatePort") == inside && intAt(port, "PublicPort") > 0)
            return int(intAt(port, "PublicPort"));
    }
    return 0;
}

EndpointRecord describe(const Json &container, const Maker &maker)
{
    EndpointRecord record;
    record.isForeign = true;
    record.runner = u"docker"_s;
    record.maker = maker.name.toString();
    const Json labels = container.value("Labels", Json::object());
    record.name = stringAt(labels, maker.title);
    const Json names = container.value("Names", Json::array());
    if (record.name.isEmpty() && names.is_array() && !names.empty() && names[0].is_string())
        record.name = fromStd(names[0].get<std::string>()).mid(1);
    record.state = stateOf(stringAt(container, "State"));
    const int inside = stringAt(labels, maker.port).toInt();
    record.port = publishedPort(container, inside > 0 && inside < 65536 ? inside : kServerPort);
    if (record.port > 0)
        record.foreignUri = u"http://127.0.0.1:%1/score"_s.arg(record.port);
    if (const qint64 created = intAt(container, "Created"); created > 0)
        record.createdAt = QDateTime::fromSecsSinceEpoch(created, Qt::UTC);
    return record;
}

} // namespace

std::vector<EndpointRecord> DockerRunner::foreign(const CancelToken &cancel)
{
    std::vector<EndpointRecord> list;
    const auto docker = engine(cancel);
    if (!docker)
        return list;
    for (const Maker &maker : kMakers) {
        const auto found = (*docker)->get(
            "/containers/json?all=1&filters=" + DockerEngine::labelFilter({QString::fromLatin1(maker.label)}), cancel);
        if (!found || !found->is_array())
            continue;
        for (const Json &each : *found) {
            if (each.is_object())
                list.push_back(describe(each, maker));
        }
    }
    return list;
}

Result<> DockerRunner::watchUsage(const EndpointVersion &version, const VersionFolder &, const UsageSink &sink,
                                  const CancelToken &cancel)
{
    const auto docker = engine(cancel);
    if (!docker)
        return docker.error();
    return (*docker)->usage(
        version.container,
        [&sink](const DockerEngine::Usage &now) {
            return sink({nowUtc(), now.cpuPercent, now.memory,
                         now.memoryLimit > 0 ? std::optional(now.memoryLimit) : std::nullopt});
        },
        cancel);
}

} // namespace mooring
