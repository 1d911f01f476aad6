#include "core/base/files.h"
#include "core/targets/azureattachment.h"

#include <QCoreApplication>
#include <QDir>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::AzureAttachment", text); }

constexpr qint64 kLongestKey = 64 * 1024;

Result<QByteArray> readKey(const QString &path)
{
    QString file = path.trimmed();
    if (file.startsWith(u"~/"_s))
        file = QDir::homePath() + file.mid(1);
    const auto key = readWholeFile(file, kLongestKey);
    if (!key)
        return key.error();
    if (!key->contains("PRIVATE KEY-----"))
        return Error::usage(u"field.invalid"_s, tr("%1 is no private key of SSH.").arg(path));
    // The schema has no place for a passphrase. OpenSSH's own format names the cipher in its first bytes.
    const QByteArray body = QByteArray::fromBase64(key->split('\n').value(1));
    const bool isLocked = key->contains("ENCRYPTED") || (body.startsWith("openssh-key-v1") &&
                                                         !body.mid(15, 8).startsWith(QByteArray("\0\0\0\4none", 8)));
    if (isLocked)
        return Error::usage(u"azure.keyIsLocked"_s,
                            tr("The key %1 has a passphrase, and Azure ML takes none with a key.").arg(path))
            .withFix(tr("Name a key of its own for this that has no passphrase, or sign in with a password."));
    return key;
}

} // namespace

Result<Json> sshAccountOf(const FormValues &values)
{
    const QString user = values.value(u"user"_s).trimmed();
    if (user.isEmpty())
        return Error::usage(u"field.invalid"_s, tr("The user with whom the service signs in is missing."))
            .withFix(u"--set user=…"_s);
    Json account = {{"username", toStd(user)}};
    const QString keyFile = values.value(u"keyFile"_s);
    if (values.hasSecret(u"password"_s)) {
        account["password"] = values.secret(u"password"_s).toStdString();
    } else if (!keyFile.trimmed().isEmpty()) {
        const auto key = readKey(keyFile);
        if (!key)
            return key.error();
        account["privateKeyData"] = key->toStdString();
    } else {
        return Error::usage(u"field.invalid"_s, tr("The service signs in with a password or a key; there is neither."))
            .withFix(u"--secret password=-"_s);
    }
    bool isNumber = false;
    const int port = values.value(u"port"_s).toInt(&isNumber);
    return Result<Json>(Json{{"sshPort", isNumber ? port : 22}, {"administratorAccount", std::move(account)}});
}

} // namespace mooring
