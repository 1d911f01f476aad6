#pragma once

#include "core/runs/runrecord.h"
#include "core/transport/ssh/hosttrust.h"
#include "ui/widgets/stateglyph.h"

namespace mooring {

class TargetService;
class Workspace;

/// One record of the page, with what the workspace knows of that machine.
struct KnownMachine
{
    TrustedHost host;
    QString name;   ///< as people call it: the first name of the line, or one that matches a hash
    QString second; ///< the other names, or what is special about it
    Glyph glyph = Glyph::Good;
    std::optional<QDateTime> changedSince; ///< another key was shown then
    QStringList targets;                   ///< attached ones with this key
    int runs = 0;                          ///< that went there
    std::vector<RunRecord> latest;         ///< of them, newest first, a few

    bool isUsed() const; ///< false: a line that cannot be read, or a certificate authority
    bool isSystem() const;
    QString file() const; ///< "Mooring" for our own, "~/.ssh/known_hosts"
    QString state() const;
};

struct KnownMachines
{
    std::vector<KnownMachine> machines;
    int files = 0;
    QString problem; ///< sentence; the list then holds what could be read
};

/// Blocks: for worker threads.
KnownMachines readKnownMachines(const HostTrust &trust, TargetService &targets, Workspace &workspace);

/// The line as it stands in its file; empty when it cannot be read. Blocks: for worker threads.
QString lineOf(const KnownHostRecord &record);

/// "[10.30.0.5]:2222" as host and port.
std::pair<QString, int> hostAndPort(const QString &name);

} // namespace mooring
