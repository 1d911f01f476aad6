#pragma once

#include "core/base/result.h"

#include <QSqlQuery>
#include <QVariantList>

#include <functional>
#include <memory>

namespace mooring {

/// One connection to the workspace's database, for the thread that made it and no other.
///
/// Errors: "workspace.diskFull", "workspace.readOnly", "workspace.busy" (after 5 s), "workspace.damaged",
/// "workspace.failed".
class SqlConnection
{
public:
    enum class Mode {
        ReadWrite,
        Reader,   ///< of a database that this process may write; itself refuses to
        ReadOnly, ///< leaves everything as it is, also what an interrupted writer left behind
        Immutable ///< nobody can change the file meanwhile: needs no lock and no file beside it
    };
    static Result<std::unique_ptr<SqlConnection>> open(const QString &path, Mode mode);
    ~SqlConnection();
    SqlConnection(const SqlConnection &) = delete;
    SqlConnection &operator=(const SqlConnection &) = delete;

    using OnRow = std::function<void(const QSqlQuery &)>;
    Result<> run(const QString &sql, const QVariantList &values = {}, const OnRow &onRow = {});
    /// First column of the first row; an invalid QVariant when there is no row.
    Result<QVariant> value(const QString &sql, const QVariantList &values = {});
    /// All or nothing, as the only writer.
    Result<> transaction(const std::function<Result<>()> &work);

    /// "ok", or what is wrong with the file.
    Result<QString> quickCheck();

private:
    explicit SqlConnection(const QString &path);
    Result<> prepare(Mode mode);
    Error failure(const class QSqlError &error) const;

    QString m_path;
    QString m_name;
};

} // namespace mooring
