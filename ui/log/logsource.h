#pragma once

#include <QString>

namespace mooring {

/// One log that a pane offers.
struct LogSource
{
    QString title; ///< "std_log.txt"
    QString path;
    friend bool operator==(const LogSource &, const LogSource &) = default;
};

} // namespace mooring
