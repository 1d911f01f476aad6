#pragma once

#include <QByteArray>

#include <vector>

namespace mooring {

/// What spool.sh printed. Only what came whole: an answer that was cut off, or a file that became shorter while it was
/// read, ends it before that file.
struct SpoolAnswer
{
    struct File
    {
        QByteArray name; ///< relative to the run's folder, as the host gave it
        qint64 size = 0; ///< on the host
        qint64 start = 0;
        QByteArray bytes; ///< from `start` on; empty: no news
    };
    std::vector<File> files;
    std::vector<QByteArray> gone;
    bool missing = false; ///< no such folder
    bool whole = false;   ///< it came to its end
};

SpoolAnswer parseSpoolAnswer(const QByteArray &answer);

} // namespace mooring
