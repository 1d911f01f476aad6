#pragma once

#include "core/jobs/jobcontext.h"

#include <QString>

#include <functional>
#include <vector>

namespace mooring {

enum class Verdict { Waiting, Running, Passed, Warned, Failed, Skipped };
QString toWord(Verdict verdict); ///< stable: "passed"
QString toText(Verdict verdict); ///< translated
std::optional<Verdict> verdictFromWord(const QString &word);

/// How one rung ended.
struct RungResult
{
    QString id;
    QString title;
    Verdict verdict = Verdict::Waiting;
    qint64 ms = 0;
    QString asked;    ///< the command or call, as it was made
    QString answered; ///< what came back, in one line for people
    QString fix;      ///< a command or an act, one line; empty when nothing is to fix or nothing is known
    bool fixIsCommand = false;
    Json facts = Json::object(); ///< what later rungs and the target page use: {"cores":8}

    Json toJson() const; ///< of `check`
    static RungResult fromJson(const Json &value);
};

/// One thing to find out, in the background.
struct Rung
{
    QString id; ///< public: --rung, --skip-rung
    QString title;
    /// Sees the facts of the rungs before it (all merged). Worker thread; honours the context's token.
    std::function<RungResult(const Json &facts, JobContext &)> run;
    bool dispensable = false; ///< failed: the target is Warning, not Failed
    QStringList needs;        ///< ids of rungs without which this one is skipped
};

/// The whole ladder at one time.
struct LadderReport
{
    QString target;
    Verdict verdict = Verdict::Waiting; ///< the worst; a failed dispensable rung counts as warned
    qint64 totalMs = 0;
    QDateTime at;
    std::vector<RungResult> rungs;
    Json facts = Json::object();

    Json toJson() const; ///< of `check`
    static LadderReport fromJson(const Json &value);
};

/// Runs the rungs in order (or only those of `only`); each line it logs is the provisioning log. Cancel ends the current rung
/// and leaves the rest Skipped. `onRung` is called before (Running) and after each, on the calling thread.
LadderReport runLadder(const QString &target, const std::vector<Rung> &rungs, const QStringList &only, JobContext &context,
                       const std::function<void(const RungResult &)> &onRung);

} // namespace mooring
