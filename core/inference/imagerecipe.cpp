#include "core/base/files.h"
#include "core/environments/environmentfile.h"
#include "core/inference/dockerrunner.h"
#include "core/inference/serverenvironment.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QRegularExpression>

namespace mooring {

using namespace Qt::StringLiterals;
using Kind = EnvironmentChoice::Kind;

namespace {

const QString kAzureBase = u"mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04"_s;

QString tr(const char *text) { return QCoreApplication::translate("mooring::DockerRunner", text); }

/// Debian's and Ubuntu's own Python refuses packages beside those of the distribution (PEP 668). In an image that is
/// for one endpoint alone nothing else can be broken.
const QByteArray kPip = "PIP_BREAK_SYSTEM_PACKAGES=1 python3 -m pip install --no-cache-dir ";

/// Images that know Azure ML's way (runit) are started in it; any other runs the server itself.
const QByteArray kCommand =
    R"(CMD ["sh", "-c", "if [ -d /var/runit ] && command -v runsvdir >/dev/null; then exec runsvdir /var/runit; fi; exec python3 -m azureml_inference_server_http --entry_script \"$AML_APP_ROOT/$AZUREML_ENTRY_SCRIPT\" --port 5001"])";

/// Repository, tag and digest as the engine knows them: nothing that could be an option or a path.
bool isImageName(const QString &name)
{
    static const QRegularExpression rule(
        u"\\A[a-z0-9]+([._-]+[a-z0-9]+)*(:[0-9]+)?(/[a-z0-9]+([._-]+[a-z0-9]+)*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?"
        "(@sha256:[0-9a-f]{64})?\\z"_s);
    return name.size() <= 255 && rule.match(name).hasMatch();
}

Result<> addEnvironment(ImageRecipe &recipe, const EnvironmentChoice &choice, const QString &source)
{
    const auto file = readEnvironmentFile(choice.value, source);
    if (!file)
        return file.error();
    for (const SpecFile &each : file->files)
        recipe.files.emplace_back("environment/" + each.place.toUtf8(), each.built);
    recipe.dockerfile += "COPY environment/ /var/mooring/\n";
    const QByteArray main = file->files.front().place.toUtf8();
    if (file->kind == EnvironmentFile::Kind::Conda) {
        recipe.dockerfile += "RUN conda env create -n inf-conda-env -f /var/mooring/" + main + "\n" +
                             "ENV AZUREML_INFERENCE_PYTHON_PATH=/opt/miniconda/envs/inf-conda-env/bin\n"
                             "ENV PATH=/opt/miniconda/envs/inf-conda-env/bin:$PATH\n";
    } else {
        recipe.dockerfile += "RUN " + kPip + "-r /var/mooring/" + main + "\n";
    }
    return {};
}

QString tagOf(const ImageRecipe &recipe, const QString &name)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(recipe.dockerfile);
    for (const auto &[path, content] : recipe.files) {
        hash.addData(path + '\0');
        hash.addData(content);
    }
    return u"mooring/%1:%2"_s.arg(name.toLower(), QString::fromLatin1(hash.result().toHex().left(16)));
}

void addNetwork(ImageRecipe &recipe, const std::vector<NetworkItem> &items)
{
    if (items.empty())
        return;
    NetworkedBuild build = withNetwork(recipe.dockerfile, items);
    recipe.dockerfile = build.dockerfile;
    recipe.files.insert(recipe.files.end(), build.files.begin(), build.files.end());
    recipe.arguments = build.buildArguments;
    recipe.secrets = build.secrets;
}

Result<ImageRecipe> ownRecipe(const DeploymentSettings &settings, const std::vector<NetworkItem> &network)
{
    ImageRecipe recipe;
    const auto text = readWholeFile(settings.dockerfile, 1024 * 1024);
    if (!text)
        return Error::usage(u"endpoint.dockerfileMissing"_s, tr("There is no Dockerfile %1.").arg(settings.dockerfile))
            .withCause(text.error().message);
    recipe.dockerfile = *text;
    recipe.contextFolder = QFileInfo(settings.dockerfile).absolutePath();
    recipe.dockerfileName = QFileInfo(settings.dockerfile).fileName();
    addNetwork(recipe, network);
    recipe.tag = tagOf(recipe, settings.name);
    return recipe;
}

} // namespace

Result<ImageRecipe> makeImageRecipe(const DeploymentSettings &settings, const QString &modelPath,
                                    const std::vector<NetworkItem> &network)
{
    if (!settings.dockerfile.isEmpty())
        return ownRecipe(settings, network);
    ImageRecipe recipe;
    const bool hasImage = settings.environment.kind == Kind::Image;
    const QString base = hasImage ? settings.environment.value : kAzureBase;
    if (!isImageName(base))
        return Error::usage(u"endpoint.badImage"_s, tr("“%1” cannot be the name of an image.").arg(base));
    recipe.dockerfile = "FROM " + base.toUtf8() + "\nUSER root\n";
    EnvironmentChoice choice = settings.environment;
    const QString own = modelPath + u"/requirements.txt"_s;
    if (choice.kind == Kind::Default && QFileInfo::exists(modelPath + u"/MLmodel"_s) && QFileInfo::exists(own))
        choice = {Kind::File, own};
    if (choice.kind == Kind::File) {
        if (auto added = addEnvironment(recipe, choice, settings.source.isEmpty() ? modelPath : settings.source);
            !added)
            return added.error();
    }
    recipe.dockerfile += "RUN python3 -c 'import azureml_inference_server_http' 2>/dev/null || " + kPip + "'" +
                         serverRequirement().toUtf8() + "'\nRUN mkdir -p /var/azureml-app\n" +
                         "WORKDIR /var/azureml-app\nEXPOSE 5001\n" + kCommand + "\n";
    addNetwork(recipe, network);
    recipe.tag = tagOf(recipe, settings.name);
    return recipe;
}

} // namespace mooring
