#include "core/targets/ssh/keyfilereading.h"

#include "core/base/files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QtEndian>

#include <optional>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargestKey = 64 * 1024;

QString tr(const char *text) { return QCoreApplication::translate("mooring::Ssh", text); }

/// The strings of SSH's wire format, one after the other.
class WireReader
{
public:
    explicit WireReader(const QByteArray &bytes) : m_bytes(bytes) {}

    std::optional<quint32> number()
    {
        if (m_bytes.size() - m_at < 4)
            return {};
        const auto value = qFromBigEndian<quint32>(m_bytes.constData() + m_at);
        m_at += 4;
        return value;
    }
    std::optional<QByteArray> text()
    {
        const auto size = number();
        if (!size || qsizetype(*size) > m_bytes.size() - m_at)
            return {};
        m_at += qsizetype(*size);
        return m_bytes.mid(m_at - qsizetype(*size), qsizetype(*size));
    }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
};

QString typeName(const QByteArray &wire)
{
    if (wire == "ssh-ed25519")
        return u"ED25519"_s;
    if (wire == "ssh-rsa")
        return u"RSA"_s;
    if (wire.startsWith("ecdsa-"))
        return u"ECDSA"_s;
    return wire == "ssh-dss" ? u"DSA"_s : QString::fromLatin1(wire.left(40));
}

QString sentence(const QString &type, const QString &format, bool hasPassphrase)
{
    return hasPassphrase ? tr("%1 in %2 format, with a passphrase.").arg(type, format)
                         : tr("%1 in %2 format, without a passphrase.").arg(type, format);
}

QString describeOpenSsh(const QByteArray &content)
{
    static const QByteArray begin = "-----BEGIN OPENSSH PRIVATE KEY-----", end = "-----END";
    const qsizetype from = content.indexOf(begin) + begin.size();
    const QByteArray body = QByteArray::fromBase64(content.mid(from, content.indexOf(end, from) - from).simplified());
    const QByteArray magic("openssh-key-v1\0", 15);
    if (!body.startsWith(magic))
        return tr("A damaged OpenSSH key.");
    WireReader reader(body.mid(magic.size()));
    const auto cipher = reader.text(), derivation = reader.text(), options = reader.text();
    const auto count = reader.number();
    const auto publicKey = reader.text();
    const auto type = publicKey ? WireReader(*publicKey).text() : std::nullopt;
    if (!cipher || !derivation || !options || count != 1U || !type)
        return tr("A damaged OpenSSH key.");
    if (type->startsWith("sk-"))
        return tr("A key that needs a security key (FIDO). Mooring cannot use it by itself; through an agent it can.");
    return sentence(typeName(*type), u"OpenSSH"_s, *cipher != "none");
}

QString describePem(const QByteArray &content, const QByteArray &label)
{
    if (label == "ENCRYPTED PRIVATE KEY")
        return tr("A key in %1 format, with a passphrase.").arg(u"PKCS#8"_s);
    if (label == "PRIVATE KEY")
        return tr("A key in %1 format, without a passphrase.").arg(u"PKCS#8"_s);
    const QString type = label.startsWith("RSA") ? u"RSA"_s : label.startsWith("EC ") ? u"ECDSA"_s : u"DSA"_s;
    return sentence(type, u"PEM"_s, content.contains("ENCRYPTED"));
}

} // namespace

QString describeKey(const QByteArray &content)
{
    if (content.startsWith("PuTTY-User-Key-File-"))
        return tr("A PuTTY key. Convert it first: puttygen KEY.ppk -O private-openssh -o KEY");
    if (content.startsWith("ssh-") || content.startsWith("ecdsa-") || content.startsWith("sk-"))
        return tr("This is the public half. The private key is the file without .pub.");
    const qsizetype from = content.indexOf("-----BEGIN ");
    const qsizetype to = from < 0 ? -1 : content.indexOf("-----", from + 11);
    const QByteArray label = to < 0 ? QByteArray() : content.mid(from + 11, to - from - 11);
    if (label == "OPENSSH PRIVATE KEY")
        return describeOpenSsh(content);
    if (label.endsWith("PRIVATE KEY"))
        return describePem(content, label);
    return tr("This is no private key.");
}

QString describeKeyFile(const QString &path)
{
    const QFileInfo info(expandHome(path));
    if (!info.exists())
        return tr("There is no such file on this computer.");
    if (info.isDir())
        return tr("This is a folder.");
    if (!info.isFile() || info.size() > kLargestKey)
        return tr("This is no private key.");
    const auto content = readWholeFile(info.filePath(), kLargestKey);
    if (!content)
        return content.error().text();
    if (!info.isReadable())
        return tr("It cannot be read by you.");
    return describeKey(*content);
}

QString expandHome(const QString &path)
{
    return path == u"~" || path.startsWith(u"~/") ? QDir::homePath() + path.mid(1) : path;
}

} // namespace mooring
