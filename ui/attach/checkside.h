#pragma once

#include "core/targets/targetkind.h"

#include <QWidget>

class QVBoxLayout;

namespace mooring {

class FactList;
class LogLinesView;
class RungDetails;
class TextLabel;

/// The side column of a target: what the machine has, what it can do, the rung that is selected, the provisioning log.
class CheckSide : public QWidget
{
    Q_OBJECT
public:
    explicit CheckSide(QWidget *parent = nullptr);

    void setTarget(const TargetRecord &target, const TargetKind *kind);
    /// Asked, came back, fix; nothing hides it.
    void setRung(const RungResult *rung);
    void setCanRun(bool can);

Q_SIGNALS:
    void runAgain(const QString &id);

private:
    QWidget *section(const QString &title, TextLabel **aside = nullptr);
    void showAbilities(const TargetRecord &target, const TargetKind *kind);

    QVBoxLayout *m_layout;
    TextLabel *m_age = nullptr;
    FactList *m_facts;
    QWidget *m_rungPart;
    RungDetails *m_rung;
    QVBoxLayout *m_abilities;
    LogLinesView *m_log;
};

} // namespace mooring
