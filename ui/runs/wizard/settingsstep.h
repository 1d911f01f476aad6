#pragma once

#include "ui/runs/wizard/rundesk.h"
#include "ui/runs/wizard/rundraft.h"
#include "ui/runs/wizard/sourcecontent.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace mooring {

class Button;
class Form;
class FormRow;
class VariablesField;

/// The first step: what is run, with what, where. Writes into the draft as one types.
class SettingsStep : public QWidget
{
    Q_OBJECT
public:
    /// `draft` must outlive the step.
    explicit SettingsStep(RunDraft &draft, QWidget *parent = nullptr);

    /// Shows the draft anew: it was loaded or prefilled.
    void showDraft();
    /// A draft without a target gets the first that takes runs.
    void setTargets(const TargetChoices &choices);
    /// What was found in the folder that the source field names.
    void setSourceContent(const SourceContent &content);
    const SourceContent &sourceContent() const { return m_content; }

    void focusFirst();
    /// What was wrong is not said any more, until it is found anew.
    void forgetErrors();
    /// All fields; focuses the first wrong one. Null: good, as far as can be told without the disk.
    FormRow *checkAll();
    /// An answer of the disk ("run.script…", "run.source…"): shown at its field, which gets the focus.
    FormRow *showDiskError(const Error &error);

Q_SIGNALS:
    void edited();
    /// The source field holds another folder for a while.
    void sourceChanged(const QString &folder);

private:
    void addSourceRow();
    void addScriptRow();
    void addArgumentsRow();
    void addTargetRow();
    void addLabels();
    void addRarelyNeeded();
    void watch(QLineEdit *edit, void (RunDraft::*set)(const QString &));
    void chooseFolder();
    void sourceSettled();
    void showArguments();
    void showTarget();
    const TargetChoice *chosenTarget() const;
    QString targetProblem() const;
    void showSourceHelp();
    static QString folderOf(const QString &typed);

    RunDraft &m_draft;
    SourceContent m_content;
    TargetChoices m_targets;
    Form *m_form;
    Button *m_fold = nullptr;
    QLineEdit *m_source = nullptr;
    QComboBox *m_script = nullptr;
    QLineEdit *m_arguments = nullptr;
    QComboBox *m_target = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_experiment = nullptr;
    VariablesField *m_variables = nullptr;
    QLineEdit *m_timeLimit = nullptr;
    FormRow *m_sourceRow = nullptr;
    FormRow *m_scriptRow = nullptr;
    FormRow *m_argumentsRow = nullptr;
    FormRow *m_targetRow = nullptr;
    FormRow *m_variablesRow = nullptr;
    QString m_askedFolder;
};

/// Beside the settings: what a run does and what it does not.
QWidget *settingsSide(QWidget *parent = nullptr);

} // namespace mooring
