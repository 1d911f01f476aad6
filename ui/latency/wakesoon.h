#pragma once

namespace mooring {

/// Asks the kernel to let the calling thread run soon after it wakes, also while many others want the processor: the
/// window's thread calls it once. It gets no more time than before, in shorter pieces (Linux 6.12 and later; elsewhere
/// nothing changes), and neither threads nor programs that it starts inherit it. No privilege is needed.
void wakeThisThreadSoon();

} // namespace mooring
