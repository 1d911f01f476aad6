#pragma once

#include "ui/runs/runcause.h"

#include <QWidget>

class QBoxLayout;

namespace mooring {

class Banner;
class CodeBox;
class ElidedLabel;
class Button;

/// The deepest cause of a failed run, with its place in the snapshot (ui.md, "Cause card"). Says only what Mooring
/// knows.
class CauseCard : public QWidget
{
    Q_OBJECT
public:
    explicit CauseCard(QWidget *parent = nullptr);

    void setCause(const CauseView &view);
    /// In a low window: the sentence and its place in two lines, without the code.
    void setBrief(bool brief);
    /// An act of the page's own, at the right of the card's. Owned afterwards.
    void addAction(Button *button);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeActions();
    void showPlace();
    void showCode();
    void arrange();

    CauseView m_view;
    QString m_how; ///< through which frames
    bool m_brief = false;
    ElidedLabel *m_exception;
    ElidedLabel *m_place;
    ElidedLabel *m_reached;
    Button *m_copy = nullptr;
    Button *m_open = nullptr;
    QBoxLayout *m_acts = nullptr;
    QWidget *m_below;
    QBoxLayout *m_belowRow;
    CodeBox *m_code;
    Banner *m_leftOut;
};

} // namespace mooring
