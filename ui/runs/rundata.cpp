#include "ui/runs/rundata.h"

#include "core/jobs/background.h"
#include "core/workspace/workspace.h"
#include "ui/context/appcontext.h"

namespace mooring {

namespace {

constexpr int kLiveMs = 1000;

} // namespace

RunData::RunData(const AppContext &context, const QString &runId, QObject *parent)
    : QObject(parent), m_look(std::make_shared<RunLook>(context.workspace, context.runs, runId))
{
    m_timer.setInterval(kLiveMs);
    connect(&m_timer, &QTimer::timeout, this, &RunData::look);
    connect(&context.workspace, &Workspace::changed, this, &RunData::look);
}

RunData::~RunData() { m_cancel.cancel(); }

void RunData::setActive(bool active)
{
    if (!active)
        m_timer.stop();
    else
        look();
}

void RunData::look()
{
    if (m_looking) {
        m_again = true;
        return;
    }
    m_looking = true;
    inBackground(
        this, [look = m_look, cancel = m_cancel] { return look->look(cancel); },
        [this](const RunView &view) {
            m_looking = false;
            m_loaded = true;
            m_view = view;
            const bool live = !view.failed && !isEnded(view.record.state);
            if (live && !m_timer.isActive())
                m_timer.start();
            else if (!live)
                m_timer.stop();
            Q_EMIT looked();
            if (std::exchange(m_again, false))
                look();
        });
}

} // namespace mooring
