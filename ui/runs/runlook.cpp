#include "ui/runs/runlook.h"

#include "core/runs/metricsreader.h"
#include "ui/runs/phasecells.h"
#include "core/workspace/workspace.h"

#include <QDir>

namespace mooring {

namespace {

constexpr qint64 kTail = 256 * 1024;
constexpr int kLinesAround = 2;

QString tr(const char *text) { return QCoreApplication::translate("mooring::RunLook", text); }

/// Two lines before the marked one and one after.
void addCode(CauseView &view)
{
    QFile file(view.absoluteFile);
    if (!file.open(QIODevice::ReadOnly) || file.size() > 4 * 1024 * 1024)
        return;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    const int first = std::max(1, view.line - kLinesAround);
    const int last = std::min(int(lines.size()), view.line + 1);
    if (view.line > int(lines.size()))
        return;
    view.firstLine = first;
    view.code = lines.mid(first - 1, last - first + 1);
}

} // namespace

RunLook::RunLook(Workspace &workspace, RunService &runs, const QString &runId) : m_workspace(workspace), m_runs(runs), m_runId(runId) {}
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
    if (m_last && m_last->record.state == record->state) {
        view = *m_last;
        view.record = *record;
        return view;
    }
    lookAtUsual(view);
    lookAtFiles(view, cancel);
    if (isEnded(record->state) && !view.failed)
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
    if (!m_host) {
        auto host = m_runs.hostOf(view.record);
        if (!host) {
            view.failed = true;
            view.error = host.error();
            return;
        }
        m_host = *host;
    }
    const QString folder = m_host->runsFolder() + u'/' + m_runId;
    view.folder = m_host->localPath(folder);
    for (const auto &[title, name] : {std::pair(QStringLiteral("std_log.txt"), QStringLiteral("std")),
                                      std::pair(tr("Environment build"), QStringLiteral("build")), std::pair(tr("Provisioning"), QStringLiteral("provisioning"))}) {
        const auto path = m_runs.logPath(view.record, name);
        if (path && !m_host->localPath(*path).isEmpty())
            view.logs.emplace_back(title, m_host->localPath(*path));
    }
    if (!m_reader)
        m_reader = std::make_unique<MetricsReader>(*m_host, folder);
    const auto look = isEnded(view.record.state) ? MetricsReader::Look::Everywhere : MetricsReader::Look::Often;
    if (const auto changed = m_reader->update(cancel, look); changed && *changed)
        m_metrics = std::make_shared<RunMetrics>(m_reader->metrics());
    view.metrics = m_metrics;
    if (auto outputs = listOutputs(*m_host, folder, false, cancel))
        view.outputs = std::move(*outputs);
    if (view.record.state == RunState::Failed)
        view.cause = findCause(view, cancel);
}

std::optional<CauseView> RunLook::findCause(const RunView &view, const CancelToken &cancel)
{
    const auto path = m_runs.logPath(view.record, QStringLiteral("std"));
    if (!path)
        return {};
    const auto size = m_host->fileSize(*path, cancel);
    const auto tail = m_host->readFile(*path, std::max<qint64>(0, size.valueOr(0) - kTail), kTail, cancel);
    auto cause = tail ? findFailureCause(*tail) : std::nullopt;
    if (!cause)
        return {};
    CauseView found{std::move(*cause), {}, {}, 0, {}, 0, {}, {}};
    const QString code = view.folder + QStringLiteral("/code");
    const TraceFrame *frame = view.folder.isEmpty() ? nullptr : found.cause.ownFrame(code);
    if (frame) {
        found.absoluteFile = QDir(code).absoluteFilePath(frame->file);
        found.file = QDir(code).relativeFilePath(found.absoluteFile);
        found.line = frame->line;
        found.function = frame->function;
        addCode(found);
    }
    return found;
}

} // namespace mooring
