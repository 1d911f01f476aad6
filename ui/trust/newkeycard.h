#pragma once

#include "ui/context/questioncard.h"
#include "ui/trust/shownkey.h"

class QLineEdit;

namespace mooring {

class Button;
class GlyphLabel;
class HostTrust;
class TextLabel;

/// A machine that nobody here knows shows its key. The expected value is compared as it is typed. Esc, and Enter in the
/// field, mean "Do not trust" until it is the same; only then the last button is the filled one.
class NewKeyCard : public QuestionCard
{
    Q_OBJECT
public:
    /// `trust` must outlive the card.
    NewKeyCard(HostTrust &trust, const ShownKey &shown, QWidget *parent = nullptr);

    void takeFocus() override;
    bool canBeAnswered() const override { return true; }
    bool hasMainAct() const override { return m_same; }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeFacts();
    QWidget *makeCompare();
    QWidget *makeActs();
    void compare();
    void trust(bool always);
    void setBusy(bool busy);

    HostTrust &m_trust;
    ShownKey m_shown;
    bool m_same = false;
    QLineEdit *m_expected = nullptr;
    GlyphLabel *m_glyph = nullptr;
    TextLabel *m_result = nullptr;
    TextLabel *m_problem = nullptr;
    Button *m_no = nullptr;
    Button *m_once = nullptr;
    Button *m_always = nullptr;
};

} // namespace mooring
