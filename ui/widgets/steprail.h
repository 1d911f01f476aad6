#pragma once

#include "ui/widgets/accessiblerole.h"

#include <QWidget>

namespace mooring {

/// The steps of a wizard in one line: done = tick, current = filled number, later = ringed number. Narrow: only "2 of
/// 4, Files".
class StepRail : public QWidget, public AccessibleParts
{
    Q_OBJECT
public:
    explicit StepRail(QWidget *parent = nullptr);

    void setSteps(const QStringList &steps);
    void setCurrent(int step);
    int current() const { return m_current; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    int partCount() const override { return int(m_steps.size()); }
    QString partName(int part) const override;
    QRect partRect(int part) const override;
    int currentPart() const override { return m_current; }
    QAccessible::Role partsRole() const override { return QAccessible::List; }
    QAccessible::Role partRole() const override { return QAccessible::ListItem; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int stepWidth(int step) const;
    bool isShort() const;

    QStringList m_steps;
    int m_current = 0;
};

} // namespace mooring
