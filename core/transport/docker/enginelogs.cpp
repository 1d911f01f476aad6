#include "core/transport/docker/containerlog.h"
#include "core/transport/docker/dockerengine.h"

namespace mooring {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kReadIdle = std::chrono::milliseconds(120000);
constexpr auto kFollowIdle = std::chrono::milliseconds(7 * 24 * 3600 * 1000ll);
constexpr auto kFirstPause = 100ms;
constexpr auto kLastPause = 5000ms;
constexpr char kNearEnd[] = "&tail=1000"; ///< found from the end, where "since" reads all that was printed

} // namespace

Result<> DockerEngine::logs(const QString &container, bool follow, const std::function<bool(const QByteArray &)> &sink,
                            const CancelToken &cancel) const
{
    const QByteArray path = "/containers/" + encoded(container);
    const auto inspected = get(path + "/json", cancel);
    if (!inspected)
        return inspected.error();
    const bool isRaw = inspected->contains("Config") && boolAt((*inspected)["Config"], "Tty");
    ContainerLog log(isRaw, sink);
    auto pause = kFirstPause;
    bool isNearEnd = false;
    for (bool isLast = !follow;;) {
        const QByteArray from = log.since();
        const QByteArray query = QByteArray("/logs?stdout=1&stderr=1&timestamps=1") + (isLast ? "" : "&follow=1") +
                                 (isNearEnd ? kNearEnd : "") + (from.isEmpty() ? QByteArray() : "&since=" + from);
        const auto answer = call({"GET", path + query}, {isLast ? kReadIdle : kFollowIdle}, cancel, &log);
        if (std::exchange(isNearEnd, false) && answer && !log.isJoined()) {
            log.resume();
            continue;
        }
        if (log.isDone() || (answer && isLast))
            return {};
        if (!answer &&
            (answer.error().kind == ErrorKind::Canceled || answer.error().code == u"docker.badStream" || !follow))
            return answer.error();
        if (!answer && answer.error().code == u"docker.notFound")
            return {}; // removed while it was followed
        // The stream ended: with the container, or because the engine or the container was restarted.
        const auto state = get(path + "/json", cancel);
        if (state && answer && state->contains("State") && !boolAt((*state)["State"], "Running") &&
            !boolAt((*state)["State"], "Restarting")) {
            // An engine may end a followed log before it passed on what was printed last: that is read once more.
            isLast = true;
            isNearEnd = !log.since().isEmpty();
            isNearEnd ? log.resumeNearEnd() : log.resume();
            continue;
        }
        if (!state && (state.error().kind == ErrorKind::Canceled || state.error().code == u"docker.notFound"))
            return state.error().code == u"docker.notFound" ? Result<>() : state.error();
        if (cancel.waitFor(pause))
            return Error::canceled();
        pause = log.since() == from ? std::min<std::chrono::milliseconds>(pause * 2, kLastPause) : kFirstPause;
        log.resume();
    }
}

} // namespace mooring
