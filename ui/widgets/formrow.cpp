#include "ui/widgets/formrow.h"

#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/textlabel.h"

#include <QAbstractSpinBox>
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTimer>

namespace mooring {

FormRow::FormRow(const QString &label, QWidget *field, const QString &help, QWidget *parent)
    : QWidget(parent), m_field(field), m_settle(new QTimer(this))
{
    m_line = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_line->setContentsMargins(0, 0, 0, 0);
    m_label = new TextLabel(label, Type::Body, Ink::Text, this);
    m_label->setBuddy(field);
    m_label->setWordWrap(true);
    m_line->addWidget(m_label, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    m_fields = new QHBoxLayout;
    m_fields->setSpacing(dp(this, 12));
    m_fields->addWidget(field, 1000); // up to its own greatest width
    m_fields->addStretch(1);
    column->addLayout(m_fields);
    m_help = helpLine({}, this);
    m_help->setContentsMargins(0, dp(this, 2), 0, 0);
    column->addWidget(m_help);
    m_errorLine = new QWidget(this);
    auto *errorRow = new QHBoxLayout(m_errorLine);
    errorRow->setContentsMargins(0, dp(this, 3), 0, 0);
    errorRow->setSpacing(dp(this, 6));
    errorRow->addWidget(new GlyphLabel(Glyph::Failed, m_errorLine, 14), 0, Qt::AlignTop);
    m_errorText = new TextLabel({}, Type::Small, Ink::Fail, m_errorLine);
    m_errorText->setWordWrap(true);
    errorRow->addWidget(m_errorText, 1);
    column->addWidget(m_errorLine);
    m_line->addLayout(column, 1);
    for (QWidget *named : {field, field->focusProxy()}) {
        if (named && named->accessibleName().isEmpty())
            named->setAccessibleName(label);
    }
    m_settle->setSingleShot(true);
    m_settle->setInterval(300);
    connect(m_settle, &QTimer::timeout, this, &FormRow::settled);
    setNarrow(false);
    watchField();
    setHelp(help);
}

QString FormRow::label() const { return m_label->text(); }

void FormRow::addBeside(QWidget *widget) { m_fields->insertWidget(m_fields->count() - 1, widget); }

void FormRow::setHelp(const QString &help)
{
    m_helpText = help;
    showState();
}

void FormRow::setCheck(std::function<QString()> check) { m_check = std::move(check); }

bool FormRow::check()
{
    setError(m_check && !isHidden() ? m_check() : QString());
    return m_error.isEmpty();
}

void FormRow::setError(const QString &error)
{
    if (m_error == error)
        return;
    const bool appeared = m_error.isEmpty();
    m_error = error;
    showState();
    if (appeared)
        announce(m_errorText);
    Q_EMIT errorChanged();
}

void FormRow::setNarrow(bool narrow)
{
    m_line->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_line->setSpacing(dp(this, narrow ? 4 : 16));
    m_label->setMinimumHeight(narrow ? 0 : dp(this, 32));
    m_label->setMinimumWidth(narrow ? 0 : dp(this, 136));
    m_label->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : dp(this, 136));
}

void FormRow::watchField()
{
    // A field of several parts says itself when it changes: it has a signal `changed`, connected by its page.
    const QList<QWidget *> inner = m_field->findChildren<QWidget *>();
    for (QWidget *widget : QList<QWidget *>{m_field} + inner)
        widget->installEventFilter(this);
    for (QLineEdit *edit : m_field->findChildren<QLineEdit *>())
        connect(edit, &QLineEdit::textChanged, this, &FormRow::fieldChanged);
    if (auto *edit = qobject_cast<QLineEdit *>(m_field))
        connect(edit, &QLineEdit::textChanged, this, &FormRow::fieldChanged);
    else if (auto *combo = qobject_cast<QComboBox *>(m_field))
        connect(combo, &QComboBox::currentIndexChanged, this, &FormRow::fieldChanged);
    else if (auto *box = qobject_cast<QCheckBox *>(m_field))
        connect(box, &QCheckBox::toggled, this, &FormRow::fieldChanged);
    else if (auto *text = qobject_cast<QPlainTextEdit *>(m_field))
        connect(text, &QPlainTextEdit::textChanged, this, &FormRow::fieldChanged);
}

void FormRow::fieldChanged()
{
    if (!m_error.isEmpty() && (!m_check || m_check().isEmpty()))
        setError({});
    m_settle->start();
}

void FormRow::showState()
{
    m_help->setText(m_helpText);
    m_help->setVisible(m_error.isEmpty() && !m_helpText.isEmpty());
    m_errorText->setText(m_error);
    m_errorLine->setVisible(!m_error.isEmpty());
    for (QWidget *described : {m_field, m_field->focusProxy()}) {
        if (described)
            described->setAccessibleDescription(m_error.isEmpty() ? m_helpText : m_error);
    }
    for (QWidget *widget : QList<QWidget *>{m_field} + m_field->findChildren<QWidget *>()) {
        widget->setProperty("mooringError", !m_error.isEmpty());
        widget->update();
    }
}

bool FormRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && m_check) {
        const auto *line = qobject_cast<QLineEdit *>(watched);
        const bool touched = !line || line->isModified() || !m_error.isEmpty();
        if (touched)
            check();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace mooring
