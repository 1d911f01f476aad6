#include "ui/runs/runlook.h"

#include "core/base/text.h"
#include "core/runs/metricsreader.h"
#include "core/runs/outputfetch.h"
#include "core/runs/runfolder.h"
#include "core/runs/runphases.h"
#include "core/workspace/workspace.h"
#include "ui/runs/phasecells.h"

namespace mooring {

namespace {

constexpr qint64 kTail = 256 * 1024;

QString tr(const char *text) { return QCoreApplication::translate("mooring::RunLook", text); }

} // namespace

RunLook::RunLook(Workspace &workspace, RunService &runs, const QString &runId)
    : m_workspace(workspace), m_runs(runs), m_runId(runId)
{
}
RunLook::~RunLook() = default;

RunView RunLook::look(const CancelToken &cancel)
{
    const std::lock_guard lock(m_mutex);
    RunView view;
    const auto record = m_workspace.findRun(m_runId);
    if (!record) {
        view.failed = true;
        view.error = record.error();
        return view;
    }
    view.record = *record;
    if (m_last && m_last->record.state == record->state &&
        m_last->record.outputsFetchedAt == record->outputsFetchedAt) {
        view = *m_last;
        view.record = *record;
        if (record->state == RunState::Canceled && !view.proof) // it is written after the end
            view.proof = m_last->proof = findCancelProof(tailOf(QStringLiteral("provisioning"), cancel));
        return view;
    }
    lookAtUsual(view);
    lookAtFiles(view, cancel);
    if (isEnded(record->state) && !view.failed && m_isComplete)
        m_last = view;
    return view;
}

void RunLook::lookAtUsual(RunView &view)
{
    if (!std::exchange(m_usualKnown, true)) {
        for (const QString &phase : runPhaseNames()) {
            if (const auto usual = m_workspace.usualPhaseMs(view.record.settings.target, phase); usual && *usual)
                m_usual[phase] = **usual;
        }
    }
    view.usual = m_usual;
}

void RunLook::lookAtFiles(RunView &view, const CancelToken &cancel)
{
    const auto files = m_runs.files(view.record);
    if (!files) {
        view.failed = true;
        view.error = files.error();
        return;
    }
    m_isComplete = files->isComplete;
    if (m_folder != files->folder || !m_reader) {
        m_host = files->host;
        m_folder = files->folder;
        m_reader = std::make_unique<MetricsReader>(*m_host, m_folder);
    }
    view.folder = m_folder;
    lookAtCopy(view, *files);
    const RunFolder place(m_host->runsFolder(), m_runId);
    for (const auto &[title, name] : {std::pair(QStringLiteral("std_log.txt"), QStringLiteral("std")),
                                      std::pair(tr("Environment build"), QStringLiteral("build")),
                                      std::pair(tr("Provisioning"), QStringLiteral("provisioning"))})
        view.logs.emplace_back(title, place.log(name));
    if (reachedPhase(view.record.phases) == u"environment") // the script has said nothing, and may never
        std::swap(view.logs[0], view.logs[1]);
    const auto look = isEnded(view.record.state) ? MetricsReader::Look::Everywhere : MetricsReader::Look::Often;
    if (const auto changed = m_reader->update(cancel, look); changed && *changed)
        m_metrics = std::make_shared<RunMetrics>(m_reader->metrics());
    view.metrics = m_metrics;
    if (auto outputs = listOutputs(*m_host, m_folder, false, cancel))
        view.outputs = std::move(*outputs);
    const QString outputsFolder = m_folder + QStringLiteral("/outputs");
    if (!files->isCopy || (!view.outputs.empty() && areOutputsIn(outputsFolder, view.outputs)))
        view.outputsFolder = outputsFolder;
    if (view.record.state == RunState::Failed)
        view.cause = readCause(view.record, tailOf(QStringLiteral("std"), cancel), place.code(),
                               files->hostFolder + QStringLiteral("/code"));
    if (view.record.state == RunState::Canceled)
        view.proof = findCancelProof(tailOf(QStringLiteral("provisioning"), cancel));
}

void RunLook::lookAtCopy(RunView &view, const RunFiles &files)
{
    view.isCopy = files.isCopy;
    QStringList notes = files.notices;
    if (files.isCopy && view.record.unknownSince && files.copiedAt)
        notes << tr("What is shown here was read from %1 at %2.")
                     .arg(view.record.settings.target, humanTime(*files.copiedAt));
    else if (files.trouble)
        notes << files.ageSentence(view.record.settings.target);
    view.copyNote = notes.join(u' ');
}

/// Empty when it cannot be read.
QByteArray RunLook::tailOf(const QString &log, const CancelToken &cancel)
{
    if (!m_host)
        return {};
    const QString path = RunFolder(m_host->runsFolder(), m_runId).log(log);
    const auto size = m_host->fileSize(path, cancel);
    return m_host->readFile(path, std::max<qint64>(0, size.valueOr(0) - kTail), kTail, cancel).valueOr({});
}

} // namespace mooring
