#include "tests/app/cli.h"
#include "tests/support/sshserver.h"

#include "core/base/files.h"

#include <QRandomGenerator>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

/// Known machines from the command line, against a real sshd.
class TestCliTrust : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<SshServer> m_server;

    QString address(const QString &host = u"127.0.0.1"_s) const { return u"%1:%2"_s.arg(host).arg(m_server->port()); }
    void configure(const QByteArray &lines)
    {
        QVERIFY(writeFileAtomically(m_folder.filePath(u"config"_s),
                                    lines + "\nHost *\n  UserKnownHostsFile " + m_folder.filePath(u"known"_s).toUtf8() +
                                        "\n  GlobalKnownHostsFile none\n  IdentityAgent none\n")
                    .ok());
    }
    /// Runs it at a terminal of its own; what is typed comes once the words are there.
    static CommandOutput atTerminal(const Cli &cli, const QStringList &words, const QString &expected,
                                    const QByteArray &typed)
    {
        Command command = cli.command(words);
        command.arguments = QStringList{QStringLiteral(MOORING_SOURCE_DIR "/tests/app/terminal.py"), expected,
                                        QString::fromUtf8(typed), u"--"_s, command.program} +
                            command.arguments;
        command.program = u"python3"_s;
        const auto output = runCommand(command, {});
        return output ? *output : CommandOutput{-1, 0, {}, output.error().text().toUtf8(), 0};
    }

private Q_SLOTS:
    void initTestCase()
    {
        MOORING_NEEDS(SshServer::available(), "OpenSSH's server");
        qputenv("MOORING_SSH_CONFIG", m_folder.filePath(u"config"_s).toUtf8());
        m_server = std::make_unique<SshServer>();
        QVERIFY2(m_server->start(), qPrintable(m_server->log()));
    }
    void cleanupTestCase() { m_server.reset(); }
    void init()
    {
        configure({});
        QFile::remove(m_folder.filePath(u"known"_s));
    }

    void addListRemove()
    {
        Cli cli;
        QCOMPARE(cli.json({u"trust"_s, u"list"_s}).dump(), std::string("[]"));
        const int before = m_server->attempts();
        const Json added = cli.json({u"trust"_s, u"add"_s, address(), m_server->fingerprint()});
        QCOMPARE(m_server->attempts(), before); // nothing but the keys were exchanged
        const Json list = cli.json({u"trust"_s, u"list"_s});
        QCOMPARE(list.dump(), added.dump());
        QCOMPARE(list.size(), size_t(1));
        QCOMPARE(stringAt(list[0], "host"), u"127.0.0.1"_s);
        QCOMPARE(intAt(list[0], "port"), qint64(m_server->port()));
        QCOMPARE(stringAt(list[0], "type"), u"ssh-ed25519"_s);
        QCOMPARE(stringAt(list[0], "fingerprint"), m_server->fingerprint());
        QCOMPARE(stringAt(list[0], "source"), u"mooring"_s);
        QVERIFY(timeAt(list[0], "firstSeen"));
        QVERIFY(list[0].contains("runs") && list[0]["runs"].is_null()); // no attached target has it
        const QFileInfo file(cli.profile() + u"/known_hosts"_s);
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(cli.json({u"trust"_s, u"add"_s, address(), m_server->fingerprint()}).dump(), added.dump());
        QCOMPARE(cli.json({u"trust"_s, u"remove"_s, address()}).dump(), added.dump());
        QCOMPARE(cli.json({u"trust"_s, u"list"_s}).dump(), std::string("[]"));
        QCOMPARE(stringAt(cli.error({u"trust"_s, u"remove"_s, address()}, 2), "code"), u"trust.unknown"_s);
    }

    void anotherKeyThanExpectedIsRefused()
    {
        Cli cli;
        const int before = m_server->attempts();
        const QString other = u"SHA256:"_s + QString(43, u'A');
        const Json error = cli.error({u"trust"_s, u"add"_s, address(), other}, 4);
        QCOMPARE(stringAt(error, "code"), u"ssh.hostKeyUnexpected"_s);
        QCOMPARE(stringAt(error["detail"]["hostKey"], "fingerprint"), m_server->fingerprint());
        QCOMPARE(stringAt(error["detail"]["hostKey"], "verdict"), u"unknown"_s);
        QCOMPARE(m_server->attempts(), before);
        QVERIFY(!QFile::exists(cli.profile() + u"/known_hosts"_s));
    }

    void aChangedKeyIsRefusedWithTheCommandThatRemovesIt()
    {
        Cli cli;
        const SshKeyPair old = SshKeyPair::make(m_folder.filePath(u"old"_s));
        const QByteArray name = "[127.0.0.1]:" + QByteArray::number(m_server->port());
        MOORING_OK(writeFileAtomically(m_folder.filePath(u"known"_s), "# mine\n" + name + ' ' + old.publicLine + '\n'));
        const Json error = cli.error({u"trust"_s, u"add"_s, address(), m_server->fingerprint()}, 4);
        QCOMPARE(stringAt(error, "code"), u"ssh.hostKeyChanged"_s);
        QCOMPARE(intAt(error["detail"]["hostKey"]["records"][0], "line"), 2);
        QVERIFY2(stringAt(error, "fix").contains(u"ssh-keygen -R"_s), qPrintable(stringAt(error, "fix")));
        // The record of the other file is shown, and not touched.
        const Json list = cli.json({u"trust"_s, u"list"_s});
        QCOMPARE(stringAt(list[0], "source"), m_folder.filePath(u"known"_s) + u":2"_s);
        const Json removal = cli.error({u"trust"_s, u"remove"_s, address()}, 2);
        QCOMPARE(stringAt(removal, "code"), u"trust.otherFile"_s);
        // The command that is given does it.
        Command command;
        command.program = u"sh"_s;
        command.arguments = QStringList{u"-c"_s, stringAt(removal, "fix").section(u": "_s, 1)};
        const auto done = runCommand(command, {});
        MOORING_OK(done);
        QVERIFY2(done->succeeded(), done->errors.constData());
        QVERIFY(cli.run({u"trust"_s, u"add"_s, address(), m_server->fingerprint()}).exitCode == 0);
    }

    void theKeyItselfNeedsNoConnection()
    {
        Cli cli;
        const SshKeyPair key = SshKeyPair::make(m_folder.filePath(u"given"_s));
        const Json added =
            cli.json({u"trust"_s, u"add"_s, u"--key"_s, QString::fromUtf8(key.publicLine), u"Gpu-Box"_s});
        QCOMPARE(stringAt(added[0], "host"), u"gpu-box"_s);
        QCOMPARE(intAt(added[0], "port"), qint64(22));
        QCOMPARE(stringAt(cli.error({u"trust"_s, u"add"_s, u"--key"_s, u"ssh-ed25519 junk"_s, u"gpu"_s}, 2), "code"),
                 u"trust.badKey"_s);
    }

    void anAliasStandsAsWhatItIs()
    {
        Cli cli;
        configure("Host here\n  HostName 127.0.0.1\n  Port " + QByteArray::number(m_server->port()) +
                  "\nHost named\n  HostName 127.0.0.1\n  HostKeyAlias One\n  Port " +
                  QByteArray::number(m_server->port()));
        const Json here = cli.json({u"trust"_s, u"add"_s, u"here"_s, m_server->fingerprint()});
        QCOMPARE(intAt(here[0], "port"), qint64(m_server->port()));
        const Json named = cli.json({u"trust"_s, u"add"_s, u"named"_s, m_server->fingerprint()});
        QCOMPARE(stringAt(named[0], "host"), u"one"_s);
        QCOMPARE(intAt(named[0], "port"), qint64(22));
        QCOMPARE(cli.json({u"trust"_s, u"remove"_s, u"here"_s}).dump(), here.dump());
        QCOMPARE(cli.json({u"trust"_s, u"remove"_s, u"named"_s}).dump(), named.dump());
    }

    void mistakes_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("code");
        const QString md5 = u"MD5:16:27:ac:a5:76:28:2d:36:63:1b:56:4d:eb:df:a6:48"_s;
        QTest::newRow("unknown act") << QStringList{u"trust"_s, u"ad"_s} << u"usage.unknownCommand"_s;
        QTest::newRow("no host") << QStringList{u"trust"_s, u"remove"_s} << u"trust.hostNeeded"_s;
        QTest::newRow("no key") << QStringList{u"trust"_s, u"add"_s, u"gpu"_s} << u"trust.keyNeeded"_s;
        QTest::newRow("MD5") << QStringList{u"trust"_s, u"add"_s, u"gpu"_s, md5} << u"trust.badFingerprint"_s;
        QTest::newRow("cut") << QStringList{u"trust"_s, u"add"_s, u"gpu"_s, u"SHA256:abc"_s}
                             << u"trust.badFingerprint"_s;
        QTest::newRow("hostile host") << QStringList{u"trust"_s, u"remove"_s, u"a b"_s} << u"ssh.badAddress"_s;
        QTest::newRow("a word too many") << QStringList{u"trust"_s, u"list"_s, u"a"_s, u"b"_s, u"c"_s}
                                         << u"usage.unexpected"_s;
    }
    void mistakes()
    {
        QFETCH(QStringList, words);
        Cli cli;
        QFETCH(QString, code);
        QCOMPARE(stringAt(cli.error(words, 2), "code"), code);
        QVERIFY(!QFile::exists(cli.profile() + u"/known_hosts"_s));
    }

    void notReachable()
    {
        Cli cli;
        const QString nowhere = u"127.0.0.1:%1"_s.arg(freePort());
        QCOMPARE(cli.run({u"trust"_s, u"add"_s, nowhere, m_server->fingerprint()}).exitCode, 3);
    }

    void atATerminalAnUnknownJumpHostIsAQuestion_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<bool>("kept");
        QTest::newRow("yes") << QByteArray("yes\n") << 0 << true;
        QTest::newRow("once") << QByteArray("once\n") << 0 << false;
        QTest::newRow("the fingerprint") << m_server->fingerprint().toUtf8() + '\n' << 0 << true;
        QTest::newRow("another fingerprint") << QByteArray("SHA256:AAAA\n") << 4 << false;
        QTest::newRow("Enter") << QByteArray("\n") << 4 << false;
        QTest::newRow("no") << QByteArray("no\n") << 4 << false;
        QTest::newRow("y is not enough") << QByteArray("y\n") << 4 << false;
        QTest::newRow("end of input") << QByteArray("\x04") << 4 << false;
    }
    void atATerminalAnUnknownJumpHostIsAQuestion()
    {
        QFETCH(QByteArray, typed);
        QFETCH(int, exitCode);
        QFETCH(bool, kept);
        SshServer target;
        QVERIFY2(target.start(), qPrintable(target.log()));
        const SshKeyPair key =
            SshKeyPair::make(m_server->path(u"jump-"_s + QString::number(QRandomGenerator::global()->generate())));
        m_server->authorize(key.publicLine);
        configure("Host far\n  HostName 127.0.0.1\n  Port " + QByteArray::number(target.port()) +
                  "\n  ProxyJump gate\nHost gate\n  HostName 127.0.0.1\n  Port " +
                  QByteArray::number(m_server->port()) + "\n  IdentityFile " + key.file.toUtf8());
        Cli cli;
        const auto output =
            atTerminal(cli, {u"trust"_s, u"add"_s, u"far"_s, target.fingerprint()}, u"means no: "_s, typed);
        const QByteArray all = output.output + output.errors;
        QVERIFY2(output.exitCode == exitCode, all.constData());
        QVERIFY2(all.contains(m_server->fingerprint().toUtf8()) && all.contains("ssh-ed25519"), all.constData());
        QCOMPARE(target.attempts(), 0);
        const QByteArray own = readWholeFile(cli.profile() + u"/known_hosts"_s).valueOr({});
        QCOMPARE(own.contains(m_server->hostKeyLine()), kept);
        QCOMPARE(own.contains(target.hostKeyLine()), exitCode == 0);
    }

    void withoutATerminalNothingIsAsked()
    {
        SshServer target;
        QVERIFY2(target.start(), qPrintable(target.log()));
        configure("Host far\n  HostName 127.0.0.1\n  Port " + QByteArray::number(target.port()) +
                  "\n  ProxyJump 127.0.0.1:" + QByteArray::number(m_server->port()));
        Cli cli;
        const int before = m_server->attempts();
        const Json error = cli.error({u"trust"_s, u"add"_s, u"far"_s, target.fingerprint()}, 4);
        QCOMPARE(stringAt(error, "code"), u"ssh.hostKeyUnknown"_s);
        QVERIFY2(stringAt(error, "fix").contains(u"mooring trust add"_s), qPrintable(stringAt(error, "fix")));
        QCOMPARE(m_server->attempts(), before);
    }

    void promptsOfASignInAreAnsweredAtTheTerminal()
    {
        MOORING_NEEDS(TestAccount::possible(), "root, to make an account");
        const QByteArray password = "correct horse 7";
        TestAccount account(u"/bin/sh"_s, password);
        QVERIFY(account.ok());
        SshServer target, gate;
        gate.usePam("auth required pam_unix.so\naccount required pam_permit.so\nsession required pam_permit.so\n");
        QVERIFY2(target.start() && gate.start(), qPrintable(gate.log()));
        configure("Host far\n  HostName 127.0.0.1\n  Port " + QByteArray::number(target.port()) + "\n  ProxyJump " +
                  account.name().toUtf8() + "@127.0.0.1:" + QByteArray::number(gate.port()));
        Cli cli;
        QCOMPARE(cli.run({u"trust"_s, u"add"_s, u"127.0.0.1:%1"_s.arg(gate.port()), gate.fingerprint()}).exitCode, 0);
        const auto output =
            atTerminal(cli, {u"trust"_s, u"add"_s, u"far"_s, target.fingerprint()}, u"assword:"_s, password + '\n');
        const QByteArray all = output.output + output.errors;
        QVERIFY2(output.exitCode == 0, all + gate.log().right(2000).toUtf8());
        QVERIFY2(all.contains("127.0.0.1") && all.contains(account.name().toUtf8()), all.constData());
        QVERIFY2(!all.contains(password), "the password was shown");
    }
};

QTEST_GUILESS_MAIN(TestCliTrust)
#include "tst_clitrust.moc"
