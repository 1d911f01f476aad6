#include "core/practice/world/labrun.h"

#include "core/base/clock.h"

#include <QRegularExpression>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSteps = 10;
constexpr int kLines = kSteps + 2; // a greeting before, a word at the end
constexpr qint64 kSilence = 5 * 60 * 1000;

double lossOf(int step) { return 1.0 / double(step + 1); }

} // namespace

LabRun::LabRun(LabWorld &world, const QString &command)
    : m_command(command),
      m_createdAt(nowUtc()),
      m_ms(world.pace.runMs),
      m_logStops(world.faults.strikes(LabFault::LogStops))
{
}

QDateTime LabRun::startsAt() const { return m_createdAt.addMSecs(m_ms / 4); }

QDateTime LabRun::lineAt(int line) const
{
    const QDateTime usual = startsAt().addMSecs(m_ms * 3 / 4 * line / kLines);
    return m_logStops && line >= 3 ? std::max(usual, startsAt().addMSecs(kSilence)) : usual;
}

LabRun::Phase LabRun::phase() const
{
    const QDateTime now = nowUtc();
    if (m_canceledAt)
        return Phase::Canceled;
    if (now < startsAt())
        return Phase::Waiting;
    if (now < m_createdAt.addMSecs(m_ms))
        return Phase::Running;
    static const QRegularExpression fails(u"\\bfail"_s);
    return fails.match(m_command).hasMatch() ? Phase::Failed : Phase::Succeeded;
}

void LabRun::cancel()
{
    if (!isDone())
        m_canceledAt = nowUtc();
}

std::optional<QDateTime> LabRun::startedAt() const
{
    const bool begun = nowUtc() >= startsAt() && (!m_canceledAt || *m_canceledAt >= startsAt());
    return begun ? std::optional(startsAt()) : std::nullopt;
}

std::optional<QDateTime> LabRun::endedAt() const
{
    if (m_canceledAt)
        return m_canceledAt;
    return isDone() ? std::optional(m_createdAt.addMSecs(m_ms)) : std::nullopt;
}

QByteArray LabRun::failureLine() { return "RuntimeError: practice: the command has the word fail in it\n"; }

QByteArray LabRun::log() const
{
    const QDateTime until = m_canceledAt.value_or(nowUtc());
    QByteArray text;
    for (int line = 0; line < kLines && lineAt(line) <= until; ++line) {
        if (line == 0)
            text += "Practice lab: nothing here is real. Your script is not run; this is what a run looks like.\n";
        else if (line <= kSteps)
            text += "epoch " + QByteArray::number(line) + '/' + QByteArray::number(kSteps) + " loss " +
                    QByteArray::number(lossOf(line - 1), 'f', 4) + '\n';
        else if (phase() == Phase::Failed)
            text += failureLine();
        else
            text += "done\n";
    }
    return text;
}

std::vector<LabRun::Point> LabRun::points() const
{
    std::vector<Point> points;
    const QDateTime until = m_canceledAt.value_or(nowUtc());
    for (int step = 0; step < kSteps && lineAt(step + 1) <= until; ++step)
        points.push_back({step, lineAt(step + 1), lossOf(step)});
    return points;
}

} // namespace mooring
