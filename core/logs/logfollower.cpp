#include "core/logs/logfollower.h"

#include "core/base/clock.h"

#include <QElapsedTimer>

#include <algorithm>

namespace mooring {

using namespace std::chrono_literals;

namespace {

constexpr qint64 blockSize = 4 * 1024 * 1024;
constexpr qint64 nearEnough = 16 * 1024 * 1024; // this far behind, the end of the index stands for the end of the file
constexpr qint64 fingerprint = 256;
constexpr qsizetype mostLiveText = 1000;
constexpr auto frame = 16ms;

qint64 monotonicMs()
{
    QElapsedTimer timer;
    timer.start();
    return timer.msecsSinceReference();
}

} // namespace

LogFollower::LogFollower(Publish publish) : m_publish(std::move(publish)) {}

void LogFollower::setPath(const QString &path)
{
    {
        const std::lock_guard lock(m_mutex);
        m_orderedPath = path;
        m_pathOrdered = true;
    }
    m_watch.wake();
}

void LogFollower::setWant(const LogWant &want)
{
    {
        const std::lock_guard lock(m_mutex);
        m_orderedWant = want;
    }
    m_watch.wake();
}

void LogFollower::stop()
{
    m_stop = true;
    m_watch.wake();
}

void LogFollower::run()
{
    qint64 published = 0;
    while (!m_stop) {
        if (takeOrders())
            openFile();
        const bool more = look();
        const qint64 age = monotonicMs() - published;
        if (m_wantIsNew || (m_dirty && age >= frame.count())) {
            answer();
            published = monotonicMs();
        }
        if (more)
            continue;
        if (m_dirty) // a file that grows all the time must not wake us all the time: what came waits for its frame
            m_watch.waitForWake(std::max(1ms, frame - std::chrono::milliseconds(age)));
        else
            m_watch.wait(patience());
    }
}

std::chrono::milliseconds LogFollower::patience() const
{
    return m_path.isEmpty() ? 60s : 1s; // the watch tells; this is for file systems that cannot be watched
}

/// True when there is a path to open.
bool LogFollower::takeOrders()
{
    const std::lock_guard lock(m_mutex);
    if (!(m_want == m_orderedWant)) {
        m_want = m_orderedWant;
        m_wantIsNew = true;
    }
    if (!m_pathOrdered)
        return false;
    m_pathOrdered = false;
    m_path = m_orderedPath;
    m_file.reset();
    m_index.reset();
    m_error.reset();
    m_break.reset();
    m_size = m_grownAtMs = 0;
    m_gone = false;
    m_wantIsNew = true;
    return true;
}

void LogFollower::openFile()
{
    m_watch.setPath(m_path);
    if (m_path.isEmpty()) {
        ++m_generation;
        return;
    }
    auto file = LogFile::open(m_path);
    if (file) {
        m_error.reset();
        begin(*file);
    } else if (!m_error || m_error->code != file.error().code) {
        m_error = file.error();
        ++m_generation;
        m_dirty = true;
    }
}

void LogFollower::begin(std::shared_ptr<const LogFile> file)
{
    m_file = std::move(file);
    m_size = std::max<qint64>(m_file->size(), 0);
    m_index = std::make_shared<LineIndex>(detectEncoding(m_file->read(0, 4)));
    m_lastBytes.clear();
    m_wasComplete = false;
    m_gone = false;
    m_dirty = true;
    ++m_generation;
}

void LogFollower::breakOff(LogBreak::Kind kind)
{
    m_break = LogBreak{kind, nowUtc(), m_index->indexedBytes()};
    begin(m_file);
}

/// Looks at the file and indexes at most one block. True: there is more to do at once.
bool LogFollower::look()
{
    if (m_path.isEmpty())
        return false;
    if (!m_file) {
        openFile();
        if (!m_file)
            return false;
    }
    checkPlace();
    const qint64 size = m_file->size();
    if (size < 0)
        return false;
    if (size < m_index->indexedBytes()) {
        breakOff(LogBreak::Kind::Truncated);
    } else if (size > m_index->indexedBytes() && !continues()) {
        breakOff(LogBreak::Kind::Replaced);
    }
    if (size != m_size) {
        m_dirty = true;
        m_grownAtMs = monotonicMs();
    }
    m_size = size;
    return indexBlock();
}

void LogFollower::checkPlace()
{
    const LogFile::Place place = m_file->place();
    if (m_gone != (place == LogFile::Place::Gone))
        m_dirty = true;
    m_gone = place == LogFile::Place::Gone;
    if (place != LogFile::Place::Replaced)
        return;
    auto file = LogFile::open(m_path);
    if (!file)
        return; // looked for again at the next turn
    const qint64 before = m_index->indexedBytes();
    begin(*file);
    m_break = LogBreak{LogBreak::Kind::Replaced, nowUtc(), before};
    m_watch.setPath(m_path);
}

bool LogFollower::continues()
{
    return m_file->read(m_index->indexedBytes() - m_lastBytes.size(), m_lastBytes.size()) == m_lastBytes;
}

bool LogFollower::indexBlock()
{
    const qint64 from = m_index->indexedBytes();
    const qint64 end = m_size - m_size % unitSize(m_index->encoding());
    if (from < end) {
        // A file that was empty when it was opened says only now what it is.
        if (from == 0 && m_index->encoding() != detectEncoding(m_file->read(0, 4)))
            begin(m_file);
        const QByteArray block = m_file->read(from, std::min(blockSize, end - from));
        if (block.isEmpty())
            return false;
        m_index->append(block);
        m_lastBytes = block.right(fingerprint);
        m_dirty = true;
    }
    const bool complete = m_index->indexedBytes() >= end;
    m_wasComplete = m_wasComplete || complete;
    return !complete;
}

void LogFollower::answer()
{
    auto snapshot = std::make_shared<LogSnapshot>();
    snapshot->path = m_path;
    snapshot->error = m_error;
    snapshot->generation = m_generation;
    snapshot->gone = m_gone;
    snapshot->lastBreak = m_break;
    snapshot->grownAtMs = m_grownAtMs;
    snapshot->want = m_want;
    if (m_file) {
        snapshot->content = {m_file, m_index};
        snapshot->size = m_size;
        snapshot->lines = m_index->lineCount();
        snapshot->complete = m_index->indexedBytes() >= m_size - m_size % unitSize(m_index->encoding());
        if (m_want.count > 0)
            readWindow(*snapshot);
        readLive(*snapshot);
    }
    m_dirty = false;
    m_wantIsNew = false;
    m_publish(std::move(snapshot));
}

void LogFollower::readWindow(LogSnapshot &snapshot)
{
    const bool atEnd = m_want.firstLine < 0;
    const bool unnumbered = atEnd && !m_wasComplete && m_size - m_index->indexedBytes() > nearEnough;
    std::vector<RawLine> raw;
    if (unnumbered)
        raw = readLastLines(*m_file, m_index->encoding(), m_size, m_want.count);
    else
        raw = readLines(snapshot.content, atEnd ? std::max<qint64>(snapshot.lines - m_want.count, 0) : m_want.firstLine,
                        m_want.count);
    snapshot.window.reserve(raw.size());
    const LogEncoding encoding = m_index->encoding();
    for (const RawLine &line : raw) {
        snapshot.window.push_back({line.number, line.offset, line.length, decodeLine(line, encoding), {}});
        if (std::find(m_want.unfolded.begin(), m_want.unfolded.end(), line.number) != m_want.unfolded.end())
            snapshot.window.back().states =
                decodeStates(decodeText(line.tail.isEmpty() ? line.head : line.tail, encoding), LogWant::mostStates);
    }
    snapshot.atEnd = atEnd || (!raw.empty() && raw.back().number == snapshot.lines - 1);
}

void LogFollower::readLive(LogSnapshot &snapshot)
{
    const qint64 start = m_index->unfinishedStart();
    const qint64 end = m_index->indexedBytes();
    if (start >= end || m_size - end > nearEnough)
        return;
    const qint64 from = std::max(start, end - layoutLimit);
    RawLine line{-1, start, end - start, {}, {}};
    (from == start ? line.head : line.tail) = m_file->read(from, end - from);
    snapshot.liveText = decodeLine(line, m_index->encoding()).text.left(mostLiveText);
    snapshot.liveUpdates = m_index->unfinishedUpdates();
}

} // namespace mooring
