#include "core/workspace/sqlconnection.h"

#include "core/base/filelock.h"
#include "core/base/ids.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlError>
#include <QUrl>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Workspace", text); }

// Primary result codes of SQLite (the low byte of the extended ones).
constexpr int kBusy = 5, kLocked = 6, kReadOnly = 8, kInputOutput = 10, kCorrupt = 11, kFull = 13, kCannotOpen = 14,
              kNotADatabase = 26;
constexpr int kNoRoomForSharedMemory = 4874; // SQLITE_IOERR_SHMSIZE

QString uriOf(const QString &path)
{
    return u"file:"_s + QString::fromLatin1(QUrl::toPercentEncoding(path, "/")) + u"?immutable=1"_s;
}

} // namespace

SqlConnection::SqlConnection(const QString &path) : m_path(path), m_name(u"mooring-"_s + randomWord(16)) {}

SqlConnection::~SqlConnection()
{
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<SqlConnection>> SqlConnection::open(const QString &path, Mode mode)
{
    std::unique_ptr<SqlConnection> connection(new SqlConnection(path));
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection->m_name);
        QString options = u"QSQLITE_BUSY_TIMEOUT=5000"_s;
        if (mode == Mode::ReadOnly || mode == Mode::Immutable)
            options += u";QSQLITE_OPEN_READONLY"_s;
        if (mode == Mode::Immutable)
            options += u";QSQLITE_OPEN_URI"_s;
        database.setConnectOptions(options);
        database.setDatabaseName(mode == Mode::Immutable ? uriOf(path) : path);
        if (!database.open())
            return connection->failure(database.lastError());
    }
    if (auto prepared = connection->prepare(mode); !prepared)
        return prepared.error();
    return connection;
}

Result<> SqlConnection::prepare(Mode mode)
{
    QStringList pragmas{u"PRAGMA trusted_schema=OFF"_s, u"PRAGMA cell_size_check=ON"_s, u"PRAGMA foreign_keys=ON"_s,
                        u"PRAGMA mmap_size=0"_s, u"PRAGMA temp_store=MEMORY"_s};
    if (mode == Mode::ReadWrite)
        pragmas << u"PRAGMA synchronous=FULL"_s << u"PRAGMA journal_size_limit=16777216"_s
                << u"PRAGMA secure_delete=FAST"_s;
    else
        pragmas << u"PRAGMA query_only=ON"_s;
    for (const QString &pragma : pragmas) {
        if (auto done = run(pragma); !done)
            return done;
    }
    return run(u"SELECT count(*) FROM sqlite_schema"_s); // opening is lazy: this one really touches the file
}

Result<> SqlConnection::run(const QString &sql, const QVariantList &values, const OnRow &onRow)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return failure(query.lastError());
    for (const QVariant &value : values) // a null QString would be NULL: to us it is the empty text
        query.addBindValue(value.typeId() == QMetaType::QString && value.toString().isNull() ? QVariant(u""_s) : value);
    if (!query.exec())
        return failure(query.lastError());
    while (query.next()) {
        if (onRow)
            onRow(query);
    }
    if (query.lastError().isValid())
        return failure(query.lastError());
    return {};
}

Result<QVariant> SqlConnection::value(const QString &sql, const QVariantList &values)
{
    QVariant first;
    if (auto done = run(sql, values,
                        [&](const QSqlQuery &row) {
                            if (!first.isValid())
                                first = row.value(0);
                        });
        !done)
        return done.error();
    return first;
}

Result<> SqlConnection::transaction(const std::function<Result<>()> &work)
{
    if (auto begun = run(u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    Result<> outcome = work();
    if (outcome)
        outcome = run(u"COMMIT"_s);
    if (!outcome)
        (void)run(u"ROLLBACK"_s); // SQLite may have rolled back already: then this says so and changes nothing
    return outcome;
}

Result<QString> SqlConnection::quickCheck()
{
    auto answer = value(u"PRAGMA quick_check(1)"_s);
    if (!answer)
        return answer.error();
    return answer->toString();
}

Error SqlConnection::failure(const QSqlError &error) const
{
    const int code = error.nativeErrorCode().toInt();
    const auto make = [&](const QString &word, const QString &message) {
        return Error::failed(word, message)
            .withCause(error.databaseText())
            .withDetail({{"sqlite", code}, {"file", toStd(m_path)}});
    };
    if (code == kNoRoomForSharedMemory)
        return make(u"workspace.diskFull"_s, tr("The disk that holds the workspace is full."))
            .withFix(tr("Free some space on that disk."));
    switch (code & 0xff) {
    case kFull:
        return make(u"workspace.diskFull"_s, tr("The disk that holds the workspace is full. Nothing was changed."))
            .withFix(tr("Free some space on that disk."));
    case kReadOnly:
    case kCannotOpen:
        return make(u"workspace.readOnly"_s, tr("The workspace %1 cannot be written.").arg(m_path));
    case kBusy:
    case kLocked: {
        QString holder = lockHolder(m_path);
        if (holder.isEmpty())
            holder = lockHolder(m_path + u"-shm"_s);
        return make(u"workspace.busy"_s, holder.isEmpty()
                                             ? tr("Another program keeps the workspace locked. Nothing was changed.")
                                             : tr("%1 keeps the workspace locked. Nothing was changed.").arg(holder))
            .withFix(tr("Try again when that program is done."));
    }
    case kCorrupt:
    case kNotADatabase:
        return make(u"workspace.damaged"_s, tr("The workspace database %1 is damaged.").arg(m_path));
    case kInputOutput:
        return make(u"workspace.inputOutput"_s, tr("The disk that holds the workspace reported an error."));
    default:
        return make(u"workspace.failed"_s, tr("The workspace database did not do what was asked."));
    }
}

} // namespace mooring
