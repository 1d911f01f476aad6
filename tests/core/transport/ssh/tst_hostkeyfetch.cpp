#include "core/transport/ssh/hostkeyfetch.h"

#include "core/base/files.h"
#include "core/transport/ssh/sshdialer.h"
#include "tests/support/sshserver.h"
#include "tests/support/testsupport.h"

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

/// Who a machine is, with real servers: what the records prefer, what is refused, and that nothing is sent before.
class TestHostKeyFetch : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_user;

    static SshRoute routeTo(const SshServer &server)
    {
        SshHop hop;
        hop.host = server.address();
        hop.port = server.port();
        hop.user = SshServer::userName();
        hop.trustName = hop.host;
        hop.trustPort = hop.port;
        return {{hop}, {}, {}};
    }
    std::shared_ptr<HostTrust> trust() const
    {
        return std::make_shared<HostTrust>(m_folder.filePath(u"own"_s), QStringList{m_user});
    }
    static QByteArray lineOf(const SshServer &server, const QByteArray &key)
    {
        return '[' + server.address().toUtf8() + "]:" + QByteArray::number(server.port()) + ' ' + key + '\n';
    }

private Q_SLOTS:
    void initTestCase() { MOORING_NEEDS(SshServer::available(), "OpenSSH's server"); }
    void init()
    {
        m_user = m_folder.filePath(u"known"_s);
        QFile::remove(m_user);
        QFile::remove(m_folder.filePath(u"own"_s));
    }

    void theKeyOnRecordIsNegotiated_data()
    {
        QTest::addColumn<QString>("type");
        for (const QString &type : {u"ed25519"_s, u"ecdsa"_s, u"rsa"_s})
            QTest::newRow(qPrintable(type)) << type;
    }
    void theKeyOnRecordIsNegotiated()
    {
        QFETCH(QString, type);
        SshServer server;
        server.useHostKeys({u"ed25519"_s, u"ecdsa"_s, u"rsa"_s});
        QVERIFY2(server.start(), qPrintable(server.log()));
        MOORING_OK(writeFileAtomically(m_user, lineOf(server, server.hostKeyLine(type))));
        const auto finding = fetchHostKey(routeTo(server), {}, trust(), {});
        MOORING_OK(finding);
        QCOMPARE(toWord(finding->verdict), u"known"_s);
        QCOMPARE(finding->shown.fingerprint(), server.fingerprint(type));
        QCOMPARE(server.attempts(), 0);
    }

    void anotherTypeThanOnRecordIsChanged()
    {
        SshServer server;
        server.useHostKeys({u"ecdsa"_s});
        QVERIFY2(server.start(), qPrintable(server.log()));
        const SshKeyPair stored = SshKeyPair::make(m_folder.filePath(u"stored"_s));
        MOORING_OK(writeFileAtomically(m_user, lineOf(server, stored.publicLine)));
        const auto finding = fetchHostKey(routeTo(server), {}, trust(), {});
        MOORING_OK(finding);
        QCOMPARE(toWord(finding->verdict), u"changed"_s);
        const auto refused = trust()->decide(*finding);
        QCOMPARE(refused.error().code, u"ssh.hostKeyChanged"_s);
        QVERIFY2(refused.error().message.contains(u"ecdsa-sha2-nistp256"_s) &&
                     refused.error().message.contains(u"ssh-ed25519"_s),
                 qPrintable(refused.error().message));
    }

    /// A machine in the middle, on the first and on a later connection: no sign-in is tried before the key is accepted.
    void nothingIsSentBeforeTheKeyIsAccepted_data()
    {
        QTest::addColumn<QByteArray>("record"); // {key}: the server's, {old}: another
        QTest::addColumn<QString>("code");
        QTest::newRow("first seen") << QByteArray() << u"ssh.hostKeyUnknown"_s;
        QTest::newRow("changed") << QByteArray("{name} {old}\n") << u"ssh.hostKeyChanged"_s;
        QTest::newRow("revoked") << QByteArray("{name} {key}\n@revoked * {key}\n") << u"ssh.hostKeyRevoked"_s;
        QTest::newRow("an authority only") << QByteArray("@cert-authority * {old}\n") << u"ssh.hostKeyUnknown"_s;
    }
    void nothingIsSentBeforeTheKeyIsAccepted()
    {
        QFETCH(QByteArray, record);
        QFETCH(QString, code);
        SshServer server;
        const SshKeyPair key = SshKeyPair::make(server.path(u"id"_s));
        server.authorize(key.publicLine);
        QVERIFY2(server.start(), qPrintable(server.log()));
        record.replace("{name}", lineOf(server, {}).trimmed()).replace("{key}", server.hostKeyLine());
        record.replace("{old}", SshKeyPair::make(server.path(u"old"_s)).publicLine);
        MOORING_OK(writeFileAtomically(m_user, record));
        SshRoute route = routeTo(server);
        route.hops.front().identityFiles = {key.file};
        SshSignIn signIn;
        signIn.password = "secret";
        const auto connection = SshDialer::dial(route, signIn, trust(), {});
        QVERIFY(!connection);
        QCOMPARE(connection.error().code, code);
        QCOMPARE(connection.error().kind, ErrorKind::SignIn);
        QCOMPARE(stringAt(connection.error().detail["hostKey"], "fingerprint"), server.fingerprint());
        QCOMPARE(server.attempts(), 0);
        if (code != u"ssh.hostKeyUnknown")
            return;
        const auto finding = fetchHostKey(route, {}, trust(), {});
        MOORING_OK(finding);
        MOORING_OK(trustExpected(*trust(), *finding, server.fingerprint()));
        MOORING_OK(SshDialer::dial(route, signIn, trust(), {}));
        QVERIFY(server.attempts() > 0);
    }

    void twoPortsAreTwoMachines()
    {
        SshServer one, two;
        QVERIFY2(one.start() && two.start(), qPrintable(two.log()));
        const auto known = trust();
        for (const SshServer *server : {&one, &two}) {
            const auto finding = fetchHostKey(routeTo(*server), {}, known, {});
            MOORING_OK(finding);
            QCOMPARE(toWord(finding->verdict), u"unknown"_s); // whatever is known of the other port
            MOORING_OK(trustExpected(*known, *finding, server->fingerprint()));
        }
        QVERIFY(one.restart(true)); // new keys
        QCOMPARE(toWord(fetchHostKey(routeTo(one), {}, known, {})->verdict), u"changed"_s);
        QCOMPARE(toWord(fetchHostKey(routeTo(two), {}, known, {})->verdict), u"known"_s);
    }

    void expectedKeys()
    {
        SshServer server;
        QVERIFY2(server.start(), qPrintable(server.log()));
        const auto finding = fetchHostKey(routeTo(server), {}, trust(), {});
        MOORING_OK(finding);
        QCOMPARE(trustExpected(*trust(), *finding, u"SHA256:x"_s).error().code, u"ssh.hostKeyUnexpected"_s);
        QVERIFY(!QFile::exists(m_folder.filePath(u"own"_s)));
        MOORING_OK(trustExpected(*trust(), *finding, server.fingerprint()));
    }

    void fingerprints_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        const QString digest = u"bTuIXV+fAoT4rGkVRnwMSKNpHH7XrkNvBTbGKuSz/uM"_s;
        QTest::newRow("as printed") << u"SHA256:"_s + digest << true;
        QTest::newRow("padded") << u" SHA256:"_s + digest + u"= "_s << true;
        QTest::newRow("without its name") << digest << false;
        QTest::newRow("short") << u"SHA256:"_s + digest.left(40) << false;
        QTest::newRow("long") << u"SHA256:"_s + digest + u"AAAA"_s << false;
        QTest::newRow("MD5") << u"MD5:16:27:ac:a5:76:28:2d:36:63:1b:56:4d:eb:df:a6:48"_s << false;
        QTest::newRow("not base64") << u"SHA256:"_s + QString(43, u'!') << false;
        QTest::newRow("empty") << QString() << false;
    }
    void fingerprints()
    {
        QFETCH(QString, text);
        QFETCH(bool, good);
        const auto parsed = parseFingerprint(text);
        QCOMPARE(parsed.ok(), good);
        if (good)
            QCOMPARE(*parsed, text.trimmed().remove(u'='));
        else
            QCOMPARE(parsed.error().code, u"trust.badFingerprint"_s);
    }

    void cancelEndsTheWait()
    {
        SshServer server;
        QVERIFY2(server.start(), qPrintable(server.log()));
        CancelToken cancel;
        cancel.cancel();
        const auto finding = fetchHostKey(routeTo(server), {}, trust(), cancel);
        QVERIFY(!finding);
        QCOMPARE(finding.error().kind, ErrorKind::Canceled);
    }
};

QTEST_GUILESS_MAIN(TestHostKeyFetch)
#include "tst_hostkeyfetch.moc"
