#pragma once

#include "core/base/error.h"
#include "core/inference/endpointservice.h"
#include "core/jobs/job.h"
#include "ui/context/appcontext.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace mooring {

/// What a page can do to its endpoint, each as a job: it goes on when the page is left, and a page that is made
/// meanwhile finds it again. One at a time. Window's thread.
class EndpointActs : public QObject
{
    Q_OBJECT
public:
    enum class Act { Reload, Restart, Stop, Delete };

    EndpointActs(const AppContext &context, const QString &name, QObject *parent = nullptr);

    void begin(Act act);
    bool isBusy() const { return m_job != nullptr; }
    /// Of the act that goes on, else of the last one.
    Act act() const { return m_act; }
    /// What it does right now, in words; empty: nothing yet.
    QString step() const;
    void cancel();

Q_SIGNALS:
    void changed(); ///< begun, another step
    /// Nothing: it was done. Not for one that was canceled.
    void ended(mooring::EndpointActs::Act act, const std::optional<mooring::Error> &error);

private:
    void follow(Job *job, Act act);

    AppContext m_context;
    QString m_name;
    QPointer<Job> m_job;
    Act m_act = Act::Reload;
};

} // namespace mooring
