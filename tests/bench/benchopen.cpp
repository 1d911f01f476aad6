#include "tests/bench/logmaker.h"
#include "tests/bench/race.h"
#include "ui/log/logview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QTimer>

#include <cstdio>

namespace mooring::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int limitMs = 60'000;

/// Ends when `done` is true after a signal of the reader or view; false at the limit.
template <class Object, class Signal>
bool waitUntil(Object *object, Signal signal, const std::function<bool()> &done)
{
    QEventLoop loop;
    QObject::connect(object, signal, &loop, [&] {
        if (done())
            loop.quit();
    });
    QTimer::singleShot(limitMs, &loop, [&loop] { loop.exit(1); });
    return done() || loop.exec() == 0;
}

struct Indexed
{
    double ms = 0;
    qint64 lines = 0;
    double bytesPerLine = 0;
};

std::optional<Indexed> indexWithReader(const QString &path)
{
    QElapsedTimer timer;
    timer.start();
    LogReader reader;
    reader.setWant({-1, 50, {}});
    reader.open(path);
    const auto complete = [&] { return reader.snapshot()->complete && reader.snapshot()->lines > 0; };
    if (!waitUntil(&reader, &LogReader::updated, complete))
        return {};
    const auto snapshot = reader.snapshot();
    return Indexed{double(timer.nsecsElapsed()) / 1e6, snapshot->lines,
                   double(snapshot->content.index->memoryUse()) / double(snapshot->lines)};
}

std::optional<std::pair<double, qint64>> countWithWc(const QString &path)
{
    QElapsedTimer timer;
    timer.start();
    QProcess wc;
    wc.start(u"wc"_s, {u"-l"_s, path});
    if (!wc.waitForFinished(limitMs) || wc.exitCode() != 0)
        return {};
    return std::pair{double(timer.nsecsElapsed()) / 1e6, wc.readAllStandardOutput().split(' ').value(0).toLongLong()};
}

/// From the moment that the view is made until the log's last lines are on the screen.
class FirstPaintWithText : public QObject
{
public:
    explicit FirstPaintWithText(LogView *view) : m_view(view) { view->viewport()->installEventFilter(this); }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !m_view->visibleText().isEmpty())
            QTimer::singleShot(0, &m_loop, [this] { m_loop.quit(); });
        return false;
    }
    bool wait()
    {
        QTimer::singleShot(limitMs, &m_loop, [this] { m_loop.exit(1); });
        return m_loop.exec() == 0;
    }

private:
    LogView *m_view;
    QEventLoop m_loop;
};

std::optional<double> firstPaint(const QString &path)
{
    QElapsedTimer timer;
    timer.start();
    LogView view;
    FirstPaintWithText painted(&view);
    view.resize(1200, 800);
    view.setPath(path);
    view.show();
    if (!painted.wait())
        return {};
    return double(timer.nsecsElapsed()) / 1e6;
}

Finding paintFinding(const QString &path, const Options &options)
{
    std::vector<double> times;
    for (int i = -1; i < options.pairs * 2; ++i) {
        const auto time = firstPaint(path);
        if (time && i >= 0)
            times.push_back(*time);
    }
    const double typical = median(times);
    return {u"open a log of 1 GB: first paint of its end"_s,
            ms(typical),
            {},
            ms(typical),
            u"<= 50 ms"_s,
            times.empty()   ? Verdict::Skipped
            : typical <= 50 ? Verdict::Passed
                            : Verdict::Failed};
}

} // namespace

std::vector<Finding> benchOpen(const Options &options)
{
    const QString path = options.folder + u"/bench.log"_s;
    if (!makeLog(path, options.logBytes))
        return {{u"open a log of 1 GB"_s, {}, {}, u"no room for the file"_s, {}, Verdict::Skipped}};
    const auto wc = countWithWc(path);
    const auto own = indexWithReader(path);
    if (!wc || !own || wc->second != own->lines) {
        const QString counts = u"%1 lines, wc says %2"_s.arg(own ? own->lines : -1).arg(wc ? wc->second : -1);
        return {{u"index a log of 1 GB"_s, {}, {}, counts, u"equal"_s, wc ? Verdict::Failed : Verdict::Skipped}};
    }
    std::printf("  %lld lines, the same as wc -l counts\n", own->lines);
    const Race result = race(
        [&]() -> std::optional<double> {
            const auto r = indexWithReader(path);
            return r ? std::optional(r->ms) : std::nullopt;
        },
        [&]() -> std::optional<double> {
            const auto r = countWithWc(path);
            return r ? std::optional(r->first) : std::nullopt;
        },
        options.pairs);
    std::vector<Finding> findings;
    findings.push_back({u"index a log of 1 GB / wc -l"_s, ms(result.medianA()), ms(result.medianB()),
                        u"%1 x"_s.arg(result.ratio(), 0, 'f', 2), u"<= 5 x"_s,
                        !result.complete      ? Verdict::Skipped
                        : result.ratio() <= 5 ? Verdict::Passed
                                              : Verdict::Failed});
    findings.push_back({u"memory of the index"_s,
                        u"%1 B/line"_s.arg(own->bytesPerLine, 0, 'f', 2),
                        {},
                        u"%1 B/line"_s.arg(own->bytesPerLine, 0, 'f', 2),
                        u"<= 1 B/line"_s,
                        own->bytesPerLine <= 1 ? Verdict::Passed : Verdict::Failed});
    findings.push_back(paintFinding(path, options));
    QFile::remove(path);
    return findings;
}

} // namespace mooring::bench
