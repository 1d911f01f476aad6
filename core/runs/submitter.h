#pragma once

#include <QString>

namespace mooring {

/// Who is preparing a run, so that others can tell a submission that goes on from one whose Mooring was killed.
/// Registered for the life of the object. Thread-safe.
class Submitter
{
public:
    explicit Submitter(const QString &runId);
    ~Submitter();
    Submitter(const Submitter &) = delete;
    Submitter &operator=(const Submitter &) = delete;

    /// "PID START BOOT" of this process, for the record.
    static QString thisProcess();
    /// Whether the submission of `runId` by `process` may still be going on.
    static bool isAtWork(const QString &runId, const QString &process);

private:
    QString m_runId;
};

} // namespace mooring
