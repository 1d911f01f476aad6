#pragma once

#include "core/targets/targetkind.h"

#include <QWidget>

namespace mooring {

class Button;
class FactList;
class NoticeCard;
class TextLabel;

/// The thing is attached already: names the one that is there and leads to it; in a service also the way to detach it
/// first. There is no way to attach it twice.
class SameCard : public QWidget
{
    Q_OBJECT
public:
    enum class Place { Home, Service };
    SameCard(const QString &target, Place place, QWidget *parent = nullptr);

    /// What is known of the one that is there.
    void setTarget(const TargetRecord &target);
    /// Of a service: the resource as the form says it and as it is attached, and the second choice.
    void offerDetach(const QString &yours, const QString &attached);
    void takeFocus();

Q_SIGNALS:
    void useWanted();
    void detachWanted();

private:
    void showIds(const QString &yours, const QString &attached);

    QString m_target;
    NoticeCard *m_card;
    FactList *m_facts;
    TextLabel *m_otherWay;
    Button *m_use;
};

} // namespace mooring
