#include "core/transport/ssh/sshkeyfile.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QtEndian>

#include <cerrno>
#include <cstring>
#include <optional>

#include <fcntl.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr qint64 kLargestKeyFile = 256 * 1024;

QString tr(const char *text) { return QCoreApplication::translate("mooring::SshKeyFile", text); }

QString shown(const QString &path)
{
    const QString home = QDir::homePath();
    return path.startsWith(home + u'/') ? u'~' + path.mid(home.size()) : path;
}

Error bad(const QString &message, const QString &fix = {})
{
    return Error::of(ErrorKind::SignIn, u"ssh.badKeyFile"_s, message).withFix(fix);
}

QString runThis(const QStringList &words) { return tr("Run: %1").arg(shellCommand(words)); }

/// Strings of the SSH wire format, one after the other; nothing past the end.
class WireReader
{
public:
    explicit WireReader(QByteArray bytes) : m_bytes(std::move(bytes)) {}
    std::optional<quint32> number()
    {
        if (m_bytes.size() - m_at < 4)
            return {};
        m_at += 4;
        return qFromBigEndian<quint32>(m_bytes.constData() + m_at - 4);
    }
    std::optional<QByteArray> string()
    {
        const auto length = number();
        if (!length || *length > quint32(m_bytes.size() - m_at))
            return {};
        m_at += *length;
        return m_bytes.mid(m_at - *length, *length);
    }
    void skip(qsizetype count) { m_at = std::min(m_bytes.size(), m_at + count); }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
};

QString shortType(const QByteArray &name)
{
    if (name == "ssh-ed25519")
        return u"ED25519"_s;
    if (name == "ssh-rsa")
        return u"RSA"_s;
    if (name.startsWith("ecdsa-sha2-"))
        return u"ECDSA"_s;
    return {};
}

QByteArray body(const QByteArray &content, const QByteArray &label)
{
    const QByteArray begin = "-----BEGIN " + label + "-----", end = "-----END " + label + "-----";
    const qsizetype from = content.indexOf(begin), to = content.indexOf(end);
    if (from < 0 || to < from)
        return {};
    return QByteArray::fromBase64(content.mid(from + begin.size(), to - from - begin.size()));
}

QString damaged(const QString &path)
{
    return tr("The key file %1 is damaged: it begins like a private key, but cannot be read.").arg(shown(path));
}

Error fido(const QString &path)
{
    return bad(tr("The key %1 is on a security key (FIDO), which Mooring cannot use directly.").arg(shown(path)),
               tr("Add it to the SSH agent and sign in with the agent. %1").arg(runThis({u"ssh-add"_s, path})));
}

Result<> readOpenSsh(SshKeyFile &key)
{
    const QByteArray blob = body(key.content, "OPENSSH PRIVATE KEY");
    constexpr char kMagic[] = "openssh-key-v1"; // with its NUL
    if (!blob.startsWith(QByteArray(kMagic, sizeof kMagic)))
        return bad(damaged(key.path));
    WireReader reader(blob);
    reader.skip(sizeof kMagic);
    const auto cipher = reader.string(), kdf = reader.string(), options = reader.string();
    const auto count = reader.number();
    const auto publicBlob = reader.string(), secret = reader.string();
    if (!cipher || !kdf || !options || count != 1u || !publicBlob || !secret)
        return bad(damaged(key.path));
    const auto type = WireReader(*publicBlob).string();
    if (!type)
        return bad(damaged(key.path));
    if (type->startsWith("sk-"))
        return fido(key.path);
    key.encrypted = *cipher != "none";
    key.publicBlob = *publicBlob;
    key.type = shortType(*type);
    if (key.type.isEmpty())
        return bad(tr("The key %1 is of the type %2, which Mooring does not use.")
                       .arg(shown(key.path), QString::fromLatin1(type->first(std::min<qsizetype>(type->size(), 40)))),
                   runThis({u"ssh-keygen"_s, u"-t"_s, u"ed25519"_s}));
    static const QList<QByteArray> kCiphers{"none",       "aes256-ctr", "aes192-ctr", "aes128-ctr",
                                            "aes256-cbc", "aes192-cbc", "aes128-cbc"};
    if (!kCiphers.contains(*cipher))
        return bad(tr("The key %1 is encrypted with a cipher that Mooring cannot read.").arg(shown(key.path)),
                   runThis({u"ssh-keygen"_s, u"-p"_s, u"-Z"_s, u"aes256-ctr"_s, u"-f"_s, key.path}));
    return {};
}

void readPublicHalf(SshKeyFile &key)
{
    QFile file(key.path + u".pub"_s);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QList<QByteArray> words = file.read(kLargestKeyFile).simplified().split(' ');
    const QByteArray blob = QByteArray::fromBase64(words.value(1));
    const auto type = WireReader(blob).string();
    if (!type || *type != words[0] || shortType(*type).isEmpty())
        return;
    if (key.publicBlob.isEmpty())
        key.publicBlob = blob;
    if (key.publicBlob != blob)
        return; // of another key
    key.type = shortType(*type);
    key.comment = QString::fromUtf8(words.mid(2).join(' ')).left(80);
}

int noPassphrase(char *, int, int, void *) { return -1; } // never ask at the terminal, which is OpenSSL's default

int givenPassphrase(char *buffer, int size, int, void *data)
{
    const auto *passphrase = static_cast<const QByteArray *>(data);
    if (passphrase->size() > size)
        return -1;
    std::memcpy(buffer, passphrase->constData(), size_t(passphrase->size()));
    return int(passphrase->size());
}

EVP_PKEY *readPem(const QByteArray &content, const QByteArray *passphrase)
{
    BIO *bio = BIO_new_mem_buf(content.constData(), int(content.size()));
    EVP_PKEY *key = PEM_read_bio_PrivateKey(bio, nullptr, passphrase ? givenPassphrase : noPassphrase,
                                            passphrase ? const_cast<QByteArray *>(passphrase) : nullptr);
    BIO_free(bio);
    ERR_clear_error();
    return key;
}

Result<> readPemKey(SshKeyFile &key)
{
    key.encrypted =
        key.content.contains("BEGIN ENCRYPTED PRIVATE KEY") || key.content.contains("Proc-Type: 4,ENCRYPTED");
    if (key.content.contains("BEGIN DSA PRIVATE KEY"))
        return bad(tr("The key %1 is of the type %2, which Mooring does not use.").arg(shown(key.path), u"DSA"_s),
                   runThis({u"ssh-keygen"_s, u"-t"_s, u"ed25519"_s}));
    if (key.encrypted)
        return {};
    EVP_PKEY *parsed = readPem(key.content, nullptr);
    if (!parsed)
        return bad(damaged(key.path));
    const int type = EVP_PKEY_base_id(parsed);
    key.type = type == EVP_PKEY_RSA       ? u"RSA"_s
               : type == EVP_PKEY_EC      ? u"ECDSA"_s
               : type == EVP_PKEY_ED25519 ? u"ED25519"_s
                                          : QString();
    EVP_PKEY_free(parsed);
    if (key.type.isEmpty())
        return bad(tr("The key %1 is of a type that Mooring does not use.").arg(shown(key.path)),
                   runThis({u"ssh-keygen"_s, u"-t"_s, u"ed25519"_s}));
    return {};
}

Result<> recognize(SshKeyFile &key)
{
    const QByteArray &content = key.content;
    if (content.startsWith("PuTTY-User-Key-File-"))
        return bad(
            tr("%1 is a PuTTY key, which Mooring cannot read.").arg(shown(key.path)),
            runThis({u"puttygen"_s, key.path, u"-O"_s, u"private-openssh"_s, u"-o"_s, key.path + u".openssh"_s}));
    if (content.startsWith("---- BEGIN SSH2 "))
        return bad(tr("%1 is a key in the format of SSH Communications (RFC 4716), which Mooring cannot read.")
                       .arg(shown(key.path)),
                   runThis({u"ssh-keygen"_s, u"-i"_s, u"-f"_s, key.path}));
    const QByteArray firstWord = content.left(100).split(' ').value(0).trimmed();
    if (firstWord.contains("-cert-v01@openssh.com"))
        return bad(tr("%1 is a certificate, not the private key.").arg(shown(key.path)),
                   tr("Give the private key. A certificate is used through the SSH agent."));
    if (firstWord.startsWith("ssh-") || firstWord.startsWith("ecdsa-") || firstWord.startsWith("sk-"))
        return bad(tr("%1 is the public half of a key.").arg(shown(key.path)),
                   tr("Give the private half: the same name without .pub."));
    if (content.contains("BEGIN OPENSSH PRIVATE KEY"))
        return readOpenSsh(key);
    if (content.contains("BEGIN CERTIFICATE"))
        return bad(tr("%1 is a certificate, not the private key.").arg(shown(key.path)),
                   tr("Give the private key. A certificate is used through the SSH agent."));
    if (content.contains("PRIVATE KEY-----"))
        return readPemKey(key);
    return bad(tr("%1 is not a private key that Mooring knows.").arg(shown(key.path)),
               tr("Give a key in OpenSSH, PEM or PKCS#8 format."));
}

} // namespace

Result<SshKeyFile> SshKeyFile::read(const QString &path)
{
    SshKeyFile key;
    key.path = path;
    const int fd = open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat info
    {
    };
    const int error = fd < 0 ? errno : 0;
    if (fd < 0 || fstat(fd, &info) != 0 || !S_ISREG(info.st_mode)) {
        const QString cause = error ? QString::fromLocal8Bit(strerror(error)) : tr("It is not a file.");
        if (fd >= 0)
            close(fd);
        return Error::of(ErrorKind::SignIn, error == ENOENT ? u"file.missing"_s : u"ssh.badKeyFile"_s,
                         tr("The key file %1 cannot be read.").arg(shown(path)))
            .withCause(cause)
            .withFix(tr("Check the path."));
    }
    QFile file;
    const bool opened = file.open(fd, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle);
    key.content = opened ? file.read(kLargestKeyFile) : QByteArray();
    // As ssh does: a key of another owner is theirs to keep.
    if (info.st_uid == geteuid() && (info.st_mode & 077) != 0)
        return Error::of(ErrorKind::SignIn, u"ssh.keyFileOpen"_s,
                         tr("Others on this computer can read the key %1 (mode %2). It was not used.")
                             .arg(shown(path), QString::number(info.st_mode & 0777, 8)))
            .withFix(runThis({u"chmod"_s, u"600"_s, path}));
    if (key.content.isEmpty())
        return bad(tr("The key file %1 is empty.").arg(shown(path)));
    if (auto known = recognize(key); !known)
        return known.error();
    readPublicHalf(key);
    return key;
}

bool SshKeyFile::opensWith(const QByteArray &passphrase) const
{
    if (!encrypted || content.contains("BEGIN OPENSSH PRIVATE KEY"))
        return true;
    EVP_PKEY *key = readPem(content, &passphrase);
    EVP_PKEY_free(key);
    return key != nullptr;
}

QString SshKeyFile::shownPath() const { return shown(path); }

} // namespace mooring
