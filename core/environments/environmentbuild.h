#pragma once

#include "core/environments/environmentfile.h"

namespace mooring {

/// All that decides about a cached environment: its content and what builds it.
struct EnvironmentBuild
{
    EnvironmentFile file;
    QString toolName; ///< "venv", "micromamba", "mamba", "conda"
    QString toolPath; ///< of the Python or the conda tool, on the host
    QString python;   ///< version; empty for conda, where it is a dependency like others
    QString platform; ///< "Linux x86_64"
    QString folder;   ///< of all environments, on the host

    /// "wb_" and the first 32 hex digits of the SHA-256 of the canonical JSON.
    QString key() const;
    /// Plain name of the index entry of this source file on the host.
    QString indexName() const;
    /// What the index keeps: {"source","key","tool","python","platform","files":[{"name","text"}]}.
    Json index() const;
    /// What the environment keeps about itself, one line: {"kind","from","source","tool","python","packages"}.
    Json record() const;
    /// The whole script for the supervisor; see EnvironmentPlan.
    QByteArray script() const;
};

/// Why an environment has to be built that was not there, in words, given the index entry of the same source file
/// (null: none).
QString buildReason(const EnvironmentBuild &build, const Json &lastIndex, bool unfinished);

} // namespace mooring
