#include "tests/bench/race.h"
#include "ui/latency/guiprobe.h"
#include "ui/log/logview.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QTimer>

#include <cstdio>
#include <thread>

namespace mooring::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int rate = 500'000;
constexpr int seconds = 8;
const QByteArray endMark = "the writer has ended\n";

/// A sleep's lateness, the whole time: what this machine adds to every gap by itself.
class Lateness
{
public:
    Lateness() : m_thread([this] { run(); }) {}
    ~Lateness() { end(); }
    double end()
    {
        m_stop = true;
        if (m_thread.joinable())
            m_thread.join();
        return m_longestMs;
    }

private:
    void run()
    {
        while (!m_stop) {
            QElapsedTimer timer;
            timer.start();
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
            m_longestMs = std::max(m_longestMs, double(timer.nsecsElapsed()) / 1e6 - 2);
        }
    }
    std::atomic<bool> m_stop{false};
    double m_longestMs = 0;
    std::thread m_thread;
};

} // namespace

int writeLines(const QString &path, int linesPerSecond, int forSeconds)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return 1;
    constexpr int stepsPerSecond = 200;
    QByteArray batch;
    for (int i = 0; i < linesPerSecond / stepsPerSecond; ++i)
        batch += "step " + QByteArray::number(100000 + i) +
                 " \x1b[32mloss\x1b[0m 0.1234567 lr 3.0e-04 throughput 977 samples/s\n";
    QElapsedTimer timer;
    timer.start();
    for (int step = 0; step < forSeconds * stepsPerSecond; ++step) {
        const qint64 due = qint64(step) * 1'000'000'000 / stepsPerSecond;
        if (const qint64 early = due - timer.nsecsElapsed(); early > 0)
            std::this_thread::sleep_for(std::chrono::nanoseconds(early));
        if (file.write(batch) != batch.size())
            return 1;
    }
    return file.write(endMark) == endMark.size() ? 0 : 1;
}

std::vector<Finding> benchFollow(const Options &options)
{
    const QString path = options.folder + u"/follow.log"_s;
    QFile::remove(path);
    LogView view;
    view.resize(1200, 800);
    view.setPath(path);
    view.show();
    QProcess writer;
    QEventLoop loop;
    QTimer::singleShot(500, &loop, &QEventLoop::quit);
    loop.exec(); // the window is up
    GuiProbe probe;
    Lateness lateness;
    QElapsedTimer timer;
    timer.start();
    bool atEnd = false;
    QObject::connect(&view, &LogView::snapshotChanged, &loop, [&] {
        if (view.visibleText().isEmpty() || view.visibleText().last() != u"the writer has ended")
            return;
        atEnd = true;
        loop.quit();
    });
    writer.start(QCoreApplication::applicationFilePath(),
                 {u"--write"_s, path, QString::number(rate), QString::number(seconds)});
    QTimer::singleShot((seconds + 20) * 1000, &loop, &QEventLoop::quit);
    loop.exec();
    const double took = double(timer.nsecsElapsed()) / 1e9;
    const double machine = lateness.end();
    writer.waitForFinished(5000);
    const double longest = double(probe.gaps().max()) / 1000;
    std::fputs(qPrintable(probe.report()), stdout);
    const qint64 lines = view.snapshot()->lines;
    const bool right = atEnd && lines == qint64(rate) / 200 * 200 * seconds + 1;
    QFile::remove(path);
    const QString what = u"follow %1 lines/s for %2 s: longest gap"_s.arg(rate).arg(seconds);
    if (!right)
        return {{what,
                 {},
                 {},
                 u"%1 lines came, the end %2"_s.arg(lines).arg(atEnd ? u"too"_s : u"did not"_s),
                 {},
                 Verdict::Failed}};
    return {{what,
             ms(longest),
             {},
             u"p99 %1, machine's own %2, done after %3 s"_s
                 .arg(ms(double(probe.gaps().percentile(0.99)) / 1000), ms(machine))
                 .arg(took, 0, 'f', 1),
             u"< 50 ms"_s,
             longest < 50 ? Verdict::Passed : Verdict::Failed}};
}

} // namespace mooring::bench
