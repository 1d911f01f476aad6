#pragma once

#include "ui/widgets/stateglyph.h"
#include "ui/widgets/tokens.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QVBoxLayout;

namespace mooring {

class Button;

/// For what destroys or stops, and for nothing else. Shown with open(), never waited for: accepted() is the danger
/// button, rejected() Cancel, Esc and Enter, saferChosen() the act at the left that loses nothing.
class DecisionDialog : public QDialog
{
    Q_OBJECT
public:
    DecisionDialog(const QString &title, const QString &text, QWidget *parent);

    void addSection(const QString &title);
    /// Never ticked at first: what exists nowhere else.
    QCheckBox *addChoice(const QString &title, const QString &detail, const QString &size, bool ticked,
                         Tone detailTone = Tone::Neutral);
    /// What stays, what is running.
    void addStatement(Glyph glyph, const QString &text);
    void addWidget(QWidget *widget);
    void addHairline();
    /// The act that is asked about: "Detach", "Cancel run".
    void setDanger(const QString &text);
    void setSafer(const QString &text, const QString &iconName = {});
    void setCancelText(const QString &text);
    /// Deleting asks for the name: the danger button waits until it was typed; Enter then only goes on to it.
    void askName(const QString &name);

    Button *dangerAct() const { return m_danger; }
    Button *cancelAct() const { return m_cancel; }

Q_SIGNALS:
    void saferChosen();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeFooter();

    QVBoxLayout *m_body;
    Button *m_danger;
    QLineEdit *m_name = nullptr; ///< where a name is asked
    Button *m_cancel;
    Button *m_safer;
    bool m_lastWasChoice = false;
};

} // namespace mooring
