#include "ui/latency/guiprobe.h"

#include <QCoreApplication>
#include <QEvent>

#include <chrono>
#include <thread>

namespace mooring {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 restAfter = 100'000; // microseconds

const QEvent::Type probeEvent = QEvent::Type(QEvent::registerEventType());

qint64 nowMicroseconds()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

} // namespace

GuiProbe::GuiProbe(QObject *parent) : QObject(parent)
{
    m_ignoreBefore = m_lastActivity = nowMicroseconds();
    // Every event of this thread passes here before it is handled. (The dispatcher's awake and aboutToBlock cannot
    // serve: with GLib the events are handled between the two.)
    QCoreApplication::instance()->installEventFilter(this);
    m_thread.reset(QThread::create([this] { run(); }));
    m_thread->setObjectName(u"gui probe"_s);
    m_thread->start();
}

GuiProbe::~GuiProbe()
{
    m_stop = true;
    m_resting = false;
    m_resting.notify_one();
    m_handled = true;
    m_handled.notify_one();
    m_thread->wait();
}

bool GuiProbe::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == probeEvent)
        return false;
    const qint64 now = nowMicroseconds();
    m_lastActivity = now;
    if (m_resting) {
        m_activeSince = now;
        m_resting = false;
        m_resting.notify_one();
    }
    return false;
}

/// True when it rested: then what is measured first began at m_activeSince, before this thread woke.
bool GuiProbe::restUntilActive()
{
    if (nowMicroseconds() - m_lastActivity < restAfter)
        return false;
    m_resting = true;
    if (nowMicroseconds() - m_lastActivity < restAfter) { // something came just now, and did not see that we rest
        m_resting = false;
        return false;
    }
    m_resting.wait(true);
    return true;
}

void GuiProbe::run()
{
    while (!m_stop) {
        const bool rested = restUntilActive();
        if (m_stop)
            return;
        m_handled = false;
        m_postedAt = rested ? m_activeSince.load() : nowMicroseconds();
        QCoreApplication::postEvent(this, new QEvent(probeEvent));
        if (!m_stop)
            m_handled.wait(false);
        std::this_thread::sleep_for(4ms);
    }
}

bool GuiProbe::event(QEvent *event)
{
    if (event->type() != probeEvent)
        return QObject::event(event);
    const qint64 posted = m_postedAt;
    if (posted > m_ignoreBefore)
        m_gaps.add(nowMicroseconds() - posted);
    m_handled = true;
    m_handled.notify_one();
    return true;
}

void GuiProbe::reset()
{
    m_gaps.clear();
    m_ignoreBefore = nowMicroseconds();
}

QString GuiProbe::report() const
{
    const auto ms = [](qint64 microseconds) {
        return QString::number(double(microseconds) / 1000.0, 'f', 3) + u" ms"_s;
    };
    return u"Waits of the window's thread: %1 measured, median %2, p99 %3, longest %4\n"_s.arg(
               QString::number(m_gaps.count()), ms(m_gaps.percentile(0.5)), ms(m_gaps.percentile(0.99)),
               ms(m_gaps.max())) +
           m_gaps.chart();
}

} // namespace mooring
