#include "core/transport/ssh/sshkeyfile.h"
#include "tests/support/sshserver.h"
#include "tests/support/testsupport.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace mooring;
using namespace mooring::test;

class TestSshKeyFile : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QByteArray &content, int mode = 0600) const
    {
        const QString path = m_folder.path() + u"/file"_s;
        QFile::remove(path);
        QFile::remove(path + u".pub"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write");
        file.close();
        chmod(QFile::encodeName(path).constData(), mode_t(mode));
        return path;
    }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase() { MOORING_NEEDS(SshServer::available(), "openssh-client is not installed"); }

    void readsWithoutPassphrase_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("format");
        for (const char *type : {"ed25519", "ecdsa", "rsa"})
            for (const char *format : {"OpenSSH", "PEM", "PKCS8"})
                QTest::addRow("%s %s", type, format) << QString::fromLatin1(type) << QString::fromLatin1(format);
    }
    void readsWithoutPassphrase()
    {
        QFETCH(QString, type);
        QFETCH(QString, format);
        for (const bool locked : {false, true}) {
            const SshKeyPair pair =
                SshKeyPair::make(m_folder.path() + u"/key"_s, type, locked ? u"right one"_s : QString(), format);
            auto key = SshKeyFile::read(pair.file);
            MOORING_OK(key);
            QCOMPARE(key->encrypted, locked);
            QCOMPARE(key->type, type.toUpper());
            QCOMPARE(key->publicBlob, QByteArray::fromBase64(pair.publicLine.split(' ').value(1)));
            QVERIFY(key->opensWith("right one"));
            if (locked && !key->content.contains("OPENSSH"))
                QVERIFY(!key->opensWith("wrong one") && !key->opensWith({}));
        }
    }

    void namesWhatItCannotUse_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("says"); ///< in the message or the fix
        QTest::newRow("putty") << QByteArray("PuTTY-User-Key-File-2: ssh-rsa\r\n") << u"puttygen"_s;
        QTest::newRow("ssh.com") << QByteArray("---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\n") << u"ssh-keygen -i"_s;
        QTest::newRow("public") << QByteArray("ssh-ed25519 AAAAC3Nz me@here\n") << u".pub"_s;
        QTest::newRow("certificate") << QByteArray("ssh-ed25519-cert-v01@openssh.com AAAA me\n") << u"certificate"_s;
        QTest::newRow("x509") << QByteArray("-----BEGIN CERTIFICATE-----\nAAAA\n") << u"certificate"_s;
        QTest::newRow("dsa") << QByteArray("-----BEGIN DSA PRIVATE KEY-----\nAAAA\n") << u"DSA"_s;
        QTest::newRow("empty") << QByteArray() << u"empty"_s;
        QTest::newRow("text") << QByteArray("hello\n") << u"not a private key"_s;
        QTest::newRow("zeros") << QByteArray(3000, '\0') << u"not a private key"_s;
        QTest::newRow("damaged pem") << QByteArray(
                                            "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n")
                                     << u"damaged"_s;
        QTest::newRow("damaged openssh") << QByteArray("-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH "
                                                       "PRIVATE KEY-----\n")
                                         << u"damaged"_s;
        const auto openSsh = [](const QByteArray &cipher, const QByteArray &type) {
            const auto wire = [](const QByteArray &text) { return QByteArray(3, '\0') + char(text.size()) + text; };
            const QByteArray blob = QByteArray("openssh-key-v1\0", 15) + wire(cipher) + wire("bcrypt") + wire({}) +
                                    QByteArray("\0\0\0\1", 4) + wire(wire(type) + wire("x")) + wire("secret");
            return "-----BEGIN OPENSSH PRIVATE KEY-----\n" + blob.toBase64() + "\n-----END OPENSSH PRIVATE KEY-----\n";
        };
        QTest::newRow("fido") << QByteArray(openSsh("none", "sk-ssh-ed25519@openssh.com")) << u"FIDO"_s;
        QTest::newRow("chacha") << QByteArray(openSsh("chacha20-poly1305@openssh.com", "ssh-ed25519"))
                                << u"ssh-keygen -p -Z aes256-ctr"_s;
        QTest::newRow("dsa openssh") << QByteArray(openSsh("none", "ssh-dss")) << u"ssh-dss"_s;
    }
    void namesWhatItCannotUse()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, says);
        auto key = SshKeyFile::read(write(content));
        QVERIFY(!key);
        QCOMPARE(key.error().code, u"ssh.badKeyFile"_s);
        QCOMPARE(key.error().kind, ErrorKind::SignIn);
        QVERIFY2(key.error().text().contains(says), qPrintable(key.error().text()));
    }

    void refusesOpenFiles()
    {
        const SshKeyPair pair = SshKeyPair::make(m_folder.path() + u"/key"_s);
        for (const int mode : {0644, 0640, 0604, 0660, 0610})
            QCOMPARE(SshKeyFile::read(write(contentOf(pair.file), mode)).error().code, u"ssh.keyFileOpen"_s);
        for (const int mode : {0600, 0400, 0700})
            MOORING_OK(SshKeyFile::read(write(contentOf(pair.file), mode)));
        QCOMPARE(SshKeyFile::read(m_folder.path() + u"/none"_s).error().code, u"file.missing"_s);
        QCOMPARE(SshKeyFile::read(m_folder.path()).error().code, u"ssh.badKeyFile"_s);
        QCOMPARE(SshKeyFile::read(u"/dev/zero"_s).error().code, u"ssh.badKeyFile"_s);
    }

    void survivesMutations()
    {
        QRandomGenerator random(11);
        for (const QString &format : {u"OpenSSH"_s, u"PEM"_s, u"PKCS8"_s}) {
            const SshKeyPair pair = SshKeyPair::make(m_folder.path() + u"/key"_s, u"ecdsa"_s, u"secret"_s, format);
            const QByteArray good = contentOf(pair.file);
            for (int round = 0; round < 400; ++round) {
                QByteArray bytes = good;
                for (int count = 0; count < 1 + round % 5; ++count)
                    bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
                if (round % 3 == 0)
                    bytes.truncate(random.bounded(int(bytes.size())));
                auto key = SshKeyFile::read(write(bytes));
                if (key)
                    (void)key->opensWith("secret");
                else
                    QVERIFY(key.error().kind == ErrorKind::SignIn && !key.error().message.isEmpty());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestSshKeyFile)
#include "tst_sshkeyfile.moc"
