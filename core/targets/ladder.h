#pragma once

#include "core/jobs/jobcontext.h"

#include <QString>

#include <functional>
#include <optional>
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
    bool dispensable = false;
    qint64 ms = 0;
    QString asked;    ///< the command or call, as it was made
    QString answered; ///< what came back, in one line for people
    QString fix;      ///< a command or an act, one line; empty when nothing is to fix or nothing is known
    bool fixIsCommand = false;
    ErrorKind failure = ErrorKind::RungFailed; ///< of Failed: NotReachable or SignIn where that is the cause
    Json facts = Json::object();               ///< what later rungs and the target page use: {"cores":8}
    /// Of Failed: something that only a person can decide, as a stable word ("hostKey"); facts[question] has what there
    /// is to see. The window shows the card for that word at the rung.
    QString question;

    /// For the functions of rungs; id, title and ms are filled in by runLadder.
    static RungResult of(Verdict verdict, const QString &asked, const QString &answered);
    RungResult withFix(const QString &text) &&;
    RungResult withFixCommand(const QString &command) &&;
    RungResult withFacts(Json value) &&;

    Json toJson() const;      ///< of `check`
    Json toStoreJson() const; ///< everything
    static RungResult fromStoreJson(const Json &value);
};

/// One thing to find out, in the background.
struct Rung
{
    QString id; ///< public: --rung, --skip-rung
    QString title;
    /// Sees the facts of the rungs before it (all merged). Worker thread; honours the context's token.
    std::function<RungResult(const Json &facts, JobContext &)> run;
    bool dispensable = false; ///< failed: the target is Warning, not Failed
    QStringList needs;        ///< ids of rungs without which this one is skipped; only rungs that stand before it
};

/// The whole ladder at one time. `facts`: those of all rungs, but for what a question is about.
struct LadderReport
{
    QString target;
    Verdict verdict = Verdict::Waiting; ///< the worst; a failed dispensable rung counts as warned
    qint64 totalMs = 0;
    QDateTime at;
    std::vector<RungResult> rungs;
    Json facts = Json::object();
    bool canceled = false; ///< it did not reach its end: says nothing about the target

    const RungResult *find(const QString &id) const;
    /// Why the target cannot be used, for the exit code: of the first indispensable rung that failed; nothing when none
    /// did.
    std::optional<ErrorKind> failure() const;

    Json toJson() const;      ///< of `check`; a rung that met a machine has its "hostKey"
    Json toStoreJson() const; ///< everything
    static LadderReport fromStoreJson(const Json &value);
};

/// Runs the rungs in order (or only those of `only`); each line it logs is the provisioning log. Cancel ends the
/// current rung and leaves the rest Skipped. `onRung` (may be empty) is called before (Running) and after each, on the
/// calling thread. With `earlier`, the facts and verdicts of rungs that do not run now are taken from there; the report
/// names only what ran.
LadderReport runLadder(const QString &target, const std::vector<Rung> &rungs, const QStringList &only,
                       JobContext &context, const std::function<void(const RungResult &)> &onRung,
                       const LadderReport *earlier = nullptr);

/// The earlier report with the fresh results in place of their older selves, in the order of the rungs.
LadderReport mergeReports(const LadderReport &earlier, const LadderReport &fresh, const std::vector<Rung> &rungs);

} // namespace mooring
