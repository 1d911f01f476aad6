#pragma once

#include <QByteArray>
#include <QString>

namespace mooring {

/// A script of resources/remote/ that travels to hosts, as built into this program. An unknown name is a programming
/// error.
QByteArray remoteScript(const QString &name);
/// One that asks programs of the host: behind limited.sh, which gives each of them a time limit.
QByteArray askingScript(const QString &name);

} // namespace mooring
