#include "core/inference/dockerrunner.h"

#include "core/base/files.h"
#include "core/base/ids.h"
#include "core/transport/docker/dockerignore.h"

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
QString buildLog(const VersionFolder &folder) { return folder.path() + u"/build.log"_s; }
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

class LogFile
{
public:
    explicit LogFile(const QString &path) : m_file(path) { m_isOpen = m_file.open(QIODevice::WriteOnly); }
    void write(const QByteArray &bytes)
    {
        if (m_isOpen) { // best effort: a full disk must not end a build
            m_file.write(bytes);
            m_file.flush();
        }
    }

private:
    QFile m_file;
    bool m_isOpen;
};

} // namespace

Result<std::shared_ptr<DockerEngine>> DockerRunner::engine(const CancelToken &cancel)
{
    const std::lock_guard lock(m_mutex);
    if (m_engine && m_engine->get("/version", cancel))
        return m_engine;
    auto opened = DockerEngine::open(m_search, cancel);
    m_engine = opened ? *opened : nullptr;
    return opened;
}

bool DockerRunner::isAvailable(const CancelToken &cancel) { return engine(cancel).ok(); }

Result<> DockerRunner::prepare(EndpointVersion &version, const VersionFolder &folder, JobContext &context)
{
    const auto docker = engine(context.cancelToken());
    if (!docker)
        return docker.error();
    const auto recipe = makeImageRecipe(version.settings, version.modelPath);
    if (!recipe)
        return recipe.error();
    (void)writeFileAtomically(folder.path() + u"/Dockerfile"_s, recipe->dockerfile);
    const QByteArray tag = DockerEngine::encoded(recipe->tag);
    version.environment = {{"kind", "image"}, {"tag", toStd(recipe->tag)}};
    const auto there = (*docker)->get("/images/" + tag + "/json", context.cancelToken());
    if (there && recipe->contextFolder.isEmpty()) {
        version.image = stringAt(*there, "Id");
        context.log(tr("The image %1 is reused: same content.").arg(recipe->tag));
        return {};
    }
    context.setStep(u"build"_s, tr("Building the image"));
    TarStream tar;
    tar.addBytes(recipe->dockerfileName.toUtf8(), recipe->dockerfile);
    for (const auto &[path, content] : recipe->files)
        tar.addBytes(path, content);
    if (!recipe->contextFolder.isEmpty()) {
        const auto ignore = DockerIgnore::parse(readWholeFile(recipe->contextFolder + u"/.dockerignore"_s).valueOr({}));
        const QString own = recipe->dockerfileName;
        if (auto added = tar.addTree({}, recipe->contextFolder,
                                     [&](const QString &path) { return path == own || ignore.leavesOut(path); });
            !added)
            return added;
    }
    LogFile log(buildLog(folder));
    const QByteArray query =
        "rm=1&forcerm=1&t=" + tag + "&dockerfile=" + DockerEngine::encoded(recipe->dockerfileName) +
        "&labels=" + DockerEngine::encoded(u"{\"mooring.endpoint\":\"%1\"}"_s.arg(version.settings.name));
    auto built = (*docker)->build(
        query, tar,
        [&](const QByteArray &text) {
            log.write(text);
            if (text.startsWith("Step ") || text.startsWith("STEP "))
                context.log(QString::fromUtf8(text.trimmed()));
        },
        context.cancelToken());
    if (!built) {
        if (built.error().code != u"docker.buildFailed")
            return built.error();
        log.write(built.error().cause.toUtf8() + '\n');
        return Error::failed(u"endpoint.buildFailed"_s, tr("The image of the endpoint could not be built."))
            .withCause(built.error().cause)
            .withFix(tr("The build log says more: mooring endpoint-logs %1 --name build").arg(version.settings.name));
    }
    version.image = *built;
    return {};
}

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
            LogFile kept(keptLog(version, folder));
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
    if (log == Log::Server && !version.container.isEmpty() && !QFileInfo::exists(keptLog(version, folder))) {
        const auto docker = engine(cancel);
        if (!docker)
            return docker.error();
        const auto read = (*docker)->logs(version.container, follow, sink, cancel);
        if (read || read.error().code != u"docker.notFound")
            return read;
    }
    const QString path = log == Log::Build ? buildLog(folder) : keptLog(version, folder);
    for (qint64 offset = 0;;) {
        const auto block = readFileRange(path, offset, 1024 * 1024);
        if (!block)
            return block.error().code == u"file.missing" ? Result<>() : block.error();
        if (block->isEmpty() || !sink(*block))
            return {};
        offset += block->size();
    }
}

QString DockerRunner::servedCode(const VersionFolder &) const { return kCode; }

QString DockerRunner::logFile(const EndpointVersion &version, const VersionFolder &folder, Log log) const
{
    return log == Log::Build ? buildLog(folder) : keptLog(version, folder);
}

/// Endpoints of "az ml online-deployment --local" and of azureml v1, by the labels that those give. What is pickled in
/// them stays so.
std::vector<EndpointRecord> DockerRunner::foreign(const CancelToken &cancel)
{
    std::vector<EndpointRecord> list;
    const auto docker = engine(cancel);
    if (!docker)
        return list;
    for (const QString &label : {u"azureml-local-endpoint"_s, u"amlIsService"_s}) {
        const auto found =
            (*docker)->get("/containers/json?all=1&filters=" + DockerEngine::labelFilter({label}), cancel);
        if (!found || !found->is_array())
            continue;
        for (const Json &each : *found) {
            EndpointRecord record;
            record.isForeign = true;
            record.runner = u"docker"_s;
            const Json labels = each.value("Labels", Json::object());
            record.name = stringAt(labels, "endpoint", stringAt(labels, "containerName"));
            const Json names = each.value("Names", Json::array());
            if (record.name.isEmpty() && names.is_array() && !names.empty() && names[0].is_string())
                record.name = fromStd(names[0].get<std::string>()).mid(1);
            record.state = stringAt(each, "State") == u"running" ? EndpointState::Running : EndpointState::Stopped;
            const Json ports = each.value("Ports", Json::array());
            for (const Json &port : ports.is_array() ? ports : Json::array()) {
                if (intAt(port, "PrivatePort") == 5001)
                    record.port = int(intAt(port, "PublicPort"));
            }
            list.push_back(std::move(record));
        }
    }
    return list;
}

} // namespace mooring
