#pragma once

#include <QTimer>

#include <functional>

namespace mooring {

/// Does its act once, a frame later, however often it is asked meanwhile: fifty jobs that report at once make one
/// update of what shows them. Member of a widget or model; goes with it.
class OnceAFrame
{
public:
    explicit OnceAFrame(std::function<void()> act) : m_act(std::move(act))
    {
        m_timer.setSingleShot(true);
        m_timer.setInterval(kFrameMs);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { m_act(); });
    }

    void ask()
    {
        if (!m_timer.isActive())
            m_timer.start();
    }

private:
    static constexpr int kFrameMs = 16;

    std::function<void()> m_act;
    QTimer m_timer;
};

} // namespace mooring
