#include "ui/widgets/turnclock.h"

#include <QApplication>
#include <QPointer>
#include <QStyle>
#include <QTimer>
#include <QWidget>

#include <algorithm>
#include <vector>

namespace mooring {
namespace {

class TurnClock : public QObject
{
public:
    static TurnClock &instance()
    {
        static QPointer<TurnClock> clock;
        if (!clock)
            clock = new TurnClock(qApp);
        return *clock;
    }

    void watch(QWidget *widget, bool on)
    {
        const auto at = std::find(m_widgets.begin(), m_widgets.end(), widget);
        if (on && at == m_widgets.end())
            m_widgets.emplace_back(widget);
        else if (!on && at != m_widgets.end())
            m_widgets.erase(at);
        const bool moves = QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0;
        if (m_widgets.empty() || !moves)
            m_timer.stop();
        else if (!m_timer.isActive())
            m_timer.start();
    }
    int turn() const { return m_turn; }

private:
    explicit TurnClock(QObject *parent) : QObject(parent)
    {
        m_timer.setInterval(1000);
        connect(&m_timer, &QTimer::timeout, this, [this] { step(); });
    }
    void step()
    {
        m_turn = (m_turn + 1) % 12;
        std::erase_if(m_widgets, [](const QPointer<QWidget> &w) { return !w; });
        for (const QPointer<QWidget> &widget : m_widgets)
            widget->update();
        if (m_widgets.empty())
            m_timer.stop();
    }

    QTimer m_timer;
    std::vector<QPointer<QWidget>> m_widgets;
    int m_turn = 0;
};

} // namespace

int currentTurn() { return TurnClock::instance().turn(); }

void watchTurn(QWidget *widget, bool on) { TurnClock::instance().watch(widget, on); }

} // namespace mooring
