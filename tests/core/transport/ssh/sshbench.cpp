#include "tests/core/transport/ssh/sshbench.h"

#include <atomic>

namespace mooring::test {

using namespace Qt::StringLiterals;

SshBench::SshBench()
    : key(SshKeyPair::make(server.path(u"id"_s))),
      trust(std::make_shared<HostTrust>(server.path(u"trusted"_s), QStringList()))
{
    trust->acceptNew(true);
    server.authorize(key.publicLine);
}

SshHop SshBench::hop() const
{
    SshHop hop;
    hop.host = server.address();
    hop.port = server.port();
    hop.user = SshServer::userName();
    hop.trustName = hop.host;
    hop.trustPort = hop.port;
    hop.identityFiles = {key.file};
    return hop;
}

std::shared_ptr<HostTrust> SshBench::anyone() const
{
    static std::atomic<int> count{0};
    auto made = std::make_shared<HostTrust>(server.path(u"anyone%1"_s.arg(++count)), QStringList());
    made->acceptNew(true);
    return made;
}

Result<std::shared_ptr<SshConnection>> SshBench::dial() const
{
    return SshDialer::dial(route(), signIn, trust, CancelToken());
}

Result<SshExecOutput> SshBench::exec(const QByteArray &command) const
{
    auto connection = dial();
    if (!connection)
        return connection.error();
    SshExec exec;
    exec.command = command;
    return (*connection)->exec(exec, CancelToken());
}

Result<> walk(SshDialer &dialer, const CancelToken &cancel)
{
    Result<> step = dialer.lookUp(cancel);
    if (step)
        step = dialer.connect(cancel);
    if (step)
        step = dialer.readBanner(cancel);
    if (step)
        step = dialer.exchangeKeys(cancel);
    if (step)
        step = dialer.checkHostKey();
    return step ? dialer.signIn(cancel) : step;
}

} // namespace mooring::test
