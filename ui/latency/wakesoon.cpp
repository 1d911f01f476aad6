#include "ui/latency/wakesoon.h"

#include <cerrno>
#include <cstdint>
#include <sched.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace mooring {

namespace {

/// struct sched_attr of the kernel; the C library of Debian 12 does not know it.
struct SchedulingAttributes
{
    uint32_t size = sizeof(SchedulingAttributes);
    uint32_t policy = SCHED_OTHER;
    uint64_t flags = 0;
    int32_t niceness = 0;
    uint32_t priority = 0;
    uint64_t runtime = 0; ///< of SCHED_OTHER: the slice that the thread asks for, in nanoseconds
    uint64_t deadline = 0;
    uint64_t period = 0;
    uint32_t utilMin = 0;
    uint32_t utilMax = 0;
};

constexpr uint64_t kResetOnFork = 1;
constexpr uint64_t kSlice = 500'000; ///< the kernel's own is about six times as long

} // namespace

void wakeThisThreadSoon()
{
    errno = 0;
    const int niceness = getpriority(PRIO_PROCESS, 0);
    if (errno != 0 || sched_getscheduler(0) != SCHED_OTHER)
        return; // somebody has arranged it otherwise
    SchedulingAttributes wanted;
    wanted.flags = kResetOnFork;
    wanted.niceness = niceness;
    wanted.runtime = kSlice;
    (void)syscall(SYS_sched_setattr, 0, &wanted, 0); // a kernel that does not know it goes on as before
}

} // namespace mooring
