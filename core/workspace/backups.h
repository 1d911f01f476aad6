#pragma once

#include "core/base/result.h"

#include <QString>

namespace mooring {

class SqlConnection;

/// Dated copies of the workspace's database: `workspace-YYYYMMDD-HHMMSS-vN.db`, mode 0600, the newest ten are kept.
class Backups
{
public:
    explicit Backups(const QString &folder) : m_folder(folder) {}

    /// A whole copy of the database as it is now, of schema version `version`. Gives its path. Reads every page: a
    /// damaged database cannot be copied and gives an error.
    Result<QString> make(SqlConnection &connection, int version);
    QString newest() const; ///< path, or empty

    /// The same error, with the newest backup named as the way out.
    Error naming(Error error) const;

private:
    void prune();

    QString m_folder;
};

} // namespace mooring
