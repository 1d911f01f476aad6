#pragma once

#include "ui/widgets/page.h"
#include "ui/widgets/scrolling.h"

class QBoxLayout;
class QStackedWidget;

namespace mooring {

class Button;
class GlyphLabel;
class StepRail;
class TextLabel;

/// The frame of a wizard: title and rail, one body a step (with a side column where it has one), footer.
/// Back and Next keep all input. Alt+N, Alt+B; Enter does the main act only from a field of one line.
class WizardPage : public Page
{
    Q_OBJECT
public:
    explicit WizardPage(QWidget *parent = nullptr);

    /// Steps from left to right. The body scrolls by itself when it is too tall, unless it is one that has its own
    /// scrolling.
    void addStep(const QString &name, QWidget *body, QWidget *side = nullptr);
    int step() const;
    int stepCount() const;
    void setStep(int step);

    Button *nextButton() const { return m_next; }
    Button *backButton() const { return m_back; }
    /// "Check now", "Start". For a while or for good; Next is the word at first.
    void setNextText(const QString &text);
    /// At the left of the footer: what blocks, or what goes on. Empty: nothing.
    void setFooterNote(Glyph glyph, const QString &text);
    /// Left end of the footer, before the note (Stop, Edit .amlignore).
    void addFooterLeft(QWidget *widget);
    /// Right, before Back (Save draft).
    void addFooterRight(QWidget *widget);

Q_SIGNALS:
    /// Next was pressed; the wizard decides whether it goes on (setStep).
    void nextRequested(int fromStep);
    void backRequested(int fromStep);
    void stepChanged(int step);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeFooter();
    QWidget *frameOf(QWidget *body, QWidget *side);

    StepRail *m_rail;
    QStackedWidget *m_stack;
    Button *m_next;
    Button *m_back;
    GlyphLabel *m_noteGlyph;
    TextLabel *m_note;
    QBoxLayout *m_footerLeft;
    QBoxLayout *m_footerRight;
    QStringList m_names;
    QList<QWidget *> m_sides;
};

} // namespace mooring
