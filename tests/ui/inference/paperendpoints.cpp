#include "tests/ui/inference/paperendpoints.h"

#include "core/base/clock.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mooring::test {

Result<> PaperRunner::start(EndpointVersion &, const VersionFolder &, int, JobContext &)
{
    return Error::failed(u"paper.cannotStart"_s, u"Paper does not run."_s);
}

Result<InstanceTruth> PaperRunner::look(const EndpointVersion &, const VersionFolder &, const CancelToken &)
{
    return InstanceTruth{InstanceTruth::Life::Alive, {}, {}, {}};
}

Result<> PaperRunner::readLog(const EndpointVersion &, const VersionFolder &, Log, bool, const Sink &sink,
                              const CancelToken &)
{
    sink("one line\n");
    return {};
}

Result<> PaperRunner::watchUsage(const EndpointVersion &, const VersionFolder &, const UsageSink &sink,
                                 const CancelToken &cancel)
{
    while (sink({nowUtc(), 3.2, 412'000'000, {}})) {
        if (cancel.waitFor(50ms))
            return Error::canceled();
    }
    return {};
}

EndpointRecord paperEndpoint(const QString &name, EndpointState state, int port, int versions)
{
    EndpointRecord made;
    made.name = name;
    made.runner = u"docker"_s;
    made.state = state;
    made.port = port;
    made.createdAt = made.changedAt = nowUtc().addSecs(-8040);
    for (int number = 1; number <= versions; ++number) {
        EndpointVersion version;
        version.number = number;
        version.state = number == versions ? EndpointVersion::State::Serving : EndpointVersion::State::Replaced;
        version.settings.name = name;
        version.settings.runner = made.runner;
        version.settings.model = version.modelPath = u"/data/models/bearing-cnn"_s;
        version.settings.score = u"score.py"_s;
        version.codeSource = u"/data/serve"_s;
        version.instance = u"3f1c9a"_s;
        version.container = u"3f1c9a7d2b41"_s;
        version.coldStartMs = 1900 + number;
        version.createdAt = made.createdAt->addSecs(number * 60);
        made.versions.push_back(version);
    }
    made.active = versions;
    return made;
}

EndpointRecord brokenEndpoint(const QString &name, EndpointState state, int port, int versions, const QString &code)
{
    EndpointRecord made = paperEndpoint(name, state, port, versions);
    EndpointVersion broken = made.versions.back();
    broken.number = versions + 1;
    broken.state = EndpointVersion::State::Failed;
    broken.codeSource = code;
    broken.coldStartMs.reset();
    InitFailure failure;
    failure.exception = u"FileNotFoundError: [Errno 2] No such file or directory: '/models/bearing-cnn/8/model.pt'"_s;
    failure.file = code + u"/score.py"_s;
    failure.line = 12;
    failure.function = u"init"_s;
    failure.traceback = "Traceback (most recent call last):\n  File \"/opt/server/user_script.py\", line 77, in "
                        "invoke_init\n    self._wrapped_init()\n  File \"" +
                        failure.file.toUtf8() + "\", line 12, in init\n    model = torch.load(path + \"/model.pt\")\n" +
                        failure.exception.toUtf8() + "\n";
    broken.reason = u"The scoring script failed in init()."_s;
    broken.failure = failure;
    made.versions.push_back(broken);
    made.reason = broken.reason;
    return made;
}

ScoringCall paperCall(const QString &endpoint, int version, const QString &label, int status, double ms, int secondsAgo)
{
    ScoringCall call;
    call.endpoint = endpoint;
    call.version = version;
    call.at = nowUtc().addSecs(-secondsAgo);
    call.request.label = label;
    call.request.body = "{\n  \"windows\": [\n    [0.013, -0.028, 0.117, 0.204, -0.331, 0.118],\n"
                        "    [0.009, -0.014, 0.083, 0.190, -0.296, 0.101]\n  ],\n  \"sample_rate\": 12000,\n"
                        "  \"explain\": false\n}";
    call.status = status;
    call.ms = ms;
    call.headers = {{"Content-Type", "application/json"}, {"x-ms-server-version", "azmlinfsrv/1.5.1"}};
    call.body = R"({"labels": ["outer-race", "healthy"], "scores": [0.97)" + QByteArray::number(version) +
                R"(, 0.9962], "model": "bearing-cnn:)" + QByteArray::number(version) + R"("})";
    call.bodySize = call.body.size();
    call.requestBodySize = call.request.body.size();
    return call;
}

} // namespace mooring::test
