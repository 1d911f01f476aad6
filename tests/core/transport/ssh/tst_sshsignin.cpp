#include "core/base/redactor.h"
#include "core/transport/ssh/sshlimits.h"
#include "tests/core/transport/ssh/sshbench.h"
#include "tests/support/oddserver.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace mooring;
using namespace mooring::test;
using namespace std::chrono_literals;

namespace {

/// A real ssh-agent on a socket of its own.
class Agent
{
public:
    explicit Agent(const QString &socket) : m_socket(socket)
    {
        m_process.start(u"ssh-agent"_s, {u"-D"_s, u"-a"_s, socket});
        (void)QTest::qWaitFor([&] { return QFile::exists(socket); }, 5000);
    }
    ~Agent()
    {
        m_process.kill();
        m_process.waitForFinished(5000);
    }
    bool add(const QString &keyFile) const
    {
        QProcess add;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"SSH_AUTH_SOCK"_s, m_socket);
        add.setProcessEnvironment(environment);
        add.start(u"ssh-add"_s, {u"-q"_s, keyFile});
        return add.waitForFinished(10000) && add.exitCode() == 0;
    }

private:
    QString m_socket;
    QProcess m_process;
};

} // namespace

/// Every way to sign in, with a real sshd; questions no sshd asks with a server of our own.
class TestSshSignIn : public QObject
{
    Q_OBJECT

    std::unique_ptr<SshBench> m_bench;

    /// "" when signed in, else the error's code. The facts are kept.
    QString tryIn(const SshHop &hop, const SshSignIn &signIn)
    {
        SshDialer dialer({{hop}, {}, {}}, signIn, m_bench->anyone());
        if (auto step = walk(dialer, CancelToken()); !step) {
            m_error = step.error();
            return m_error.code;
        }
        m_facts = dialer.facts();
        m_error = {};
        return {};
    }
    SshHop bare() const
    {
        SshHop hop = m_bench->hop();
        hop.identityFiles.clear();
        return hop;
    }
    Error m_error;
    SshFacts m_facts;

private Q_SLOTS:
    void initTestCase()
    {
        MOORING_NEEDS(SshServer::available(), "openssh-server is not installed");
        m_bench = std::make_unique<SshBench>();
        m_bench->server.useHostKeys({u"ed25519"_s, u"rsa"_s});
        QVERIFY2(m_bench->server.start(), qPrintable(m_bench->server.log()));
    }
    void init() { sshLimits() = SshLimits(); }

    void takesKeyFiles_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("locked");
        for (const char *type : {"ed25519", "ecdsa", "rsa"})
            for (const char *format : {"OpenSSH", "PEM", "PKCS8"})
                for (const bool locked : {false, true})
                    if (qstrcmp(type, "ed25519") != 0 || qstrcmp(format, "OpenSSH") == 0) // ssh-keygen writes no other
                        QTest::addRow("%s %s%s", type, format, locked ? " with passphrase" : "")
                            << QString::fromLatin1(type) << QString::fromLatin1(format) << locked;
    }
    void takesKeyFiles()
    {
        QFETCH(QString, type);
        QFETCH(QString, format);
        QFETCH(bool, locked);
        const QString secret = locked ? u"open sesame"_s : QString();
        const SshKeyPair key = SshKeyPair::make(m_bench->server.path(u"key"_s), type, secret, format);
        SshSignIn signIn;
        signIn.keyFile = key.file;
        signIn.passphrase = secret.toUtf8();
        m_bench->server.authorizeNobody();
        QCOMPARE(tryIn(bare(), signIn), u"ssh.denied"_s);
        m_bench->server.authorize(key.publicLine);
        QVERIFY2(tryIn(bare(), signIn).isEmpty(), qPrintable(m_error.text()));
        QVERIFY2(m_facts.signedIn.how.contains(type, Qt::CaseInsensitive), qPrintable(m_facts.signedIn.how));
        if (!locked)
            return;
        signIn.passphrase = "wrong";
        QCOMPARE(tryIn(bare(), signIn), u"ssh.wrongPassphrase"_s);
        QVERIFY2(!m_error.text().contains(u"wrong pass"_s) || m_error.text().contains(u"does not open"_s),
                 qPrintable(m_error.text()));
        signIn.passphrase.clear();
        QCOMPARE(tryIn(bare(), signIn), u"ssh.needsPassphrase"_s);
        // In a file that does not hold its public half in clear, and without the .pub beside it.
        QFile::remove(key.file + u".pub"_s);
        QCOMPARE(tryIn(bare(), signIn), u"ssh.needsPassphrase"_s);
        signIn.passphrase = secret.toUtf8();
        QVERIFY2(tryIn(bare(), signIn).isEmpty(), qPrintable(m_error.text()));
    }

    void asksForNoPassphraseOfAKeyThatIsRefused()
    {
        const SshKeyPair key = SshKeyPair::make(m_bench->server.path(u"locked"_s), u"ed25519"_s, u"secret word"_s);
        m_bench->server.authorizeNobody();
        SshSignIn signIn;
        signIn.method = SshSignIn::Method::KeyFile;
        signIn.keyFile = key.file;
        QCOMPARE(tryIn(bare(), signIn), u"ssh.denied"_s);
    }

    void namesKeyFilesItCannotUse()
    {
        const QString path = m_bench->server.path(u"odd"_s);
        const auto write = [&](const QByteArray &content, int mode) {
            QFile::remove(path);
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
            file.close();
            QCOMPARE(chmod(QFile::encodeName(path).constData(), mode_t(mode)), 0);
        };
        SshSignIn signIn;
        signIn.keyFile = path;
        write("PuTTY-User-Key-File-3: ssh-ed25519\n", 0600);
        QCOMPARE(tryIn(bare(), signIn), u"ssh.badKeyFile"_s);
        QVERIFY(m_error.fix.contains(u"puttygen"_s));
        QFile key(m_bench->key.file);
        QVERIFY(key.open(QIODevice::ReadOnly));
        const QByteArray good = key.readAll();
        write(good, 0644);
        QCOMPARE(tryIn(bare(), signIn), u"ssh.keyFileOpen"_s);
        QVERIFY(m_error.fix.contains(u"chmod 600"_s));
        write(good.left(good.size() / 2), 0600);
        QCOMPARE(tryIn(bare(), signIn), u"ssh.badKeyFile"_s);
        signIn.keyFile = path + u"-missing"_s;
        QCOMPARE(tryIn(bare(), signIn), u"file.missing"_s);
    }

    void takesTheAgent()
    {
        const Agent agent(m_bench->server.path(u"agent"_s));
        SshHop hop = bare();
        hop.agentSocket = m_bench->server.path(u"agent"_s);
        SshSignIn signIn;
        signIn.method = SshSignIn::Method::Agent;
        for (const QString &type : {u"ed25519"_s, u"ecdsa"_s, u"rsa"_s}) {
            const SshKeyPair key = SshKeyPair::make(m_bench->server.path(u"agent-"_s + type), type);
            QVERIFY(agent.add(key.file));
            m_bench->server.authorizeNobody();
            m_bench->server.authorize(key.publicLine);
            QVERIFY2(tryIn(hop, signIn).isEmpty(), qPrintable(m_error.text()));
            QVERIFY(m_facts.signedIn.how.startsWith(u"agent: mooringtest"_s));
        }
        // More keys than a server lets one try: the one that the configuration names comes first.
        for (int at = 0; at < 8; ++at)
            QVERIFY(agent.add(SshKeyPair::make(m_bench->server.path(u"more%1"_s.arg(at))).file));
        const SshKeyPair last = SshKeyPair::make(m_bench->server.path(u"last"_s));
        QVERIFY(agent.add(last.file));
        m_bench->server.authorizeNobody();
        m_bench->server.authorize(last.publicLine);
        QCOMPARE(tryIn(hop, signIn), u"ssh.denied"_s);
        QVERIFY2(m_error.text().contains(u"not all keys"_s), qPrintable(m_error.text()));
        QVERIFY(!m_bench->server.log().contains(u"Too many authentication failures"_s));
        hop.identityFiles = {last.file};
        QVERIFY2(tryIn(hop, signIn).isEmpty(), qPrintable(m_error.text()));
    }

    void outlivesAHungAgent()
    {
        sshLimits().agent = 300ms;
        const QByteArray path = m_bench->server.path(u"hung"_s).toUtf8();
        const int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_un name{};
        name.sun_family = AF_UNIX;
        qstrncpy(name.sun_path, path.constData(), sizeof name.sun_path);
        QVERIFY(bind(fd, reinterpret_cast<sockaddr *>(&name), sizeof name) == 0 && listen(fd, 5) == 0);
        SshHop hop = m_bench->hop();
        hop.agentSocket = QString::fromUtf8(path);
        m_bench->server.authorizeNobody();
        m_bench->server.authorize(m_bench->key.publicLine);
        QElapsedTimer clock;
        clock.start();
        QVERIFY2(tryIn(hop, {}).isEmpty(), qPrintable(m_error.text())); // by its key file
        QVERIFY(clock.elapsed() < 10000);
        SshSignIn onlyAgent;
        onlyAgent.method = SshSignIn::Method::Agent;
        QCOMPARE(tryIn(hop, onlyAgent), u"ssh.agent"_s);
        close(fd);
    }

    void takesPasswords()
    {
        MOORING_NEEDS(TestAccount::possible(), "only root can make accounts");
        const TestAccount account(u"/bin/sh"_s, "correct horse");
        QVERIFY(account.ok());
        SshHop hop = bare();
        hop.user = account.name();
        m_bench->server.authorizeNobody();
        QCOMPARE(tryIn(hop, {}), u"ssh.needsPassword"_s);
        SshSignIn signIn;
        signIn.password = "correct horse";
        QVERIFY2(tryIn(hop, signIn).isEmpty(), qPrintable(m_error.text()));
        QCOMPARE(m_facts.signedIn.how, u"password"_s);
        signIn.password = "battery staple";
        const qsizetype before = m_bench->server.log().count(u"Failed password"_s);
        QCOMPARE(tryIn(hop, signIn), u"ssh.denied"_s);
        QCOMPARE(m_bench->server.log().count(u"Failed password"_s), before + 1);
        QVERIFY(!toBytes(m_error.toJson()).contains("battery"));
        QCOMPARE(Redactor::instance().redact(u"it was battery staple"_s).contains(u"battery"_s), false);
    }

    void answersPamByThePassword()
    {
        MOORING_NEEDS(TestAccount::possible(), "only root can make accounts");
        const TestAccount account(u"/bin/sh"_s, "correct horse");
        SshBench bench;
        bench.server.configure(u"PasswordAuthentication no"_s);
        bench.server.usePam(
            "auth required pam_unix.so\naccount required pam_permit.so\nsession required pam_permit.so\n");
        QVERIFY2(bench.server.start(), qPrintable(bench.server.log()));
        SshHop hop = bench.hop();
        hop.identityFiles.clear();
        hop.user = account.name();
        SshSignIn signIn;
        signIn.password = "correct horse";
        QVERIFY2(tryIn(hop, signIn).isEmpty(), qPrintable(m_error.text() + bench.server.log()));
        signIn.password = "wrong";
        QCOMPARE(tryIn(hop, signIn), u"ssh.denied"_s);
    }

    void goesOnAfterPartialSuccess()
    {
        MOORING_NEEDS(TestAccount::possible(), "only root can make accounts");
        const TestAccount account(u"/bin/sh"_s, "correct horse");
        for (const QString &order : {u"publickey,password"_s, u"password,publickey"_s}) {
            SshBench bench;
            bench.server.configure(u"AuthenticationMethods "_s + order);
            QVERIFY2(bench.server.start(), qPrintable(bench.server.log()));
            SshHop hop = bench.hop();
            hop.user = account.name();
            SshSignIn signIn;
            signIn.password = "correct horse";
            QVERIFY2(tryIn(hop, signIn).isEmpty(), qPrintable(m_error.text()));
            QCOMPARE(m_facts.signedIn.tried.size(), 2);
        }
    }

    void asksAPerson()
    {
        MOORING_NEEDS(OddServer::available(), "python3-paramiko is not installed");
        OddServer server(
            Json{{"rounds", Json::array({Json::array({Json::array({"Password: ", false, "pw"})}),
                                         Json::array({Json::array({"Code\x1b[1m (6 digits): ", true, "123456"}),
                                                      Json::array({"Site: ", true, "Seoul"})})})}});
        QVERIFY(server.port() != 0);
        SshHop hop = bare();
        hop.port = server.port();
        SshSignIn signIn;
        signIn.password = "pw";
        std::vector<SshPrompts> seen;
        QCOMPARE(tryIn(hop, signIn), u"ssh.needsAnswer"_s); // a code is never answered by the password
        QVERIFY2(m_error.text().contains(u"6 digits"_s), qPrintable(m_error.text()));
        QVERIFY(!server.log().contains("refused"));
        signIn.ask = [&](const SshPrompts &prompts, const CancelToken &) -> Result<std::vector<QByteArray>> {
            seen.push_back(prompts);
            return std::vector<QByteArray>{"123456", "Seoul"};
        };
        QVERIFY2(tryIn(hop, signIn).isEmpty(), qPrintable(m_error.text()));
        QCOMPARE(seen.size(), size_t(1));
        QCOMPARE(seen[0].prompts.size(), size_t(2));
        QVERIFY(!seen[0].prompts[0].text.contains(u'\x1b'));
        QVERIFY(!seen[0].instruction.contains(u'\n') && !seen[0].instruction.contains(u'\x1b'));
        QCOMPARE(seen[0].host, hop.host);
        signIn.ask = [&](const SshPrompts &, const CancelToken &) -> Result<std::vector<QByteArray>> {
            return Error::canceled();
        };
        QCOMPARE(tryIn(hop, signIn), u"canceled"_s);
    }

    void asksForTheSecondFactorAfterAKey()
    {
        MOORING_NEEDS(OddServer::available(), "python3-paramiko is not installed");
        OddServer server(Json{{"publicKey", m_bench->key.publicLine.split(' ').value(1).toStdString()},
                              {"rounds", Json::array({Json::array({Json::array({"Code: ", false, "42"})})})},
                              {"partial", Json::array({"publickey", "keyboard-interactive"})}});
        QVERIFY(server.port() != 0);
        SshHop hop = m_bench->hop();
        hop.port = server.port();
        QCOMPARE(tryIn(hop, {}), u"ssh.needsAnswer"_s);
        SshSignIn signIn;
        signIn.ask = [&](const SshPrompts &, const CancelToken &) -> Result<std::vector<QByteArray>> {
            return std::vector<QByteArray>{"42"};
        };
        QVERIFY2(tryIn(hop, signIn).isEmpty(), qPrintable(m_error.text()));
        // A wrong answer is given once.
        signIn.ask = [&](const SshPrompts &, const CancelToken &) -> Result<std::vector<QByteArray>> {
            return std::vector<QByteArray>{"43"};
        };
        const qsizetype before = server.log().count("refused");
        QCOMPARE(tryIn(hop, signIn), u"ssh.denied"_s);
        QTRY_COMPARE(server.log().count("refused"), before + 1);
    }

    void sendsNothingBeforeTheKeyIsAccepted()
    {
        SshBench bench;
        QVERIFY(bench.server.start());
        bench.trust->acceptNew(false);
        SshSignIn signIn;
        signIn.password = "never sent";
        const auto made = SshDialer::dial(bench.route(), signIn, bench.trust, CancelToken());
        QVERIFY(!made);
        QCOMPARE(made.error().code, u"ssh.hostKeyUnknown"_s);
        QCOMPARE(made.error().kind, ErrorKind::SignIn);
        QVERIFY(bench.server.waitForLog(u"Connection closed by"_s) || bench.server.waitForLog(u"Connection reset"_s));
        QCOMPARE(bench.server.attempts(), 0);
        SshDialer dialer(bench.route(), signIn, bench.trust);
        const CancelToken cancel;
        MOORING_OK(dialer.lookUp(cancel));
        MOORING_OK(dialer.connect(cancel));
        MOORING_OK(dialer.readBanner(cancel));
        MOORING_OK(dialer.exchangeKeys(cancel));
        QVERIFY(!dialer.signIn(cancel)); // without checkHostKey
        QCOMPARE(bench.server.attempts(), 0);
    }
};

QTEST_GUILESS_MAIN(TestSshSignIn)
#include "tst_sshsignin.moc"
