#pragma once

#include <QtGlobal>

#include <ctime>

namespace mooring::test {

/// How many times longer a program may take that was built with sanitizers.
#ifdef MOORING_SANITIZED
constexpr qint64 kSanitizersTake = 5;
#else
constexpr qint64 kSanitizersTake = 1;
#endif

/// Of this thread: what a function itself takes, however busy the machine is.
inline qint64 threadCpuMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
}

} // namespace mooring::test
