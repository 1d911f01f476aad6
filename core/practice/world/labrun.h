#pragma once

#include "core/practice/world/labworld.h"

namespace mooring {

/// A pretend run: nothing is executed. It waits, runs and ends by the clock, and its log grows meanwhile. One whose
/// command has the word "fail" fails. Shared by every service that has jobs. A value.
class LabRun
{
public:
    enum class Phase { Waiting, Running, Succeeded, Failed, Canceled };

    LabRun() = default;
    LabRun(LabWorld &world, const QString &command);

    Phase phase() const;
    bool isDone() const { return phase() > Phase::Running; }
    void cancel(); ///< nothing where it has ended
    QDateTime createdAt() const { return m_createdAt; }
    std::optional<QDateTime> startedAt() const; ///< not before it runs
    std::optional<QDateTime> endedAt() const;
    int exitCode() const { return phase() == Phase::Succeeded ? 0 : 1; }

    /// What it has printed until now; with the fault "log-stops", nothing for 5 minutes after the third line.
    QByteArray log() const;
    static QByteArray failureLine();
    struct Point
    {
        int step;
        QDateTime at;
        double loss;
    };
    std::vector<Point> points() const; ///< of the metric "loss", until now

private:
    QDateTime startsAt() const;
    QDateTime lineAt(int line) const;

    QString m_command;
    QDateTime m_createdAt;
    qint64 m_ms = 0;
    std::optional<QDateTime> m_canceledAt;
    bool m_logStops = false;
};

} // namespace mooring
