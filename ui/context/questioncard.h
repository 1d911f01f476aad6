#pragma once

#include "core/base/json.h"

#include <QWidget>

namespace mooring {

/// What a failed rung can only ask a person (RungResult::question): a card that stands in the page with the ladder.
/// Each is offered as the part "question-<word>" of the PageRegistry, whose argument is the question's facts as JSON.
/// It acts by itself, in the background; the page only goes on, or does not.
class QuestionCard : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Where the focus is to stand when the card appears.
    virtual void takeFocus() = 0;
    /// False: it is refused, and the card only says why.
    virtual bool canBeAnswered() const = 0;
    /// One of the card's own buttons is the filled one of the page.
    virtual bool hasMainAct() const = 0;

    static QString partName(const QString &question) { return QStringLiteral("question-") + question; }

Q_SIGNALS:
    /// The person has answered in a way that makes going on worth while: run the rungs again.
    void goOn();
    /// The person said no.
    void refused();
    void mainActChanged();
};

} // namespace mooring
