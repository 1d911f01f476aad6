#include "core/workspace/store.h"

#include "core/workspace/opendatabase.h"
#include "core/workspace/schema.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kLookInterval = 250ms;
constexpr auto kRetryInterval = 1000ms;
constexpr auto kLockLimit = 5000ms;

QString tr(const char *text) { return QCoreApplication::translate("mooring::Workspace", text); }

/// Troubles that end by themselves or by what a person does outside: until then nothing is written.
bool isLasting(const QString &code)
{
    return code == u"workspace.diskFull"_s || code == u"workspace.readOnly"_s || code == u"workspace.inputOutput"_s;
}

} // namespace

Result<std::unique_ptr<Store>> Store::open(const Profile &profile, Events events)
{
    auto opened = openDatabase(profile);
    if (!opened)
        return opened.error();
    const Error *trouble = opened->trouble ? &*opened->trouble : nullptr;
    return std::unique_ptr<Store>(new Store(profile, std::move(events), opened->readMode, trouble));
}

Store::Store(const Profile &profile, Events events, SqlConnection::Mode readMode, const Error *trouble)
    : m_profile(profile), m_backups(profile.backupsFolder()), m_events(std::move(events)), m_readMode(readMode)
{
    if (trouble)
        m_readOnlyReason = trouble->text();
    const QString path = profile.databasePath();
    m_writer.emplace(
        u"workspace writer"_s, 1, [path] { return SqlConnection::open(path, SqlConnection::Mode::ReadWrite); },
        [this](Result<SqlConnection *> connection) { tryAgain(std::move(connection)); }, kRetryInterval);
    m_readers.emplace(
        u"workspace reader"_s, 2, [this, path] { return SqlConnection::open(path, m_readMode); },
        [this](Result<SqlConnection *> connection) { lookForChanges(std::move(connection)); }, kLookInterval);
    const auto nothing = [](const Result<SqlConnection *> &) {};
    m_readers->post(nothing); // from here on changes are seen
    if (trouble)
        m_writer->post(nothing); // and the end of the trouble
}

Store::~Store()
{
    // The last connection to close moves the log into the file: see commit().
    auto lock = FileLock::acquire(writeLockPath(m_profile), kLockLimit);
    m_readers.reset();
    m_writer.reset();
    forgetDatabase(m_profile);
}

bool Store::isReadOnly() const { return !readOnlyReason().isEmpty(); }

QString Store::readOnlyReason() const
{
    const std::lock_guard lock(m_lock);
    return m_readOnlyReason;
}

Result<> Store::commit(SqlConnection &connection, const std::function<Result<>()> &work)
{
    // Also held while SQLite moves its log into the file: two processes at once can damage it (SQLite before 3.51.3).
    auto lock = FileLock::acquire(writeLockPath(m_profile), kLockLimit);
    if (!lock && lock.error().code == u"lock.held"_s) {
        const QString holder = lock.error().cause;
        return Error::failed(u"workspace.busy"_s,
                             holder.isEmpty() ? tr("Another program is writing to the workspace. Nothing was changed.")
                                              : tr("%1 is writing to the workspace. Nothing was changed.").arg(holder))
            .withFix(tr("Try again when that program is done."));
    }
    if (!lock && lock.error().code == u"lock.diskFull"_s) {
        return Error::failed(u"workspace.diskFull"_s,
                             tr("The disk that holds the workspace is full. Nothing was changed."))
            .withCause(lock.error().cause)
            .withFix(tr("Free some space on that disk."));
    }
    if (!lock)
        return Error::failed(u"workspace.readOnly"_s, tr("The workspace %1 cannot be written.").arg(m_profile.folder()))
            .withCause(lock.error().cause);
    m_wrote = true;
    auto done = connection.transaction([&]() -> Result<> {
        // A newer Mooring may have changed the shape while this process had it open.
        auto version = connection.value(u"PRAGMA user_version"_s);
        if (version && version->toInt() != schema::kVersion)
            return tooNew(m_profile, version->toInt());
        return version ? work() : Result<>(version.error());
    });
    if (!done)
        return done;
    setWritable();
    return {};
}

Error Store::explained(Error error, bool writing)
{
    if (error.code == u"workspace.damaged"_s)
        error = m_backups.naming(std::move(error));
    if (writing && isLasting(error.code))
        setReadOnly(error);
    return error;
}

void Store::setReadOnly(const Error &trouble)
{
    {
        const std::lock_guard lock(m_lock);
        const bool known = !m_readOnlyReason.isEmpty();
        m_readOnlyReason = trouble.text();
        if (known)
            return;
    }
    m_events.readOnlyChanged();
}

void Store::setWritable()
{
    {
        const std::lock_guard lock(m_lock);
        if (m_readOnlyReason.isEmpty())
            return;
        m_readOnlyReason.clear();
    }
    if (m_readMode.exchange(SqlConnection::Mode::Reader) != SqlConnection::Mode::Reader)
        m_readers->reopen();
    m_events.readOnlyChanged();
}

void Store::tryAgain(Result<SqlConnection *> connection)
{
    if (!isReadOnly() || !connection)
        return;
    SqlConnection &database = **connection;
    const Result<> done = commit(database, [&] { // must really take room on the disk
        return database.run(u"INSERT INTO settings (key, value) VALUES ('store.probe', hex(randomblob(2048))) "
                            "ON CONFLICT (key) DO UPDATE SET value=excluded.value"_s);
    });
    if (!done)
        m_writer->reopen(); // one opened on a read-only disk stays so
}

void Store::lookForChanges(Result<SqlConnection *> connection)
{
    if (!connection)
        return;
    auto version = (*connection)->value(u"PRAGMA data_version"_s);
    if (!version)
        return;
    const qint64 seen = std::exchange(m_seenVersion, version->toLongLong());
    if (seen >= 0 ? seen != m_seenVersion : m_wrote.load())
        m_events.changed();
}

} // namespace mooring
