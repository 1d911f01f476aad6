#include "core/inference/serverenvironment.h"

#include "core/base/files.h"
#include "core/environments/environmentfile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include <yaml-cpp/yaml.h>

namespace mooring {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = EnvironmentChoice::Kind;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::ServerEnvironment", text); }

bool hasServer(const QString &python, EnvironmentHost &host, const CancelToken &cancel)
{
    const QByteArray script =
        "exec \"$1\" -I -c 'import importlib.util, sys\n"
        "sys.exit(importlib.util.find_spec(\"azureml_inference_server_http\") is None)' </dev/null\n";
    return host.runScript(script, {python}, 60s, cancel).ok();
}

Result<EnvironmentChoice> writeChoice(const QString &folder, const QString &name, const QByteArray &text)
{
    if (auto made = makeFolder(folder); !made)
        return made.error();
    const QString path = folder + u'/' + name;
    if (readWholeFile(path).valueOr({}) != text) {
        if (auto written = writeFileAtomically(path, text); !written)
            return written.error();
    }
    return EnvironmentChoice{Kind::File, path};
}

/// The person's file, or one beside it that adds the server.
Result<EnvironmentChoice> withServer(const EnvironmentChoice &choice, const QString &source, const QString &folder)
{
    const auto file = readEnvironmentFile(choice.value, source);
    if (!file)
        return file.error();
    if (bringsServer(file->packages))
        return EnvironmentChoice{Kind::File, file->path};
    if (file->kind == EnvironmentFile::Kind::Requirements) {
        const QByteArray text = "-r " + file->path.toUtf8() + "\n" + serverRequirement().toUtf8() + "\n";
        return writeChoice(folder, u"requirements.txt"_s, text);
    }
    const auto text = withPipRequirement(file->files.front().text, serverRequirement());
    if (!text)
        return text.error();
    return writeChoice(folder, u"conda.yml"_s, *text);
}

Result<EnvironmentChoice> defaultChoice(const QString &modelPath, const QString &folder, EnvironmentHost &host,
                                        JobContext &context)
{
    if (QFileInfo(modelPath + u"/MLmodel"_s).isFile()) {
        if (const QString own = modelPath + u"/requirements.txt"_s; QFileInfo::exists(own)) {
            context.log(tr("The environment is the MLflow model's own: %1").arg(own));
            return withServer({Kind::File, own}, modelPath, folder);
        }
    }
    if (hasServer(u"python3"_s, host, context.cancelToken()))
        return EnvironmentChoice{Kind::Python, u"python3"_s};
    context.log(tr("No environment was named: one with the inference server alone is used."));
    return writeChoice(folder, u"requirements.txt"_s, serverRequirement().toUtf8() + '\n');
}

} // namespace

QString serverRequirement() { return u"azureml-inference-server-http>=1.2,<2"_s; }

bool bringsServer(const QStringList &packages)
{
    static const QRegularExpression rule(
        u"^\\s*azureml[-_.](inference[-_.]server[-_.]http|defaults)(\\s*[\\[<>=!~;@].*)?\\s*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    for (const QString &package : packages) {
        if (rule.match(package).hasMatch())
            return true;
    }
    return false;
}

Result<QByteArray> withPipRequirement(const QByteArray &conda, const QString &requirement)
{
    try {
        YAML::Node root = YAML::Load(conda.toStdString());
        YAML::Node dependencies = root["dependencies"];
        bool hasPip = false, added = false;
        for (YAML::Node item : dependencies) {
            if (item.IsScalar() && item.Scalar().starts_with("pip"))
                hasPip = true;
            if (item.IsMap() && item["pip"]) {
                item["pip"].push_back(toStd(requirement));
                added = true;
            }
        }
        if (!hasPip)
            dependencies.push_back("pip");
        if (!added) {
            YAML::Node pip;
            pip["pip"].push_back(toStd(requirement));
            dependencies.push_back(pip);
        }
        YAML::Emitter out;
        out << root;
        return QByteArray(out.c_str(), qsizetype(out.size())) + '\n';
    } catch (const YAML::Exception &error) {
        return Error::usage(u"environment.fileUnknown"_s, tr("The conda file cannot be read."))
            .withCause(QString::fromUtf8(error.what()));
    }
}

Result<EnvironmentPlan> planServerEnvironment(const DeploymentSettings &settings, const QString &modelPath,
                                              const QString &folder, EnvironmentHost &host, JobContext &context)
{
    const QString source = settings.source.isEmpty() ? modelPath : settings.source;
    Result<EnvironmentChoice> choice = settings.environment;
    if (settings.environment.kind == Kind::File) {
        choice = withServer(settings.environment, source, folder);
    } else if (settings.environment.kind == Kind::Default) {
        choice = defaultChoice(modelPath, folder, host, context);
    }
    if (!choice)
        return choice.error();
    auto plan = planEnvironment(*choice, source, true, host, context);
    if (plan && settings.environment.kind == Kind::Python && !hasServer(plan->python, host, context.cancelToken())) {
        if (context.isCanceled())
            return Error::canceled();
        return Error::usage(u"endpoint.noServer"_s, tr("%1 has no Azure ML inference server.").arg(plan->python))
            .withFix(u"%1 -m pip install azureml-inference-server-http"_s.arg(plan->python));
    }
    return plan;
}

} // namespace mooring
