#include "core/inference/dockerrunner.h"

#include "core/base/files.h"
#include "core/base/ids.h"
#include "core/inference/growinglog.h"
#include "core/inference/keptlog.h"
#include "core/inference/networksettings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace mooring {

using namespace Qt::StringLiterals;
using Life = InstanceTruth::Life;

namespace {

const QString kCode = u"/var/azureml-app"_s;
constexpr char kModels[] = "/var/azureml-models";
constexpr char kPort[] = "5001/tcp";

QString tr(const char *text) { return QCoreApplication::translate("mooring::DockerRunner", text); }

QString folderLabel(const VersionFolder &folder) { return u"mooring.version="_s + folder.path(); }
QString keptLog(const EndpointVersion &version, const VersionFolder &folder)
{
    return folder.path() + u'/' + version.instance + u".log"_s;
}

/// In the container, as Azure ML names it: the model's name, its version.
QByteArray modelFolder(const EndpointVersion &version)
{
    return QByteArray(kModels) + '/' + version.settings.name.toUtf8() + '/' + QByteArray::number(version.number);
}

Json containerConfig(const EndpointVersion &version, const VersionFolder &folder, int port)
{
    Json environment = Json::array();
    const auto set = [&environment](const QString &name, const QString &value) {
        environment.push_back(toStd(name + u'=' + value));
    };
    set(u"AML_APP_ROOT"_s, kCode);
    set(u"AZUREML_MODEL_DIR"_s, QString::fromUtf8(modelFolder(version)));
    set(u"AZUREML_ENTRY_SCRIPT"_s, version.settings.score);
    set(u"PYTHONUNBUFFERED"_s, u"1"_s);
    if (version.settings.networkSettings) {
        const auto network = withNetwork({}, findNetworkItems(NetworkPlaces::ofThisUser()));
        for (const auto &[name, value] : network.containerVariables) {
            if (!version.settings.variables.contains(name)) // what a person said counts
                set(name, value);
        }
    }
    for (const auto &[name, value] : version.settings.variables)
        set(name, value);
    return {{"Image", toStd(version.image)},
            {"Env", environment},
            {"ExposedPorts", {{kPort, Json::object()}}},
            {"Labels",
             {{"mooring.endpoint", toStd(version.settings.name)},
              {"mooring.version", toStd(folder.path())},
              {"mooring.instance", toStd(version.instance)}}},
            {"HostConfig",
             {{"PortBindings", {{kPort, {{{"HostIp", "127.0.0.1"}, {"HostPort", std::to_string(port)}}}}}},
              {"SecurityOpt", {"no-new-privileges"}}}}};
}

} // namespace

Result<std::shared_ptr<DockerEngine>> DockerRunner::engine(const CancelToken &cancel)
{
    const std::lock_guard lock(m_mutex);
    const DockerSearch search = m_find();
    const bool isWanted = search.chosen == m_wanted && search.rules.plainTcpHost == m_plainTcp;
    if (m_engine && isWanted && m_engine->get("/version", cancel))
        return m_engine;
    auto opened = DockerEngine::open(search, cancel);
    m_engine = opened ? *opened : nullptr;
    m_wanted = search.chosen;
    m_plainTcp = search.rules.plainTcpHost;
    if (opened && !(*opened)->door().isOnThisComputer()) {
        m_engine = nullptr;
        return Error::usage(u"endpoint.engineElsewhere"_s,
                            tr("The engine at %1 is on another computer, where an endpoint's port cannot be reached "
                               "from here.")
                                .arg((*opened)->door().host()))
            .withFix(tr("Choose an engine of this computer, or deploy on that one."));
    }
    return opened;
}

bool DockerRunner::isAvailable(const CancelToken &cancel) { return engine(cancel).ok(); }

Result<> DockerRunner::copyIn(DockerEngine &docker, const EndpointVersion &version, const VersionFolder &folder,
                              const CancelToken &cancel) const
{
    TarStream tar;
    if (auto added = tar.addTree(kCode.mid(1).toUtf8(), folder.code()); !added)
        return added;
    const QByteArray models = modelFolder(version).mid(1);
    const QFileInfo model(version.modelPath);
    const QByteArray name = QFile::encodeName(model.fileName());
    for (qsizetype slash = models.indexOf('/'); slash > 0; slash = models.indexOf('/', slash + 1))
        tar.addFolder(models.left(slash));
    tar.addFolder(models);
    if (model.isDir()) {
        if (auto added = tar.addTree(models + '/' + name, version.modelPath); !added)
            return added;
        for (const QString &entry :
             QDir(version.modelPath).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
            if (QFile::encodeName(entry) != name)
                tar.addLink(models + '/' + QFile::encodeName(entry), name + '/' + QFile::encodeName(entry));
        }
    } else {
        tar.addFile(models + '/' + name, version.modelPath);
    }
    return docker.putArchive(version.container, "/", tar, cancel);
}

Result<> DockerRunner::start(EndpointVersion &version, const VersionFolder &folder, int port, JobContext &context)
{
    const CancelToken &cancel = context.cancelToken();
    const auto docker = engine(cancel);
    if (!docker)
        return docker.error();
    version.instance = u"%1-v%2-%3"_s.arg(version.settings.name).arg(version.number).arg(randomWord(6));
    const QByteArray name = DockerEngine::encoded(u"mooring-"_s + version.instance);
    const auto made =
        (*docker)->post("/containers/create?name=" + name, containerConfig(version, folder, port), cancel);
    if (!made)
        return made.error();
    version.container = stringAt(*made, "Id");
    if (auto copied = copyIn(**docker, version, folder, cancel); !copied)
        return copied;
    context.log(tr("Starting the container %1 on 127.0.0.1:%2").arg(version.container.left(12)).arg(port));
    const auto started =
        (*docker)->post("/containers/" + DockerEngine::encoded(version.container) + "/start", {}, cancel);
    return started ? Result<>() : started.error();
}

Result<InstanceTruth> DockerRunner::look(const EndpointVersion &version, const VersionFolder &,
                                         const CancelToken &cancel)
{
    const auto docker = engine(cancel);
    if (!docker)
        return docker.error();
    const auto found = (*docker)->get("/containers/" + DockerEngine::encoded(version.container) + "/json", cancel);
    if (!found && found.error().code == u"docker.notFound")
        return InstanceTruth{Life::Ended, {}, tr("Its container is gone."), {}};
    if (!found)
        return found.error();
    const Json state = found->value("State", Json::object());
    InstanceTruth truth;
    truth.life = boolAt(state, "Running") ? Life::Alive : Life::Ended;
    if (truth.life == Life::Ended) {
        truth.exitCode = int(intAt(state, "ExitCode"));
        truth.reason = boolAt(state, "OOMKilled") ? tr("The kernel ended it: out of memory.")
                                                  : tr("Its container ended with code %1.").arg(*truth.exitCode);
        if (const QString error = stringAt(state, "Error"); !error.isEmpty())
            truth.reason += u' ' + error;
    }
    return truth;
}

Result<Json> DockerRunner::containersOf(DockerEngine &docker, const VersionFolder &folder,
                                        const CancelToken &cancel) const
{
    return docker.get("/containers/json?all=1&filters=" + DockerEngine::labelFilter({folderLabel(folder)}), cancel);
}

/// All containers of the version: a trial whose Mooring was killed is one of them. The log of the newest is kept.
Result<> DockerRunner::stop(const EndpointVersion &version, const VersionFolder &folder, JobContext &context)
{
    if (version.instance.isEmpty())
        return {};
    const CancelToken &cancel = context.cancelToken();
    const auto docker = engine(cancel);
    if (!docker)
        return docker.error();
    const auto all = containersOf(**docker, folder, cancel);
    if (!all)
        return all.error();
    for (const Json &each : *all) {
        const QByteArray id = DockerEngine::encoded(stringAt(each, "Id"));
        const auto stopped = (*docker)->post("/containers/" + id + "/stop?t=10", {}, cancel);
        if (!stopped && stopped.error().code != u"docker.notFound")
            return stopped.error();
        if (stringAt(each, "Id") == version.container) {
            GrowingLog kept(keptLog(version, folder));
            (void)(*docker)->logs(
                version.container, false,
                [&kept](const QByteArray &bytes) {
                    kept.write(bytes);
                    return true;
                },
                cancel);
        }
        if (auto gone = (*docker)->remove("/containers/" + id + "?force=1&v=1", cancel); !gone)
            return gone;
    }
    return {};
}

Result<> DockerRunner::discard(const EndpointVersion &version, const VersionFolder &folder, JobContext &context)
{
    if (auto stopped = stop(version, folder, context); !stopped)
        return stopped;
    const auto docker = engine(context.cancelToken());
    if (docker && !version.image.isEmpty()) // another version may use it: then the engine refuses, rightly
        (void)(*docker)->remove("/images/" + DockerEngine::encoded(stringAt(version.environment, "tag")),
                                context.cancelToken());
    return {};
}

Result<> DockerRunner::readLog(const EndpointVersion &version, const VersionFolder &folder, Log log, bool follow,
                               const Sink &sink, const CancelToken &cancel)
{
    if (!writesLogFile(version, folder, log)) {
        const auto docker = engine(cancel);
        if (!docker)
            return docker.error();
        const auto read = (*docker)->logs(version.container, follow, sink, cancel);
        if (read || read.error().code != u"docker.notFound")
            return read;
    }
    return readKeptLog(logFile(version, folder, log), sink);
}

QString DockerRunner::servedCode(const VersionFolder &) const { return kCode; }

/// The engine keeps it as long as the container is there.
bool DockerRunner::writesLogFile(const EndpointVersion &version, const VersionFolder &folder, Log log) const
{
    return log == Log::Build || version.container.isEmpty() || QFileInfo::exists(keptLog(version, folder));
}

QString DockerRunner::logFile(const EndpointVersion &version, const VersionFolder &folder, Log log) const
{
    return log == Log::Build ? buildLogOf(folder) : keptLog(version, folder);
}

} // namespace mooring
