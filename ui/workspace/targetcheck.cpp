#include "ui/workspace/targetcheck.h"

#include "core/jobs/jobrunner.h"
#include "core/targets/targetservice.h"
#include "ui/shell/appcontext.h"
#include "ui/workspace/workspacecontent.h"

#include <QPointer>

namespace mooring {

namespace {

/// Carries rungs from the job's thread to the window's; dies with the job.
class RungPost : public QObject
{
public:
    RungPost(QObject *receiver, std::function<void(const RungResult &)> onRung)
        : m_receiver(receiver), m_onRung(std::move(onRung))
    {
    }

    /// Any thread.
    void post(const RungResult &rung)
    {
        QMetaObject::invokeMethod(this, [this, rung] {
            if (m_receiver && m_onRung)
                m_onRung(rung);
        });
    }

private:
    QPointer<QObject> m_receiver;
    std::function<void(const RungResult &)> m_onRung;
};

} // namespace

Job *startTargetCheck(const AppContext &context, const QString &name, const QStringList &only,
                      std::function<void(const RungResult &)> onRung, QObject *receiver)
{
    // Deleted on this thread, after everything that the job posted to it.
    const std::shared_ptr<RungPost> post(new RungPost(receiver, std::move(onRung)), [](RungPost *dead) { dead->deleteLater(); });
    return context.jobs.start(
        QCoreApplication::translate("mooring::TargetCheck", "Check %1").arg(targetTitle(name, context.kinds)),
        [targets = &context.targets, name, only, post](JobContext &job) {
            const auto outcome = targets->check(name, only, {}, job, [&](const RungResult &rung) { post->post(rung); });
            return outcome ? Result<>() : Result<>(outcome.error());
        });
}

QString builtinTargetName(const AppContext &context)
{
    for (const auto &kind : context.kinds.all()) {
        if (const auto builtin = kind->builtinTarget())
            return builtin->name;
    }
    return {};
}

} // namespace mooring
