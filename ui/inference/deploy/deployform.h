#pragma once

#include "ui/inference/deploy/deploydraft.h"
#include "ui/inference/deploy/deploylook.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QStackedWidget;

namespace mooring {

class Button;
class Form;
class FormRow;
class PathField;
class PortField;
class SegmentedControl;
class VariablesField;

/// The first step: what is served, with what, where. Writes into the draft as one types.
class DeployForm : public QWidget
{
    Q_OBJECT
public:
    /// Both must outlive the form.
    DeployForm(DeployDraft &draft, const DeployLook &look, QWidget *parent = nullptr);

    /// Shows the draft anew: it was loaded or prefilled.
    void showDraft();
    /// The look has an answer, about the draft or about what is around.
    void showLook();
    /// An update: the name is what it is.
    void setNameFixed(bool fixed);
    /// The name, unless it is fixed.
    void focusFirst();
    /// All fields; focuses the first wrong one. Null: good, as far as is known.
    FormRow *checkAll();

Q_SIGNALS:
    void edited();
    void dockerSettingsWanted();

private:
    void addName();
    void addRunner();
    void addModel();
    void addScript();
    void addEnvironment();
    void addCloud();
    void addRest();
    void addRarelyNeeded();
    void changed();
    void showModelWay();
    void showEnvironmentWay();
    void showChoices();
    void showImages();
    void showRunner();
    void showName();
    void showModel();
    void showScript();
    void showEnvironment();
    void showNetwork();
    bool nameIsTaken() const;

    DeployDraft &m_draft;
    const DeployLook &m_look;
    bool m_showing = false; ///< the draft is being shown: nothing is taken from the fields
    bool m_isFixed = false;
    Form *m_form;
    QLineEdit *m_name = nullptr;
    QCheckBox *m_replace = nullptr;
    SegmentedControl *m_runner = nullptr;
    Button *m_dockerSettings = nullptr;
    SegmentedControl *m_modelWay = nullptr;
    QComboBox *m_outputs = nullptr;
    PathField *m_modelFolder = nullptr, *m_modelFile = nullptr, *m_score = nullptr, *m_source = nullptr;
    SegmentedControl *m_dockerWay = nullptr, *m_processWay = nullptr, *m_cloudWay = nullptr;
    QLineEdit *m_cpu = nullptr, *m_memory = nullptr, *m_dnsLabel = nullptr;
    PathField *m_environmentFile = nullptr, *m_python = nullptr, *m_dockerfile = nullptr;
    QComboBox *m_image = nullptr;
    PortField *m_port = nullptr;
    VariablesField *m_variables = nullptr;
    QCheckBox *m_network = nullptr;
    FormRow *m_nameRow = nullptr, *m_runnerRow = nullptr, *m_modelRow = nullptr, *m_scriptRow = nullptr,
            *m_environmentRow = nullptr, *m_portRow = nullptr, *m_variablesRow = nullptr, *m_networkRow = nullptr,
            *m_sizeRow = nullptr, *m_dnsRow = nullptr;
};

/// "3 certificates; proxy.corp:8080; pip: index-url. What has a password is a secret of the build and in no layer."
QString networkText(const std::vector<NetworkItem> &items);

} // namespace mooring
