#include "ui/widgets/decisiondialog.h"

#include "ui/widgets/button.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/textlabel.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace mooring {
namespace {

/// The whole row can be clicked, not only the box.
class ChoiceRow : public QWidget
{
public:
    ChoiceRow(QCheckBox *choice, QWidget *parent) : QWidget(parent), box(choice) {}
    QCheckBox *box;

protected:
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        if (event->button() == Qt::LeftButton && rect().contains(event->pos()))
            box->click();
    }
};

} // namespace

DecisionDialog::DecisionDialog(const QString &title, const QString &text, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->setSizeConstraint(QLayout::SetMinimumSize);
    auto *body = new QWidget(this);
    body->setFixedWidth(dp(this, 576)); // and so the dialog: its layout decides its size
    m_body = new QVBoxLayout(body);
    m_body->setContentsMargins(dp(this, 24), dp(this, 16), dp(this, 24), dp(this, 24));
    m_body->setSpacing(0);
    auto *what = new TextLabel(text, Type::Body, Ink::Text, body);
    what->setWordWrap(true);
    m_body->addWidget(what);
    column->addWidget(body);
    column->addStretch(1);
    column->addWidget(new Separator(Qt::Horizontal, this));
    column->addWidget(makeFooter());
}

QWidget *DecisionDialog::makeFooter()
{
    auto *footer = new QWidget(this);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(dp(this, 24), dp(this, 12), dp(this, 24), dp(this, 12));
    row->setSpacing(dp(this, 8));
    m_safer = edgeButton({}, {}, footer);
    m_safer->setObjectName(u"safer"_s);
    m_safer->hide();
    m_cancel = edgeButton(tr("Cancel"), {}, footer);
    m_cancel->setObjectName(u"cancel"_s);
    m_cancel->setDefault(true);
    m_danger = dangerButton({}, {}, footer);
    m_danger->setObjectName(u"danger"_s);
    row->addWidget(m_safer);
    row->addStretch(1);
    row->addWidget(m_cancel);
    row->addWidget(m_danger);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_danger, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_safer, &QPushButton::clicked, this, [this] {
        Q_EMIT saferChosen();
        reject();
    });
    return footer;
}

void DecisionDialog::addSection(const QString &title)
{
    m_body->addSpacing(dp(this, 16));
    m_body->addWidget(sectionTitle(title, this));
    m_lastWasChoice = false;
}

QCheckBox *DecisionDialog::addChoice(const QString &title, const QString &detail, const QString &size, bool ticked,
                                     Tone detailTone)
{
    if (m_lastWasChoice)
        addHairline();
    auto *box = new QCheckBox(this);
    auto *row = new ChoiceRow(box, this);
    box->setParent(row);
    row->setMinimumHeight(dp(this, 47));
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, dp(this, 2), 0, dp(this, 2));
    line->setSpacing(dp(this, 8));
    line->addWidget(box, 0, Qt::AlignVCenter);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch(1);
    words->addWidget(new TextLabel(title, Type::Body, Ink::Text, row));
    if (!detail.isEmpty()) {
        auto *small = new TextLabel(detail, Type::Small, inkOf(detailTone), row);
        small->setWordWrap(true);
        words->addWidget(small);
    }
    words->addStretch(1);
    line->addLayout(words, 1);
    line->addWidget(new TextLabel(size, Type::Body, Ink::Text2, row), 0, Qt::AlignVCenter);
    box->setChecked(ticked);
    box->setAccessibleName(title);
    box->setAccessibleDescription(size.isEmpty() ? detail : u"%1, %2"_s.arg(detail, size));
    m_body->addWidget(row);
    m_lastWasChoice = true;
    return box;
}

void DecisionDialog::addStatement(Glyph glyph, const QString &text)
{
    if (m_lastWasChoice) {
        addHairline();
        m_body->addSpacing(dp(this, 8));
    }
    m_lastWasChoice = false;
    QWidget *line = glyphLine(glyph, text, this);
    for (TextLabel *label : line->findChildren<TextLabel *>())
        label->setInk(Ink::Text2);
    m_body->addWidget(line);
}

void DecisionDialog::addWidget(QWidget *widget)
{
    m_body->addWidget(widget);
    m_lastWasChoice = false;
}

void DecisionDialog::addHairline() { m_body->addWidget(new Separator(Qt::Horizontal, this)); }

void DecisionDialog::setDanger(const QString &text) { m_danger->setText(text); }

void DecisionDialog::setSafer(const QString &text, const QString &iconName)
{
    m_safer->setText(text);
    m_safer->setIconName(iconName);
    m_safer->setVisible(!text.isEmpty());
}

void DecisionDialog::setCancelText(const QString &text) { m_cancel->setText(text); }

void DecisionDialog::askName(const QString &name)
{
    m_body->addSpacing(dp(this, 16));
    auto *label = new TextLabel(tr("Type %1 to go on").arg(name), Type::Body, Ink::Text, this);
    m_body->addWidget(label);
    m_body->addSpacing(dp(this, 4));
    auto *edit = m_name = new QLineEdit(this);
    edit->setObjectName(u"name"_s);
    edit->setAccessibleName(label->text());
    label->setBuddy(edit);
    m_body->addWidget(edit);
    m_danger->setEnabled(false);
    connect(edit, &QLineEdit::textChanged, m_danger,
            [this, name](const QString &text) { m_danger->setEnabled(text == name); });
}

void DecisionDialog::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Tokens::from(palette()).base);
}

void DecisionDialog::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    auto *button = qobject_cast<QPushButton *>(focusWidget());
    if (enter && m_name &&
        m_name == focusWidget()) { // who typed the name goes on to the act, which is pressed by itself
        if (m_danger->isEnabled())
            m_danger->setFocus(Qt::TabFocusReason);
        return;
    }
    if (enter) // what has the focus; from a box: what loses nothing
        return button ? button->click() : reject();
    QDialog::keyPressEvent(event);
}

void DecisionDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    (m_name ? static_cast<QWidget *>(m_name) : m_cancel)->setFocus(Qt::TabFocusReason);
}

} // namespace mooring
