#include "core/azure/mlruns/mlenvironment.h"

#include "core/azure/http/errorchain.h"
#include "core/environments/environmentfile.h"
#include "core/environments/requirements.h"
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

} // namespace

QString defaultMlImage() { return QString::fromLatin1(kDefaultImage); }

Result<QByteArray> condaOf(const EnvironmentFile &file)
{
    using Kind = RequirementLine::Kind;
    if (file.kind == EnvironmentFile::Kind::Conda)
        return file.files.front().text;
    QByteArray conda = "name: mooring\nchannels:\n  - conda-forge\ndependencies:\n  - python=3.10\n  - pip\n  - pip:\n";
    for (const SpecFile &each : file.files) {
        for (const RequirementLine &line : parseRequirements(each.text)) {
            const bool isHere = line.kind == Kind::Include && !line.path.contains(u"://"_s);
            if (isHere && (line.text.startsWith(u"-c"_s) || line.text.startsWith(u"--constraint"_s)))
                return Error::usage(u"environment.constraints"_s,
                                    tr("%1 line %2 names a file of constraints, which Azure ML does not get.")
                                        .arg(each.name)
                                        .arg(line.number))
                    .withFix(tr("Write the versions into the requirements."));
            if (!isHere) // what is included stands in `files` itself
                conda += "      - " + yamlScalar(line.text) + '\n';
        }
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
        if (!QFileInfo::exists(path)) // named whole: the source folder may be another one than was thought
            return Error::usage(u"environment.fileMissing"_s, tr("There is no environment file %1.").arg(path));
        const auto file = readEnvironmentFile(path, sourceFolder);
        if (!file)
            return file.error();
        const auto conda = condaOf(*file);
        if (!conda)
            return conda.error();
        body["condaFile"] = conda->toStdString();
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
    const auto before = client.arm().jsonIfThere(
        client.call("GET", environment.version(), tr("The environment could not be looked for.")), cancel);
    if (!before)
        return before.error();
    environment.isThere = before->has_value();
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
