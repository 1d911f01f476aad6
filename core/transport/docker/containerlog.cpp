#include "core/transport/docker/containerlog.h"

#include <QDateTime>

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kTimeLimit = 64; // what has no blank by then has no time

} // namespace

Result<bool> ContainerLog::take(std::string_view bytes)
{
    Result<bool> fed = true;
    if (m_isRaw) {
        addLines(bytes);
    } else {
        fed = m_frames.feed(bytes, [this](int, std::string_view payload) {
            if (m_frames.isFirstPiece())
                m_isAtStart = true;
            add(payload);
            return true;
        });
    }
    if (!m_out.isEmpty()) { // also what came before a fault
        m_isDone = !m_sink(m_out);
        m_out.resize(0);
    }
    return fed ? Result<bool>(!m_isDone && m_join != Join::Apart) : fed;
}

void ContainerLog::addLines(std::string_view bytes)
{
    while (!bytes.empty()) {
        const size_t end = bytes.find('\n');
        const auto piece = bytes.substr(0, end == std::string_view::npos ? end : end + 1);
        add(piece);
        m_isAtStart = end != std::string_view::npos;
        bytes.remove_prefix(piece.size());
    }
}

void ContainerLog::add(std::string_view bytes)
{
    if (m_join == Join::Apart)
        return;
    if (m_isAtStart) {
        m_isAtStart = m_hasTime = false;
        m_time.clear();
        m_passed = 0;
    }
    if (!m_hasTime) {
        const size_t blank = bytes.find(' ');
        const size_t taken = std::min({blank, bytes.size(), kTimeLimit - m_time.size()});
        m_time.append(bytes.substr(0, taken));
        bytes.remove_prefix(taken);
        if (bytes.empty() && m_time.size() < kTimeLimit)
            return;
        m_hasTime = true;
        if (!bytes.empty() && bytes.front() == ' ') {
            bytes.remove_prefix(1);
            judge();
        } else if (m_join == Join::Wanted) {
            m_join = Join::Apart;
        } else { // no time: passed on as it is
            m_isRepeat = false;
            m_toSkip = 0;
            m_out.append(m_time.data(), qsizetype(m_time.size()));
        }
    }
    if (m_join == Join::Apart) {
        m_hasTime = false; // nothing of it is passed on
        return;
    }
    const qint64 skipped = std::clamp<qint64>(m_toSkip - m_passed, 0, qint64(bytes.size()));
    m_passed += qint64(bytes.size());
    bytes.remove_prefix(size_t(skipped));
    if (!m_isRepeat && !bytes.empty())
        m_out.append(bytes.data(), qsizetype(bytes.size()));
}

/// Whether the message was passed on before a break, and how much of it.
void ContainerLog::judge()
{
    m_isRepeat = false;
    m_toSkip = 0;
    if (m_join == Join::Wanted) {
        const Seen *first = oldest(); // the only one of its time: it is that very message, and none after it is lacking
        m_join = first && first->count == 1 && first->time == m_time ? Join::Joined : Join::Apart;
        if (m_join == Join::Apart)
            return;
    }
    if (m_dropsLeft > 0) {
        const auto drop = std::find_if(m_drops.begin(), m_drops.end(),
                                       [this](const Seen &each) { return each.count > 0 && each.time == m_time; });
        if (drop != m_drops.end()) {
            --drop->count;
            --m_dropsLeft;
            m_isRepeat = true;
            return;
        }
    }
    if (m_partly > 0 && m_partlyTime == m_time) {
        m_toSkip = m_partly;
        m_partly = 0;
    }
    for (size_t back = 0; back < kWindow; ++back) {
        Seen &each = m_seen[(m_newest + kWindow - back) % kWindow];
        if (each.count > 0 && each.time == m_time) {
            ++each.count;
            return;
        }
        if (back == 0 && each.count > 0 && each.time < m_time)
            break; // the usual case: later than all before
    }
    m_newest = (m_newest + 1) % kWindow;
    m_seen[m_newest].time = m_time;
    m_seen[m_newest].count = 1;
}

void ContainerLog::resume()
{
    const bool isCut = m_isRaw ? !m_isAtStart : m_frames.isInPayload();
    if (isCut && m_hasTime && !m_isRepeat) {
        for (Seen &each : m_seen) {
            if (each.count > 0 && each.time == m_time)
                --each.count;
        }
        m_partlyTime = m_time;
        m_partly = std::max(m_passed, m_toSkip);
    }
    m_drops.assign(m_seen.begin(), m_seen.end());
    m_dropsLeft = 0;
    for (const Seen &each : m_drops)
        m_dropsLeft += each.count;
    m_frames = {};
    m_isAtStart = true;
    m_join = Join::Free;
}

void ContainerLog::resumeNearEnd()
{
    resume();
    m_join = Join::Wanted;
}

const ContainerLog::Seen *ContainerLog::oldest() const
{
    const Seen *found = nullptr;
    for (const Seen &each : m_seen) {
        if (!each.time.empty() && (!found || each.time < found->time))
            found = &each;
    }
    return found;
}

QByteArray ContainerLog::since() const
{
    const Seen *first = oldest();
    if (!first)
        return {};
    const QByteArray time = QByteArray::fromStdString(first->time);
    const qsizetype dot = time.indexOf('.');
    QByteArray fraction;
    for (qsizetype i = dot + 1; dot > 0 && i < time.size() && time[i] >= '0' && time[i] <= '9'; ++i)
        fraction += time[i];
    QByteArray whole = time;
    if (dot > 0)
        whole.remove(dot, 1 + fraction.size()); // the zone stays
    const QDateTime at = QDateTime::fromString(QString::fromLatin1(whole), Qt::ISODate);
    if (!at.isValid())
        return {};
    return QByteArray::number(at.toSecsSinceEpoch()) + '.' + fraction.leftJustified(9, '0', true);
}

} // namespace mooring
