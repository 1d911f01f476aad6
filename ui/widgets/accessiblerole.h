#pragma once

#include <QAccessible>

class QWidget;

namespace mooring {

/// Another role than the one of the widget's class. Once, in the constructor.
void setAccessibleRole(QWidget *widget, QAccessible::Role role);
/// Says something once to a reader: an end, a failure, an error that appeared.
void announce(QWidget *widget);

/// A widget that paints several things of its own (rungs, phases) and tells a reader about each.
class AccessibleParts
{
public:
    virtual ~AccessibleParts() = default;
    virtual int partCount() const = 0;
    virtual QString partName(int part) const = 0;
    virtual QRect partRect(int part) const = 0; ///< in the widget
    virtual int currentPart() const { return -1; }
    virtual QAccessible::Role partsRole() const = 0; ///< of the widget
    virtual QAccessible::Role partRole() const = 0;
};

/// Makes them known to QAccessible. Called by the widgets themselves; more than once is no harm.
void installAccessibleParts();
/// The name of one part changed.
void announcePart(QWidget *widget, int part, QAccessible::Event event);

} // namespace mooring
