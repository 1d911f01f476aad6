#pragma once

#include "core/jobs/job.h"
#include "core/targets/targetservice.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace mooring {

struct AppContext;

/// Detaching a target from its page: looks at what is there, asks, does it; or fetches first what is only there, and
/// asks again. Each wait is a job that can be stopped.
/// Lives on the window's thread, as long as its page.
class DetachFlow : public QObject
{
    Q_OBJECT
public:
    /// `page`: over which the question stands.
    DetachFlow(const AppContext &context, const QString &target, QWidget *page);

    /// Looks, then asks. While one is under way: nothing.
    void begin();
    /// Asks without having looked: what is on the target then stays.
    void askAtOnce();
    void stop();
    bool isBusy() const { return m_job != nullptr; }

Q_SIGNALS:
    /// What goes on, for the page's banner; empty: nothing.
    void goesOn(const QString &sentence, bool looking);
    void failed(const mooring::Error &error);
    void detached(const mooring::DetachReport &report);

private:
    void ask(const Leftovers &found);
    void fetchFirst(const QStringList &runs);
    void detach(const DetachChoices &choices);

    const AppContext &m_context;
    QString m_target;
    QWidget *m_page;
    QPointer<Job> m_job;
};

} // namespace mooring
