#include "ui/latency/guiprobe.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QEvent>

#include <chrono>
#include <thread>

namespace mooring {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QEvent::Type probeEvent = QEvent::Type(QEvent::registerEventType());

qint64 nowMicroseconds()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

} // namespace

GuiProbe::GuiProbe(QObject *parent) : QObject(parent)
{
    auto *const dispatcher = QAbstractEventDispatcher::instance();
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this] { m_asleep = true; });
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] {
        if (m_asleep.exchange(false))
            m_asleep.notify_one();
    });
    m_ignoreBefore = nowMicroseconds();
    m_thread.reset(QThread::create([this] { run(); }));
    m_thread->setObjectName(u"gui probe"_s);
    m_thread->start();
}

GuiProbe::~GuiProbe()
{
    m_stop = true;
    m_asleep = false;
    m_asleep.notify_one();
    m_handled = true;
    m_handled.notify_one();
    m_thread->wait();
}

void GuiProbe::run()
{
    while (!m_stop) {
        m_asleep.wait(true);
        if (m_stop)
            return;
        m_handled = false;
        m_postedAt = nowMicroseconds();
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
    const auto ms = [](qint64 microseconds) { return QString::number(double(microseconds) / 1000.0, 'f', 3) + u" ms"_s; };
    return u"Waits of the window's thread: %1 measured, median %2, p99 %3, longest %4\n"_s
               .arg(QString::number(m_gaps.count()), ms(m_gaps.percentile(0.5)), ms(m_gaps.percentile(0.99)), ms(m_gaps.max()))
        + m_gaps.chart();
}

} // namespace mooring
