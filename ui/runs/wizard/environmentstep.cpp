#include "ui/runs/wizard/environmentstep.h"

#include "ui/widgets/button.h"
#include "ui/widgets/form.h"
#include "ui/widgets/textlabel.h"

#include <QButtonGroup>
#include <QFileDialog>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

using Kind = EnvironmentChoice::Kind;

void empty(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        if (item->layout())
            empty(item->layout());
        delete item;
    }
}

} // namespace

EnvironmentStep::EnvironmentStep(RunDraft &draft, QWidget *parent)
    : QWidget(parent), m_draft(draft), m_column(new QVBoxLayout(this))
{
    setObjectName(u"environmentStep"_s);
    m_column->setContentsMargins(dp(this, 24), dp(this, 16), dp(this, 24), dp(this, 16));
    m_column->setSpacing(dp(this, 8));
}

void EnvironmentStep::showChoices(const EnvironmentOffer &offer, const QStringList &environmentFiles)
{
    const EnvironmentChoice chosen = m_draft.settings().environment;
    const QWidget *focused = focusWidget();
    const QString focusName = focused && focused->hasFocus() ? focused->objectName() : QString();
    m_offer = offer;
    empty(m_column);
    m_options.clear();
    delete m_group;
    m_group = new QButtonGroup(this);
    addReady();
    m_column->addSpacing(dp(this, 8));
    addFiles(environmentFiles);
    m_column->addStretch(1);
    select(chosen);
    keepFocus(focusName);
}

void EnvironmentStep::addReady()
{
    addTitle(m_offer.readyTitle);
    for (const EnvironmentOffer::Ready &ready : m_offer.ready)
        addOption(ready.choice, ready.title, ready.help,
                  ready.choice.kind == Kind::Default ? u"default"_s
                  : ready.choice.kind == Kind::Image ? u"readyImage"_s
                                                     : u"python"_s);
    for (const EnvironmentOffer::Typed &typed : m_offer.typed) {
        if (!typed.section.isEmpty()) {
            m_column->addSpacing(dp(this, 8));
            addTitle(typed.section);
        }
        addTyped(typed.kind, typed.title, typed.hint, typed.kind == Kind::Image ? u"image"_s : u"interpreter"_s);
    }
}

void EnvironmentStep::addFiles(const QStringList &files)
{
    addTitle(tr("Build one from a file, once"));
    for (const QString &file : files)
        addOption({Kind::File, file}, file, m_offer.fileHelp, u"file"_s);
    addTyped(Kind::File, tr("Another file"), tr("requirements.txt or a conda file"), u"environmentFile"_s);
}

/// What is typed goes on when the answer of the target comes in.
void EnvironmentStep::keepFocus(const QString &name)
{
    if (name.isEmpty())
        return;
    for (const Option &option : m_options) {
        QWidget *again =
            option.field && option.field->objectName() == name ? static_cast<QWidget *>(option.field) : option.button;
        if (again->objectName() == name)
            again->setFocus(Qt::OtherFocusReason);
    }
}

void EnvironmentStep::addTitle(const QString &title) { m_column->addWidget(sectionTitle(title, this)); }

void EnvironmentStep::addOption(const EnvironmentChoice &choice, const QString &text, const QString &help,
                                const QString &name)
{
    auto *button = new QRadioButton(text, this);
    button->setObjectName(name);
    button->setAccessibleDescription(help);
    m_group->addButton(button, int(m_options.size()));
    m_column->addWidget(button);
    if (!help.isEmpty()) {
        TextLabel *line = helpLine(help, this);
        line->setContentsMargins(dp(this, 24), 0, 0, 0);
        m_column->addWidget(line);
    }
    m_options.push_back({choice, button, nullptr});
    connect(button, &QRadioButton::toggled, this, [this](bool on) {
        if (on)
            take();
    });
}

void EnvironmentStep::addTyped(Kind kind, const QString &text, const QString &placeholder, const QString &name)
{
    addOption({kind, {}}, text, {}, name + u"Choice"_s);
    QRadioButton *button = m_options.back().button;
    QLineEdit *field = textField(320, placeholder, this);
    field->setObjectName(name);
    field->setAccessibleName(text);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(dp(this, 24), 0, 0, 0);
    line->setSpacing(dp(this, 8));
    line->addWidget(field, 1000);
    if (kind != Kind::Image) { // the others are files of this computer, or may be
        auto *choose = edgeButton(tr("Choose…"), {}, this);
        choose->setObjectName(name + u"Choose"_s);
        connect(choose, &QPushButton::clicked, this, [this, field, text] { chooseFile(field, text); });
        line->addWidget(choose);
    }
    line->addStretch(1);
    m_column->addLayout(line);
    m_options.back().field = field;
    connect(field, &QLineEdit::textEdited, this, [this, button] {
        button->setChecked(true);
        take();
    });
}

void EnvironmentStep::chooseFile(QLineEdit *field, const QString &title)
{
    auto *dialog = new QFileDialog(this, title, m_draft.settings().source);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, field, [field](const QString &path) {
        field->setText(path);
        Q_EMIT field->textEdited(path);
    });
    dialog->open();
}

void EnvironmentStep::select(const EnvironmentChoice &choice)
{
    auto found = std::find_if(m_options.begin(), m_options.end(),
                              [&](const Option &option) { return !option.field && option.choice == choice; });
    if (found == m_options.end())
        found = std::find_if(m_options.begin(), m_options.end(),
                             [&](const Option &option) { return option.field && option.choice.kind == choice.kind; });
    if (found == m_options.end())
        return; // not offered here: kept as it is, the forecast says what is wrong
    if (found->field)
        found->field->setText(choice.value);
    found->button->setChecked(true);
}

void EnvironmentStep::take()
{
    const int id = m_group->checkedId();
    if (id < 0 || size_t(id) >= m_options.size())
        return;
    const Option &option = m_options[size_t(id)];
    EnvironmentChoice choice = option.choice;
    if (option.field)
        choice.value = option.field->text().trimmed();
    if (choice == m_draft.settings().environment)
        return;
    m_draft.setEnvironment(choice);
    Q_EMIT choiceChanged();
}

QString EnvironmentStep::problem()
{
    const EnvironmentChoice choice = m_draft.settings().environment;
    if (choice.kind == Kind::Default || !choice.value.isEmpty())
        return {};
    for (const Option &option : m_options) {
        if (option.field && option.choice.kind == choice.kind)
            option.field->setFocus(Qt::OtherFocusReason);
    }
    for (const EnvironmentOffer::Typed &typed : m_offer.typed) {
        if (typed.kind == choice.kind)
            return typed.missing;
    }
    return tr("Name the file that the environment is built from.");
}

} // namespace mooring
