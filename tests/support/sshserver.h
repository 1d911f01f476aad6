#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

class QProcess;

namespace mooring::test {

/// A key pair made by ssh-keygen.
struct SshKeyPair
{
    QString file;          ///< the private key; beside it, with ".pub", the public one
    QByteArray publicLine; ///< "ssh-ed25519 AAAA… comment"

    /// `type`: "ed25519", "ecdsa", "rsa". `format`: "OpenSSH" (default), "PEM", "PKCS8". Ends the program when
    /// ssh-keygen is not there.
    static SshKeyPair make(const QString &file, const QString &type = QStringLiteral("ed25519"),
                           const QString &passphrase = {}, const QString &format = {});
};

/// A user of this machine that lives as long as this object, with a home of its own. Needs root.
class TestAccount
{
public:
    /// `shell`: a path; `password`: empty for none (keys still work).
    explicit TestAccount(const QString &shell = QStringLiteral("/bin/sh"), const QByteArray &password = {});
    ~TestAccount(); ///< the account's processes are ended, the user and the home removed
    TestAccount(const TestAccount &) = delete;
    TestAccount &operator=(const TestAccount &) = delete;

    static bool possible(); ///< root, with useradd at hand
    bool ok() const { return m_ok; }
    QString name() const { return m_name; } ///< "mooringtest-…"
    QString home() const;
    /// A file of the home, owned by the user: {".bashrc", "echo noise\n"}. Folders on the way are made.
    bool write(const QString &path, const QByteArray &content, int mode = 0644) const;

private:
    QString m_name;
    std::unique_ptr<QTemporaryDir> m_folder;
    bool m_ok = false;
};

/// A real sshd on 127.0.0.1 and a free port, with a folder, host keys, authorized_keys and a log of its own. It ends
/// with this object or with the test program. As root any account can sign in (keys and passwords; PAM is off); else
/// only the user that runs the test, by key. Start it on the thread of the test: it ends with that thread.
///
///     SshServer server;
///     const SshKeyPair key = SshKeyPair::make(server.path(u"id"_s));
///     server.authorize(key.publicLine);
///     server.configure(u"MaxSessions 1"_s); // before start(); beats what the fixture sets
///     QVERIFY2(server.start(), qPrintable(server.log()));
///     … SshServer::userName() @ 127.0.0.1 : server.port() …
class SshServer
{
public:
    SshServer();
    ~SshServer();
    SshServer(const SshServer &) = delete;
    SshServer &operator=(const SshServer &) = delete;

    static bool available();   ///< sshd and ssh-keygen are there: MOORING_NEEDS(SshServer::available(), "…")
    static QString userName(); ///< who runs the test
    /// HOME of its sessions for who runs the test, empty at first: neither the person's start files nor their home are
    /// touched. Accounts of TestAccount have their own.
    QString home() const;
    QString path(const QString &name) const; ///< a file in its folder, for keys and other files of the test

    /// Before start(), or before restart().
    void useHostKeys(const QStringList &types);   ///< "ed25519", "ecdsa", "rsa"; default: ed25519
    void useAddress(const QString &address);      ///< default 127.0.0.1
    void useHostCertificate(const QString &file); ///< a line HostCertificate
    void configure(const QString &line); ///< a line of sshd_config, before the fixture's own: the first one wins
    /// Turns PAM on with a service of its own, for keyboard-interactive: the lines of a file in /etc/pam.d
    /// ("auth required pam_unix.so", …). Root only; the file is removed at the end.
    void usePam(const QByteArray &service);
    /// The program in front of sshd: {"ip", "netns", "exec", "NAME"}.
    void wrap(const QStringList &command) { m_wrapper = command; }

    /// One more line of authorized_keys, for all accounts; any time. `options`: "command=…", "restrict".
    void authorize(const QByteArray &publicLine, const QByteArray &options = {});
    void authorizeNobody();

    bool start();                           ///< false: log() says why
    bool restart(bool newHostKeys = false); ///< same port; sessions are killed
    void stop();                            ///< listener and sessions, SIGKILL
    void killSessions();                    ///< SIGKILL to all but the listener, commands of the sessions included
    /// Like a power cut: all of stop(), and whatever a session has left running (found by a variable that this server
    /// gives to its sessions, unless configure() has a SetEnv of its own).
    void killEverything();
    void freeze(); ///< SIGSTOP to listener and sessions
    void thaw();

    QString address() const { return m_address; }
    quint16 port() const { return m_port; }
    QString log() const; ///< sshd's own, level DEBUG1: "Connection from", "userauth-request", …
    bool waitForLog(const QString &text, int ms = 5000) const;
    int attempts() const; ///< sign-in attempts it has seen ("userauth-request"), the first "none" of each included

    /// "ssh-ed25519 AAAA…", as in a known_hosts line after the names.
    QByteArray hostKeyLine(const QString &type = QStringLiteral("ed25519")) const;
    QString fingerprint(const QString &type = QStringLiteral("ed25519")) const; ///< "SHA256:…"
    /// "[127.0.0.1]:port ssh-ed25519 AAAA…\n" for all its host keys.
    QByteArray knownHosts() const;

    QList<qint64> processes() const; ///< listener first, then its descendants

private:
    bool launch();
    void makeHostKeys();
    void signalAll(int signal, bool withListener) const;

    QTemporaryDir m_folder;
    QStringList m_hostKeyTypes{QStringLiteral("ed25519")};
    QStringList m_config;
    QStringList m_wrapper;
    QString m_address = QStringLiteral("127.0.0.1");
    QString m_tag;
    QString m_pamService;
    quint16 m_port = 0;
    std::unique_ptr<QProcess> m_process;
};

/// A free port of the loopback at this moment.
quint16 freePort(const QString &address = QStringLiteral("127.0.0.1"));

} // namespace mooring::test
