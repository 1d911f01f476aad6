#pragma once

#include <QtGlobal>

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>

namespace mooring::test {

/// A TCP proxy on 127.0.0.1 in front of a port, with the faults of a network. Settings may change while it runs; byte
/// counts are of one connection. The proxy ends with this object.
class FaultProxy
{
public:
    explicit FaultProxy(quint16 target);
    ~FaultProxy();
    FaultProxy(const FaultProxy &) = delete;
    FaultProxy &operator=(const FaultProxy &) = delete;

    quint16 port() const { return m_port; }
    void setTarget(quint16 port) { m_target = port; }

    enum class Way { ToServer, ToClient };
    void delay(std::chrono::milliseconds oneWay) { m_delay = oneWay.count(); }
    void rate(qint64 bytesPerSecond) { m_rate = bytesPerSecond; } ///< each way; 0: as fast as it goes
    void stall(bool on) { m_stall = on; }                         ///< nothing moves, nothing ends
    /// After `bytes` in that direction the connection ends: with FIN, or with RST. -1: never.
    void cutAfter(Way way, qint64 bytes, bool reset = false);
    /// One bit of the byte at `position` is turned. -1: none.
    void flip(Way way, qint64 position);
    void cutNow(bool reset = true);         ///< all that are open
    void refuse(bool on) { m_refuse = on; } ///< accepts and closes at once

    int connections() const { return m_count; }                                  ///< made so far
    qint64 bytes(Way way) const { return way == Way::ToServer ? m_up : m_down; } ///< of the newest connection

private:
    struct Connection;
    void run();

    quint16 m_port = 0;
    int m_listener = -1;
    std::atomic<quint16> m_target;
    std::atomic<qint64> m_delay{0}, m_rate{0};
    std::atomic<qint64> m_cutUp{-1}, m_cutDown{-1}, m_flipUp{-1}, m_flipDown{-1};
    std::atomic<qint64> m_up{0}, m_down{0};
    std::atomic<bool> m_stall{false}, m_reset{false}, m_refuse{false}, m_stop{false};
    std::atomic<int> m_cutNow{0}, m_count{0};
    std::thread m_thread;
};

} // namespace mooring::test
