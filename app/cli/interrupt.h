#pragma once

#include "core/base/canceltoken.h"

#include <chrono>
#include <memory>

namespace mooring {

/// From now on SIGINT and SIGTERM cancel the token; a second one ends the process at once with 130.
void cancelOnInterrupt(const CancelToken &token);

/// Cancels the token after the limit; destroying it before stops that.
class TimeLimit
{
public:
    TimeLimit(CancelToken token, std::chrono::seconds limit);
    ~TimeLimit();
    bool passed() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace mooring
