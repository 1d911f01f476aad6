#pragma once

#include <QByteArray>

#include <atomic>
#include <thread>

namespace mooring::test {

/// A server that says the given bytes to everyone who connects, whatever they say.
class RawServer
{
public:
    enum class Then { Close, Wait };
    RawServer(QByteArray bytes, Then then);
    ~RawServer();
    quint16 port() const { return m_port; }

    using Recording = QByteArray;
    /// What the SSH server on that port says before it hears of algorithms.
    static Recording record(quint16 port);

private:
    void run();
    const QByteArray m_bytes;
    const Then m_then;
    int m_listener = -1;
    quint16 m_port = 0;
    std::atomic<bool> m_stop{false};
    std::thread m_thread;
};

} // namespace mooring::test
