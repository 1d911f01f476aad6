#include "ui/widgets/form.h"

#include "ui/widgets/button.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/textlabel.h"

#include <QBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace mooring {

Form::Form(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(dp(this, 8));
    m_column->addStretch(1);
}

FormRow *Form::addRow(const QString &label, QWidget *field, const QString &help)
{
    auto *row = new FormRow(label, field, help, m_fold ? m_fold : this);
    connect(row, &FormRow::errorChanged, this, &Form::errorsChanged);
    row->setNarrow(width() < dp(this, 560) && isVisible());
    if (m_fold)
        m_foldColumn->addWidget(row);
    else
        m_column->insertWidget(m_column->count() - 1, row);
    m_rows.push_back(row);
    return row;
}

void Form::addSection(const QString &title)
{
    endFold();
    if (m_column->count() > 1) {
        m_column->insertSpacing(m_column->count() - 1, dp(this, 8));
        m_column->insertWidget(m_column->count() - 1, new Separator(Qt::Horizontal, this));
    }
    m_column->insertWidget(m_column->count() - 1, sectionTitle(title, this));
}

Button *Form::addFold(const QString &title)
{
    auto *head = flatButton(title, u"go-next"_s, this);
    head->setCheckable(true);
    m_fold = new QWidget(this);
    m_foldColumn = new QVBoxLayout(m_fold);
    m_foldColumn->setContentsMargins(0, 0, 0, 0);
    m_foldColumn->setSpacing(dp(this, 8));
    auto *line = new QHBoxLayout;
    line->addSpacing(dp(this, 152 - 8));
    line->addWidget(head);
    line->addStretch(1);
    m_column->insertLayout(m_column->count() - 1, line);
    m_column->insertWidget(m_column->count() - 1, m_fold);
    m_fold->hide();
    QWidget *fold = m_fold;
    head->setProperty("mooringPlain", true); // open is said by the arrow, not by an accent
    connect(head, &QPushButton::toggled, fold, [head, fold](bool open) {
        fold->setVisible(open);
        head->setIconName(open ? u"go-down"_s : u"go-next"_s);
    });
    fold->setProperty("mooringFoldHead", QVariant::fromValue<QObject *>(head));
    return head;
}

FormRow *Form::checkAll()
{
    FormRow *first = nullptr;
    for (FormRow *row : m_rows) {
        if (row->check() || first)
            continue;
        first = row;
    }
    if (!first)
        return nullptr;
    const QVariant head = first->parentWidget()->property("mooringFoldHead");
    if (auto *button = qobject_cast<Button *>(head.value<QObject *>()))
        button->setChecked(true);
    first->field()->setFocus(Qt::OtherFocusReason);
    return first;
}

FormRow *Form::firstError() const
{
    for (FormRow *row : m_rows) {
        if (!row->error().isEmpty())
            return row;
    }
    return nullptr;
}

void Form::resizeEvent(QResizeEvent *)
{
    const bool narrow = width() < dp(this, 560);
    for (FormRow *row : m_rows)
        row->setNarrow(narrow);
}

QLineEdit *textField(int width, const QString &placeholder, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setPlaceholderText(placeholder);
    edit->setMaximumWidth(dp(edit, width));
    edit->setMinimumWidth(dp(edit, qMin(width, 160)));
    edit->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return edit;
}

QString optionalText() { return Form::tr("optional"); }

} // namespace mooring
