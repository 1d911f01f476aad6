#pragma once

#include "core/transport/docker/frames.h"
#include "core/transport/http/httpclient.h"

#include <QByteArray>

#include <array>
#include <string>
#include <vector>

namespace mooring {

/// One container's log, asked for with times, which it takes off: after a break it goes on behind the last byte that
/// it passed on. Holds no more than the newest times and what one call of take() brings, however long a line is.
///
/// The engine puts a time before each message, and a message is a frame: of a line over 16 KiB each piece has one. A
/// terminal's log has no frames; there a message is a line. Messages of stdout and stderr may come a little out of
/// order, and podman's times are whole seconds: so what was seen is counted for each of the newest times.
class ContainerLog : public BodySink
{
public:
    using Sink = std::function<bool(const QByteArray &)>; ///< false: enough

    ContainerLog(bool isRaw, const Sink &sink) : m_isRaw(isRaw), m_sink(sink) {}

    Result<bool> take(std::string_view bytes) override;
    /// The connection begins anew with all messages from since() on: those that were seen come again and are dropped.
    void resume();
    /// As resume(), where only the newest messages from since() on are asked for: unless the first that comes is the
    /// one of since(), some may be lacking in between; then nothing is passed on.
    void resumeNearEnd();
    bool isJoined() const { return m_join == Join::Joined; } ///< since resumeNearEnd(): nothing is lacking
    /// "1700000000.123456789" as the engine wants it; empty: nothing came yet.
    QByteArray since() const;
    bool isDone() const { return m_isDone; } ///< the sink had enough

private:
    struct Seen
    {
        std::string time;
        int count = 0;
    };
    static constexpr size_t kWindow = 16;

    void add(std::string_view bytes);
    void judge();
    const Seen *oldest() const; ///< of the newest times
    void addLines(std::string_view bytes);

    bool m_isRaw;
    const Sink &m_sink;
    DockerFrames m_frames;
    QByteArray m_out;
    std::array<Seen, kWindow> m_seen; ///< the newest times, a ring
    size_t m_newest = 0;
    std::vector<Seen> m_drops; ///< still to be dropped after a break
    int m_dropsLeft = 0;
    std::string m_partlyTime; ///< of a message that the break cut
    qint64 m_partly = 0;      ///< bytes of it that were passed on

    // The message that is coming in.
    std::string m_time;
    bool m_hasTime = false, m_isRepeat = false, m_isAtStart = true;
    qint64 m_passed = 0, m_toSkip = 0; ///< bytes behind its time
    bool m_isDone = false;
    enum class Join { Free, Wanted, Joined, Apart };
    Join m_join = Join::Free;
};

} // namespace mooring
