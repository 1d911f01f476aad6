#include "ui/shell/promptcard.h"

#include "core/base/text.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/button.h"
#include "ui/widgets/noticecard.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

PromptCard::PromptCard(PromptDesk &desk, const PromptDesk::Question &question, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_id(question.id), m_answer(edgeButton(tr("Answer")))
{
    setObjectName(u"promptCard"_s);
    const SshPrompts &asked = question.prompts;
    setAccessibleName(tr("%1 asks, to sign in %2", "a machine, a user").arg(asked.host, asked.user));
    QStringList words{asked.name, asked.instruction};
    words.removeAll(QString());
    words << tr("It waits for at most %1. What you type goes to that machine and is not kept.", "how long")
                 .arg(humanDuration(qint64(desk.limit().count())));
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(dp(this, 24), dp(this, 12), dp(this, 24), dp(this, 12));
    auto *card = new NoticeCard(Glyph::Waiting, accessibleName(), words.join(u'\n'));
    all->addWidget(card);
    for (const SshPrompt &prompt : asked.prompts)
        addField(prompt, card->content());
    auto *no = edgeButton(tr("Do not answer"));
    no->setObjectName(u"refusePrompt"_s);
    m_answer->setObjectName(u"answerPrompt"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(dp(this, 8));
    row->addStretch(1);
    row->addWidget(no);
    row->addWidget(m_answer);
    card->content()->addLayout(row);
    connect(no, &QAbstractButton::clicked, this, &PromptCard::refuse);
    connect(m_answer, &QAbstractButton::clicked, this, &PromptCard::answer);
    setAccessibleRole(this, QAccessible::AlertMessage);
    announce(this);
}

void PromptCard::addField(const SshPrompt &prompt, QVBoxLayout *column)
{
    const QString label = prompt.text.trimmed().isEmpty() ? tr("Answer") : prompt.text.trimmed();
    auto *title = new TextLabel(label, Type::Body, Ink::Text);
    title->setWordWrap(true);
    column->addWidget(title);
    QWidget *field = nullptr;
    if (prompt.echo) {
        auto *edit = new QLineEdit;
        edit->setMaximumWidth(dp(this, 392));
        field = edit;
    } else {
        auto *secret = new SecretField;
        secret->edit()->setAccessibleName(label);
        field = secret;
    }
    field->setObjectName(u"prompt%1"_s.arg(m_fields.size()));
    field->setAccessibleName(label);
    title->setBuddy(field);
    m_fields << field;
    column->addWidget(field);
}

void PromptCard::answer()
{
    std::vector<QByteArray> answers;
    for (QWidget *field : m_fields) {
        if (auto *secret = qobject_cast<SecretField *>(field)) {
            answers.push_back(secret->secret());
            secret->clear();
        } else {
            answers.push_back(static_cast<QLineEdit *>(field)->text().toUtf8());
        }
    }
    m_desk.answer(m_id, answers);
    setEnabled(false);
}

void PromptCard::refuse()
{
    m_desk.refuse(m_id);
    setEnabled(false);
}

void PromptCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return refuse();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !qobject_cast<Button *>(focusWidget()))
        return answer();
    QWidget::keyPressEvent(event);
}

} // namespace mooring
