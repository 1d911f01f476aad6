#include "core/environments/remotescript.h"

#include <QFile>

namespace mooring {

QByteArray remoteScript(const QString &name)
{
    QFile file(QStringLiteral(":/mooring/remote/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The script %s is not built in.", qPrintable(name));
    return file.readAll();
}

QByteArray askingScript(const QString &name) { return remoteScript(QStringLiteral("limited.sh")) + remoteScript(name); }

} // namespace mooring
