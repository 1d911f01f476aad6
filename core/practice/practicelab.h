#pragma once

#include "core/base/result.h"
#include "core/practice/server/labmessage.h"
#include "core/practice/world/labfaults.h"
#include "core/practice/world/labworld.h"

#include <functional>
#include <memory>

namespace mooring {

struct LabService
{
    QString kind; ///< "signin", "arm", "ml", "blob", "databricks", "livy", "batch", "datalake", "online"
    QString url;
    qint64 requests = 0;

    /// For people, in the language of who asks: the lab may be another process.
    static QString titleOf(const QString &kind);
};

/// The pretend services of the practice lab, on ports of 127.0.0.1 and on a thread of their own, with state, from
/// `start` until it is destroyed. Nothing of it reaches the network or the disk.
///
/// Thread-safe.
class PracticeLab
{
public:
    /// Sees each exchange, on the lab's thread: for recordings. Secrets of the lab are in it.
    using Observer = std::function<void(const QString &kind, const LabRequest &, const LabReply &)>;

    /// Codes: "practice.noCertificate", "practice.noPort".
    static Result<std::unique_ptr<PracticeLab>> start(const LabPace &pace = {}, Observer observer = {});
    ~PracticeLab();

    std::vector<LabService> services() const;
    QString url(const QString &kind) const;
    /// What clients are told to trust: PEM.
    QByteArray authorityPem() const;

    void setFaults(const std::vector<ChosenFault> &faults);
    std::vector<LabFaults::Seen> faults() const;

private:
    PracticeLab();
    class Thread;
    std::unique_ptr<Thread> m_thread;
};

} // namespace mooring
