#pragma once

#include "ui/context/questioncard.h"
#include "ui/trust/shownkey.h"

class QVBoxLayout;

namespace mooring {

class Button;
class HostTrust;
class Navigator;
class TextLabel;

/// A machine shows another key than the one on record, or a revoked one. There is no accepting it here: the shown key
/// over those on record, where each stands, and how a record is taken out.
class RefusedKeyCard : public QuestionCard
{
    Q_OBJECT
public:
    RefusedKeyCard(const HostTrust &trust, Navigator &navigator, const ShownKey &shown, QWidget *parent = nullptr);

    void takeFocus() override;
    bool canBeAnswered() const override { return false; }
    bool hasMainAct() const override { return true; }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeKeys(const ShownKey &shown);
    void addRemoval(QVBoxLayout *column, const HostTrust &trust, const ShownKey &shown);

    Button *m_no;
};

} // namespace mooring
