#include "core/targets/ssh/sshsettings.h"

#include "core/targets/ssh/keyfilereading.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

SshSignIn::Method methodOf(const QString &word)
{
    if (word == u"agent")
        return SshSignIn::Method::Agent;
    if (word == u"key")
        return SshSignIn::Method::KeyFile;
    return word == u"password" ? SshSignIn::Method::Password : SshSignIn::Method::Auto;
}

QString valueOf(const std::map<QString, QString> &values, const QString &id)
{
    const auto found = values.find(id);
    return found == values.end() ? QString() : found->second.trimmed();
}

/// Compares secrets without keeping them: salted anew in each process.
QByteArray fingerprintOf(const QByteArray &secret)
{
    static const QByteArray salt = QByteArray::number(QRandomGenerator::system()->generate64());
    return secret.isEmpty() ? QByteArray()
                            : QCryptographicHash::hash(salt + secret, QCryptographicHash::Sha256).toHex();
}

} // namespace

Result<SshAddress> readAddress(const std::map<QString, QString> &values)
{
    auto address = SshAddress::parse(valueOf(values, u"address"_s));
    if (!address)
        return address;
    if (const QString user = valueOf(values, u"user"_s); !user.isEmpty())
        address->user = user;
    if (const int port = valueOf(values, u"port"_s).toInt(); port > 0)
        address->port = port;
    return address;
}

Result<SshSettings> SshSettings::from(const FormValues &values)
{
    std::map<QString, QString> texts;
    for (const Field &field : values.fields()) {
        if (!field.isSecret())
            texts[field.id] = values.value(field.id);
    }
    const auto address = readAddress(texts);
    if (!address)
        return address.error();
    SshSettings settings;
    settings.address = *address;
    settings.jump = valueOf(texts, u"jump"_s);
    settings.resourceId = valueOf(texts, u"resourceId"_s);
    settings.workFolder = valueOf(texts, u"workFolder"_s);
    settings.signIn.method = methodOf(valueOf(texts, u"signIn"_s));
    using Method = SshSignIn::Method;
    const Method method = settings.signIn.method;
    if (method == Method::Auto || method == Method::KeyFile) { // what a hidden field still holds does not count
        settings.signIn.keyFile = expandHome(valueOf(texts, u"keyFile"_s));
        settings.signIn.passphrase = values.secret(u"passphrase"_s);
    }
    if (method == Method::Auto || method == Method::Password)
        settings.signIn.password = values.secret(u"password"_s);
    return settings;
}

QString SshSettings::connectionKey() const
{
    return QStringList{address.user,
                       address.host,
                       QString::number(address.port),
                       jump,
                       QString::number(int(signIn.method)),
                       signIn.keyFile,
                       QString::fromLatin1(fingerprintOf(signIn.passphrase)),
                       QString::fromLatin1(fingerprintOf(signIn.password))}
        .join(u'\n');
}

QString SshSettings::workFolderIn(const QString &home) const
{
    QString folder = workFolder.isEmpty() ? u"~/.mooring"_s : workFolder;
    while (folder.size() > 1 && folder.endsWith(u'/'))
        folder.chop(1);
    if (folder == u"~")
        return home;
    return folder.startsWith(u"~/") ? home + folder.mid(1) : folder;
}

} // namespace mooring
