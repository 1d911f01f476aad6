#include "ui/latency/firstpaint.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QTimer>
#include <QWidget>

#include <cstdio>
#include <ctime>
#include <unistd.h>

namespace mooring {

namespace {

qint64 nanoseconds(clockid_t clock)
{
    timespec time{};
    ::clock_gettime(clock, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

/// Since this process began, from the kernel's ticks.
double processAgeMs()
{
    QFile file(QStringLiteral("/proc/self/stat"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray stat = file.readAll();
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    const double startedMs = fields.value(19).toDouble() * 1000.0 / double(::sysconf(_SC_CLK_TCK));
    return double(nanoseconds(CLOCK_BOOTTIME)) / 1e6 - startedMs;
}

class FirstPaint : public QObject
{
public:
    FirstPaint(QWidget *window, qint64 start) : QObject(window), m_start(start) { window->installEventFilter(this); }

    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            object->removeEventFilter(this);
            // After this paint, not before it: the event is only about to be handled.
            QTimer::singleShot(0, this, [this] { report(); });
        }
        return false;
    }

private:
    void report() const
    {
        const double ms = m_start > 1 ? double(nanoseconds(CLOCK_MONOTONIC) - m_start) / 1e6 : processAgeMs();
        std::printf("first-paint-ms %.3f\n", ms);
        std::fflush(stdout);
        QCoreApplication::quit();
    }

    const qint64 m_start;
};

} // namespace

void reportFirstPaint(QWidget *window)
{
    const qint64 start = qEnvironmentVariable("MOORING_BENCH_FIRST_PAINT").toLongLong();
    if (start > 0)
        new FirstPaint(window, start);
}

} // namespace mooring
