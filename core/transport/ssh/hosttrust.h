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
    /// ~/.ssh/known_hosts, known_hosts2, /etc/ssh/ssh_known_hosts, …2, and those that ~/.ssh/config names.
    static QStringList defaultFiles();

    /// Revoked before all else; then an equal key in any file: known; then any other key of the machine, of whatever
    /// type: changed. `host` is SshHop::trustName and `port` SshHop::trustPort. `files`: UserKnownHostsFile and
    /// GlobalKnownHostsFile of the user's configuration, read in place of the other files, as ssh does; empty: the
    /// other files. Our own is always read. A file that cannot be read is empty, as for ssh; so is a line (records()
    /// shows both).
    HostKeyFinding judge(const QString &host, int port, const HostKey &key, const QStringList &files = {}) const;
    /// Key types on record for the machine, to be negotiated first: else a machine with two keys looks changed.
    /// "ssh-rsa" stands for the key: it is negotiated as rsa-sha2-512 and rsa-sha2-256.
    QStringList knownTypes(const QString &host, int port, const QStringList &files = {}) const;

    /// What to do about an unknown key. Asked in this order: a key trusted once in this process; an expected
    /// fingerprint (equal: written; different: refused, "ssh.hostKeyUnexpected"); acceptNew (written); the asker; else
    /// refused: "ssh.hostKeyUnknown". A changed or revoked key is refused before anything is asked:
    /// "ssh.hostKeyChanged", "ssh.hostKeyRevoked". All of kind SignIn, with the finding as detail["hostKey"], the files
    /// and lines in the sentence and nothing sent. An accepted key that cannot be written (full disk) is trusted once,
    /// and the teller is told.
    Result<> decide(const HostKeyFinding &finding);

    enum class Answer { No, Once, Always };
    using Asker = std::function<Answer(const HostKeyFinding &)>;
    using Teller = std::function<void(const QString &sentence)>;
    /// --accept-host-key: for the first machine that shows an unknown key, and for no other. On a way through jump
    /// hosts that nobody knows, it is the first of them.
    void expect(const QString &fingerprint);
    void acceptNew(bool on);       ///< --accept-new-host-key
    void setAsker(Asker asker);    ///< the command line at a terminal; one question at a time
    void setTeller(Teller teller); ///< on the thread of decide()

    /// Appended to our file with the time; a second time changes nothing. Refused when another key of the machine is in
    /// our file (remove it first): "trust.otherKey". Else "trust.cannotWrite", "trust.badName".
    Result<> trust(const QString &host, int port, const HostKey &key);
    void trustOnce(const QString &host, int port, const HostKey &key); ///< for the life of this process
    /// From our own file only; the number of lines removed, with a fingerprint only those of that key. A record of
    /// another file: "trust.otherFile", which gives the command. None at all: "trust.unknown".
    Result<int> remove(const QString &host, int port, const QString &fingerprint = {});
    /// The command that takes a record out of a file that Mooring does not write, to be copied.
    static QString removalCommand(const KnownHostRecord &record);

    /// All lines of all files, ours first; unreadable ones and certificate authorities too, marked. A file that is
    /// there and cannot be read is one unreadable record with line 0.
    Result<std::vector<TrustedHost>> records() const;
    QString ownFile() const { return m_ownFile; }

private:
    QStringList filesFor(const QStringList &files) const;
    Result<> accept(const HostKeyFinding &finding);
    bool isAccepted(const HostKeyFinding &finding) const;

    const QString m_ownFile;
    const QStringList m_otherFiles;
    std::mutex m_asking; ///< held while a person is asked
    mutable std::mutex m_mutex;
    std::vector<std::pair<QString, HostKey>> m_once;
    QString m_expected;
    QByteArray m_expectedOf; ///< the machine that it was for, as in known_hosts; empty: none has shown a key yet
    bool m_acceptNew = false;
    Asker m_asker;
    Teller m_teller;
};

} // namespace mooring
