#pragma once

#include "ui/workspace/ladderfeed.h"

namespace mooring {

struct AppContext;

/// A check of a target that is under way.
class TargetCheck : public LadderFeed
{
    Q_OBJECT
public:
    /// Checks a target, or the rungs of `only`, as a job. While one of the same target runs, gives that one.
    static TargetCheck *start(const AppContext &context, const QString &name, const QStringList &only = {});
    /// The one under way, or null.
    static TargetCheck *running(const AppContext &context, const QString &name);

private:
    TargetCheck(const QString &name, const QStringList &only) : LadderFeed(only), m_name(name) {}

    QString m_name;
};

/// Titles in the language of now; a report keeps those of the language in which it was made.
void retitle(std::optional<LadderReport> &report, const std::vector<Rung> &rungs);

/// Name of the target that is there without attaching; empty when no kind has one.
QString builtinTargetName(const AppContext &context);

} // namespace mooring
