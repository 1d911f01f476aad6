#include "ui/attach/wizard/fieldform.h"

#include "core/base/text.h"
#include "core/jobs/background.h"
#include "ui/widgets/button.h"
#include "ui/widgets/form.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/tokens.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr int kSegments = 4; ///< more choices than that are a list

QString titleOf(const Field &field, qsizetype choice)
{
    return field.choiceTitles.value(choice, field.choices.value(choice));
}

} // namespace

QString suggestedName(const QString &text)
{
    QString name = text.section(u'@', -1).trimmed();
    if (name.startsWith(u"/subscriptions/"_s, Qt::CaseInsensitive)) // a resource of Azure
        name = name.section(u'/', -1);
    if (name.startsWith(u'['))
        name = name.mid(1).section(u']', 0, 0);
    else if (name.count(u':') == 1)
        name = name.section(u':', 0, 0);
    name.replace(u':', u'-');
    return isPlainName(name) ? name : QString();
}

FieldForm::FieldForm(AttachDraft &draft, QWidget *parent)
    : QWidget(parent), m_draft(draft), m_fields(draft.fields()), m_form(new Form(this))
{
    setObjectName(u"fieldForm"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_form);
    addName();
    for (const bool rare : {false, true}) {
        for (const Field &field : m_fields) {
            if (field.rare != rare)
                continue;
            if (rare && !m_fold) {
                m_fold = m_form->addFold(tr("Rarely needed"));
                m_fold->setObjectName(u"rarelyNeeded"_s);
            }
            addField(field);
            if (rare && m_draft.value(field.id) != field.fallback)
                m_fold->setChecked(true);
        }
    }
    m_form->endFold();
    showVisible();
    readAll();
}

void FieldForm::addName()
{
    m_name = textField(240);
    m_name->setObjectName(u"targetName"_s);
    m_name->setText(m_draft.name());
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_draft.setName(text);
        Q_EMIT edited();
    });
    m_nameRow = m_form->addRow(tr("Name"), m_name);
    m_nameRow->setCheck([this] { return m_draft.nameProblem(m_taken); });
}

void FieldForm::addField(const Field &field)
{
    QWidget *widget = makeField(field);
    widget->setObjectName(u"field-"_s + field.id);
    FormRow *row = m_form->addRow(field.label, widget, field.help);
    m_rows[field.id] = row;
    row->setCheck([this, id = field.id] { return m_draft.problemOf(id); });
    connect(row, &FormRow::settled, this, [this] {
        readAll();
        suggestName();
    });
    if (field.type == Field::Type::Path) {
        auto *choose = edgeButton(tr("Choose…"));
        choose->setObjectName(u"choose-"_s + field.id);
        choose->setAccessibleName(tr("Choose %1", "a field").arg(field.label));
        row->addBeside(choose);
        connect(choose, &QPushButton::clicked, this,
                [this, label = field.label, edit = static_cast<QLineEdit *>(widget)] {
                    auto *dialog = new QFileDialog(this, label, QDir::homePath());
                    dialog->setObjectName(u"chooseFileDialog"_s);
                    dialog->setAttribute(Qt::WA_DeleteOnClose);
                    dialog->setFilter(QDir::AllEntries | QDir::Hidden);
                    dialog->setFileMode(QFileDialog::ExistingFile);
                    connect(dialog, &QFileDialog::fileSelected, edit, &QLineEdit::setText);
                    dialog->open();
                });
    }
    if (field.isSecret())
        addKeepBox(field, row);
}

QWidget *FieldForm::makeField(const Field &field)
{
    if (field.type == Field::Type::Choice)
        return makeChoice(field);
    if (field.isSecret())
        return makeSecret(field);
    if (field.type == Field::Type::Flag) {
        auto *box = new QCheckBox;
        box->setChecked(m_draft.value(field.id) == u"true");
        connect(box, &QCheckBox::toggled, this, [this, id = field.id](bool on) {
            m_draft.setValue(id, on ? u"true"_s : u"false"_s);
            fieldEdited();
        });
        return box;
    }
    const int width = field.type == Field::Type::Port ? 96 : field.type == Field::Type::Path ? 296 : 392;
    QLineEdit *edit = textField(width, field.required ? QString() : optionalText());
    edit->setText(m_draft.value(field.id));
    if (field.type == Field::Type::Port)
        edit->setInputMethodHints(Qt::ImhDigitsOnly);
    connect(edit, &QLineEdit::textChanged, this, [this, id = field.id](const QString &text) {
        m_draft.setValue(id, text.trimmed());
        fieldEdited();
    });
    return edit;
}

QWidget *FieldForm::makeChoice(const Field &field)
{
    const QString value = m_draft.value(field.id);
    const auto choose = [this, id = field.id](const QString &choice) {
        m_draft.setValue(id, choice);
        fieldEdited();
        readAll();
    };
    if (field.choices.size() <= kSegments) {
        auto *segments = new SegmentedControl(field.label);
        for (qsizetype i = 0; i < field.choices.size(); ++i)
            segments->addChoice(field.choices[i], titleOf(field, i));
        segments->setCurrent(value);
        connect(segments, &SegmentedControl::chosen, this, choose);
        return segments;
    }
    auto *combo = new QComboBox;
    combo->setMaximumWidth(dp(combo, 392));
    for (qsizetype i = 0; i < field.choices.size(); ++i)
        combo->addItem(titleOf(field, i), field.choices[i]);
    combo->setCurrentIndex(combo->findData(value));
    connect(combo, &QComboBox::activated, this,
            [combo, choose](int index) { choose(combo->itemData(index).toString()); });
    return combo;
}

QWidget *FieldForm::makeSecret(const Field &field)
{
    auto *secret = new SecretField;
    if (!field.required)
        secret->edit()->setPlaceholderText(optionalText());
    connect(secret, &SecretField::changed, this, [this, secret, id = field.id] {
        m_draft.setSecret(id, secret->secret());
        fieldEdited();
    });
    return secret;
}

void FieldForm::addKeepBox(const Field &field, FormRow *row)
{
    auto *keep = new QCheckBox(tr("Keep in the keychain"));
    keep->setObjectName(u"keep-"_s + field.id);
    keep->setAccessibleDescription(field.label);
    keep->setChecked(m_draft.isKept(field.id));
    row->addBeside(keep);
    m_keepBoxes << keep;
    connect(keep, &QCheckBox::toggled, this, [this, id = field.id](bool on) {
        m_draft.setKept(id, on);
        Q_EMIT edited();
    });
}

void FieldForm::setTakenNames(const QStringList &names)
{
    m_taken = names;
    if (!m_nameRow->error().isEmpty())
        m_nameRow->check();
}

void FieldForm::setKeychain(bool there)
{
    for (QWidget *widget : m_keepBoxes) {
        auto *box = static_cast<QCheckBox *>(widget);
        box->setEnabled(there);
        box->setText(there ? tr("Keep in the keychain") : tr("No keychain: kept until Mooring ends"));
        if (!there) {
            const QSignalBlocker quiet(box); // what was wished stays, for when there is one
            box->setChecked(false);
        }
    }
}

FormRow *FieldForm::row(const QString &field) const
{
    const auto found = m_rows.find(field);
    return found == m_rows.end() ? nullptr : found->second;
}

FormRow *FieldForm::checkAll() { return m_form->checkAll(); }

bool FieldForm::showProblem(const QString &field, const QString &sentence)
{
    FormRow *wrong = field == u"name"_s ? m_nameRow : row(field);
    if (!wrong)
        return false;
    wrong->setError(sentence);
    wrong->field()->setFocus(Qt::OtherFocusReason);
    return true;
}

void FieldForm::focusFirst() { m_name->setFocus(Qt::OtherFocusReason); }

void FieldForm::fieldEdited()
{
    showVisible();
    Q_EMIT edited();
}

void FieldForm::showVisible()
{
    const auto all = m_draft.all();
    for (const Field &field : m_fields)
        m_rows[field.id]->setVisible(!field.visible || field.visible(all));
}

void FieldForm::readAll()
{
    using Answers = std::vector<std::pair<QString, QString>>;
    std::vector<Field> asked;
    const auto all = m_draft.all();
    for (const Field &field : m_fields) {
        if (field.reading && !field.isSecret() && (!field.visible || field.visible(all)))
            asked.push_back(field);
    }
    if (asked.empty())
        return;
    const auto read = [asked, all] {
        Answers answers;
        for (const Field &field : asked)
            answers.emplace_back(field.id, field.reading(all.at(field.id), all));
        return answers;
    };
    inBackground(this, read, [this, number = ++m_reading](const Answers &answers) {
        if (number != m_reading)
            return;
        for (const auto &[id, text] : answers) {
            const auto field =
                std::find_if(m_fields.begin(), m_fields.end(), [id = id](const Field &each) { return each.id == id; });
            m_rows[id]->setHelp(text.isEmpty() ? field->help : text);
        }
    });
}

void FieldForm::suggestName()
{
    if (m_name->text() != m_suggested) // the person's own
        return;
    for (const Field &field : m_fields) {
        if (!field.required || field.type != Field::Type::Text)
            continue;
        const QString name = suggestedName(m_draft.value(field.id));
        if (!name.isEmpty() && !m_taken.contains(name)) {
            m_suggested = name;
            m_name->setText(name);
        }
        return;
    }
}

} // namespace mooring
