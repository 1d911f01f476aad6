#include "ui/runs/phasecells.h"

#include "core/base/text.h"
#include "core/runs/runphases.h"
#include "ui/workspace/stateglyphs.h"

#include <QCoreApplication>

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::PhaseCells", text); }

QString phaseTitle(const QString &phase)
{
    if (phase == u"snapshot")
        return tr("Snapshot");
    if (phase == u"environment")
        return tr("Environment");
    if (phase == u"queue")
        return tr("Queue");
    return phase == u"run" ? tr("Run") : tr("Outputs");
}

/// "0.8 s" below a minute, then "11:41" or "1:02:03": no word, so that a running number keeps its place.
QString clockText(qint64 ms)
{
    if (ms < 60000)
        return humanDuration(ms);
    const qint64 s = ms / 1000;
    const auto two = [](qint64 n) { return QStringLiteral("%1").arg(n, 2, 10, QLatin1Char('0')); };
    return s < 3600 ? QStringLiteral("%1:%2").arg(s / 60).arg(two(s % 60))
                    : QStringLiteral("%1:%2:%3").arg(s / 3600).arg(two(s / 60 % 60), two(s % 60));
}

const Json *findPhase(const Json &phases, const QString &name)
{
    for (const Json &phase : phases) {
        if (stringAt(phase, "phase") == name)
            return &phase;
    }
    return nullptr;
}

/// The glyph of a phase that began: over, going on, or where the run stopped.
Glyph phaseGlyph(const RunRecord &run, const QString &name, bool ended, bool last)
{
    if (last && isEnded(run.state) && run.state != RunState::Completed)
        return name == u"outputs" ? Glyph::Good : glyphOf(run.state);
    if (ended || isEnded(run.state))
        return Glyph::Good;
    if (run.state == RunState::Unknown)
        return Glyph::Unknown;
    if (name == u"run")
        return run.state == RunState::CancelRequested ? Glyph::Canceling : Glyph::Running;
    return name == u"queue" ? Glyph::Waiting : name == u"outputs" ? Glyph::Finalizing : Glyph::Preparing;
}

/// What the record knows of a phase that left no note.
QString noteOf(const RunRecord &run, const QString &phase)
{
    if (phase == u"snapshot" && run.snapshot.contains("files")) {
        const qint64 files = intAt(run.snapshot, "files");
        return QCoreApplication::translate("mooring::PhaseCells", "%n file(s), %1", nullptr, int(files))
            .arg(humanSize(intAt(run.snapshot, "totalSize")));
    }
    if (phase == u"outputs" && isEnded(run.state) && run.outputSize)
        return *run.outputSize > 0 ? tr("%1 kept").arg(humanSize(*run.outputSize)) : tr("nothing to keep");
    return {};
}

} // namespace

QStringList runPhaseNames()
{
    return {QStringLiteral("snapshot"), QStringLiteral("environment"), QStringLiteral("queue"), QStringLiteral("run"),
            QStringLiteral("outputs")};
}

std::vector<PhaseCell> phaseCells(const RunRecord &run, const std::map<QString, qint64> &usual, const QDateTime &now)
{
    const QString stopped = reachedPhase(run.phases);
    std::vector<PhaseCell> cells;
    for (const QString &name : runPhaseNames()) {
        PhaseCell cell;
        cell.name = phaseTitle(name);
        const auto known = usual.find(name);
        if (known != usual.end())
            cell.usual = tr("usual %1").arg(humanDuration(known->second));
        const Json *phase = findPhase(run.phases, name);
        const auto startedAt = phase ? timeAt(*phase, "startedAt") : std::nullopt;
        if (startedAt) {
            const auto endedAt = timeAt(*phase, "endedAt");
            const qint64 ms = std::max<qint64>(0, startedAt->msecsTo(endedAt ? *endedAt : run.endedAt.value_or(now)));
            cell.glyph = phaseGlyph(run, name, endedAt.has_value(), name == stopped);
            cell.elapsed = clockText(ms);
            cell.note = stringAt(*phase, "note");
            if (cell.note.isEmpty())
                cell.note = noteOf(run, name);
            cell.part = cell.glyph == Glyph::Good                   ? 1
                        : known != usual.end() && known->second > 0 ? double(ms) / double(known->second)
                                                                    : -1;
        }
        cells.push_back(std::move(cell));
    }
    return cells;
}

} // namespace mooring
