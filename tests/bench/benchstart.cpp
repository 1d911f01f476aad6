#include "tests/bench/race.h"

#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#include <ctime>

namespace mooring::bench {

using namespace Qt::StringLiterals;

std::optional<double> firstPaintOf(const QString &program, const QStringList &arguments)
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"MOORING_BENCH_FIRST_PAINT"_s,
                       QString::number(qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec));
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    if (!process.waitForFinished(20'000)) {
        process.kill();
        process.waitForFinished(5000);
        return {};
    }
    for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
        if (line.startsWith("first-paint-ms "))
            return line.mid(15).toDouble();
    }
    return {};
}

std::vector<Finding> benchStart(const Options &options)
{
    const QString what = u"start: first paint / bare window with a tree"_s;
    QTemporaryDir profile(options.folder + u"/profile-XXXXXX"_s);
    const QStringList arguments{u"--profile"_s, profile.path()};
    const Race result = race([&] { return firstPaintOf(options.mooring, arguments); },
                             [&] { return firstPaintOf(QStringLiteral(MOORING_BENCH_BARE), {}); }, options.pairs * 2);
    if (!result.complete)
        return {{what,
                 {},
                 {},
                 u"%1 or its peer printed no first paint"_s.arg(options.mooring),
                 u"<= 1.5 x"_s,
                 Verdict::Skipped}};
    return {{what, ms(result.medianA()), ms(result.medianB()), u"%1 x"_s.arg(result.ratio(), 0, 'f', 2), u"<= 1.5 x"_s,
             result.ratio() <= 1.5 ? Verdict::Passed : Verdict::Failed}};
}

} // namespace mooring::bench
