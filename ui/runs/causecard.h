#pragma once

#include "ui/runs/runlook.h"

#include <QWidget>

namespace mooring {

/// The deepest cause of a failed run, with its place in the snapshot (ui.md, "Cause card"). Says only what Mooring knows.
class CauseCard : public QWidget
{
    Q_OBJECT
public:
    explicit CauseCard(QWidget *parent = nullptr);

    void setCause(const CauseView &view);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeActions();
    void rebuild();

    CauseView m_view;
    QWidget *m_content = nullptr;
};

} // namespace mooring
