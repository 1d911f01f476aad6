#include "ui/widgets/variablesfield.h"

#include "ui/widgets/button.h"
#include "ui/widgets/form.h"
#include "ui/widgets/textlabel.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

VariablesField::VariablesField(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(dp(this, 8));
    auto *add = edgeButton(tr("Add variable"), u"list-add"_s, this);
    add->setObjectName(u"addVariable"_s);
    m_column->addWidget(add);
    connect(add, &QPushButton::clicked, this, [this] {
        addRow({}, {});
        m_rows.back().name->setFocus(Qt::OtherFocusReason);
    });
}

void VariablesField::addRow(const QString &name, const QString &value)
{
    auto *whole = new QWidget(this);
    auto *line = new QHBoxLayout(whole);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(dp(this, 8));
    QLineEdit *first = textField(160, tr("NAME"), whole), *second = textField(208, tr("value"), whole);
    first->setObjectName(u"variableName"_s);
    first->setAccessibleName(tr("Name of the variable"));
    second->setObjectName(u"variableValue"_s);
    second->setAccessibleName(tr("Value of the variable"));
    first->setText(name);
    second->setText(value);
    Button *remove = iconButton(u"list-remove"_s, tr("Remove variable"), {}, whole);
    remove->setObjectName(u"removeVariable"_s);
    line->addWidget(first, 160);
    line->addWidget(new TextLabel(u"="_s, Type::Mono, Ink::Text2, whole));
    line->addWidget(second, 208);
    line->addWidget(remove);
    line->addStretch(1);
    for (QLineEdit *edit : {first, second})
        connect(edit, &QLineEdit::textChanged, this, &VariablesField::changed);
    connect(remove, &QPushButton::clicked, this, [this, whole] { removeRow(whole); });
    m_column->insertWidget(m_column->count() - 1, whole);
    m_rows.push_back({whole, first, second});
}

void VariablesField::removeRow(QWidget *whole)
{
    std::erase_if(m_rows, [whole](const Row &row) { return row.whole == whole; });
    whole->hide();
    whole->deleteLater();
    Q_EMIT changed();
}

VariablesField::Variables VariablesField::variables() const
{
    Variables variables;
    for (const Row &row : m_rows)
        variables.emplace_back(row.name->text().trimmed(), row.value->text());
    return variables;
}

void VariablesField::setVariables(const Variables &variables)
{
    while (!m_rows.empty())
        removeRow(m_rows.back().whole);
    for (const auto &[name, value] : variables)
        addRow(name, value);
}

} // namespace mooring
