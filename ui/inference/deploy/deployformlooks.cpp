// What the form says about what was found.
#include "core/base/text.h"
#include "ui/inference/deploy/deployform.h"
#include "ui/inference/deploy/pathfield.h"
#include "ui/inference/deploy/portfield.h"
#include "ui/widgets/button.h"
#include "ui/widgets/form.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/tokens.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

const QString kAzureBase = u"mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04"_s;

} // namespace

QString networkText(const std::vector<NetworkItem> &items)
{
    QStringList parts;
    bool secrets = false;
    for (const NetworkItem &item : items) {
        parts << DeployForm::tr("%1: %2", "%1 what it is, %2 what goes").arg(item.title, item.summary);
        secrets = secrets || item.hasCredentials;
    }
    QString text = parts.join(u"; "_s);
    if (secrets)
        text += u". "_s + DeployForm::tr("What has a password is a secret of the build and in no layer.");
    return text;
}

void DeployForm::showLook()
{
    showName();
    showChoices();
    showImages();
    showRunner();
    showModel();
    showScript();
    showEnvironment();
    const auto *answer = m_look.answer();
    m_port->setLook(answer && m_draft.ownPort ? answer->port : std::nullopt);
    m_draft.portHolder = answer && answer->port ? answer->port->endpoint : QString();
    if (!m_portRow->error().isEmpty())
        m_portRow->check();
    showNetwork();
}

bool DeployForm::nameIsTaken() const
{
    const auto &all = m_look.endpoints();
    return std::any_of(all.begin(), all.end(),
                       [&](const EndpointRecord &each) { return each.name == m_draft.name.trimmed(); });
}

void DeployForm::showName()
{
    const auto &all = m_look.endpoints();
    const auto known = std::find_if(all.begin(), all.end(),
                                    [&](const EndpointRecord &each) { return each.name == m_draft.name.trimmed(); });
    const bool isTaken = known != all.end();
    m_replace->setVisible(isTaken && !m_isFixed);
    const int next = isTaken && !known->versions.empty() ? known->versions.back().number + 1 : 1;
    m_replace->setText(tr("Make version %1 of it").arg(next));
    if (isTaken && m_draft.replace)
        m_nameRow->setHelp(known->active > 0
                               ? tr("This becomes its version %1; version %2 answers until that is healthy.")
                                     .arg(next)
                                     .arg(known->active)
                               : tr("This becomes its version %1.").arg(next));
    else
        m_nameRow->setHelp({});
}

void DeployForm::showChoices()
{
    const QSignalBlocker quiet(m_outputs);
    m_outputs->clear();
    for (const ModelChoice &choice : m_look.choices())
        m_outputs->addItem(choice.title, choice.model);
    int at = m_outputs->findData(m_draft.output);
    if (at < 0 && !m_draft.output.isEmpty()) { // kept as it was asked for
        m_outputs->addItem(m_draft.output.mid(4), m_draft.output);
        at = m_outputs->count() - 1;
    }
    if (m_outputs->count() == 0)
        m_outputs->setPlaceholderText(m_look.hasChoices() ? tr("No run left a model here") : tr("Being looked for"));
    else
        m_outputs->setPlaceholderText(tr("Choose an output"));
    m_outputs->setCurrentIndex(at);
}

void DeployForm::showImages()
{
    const QSignalBlocker quiet(m_image);
    const QString typed = m_draft.image;
    m_image->clear();
    m_image->addItem(kAzureBase);
    if (const auto &docker = m_look.docker(); docker && *docker) {
        for (const DockerFacts::Image &image : (*docker)->images) {
            if (!image.name.startsWith(u"mooring/") && image.name != kAzureBase)
                m_image->addItem(image.name);
        }
    }
    m_image->setCurrentIndex(m_image->findText(typed));
    m_image->setEditText(typed);
}

void DeployForm::showRunner()
{
    const auto &docker = m_look.docker();
    const bool failed = docker && !*docker;
    const QString noCloud = m_draft.workspace.isEmpty()
                                ? tr("Azure Container Instances need an Azure ML workspace: open one first.")
                                : QString();
    if (auto *cloud = m_runner->findChild<QAbstractButton *>(u"choice-aci"_s)) {
        cloud->setEnabled(noCloud.isEmpty());
        cloud->setToolTip(noCloud);
        cloud->setAccessibleDescription(noCloud);
    }
    m_dockerSettings->setVisible(m_draft.isDocker() && failed);
    if (m_draft.isCloud())
        m_runnerRow->setHelp(tr("A container group in the region of %1. Its address is public and plain HTTP: the key "
                                "alone guards it. It costs until it is stopped.")
                                 .arg(m_draft.workspace));
    else if (!m_draft.isDocker())
        m_runnerRow->setHelp(tr("The inference server in a Python environment of this computer, without Docker."));
    else if (!docker)
        m_runnerRow->setHelp(tr("Docker is being looked for."));
    else if (failed)
        m_runnerRow->setHelp(docker->error().text());
    else
        m_runnerRow->setHelp(
            tr("A container with one port, which only 127.0.0.1 can reach. No privileges, no socket inside."));
    if (!m_runnerRow->error().isEmpty())
        m_runnerRow->check();
}

void DeployForm::showModel()
{
    const auto *answer = m_look.answer();
    if (m_draft.model().isEmpty() || !answer || !answer->look.model) {
        m_modelRow->setHelp({});
        if (answer && answer->look.modelProblem && !m_draft.model().isEmpty())
            m_modelRow->setError(answer->look.modelProblem->text());
        return;
    }
    m_modelRow->setError({});
    const DeploymentLook::Model &model = *answer->look.model;
    const QString what = model.isCounted ? tr("%n file(s), %1.", nullptr, int(model.files)).arg(humanSize(model.size))
                                         : tr("More than %n file(s).", nullptr, int(model.files) - 1);
    m_modelRow->setHelp(what + u' ' +
                        (model.isMlflow ? tr("An MLflow model: a scoring script is made for it.")
                                        : tr("Not an MLflow folder, so a scoring script is needed.")));
}

void DeployForm::showScript()
{
    const auto *answer = m_look.answer();
    const bool makes = answer && answer->look.model && answer->look.model->isMlflow;
    m_score->setPlaceholder(makes ? optionalText() : QString());
    if (answer && answer->look.scriptProblem && !m_draft.score.isEmpty()) {
        m_scriptRow->setError(answer->look.scriptProblem->text());
        return;
    }
    if (!m_draft.score.isEmpty())
        m_scriptRow->setError({});
    if (!answer || !answer->look.script || m_draft.score.isEmpty()) {
        QStringList names;
        for (const QString &path : answer ? answer->look.scripts : std::vector<QString>())
            names << path;
        m_scriptRow->setHelp(
            names.isEmpty() || makes ? QString() : tr("Found beside the model: %1").arg(names.mid(0, 3).join(u", "_s)));
        return;
    }
    const DeploymentLook::Script &script = *answer->look.script;
    QStringList words;
    if (script.initLine > 0)
        words << tr("init() in line %1").arg(script.initLine);
    if (script.runLine > 0)
        words << tr("run(%1) in line %2", "an argument's name, a line").arg(script.argument).arg(script.runLine);
    const QString found =
        words.isEmpty() ? tr("It defines neither init() nor run() itself.") : words.join(u", "_s) + u'.';
    m_scriptRow->setHelp(
        found + u' ' +
        tr("Its folder goes along: %n file(s), %1.", nullptr, int(script.files)).arg(humanSize(script.size)));
}

void DeployForm::showEnvironment()
{
    const auto *answer = m_look.answer();
    const DeployDraft::EnvironmentWay way = m_draft.environment();
    if (answer && answer->look.environmentProblem && m_draft.environmentProblem().isEmpty()) {
        m_environmentRow->setError(answer->look.environmentProblem->text());
        return;
    }
    m_environmentRow->setError({});
    QStringList parts;
    if (answer && answer->look.environment) {
        const DeploymentLook::Environment &file = *answer->look.environment;
        if (way == DeployDraft::EnvironmentWay::Default)
            parts << tr("The MLflow model’s own: %1.").arg(QFileInfo(file.path).fileName());
        const QString packages = tr("%n package(s)", nullptr, file.packages);
        parts << (file.python.isEmpty() ? packages + u'.' : tr("Python %1, %2.").arg(file.python, packages));
        if (!file.bringsServer)
            parts << tr("The inference server is added; the file lacks it.");
    } else if (way == DeployDraft::EnvironmentWay::Default) {
        parts << (m_draft.isCloud() ? tr("The inference image of Azure ML, without further packages.")
                  : m_draft.isDocker()
                      ? tr("The base image with the inference server in it.")
                      : tr("The python3 of this computer if it has the inference server, else an environment with the "
                           "server alone."));
    } else if (way == DeployDraft::EnvironmentWay::Python) {
        parts << tr("It must have azureml-inference-server-http.");
    }
    if (m_draft.isCloud() && way == DeployDraft::EnvironmentWay::File)
        parts << tr("pip installs it when the container starts; packages of conda are left out.");
    const auto &docker = m_look.docker();
    const bool hasBase = m_draft.isDocker() && way != DeployDraft::EnvironmentWay::Dockerfile;
    const QString base = way == DeployDraft::EnvironmentWay::Image ? m_draft.image : kAzureBase;
    if (hasBase && docker && *docker && !base.isEmpty()) {
        const DockerFacts::Image *there = (*docker)->find(base);
        parts
            << (there
                    ? tr("%1 is on this computer, %2: nothing is downloaded for it.").arg(base, humanSize(there->size))
                    : tr("%1 is not on this computer: it is downloaded first.").arg(base));
    }
    m_environmentRow->setHelp(parts.join(u' '));
}

void DeployForm::showNetwork()
{
    m_networkRow->setVisible(m_draft.isDocker());
    const auto *answer = m_look.answer();
    if (!answer)
        return m_networkRow->setHelp({});
    const QString what = networkText(answer->look.network);
    m_network->setEnabled(!answer->look.network.empty() || m_draft.networkSettings);
    m_networkRow->setHelp(
        what.isEmpty() ? tr("This computer has no certificates, proxies or settings of pip and conda.") : what);
}

} // namespace mooring
