#pragma once

#include "core/base/filelock.h"
#include "core/workspace/backups.h"
#include "core/workspace/profile.h"
#include "core/workspace/sqlthreads.h"

#include <atomic>
#include <future>
#include <optional>

namespace mooring {

/// The database of one profile: opened, brought to the current version, written by one thread and read by two.
///
/// Thread-safe; read and write block until their work is done, on a thread of the store. Never call one from within the
/// other. The process must open a profile's database through this class only: see DatabaseFile::inspect.
class Store
{
public:
    struct Events ///< called on a thread of the store
    {
        std::function<void()> changed; ///< at most four a second
        std::function<void()> readOnlyChanged;
    };
    static Result<std::unique_ptr<Store>> open(const Profile &profile, Events events);
    ~Store();

    template <class T>
    Result<T> read(std::function<Result<T>(SqlConnection &)> work)
    {
        return on<T>(*m_readers, std::move(work));
    }

    /// In one transaction, durable on return.
    template <class T>
    Result<T> write(std::function<Result<T>(SqlConnection &)> work)
    {
        return on<T>(
            *m_writer,
            [this, work = std::move(work)](SqlConnection &connection) -> Result<T> {
                std::optional<Result<T>> outcome;
                const Result<> committed = commit(connection, [&]() -> Result<> {
                    outcome = work(connection);
                    return *outcome ? Result<>() : Result<>(outcome->error());
                });
                return committed ? *outcome : Result<T>(committed.error());
            },
            true);
    }

    bool isReadOnly() const;
    QString readOnlyReason() const;

private:
    Store(const Profile &profile, Events events, SqlConnection::Mode readMode, const Error *trouble);

    template <class T>
    Result<T> on(SqlThreads &threads, std::function<Result<T>(SqlConnection &)> work, bool writing = false)
    {
        auto promise = std::make_shared<std::promise<Result<T>>>();
        auto future = promise->get_future();
        threads.post([this, promise, work = std::move(work), writing](Result<SqlConnection *> connection) {
            Result<T> outcome = connection ? work(**connection) : Result<T>(connection.error());
            if (!outcome)
                outcome = explained(outcome.error(), writing);
            promise->set_value(std::move(outcome));
        });
        return future.get();
    }

    Result<> commit(SqlConnection &connection, const std::function<Result<>()> &work);
    Error explained(Error error, bool writing);
    void setReadOnly(const Error &trouble);
    void setWritable();
    void lookForChanges(Result<SqlConnection *> connection);
    void tryAgain(Result<SqlConnection *> connection);

    Profile m_profile;
    Backups m_backups;
    Events m_events;
    mutable std::mutex m_lock;
    QString m_readOnlyReason; // empty: writable
    std::atomic<SqlConnection::Mode> m_readMode;
    qint64 m_seenVersion = -1;         // PRAGMA data_version, of the first reader only
    std::atomic<bool> m_wrote = false; // perhaps before the first reader looked for the first time
    std::optional<SqlThreads> m_writer;
    std::optional<SqlThreads> m_readers;
};

} // namespace mooring
