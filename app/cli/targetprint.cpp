#include "app/cli/targetprint.h"

#include "core/base/text.h"

#include <QCoreApplication>

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::TargetCommands", text); }

/// Of a ladder that failed for the host key, where that has to be told as an error too: its code and what was seen.
std::optional<Error> hostKeyError(const LadderReport &report, bool expected)
{
    for (const RungResult &rung : report.rungs) {
        if (rung.verdict != Verdict::Failed || rung.question != u"hostKey")
            continue;
        const Json seen = rung.facts.value("hostKey", Json::object());
        const QString verdict = stringAt(seen, "verdict");
        const QString code = verdict == u"changed"   ? QStringLiteral("ssh.hostKeyChanged")
                             : verdict == u"revoked" ? QStringLiteral("ssh.hostKeyRevoked")
                             : expected              ? QStringLiteral("ssh.hostKeyUnexpected")
                                                     : QStringLiteral("ssh.hostKeyUnknown");
        return Error::of(ErrorKind::SignIn, code, rung.answered).withFix(rung.fix).withDetail({{"hostKey", seen}});
    }
    return {};
}

} // namespace

int concluded(const Output &out, const LadderReport &report, bool expected)
{
    const auto failure = report.failure();
    if (!failure)
        return 0;
    if (const auto error = hostKeyError(report, expected); error && out.json)
        return out.fail(*error);
    return exitCodeOf(Error::of(*failure, {}, {}));
}

void printLadder(const Output &out, const LadderReport &report)
{
    std::vector<QStringList> rows{{tr("Check"), tr("Verdict"), tr("Time"), tr("Answer")}};
    for (const RungResult &rung : report.rungs) {
        rows.push_back({rung.title, toText(rung.verdict), humanDuration(rung.ms), rung.answered});
        if (!rung.fix.isEmpty())
            rows.push_back({QString(), tr("Fix"), QString(), rung.fix});
    }
    out.table(rows);
}

void printDetach(const Output &out, const DetachReport &report)
{
    out.text(tr("Detached: %1").arg(report.target));
    for (const QString &thing : report.removed)
        out.text(tr("Removed: %1").arg(thing));
    for (const QString &thing : report.left)
        out.text(tr("Left: %1").arg(thing));
    for (const RungResult &rung : report.proof)
        out.text(QStringLiteral("%1: %2 (%3)").arg(rung.title, toText(rung.verdict), rung.answered));
    if (!report.removeCommand.isEmpty())
        out.text(tr("To remove the rest, on that machine: %1").arg(report.removeCommand));
}

} // namespace mooring
