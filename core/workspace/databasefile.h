#pragma once

#include <QString>

#include <cstdint>

namespace mooring {

/// What can be told about a database by looking at its bytes, before SQLite is let near it: SQLite would make files
/// beside it.
struct DatabaseFile
{
    static constexpr std::uint32_t kApplicationId = 0x4d6f6f72; // "Moor"

    enum class Kind { Missing, Ours, NotOurs, Damaged };
    Kind kind = Kind::Missing;
    QString problem; ///< not translated, for Error::cause; empty when good
    int version = 0; ///< user_version, with what a write-ahead log beside it says
    qint64 size = 0;
    bool hasLog = false; ///< a write-ahead log with content stands beside it: somebody has it open, or was killed

    /// Never call it while this process has the database open: closing a file drops the process's locks on it.
    static DatabaseFile inspect(const QString &path);
};

} // namespace mooring
