#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/runs/runfolder.h"
#include "core/runs/runservice.h"
#include "core/runs/runspool.h"
#include "core/runs/spoolhost.h"
#include "core/runs/submitter.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::RunService", text); }

} // namespace

QString RunFiles::ageSentence(const QString &target) const
{
    if (!isCopy || !trouble)
        return {};
    if (!copiedAt)
        return tr("Nothing of this run was copied from %1 yet.").arg(target) + u' ' + trouble->text();
    return tr("This is what %1 had %2 ago.").arg(target, humanDuration(copiedAt->msecsTo(nowUtc()))) + u' ' +
           trouble->text();
}

/// Empty: the run is on this computer.
QString RunService::spoolOf(const RunRecord &run, RunHost *host) const
{
    if (host)
        return host->spoolFolder();
    return !m_spoolFolder.isEmpty() && RunSpool(m_spoolFolder, run.id).exists() ? m_spoolFolder : QString();
}

Result<RunFiles> RunService::files(const RunRecord &run)
{
    auto host = hostOf(run);
    const QString spool = spoolOf(run, host ? host->get() : nullptr);
    RunFiles files;
    if (spool.isEmpty()) {
        if (!host)
            return host.error();
        files.host = *host;
        files.folder = files.hostFolder = RunFolder((*host)->runsFolder(), run.id).path();
        return files;
    }
    const RunSpool copy(spool, run.id);
    const SpoolState state = copy.state();
    files.host = std::make_shared<SpoolHost>(spool);
    files.folder = copy.folder();
    files.hostFolder = state.hostFolder;
    files.isCopy = true;
    files.isComplete = state.complete;
    files.copiedAt = copy.lookedAt();
    files.notices = state.notices();
    if (!host && !state.complete)
        files.trouble = host.error();
    if (!state.complete)
        wantCopy(run);
    return files;
}

Result<RunFiles> RunService::freshFiles(const RunRecord &run, const CancelToken &cancel)
{
    auto before = files(run);
    if (!before || !before->isCopy || before->isComplete || before->trouble)
        return before;
    auto host = hostOf(run);
    if (!host)
        return before;
    RunSpool copy((*host)->spoolFolder(), run.id);
    Result<RunSpool::Drained> drained = copy.drain(**host, run, cancel);
    for (int tries = 0; drained && drained->busy && tries < 50; ++tries) { // who is at it will soon be through
        if (cancel.waitFor(100ms))
            return Error::canceled();
        drained = copy.drain(**host, run, cancel);
    }
    if (cancel.isCanceled())
        return Error::canceled();
    auto after = files(run);
    if (after && !drained)
        after->trouble = drained.error();
    else if (after && drained->busy)
        after->trouble =
            Error::failed(u"run.copyBusy"_s, tr("Another Mooring is copying what the run printed just now."));
    return after;
}

void RunService::wantCopy(const RunRecord &run)
{
    const std::lock_guard lock(m_mutex);
    m_wanted.insert(run.id, run.settings.target);
}

/// Of runs that ended while nobody was there to copy the rest.
void RunService::findUnfinishedCopies()
{
    {
        const std::lock_guard lock(m_mutex);
        if (std::exchange(m_searchedCopies, true) || m_spoolFolder.isEmpty())
            return;
    }
    for (const QString &id : QDir(m_spoolFolder).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (RunSpool(m_spoolFolder, id).state().complete)
            continue;
        if (const auto run = m_book.findRun(id); run && isEnded(run->state))
            wantCopy(*run);
    }
}

Result<QStringList> RunService::busyTargets()
{
    const auto live = m_book.liveRuns();
    if (!live)
        return live.error();
    findUnfinishedCopies();
    QSet<QString> targets;
    for (const RunRecord &run : *live)
        targets.insert(run.settings.target);
    const std::lock_guard lock(m_mutex);
    for (const QString &target : m_wanted)
        targets.insert(target);
    return QStringList(targets.begin(), targets.end());
}

/// What came. A copy that cannot be made now is made by the next look.
qint64 RunService::copyRuns(const QString &target, const std::vector<RunRecord> &live, const CancelToken &cancel)
{
    auto host = m_hostOf(target);
    if (!host || (*host)->spoolFolder().isEmpty())
        return 0;
    std::vector<RunRecord> runs;
    for (const RunRecord &run : live) {
        if (!Submitter::isAtWork(run.id, run.submitter)) // its folder is still being made
            runs.push_back(run);
    }
    QStringList others;
    {
        const std::lock_guard lock(m_mutex);
        for (auto wanted = m_wanted.cbegin(); wanted != m_wanted.cend(); ++wanted) {
            if (wanted.value() == target)
                others << wanted.key();
        }
    }
    for (const QString &id : others) {
        if (std::any_of(runs.begin(), runs.end(), [&](const RunRecord &run) { return run.id == id; }))
            continue;
        if (auto run = m_book.findRun(id))
            runs.push_back(*run);
    }
    qint64 bytes = 0;
    for (const RunRecord &run : runs) {
        RunSpool copy((*host)->spoolFolder(), run.id);
        const auto drained = copy.drain(**host, run, cancel);
        if (!drained && drained.error().code != u"file.diskFull")
            break; // the host is gone, or we are
        bytes += drained ? drained->bytes : 0;
        const bool wanted = isEnded(run.state) && !copy.state().complete;
        const std::lock_guard lock(m_mutex);
        if (wanted)
            m_wanted.insert(run.id, target);
        else
            m_wanted.remove(run.id);
    }
    return bytes;
}

Result<TargetLook> RunService::lookAt(const QString &target, const CancelToken &cancel)
{
    auto live = m_book.liveRuns();
    if (!live)
        return live.error();
    std::erase_if(*live, [&](const RunRecord &run) { return run.settings.target != target; });
    TargetLook look;
    if (!live->empty()) {
        auto fresh = refreshAll(std::move(*live), cancel, &look.reached);
        if (!fresh)
            return fresh.error();
        look.runs = std::move(*fresh);
    }
    const auto host = m_hostOf(target);
    look.isRemote = host && !(*host)->spoolFolder().isEmpty();
    if (!look.reached)
        return look;
    if (isAdoptionDue(target)) {
        if (auto adopted = adoptRuns(target, cancel); !adopted && cancel.isCanceled())
            return adopted.error();
    }
    if (look.isRemote)
        look.copied = copyRuns(target, look.runs, cancel);
    return look;
}

} // namespace mooring
