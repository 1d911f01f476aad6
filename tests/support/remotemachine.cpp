#include "tests/support/remotemachine.h"

#include "core/runs/foldercursor.h"
#include "core/transport/ssh/sshdialer.h"

#include <QFile>

namespace mooring::test {

using namespace Qt::StringLiterals;

RemoteMachine::RemoteMachine(const QString &shell)
{
    if (!SshServer::available())
        return;
    if (TestAccount::possible())
        account = std::make_unique<TestAccount>(shell);
    key = SshKeyPair::make(server.path(u"id"_s));
    server.authorize(key.publicLine);
    trust = std::make_shared<HostTrust>(server.path(u"known_hosts_of_mooring"_s), QStringList());
    trust->acceptNew(true);
}

RemoteMachine::~RemoteMachine()
{
    server.stop();
    if (SshServer::available())
        (void)removeTree(QFile::encodeName(home()));
}

bool RemoteMachine::start() { return (!account || account->ok()) && server.start(); }
QString RemoteMachine::user() const { return account ? account->name() : SshServer::userName(); }
QString RemoteMachine::home() const { return account ? account->home() : folder.path(); }

void RemoteMachine::hidePython()
{
    server.wrap(
        {u"unshare"_s, u"-m"_s, u"sh"_s, u"-c"_s,
         u"for file in /usr/bin/python3* /usr/local/bin/python3* /opt/conda/bin/python3*; do"
         " [ ! -f \"$file\" ] || mount --bind /dev/null \"$(readlink -f \"$file\")\" 2>/dev/null; done; exec \"$@\""_s,
         u"sh"_s});
}

QString RemoteMachine::address() const { return u"%1@127.0.0.1:%2"_s.arg(user()).arg(server.port()); }

std::shared_ptr<SshLink> RemoteMachine::makeLink(quint16 port) const
{
    SshHop hop;
    hop.host = server.address();
    hop.port = port ? port : server.port();
    hop.user = user();
    hop.trustName = hop.host;
    SshRoute route;
    route.hops.push_back(hop);
    SshSignIn signIn;
    signIn.method = SshSignIn::Method::KeyFile;
    signIn.keyFile = key.file;
    return std::make_shared<SshLink>([route, signIn, known = trust](const CancelToken &cancel) {
        return SshDialer::dial(route, signIn, known, cancel);
    });
}

std::shared_ptr<SshHost> RemoteMachine::makeHost(std::shared_ptr<SshLink> link) const
{
    SshHostPlaces places;
    places.host = u"test-machine"_s;
    places.runsFolder = workFolder() + u"/runs"_s;
    places.environmentsFolder = workFolder() + u"/environments"_s;
    places.storeFolder = workFolder() + u"/objects"_s;
    places.spoolFolder = path(u"spool"_s);
    return std::make_shared<SshHost>(std::move(link), std::move(places));
}

} // namespace mooring::test
