#pragma once

#include "core/targets/targetservice.h"

#include <QWidget>

namespace mooring {

/// After a detach: each thing with what became of it, the second look over a new connection, what is left and how to
/// remove it.
class DetachProof : public QWidget
{
    Q_OBJECT
public:
    explicit DetachProof(const DetachReport &report, QWidget *parent = nullptr);

    QString text() const; ///< "Copy proof"

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeMain();
    QWidget *makeTable();
    QWidget *makeSide();

    DetachReport m_report;
    QWidget *m_side;
};

/// "3 things are left", "nothing is left": the page's one sentence.
QString detachSummary(const DetachReport &report);

} // namespace mooring
