#include "tests/core/azure/aci/acibench.h"

#include "core/base/files.h"

namespace mooring::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString kGroups =
    practice::groupId(practice::kGroup) + u"/providers/Microsoft.ContainerInstance/containerGroups"_s;
const QString kVersion = u"?api-version=2023-05-01"_s;

} // namespace

AciBench::AciBench(const std::shared_ptr<std::atomic<int>> &uploads)
    : LabProfile([uploads](const QString &kind, const LabRequest &request, const LabReply &) {
          *uploads += kind == u"blob" && request.method == "PUT" ? 1 : 0;
      }),
      uploadCount(uploads)
{
    runner = std::make_shared<AciRunner>(openMlBy(*workspace, *signIn), *credentials);
    runner->setPause(50ms);
    service = std::make_unique<EndpointService>(*workspace, profile.profile.endpointsFolder(),
                                                EndpointService::Runners{{u"aci"_s, runner}}, FindRunOutput());
    MOORING_OK(makeFolder(files.filePath(u"model"_s)));
    MOORING_OK(makeFolder(files.filePath(u"src"_s)));
    MOORING_OK(writeFileAtomically(files.filePath(u"model/weights.txt"_s), "weights", 0644));
    MOORING_OK(writeFileAtomically(files.filePath(u"src/score.py"_s),
                                   "def init():\n    pass\ndef run(body):\n    return 1\n", 0644));
}

DeployRequest AciBench::request(const QString &name, bool replace) const
{
    DeployRequest wanted;
    wanted.settings.name = name;
    wanted.settings.model = files.filePath(u"model"_s);
    wanted.settings.source = files.filePath(u"src"_s);
    wanted.settings.score = u"score.py"_s;
    wanted.settings.runner = u"aci"_s;
    wanted.settings.cloud.workspace = u"lab"_s;
    wanted.replace = replace;
    return wanted;
}

QStringList AciBench::groups() const
{
    QStringList names;
    for (const Json &each : lab.jsonOf(lab.ask(u"arm"_s, "GET", kGroups + kVersion)).value("value", Json::array()))
        names << stringAt(each, "name");
    return names;
}

WebReply AciBench::askGroup(const QByteArray &method, const QString &name, const Json &body) const
{
    return lab.ask(u"arm"_s, method, kGroups + u'/' + name + kVersion, body);
}

int AciBench::uploads() const { return *uploadCount; }

int AciBench::scored(const QString &endpoint)
{
    const auto call = service->score(endpoint, 0, {"{}"}, context);
    if (!call)
        qWarning("%s", qPrintable(call.error().text()));
    return call ? call->status : 0;
}

int AciBench::scoredAs(const ServerAddress &server) const
{
    return callScore(server, {"{}"}, 5s, {}).valueOr({}).status;
}

QByteArray AciBench::keyOf(const EndpointRecord &record, int version) const
{
    const EndpointVersion *known = record.version(version);
    return known ? credentials->read(keyName(*known, ownerOf(folderOf(record.name, version))), {}).valueOr({})
                 : QByteArray();
}

} // namespace mooring::test
