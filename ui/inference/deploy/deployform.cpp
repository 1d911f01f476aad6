// The fields of the form, and how they write into the draft.
#include "ui/inference/deploy/deployform.h"

#include "ui/inference/deploy/pathfield.h"
#include "ui/inference/deploy/portfield.h"
#include "ui/widgets/button.h"
#include "ui/widgets/form.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/tokens.h"
#include "ui/widgets/variablesfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

using ModelWay = DeployDraft::ModelWay;
using EnvironmentWay = DeployDraft::EnvironmentWay;

namespace {

const QStringList kModelWays{u"outputs"_s, u"folder"_s, u"file"_s};
const QStringList kWays{u"default"_s, u"file"_s, u"python"_s, u"image"_s, u"dockerfile"_s};

QComboBox *comboBox(const QString &objectName, const QString &name, int width)
{
    auto *box = new QComboBox;
    box->setObjectName(objectName);
    box->setAccessibleName(name);
    box->setMaximumWidth(dp(box, width));
    box->setMinimumWidth(dp(box, 160));
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return box;
}

/// Parts of one field below each other.
QWidget *stacked(std::initializer_list<QWidget *> parts)
{
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(dp(whole, 6));
    for (QWidget *part : parts)
        column->addWidget(part);
    whole->setFocusProxy(*parts.begin());
    return whole;
}

} // namespace

DeployForm::DeployForm(DeployDraft &draft, const DeployLook &look, QWidget *parent)
    : QWidget(parent), m_draft(draft), m_look(look), m_form(new Form(this))
{
    setObjectName(u"deployForm"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(dp(this, 24), dp(this, 12), dp(this, 24), dp(this, 16));
    column->addWidget(m_form);
    addName();
    addRunner();
    addModel();
    addScript();
    addEnvironment();
    addCloud();
    addRest();
    addRarelyNeeded();
    showDraft();
}

void DeployForm::addName()
{
    m_name = textField(240);
    m_name->setObjectName(u"endpointName"_s);
    m_replace = new QCheckBox;
    m_replace->setObjectName(u"replaceEndpoint"_s);
    m_nameRow = m_form->addRow(tr("Name"), m_name);
    m_nameRow->addBeside(m_replace);
    m_nameRow->setCheck([this] {
        const QString problem = m_draft.nameProblem();
        if (!problem.isEmpty() || m_draft.replace || !nameIsTaken())
            return problem;
        return tr("There is an endpoint named “%1” already. Make a new version of it, or choose another name.")
            .arg(m_draft.name.trimmed());
    });
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_draft.name = text;
        showName();
        changed();
    });
    connect(m_replace, &QCheckBox::toggled, this, [this](bool on) {
        if (!m_showing)
            m_draft.replace = on;
        m_nameRow->check();
        changed();
    });
}

void DeployForm::addRunner()
{
    m_runner = new SegmentedControl(tr("Runs in"));
    m_runner->setObjectName(u"runsIn"_s);
    m_runner->addChoice(u"docker"_s, tr("Local Docker"));
    m_runner->addChoice(u"process"_s, tr("A process"));
    m_runner->addChoice(u"aci"_s, tr("Azure Container Instances"));
    m_dockerSettings = linkButton(tr("Docker settings"));
    m_dockerSettings->setObjectName(u"dockerSettings"_s);
    m_runnerRow = m_form->addRow(tr("Runs in"), m_runner);
    m_runnerRow->addBeside(m_dockerSettings);
    m_runnerRow->setCheck([this] {
        const auto &docker = m_look.docker();
        return m_draft.isDocker() && docker && !*docker ? docker->error().text() : QString();
    });
    connect(m_dockerSettings, &QAbstractButton::clicked, this, &DeployForm::dockerSettingsWanted);
    connect(m_runner, &SegmentedControl::chosen, this, [this](const QString &id) {
        m_draft.runner = id;
        showEnvironmentWay();
        showRunner();
        showNetwork();
        m_runnerRow->setError({});
        changed();
    });
}

void DeployForm::addModel()
{
    m_modelWay = new SegmentedControl(tr("Model"));
    m_modelWay->setObjectName(u"modelWay"_s);
    m_modelWay->addChoice(kModelWays[0], tr("Outputs of a run"));
    m_modelWay->addChoice(kModelWays[1], tr("Folder"));
    m_modelWay->addChoice(kModelWays[2], tr("File"));
    m_outputs = comboBox(u"modelOutput"_s, tr("Output of a run"), 392);
    m_modelFolder = new PathField(u"modelFolder"_s, tr("Folder of the model"), tr("Choose the folder of the model"),
                                  QFileDialog::Directory);
    m_modelFile = new PathField(u"modelFile"_s, tr("File of the model"), tr("Choose the file of the model"),
                                QFileDialog::ExistingFile);
    m_modelRow = m_form->addRow(tr("Model"), stacked({m_modelWay, m_outputs, m_modelFolder, m_modelFile}));
    m_modelRow->setCheck([this] {
        const QString problem = m_draft.modelProblem();
        const auto *answer = m_look.freshAnswer();
        return problem.isEmpty() && answer && answer->look.modelProblem ? answer->look.modelProblem->text() : problem;
    });
    connect(m_modelWay, &SegmentedControl::chosen, this, [this](const QString &id) {
        m_draft.modelWay = ModelWay(kModelWays.indexOf(id));
        showModelWay();
        changed();
    });
    connect(m_outputs, &QComboBox::activated, this, [this](int index) {
        m_draft.output = m_outputs->itemData(index).toString();
        changed();
    });
    for (const auto &[field, member] :
         {std::pair{m_modelFolder, &DeployDraft::modelFolder}, std::pair{m_modelFile, &DeployDraft::modelFile}}) {
        connect(field, &PathField::changed, this, [this, member = member](const QString &path) {
            m_draft.*member = path;
            changed();
        });
    }
}

void DeployForm::addScript()
{
    m_score = new PathField(u"score"_s, tr("Scoring script"), tr("Choose the scoring script"),
                            QFileDialog::ExistingFile, 392);
    m_score->setNameFilter(tr("Python files (*.py)"));
    m_scriptRow = m_form->addRow(tr("Scoring script"), m_score);
    m_scriptRow->setCheck([this] {
        const auto *answer = m_look.freshAnswer();
        if (m_draft.score.trimmed().isEmpty()) {
            const bool makes = answer && answer->look.model && answer->look.model->isMlflow;
            return makes || !answer || !answer->look.model
                       ? QString()
                       : tr("Choose the script that scores: the model is not an MLflow model.");
        }
        return answer && answer->look.scriptProblem ? answer->look.scriptProblem->text() : QString();
    });
    connect(m_score, &PathField::changed, this, [this](const QString &path) {
        m_draft.score = path;
        changed();
    });
}

void DeployForm::addEnvironment()
{
    m_dockerWay = new SegmentedControl(tr("Environment"));
    m_dockerWay->setObjectName(u"dockerEnvironment"_s);
    m_processWay = new SegmentedControl(tr("Environment"));
    m_processWay->setObjectName(u"processEnvironment"_s);
    m_cloudWay = new SegmentedControl(tr("Environment"));
    m_cloudWay->setObjectName(u"cloudEnvironment"_s);
    for (SegmentedControl *ways : {m_dockerWay, m_processWay, m_cloudWay}) {
        ways->addChoice(kWays[0], tr("By itself"));
        ways->addChoice(kWays[1], tr("From a file"));
    }
    m_processWay->addChoice(kWays[2], tr("Python"));
    m_dockerWay->addChoice(kWays[3], tr("Image"));
    m_cloudWay->addChoice(kWays[3], tr("Image"));
    m_dockerWay->addChoice(kWays[4], tr("Dockerfile"));
    m_environmentFile = new PathField(u"environmentFile"_s, tr("Requirements or conda file"),
                                      tr("Choose a requirements or conda file"), QFileDialog::ExistingFile);
    m_python = new PathField(u"python"_s, tr("Python"), tr("Choose a Python"), QFileDialog::ExistingFile);
    m_python->setTakesNames();
    m_dockerfile =
        new PathField(u"dockerfile"_s, tr("Dockerfile"), tr("Choose a Dockerfile"), QFileDialog::ExistingFile);
    m_image = comboBox(u"image"_s, tr("Base image"), 392);
    m_image->setEditable(true);
    m_image->setInsertPolicy(QComboBox::NoInsert);
    m_environmentRow = m_form->addRow(tr("Environment"), stacked({m_dockerWay, m_processWay, m_cloudWay,
                                                                  m_environmentFile, m_python, m_image, m_dockerfile}));
    m_environmentRow->setCheck([this] {
        const QString problem = m_draft.environmentProblem();
        const auto *answer = m_look.freshAnswer();
        return problem.isEmpty() && answer && answer->look.environmentProblem ? answer->look.environmentProblem->text()
                                                                              : problem;
    });
    for (SegmentedControl *ways : {m_dockerWay, m_processWay, m_cloudWay}) {
        connect(ways, &SegmentedControl::chosen, this, [this](const QString &id) {
            m_draft.environmentWay = EnvironmentWay(kWays.indexOf(id));
            showEnvironmentWay();
            changed();
        });
    }
    for (const auto &[field, member] :
         {std::pair{m_environmentFile, &DeployDraft::environmentFile}, std::pair{m_python, &DeployDraft::python},
          std::pair{m_dockerfile, &DeployDraft::dockerfile}}) {
        connect(field, &PathField::changed, this, [this, member = member](const QString &path) {
            m_draft.*member = path;
            changed();
        });
    }
    connect(m_image, &QComboBox::editTextChanged, this, [this](const QString &text) {
        if (!m_showing)
            m_draft.image = text.trimmed();
        changed();
    });
}

/// What a container in a cloud gets.
void DeployForm::addCloud()
{
    const auto field = [](const char *objectName, const QString &name, int width) {
        auto *edit = textField(width);
        edit->setObjectName(QLatin1String(objectName));
        edit->setAccessibleName(name);
        return edit;
    };
    m_cpu = field("cloudCpu", tr("Cores"), 72);
    m_memory = field("cloudMemory", tr("Memory in GB"), 72);
    m_dnsLabel = field("dnsLabel", tr("DNS label"), 240);
    m_dnsLabel->setPlaceholderText(optionalText());
    m_sizeRow = m_form->addRow(tr("Cores and GB"), m_cpu, tr("Most regions give up to 4 cores and 16 GB."));
    m_sizeRow->addBeside(m_memory);
    m_sizeRow->setCheck([this] { return m_draft.sizeProblem(); });
    m_dnsRow = m_form->addRow(tr("DNS label"), m_dnsLabel,
                              tr("First part of its public name; the version’s number is added. Without one it has an "
                                 "IP address alone."));
    for (const auto &[edit, member] :
         {std::pair{m_cpu, &DeployDraft::cpuText}, std::pair{m_memory, &DeployDraft::memoryText},
          std::pair{m_dnsLabel, &DeployDraft::dnsLabel}}) {
        connect(edit, &QLineEdit::textChanged, this, [this, member = member](const QString &text) {
            if (!m_showing)
                m_draft.*member = text;
            if (!m_sizeRow->error().isEmpty())
                m_sizeRow->check();
            changed();
        });
    }
}

void DeployForm::addRest()
{
    m_port = new PortField;
    m_port->setObjectName(u"portField"_s);
    m_portRow = m_form->addRow(tr("Port"), m_port);
    m_portRow->setCheck([this] {
        const QString problem = m_draft.portProblem();
        return problem.isEmpty() && m_port->isBlocked()
                   ? tr("This port is taken. Take another one, or replace who has it.")
                   : problem;
    });
    connect(m_port, &PortField::changed, this, [this] {
        m_draft.ownPort = m_port->isOwn();
        m_draft.portText = m_port->text();
        m_draft.takesPort = m_port->takesPlace();
        if (!m_portRow->error().isEmpty())
            m_portRow->check();
        changed();
    });
    m_variables = new VariablesField;
    m_variables->setObjectName(u"variables"_s);
    m_variablesRow = m_form->addRow(tr("Variables"), m_variables);
    m_variablesRow->setCheck([this] { return m_draft.variablesProblem(); });
    connect(m_variables, &VariablesField::changed, this, [this] {
        if (!m_showing)
            m_draft.variables = m_variables->variables();
        if (!m_variablesRow->error().isEmpty())
            m_variablesRow->check();
        changed();
    });
    m_network = new QCheckBox(tr("Use this computer’s certificates and proxy in the build"));
    m_network->setObjectName(u"networkSettings"_s);
    m_networkRow = m_form->addRow(tr("Company network"), m_network);
    connect(m_network, &QCheckBox::toggled, this, [this](bool on) {
        if (!m_showing)
            m_draft.networkSettings = on;
        changed();
    });
}

void DeployForm::addRarelyNeeded()
{
    Button *fold = m_form->addFold(tr("Rarely needed"));
    fold->setObjectName(u"rarelyNeeded"_s);
    m_source = new PathField(u"source"_s, tr("Folder of the code"), tr("Choose the folder of the code"),
                             QFileDialog::Directory, 392);
    m_source->setPlaceholder(optionalText());
    m_form->addRow(tr("Folder of the code"), m_source,
                   tr("What goes along with the scoring script. Without one it is the folder that the script is in."));
    connect(m_source, &PathField::changed, this, [this](const QString &path) {
        m_draft.source = path;
        changed();
    });
    m_form->endFold();
}

void DeployForm::changed()
{
    if (!m_showing)
        Q_EMIT edited();
}

void DeployForm::showDraft()
{
    m_showing = true;
    m_name->setText(m_draft.name);
    m_replace->setChecked(m_draft.replace);
    m_runner->setCurrent(m_draft.runner);
    m_modelWay->setCurrent(kModelWays[int(m_draft.modelWay)]);
    m_modelFolder->setPath(m_draft.modelFolder);
    m_modelFile->setPath(m_draft.modelFile);
    m_score->setPath(m_draft.score);
    m_source->setPath(m_draft.source);
    m_environmentFile->setPath(m_draft.environmentFile);
    m_python->setPath(m_draft.python);
    m_dockerfile->setPath(m_draft.dockerfile);
    m_image->setEditText(m_draft.image);
    m_port->setValues(m_draft.ownPort, m_draft.portText, m_draft.takesPort);
    m_cpu->setText(m_draft.cpuText);
    m_memory->setText(m_draft.memoryText);
    m_dnsLabel->setText(m_draft.dnsLabel);
    m_variables->setVariables(m_draft.variables);
    m_network->setChecked(m_draft.networkSettings);
    m_showing = false;
    showModelWay();
    showEnvironmentWay();
    showLook();
}

void DeployForm::setNameFixed(bool fixed)
{
    m_isFixed = fixed;
    m_name->setReadOnly(fixed);
    showName();
}

void DeployForm::focusFirst()
{
    if (m_name->isEnabled() && !m_name->isReadOnly())
        m_name->setFocus(Qt::OtherFocusReason);
}

FormRow *DeployForm::checkAll() { return m_form->checkAll(); }

void DeployForm::showModelWay()
{
    m_outputs->setVisible(m_draft.modelWay == ModelWay::Outputs);
    m_modelFolder->setVisible(m_draft.modelWay == ModelWay::Folder);
    m_modelFile->setVisible(m_draft.modelWay == ModelWay::File);
    m_modelRow->setError({});
}

void DeployForm::showEnvironmentWay()
{
    const EnvironmentWay way = m_draft.environment();
    m_dockerWay->setVisible(m_draft.isDocker());
    m_cloudWay->setVisible(m_draft.isCloud());
    m_processWay->setVisible(!m_draft.isDocker() && !m_draft.isCloud());
    for (SegmentedControl *ways : {m_dockerWay, m_processWay, m_cloudWay})
        ways->setCurrent(kWays[int(way)]);
    m_portRow->setVisible(!m_draft.isCloud());
    m_sizeRow->setVisible(m_draft.isCloud());
    m_dnsRow->setVisible(m_draft.isCloud());
    m_environmentFile->setVisible(way == EnvironmentWay::File);
    m_python->setVisible(way == EnvironmentWay::Python);
    m_image->setVisible(way == EnvironmentWay::Image);
    m_dockerfile->setVisible(way == EnvironmentWay::Dockerfile);
    m_environmentRow->setError({});
}

} // namespace mooring
