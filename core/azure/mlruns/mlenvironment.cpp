#include "core/azure/mlruns/mlenvironment.h"

#include "core/azure/http/errorchain.h"
#include "core/base/files.h"
#include "core/runs/runsettings.h"

#include <QCoreApplication>
#include <QCryptographicHash>
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

QString defaultJobImage() { return QString::fromLatin1(kDefaultImage); }

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

Result<Json> environmentBody(const EnvironmentChoice &choice)
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
        const auto content = readWholeFile(choice.value, kLongestFile);
        if (!content)
            return content.error();
        body["condaFile"] = (isConda(choice.value) ? *content : condaOf(*content)).toStdString();
        break;
    }
    }
    return Result<Json>(std::move(body));
}

Result<QString> ensureEnvironment(MlClient &client, const EnvironmentChoice &choice, JobContext &context)
{
    const auto body = environmentBody(choice);
    if (!body)
        return body.error();
    const QByteArray key = QCryptographicHash::hash(toBytes(*body), QCryptographicHash::Sha256).toHex().left(16);
    const QString version = u"environments/mooring-%1/versions/1"_s.arg(QString::fromLatin1(key));
    const QString id = client.workspace().id.text + u'/' + version;
    const QString what = tr("The environment could not be made.");
    const auto before = client.arm().send(client.call("GET", version, what), context.cancelToken());
    if (!before)
        return before.error();
    if (before->isSuccess()) {
        context.log(tr("The environment %1 is used again.").arg(version.section(u'/', 1, 1)));
        return id;
    }
    if (before->status != 404)
        return errorOf(*before, what);
    const auto made =
        client.arm().json(client.call("PUT", version, what, {{"properties", *body}}), context.cancelToken());
    if (!made)
        return made.error();
    context.log(tr("The environment %1 is new: Azure ML builds its image before the first run.")
                    .arg(version.section(u'/', 1, 1)));
    return id;
}

} // namespace mooring
