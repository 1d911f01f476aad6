#pragma once

#include "core/transport/docker/dockerprobe.h"

#include <functional>
#include <mutex>

namespace mooring {

/// Which engine a person wants Mooring to use, kept in one small file of the profile. The window and the command line
/// ask it each time that they look for Docker, so that a change counts at once. Thread-safe; the other process sees it
/// at its next look.
class DockerChoice
{
public:
    struct Value
    {
        QString address; ///< or the name of a context; empty: as the docker command would
        /// The one tcp:// address that is spoken to without TLS; empty: none.
        QString plainTcp;

        bool operator==(const Value &) const = default;
    };
    using Find = std::function<DockerSearch()>;

    /// `find`: where Docker may be, without the choice; what its `chosen` says comes before ours.
    explicit DockerChoice(QString file, Find find = &DockerSearch::ofThisUser);

    /// Empty when the file is missing or cannot be read. Reads a few bytes.
    Value value() const;
    /// Returns when it is on the disk. Codes: those of writeFileAtomically().
    Result<> choose(const Value &value);
    DockerSearch search() const;
    /// What this session sets and no choice changes (MOORING_DOCKER_HOST); empty: nothing.
    QString forced() const { return m_find().chosen; }

private:
    QString m_file;
    Find m_find;
    mutable std::mutex m_mutex; ///< of the file
};

} // namespace mooring
