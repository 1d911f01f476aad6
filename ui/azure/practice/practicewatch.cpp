#include "ui/azure/practice/practicewatch.h"

#include "core/jobs/background.h"
#include "core/practice/labfolder.h"

namespace mooring {

PracticeWatch::PracticeWatch(const QString &profileFolder, QObject *parent) : QObject(parent), m_profile(profileFolder)
{
    m_timer.setInterval(1000);
    m_timer.setTimerType(Qt::CoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &PracticeWatch::look);
}

void PracticeWatch::look()
{
    if (std::exchange(m_looking, true)) {
        m_again = true;
        return;
    }
    inBackground(
        this, [profile = m_profile] { return PracticeState::read(LabFolder(profile).status()); },
        [this](const PracticeState &state) {
            m_looking = false;
            state.isRunning ? m_timer.start() : m_timer.stop();
            if (state != m_state) {
                m_state = state;
                Q_EMIT changed();
            }
            if (std::exchange(m_again, false))
                look();
        });
}

} // namespace mooring
