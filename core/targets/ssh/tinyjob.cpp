#include "core/targets/ssh/tinyjob.h"

#include "core/base/text.h"
#include "core/environments/remotescript.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr char kJob[] = "echo mooring-check\nexec sleep 60\n";

constexpr char kSteps[] = R"(R=$1
umask 077
clean() {
    case $R in
    */runs/check-*) rm -rf "$R" ;;
    esac
    rmdir "${R%/*}" 2>/dev/null && rmdir "${R%/runs/*}" 2>/dev/null
}
trap clean EXIT
step() { printf '@@%s\n' "$1"; }
sh -c "$prepare" prepare.sh "$R" || exit 0
step prepared
mkdir "$R/code" && printf '%s' "$sup" >"$R/sup.sh" && printf '%s' "$cancel" >"$R/cancel.sh" && printf '%s' "$job" >"$R/job.sh" &&
    printf 'time_limit=60\n' >"$R/sup.conf" || exit 0
sh -c "$launch" launch.sh "$R" || exit 0
step launched
tries=0
until grep -q mooring-check "$R/user_logs/std_log.txt" 2>/dev/null; do
    tries=$((tries + 1))
    [ "$tries" -lt 100 ] || break
    sleep 0.02 2>/dev/null || sleep 1
done
cat "$R/user_logs/std_log.txt"
step state
sh -c "$state" state.sh "$R"
step cancel
sh -c "$cancel" cancel.sh "$R" 2 cancel check
step after
sh -c "$state" state.sh "$R"
step end
)";

QString tr(const char *text) { return QCoreApplication::translate("mooring::Ssh", text); }

QByteArray assignment(const char *name, const QByteArray &text)
{
    return QByteArray(name) + '=' + shellQuote(text) + '\n';
}

/// The lines between "@@name" and the next mark; nothing when it did not come so far.
std::optional<QByteArray> section(const QByteArray &output, const QByteArray &name)
{
    const qsizetype from = output.indexOf("@@" + name + '\n');
    if (from < 0)
        return {};
    const qsizetype begin = from + name.size() + 3;
    const qsizetype to = output.indexOf("@@", begin);
    return output.mid(begin, to < 0 ? -1 : to - begin);
}

std::optional<RunFacts> factsIn(const std::optional<QByteArray> &text, const QString &id)
{
    const auto facts = text ? parseHostFacts(*text) : Result<HostFacts>(Error::canceled());
    if (!facts || !facts->runs.contains(id))
        return {};
    return facts->runs.at(id);
}

} // namespace

QByteArray tinyJobScript()
{
    return assignment("prepare", remoteScript(u"prepare.sh"_s)) + assignment("launch", remoteScript(u"launch.sh"_s)) +
           assignment("sup", remoteScript(u"sup.sh"_s)) + assignment("cancel", remoteScript(u"cancel.sh"_s)) +
           assignment("state", remoteScript(u"state.sh"_s)) + assignment("job", kJob) + kSteps;
}

TinyJob parseTinyJob(const QByteArray &output, const QString &runFolder)
{
    const QString id = runFolder.section(u'/', -1);
    TinyJob job;
    job.prepared = section(output, "prepared").has_value();
    const auto launched = section(output, "launched");
    job.launched = launched.has_value();
    job.printed = launched && launched->contains("mooring-check");
    if (const auto facts = factsIn(section(output, "state"), id))
        job.running = facts->pid && !facts->liveState.isEmpty() && facts->liveStart == facts->start;
    if (const auto cancel = section(output, "cancel"))
        job.report = hostscripts::parseProcessReport(*cancel, &job.canceled);
    if (const auto facts = factsIn(section(output, "after"), id))
        job.ended = facts->exit.has_value() && facts->cancel;
    return job;
}

QString TinyJob::problem() const
{
    if (!prepared)
        return tr("the folder of the run could not be made");
    if (!launched)
        return tr("the supervisor did not start");
    if (!printed)
        return tr("the job printed nothing");
    if (!running)
        return tr("the job was not seen running");
    if (!canceled || !ended)
        return tr("the job could not be canceled");
    return tr("processes of the job are left");
}

} // namespace mooring
