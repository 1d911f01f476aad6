#pragma once

#include "core/hosts/sshhost.h"
#include "tests/support/sshserver.h"

#include <QTemporaryDir>

namespace mooring {
class HostTrust;
}

namespace mooring::test {

/// A machine over SSH for one test: a real sshd on the loopback, a key that it knows, and as root an account of its
/// own, whose start files are nobody's. Skipping and starting are the test's: MOORING_NEEDS(SshServer::available(), …),
/// QVERIFY(bench.start()).
class RemoteMachine
{
public:
    /// `shell`: of the account.
    explicit RemoteMachine(const QString &shell = QStringLiteral("/bin/sh"));
    ~RemoteMachine(); ///< removes what is in the home, odd names too
    /// Configure `server` before. False: server.log() says why.
    bool start();
    /// Before start(): for this server's sessions there is no Python. Needs root.
    void hidePython();

    QString user() const;
    QString home() const; ///< belongs to the account; the test may write there too
    QString path(const QString &name) const { return home() + u'/' + name; }
    QString workFolder() const { return path(QStringLiteral("work")); }
    QString address() const; ///< "user@127.0.0.1:port"
    /// `port`: of a proxy in between; 0: the server's.
    std::shared_ptr<SshLink> makeLink(quint16 port = 0) const;
    std::shared_ptr<SshHost> makeHost() const { return makeHost(makeLink()); }
    std::shared_ptr<SshHost> makeHost(std::shared_ptr<SshLink> link) const;

    SshServer server;
    SshKeyPair key;
    std::unique_ptr<TestAccount> account; ///< null: the user that runs the test
    QTemporaryDir folder;                 ///< the home where there is no account
    std::shared_ptr<HostTrust> trust;     ///< knows nobody and takes any new key
};

} // namespace mooring::test
