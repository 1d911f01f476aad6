#include "core/targets/ssh/sshrungs.h"

#include "core/base/ids.h"
#include "core/base/text.h"
#include "core/targets/ssh/tinyjob.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRandomGenerator>

namespace mooring {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kAnswerLimit = 30s;
constexpr qsizetype kSampleSize = 64 * 1024;

QString tr(const char *text) { return QCoreApplication::translate("mooring::Ssh", text); }

// --- files

constexpr char kEchoScript[] = R"(umask 077
folder=$1
made=
[ -d "$folder" ] || { mkdir -p "$folder" && made=1; } || exit 1
file=$folder/.check-$$
trap 'rm -f "$file"; [ -z "$made" ] || rmdir "$folder" 2>/dev/null' EXIT
cat >"$file" || exit 1
if command -v sha256sum >/dev/null 2>&1; then sha256sum <"$file"; else shasum -a 256 <"$file"; fi
cat "$file"
)";

QByteArray randomBytes()
{
    QByteArray bytes(kSampleSize, Qt::Uninitialized);
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / 4);
    return bytes;
}

bool answersSftp(SshCheck &check, const CancelToken &cancel)
{
    const auto connection = check.link().connection(cancel);
    return connection && (*connection)->sftpSize(".", cancel).ok();
}

/// Without a shell: all that can be told is whether files can be copied at all.
RungResult transferBySftp(SshCheck &check, JobContext &context)
{
    const QString asked = u"sftp"_s;
    const bool works = answersSftp(check, context.cancelToken());
    const Json facts{{"sftp", works}};
    if (!works)
        return RungResult::of(Verdict::Failed, asked, tr("neither a shell nor SFTP answers")).withFacts(facts);
    return RungResult::of(Verdict::Warned, asked, tr("SFTP answers: files can be copied, runs cannot be started"))
        .withFacts(facts);
}

RungResult transferFiles(SshCheck &check, const Json &facts, JobContext &context)
{
    const QString asked = u"cat >FILE; sha256sum FILE; cat FILE; rm FILE"_s;
    const auto machine = check.machine(context.cancelToken());
    if (!machine && machine.error().code == u"ssh.noShell")
        return transferBySftp(check, context);
    const auto folder = machine ? check.workFolder(facts) : machine.error();
    if (!folder)
        return failedBy(folder.error(), asked);
    const QByteArray sample = randomBytes();
    QByteArray left = sample, came;
    const auto answer = check.shell().stream(
        kEchoScript, {*folder}, [&left]() -> Result<QByteArray> { return std::exchange(left, {}); },
        [&came](const QByteArray &piece) -> Result<> {
            came += piece.left(kSampleSize * 2);
            return {};
        },
        kAnswerLimit, context.cancelToken());
    if (!answer)
        return failedBy(answer.error(), asked);
    if (answer->exitCode != 0)
        return RungResult::of(Verdict::Failed, asked, plainLine(answer->errors.trimmed()));
    const QByteArray hash = QCryptographicHash::hash(sample, QCryptographicHash::Sha256).toHex();
    if (!came.startsWith(hash) || came.mid(came.indexOf('\n') + 1) != sample)
        return RungResult::of(Verdict::Failed, asked, tr("what came back is not what was sent"));
    const QStringList tools = machine->all("tool");
    const bool hasTar = tools.contains(u"tar"_s), hasPython = tools.contains(u"python3"_s);
    const bool hasSftp = answersSftp(check, context.cancelToken());
    const Json found{{"tar", hasTar}, {"sftp", hasSftp}};
    if (!hasTar && !hasPython)
        return RungResult::of(Verdict::Failed, asked, tr("neither tar nor Python is there to take files in"))
            .withFixCommand(u"sudo apt-get install tar"_s)
            .withFacts(found);
    QStringList ways{hasPython ? tr("only what changed is sent") : tr("without Python, all files are sent each time")};
    if (hasSftp)
        ways << u"SFTP"_s;
    return RungResult::of(Verdict::Passed, asked,
                          tr("%1 there and back, same hash; %2").arg(humanSize(kSampleSize), ways.join(u", "_s)))
        .withFacts(found);
}

// --- a process that outlives its connection

constexpr char kStartScript[] = R"(if command -v setsid >/dev/null 2>&1; then
    setsid sleep 60 </dev/null >/dev/null 2>&1 &
else
    nohup sleep 60 </dev/null >/dev/null 2>&1 &
fi
pid=$!
{ read -r line </proc/$pid/stat; } 2>/dev/null
set -- ${line##*) }
printf 'pid\t%s\nstart\t%s\n' "$pid" "${20}"
)";

constexpr char kLookScript[] = R"(pid=$1 begun=$2
line=
{ read -r line </proc/$pid/stat; } 2>/dev/null
set -- ${line##*) }
if [ -n "$line" ] && [ "${20}" = "$begun" ] && [ "$1" != Z ]; then
    echo 'lives	1'
    kill "$pid"
else
    echo 'lives	0'
fi
)";

/// Starts it over a connection of its own, which is closed at once.
Result<Answers> startAndLeave(SshCheck &check, const CancelToken &cancel)
{
    auto connection = check.dialAgain(cancel);
    if (!connection)
        return connection.error();
    auto link = std::make_shared<SshLink>([](const CancelToken &) -> Result<std::shared_ptr<SshConnection>> {
        return Error::failed(u"ssh.lost"_s, tr("The second connection was lost."));
    });
    link->adopt(std::move(*connection));
    auto answer = RemoteShell(link).run(kStartScript, {}, kAnswerLimit, cancel);
    link->drop();
    if (!answer)
        return answer.error();
    return Answers::parse(answer->output);
}

bool killsProcesses(const Answers &machine)
{
    const QString word = machine.text("killUserProcesses").toLower();
    return word == u"yes" || word == u"true" || word == u"1" || word == u"on";
}

RungResult diesWithConnection(const QString &asked, const Answers &machine)
{
    auto result =
        RungResult::of(Verdict::Failed, asked,
                       killsProcesses(machine) ? tr("ended with its connection: KillUserProcesses=yes in logind.conf")
                                               : tr("ended with its connection"))
            .withFacts({{"outlives", false}});
    if (killsProcesses(machine))
        return std::move(result).withFixCommand(
            u"printf '[Login]\\nKillExcludeUsers=root %1\\n' | sudo tee /etc/systemd/logind.conf.d/mooring.conf"_s.arg(
                machine.text("user")));
    return std::move(result).withFix(tr("Ask who runs the machine to let processes go on after the sign-out."));
}

RungResult outlive(SshCheck &check, const Json &, JobContext &context)
{
    const QString asked = u"setsid sleep 60 & exit; kill -0 PID"_s;
    const CancelToken &cancel = context.cancelToken();
    const auto machine = check.machine(cancel);
    if (!machine)
        return failedBy(machine.error(), asked);
    const auto begun = startAndLeave(check, cancel);
    if (!begun && begun.error().kind == ErrorKind::SignIn) {
        return RungResult::of(
            Verdict::Warned, asked,
            tr("not tried: a second sign-in would ask again. KillUserProcesses is %1")
                .arg(machine->text("killUserProcesses").isEmpty() ? u"–"_s : machine->text("killUserProcesses")));
    }
    if (!begun)
        return failedBy(begun.error(), asked);
    if (cancel.waitFor(SshCheck::endOfSession))
        return failedBy(Error::canceled(), asked);
    const auto answer =
        check.shell().run(kLookScript, {begun->text("pid"), begun->text("start")}, kAnswerLimit, cancel);
    if (!answer)
        return failedBy(answer.error(), asked);
    if (Answers::parse(answer->output).text("lives") != u"1")
        return diesWithConnection(asked, *machine);
    return RungResult::of(Verdict::Passed, asked, tr("went on after its connection had ended"))
        .withFacts({{"outlives", true}});
}

// --- a job

RungResult runTinyJob(SshCheck &check, const Json &facts, JobContext &context)
{
    const QString asked = u"prepare.sh; launch.sh; state.sh; cancel.sh"_s;
    const auto folder = check.workFolder(facts);
    if (!folder)
        return failedBy(folder.error(), asked);
    const QString run = *folder + u"/runs/check-"_s + randomWord(10);
    const auto answer = check.shell().run(tinyJobScript(), {run}, kAnswerLimit, context.cancelToken());
    if (!answer)
        return failedBy(answer.error(), asked);
    const TinyJob job = parseTinyJob(answer->output, run);
    if (job.works())
        return RungResult::of(Verdict::Passed, asked, tr("started, printed, canceled; none of its processes is left"));
    return RungResult::of(Verdict::Failed, asked, tr("%1: %2").arg(job.problem(), plainLine(answer->errors.trimmed())));
}

} // namespace

void addProvingRungs(RungList &rungs, const SharedCheck &check)
{
    using Act = RungResult (*)(SshCheck &, const Json &, JobContext &);
    const auto add = [&](const QString &id, const QString &title, Act act, bool dispensable, const QString &need) {
        rungs.push_back({id,
                         title,
                         [check, act](const Json &facts, JobContext &context) { return act(*check, facts, context); },
                         dispensable,
                         {need}});
    };
    add(u"transfer"_s, tr("File transfer"), transferFiles, false, u"signIn"_s);
    add(u"outlives"_s, tr("Outliving process"), outlive, true, u"shell"_s);
    add(u"tinyJob"_s, tr("Tiny job"), runTinyJob, false, u"shell"_s);
}

} // namespace mooring
