#include "tests/bench/race.h"
#include "tests/support/workspacesupport.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

namespace mooring::bench {

using namespace Qt::StringLiterals;

std::vector<Finding> benchWorkspace(const Options &options)
{
    const QString what = u"open a workspace of %1 runs"_s.arg(options.runs);
    QTemporaryDir folder(options.folder + u"/workspace-XXXXXX"_s);
    auto profile = Profile::open(folder.path());
    if (!profile)
        return {{what, {}, {}, profile.error().text(), {}, Verdict::Skipped}};
    if (const auto filled = test::fillWithRuns(*profile, options.runs); !filled)
        return {{what, {}, {}, filled.error().text(), {}, Verdict::Skipped}};
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
    findings.push_back({what + u", its first 100 and their number"_s,
                        ms(opened),
                        {},
                        ms(opened),
                        u"< 100 ms"_s,
                        opened < 100 ? Verdict::Passed : Verdict::Failed});
    QTemporaryDir empty(options.folder + u"/profile-XXXXXX"_s);
    const Race paint = race(
        [&] {
            return firstPaintOf(options.mooring, {u"--profile"_s, folder.path()});
        },
        [&] {
            return firstPaintOf(options.mooring, {u"--profile"_s, empty.path()});
        },
        options.pairs);
    const double first = paint.medianA();
    findings.push_back({u"the same: first paint of the window / an empty one"_s, ms(first), ms(paint.medianB()),
                        u"%1 x"_s.arg(paint.complete ? paint.ratio() : 0, 0, 'f', 2), u"opening adds < 100 ms"_s,
                        !paint.complete                 ? Verdict::Skipped
                        : first - paint.medianB() < 100 ? Verdict::Passed
                                                        : Verdict::Failed});
    return findings;
}

} // namespace mooring::bench
