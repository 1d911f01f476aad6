#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/workspace/profile.h"
#include "core/workspace/workspace.h"
#include "tests/bench/race.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>
#include <thread>

namespace mooring::bench {

using namespace Qt::StringLiterals;

namespace {

RunRecord recordOf(int i)
{
    RunRecord run;
    run.id = u"bench-%1"_s.arg(i, 8, 10, QLatin1Char('0'));
    run.name = u"train-%1"_s.arg(i, 6, 10, QLatin1Char('0'));
    run.settings.source = u"/home/user/project"_s;
    run.settings.script = u"train.py"_s;
    run.settings.experiment = u"bearing-%1"_s.arg(i % 40);
    run.state = i % 9 == 0 ? RunState::Failed : RunState::Completed;
    run.exitCode = i % 9 == 0 ? 1 : 0;
    run.createdAt = nowUtc().addSecs(-qint64(i) * 600);
    run.startedAt = run.createdAt;
    run.endedAt = run.createdAt->addSecs(300 + i % 1000);
    return run;
}

/// Several threads, because each write returns only when it is durable and the writer joins what waits into one transaction.
bool fill(Workspace &workspace, int runs)
{
    constexpr int writers = 64;
    std::atomic<int> next{0};
    std::atomic<bool> good{true};
    std::vector<std::thread> threads;
    for (int i = 0; i < writers; ++i)
        threads.emplace_back([&] {
            for (int run = next++; run < runs && good; run = next++)
                good = good && workspace.saveRun(recordOf(run)).ok();
        });
    for (std::thread &thread : threads)
        thread.join();
    return good;
}

} // namespace

std::vector<Finding> benchWorkspace(const Options &options)
{
    const QString what = u"open a workspace of %1 runs"_s.arg(options.runs);
    QTemporaryDir folder(options.folder + u"/workspace-XXXXXX"_s);
    auto profile = Profile::open(folder.path());
    if (!profile)
        return {{what, {}, {}, profile.error().text(), {}, Verdict::Skipped}};
    {
        auto workspace = Workspace::open(*profile);
        if (!workspace || !fill(**workspace, options.runs))
            return {{what, {}, {}, u"could not be filled"_s, {}, Verdict::Skipped}};
    }
    std::vector<double> times;
    for (int i = -1; i < options.pairs; ++i) {
        QElapsedTimer timer;
        timer.start();
        auto workspace = Workspace::open(*profile);
        const auto page = workspace ? workspace.value()->runs({}) : Result<std::vector<RunRecord>>(workspace.error());
        const auto count = workspace ? workspace.value()->runCount() : Result<int>(workspace.error());
        const double time = double(timer.nsecsElapsed()) / 1e6;
        if (!page || page->empty() || !count || *count != options.runs)
            return {{what, {}, {}, u"not all runs are there"_s, {}, Verdict::Failed}};
        if (i >= 0)
            times.push_back(time);
    }
    std::vector<Finding> findings;
    const double opened = median(times);
    findings.push_back({what + u", its first 100 and their number"_s, ms(opened), {}, ms(opened), u"< 100 ms"_s,
                        opened < 100 ? Verdict::Passed : Verdict::Failed});
    QTemporaryDir empty(options.folder + u"/profile-XXXXXX"_s);
    const Race paint = race([&] { return firstPaintOf(options.mooring, {u"--profile"_s, folder.path()}); },
                            [&] { return firstPaintOf(options.mooring, {u"--profile"_s, empty.path()}); }, options.pairs);
    const double first = paint.medianA();
    findings.push_back({u"the same: first paint of the window / an empty one"_s, ms(first), ms(paint.medianB()),
                        u"%1 x"_s.arg(paint.complete ? paint.ratio() : 0, 0, 'f', 2), u"opening adds < 100 ms"_s,
                        !paint.complete ? Verdict::Skipped : first - paint.medianB() < 100 ? Verdict::Passed : Verdict::Failed});
    return findings;
}

} // namespace mooring::bench
