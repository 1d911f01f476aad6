#pragma once

#include "ui/latency/guiprobe.h"

#include <QTest>

#include <atomic>
#include <chrono>
#include <thread>

namespace mooring::test {

/// How late a thread that only sleeps is woken: what a loaded machine adds to every gap.
class MachineNoise
{
public:
    MachineNoise() : m_thread([this] { run(); }) {}
    ~MachineNoise()
    {
        m_stop = true;
        m_thread.join();
    }
    void reset() { m_longest = 0; }
    double longestMs() const { return double(m_longest.load()) / 1000.0; }

private:
    void run()
    {
        using Clock = std::chrono::steady_clock;
        while (!m_stop) {
            const auto start = Clock::now();
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
            const auto late =
                std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start).count() - 2000;
            m_longest = std::max<qint64>(m_longest, late);
        }
    }

    std::atomic<bool> m_stop{false};
    std::atomic<qint64> m_longest{0};
    std::thread m_thread;
};

/// Gaps of the main thread during one part of a GUI test; printed at its end. The test must let events run
/// (QTRY_VERIFY, QTest::qWait): what it does itself between two of them counts as a gap too.
class GuiGaps
{
public:
    explicit GuiGaps(const char *what) : m_what(what) {}
    ~GuiGaps()
    {
        qInfo("gaps, %s: %lld measured, p99 %.1f ms, longest %.1f ms (the machine's own: %.1f ms)", m_what, count(),
              double(m_probe.gaps().percentile(0.99)) / 1000.0, longestMs(), noiseMs());
    }

    void reset()
    {
        m_probe.reset();
        m_noise.reset();
    }
    qint64 count() const { return m_probe.gaps().count(); }
    double longestMs() const { return double(m_probe.gaps().max()) / 1000.0; }
    double noiseMs() const { return m_noise.longestMs(); }
    QString report() const { return m_probe.report(); }

private:
    const char *m_what;
    GuiProbe m_probe;
    MachineNoise m_noise;
};

} // namespace mooring::test

/// Fails with the histogram when the main thread let an event wait longer than the limit and the machine's own
/// lateness. A build with sanitizers sets MOORING_GAP_FACTOR.
#define MOORING_NO_GAP_OVER(gaps, milliseconds)                                                                        \
    do {                                                                                                               \
        const double factor = qMax(1.0, qEnvironmentVariable("MOORING_GAP_FACTOR", QStringLiteral("1")).toDouble());   \
        QVERIFY2((gaps).count() > 0, "no gap was measured: the test let no events run");                               \
        QVERIFY2((gaps).longestMs() <= (milliseconds)*factor + 2 * (gaps).noiseMs(), qPrintable((gaps).report()));     \
    } while (false)
