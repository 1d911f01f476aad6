#pragma once

#include "core/targets/ladder.h"

#include <QObject>
#include <QStringList>

namespace mooring {

struct AppContext;
class Job;

/// A check of a target that is under way, for every page that shows it. Belongs to its job and goes with it.
class TargetCheck : public QObject
{
    Q_OBJECT
public:
    /// Checks a target, or the rungs of `only`, as a job. While one of the same target runs, gives that one.
    static TargetCheck *start(const AppContext &context, const QString &name, const QStringList &only = {});
    /// The one under way, or null.
    static TargetCheck *running(const AppContext &context, const QString &name);

    Job *job() const { return m_job; }
    const QStringList &only() const { return m_only; }
    /// What was heard of the rungs so far, each in its last state.
    const std::vector<RungResult> &heard() const { return m_heard; }

Q_SIGNALS:
    void rungChanged(const mooring::RungResult &rung);

private:
    TargetCheck(const QString &name, const QStringList &only) : m_name(name), m_only(only) {}
    void hear(const RungResult &rung);

    QString m_name;
    QStringList m_only;
    Job *m_job = nullptr;
    std::vector<RungResult> m_heard;
};

/// Titles in the language of now; a report keeps those of the language in which it was made.
void retitle(std::optional<LadderReport> &report, const std::vector<Rung> &rungs);

/// Name of the target that is there without attaching; empty when no kind has one.
QString builtinTargetName(const AppContext &context);

} // namespace mooring
