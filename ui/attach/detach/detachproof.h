#pragma once

#include "core/targets/targetservice.h"

#include <QWidget>

namespace mooring {

/// What the proof says around the facts of the report; whole sentences.
struct DetachWords
{
    QString untouched; ///< where nothing on the thing was looked at or removed
    QString asked;     ///< how it was looked at again: "over a new connection"
    QStringList kept;  ///< what is never touched
    QString notLooked; ///< what nobody looked at

    static DetachWords ofMachine();
};

/// After a detach: each thing with what became of it, the second look over a new connection, what is left and how to
/// remove it.
class DetachProof : public QWidget
{
    Q_OBJECT
public:
    explicit DetachProof(const DetachReport &report, const DetachWords &words = DetachWords::ofMachine(),
                         QWidget *parent = nullptr);

    QString text() const; ///< "Copy proof"

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeMain();
    QWidget *makeTable();
    QWidget *makeSide();

    DetachReport m_report;
    DetachWords m_words;
    QWidget *m_side;
};

/// "3 things are left", "nothing is left": the page's one sentence.
QString detachSummary(const DetachReport &report);

} // namespace mooring
