#pragma once

#include "core/targets/ladder.h"

#include <QPointer>
#include <QWidget>

class QVBoxLayout;

namespace mooring {

class Job;
class Ladder;
class LadderFeed;
class TextLabel;

/// The checks of a target that is there, as its page shows them: how many passed, how long it took, the rungs, and over
/// them a card that needs an answer. Follows a check that is under way.
class CheckPanel : public QWidget
{
    Q_OBJECT
public:
    explicit CheckPanel(QWidget *parent = nullptr);

    /// The rungs as they would run with what came of the last check; while one is followed its rows stay.
    void setChecks(const std::vector<Rung> &rungs, const std::optional<LadderReport> &last);
    /// To its end, which is ended(). Any card goes.
    void follow(LadderFeed *check);
    bool isFollowing() const;
    /// First line of the copied report: the target.
    void setTitle(const QString &title) { m_title = title; }
    /// Whether single rungs can be run again.
    void setCanRun(bool can);
    /// Takes the card over; null: none.
    void setCard(QWidget *card);
    QWidget *card() const { return m_card; }

Q_SIGNALS:
    void runAgain(const QString &rung);
    void selected(const QString &rung);
    void ended(const mooring::Job *job);

private:
    void hear(const RungResult &rung);
    void showHead();
    bool spokeOtherwise() const;
    void copyReport() const;

    QString m_title;
    std::vector<Rung> m_rungs;
    std::optional<LadderReport> m_last;
    QPointer<LadderFeed> m_check;
    QPointer<QWidget> m_card;
    TextLabel *m_summary;
    TextLabel *m_total;
    TextLabel *m_language;
    QVBoxLayout *m_cardPlace;
    Ladder *m_ladder;
};

} // namespace mooring
