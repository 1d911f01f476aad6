#pragma once

#include "core/transport/docker/buildsteps.h"

#include <map>

namespace mooring {

/// What one build was made of: kept beside the version, so that the next build can say why a layer was built anew.
struct BuildRecord
{
    std::vector<BuildStep> steps;
    std::map<QString, QString> files; ///< of the context: path -> what changes with its content; capped
    std::map<QString, QString> bases; ///< image -> id

    static constexpr size_t kMostFiles = 20000;

    Json toJson() const;
    static BuildRecord fromJson(const Json &value);
    /// Of the newest version before this one that was built. Nothing: there is none.
    static std::optional<BuildRecord> before(const QString &versionFolder);
    void save(const QString &versionFolder) const; ///< best effort
};

/// Why the last step of `now` was not taken from the cache, as a whole sentence. `now` has the steps so far.
QString whyBuiltAnew(const BuildRecord &now, const std::optional<BuildRecord> &before);

} // namespace mooring
