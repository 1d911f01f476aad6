#include "core/jobs/jobrunner.h"
#include "core/targets/ssh/sshcheck.h"
#include "tests/bench/sshbench.h"
#include "ui/latency/guiprobe.h"
#include "ui/latency/wakesoon.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTextStream>
#include <QTimer>

#include <cstdio>

namespace mooring::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int targets = 50;
constexpr int limitMs = 300'000;
/// What says that a machine is there and lets us in: parallel-ssh does no more either.
const QStringList connecting{u"lookup"_s, u"connect"_s, u"banner"_s, u"hostKey"_s, u"signIn"_s, u"shell"_s};

std::optional<double> wholeLadder(const SshBench &bench, const QStringList &only)
{
    QElapsedTimer timer;
    timer.start();
    JobContext context;
    const LadderReport report = runLadder(u"bench"_s, bench.kind().ladder(bench.values()), only, context, {});
    const double ms = double(timer.nsecsElapsed()) / 1e6;
    return report.failure() || report.rungs.empty() ? std::nullopt : std::optional(ms);
}

/// What each rung of one ladder took, for whoever wants it faster.
void printRungs(const SshBench &bench)
{
    JobContext context;
    const LadderReport report = runLadder(u"bench"_s, bench.kind().ladder(bench.values()), {}, context, {});
    for (const RungResult &rung : report.rungs)
        std::printf("  %-14s %5lld ms\n", qPrintable(rung.id), static_cast<long long>(rung.ms));
}

/// Without the wait that a rung makes on purpose.
Finding ladderFinding(const SshBench &bench, const Options &options)
{
    const Race result = race(
        [&] {
            const auto whole = wholeLadder(bench, {});
            return whole ? std::optional(*whole - double(SshCheck::endOfSession.count())) : whole;
        },
        [&] {
            return SshBench::time(u"ssh"_s, bench.options() + QStringList{bench.address(), u"true"_s});
        },
        options.pairs);
    return {u"the whole ladder without its fixed wait / ssh host true"_s,
            ms(result.medianA()),
            ms(result.medianB()),
            u"%1 x"_s.arg(result.complete ? result.ratio() : 0, 0, 'f', 2),
            u"<= 3 x"_s,
            !result.complete      ? Verdict::Skipped
            : result.ratio() <= 3 ? Verdict::Passed
                                  : Verdict::Failed};
}

/// All at once, as the window does it: a job each. Gives the time and the longest gap of this thread.
std::optional<std::pair<double, double>> checkMany(const SshBench &bench)
{
    QElapsedTimer timer;
    timer.start();
    GuiProbe probe;
    JobRunner runner;
    QEventLoop loop;
    int good = 0, ended = 0;
    QObject::connect(&runner, &JobRunner::ended, &loop, [&](Job *job) {
        good += job->state() == Job::State::Succeeded;
        if (job->state() != Job::State::Succeeded)
            std::printf("  %s\n", qPrintable(job->error().text().left(1000)));
        if (++ended == targets)
            loop.quit();
    });
    for (int i = 0; i < targets; ++i) {
        runner.start(u"check %1"_s.arg(i), [&bench](JobContext &context) -> Result<> {
            const auto report = runLadder(u"bench"_s, bench.kind().ladder(bench.values()), connecting, context, {});
            if (report.failure())
                return Error::failed(u"bench"_s, QString::fromUtf8(toBytes(report.toJson())));
            return {};
        });
    }
    QTimer::singleShot(limitMs, &loop, [&loop] { loop.exit(1); });
    if (loop.exec() != 0 || good != targets) {
        std::printf("  %d of %d checks passed\n", good, targets);
        return {};
    }
    const double ms = double(timer.nsecsElapsed()) / 1e6;
    return std::pair{ms, double(probe.gaps().max()) / 1000};
}

std::vector<Finding> manyFindings(const SshBench &bench, const Options &options)
{
    QTemporaryDir folder(options.folder + u"/hosts-XXXXXX"_s);
    QFile hosts(folder.filePath(u"hosts"_s));
    if (!hosts.open(QIODevice::WriteOnly))
        return {};
    QTextStream lines(&hosts);
    for (int i = 0; i < targets; ++i)
        lines << bench.address() << '\n';
    lines.flush();
    QStringList peer{u"-h"_s, hosts.fileName(), u"-p"_s, QString::number(targets), u"-t"_s, u"120"_s};
    const QStringList ssh = bench.options();
    for (int i = 0; i < ssh.size(); i += 2)
        peer << u"-x"_s << ssh[i] + u' ' + ssh[i + 1];
    peer << u"true"_s;
    double longest = 0;
    const Race result = race(
        [&]() -> std::optional<double> {
            const auto checked = checkMany(bench);
            if (!checked)
                return {};
            longest = std::max(longest, checked->second);
            return checked->first;
        },
        [&] { return SshBench::time(u"parallel-ssh"_s, peer); }, options.pairs);
    return {{u"50 targets at once, to a clean shell / parallel-ssh true"_s, ms(result.medianA()), ms(result.medianB()),
             u"%1 x"_s.arg(result.complete ? result.ratio() : 0, 0, 'f', 2), u"<= 2 x"_s,
             !result.complete      ? Verdict::Skipped
             : result.ratio() <= 2 ? Verdict::Passed
                                   : Verdict::Failed},
            {u"the same: longest gap of the window's thread"_s,
             ms(longest),
             {},
             ms(longest),
             u"<= 50 ms"_s,
             !result.complete ? Verdict::Skipped
             : longest <= 50  ? Verdict::Passed
                              : Verdict::Failed}};
}

} // namespace

std::vector<Finding> benchCheck(const Options &options)
{
    const SshBench bench(options.folder);
    if (!bench.problem().isEmpty())
        return {{u"check over SSH"_s, {}, {}, bench.problem(), {}, Verdict::Skipped}};
    wakeThisThreadSoon(); // as the window's thread does
    printRungs(bench);
    std::vector<Finding> findings{ladderFinding(bench, options)};
    const SshBench crowded(options.folder, {}, SshBench::FarSide::OneCore);
    if (!crowded.problem().isEmpty())
        return findings;
    const auto many = manyFindings(crowded, options);
    findings.insert(findings.end(), many.begin(), many.end());
    return findings;
}

} // namespace mooring::bench
