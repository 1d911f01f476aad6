#pragma once

#include "core/hosts/sshhost.h"
#include "core/transport/ssh/sshdialer.h"

namespace mooring::test {

/// A host over SSH from plain words, for a program that the kill test starts and for what comes after it.
struct OverSsh
{
    quint16 port = 0;
    QString user;
    QString keyFile;
    QString workFolder; ///< on the machine
    QString folder;     ///< here: known machines and spool

    QString spool() const { return folder + QStringLiteral("/spool"); }
    QString runs() const { return workFolder + QStringLiteral("/runs"); }
    std::shared_ptr<SshHost> makeHost() const
    {
        SshHop hop;
        hop.host = QStringLiteral("127.0.0.1");
        hop.port = port;
        hop.user = user;
        hop.trustName = hop.host;
        hop.trustPort = port;
        SshRoute route;
        route.hops.push_back(hop);
        SshSignIn signIn;
        signIn.method = SshSignIn::Method::KeyFile;
        signIn.keyFile = keyFile;
        auto trust = std::make_shared<HostTrust>(folder + QStringLiteral("/known_hosts"), QStringList());
        trust->acceptNew(true);
        SshHostPlaces places;
        places.host = QStringLiteral("box");
        places.runsFolder = runs();
        places.environmentsFolder = workFolder + QStringLiteral("/environments");
        places.storeFolder = workFolder + QStringLiteral("/objects");
        places.spoolFolder = spool();
        return std::make_shared<SshHost>(std::make_shared<SshLink>([route, signIn, trust](const CancelToken &cancel) {
                                             return SshDialer::dial(route, signIn, trust, cancel);
                                         }),
                                         places);
    }
};

} // namespace mooring::test
