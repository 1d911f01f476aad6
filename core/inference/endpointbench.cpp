#include "core/inference/endpointbench.h"

#include "core/base/clock.h"

namespace mooring {

namespace {

constexpr auto kScoreLimit = std::chrono::milliseconds(3600000); // as the server's own

} // namespace

Result<ScoringCall> EndpointBench::ask(const ServerAddress &server, const ScoringRequest &request,
                                       std::chrono::milliseconds limit, const CancelToken &cancel)
{
    return callScore(server, request, limit, cancel);
}

Result<ScoringCall> EndpointBench::score(const QString &name, int version, const ScoringRequest &request,
                                         JobContext &context)
{
    ScoringCall call;
    const auto done = withVersion(name, version, context, [&](const ServerAddress &server, int number) -> Result<> {
        auto answer = ask(server, request, kScoreLimit, context.cancelToken());
        if (answer)
            call = std::move(*answer);
        else if (answer.error().kind == ErrorKind::Canceled)
            return answer.error();
        call.endpoint = name;
        call.version = number;
        if (!server.version.isEmpty())
            call.versionTitle = server.version;
        if (!answer) {
            call.at = nowUtc();
            call.request = request;
            call.error = answer.error().text();
        }
        if (auto kept = keepCall(call); kept)
            call.id = *kept;
        else // the answer is worth more than its place in the history
            context.log(kept.error().text(), LogLine::Level::Warning);
        return answer ? Result<>() : answer.error();
    });
    return done ? Result<ScoringCall>(std::move(call)) : done.error();
}

} // namespace mooring
