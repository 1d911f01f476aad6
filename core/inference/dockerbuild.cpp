#include "core/base/failurewords.h"
#include "core/base/files.h"
#include "core/base/text.h"
#include "core/inference/buildrecord.h"
#include "core/inference/dockerrunner.h"
#include "core/inference/growinglog.h"
#include "core/transport/docker/dockerignore.h"
#include "core/transport/docker/kitbuild.h"
#include "core/transport/docker/registryauth.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <sys/stat.h>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kTail = 64 * 1024;

QString tr(const char *text) { return QCoreApplication::translate("mooring::DockerRunner", text); }

/// Changes with the content, without reading it.
QString markOf(const QString &path)
{
    struct stat info
    {
    };
    if (lstat(QFile::encodeName(path).constData(), &info) != 0 || S_ISDIR(info.st_mode))
        return {};
    return u"%1:%2.%3"_s.arg(info.st_size).arg(info.st_mtim.tv_sec).arg(info.st_mtim.tv_nsec);
}

/// One build: its context, its log, its steps with their reasons.
class ImageBuild
{
public:
    ImageBuild(DockerEngine &engine, const ImageRecipe &recipe, const VersionFolder &folder, QString configFolder,
               const DeployWatch &watch, JobContext &context)
        : m_engine(engine),
          m_recipe(recipe),
          m_folder(folder),
          m_configFolder(std::move(configFolder)),
          m_watch(watch),
          m_context(context),
          m_log(DockerRunner::buildLogOf(folder)),
          m_before(BuildRecord::before(folder.path())),
          m_steps([this](BuildStep &step, bool hasEnded) { onStep(step, hasEnded); })
    {
    }

    Result<QString> run(const QString &endpoint)
    {
        if (auto ready = pullBases(); !ready)
            return ready.error();
        if (auto packed = pack(); !packed)
            return packed.error();
        const bool isKit = needsKit();
        m_builder = isKit ? u"BuildKit"_s : m_engine.isPodman() ? u"podman"_s : u"classic"_s;
        const auto onText = [this](const QByteArray &text) {
            m_log.write(text);
            m_tail = (m_tail + text).right(kTail);
            m_steps.add(text);
        };
        auto built = isKit ? buildWithKit(endpoint, onText)
                           : m_engine.build(query(endpoint), m_tar, onText, m_context.cancelToken(),
                                            registryConfigHeader(m_auths));
        m_steps.end(built.ok());
        m_now.steps = m_steps.steps();
        m_now.save(m_folder.path());
        if (!built)
            m_log.write(built.error().cause.toUtf8() + '\n');
        return built;
    }

    Json toJson() const
    {
        Json list = Json::array();
        for (const BuildStep &step : m_now.steps)
            list.push_back(step.toJson());
        return {{"kind", "image"}, {"tag", toStd(m_recipe.tag)}, {"builder", toStd(m_builder)}, {"steps", list}};
    }
    QString tail() const { return QString::fromUtf8(m_tail); }

private:
    bool needsKit() const
    {
        return !m_recipe.secrets.empty() || (!m_engine.isPodman() && !needsBuildKit(m_recipe.dockerfile).isEmpty());
    }

    /// What the engine does not have is pulled ahead of the build: with progress, a sign-in, and a reason when it
    /// fails.
    Result<> pullBases()
    {
        const CancelToken &cancel = m_context.cancelToken();
        for (const QString &image : imagesOfDockerfile(m_recipe.dockerfile)) {
            const QByteArray path = "/images/" + DockerEngine::encoded(image) + "/json";
            auto there = m_engine.get(path, cancel);
            if (!there && there.error().code != u"docker.notFound")
                return there.error();
            const auto auth = findRegistryAuth(registryOfImage(image), m_configFolder, cancel);
            if (auth && *auth)
                m_auths.push_back(**auth);
            if (!there) {
                if (!auth) // asked without: the registry may not want to know who asks
                    m_context.log(auth.error().text(), LogLine::Level::Warning);
                if (auto pulled = pull(image, auth && *auth ? registryAuthHeader(**auth) : QByteArray()); !pulled)
                    return pulled;
                there = m_engine.get(path, cancel);
            }
            if (there)
                m_now.bases[image] = stringAt(*there, "Id");
        }
        return {};
    }

    Result<> pull(const QString &image, const QByteArray &auth)
    {
        m_context.setStep(u"pull"_s, tr("Pulling the image %1").arg(image));
        auto pulled = m_engine.pull(
            image, auth,
            [this](const DockerEngine::PullProgress &progress) {
                if (!progress.text.isEmpty())
                    m_log.write(progress.text.toUtf8() + '\n');
                if (progress.total > 0)
                    m_context.progress(progress.done, progress.total);
            },
            m_context.cancelToken());
        if (!pulled)
            m_log.write(pulled.error().text().toUtf8() + '\n');
        return pulled;
    }

    Result<> pack()
    {
        m_context.setStep(u"build"_s, tr("Building the image"));
        m_tar.addBytes(m_recipe.dockerfileName.toUtf8(), m_recipe.dockerfile);
        for (const auto &[path, content] : m_recipe.files) {
            m_tar.addBytes(path, content);
            m_now.files[QString::fromUtf8(path)] = QString::number(qHash(content, size_t(0)));
        }
        const QString top = m_recipe.contextFolder;
        if (top.isEmpty())
            return {};
        const QString own = m_recipe.dockerfileName;
        // One that belongs to this Dockerfile comes before the folder's.
        const QString special = top + u'/' + own + u".dockerignore"_s;
        const auto ignore = DockerIgnore::parse(
            readWholeFile(QFileInfo::exists(special) ? special : top + u"/.dockerignore"_s).valueOr({}));
        return m_tar.addTree(
            {}, top,
            [&](const QString &path) {
                if (path == own || ignore.leavesOut(path))
                    return true;
                if (m_now.files.size() < BuildRecord::kMostFiles) {
                    if (const QString mark = markOf(top + u'/' + path); !mark.isEmpty())
                        m_now.files[path] = mark;
                }
                return false;
            },
            !ignore.takesBack());
    }

    QByteArray query(const QString &endpoint) const
    {
        QByteArray text = "rm=1&forcerm=1&t=" + DockerEngine::encoded(m_recipe.tag) +
                          "&dockerfile=" + DockerEngine::encoded(m_recipe.dockerfileName) +
                          "&labels=" + DockerEngine::encoded(u"{\"mooring.endpoint\":\"%1\"}"_s.arg(endpoint));
        if (!m_recipe.arguments.empty()) {
            Json arguments = Json::object();
            for (const auto &[name, value] : m_recipe.arguments)
                arguments[toStd(name)] = toStd(value);
            text += "&buildargs=" + DockerEngine::encoded(QString::fromUtf8(toBytes(arguments)));
        }
        return text;
    }

    Result<QString> buildWithKit(const QString &endpoint, const std::function<void(const QByteArray &)> &onText)
    {
        if (m_engine.isPodman()) {
            return Error::failed(u"docker.noBuildKit"_s,
                                 tr("Credentials go to a build as secrets of BuildKit, and podman's service has none."))
                .withFix(tr("Deploy without this computer's network settings, or use Docker."));
        }
        const auto builder = KitBuilder::find(m_context.cancelToken());
        if (!builder)
            return builder.error();
        KitBuilder::Request request;
        request.host = m_engine.door().host();
        request.tag = m_recipe.tag;
        request.dockerfile = m_recipe.dockerfileName;
        request.labels[u"mooring.endpoint"_s] = endpoint;
        request.arguments = m_recipe.arguments;
        for (const auto &each : m_recipe.secrets)
            request.secrets.push_back({each.id, each.file, each.variable});
        return builder->build(request, m_tar, onText, m_context.cancelToken());
    }

    void onStep(BuildStep &step, bool hasEnded)
    {
        const QString number =
            step.total > 0 ? u"%1/%2"_s.arg(step.number).arg(step.total) : QString::number(step.number);
        if (!hasEnded) {
            m_context.log(tr("Step %1: %2").arg(number, step.instruction));
            return m_watch.tellStep(step, false);
        }
        if (step.isBase() || step.isCached)
            return m_watch.tellStep(step, true);
        m_now.steps = m_steps.steps();
        m_now.steps.resize(size_t(&step - m_steps.steps().data()) + 1); // BuildKit ends them out of order
        step.reason = whyBuiltAnew(m_now, m_before);
        m_context.log(tr("Step %1 took %2. %3").arg(number, humanDuration(step.ms.value_or(0)), step.reason));
        m_watch.tellStep(step, true);
    }

    DockerEngine &m_engine;
    const ImageRecipe &m_recipe;
    const VersionFolder &m_folder;
    const QString m_configFolder;
    const DeployWatch &m_watch;
    JobContext &m_context;
    GrowingLog m_log;
    const std::optional<BuildRecord> m_before;
    BuildRecord m_now;
    BuildSteps m_steps;
    TarStream m_tar;
    std::vector<RegistryAuth> m_auths;
    QByteArray m_tail;
    QString m_builder;
};

/// What a person reads about a build that failed.
Error explainBuild(const Error &error, const DeploymentSettings &settings, const QString &log)
{
    if (error.kind == ErrorKind::Canceled || error.code != u"docker.buildFailed")
        return error;
    const QString more = tr("The build log says more: mooring endpoint-logs %1 --name build").arg(settings.name);
    const QString words = failureWords(log);
    Error failed = Error::failed(u"endpoint.buildFailed"_s, tr("The image of the endpoint could not be built."))
                       .withCause(words.isEmpty() ? error.cause : words)
                       .withFix(more);
    const QString certificate = certificateFailure(log + u'\n' + error.cause);
    if (certificate.isEmpty())
        return failed;
    failed.cause = certificate;
    failed.message =
        tr("The image of the endpoint could not be built: a program in it does not trust a certificate, as "
           "happens behind a proxy that looks into TLS.");
    failed.fix = settings.networkSettings
                     ? tr("This computer's certificates were given to the build: the one that is missing must be added "
                          "to them first.") +
                           u' ' + more
                     : tr("Give this computer's certificates to the build: --network-settings.") + u' ' + more;
    failed.detail = {{"remedy", settings.networkSettings ? Json() : Json("networkSettings")}};
    return failed;
}

} // namespace

Result<> DockerRunner::prepare(EndpointVersion &version, const VersionFolder &folder, const DeployWatch &watch,
                               JobContext &context)
{
    const auto docker = engine(context.cancelToken());
    if (!docker)
        return docker.error();
    std::vector<NetworkItem> network;
    if (version.settings.networkSettings)
        network = findNetworkItems(NetworkPlaces::ofThisUser());
    for (const NetworkItem &item : network)
        context.log(u"%1 (%2): %3"_s.arg(item.title, item.origin, item.summary));
    const auto recipe = makeImageRecipe(version.settings, version.modelPath, network);
    if (!recipe)
        return recipe.error();
    (void)writeFileAtomically(folder.path() + u"/Dockerfile"_s, recipe->dockerfile);
    watch.tellDockerfile(recipe->dockerfile);
    version.environment = {{"kind", "image"}, {"tag", toStd(recipe->tag)}};
    const auto there = (*docker)->get("/images/" + DockerEngine::encoded(recipe->tag) + "/json", context.cancelToken());
    if (there && recipe->contextFolder.isEmpty()) {
        version.image = stringAt(*there, "Id");
        context.log(tr("The image %1 is reused: same content.").arg(recipe->tag));
        watch.tellReused();
        return {};
    }
    ImageBuild build(**docker, *recipe, folder, m_find().configFolder, watch, context);
    const auto built = build.run(version.settings.name);
    version.environment = build.toJson();
    if (!built)
        return explainBuild(built.error(), version.settings, build.tail());
    version.image = *built;
    return {};
}

} // namespace mooring
