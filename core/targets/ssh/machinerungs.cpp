#include "core/targets/ssh/sshrungs.h"

#include "core/base/text.h"

#include <QCoreApplication>

#include <cmath>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kScarce = 1'000'000'000;
constexpr qint64 kTooLittle = 200'000'000; ///< code and outputs of a small run
constexpr qint64 kClockTolerance = 5000;

QString tr(const char *text) { return QCoreApplication::translate("mooring::Ssh", text); }

std::optional<qint64> kib(const Answers &answers, const char *name)
{
    const auto value = answers.number(name);
    return value ? std::optional(*value * 1024) : std::nullopt;
}

bool looksLikeWindows(const Error &error)
{
    return error.cause.contains(u"is not recognized"_s) || error.cause.contains(u"CommandNotFound"_s);
}

RungResult noShell(const Error &error, const QString &asked)
{
    auto result = failedBy(error, asked);
    result.failure = ErrorKind::RungFailed;
    if (looksLikeWindows(error)) {
        result.answered = tr("This looks like Windows. Runs need a POSIX shell and Linux.");
        result.fix.clear();
    } else if (error.code == u"ssh.noShell" && result.fix.isEmpty()) {
        result.fix = tr("Use an account with a login shell. One that only copies files cannot start runs.");
    }
    return result;
}

RungResult lookAtShell(SshCheck &check, const Json &, JobContext &context)
{
    const QString asked = u"exec sh -s"_s;
    const auto answer = check.ask(SshCheck::Part::Machine, context.cancelToken());
    if (!answer)
        return noShell(answer.error(), asked);
    const auto machine = check.machine(context.cancelToken());
    if (!machine)
        return failedBy(machine.error(), asked);
    const QString home = machine->text("home");
    const Json facts{{"home", textOrNull(home)},
                     {"user", textOrNull(machine->text("user"))},
                     {"loginShell", textOrNull(machine->text("shell"))}};
    if (!home.startsWith(u'/'))
        return RungResult::of(Verdict::Failed, asked, tr("The account has no home folder.")).withFacts(facts);
    if (answer->noise.trimmed().isEmpty())
        return RungResult::of(Verdict::Passed, asked, machine->text("shell")).withFacts(facts);
    return RungResult::of(Verdict::Warned, asked,
                          tr("Start files print text without a terminal: %1").arg(plainLine(answer->noise)))
        .withFixCommand(u"case $- in *i*) ;; *) return ;; esac"_s)
        .withFacts(facts);
}

Json systemFacts(const Answers &machine)
{
    return {{"system", textOrNull(machine.text("system"))},
            {"kernel", textOrNull(machine.text("kernel"))},
            {"arch", textOrNull(machine.text("machine"))},
            {"hostName", textOrNull(machine.text("host"))},
            {"osId", textOrNull(machine.text("osId"))},
            {"osName", textOrNull(machine.text("osName"))},
            {"osVersion", textOrNull(machine.text("osVersion"))},
            {"machineId", toStd(machine.text("machineId"))}, // "" says: it has none; absent: not looked at
            {"cores", intOrNull(machine.number("cores"))},
            {"load", textOrNull(machine.text("load"))},
            {"memoryTotal", intOrNull(kib(machine, "memoryTotalKib"))},
            {"memoryAvailable", intOrNull(kib(machine, "memoryAvailableKib"))}};
}

RungResult lookAtSystem(SshCheck &check, const Json &, JobContext &context)
{
    const QString asked = u"uname -srm; cat /etc/os-release; nproc; cat /proc/meminfo"_s;
    const auto machine = check.machine(context.cancelToken());
    if (!machine)
        return failedBy(machine.error(), asked);
    const QString system = machine->text("system");
    QString name = machine->text("osName");
    QStringList parts{name.isEmpty() ? u"%1 %2"_s.arg(system, machine->text("kernel")) : name,
                      machine->text("machine")};
    if (const auto cores = machine->number("cores"))
        parts << QCoreApplication::translate("mooring::Ssh", "%n cores", nullptr, int(*cores));
    if (const auto memory = kib(*machine, "memoryTotalKib"))
        parts << humanSize(*memory);
    const QString text = parts.join(u", "_s);
    const Json facts = systemFacts(*machine);
    if (system != u"Linux")
        return RungResult::of(Verdict::Failed, asked, text)
            .withFix(tr("Runs need Linux: they are watched through /proc."))
            .withFacts(facts);
    if (machine->text("osId") == u"ubuntu")
        return RungResult::of(Verdict::Passed, asked, text).withFacts(facts);
    return RungResult::of(Verdict::Warned, asked, text)
        .withFix(tr("Runs from here work. Azure ML itself supports Ubuntu only."))
        .withFacts(facts);
}

QString difference(qint64 ms)
{
    const QString text = humanDuration(std::abs(ms));
    return ms > 0 ? tr("%1 ahead of this computer").arg(text) : tr("%1 behind this computer").arg(text);
}

RungResult lookAtClock(SshCheck &check, const Json &, JobContext &context)
{
    const QString asked = u"date +%s%3N"_s;
    const auto machine = check.machine(context.cancelToken());
    if (!machine)
        return failedBy(machine.error(), asked);
    if (!machine->number("now"))
        return RungResult::of(Verdict::Warned, asked, tr("the system does not say"));
    const qint64 offset = check.clockOffset();
    const Json facts{{"clockOffsetMs", offset}};
    if (offset == 0)
        return RungResult::of(Verdict::Passed, asked, tr("as on this computer")).withFacts(facts);
    if (std::abs(offset) < kClockTolerance)
        return RungResult::of(Verdict::Passed, asked, difference(offset)).withFacts(facts);
    return RungResult::of(Verdict::Warned, asked, difference(offset))
        .withFixCommand(u"sudo timedatectl set-ntp true"_s)
        .withFacts(facts);
}

RungResult lookAtSpace(SshCheck &check, const Json &, JobContext &context)
{
    const auto machine = check.machine(context.cancelToken());
    const QString folder = machine ? machine->text("workFolder") : QString();
    const QString asked = u"df -Pk %1 %2"_s.arg(folder, machine ? machine->text("tempPlace") : u"/tmp"_s);
    if (!machine)
        return failedBy(machine.error(), asked);
    const auto free = kib(*machine, "workFreeKib"), total = kib(*machine, "workTotalKib");
    const auto temp = kib(*machine, "tempFreeKib");
    const Json facts{{"workFolder", textOrNull(folder)},
                     {"diskFree", intOrNull(free)},
                     {"diskTotal", intOrNull(total)},
                     {"tempFree", intOrNull(temp)}};
    if (machine->text("workWritable") == u"no")
        return RungResult::of(Verdict::Failed, asked, tr("%1 cannot be written.").arg(machine->text("workPlace")))
            .withFix(tr("Choose another working folder, or give the account the right to write there."))
            .withFacts(facts);
    if (!free || !temp)
        return RungResult::of(Verdict::Warned, asked, tr("the system does not say")).withFacts(facts);
    const QString text = tr("%1 of %2 free, %3 for temporary files")
                             .arg(humanSize(*free), humanSize(total.value_or(*free)), humanSize(*temp));
    if (*free < kTooLittle)
        return RungResult::of(Verdict::Failed, asked, text)
            .withFix(tr("Make room in %1.").arg(machine->text("workPlace")))
            .withFacts(facts);
    if (*free < kScarce || *temp < kTooLittle || machine->text("tempWritable") == u"no")
        return RungResult::of(Verdict::Warned, asked, text)
            .withFix(
                tr("Make room in %1.").arg(*free < kScarce ? machine->text("workPlace") : machine->text("tempPlace")))
            .withFacts(facts);
    return RungResult::of(Verdict::Passed, asked, text).withFacts(facts);
}

} // namespace

void addMachineRungs(RungList &rungs, const SharedCheck &check)
{
    using Act = RungResult (*)(SshCheck &, const Json &, JobContext &);
    const auto add = [&](const QString &id, const QString &title, Act act, const QString &need) {
        rungs.push_back({id,
                         title,
                         [check, act](const Json &facts, JobContext &context) { return act(*check, facts, context); },
                         false,
                         {need}});
    };
    add(u"shell"_s, tr("Clean shell"), lookAtShell, u"signIn"_s);
    add(u"system"_s, tr("System"), lookAtSystem, u"shell"_s);
    add(u"clock"_s, tr("Clock"), lookAtClock, u"shell"_s);
    add(u"disk"_s, tr("Home and temp space"), lookAtSpace, u"shell"_s);
}

} // namespace mooring
