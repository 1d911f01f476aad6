#include "core/inference/deployment.h"
#include "core/inference/dockerrunner.h"
#include "core/inference/portowner.h"
#include "tests/bench/race.h"
#include "tests/support/dockerbench.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

namespace mooring::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::DockerBench;

namespace {

constexpr int files = 20000;

Finding raced(const QString &what, const Race &result, double target, const QString &limit)
{
    return {what,
            ms(result.medianA()),
            ms(result.medianB()),
            u"%1 x"_s.arg(result.complete ? result.ratio() : 0, 0, 'f', 2),
            limit,
            !result.complete           ? Verdict::Skipped
            : result.ratio() <= target ? Verdict::Passed
                                       : Verdict::Failed};
}

std::optional<double> shellTime(const DockerBench &bench, const QString &script)
{
    QElapsedTimer timer;
    timer.start();
    const auto done = bench.shell(script, 10min);
    const double taken = double(timer.nsecsElapsed()) / 1e6;
    if (done.succeeded())
        return taken;
    std::printf("  %s\n", done.errors.constData());
    return {};
}

/// A container from an image that is there, to its first answer, with the model in it.
Finding firstAnswer(const DockerBench &bench, const Options &options)
{
    bench.write(u"endpoint/v1/code/score.py"_s, "def run(x): return x\n");
    bench.write(u"model/weights"_s, QByteArray(1000000, 'w'));
    bench.write(u"image/Dockerfile"_s, "FROM box:1\nRUN mkdir /www && echo Healthy > /www/index.html\n"
                                       "CMD [\"httpd\", \"-f\", \"-p\", \"5001\", \"-h\", \"/www\"]\n");
    if (!bench.shell(u"DOCKER_BUILDKIT=0 docker build -q -t served image"_s).succeeded())
        return {u"first answer / docker run and curl"_s, {}, {}, u"no image"_s, u"<= 1.2 x"_s, Verdict::Skipped};
    DockerRunner runner(bench.search());
    EndpointVersion version;
    version.number = 1;
    version.settings.name = u"endpoint"_s;
    version.settings.score = u"score.py"_s;
    version.modelPath = bench.path(u"model"_s);
    version.image = u"served"_s;
    const VersionFolder folder(bench.path(u"endpoint"_s), 1);
    const Try ours = [&]() -> std::optional<double> {
        JobContext context;
        QElapsedTimer timer;
        timer.start();
        const int port = findFreePort(15001);
        auto done = runner.start(version, folder, port, context);
        if (done)
            done = awaitHealthy(runner, version, folder, port, context);
        const double taken = double(timer.nsecsElapsed()) / 1e6;
        (void)runner.stop(version, folder, context);
        if (done)
            return taken;
        std::printf("  %s\n", qPrintable(done.error().text()));
        return {};
    };
    const Try peer = [&] {
        const auto taken =
            shellTime(bench, u"docker run -d --name peer -p 127.0.0.1:15999:5001 -v $PWD/endpoint/v1/code:/var/"
                             "azureml-app -v $PWD/model:/var/azureml-models served >/dev/null || exit 1\n"
                             "for i in $(seq 600); do curl -sf --noproxy '*' http://127.0.0.1:15999/ >/dev/null && "
                             "exit 0; sleep 0.05; done\necho the peer did not answer >&2; exit 1"_s);
        (void)bench.shell(u"docker rm -f peer"_s);
        return taken;
    };
    return raced(u"built image to first answer / docker run and curl"_s, race(ours, peer, options.pairs), 1.2,
                 u"<= 1.2 x"_s);
}

qint64 residentKiB()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').value(1).toLongLong();
    }
    return 0;
}

std::vector<Finding> follow(const DockerBench &bench, const Options &options)
{
    const QString what = u"log of %1 lines, followed to its end / docker logs -f"_s.arg(options.logLines);
    if (!bench
             .shell(u"docker run --name lines --network none box:1 awk 'BEGIN { for (i = 1; i <= %1; ++i) print \"line "
                    u"\" i "
                    "\" of a log, about as long as usual\" }' >/dev/null"_s.arg(options.logLines),
                    10min)
             .succeeded())
        return {{what, {}, {}, u"no container"_s, u"<= 1 x"_s, Verdict::Skipped}};
    const auto engine = bench.engine();
    qint64 lines = 0, grown = 0;
    const Try ours = [&]() -> std::optional<double> {
        const qint64 before = residentKiB();
        lines = 0;
        QElapsedTimer timer;
        timer.start();
        const auto read = engine->logs(u"lines"_s, true,
                                       [&](const QByteArray &bytes) {
                                           lines += bytes.count('\n');
                                           return true;
                                       },
                                       {});
        const double taken = double(timer.nsecsElapsed()) / 1e6;
        grown = std::max(grown, residentKiB() - before);
        return read && lines == options.logLines ? std::optional(taken) : std::nullopt;
    };
    const Race result = race(
        ours, [&] { return shellTime(bench, u"docker logs -f lines >/dev/null"_s); }, std::min(options.pairs, 3));
    (void)bench.shell(u"docker rm -f lines"_s);
    return {raced(what, result, 1, u"<= 1 x"_s),
            {u"memory while it was followed"_s,
             u"%1 MiB more"_s.arg(double(grown) / 1024, 0, 'f', 1),
             {},
             {},
             u"<= 20 MiB"_s,
             !result.complete     ? Verdict::Skipped
             : grown <= 20 * 1024 ? Verdict::Passed
                                  : Verdict::Failed}};
}

Finding context(const DockerBench &bench, const Options &options)
{
    const QString what = u"build with a context of 20 000 files / docker build"_s;
    for (int i = 0; i < files; ++i) {
        const QString part = bench.path(u"many/part%1"_s.arg(i / 500));
        if (i % 500 == 0)
            QDir().mkpath(part);
        QFile file(u"%1/f%2"_s.arg(part).arg(i));
        if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray(1000 + i % 1000, char('a' + i % 26))) < 0)
            return {what, {}, {}, u"no files"_s, u"<= 1.1 x"_s, Verdict::Skipped};
    }
    bench.write(u"many/Dockerfile"_s, "FROM box:1\nCOPY . /all\n");
    const auto engine = bench.engine();
    const Try ours = [&]() -> std::optional<double> {
        QElapsedTimer timer;
        timer.start();
        TarStream tar;
        auto done = tar.addTree({}, bench.path(u"many"_s));
        const auto built = done ? engine->build("rm=1&nocache=1&t=many", tar, [](const QByteArray &) {}, {})
                                : Result<QString>(done.error());
        const double taken = double(timer.nsecsElapsed()) / 1e6;
        (void)bench.shell(u"docker rmi -f many; docker image prune -f"_s);
        return built ? std::optional(taken) : std::nullopt;
    };
    const Try peer = [&] {
        const auto taken = shellTime(bench, u"DOCKER_BUILDKIT=0 docker build --no-cache -q -t many many >/dev/null"_s);
        (void)bench.shell(u"docker rmi -f many; docker image prune -f"_s);
        return taken;
    };
    return raced(what, race(ours, peer, std::min(options.pairs, 3)), 1.1, u"<= 1.1 x"_s);
}

} // namespace

std::vector<Finding> benchDocker(const Options &options)
{
    const auto skipped = [](const QString &why) {
        return std::vector<Finding>{{u"docker"_s, {}, {}, why, {}, Verdict::Skipped}};
    };
    if (!DockerBench::possible() || findProgram(u"curl"_s).isEmpty())
        return skipped(u"needs root, docker.io, busybox and curl"_s);
    if (!DockerBench::enterOwnNetwork())
        return skipped(u"no network namespace"_s);
    for (const char *name : {"DOCKER_HOST", "DOCKER_CONTEXT"})
        qunsetenv(name);
    DockerBench bench;
    if (!bench.start({u"--storage-driver=overlay2"_s}) || !bench.makeBox())
        return skipped(QString::fromUtf8(bench.log()).section(u'\n', -2));
    std::vector<Finding> findings{firstAnswer(bench, options)};
    const auto more = follow(bench, options);
    findings.insert(findings.end(), more.begin(), more.end());
    findings.push_back(context(bench, options));
    return findings;
}

} // namespace mooring::bench
