#pragma once

#include "core/jobs/jobcontext.h"
#include "core/targets/ladder.h"
#include "ui/widgets/ladder.h"

#include <QPointer>
#include <QWidget>

class QBoxLayout;
class QStackedWidget;
class QVBoxLayout;

namespace mooring {

class LogLinesView;
class RungDetails;
class TextLabel;

/// The third step: the ladder as it is climbed, and beside it the selected rung with the provisioning log, or a card
/// that needs an answer.
class CheckStep : public QWidget
{
    Q_OBJECT
public:
    explicit CheckStep(QWidget *parent = nullptr);

    /// All rungs, waiting; or as they were in `earlier`.
    void setRungs(const std::vector<Rung> &rungs, const LadderReport *earlier = nullptr);
    /// One rung in its new state. While nobody chose one, the side shows the worst.
    void setRung(const RungResult &rung);
    /// The rung waits for a person.
    void setAsking(const RungResult &rung);
    /// "1.9 s", "stopped": at the right over the ladder.
    void setTotal(const QString &text);
    void setCanRun(bool can);
    void clearLog();
    void addLines(const std::vector<LogLine> &lines);
    /// Takes the card over and gives it the room beside the ladder; null: the rung's details again.
    void setCard(QWidget *card);
    QWidget *card() const { return m_card; }

    /// What was heard, as a report for running one rung again: only rungs that came to an end.
    LadderReport report(const QString &target) const;
    /// The rung that one may leave out: the running one, else the one for which it was not attached. Not one that waits
    /// for a person. Empty: none.
    QString skippable() const;

Q_SIGNALS:
    void runAgain(const QString &id);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeLadder();
    QWidget *makeSide();
    void showSelected();
    void showHead();
    void layOut();

    std::vector<RungResult> m_results; ///< in the order of the rungs
    QString m_total;
    bool m_picked = false;
    Ladder *m_ladder = nullptr;
    TextLabel *m_count = nullptr;
    TextLabel *m_summary = nullptr;
    TextLabel *m_totalText = nullptr;
    RungDetails *m_details = nullptr;
    LogLinesView *m_log = nullptr;
    QWidget *m_ladderColumn = nullptr;
    QWidget *m_side = nullptr;
    QWidget *m_cardColumn = nullptr;
    QVBoxLayout *m_cardPlace = nullptr;
    QPointer<QWidget> m_card;
    QBoxLayout *m_across;
};

} // namespace mooring
