#pragma once

#include "core/targets/targetkind.h"

#include <QWidget>

namespace mooring {

class Button;
class FactList;

/// The thing is attached already: names the one that is there and leads to it. There is no way to attach it twice.
class SameCard : public QWidget
{
    Q_OBJECT
public:
    explicit SameCard(const QString &target, QWidget *parent = nullptr);

    /// What is known of the one that is there.
    void setTarget(const TargetRecord &target);
    void takeFocus();

Q_SIGNALS:
    void useWanted();

private:
    FactList *m_facts;
    Button *m_use;
};

} // namespace mooring
