#include "ui/runs/wizard/settingsstep.h"

#include "ui/widgets/button.h"
#include "ui/widgets/form.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/variablesfield.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

SettingsStep::SettingsStep(RunDraft &draft, QWidget *parent) : QWidget(parent), m_draft(draft), m_form(new Form(this))
{
    setObjectName(u"settingsStep"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(dp(this, 24), dp(this, 12), dp(this, 24), dp(this, 16));
    column->addWidget(m_form);
    // A field tells the draft before its row asks the draft what is wrong: in each, the draft is connected first.
    addSourceRow();
    addScriptRow();
    addArgumentsRow();
    addTargetRow();
    addLabels();
    addRarelyNeeded();
    showDraft();
}

QString SettingsStep::folderOf(const QString &typed)
{
    QString folder = typed.trimmed();
    if (folder == u"~" || folder.startsWith(u"~/"))
        folder.replace(0, 1, QDir::homePath());
    return folder.isEmpty() ? folder : QDir::cleanPath(QDir(QDir::homePath()).absoluteFilePath(folder));
}

void SettingsStep::addSourceRow()
{
    m_source = textField(392);
    m_source->setObjectName(u"source"_s);
    connect(m_source, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_draft.setSource(folderOf(text));
        showSourceHelp();
        Q_EMIT edited();
    });
    m_sourceRow = m_form->addRow(tr("Source folder"), m_source);
    auto *choose = edgeButton(tr("Choose…"));
    choose->setObjectName(u"chooseSource"_s);
    m_sourceRow->addBeside(choose);
    m_sourceRow->setCheck([this] {
        const QString problem = m_draft.sourceProblem();
        const bool known = m_content.folder == m_draft.settings().source;
        return problem.isEmpty() && known ? m_content.problem : problem;
    });
    connect(choose, &QPushButton::clicked, this, &SettingsStep::chooseFolder);
    connect(m_sourceRow, &FormRow::settled, this, &SettingsStep::sourceSettled);
    connect(m_source, &QLineEdit::editingFinished, this, &SettingsStep::sourceSettled);
}

void SettingsStep::addScriptRow()
{
    m_script = new QComboBox;
    m_script->setObjectName(u"script"_s);
    m_script->setEditable(true);
    m_script->setInsertPolicy(QComboBox::NoInsert);
    m_script->setMaximumWidth(dp(this, 392));
    m_script->setMinimumWidth(dp(this, 160));
    m_script->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_script, &QComboBox::editTextChanged, this, [this](const QString &text) {
        m_draft.setScript(text.trimmed());
        Q_EMIT edited();
    });
    m_scriptRow = m_form->addRow(tr("Script"), m_script);
    m_scriptRow->setCheck([this] { return m_draft.scriptProblem(); });
}

void SettingsStep::addArgumentsRow()
{
    m_arguments = textField(392, optionalText());
    m_arguments->setObjectName(u"arguments"_s);
    connect(m_arguments, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_draft.setArgumentsText(text);
        showArguments();
        Q_EMIT edited();
    });
    m_argumentsRow = m_form->addRow(tr("Arguments"), m_arguments);
    m_argumentsRow->setCheck([this] { return m_draft.argumentsProblem(); });
}

void SettingsStep::addTargetRow()
{
    m_target = new QComboBox;
    m_target->setObjectName(u"target"_s);
    m_target->setMaximumWidth(dp(this, 392));
    m_target->setMinimumWidth(dp(this, 160));
    m_target->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_targetRow = m_form->addRow(tr("Runs on"), m_target);
    m_targetRow->setCheck([this] { return targetProblem(); });
    connect(m_target, &QComboBox::activated, this, [this](int index) {
        m_draft.setTarget(m_target->itemData(index).toString());
        showTarget();
        Q_EMIT edited();
    });
}

void SettingsStep::addLabels()
{
    m_name = textField(240, optionalText());
    m_name->setObjectName(u"runName"_s);
    watch(m_name, &RunDraft::setName);
    m_form->addRow(tr("Name"), m_name, tr("Without one it is made from the script: train-001."))->setCheck([this] {
        return m_draft.nameProblem();
    });
    m_experiment = textField(240, optionalText());
    m_experiment->setObjectName(u"experiment"_s);
    watch(m_experiment, &RunDraft::setExperiment);
    m_form
        ->addRow(tr("Experiment"), m_experiment,
                 tr("Runs that belong together. Without one it is the name of the folder."))
        ->setCheck([this] { return m_draft.experimentProblem(); });
}

void SettingsStep::addRarelyNeeded()
{
    m_fold = m_form->addFold(tr("Rarely needed"));
    m_fold->setObjectName(u"rarelyNeeded"_s);
    m_variables = new VariablesField;
    m_variables->setObjectName(u"variables"_s);
    m_variablesRow =
        m_form->addRow(tr("Variables"), m_variables, tr("They stand in run.yaml as they are: not for secrets."));
    m_variablesRow->setCheck([this] { return m_draft.variablesProblem(); });
    connect(m_variables, &VariablesField::changed, this, [this] {
        m_draft.setVariables(m_variables->variables());
        if (!m_variablesRow->error().isEmpty())
            m_variablesRow->check();
        Q_EMIT edited();
    });
    m_timeLimit = textField(160, optionalText());
    m_timeLimit->setObjectName(u"timeLimit"_s);
    watch(m_timeLimit, &RunDraft::setTimeLimitText);
    m_form
        ->addRow(tr("Time limit"), m_timeLimit,
                 tr("For example 90 s, 15 min, 2 h 30 min. A run that takes longer is ended."))
        ->setCheck([this] { return m_draft.timeLimitProblem(); });
    m_form->endFold();
}

void SettingsStep::watch(QLineEdit *edit, void (RunDraft::*set)(const QString &))
{
    connect(edit, &QLineEdit::textChanged, this, [this, set](const QString &text) {
        (m_draft.*set)(text.trimmed());
        Q_EMIT edited();
    });
}

void SettingsStep::showDraft()
{
    const RunSettings settings = m_draft.settings();
    const QString arguments = m_draft.argumentsText(), limit = m_draft.timeLimitText();
    const RunDraft::Variables variables = m_draft.variables();
    m_askedFolder.clear(); // what a new draft lacks is offered anew
    m_source->setText(settings.source);
    m_script->setEditText(settings.script);
    m_arguments->setText(arguments);
    m_name->setText(settings.name);
    m_experiment->setText(settings.experiment);
    m_variables->setVariables(variables);
    m_draft.setVariables(variables);
    m_timeLimit->setText(limit);
    if (!variables.empty() || !limit.isEmpty())
        m_fold->setChecked(true);
    setTargets(m_targets);
    showArguments();
    showSourceHelp();
    sourceSettled();
}

void SettingsStep::setTargets(const TargetChoices &choices)
{
    m_targets = choices;
    const std::vector<TargetChoice> &targets = m_targets.targets;
    if (m_draft.settings().target.isEmpty()) {
        const auto first = std::find_if(targets.begin(), targets.end(), [](const TargetChoice &target) {
            return target.reason.isEmpty() && target.usable;
        });
        m_draft.setTarget(first == targets.end() ? QString() : first->name);
    }
    const QSignalBlocker quiet(m_target);
    m_target->clear();
    for (const TargetChoice &target : targets) {
        // What failed can still be chosen: the start checks for itself.
        m_target->addItem(target.usable ? target.title : tr("%1, failed its checks", "a target").arg(target.title),
                          target.name);
        if (target.reason.isEmpty())
            continue;
        const int row = m_target->count() - 1;
        m_target->setItemText(row, tr("%1: %2", "a target, why it cannot be chosen").arg(target.title, target.reason));
        qobject_cast<QStandardItemModel *>(m_target->model())->item(row)->setEnabled(false);
    }
    const QString wanted = m_draft.settings().target;
    if (m_target->findData(wanted) < 0)
        m_target->addItem(wanted, wanted); // kept as it was asked for
    m_target->setCurrentIndex(m_target->findData(wanted));
    m_target->view()->setMinimumWidth(m_target->view()->sizeHintForColumn(0) + dp(this, 24));
    showTarget();
}

const TargetChoice *SettingsStep::chosenTarget() const
{
    const auto found =
        std::find_if(m_targets.targets.begin(), m_targets.targets.end(),
                     [&](const TargetChoice &target) { return target.name == m_draft.settings().target; });
    return found == m_targets.targets.end() ? nullptr : &*found;
}

QString SettingsStep::targetProblem() const
{
    if (const TargetChoice *chosen = chosenTarget())
        return chosen->reason;
    if (m_targets.targets.empty()) // they are not known: the start says what is wrong
        return m_draft.settings().target.isEmpty() ? tr("There is no target to choose.") : QString();
    return m_draft.settings().target.isEmpty() ? tr("Choose where it runs.") : tr("There is no target of this name.");
}

void SettingsStep::showTarget()
{
    const TargetChoice *chosen = chosenTarget();
    const QString about = chosen ? chosen->help : QString();
    QStringList help{about, m_targets.problem};
    help.removeAll(QString());
    m_targetRow->setHelp(help.join(u'\n'));
    m_targetRow->setError(m_targets.targets.empty() || m_draft.settings().target.isEmpty() ? QString()
                                                                                           : targetProblem());
}

void SettingsStep::showArguments()
{
    const QStringList &words = m_draft.settings().arguments;
    if (m_arguments->text().trimmed().isEmpty())
        m_argumentsRow->setHelp(tr("Parted as in a shell, with quotes. $ and * are not expanded."));
    else if (m_draft.argumentsProblem().isEmpty())
        m_argumentsRow->setHelp(tr("%n words: %1", nullptr, int(words.size())).arg(words.join(u" | "_s)));
}

void SettingsStep::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Choose the source folder"), m_draft.settings().source);
    dialog->setObjectName(u"chooseSourceDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        m_source->setText(folder);
        sourceSettled();
    });
    dialog->open();
}

void SettingsStep::sourceSettled()
{
    const QString folder = m_draft.settings().source;
    if (folder.isEmpty() || folder == m_askedFolder)
        return;
    m_askedFolder = folder;
    Q_EMIT sourceChanged(folder);
}

void SettingsStep::setSourceContent(const SourceContent &content)
{
    if (content.folder != m_draft.settings().source)
        return; // typed on meanwhile
    m_content = content;
    const QString typed = m_script->currentText();
    {
        const QSignalBlocker quiet(m_script);
        m_script->clear();
        m_script->addItems(content.scripts);
        m_script->setCurrentIndex(int(content.scripts.indexOf(typed)));
        m_script->setEditText(typed);
    }
    if (typed.isEmpty())
        m_script->setEditText(likelyScript(content.scripts));
    showSourceHelp();
    if (m_sourceRow->isVisible() && !m_source->hasFocus())
        m_sourceRow->check();
}

void SettingsStep::showSourceHelp()
{
    // Each row has its line at all times: what is typed must not move the fields below it.
    const QString folder = m_draft.settings().source;
    const bool known = !folder.isEmpty() && m_content.folder == folder && m_content.problem.isEmpty();
    m_scriptRow->setHelp(
        tr("*.py runs with the environment's Python, *.sh with sh, any other file must be executable."));
    if (!known) {
        m_sourceRow->setHelp(folder.isEmpty() || m_source->text().startsWith(u'/')
                                 ? tr("The folder that holds the script. A copy of it is what runs.")
                                 : folder);
        return;
    }
    const int scripts = int(m_content.scripts.size());
    m_sourceRow->setHelp(m_content.more ? tr("More than %n scripts here and one level below.", nullptr, scripts)
                                        : tr("%n scripts here and one level below.", nullptr, scripts));
}

void SettingsStep::focusFirst() { m_source->setFocus(Qt::OtherFocusReason); }

void SettingsStep::forgetErrors()
{
    for (FormRow *row : m_form->rows())
        row->setError({});
}

FormRow *SettingsStep::checkAll() { return m_form->checkAll(); }

FormRow *SettingsStep::showDiskError(const Error &error)
{
    FormRow *row = error.code.contains(u"script", Qt::CaseInsensitive) ? m_scriptRow : m_sourceRow;
    row->setError(error.text());
    row->field()->setFocus(Qt::OtherFocusReason);
    return row;
}

QWidget *settingsSide(QWidget *parent)
{
    auto *side = new QWidget(parent);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(dp(side, 16), dp(side, 16), dp(side, 16), dp(side, 16));
    column->setSpacing(dp(side, 8));
    column->addWidget(sectionTitle(SettingsStep::tr("What a run is"), side));
    const std::pair<QString, QString> facts[] = {
        {SettingsStep::tr("A copy of the folder"), SettingsStep::tr("What you change afterwards does not reach it.")},
        {SettingsStep::tr("On its own"),
         SettingsStep::tr("It goes on when this window is closed, and is found again.")},
        {SettingsStep::tr("Repeatable"),
         SettingsStep::tr("All settings stand in one file, run.yaml, also for the command line.")},
    };
    for (const auto &[title, text] : facts) {
        auto *row = new QHBoxLayout;
        row->setSpacing(dp(side, 8));
        row->addWidget(new IconLabel(u"check"_s, 16, Ink::Text2, side), 0, Qt::AlignTop);
        auto *words = new QVBoxLayout;
        words->setSpacing(0);
        words->addWidget(new TextLabel(title, Type::Body, Ink::Text, side));
        words->addWidget(helpLine(text, side));
        row->addLayout(words, 1);
        column->addLayout(row);
    }
    column->addSpacing(dp(side, 4));
    column->addWidget(new Separator(Qt::Horizontal, side));
    column->addSpacing(dp(side, 4));
    column->addWidget(sectionTitle(SettingsStep::tr("What happens next"), side));
    column->addWidget(paragraph(SettingsStep::tr("You see which files go along, and choose the environment. Nothing is "
                                                 "copied or started before the last step."),
                                side));
    column->addStretch(1);
    return side;
}

} // namespace mooring
