#pragma once

#include "core/hosts/uploadstream.h"

#include <set>

namespace mooring {

/// What resources/remote/receive.py says, taken as it comes. The far side may say anything; no name of it is used here
/// as a path.
class UploadAnswer
{
public:
    void take(const QByteArray &piece);

    bool hasPython() const { return !m_noPython; }
    /// It has said what is there, and waits for the snapshot.
    bool hasLooked() const { return m_ends > 0; }
    bool hasEnded() const { return m_ends > 1; }
    bool exists() const { return m_exists; } ///< the snapshot's folder
    bool isDone() const { return m_done; }
    qint64 free() const { return m_free; } ///< bytes; -1: unknown
    /// "<sha256>-<size>"
    const std::set<QByteArray> &objects() const { return m_objects; }
    const std::map<qint64, PartialContent> &partials() const { return m_partials; } ///< by the size of the whole
    /// Contents that were said to be there and are not.
    const std::set<QByteArray> &missing() const { return m_missing; }

private:
    void takeLine(const QByteArray &line);
    void takePartial(const QList<QByteArray> &words);

    QByteArray m_rest; ///< of a line
    bool m_noPython = false, m_exists = false, m_done = false;
    int m_ends = 0;
    qint64 m_free = -1;
    std::set<QByteArray> m_objects, m_missing;
    std::map<qint64, PartialContent> m_partials;
};

} // namespace mooring
