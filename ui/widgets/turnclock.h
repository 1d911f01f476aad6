#pragma once

class QWidget;

namespace mooring {

/// The step (0 to 11) of every going-on arc: one a second for all of them; stands still with reduced motion.
int currentTurn();
/// Repaints the widget at each step, until it is asked not to or deleted. Nothing ticks while nobody watches.
void watchTurn(QWidget *widget, bool on);

} // namespace mooring
