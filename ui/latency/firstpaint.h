#pragma once

class QWidget;

namespace mooring {

/// For the benchmark: when MOORING_BENCH_FIRST_PAINT is set, prints the milliseconds until the window was first painted
/// and quits; otherwise does nothing. Call it before the window is shown. The variable's value is the start in
/// nanoseconds of CLOCK_MONOTONIC, as the harness read it; "1" means since this process began (to 10 ms).
void reportFirstPaint(QWidget *window);

} // namespace mooring
