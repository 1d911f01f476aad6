#pragma once

#include "ui/runs/runlook.h"

#include <QObject>
#include <QTimer>

namespace mooring {

struct AppContext;

/// Keeps a RunView fresh in the background while a page shows it: at each change of the workspace, and every second
/// while the run is live. Window's thread.
class RunData : public QObject
{
    Q_OBJECT
public:
    RunData(const AppContext &context, const QString &runId, QObject *parent = nullptr);
    ~RunData() override;

    const RunView &view() const { return m_view; }
    bool isLoaded() const { return m_loaded; }
    void setActive(bool active);
    void look();

Q_SIGNALS:
    void looked(); ///< view() is new

private:
    std::shared_ptr<RunLook> m_look;
    CancelToken m_cancel;
    RunView m_view;
    QTimer m_timer;
    bool m_loaded = false;
    bool m_looking = false;
    bool m_again = false;
};

} // namespace mooring
