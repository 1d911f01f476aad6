#include "core/inference/deploymentlook.h"

#include "core/base/files.h"
#include "core/environments/environmentfile.h"
#include "core/inference/dockerrunner.h"
#include "core/inference/serverenvironment.h"
#include "core/runs/snapshotplan.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QRegularExpression>

namespace mooring {

using namespace Qt::StringLiterals;
using Kind = EnvironmentChoice::Kind;

namespace {

constexpr qint64 kMostFiles = 20000;
constexpr qint64 kScriptLimit = 1024 * 1024;
constexpr int kMostScripts = 50;

QString tr(const char *text) { return QCoreApplication::translate("mooring::Deployment", text); }

DeploymentLook::Model weigh(const QString &path, const CancelToken &cancel)
{
    DeploymentLook::Model model;
    const QFileInfo info(path);
    model.path = path;
    model.isFolder = info.isDir();
    model.isMlflow = QFileInfo(path + u"/MLmodel"_s).isFile();
    if (!model.isFolder) {
        model.files = 1;
        model.size = info.size();
        return model;
    }
    QDirIterator entries(path, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (entries.hasNext() && !cancel.isCanceled()) {
        entries.next();
        if (++model.files > kMostFiles) {
            model.isCounted = false;
            break;
        }
        model.size += entries.fileInfo().size();
    }
    return model;
}

int lineAt(const QString &text, qsizetype at) { return int(QStringView(text).left(at).count(u'\n')) + 1; }

class Look
{
public:
    Look(const DeploymentSettings &settings, const FindRunOutput &findOutput, JobContext &context)
        : m_settings(settings), m_findOutput(findOutput), m_context(context)
    {
    }

    DeploymentLook take(const NetworkPlaces &places)
    {
        lookAtModel();
        lookAtScript();
        lookAtEnvironment();
        m_look.network = findNetworkItems(places);
        lookAtDockerfile();
        for (NetworkItem &item : m_look.network)
            item.content.clear();
        return std::move(m_look);
    }

private:
    void lookAtModel()
    {
        const auto path = findModel(m_settings.model, m_findOutput, m_context.cancelToken());
        if (path)
            m_look.model = weigh(*path, m_context.cancelToken());
        else
            m_look.modelProblem = path.error();
    }

    void lookAtScript()
    {
        if (!m_look.model)
            return;
        if (m_settings.score.isEmpty()) {
            if (!m_look.model->isMlflow)
                listScripts(m_look.model->isFolder ? m_look.model->path : QFileInfo(m_look.model->path).absolutePath());
            return;
        }
        DeploymentSettings settings; // in which nothing else is wrong
        settings.name = u"look"_s;
        settings.runner = u"process"_s;
        settings.model = m_look.model->path;
        settings.score = m_settings.score;
        settings.source = m_settings.source;
        const auto source = checkModelSource(settings, m_findOutput, m_context.cancelToken());
        if (!source) {
            m_look.scriptProblem = source.error();
            return;
        }
        DeploymentLook::Script script;
        script.source = source->settings.source;
        script.path = script.source + u'/' + source->settings.score;
        findEntryPoints(readFileRange(script.path, 0, kScriptLimit).valueOr({}), script);
        weighCode(script, source->settings.score);
        m_look.script = script;
        listScripts(script.source);
    }

    void weighCode(DeploymentLook::Script &script, const QString &score)
    {
        const auto plan = planSnapshot(script.source, m_context);
        if (!plan) {
            m_look.scriptProblem = plan.error();
            return;
        }
        script.files = qint64(plan->entries.size());
        script.size = plan->totalSize;
        for (const LeftOut &each : plan->leftOut)
            script.out += each.files;
        if (!plan->leftOut.empty())
            script.rule = plan->leftOut.front().rule.text();
        if (!plan->find(QFile::encodeName(score)))
            m_look.scriptProblem = Error::usage(u"endpoint.scoreLeftOut"_s,
                                                tr("The scoring script %1 is left out by an ignore rule.").arg(score));
    }

    void listScripts(const QString &folder)
    {
        QStringList names = QDir(folder).entryList({u"*.py"_s}, QDir::Files, QDir::Name);
        for (const QString &name : names.mid(0, kMostScripts)) {
            DeploymentLook::Script script;
            findEntryPoints(readFileRange(folder + u'/' + name, 0, kScriptLimit).valueOr({}), script);
            if (script.runLine > 0)
                m_look.scripts.push_back(folder + u'/' + name);
        }
    }

    void lookAtEnvironment()
    {
        QString path = m_settings.environment.kind == Kind::File ? m_settings.environment.value : QString();
        if (m_settings.environment.kind == Kind::Default && m_look.model && m_look.model->isMlflow) {
            const QString own = m_look.model->path + u"/requirements.txt"_s;
            path = QFileInfo::exists(own) ? own : QString();
        }
        if (path.isEmpty())
            return;
        const auto file = readEnvironmentFile(path, m_look.script ? m_look.script->source : m_settings.source);
        if (!file) {
            m_look.environmentProblem = file.error();
            return;
        }
        DeploymentLook::Environment environment;
        environment.path = file->path;
        environment.isConda = file->kind == EnvironmentFile::Kind::Conda;
        environment.packages = int(file->packages.size());
        environment.bringsServer = bringsServer(file->packages);
        static const QRegularExpression python(u"^\\s*python\\s*[=<>~!]+\\s*([0-9.]+)"_s);
        for (const QString &package : file->packages) {
            if (const auto match = python.match(package); match.hasMatch())
                environment.python = match.captured(1);
        }
        m_look.environment = environment;
    }

    void lookAtDockerfile()
    {
        if (m_settings.runner != u"docker")
            return;
        DeploymentSettings settings = m_settings;
        if (settings.name.isEmpty())
            settings.name = u"endpoint"_s;
        if (m_look.script)
            settings.source = m_look.script->source;
        const auto recipe = makeImageRecipe(settings, m_look.model ? m_look.model->path : QString(),
                                            settings.networkSettings ? m_look.network : std::vector<NetworkItem>());
        if (recipe)
            m_look.dockerfile = recipe->dockerfile;
        else if (!m_look.environmentProblem)
            m_look.environmentProblem = recipe.error();
    }

    const DeploymentSettings &m_settings;
    const FindRunOutput &m_findOutput;
    JobContext &m_context;
    DeploymentLook m_look;
};

} // namespace

void findEntryPoints(const QByteArray &text, DeploymentLook::Script &script)
{
    static const QRegularExpression definition(
        u"^(?:async[ \\t]+)?def[ \\t]+(init|run)[ \\t]*\\([ \\t]*([A-Za-z_]\\w*)?"_s,
        QRegularExpression::MultilineOption);
    const QString code = QString::fromUtf8(text);
    for (auto match = definition.globalMatch(code); match.hasNext();) {
        const auto found = match.next();
        if (found.captured(1) == u"init") {
            script.initLine = lineAt(code, found.capturedStart());
        } else {
            script.runLine = lineAt(code, found.capturedStart());
            script.argument = found.captured(2);
        }
    }
}

DeploymentLook lookAtDeployment(const DeploymentSettings &settings, const FindRunOutput &findOutput,
                                const NetworkPlaces &places, JobContext &context)
{
    return Look(settings, findOutput, context).take(places);
}

} // namespace mooring
