#pragma once

#include "core/base/result.h"
#include "core/inference/serveraddress.h"

#include <memory>

struct ssl_ctx_st;
struct ssl_st;

namespace mooring {

/// TLS 1.2 or newer for the connections of one load, which share it so that later ones resume the first one's session.
/// The far side's certificate must carry its name and be trusted. One thread.
class LoadTls
{
public:
    /// "load.cannotStart".
    static Result<std::unique_ptr<LoadTls>> make(const ServerAddress &server);
    ~LoadTls();
    Q_DISABLE_COPY_MOVE(LoadTls)

    /// One connection over a socket that does not block; the caller frees it. Null: none could be made.
    ssl_st *over(int fd) const;

    /// As send() and recv(): bytes, 0 at the end, -1 with errno (EAGAIN: more events will come).
    static long write(ssl_st *connection, const char *data, size_t size);
    static long read(ssl_st *connection, char *data, size_t size);
    static void free(ssl_st *connection);

private:
    LoadTls() = default;

    ssl_ctx_st *m_context = nullptr;
    QByteArray m_name;
};

} // namespace mooring
