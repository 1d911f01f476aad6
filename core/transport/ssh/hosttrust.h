#pragma once

#include "core/base/result.h"
#include "core/transport/ssh/hostkey.h"

#include <QDateTime>
#include <QStringList>

#include <functional>
#include <mutex>

namespace mooring {

/// A machine of the trust page: one record of a known_hosts file, with what only we know of it.
struct TrustedHost
{
    KnownHostRecord record;
    bool own = false;                   ///< in our own file: can be removed here
    std::optional<QDateTime> firstSeen; ///< of own records
};

/// Which machines are who they say. Reads the user's and the system's known_hosts files and writes only our own, one
/// line at a time, whole or not at all. Thread-safe; every function reads the disk: worker threads and the command
/// line.
class HostTrust
{
public:
    /// `ownFile` is made when the first record is written. The others are only read.
    explicit HostTrust(QString ownFile, QStringList otherFiles = defaultFiles());
    static QStringList defaultFiles(); ///< ~/.ssh/known_hosts, known_hosts2, /etc/ssh/ssh_known_hosts, …2

    /// `moreFiles`: UserKnownHostsFile and GlobalKnownHostsFile of the user's configuration. A file that is not there
    /// is empty; a line that cannot be read is passed over (records() shows it).
    HostKeyFinding judge(const QString &host, int port, const HostKey &key, const QStringList &moreFiles = {}) const;
    /// Key types on record for the machine, to be negotiated first: else a machine with two keys looks changed.
    QStringList knownTypes(const QString &host, int port, const QStringList &moreFiles = {}) const;

    /// What to do about an unknown key. Asked in this order: a key trusted once in this process; an expected
    /// fingerprint (equal: written; different: refused); acceptNew (written); the asker; else refused:
    /// "ssh.hostKeyUnknown". A changed or revoked key is refused before anything is asked: "ssh.hostKeyChanged",
    /// "ssh.hostKeyRevoked". All of kind SignIn, with the finding as detail["hostKey"], the files and lines in the
    /// sentence and nothing sent.
    Result<> decide(const HostKeyFinding &finding);

    enum class Answer { No, Once, Always };
    using Asker = std::function<Answer(const HostKeyFinding &)>;
    void expect(const QString &fingerprint); ///< --accept-host-key
    void acceptNew(bool on);                 ///< --accept-new-host-key
    void setAsker(Asker asker);              ///< the command line at a terminal

    /// Appended to our file with the time; a second time changes nothing. Refused when another key of the machine is in
    /// our file (remove it first).
    Result<> trust(const QString &host, int port, const HostKey &key);
    void trustOnce(const QString &host, int port, const HostKey &key); ///< for the life of this process
    /// From our own file only; the number of lines removed. A record of another file: an error that gives the command.
    Result<int> remove(const QString &host, int port, const QString &fingerprint = {});

    /// All lines of all files, ours first; unreadable ones and certificate authorities too, marked.
    Result<std::vector<TrustedHost>> records() const;
    QString ownFile() const { return m_ownFile; }

private:
    QString m_ownFile;
    QStringList m_otherFiles;
    mutable std::mutex m_mutex;
    std::vector<std::pair<QString, HostKey>> m_once;
    QString m_expected;
    bool m_acceptNew = false;
    Asker m_asker;
};

} // namespace mooring
