#include "core/azure/mlruns/mlenvironment.h"

#include "core/azure/http/errorchain.h"
#include "core/base/files.h"
#include "core/runs/runsettings.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::MlEnvironment", text); }

constexpr const char *kDefaultImage = "mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04";
constexpr qint64 kLongestFile = 1024 * 1024;

bool isConda(const QString &file)
{
    const QString ending = QFileInfo(file).suffix().toLower();
    return ending == u"yml" || ending == u"yaml";
}

} // namespace

QString defaultMlImage() { return QString::fromLatin1(kDefaultImage); }

QByteArray condaOf(const QByteArray &requirements)
{
    QByteArray conda = "name: mooring\nchannels:\n  - conda-forge\ndependencies:\n  - python=3.10\n  - pip\n  - pip:\n";
    for (const QByteArray &line : requirements.split('\n')) {
        const QByteArray text = line.trimmed();
        if (!text.isEmpty() && !text.startsWith('#'))
            conda += "      - " + yamlScalar(QString::fromUtf8(text)) + '\n';
    }
    return conda;
}

Result<Json> environmentBody(const EnvironmentChoice &choice, const QString &sourceFolder)
{
    using Kind = EnvironmentChoice::Kind;
    Json body = {{"image", kDefaultImage}, {"osType", "Linux"}};
    switch (choice.kind) {
    case Kind::Default:
        break;
    case Kind::Image:
        body["image"] = toStd(choice.value);
        break;
    case Kind::Python:
        return Error::usage(u"run.pythonElsewhere"_s, tr("Azure ML runs in an image: there is no interpreter to name."))
            .withFix(u"--env FILE, --image IMAGE"_s);
    case Kind::File: {
        const QString path = QDir(sourceFolder).absoluteFilePath(choice.value);
        const auto content = readWholeFile(path, kLongestFile);
        if (!content)
            return Error::usage(u"environment.fileMissing"_s,
                                tr("The environment file %1 could not be read.").arg(path))
                .withCause(content.error().cause.isEmpty() ? content.error().message : content.error().cause);
        body["condaFile"] = (isConda(path) ? *content : condaOf(*content)).toStdString();
        break;
    }
    }
    return Result<Json>(std::move(body));
}

Result<MlEnvironment> findEnvironment(MlClient &client, const EnvironmentChoice &choice, const QString &sourceFolder,
                                      const CancelToken &cancel)
{
    auto body = environmentBody(choice, sourceFolder);
    if (!body)
        return body.error();
    const QByteArray key = QCryptographicHash::hash(toBytes(*body), QCryptographicHash::Sha256).toHex().left(16);
    MlEnvironment environment{u"mooring-"_s + QString::fromLatin1(key), std::move(*body), false};
    const QString what = tr("The environment could not be looked for.");
    const auto before = client.arm().send(client.call("GET", environment.version(), what), cancel);
    if (!before)
        return before.error();
    if (!before->isSuccess() && before->status != 404)
        return errorOf(*before, what);
    environment.isThere = before->isSuccess();
    return environment;
}

Result<QString> ensureEnvironment(MlClient &client, const EnvironmentChoice &choice, const QString &sourceFolder,
                                  JobContext &context)
{
    const auto environment = findEnvironment(client, choice, sourceFolder, context.cancelToken());
    if (!environment)
        return environment.error();
    const QString id = client.workspace().id.text + u'/' + environment->version();
    if (environment->isThere) {
        context.log(tr("The environment %1 is used again.").arg(environment->name));
        return id;
    }
    const auto made =
        client.arm().json(client.call("PUT", environment->version(), tr("The environment could not be made."),
                                      {{"properties", environment->body}}),
                          context.cancelToken());
    if (!made)
        return made.error();
    context.log(
        tr("The environment %1 is new: Azure ML builds its image before the first run.").arg(environment->name));
    return id;
}

} // namespace mooring
