#include "core/targets/detaching.h"

#include "core/base/text.h"
#include "core/environments/remotescript.h"
#include "core/runs/runfolder.h"
#include "core/runs/runspool.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mooring {

namespace {

QString tr(const char *text, int n = -1) { return QCoreApplication::translate("mooring::Detaching", text, nullptr, n); }

constexpr auto kLookLimit = 300s; ///< sizes of large folders
constexpr auto kRemoveLimit = 1800s;

/// Everything of Mooring on a host stands beside the folder of its runs.
QString workFolder(const RunHost &host) { return QFileInfo(host.runsFolder()).path(); }

QString describe(const Leftover &thing)
{
    return u"%1, %2 (%3)"_s.arg(thing.title(), humanSize(thing.size), thing.path);
}

const Leftover *findSame(const Leftovers &all, const Leftover &thing)
{
    const auto found = std::find_if(all.things.begin(), all.things.end(), [&](const Leftover &other) {
        return other.kind == thing.kind && other.run == thing.run && other.path == thing.path;
    });
    return found == all.things.end() ? nullptr : &*found;
}

RungResult rung(const QString &id, const QString &title, Verdict verdict, const QString &answered, qint64 ms)
{
    RungResult result = RungResult::of(verdict, {}, answered);
    result.id = id;
    result.title = title;
    result.ms = ms;
    return result;
}

} // namespace

QStringList storedSecrets(const TargetRecord &target)
{
    QStringList fields;
    for (const auto &[field, value] : target.settings.items()) {
        if (boolAt(value, "stored"))
            fields << fromStd(field);
    }
    return fields;
}

Result<LeftoversAnswer> Detaching::ask(const QStringList &runs)
{
    auto output = m_host.runScript(remoteScript(u"leftovers.sh"_s), QStringList{workFolder(m_host)} + runs, kLookLimit,
                                   m_context.cancelToken());
    if (!output)
        return output.error();
    auto answer = parseLeftovers(*output);
    if (!answer) {
        return Error::failed(u"host.badAnswer"_s, tr("What %1 said about its leftovers cannot be read.").arg(m_target))
            .withDetail({{"answer", toStd(QString::fromUtf8(output->left(2000)))}});
    }
    return *answer;
}

bool Detaching::isFetched(const QString &run) const
{
    const auto record = m_runs ? m_runs->findRun(run) : Result<RunRecord>(Error::canceled());
    return record && record->outputsFetchedAt.has_value();
}

Leftovers Detaching::describe(const LeftoversAnswer &answer)
{
    const QString folder = workFolder(m_host);
    Leftovers all;
    all.target = m_target;
    all.folder = folder;
    all.others = answer.others;
    all.searched = answer.searched;
    all.containers = answer.containers;
    for (const auto &[pid, run] : answer.processes)
        all.processes.push_back(pid);
    Leftover runs{Leftover::Kind::Runs, {}, {}, m_host.runsFolder(), int(answer.runs.size()), 0};
    std::vector<Leftover> outputs;
    for (const auto &run : answer.runs) {
        auto record = m_runs ? m_runs->findRun(run.id) : Result<RunRecord>(Error::canceled());
        if (run.state == u"live") {
            RunRecord live;
            live.id = live.name = run.id;
            live.state = RunState::Running;
            all.running.push_back(record ? *record : live);
        }
        const bool only = run.outputFiles > 0 && !(record && record->outputsFetchedAt);
        runs.size += run.size - (only ? std::min(run.size, run.outputSize) : 0);
        if (only)
            outputs.push_back({Leftover::Kind::Outputs, run.id, record ? record->name : run.id,
                               RunFolder(m_host.runsFolder(), run.id).outputs(), run.outputFiles, run.outputSize});
    }
    all.runs = int(answer.runs.size());
    if (runs.count > 0)
        all.things.push_back(runs);
    if (answer.environments > 0)
        all.things.push_back({Leftover::Kind::Environments,
                              {},
                              {},
                              folder + u"/environments"_s,
                              answer.environments,
                              answer.environmentsSize});
    for (const auto &[name, size] : answer.stores)
        all.things.push_back({Leftover::Kind::Store, {}, {}, folder + u'/' + name, 1, size});
    all.things.insert(all.things.end(), outputs.begin(), outputs.end());
    return all;
}

Result<Leftovers> Detaching::look()
{
    const auto answer = ask();
    if (!answer)
        return answer.error();
    return describe(*answer);
}

/// What the runs printed stays in the workspace: it is copied before their folders go.
Result<> Detaching::copyLogs(const LeftoversAnswer &answer)
{
    if (m_host.spoolFolder().isEmpty() || !m_runs)
        return {};
    for (const auto &run : answer.runs) {
        const auto record = m_runs->findRun(run.id);
        if (!record)
            continue;
        RunSpool copy(m_host.spoolFolder(), run.id);
        for (int tries = 0;; ++tries) {
            const auto drained = copy.drain(m_host, *record, m_context.cancelToken());
            if (!drained)
                return drained.error();
            if (!drained->busy)
                break;
            if (tries > 100 || m_context.cancelToken().waitFor(100ms))
                return m_context.isCanceled()
                           ? Error::canceled()
                           : Error::failed(u"run.copyBusy"_s, tr("The log of the run %1 is being copied by another "
                                                                 "Mooring.")
                                                                  .arg(record->name));
        }
    }
    return {};
}

bool Detaching::isChosen(const Leftover &thing, const DetachChoices &choices) const
{
    switch (thing.kind) {
    case Leftover::Kind::Runs:
        return choices.runs;
    case Leftover::Kind::Outputs:
        return choices.outputsOf.contains(thing.run);
    case Leftover::Kind::Environments:
    case Leftover::Kind::Store:
        return choices.environments;
    }
    return false;
}

/// Words for remove.sh.
QStringList Detaching::orders(const LeftoversAnswer &answer, const DetachChoices &choices) const
{
    QStringList words;
    for (const auto &run : answer.runs) {
        const bool keepsOutputs = run.outputFiles > 0 && !choices.outputsOf.contains(run.id) && !isFetched(run.id);
        if (choices.runs)
            words << (keepsOutputs ? u"code"_s : u"run"_s) << run.id;
    }
    if (choices.environments) {
        words << u"environments"_s << u"-"_s;
        for (const auto &[name, size] : answer.stores)
            words << u"store"_s << name;
    }
    return words;
}

Result<> Detaching::clean(const DetachChoices &choices, DetachReport &report)
{
    m_context.setStep(u"look"_s, tr("Looking at what Mooring left on %1").arg(m_target));
    const auto answer = ask();
    if (!answer)
        return answer.error();
    const Leftovers before = describe(*answer);
    if (!before.running.empty()) {
        QStringList names;
        for (const RunRecord &run : before.running)
            names << run.name;
        return Error::failed(
                   u"target.runsLive"_s,
                   tr("On %1 there are runs going on: %2. Nothing was removed.").arg(m_target, names.join(u", "_s)))
            .withFix(tr("Cancel them first, or wait for their end."))
            .withDetail({{"runs", stringList(names)}});
    }
    const QStringList words = orders(*answer, choices);
    if (!words.isEmpty()) {
        m_context.setStep(u"copy"_s, tr("Copying what the runs printed"));
        if (auto copied = copyLogs(*answer); !copied)
            return copied;
        m_context.setStep(u"remove"_s, tr("Removing it on %1").arg(m_target));
        auto output = m_host.runScript(remoteScript(u"remove.sh"_s), QStringList{workFolder(m_host)} + words,
                                       kRemoveLimit, m_context.cancelToken());
        if (!output)
            return output.error();
        for (const QByteArray &line : output->split('\n')) {
            const QString text = QString::fromUtf8(line).replace(u'\t', u' ');
            if (!text.isEmpty() && text != u"end")
                m_context.log(text, line.startsWith("removed") ? LogLine::Level::Info : LogLine::Level::Failure);
            if (line.startsWith("refused") || line.startsWith("failed"))
                m_refused << text;
        }
        if (!output->trimmed().endsWith("end"))
            m_refused << tr("The removal did not come to its end.");
    }
    QStringList runs;
    for (const auto &run : answer->runs)
        runs << run.id;
    prove(before, runs, choices, report);
    return {};
}

/// Looks again, over a connection that knows nothing of the first look.
void Detaching::prove(const Leftovers &before, const QStringList &runs, const DetachChoices &choices,
                      DetachReport &report)
{
    m_context.setStep(u"prove"_s, tr("Looking again, over a new connection"));
    m_host.renew();
    QElapsedTimer timer;
    timer.start();
    const auto answer = ask(runs);
    if (!answer) {
        report.proof.push_back(
            rung(u"look"_s, tr("Look again"), Verdict::Failed, answer.error().text(), timer.elapsed()));
        for (const Leftover &thing : before.things) {
            report.fates.push_back({thing, LeftoverFate::What::StillThere, tr("not seen again")});
            report.left << tr("perhaps: %1").arg(::mooring::describe(thing));
        }
        return;
    }
    const Leftovers after = describe(*answer);
    bool asChosen = true;
    for (const Leftover &thing : before.things) {
        const Leftover *now = findSame(after, thing);
        LeftoverFate fate{thing, LeftoverFate::What::LeftAsChosen, tr("left, as chosen")};
        if (!now)
            fate = {thing, LeftoverFate::What::Removed, tr("looked again: not there")};
        else if (thing.kind == Leftover::Kind::Runs && choices.runs && m_refused.isEmpty())
            fate = {thing, LeftoverFate::What::Removed, tr("looked again: only outputs that were to stay")};
        else if (isChosen(thing, choices))
            fate = {thing, LeftoverFate::What::StillThere, tr("looked again: still there")};
        asChosen = asChosen && fate.what != LeftoverFate::What::StillThere;
        (fate.what == LeftoverFate::What::Removed ? report.removed : report.left) << ::mooring::describe(thing);
        report.fates.push_back(std::move(fate));
    }
    const qint64 ms = timer.elapsed();
    if (after.searched)
        report.proof.push_back(
            rung(u"processes"_s, tr("No process left"),
                 after.processes.empty() && after.containers.isEmpty() ? Verdict::Passed : Verdict::Failed,
                 tr("%n process(es) of runs", int(after.processes.size())) + u", "_s +
                     tr("%n container(s)", int(after.containers.size())),
                 ms));
    else
        report.proof.push_back(rung(u"processes"_s, tr("No process left"), Verdict::Skipped,
                                    tr("the machine does not let Mooring look"), ms));
    report.proof.push_back(rung(u"folder"_s, tr("Mooring’s folder"), asChosen ? Verdict::Passed : Verdict::Failed,
                                asChosen ? (answer->missing ? tr("%1 is gone").arg(before.folder) : tr("as listed"))
                                         : m_refused.join(u"; "_s),
                                ms));
    if (!answer->missing && !report.left.isEmpty())
        report.removeCommand = shellCommand({u"rm"_s, u"-r"_s, before.folder});
}

} // namespace mooring
