#pragma once

#include "core/transport/ssh/promptdesk.h"

#include <QWidget>

namespace mooring {

class Button;

/// What a machine asks during a sign-in: who asks, its words, a field for each. Answers through the desk; waits for
/// nobody. Esc does not answer.
class PromptCard : public QWidget
{
    Q_OBJECT
public:
    /// `desk` must outlive the card.
    PromptCard(PromptDesk &desk, const PromptDesk::Question &question, QWidget *parent = nullptr);

    quint64 question() const { return m_id; }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addField(const SshPrompt &prompt, class QVBoxLayout *column);
    void answer();
    void refuse();

    PromptDesk &m_desk;
    quint64 m_id;
    QList<QWidget *> m_fields;
    Button *m_answer;
};

} // namespace mooring
