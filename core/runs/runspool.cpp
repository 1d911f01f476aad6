#include "core/runs/runspool.h"

#include "core/base/clock.h"
#include "core/base/files.h"
#include "core/base/jsontext.h"
#include "core/environments/remotescript.h"
#include "core/runs/cancelproof.h"
#include "core/runs/failurecause.h"
#include "core/runs/foldercursor.h"
#include "core/runs/foldertarget.h"
#include "core/runs/runfolder.h"

#include <QDir>
#include <QElapsedTimer>

#include <array>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mooring {

namespace {

constexpr qint64 kAtOnce = 4 * 1024 * 1024; ///< bytes of one answer
constexpr qint64 kOverlap = 256;            ///< bytes that show that a file is still the same one
constexpr qint64 kLiveLimitMs = 4000;       ///< a run that prints without end must not hold up the others for longer
constexpr qint64 kSyncIntervalMs = 2000;
constexpr qint64 kListIntervalMs = 15'000;
constexpr qint64 kProofLimitMs = 60'000; ///< a cancel writes its proof after the end of the run
constexpr qint64 kCodeLimit = 1024 * 1024;
constexpr int kMostFrames = 6;
constexpr qsizetype kMostFiles = 300;
constexpr auto kAnswerLimit = 120s;

/// Written by lines, and the last one may be taken back: copied up to the last line end until the run has ended.
constexpr std::array kJournals{"metrics.jsonl", "system.jsonl"};
constexpr std::array kFiles{"user_logs/std_log.txt",
                            "system_logs/provisioning.log",
                            "system_logs/build.log",
                            "metrics.jsonl",
                            "system.jsonl",
                            "manifest.jsonl",
                            "run.json"};

QString tr(const char *text) { return QCoreApplication::translate("mooring::RunSpool", text); }

QByteArray bootId()
{
    static const QByteArray id = readFileRange(u"/proc/sys/kernel/random/boot_id"_s, 0, 64).valueOr({}).trimmed();
    return id;
}

bool isJournal(const QByteArray &name)
{
    return std::any_of(kJournals.begin(), kJournals.end(), [&](const char *journal) { return name == journal; });
}

/// A name that we asked for, or that the script may have found: nothing else is written, whatever a host says.
bool isExpected(const QByteArray &name)
{
    if (std::any_of(kFiles.begin(), kFiles.end(), [&](const char *file) { return name == file; }))
        return true;
    return FolderTarget::isSafe(name) && (name.startsWith("outputs/") || name.startsWith("logs/")) &&
           nameOf(name).contains("tfevents") && QString::fromUtf8(name).toUtf8() == name && name.size() < 1000;
}

} // namespace

RunSpool::RunSpool(const QString &spoolFolder, const QString &runId) : m_files(spoolFolder + u'/' + runId) {}

bool RunSpool::exists() const { return QFile::exists(folder() + u"/spool.json"_s); }

SpoolState RunSpool::state() const
{
    const QByteArray text = readWholeFile(folder() + u"/spool.json"_s).valueOr({});
    return SpoolState::fromJson(readJson(text));
}

std::optional<QDateTime> RunSpool::lookedAt() const
{
    struct stat info
    {
    };
    if (stat(QFile::encodeName(folder() + u"/looked"_s).constData(), &info) != 0)
        return {};
    return fromEpochMs(qint64(info.st_mtim.tv_sec) * 1000 + info.st_mtim.tv_nsec / 1'000'000);
}

Result<RunSpool::Drained> RunSpool::drain(RunHost &host, const RunRecord &run, const CancelToken &cancel)
{
    if (auto made = makeFolder(folder()); !made)
        return made.error();
    // Held by the kernel, so that it is free again however its holder ended.
    const Descriptor lock(open(m_files.pathOf("lock").constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!lock.isOpen())
        return m_files.cannotWrite(folder());
    if (flock(lock.get(), LOCK_EX | LOCK_NB) != 0) {
        Drained busy;
        busy.busy = true;
        return busy;
    }
    return drainLocked(host, run, cancel);
}

Result<RunSpool::Drained> RunSpool::drainLocked(RunHost &host, const RunRecord &run, const CancelToken &cancel)
{
    m_state = state();
    m_news = false;
    Drained drained;
    drained.upToDate = m_state.complete;
    if (m_state.complete)
        return drained;
    const bool ended = isEnded(run.state);
    const QString hostFolder = RunFolder(host.runsFolder(), run.id).path();
    const bool isNew = m_state.hostFolder.isEmpty();
    m_state.hostFolder = hostFolder;
    if (!isNew && m_state.boot != bootId())
        trimAfterPowerCut();
    m_state.boot = bootId();
    QElapsedTimer timer;
    timer.start();
    Result<> outcome;
    while (outcome && !drained.upToDate && (ended || timer.elapsed() < kLiveLimitMs)) {
        const auto answer = ask(host, hostFolder, cancel);
        const auto more = answer ? take(*answer, ended, drained.bytes) : Result<bool>(answer.error());
        if (more)
            drained.upToDate = !*more;
        else
            outcome = more.error();
    }
    if (outcome && drained.upToDate) {
        listOutputs(host, ended, cancel);
        if (ended && run.state == RunState::Failed)
            fetchCode(host, run, cancel);
        if (ended && !m_state.endSeenAt)
            m_state.endSeenAt = nowUtc();
        m_state.complete = ended && m_state.outputsAt && isWhole(run);
    }
    if (auto kept = keep(isNew || ended || m_news || !outcome); !kept && outcome)
        outcome = kept;
    if (!outcome)
        return outcome.error();
    if (drained.upToDate) {
        const Descriptor looked(open(m_files.pathOf("looked").constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
        (void)futimens(looked.get(), nullptr);
    }
    return drained;
}

Result<SpoolAnswer> RunSpool::ask(RunHost &host, const QString &hostFolder, const CancelToken &cancel) const
{
    std::vector<QByteArray> names(kFiles.begin(), kFiles.end());
    for (const auto &[name, size] : m_state.synced) {
        if (std::find(names.begin(), names.end(), name) == names.end() && isExpected(name))
            names.push_back(name);
    }
    QStringList arguments{hostFolder, QString::number(kAtOnce)};
    for (const QByteArray &name : names) {
        const qint64 have = m_files.sizeOf(name);
        // What is marked is asked for in a way that brings nothing, so that it does not look unknown.
        const bool marked = m_state.markOf(name);
        arguments << QString::fromUtf8(name) << QString::number(marked ? (1LL << 53) : have)
                  << QString::number(marked ? 0 : std::max<qint64>(0, have - kOverlap));
    }
    auto answer = host.runScript(remoteScript(u"spool.sh"_s), arguments, kAnswerLimit, cancel);
    if (!answer)
        return answer.error();
    SpoolAnswer parsed = parseSpoolAnswer(*answer);
    if (!parsed.whole && parsed.files.empty() && !parsed.missing) {
        return Error::failed(u"host.badAnswer"_s, tr("What the run printed came back in a form that cannot be read."))
            .withDetail({{"answer", toStd(QString::fromUtf8(answer->left(2000)))}});
    }
    return parsed;
}

/// True: there is more.
Result<bool> RunSpool::take(const SpoolAnswer &answer, bool ended, qint64 &bytes)
{
    bool more = !answer.whole;
    for (const QByteArray &name : answer.gone) {
        if (isExpected(name))
            mark(name, u"gone"_s, 0);
    }
    for (const SpoolAnswer::File &file : answer.files) {
        if (!isExpected(file.name) || m_state.markOf(file.name))
            continue;
        const bool known = m_state.synced.contains(file.name);
        if (!known && qsizetype(m_state.synced.size()) >= kMostFiles)
            continue;
        const auto taken = takeFile(file, ended, bytes);
        if (!taken)
            return taken.error();
        more = more || *taken;
        if (!known) { // it is asked for by name from now on
            m_state.synced[file.name] = 0;
            m_news = true;
        }
    }
    return more;
}

Result<bool> RunSpool::takeFile(const SpoolAnswer::File &file, bool ended, qint64 &bytes)
{
    const qint64 have = m_files.sizeOf(file.name);
    if (file.size < have) {
        mark(file.name, u"shorter"_s, file.size);
        return false;
    }
    if (file.bytes.isEmpty())
        return file.size > have; // the answer had no room left for it
    const qint64 overlap = have - file.start;
    if (file.start == 0 && overlap > file.bytes.size())
        return true; // found by the script, but here already: asked for by its name next time
    if (overlap < 0 || overlap > file.bytes.size() || file.bytes.left(overlap) != m_files.tailOf(file.name, overlap)) {
        mark(file.name, u"replaced"_s, file.size);
        return false;
    }
    QByteArray fresh = file.bytes.mid(overlap);
    const bool last = file.start + file.bytes.size() >= file.size;
    if (!ended && isJournal(file.name)) {
        const auto end = fresh.lastIndexOf('\n');
        if (end >= 0 || last)
            fresh.truncate(end + 1);
    }
    qint64 written = 0;
    const auto appended = m_files.append(file.name, fresh, written);
    bytes += written;
    if (!appended)
        return appended.error();
    return !last;
}

void RunSpool::mark(const QByteArray &name, const QString &what, qint64 hostSize)
{
    if (m_state.markOf(name))
        return;
    m_state.marks.push_back({name, what, m_files.sizeOf(name), hostSize, nowUtc()});
    m_news = true;
}

/// Without a power cut every byte that was written is there. After one, those that were not synced may be nothing.
void RunSpool::trimAfterPowerCut()
{
    std::vector<QByteArray> names(kFiles.begin(), kFiles.end());
    for (const auto &[name, size] : m_state.synced)
        names.push_back(name);
    for (const QByteArray &name : names) {
        const auto found = m_state.synced.find(name);
        const qint64 synced = found == m_state.synced.end() ? 0 : found->second;
        if (isExpected(name))
            m_files.trimTo(name, synced);
    }
}

void RunSpool::listOutputs(RunHost &host, bool ended, const CancelToken &cancel)
{
    if (!ended && m_state.outputsAt && m_state.outputsAt->msecsTo(nowUtc()) < kListIntervalMs)
        return;
    auto files = host.listFiles(m_state.hostFolder + u"/outputs"_s, cancel);
    if (!files) {
        if (ended)
            m_state.outputsAt.reset(); // it cannot be complete without
        return;
    }
    m_state.outputs = std::move(*files);
    m_state.outputsAt = nowUtc();
}

/// The script's own files that the traceback names, for the card that shows the place. Best effort.
void RunSpool::fetchCode(RunHost &host, const RunRecord &run, const CancelToken &cancel)
{
    const auto cause = findFailureCause(m_files.tailOf("user_logs/std_log.txt", 256 * 1024));
    if (!cause)
        return;
    const QString code = RunFolder(host.runsFolder(), run.id).code();
    int fetched = 0;
    for (auto frame = cause->frames.rbegin(); frame != cause->frames.rend() && fetched < kMostFrames; ++frame) {
        QString name = frame->file;
        if (name.startsWith(code + u'/'))
            name = name.mid(code.size() + 1);
        name = QDir::cleanPath(name);
        if (!FolderTarget::isSafe(name.toUtf8()) || QFile::exists(folder() + u"/code/"_s + name))
            continue;
        ++fetched;
        const auto bytes = host.readFile(code + u'/' + name, 0, kCodeLimit, cancel);
        const QString path = folder() + u"/code/"_s + name;
        if (bytes && makeFolder(QFileInfo(path).path()))
            (void)writeFileAtomically(path, *bytes);
    }
}

bool RunSpool::isWhole(const RunRecord &run) const
{
    if (run.state != RunState::Canceled || !m_state.endSeenAt || m_state.endSeenAt->msecsTo(nowUtc()) > kProofLimitMs)
        return true;
    return findCancelProof(m_files.tailOf("system_logs/provisioning.log", 256 * 1024)).has_value();
}

/// Makes the new bytes durable, then says so. Not for each line that a run prints.
Result<> RunSpool::keep(bool force)
{
    const QFileInfo written(folder() + u"/spool.json"_s);
    if (!force && written.exists() && written.lastModified().msecsTo(QDateTime::currentDateTime()) < kSyncIntervalMs)
        return {};
    for (const auto &[name, size] : m_state.synced) {
        const qint64 now = m_files.sizeOf(name);
        if (now == size)
            continue;
        if (m_files.makeDurable(name))
            m_state.synced[name] = now;
    }
    const QByteArray text = toBytes(m_state.toJson());
    if (readWholeFile(written.filePath()).valueOr({}) == text)
        return {};
    return writeFileAtomically(written.filePath(), text);
}

void RunSpool::reopen()
{
    const Descriptor lock(open(m_files.pathOf("lock").constData(), O_RDWR | O_CLOEXEC | O_NOFOLLOW));
    if (!lock.isOpen() || flock(lock.get(), LOCK_EX) != 0)
        return;
    m_state = state();
    if (!m_state.complete)
        return;
    m_state.complete = false;
    m_state.endSeenAt.reset();
    (void)writeFileAtomically(folder() + u"/spool.json"_s, toBytes(m_state.toJson()));
}

} // namespace mooring
