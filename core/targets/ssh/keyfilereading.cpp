#include "core/targets/ssh/keyfilereading.h"

#include "core/transport/ssh/sshkeyfile.h"

#include <QCoreApplication>
#include <QDir>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Ssh", text); }

} // namespace

QString describeKeyFile(const QString &path)
{
    const auto key = SshKeyFile::read(expandHome(path));
    if (!key)
        return key.error().text();
    const QString type = key->type.isEmpty() ? tr("A private key") : key->type;
    return key->encrypted ? tr("%1, with a passphrase.").arg(type) : tr("%1, without a passphrase.").arg(type);
}

QString expandHome(const QString &path)
{
    return path == u"~" || path.startsWith(u"~/") ? QDir::homePath() + path.mid(1) : path;
}

} // namespace mooring
