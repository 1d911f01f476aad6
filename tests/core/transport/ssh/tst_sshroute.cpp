#include "core/transport/ssh/sshroute.h"

#include "core/base/files.h"
#include "core/base/process.h"
#include "core/transport/ssh/sshconfigfile.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>

using namespace mooring;
using namespace Qt::StringLiterals;

/// What a person gives, the user's configuration, and the hops that follow.
class TestSshRoute : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    void configure(const QByteArray &content, const QString &name = u"config"_s)
    {
        QVERIFY(writeFileAtomically(path(name), content).ok());
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    static Result<SshRoute> resolve(const QString &address, const QString &jump = {})
    {
        const auto parsed = SshAddress::parse(address);
        return parsed ? resolveRoute(*parsed, jump, {}) : Result<SshRoute>(parsed.error());
    }
    static QStringList chain(const SshRoute &route)
    {
        QStringList hops;
        for (const SshHop &hop : route.hops)
            hops << u"%1@%2:%3"_s.arg(hop.user, hop.host).arg(hop.port);
        return hops;
    }

private Q_SLOTS:
    void initTestCase()
    {
        MOORING_NEEDS(!findProgram(u"ssh"_s).isEmpty(), "OpenSSH's client");
        qputenv("MOORING_SSH_CONFIG", path(u"config"_s).toUtf8());
        qputenv("SSH_AUTH_SOCK", "/run/agent.sock");
    }
    void init() { configure(""); }

    void addresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::addColumn<QString>("user");
        QTest::newRow("name") << u"gpu-box"_s << u"gpu-box"_s << 0 << QString();
        QTest::newRow("blanks around") << u"  gpu-box \n"_s << u"gpu-box"_s << 0 << QString();
        QTest::newRow("all") << u"alice@gpu.example.com:2222"_s << u"gpu.example.com"_s << 2222 << u"alice"_s;
        QTest::newRow("IPv4") << u"10.0.0.4"_s << u"10.0.0.4"_s << 0 << QString();
        QTest::newRow("IPv6") << u"2001:db8::1"_s << u"2001:db8::1"_s << 0 << QString();
        QTest::newRow("IPv6 in brackets") << u"bob@[2001:db8::1]:65535"_s << u"2001:db8::1"_s << 65535 << u"bob"_s;
        QTest::newRow("IPv6 in brackets alone") << u"[::1]"_s << u"::1"_s << 0 << QString();
        QTest::newRow("IPv6 with a zone") << u"[fe80::1%eth0]:22"_s << u"fe80::1%eth0"_s << 22 << QString();
        QTest::newRow("URL") << u"ssh://alice@gpu:2200/"_s << u"gpu"_s << 2200 << u"alice"_s;
        QTest::newRow("domain user") << u"AAD\\alice@gpu"_s << u"gpu"_s << 0 << u"AAD\\alice"_s;
        QTest::newRow("underscore") << u"my_box"_s << u"my_box"_s << 0 << QString();
        QTest::newRow("trailing dot") << u"gpu.example.com."_s << u"gpu.example.com."_s << 0 << QString();
        QTest::newRow("Hangul") << u"서버.한국"_s << u"서버.한국"_s << 0 << QString();
    }
    void addresses()
    {
        QFETCH(QString, text);
        const auto address = SshAddress::parse(text);
        MOORING_OK(address);
        QTEST(address->host, "host");
        QTEST(address->port, "port");
        QTEST(address->user, "user");
    }

    void badAddresses_data()
    {
        QTest::addColumn<QString>("text");
        const QStringList texts{u""_s,
                                u"   "_s,
                                u"-oProxyCommand=id"_s,
                                u"alice@-oProxyCommand=id"_s,
                                u"-l@gpu"_s,
                                u"a b"_s,
                                u"ssh alice@gpu"_s,
                                u"a\tb"_s,
                                u"a\nb"_s,
                                QString(u"a"_s + QChar(0) + u'b'),
                                u"gpu:"_s,
                                u"gpu:0"_s,
                                u"gpu:65536"_s,
                                u"gpu:-1"_s,
                                u"gpu:22abc"_s,
                                u"gpu:1e3"_s,
                                u"gpu:２２"_s,
                                u"gpu:+22"_s,
                                u"[::1"_s,
                                u"[::1]x"_s,
                                u"[::1]:"_s,
                                u"[gpu]:22"_s,
                                u"1:2:3"_s,
                                u"https://gpu"_s,
                                u"gpu/path"_s,
                                u"gpu,other"_s,
                                u"gpu*"_s,
                                u"gpu;id"_s,
                                u"$(id)"_s,
                                u"`id`"_s,
                                u"alice;id@gpu"_s,
                                u"@gpu"_s,
                                u"alice@"_s,
                                u"127.1"_s,
                                u"0x7f000001"_s,
                                u"2130706433"_s,
                                u"0177.0.0.1"_s,
                                QString(256, u'a'),
                                QString(5000, u'a')};
        for (const QString &text : texts)
            QTest::newRow(qPrintable(QString::fromLatin1(text.toUtf8().toPercentEncoding()).left(40))) << text;
    }
    void badAddresses()
    {
        QFETCH(QString, text);
        const auto address = SshAddress::parse(text);
        QVERIFY2(!address, qPrintable(text));
        QCOMPARE(address.error().code, u"ssh.badAddress"_s);
        QCOMPARE(address.error().kind, ErrorKind::Usage);
        QVERIFY(!address.error().fix.isEmpty());
    }

    void aPasswordIsNeverRepeated()
    {
        const auto address = SshAddress::parse(u"ssh://alice:hunter2@gpu"_s);
        QVERIFY(!address && !address.error().text().contains(u"hunter2"_s));
    }

    void withoutConfiguration()
    {
        const auto route = resolve(u"alice@10.0.0.4:2222"_s);
        MOORING_OK(route);
        QCOMPARE(chain(*route), QStringList{u"alice@10.0.0.4:2222"_s});
        QCOMPARE(route->target().trustName, u"10.0.0.4"_s);
        QCOMPARE(route->target().trustPort, 2222);
        QCOMPARE(route->target().agentSocket, u"/run/agent.sock"_s);
        QVERIFY(route->alias.isEmpty() && route->source.isEmpty());
    }

    void everythingOfAnAlias()
    {
        for (const QString &name : {u"id_alice_gpu.example.com"_s, u"with space"_s})
            MOORING_OK(writeFileAtomically(path(name), "key"));
        qputenv("KNOWN", path(u"known"_s).toUtf8());
        configure("# one\nHost other gpu\n  HostName gpu.example.com\n  User alice\n  Port 2222\n  IdentityFile " +
                  path(u"id_%r_%h"_s).toUtf8() + "\n  IdentityFile \"" + path(u"with space"_s).toUtf8() +
                  "\"\n  IdentityFile " + path(u"missing"_s).toUtf8() +
                  "\n  IdentitiesOnly yes\n  HostKeyAlias GPU-One\n  IdentityAgent $MY_AGENT\n  UserKnownHostsFile " +
                  "/a/known_%h \"/a b/known\" ${KNOWN}\n  GlobalKnownHostsFile none\n  ConnectTimeout 7\n");
        qputenv("MY_AGENT", "/tmp/agent");
        const auto route = resolve(u"gpu"_s);
        MOORING_OK(route);
        const SshHop &hop = route->target();
        QCOMPARE(chain(*route), QStringList{u"alice@gpu.example.com:2222"_s});
        QCOMPARE(hop.identityFiles, (QStringList{path(u"id_alice_gpu.example.com"_s), path(u"with space"_s)}));
        QVERIFY(hop.identitiesOnly);
        QCOMPARE(hop.trustName, u"gpu-one"_s);
        QCOMPARE(hop.trustPort, 22); // an alias stands without its port
        QCOMPARE(hop.agentSocket, u"/tmp/agent"_s);
        QCOMPARE(hop.knownHostsFiles, (QStringList{u"/a/known_gpu.example.com"_s, u"/a b/known"_s, path(u"known"_s)}));
        QCOMPARE(hop.connectTimeoutSeconds, 7);
        QCOMPARE(route->alias, u"gpu"_s);
        QVERIFY2(route->source.contains(path(u"config"_s)) && route->source.contains(u'2'), qPrintable(route->source));
        const auto given = resolve(u"bob@gpu:2200"_s); // what was given comes first
        MOORING_OK(given);
        QCOMPARE(chain(*given), QStringList{u"bob@gpu.example.com:2200"_s});
    }

    void agents_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("socket");
        QTest::newRow("not said") << QByteArray() << u"/run/agent.sock"_s;
        QTest::newRow("none") << QByteArray("IdentityAgent none") << QString();
        QTest::newRow("the environment's") << QByteArray("IdentityAgent SSH_AUTH_SOCK") << u"/run/agent.sock"_s;
        QTest::newRow("a variable") << QByteArray("IdentityAgent $OTHER_SOCK") << u"/other.sock"_s;
        QTest::newRow("a path") << QByteArray("IdentityAgent \"/a b/%r.sock\"") << u"/a b/alice.sock"_s;
        QTest::newRow("home") << QByteArray("IdentityAgent ~/agent") << sshUserHome() + u"/agent"_s;
    }
    void agents()
    {
        QFETCH(QByteArray, line);
        qputenv("OTHER_SOCK", "/other.sock");
        configure("Host *\n  User alice\n  " + line + "\n");
        const auto route = resolve(u"gpu"_s);
        MOORING_OK(route);
        QTEST(route->target().agentSocket, "socket");
    }

    void jumps_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("jump");
        QTest::addColumn<QStringList>("hops");
        const QString t = u"root@target:22"_s;
        QTest::newRow("of the configuration")
            << u"one"_s << QString() << QStringList{u"bob@gate.example:2200"_s, u"root@one:22"_s};
        QTest::newRow("a list") << u"two"_s << QString()
                                << QStringList{u"bob@gate.example:2200"_s, u"carl@second:22"_s, u"root@two:22"_s};
        QTest::newRow("a jump host that has one")
            << u"deep"_s << QString() << QStringList{u"bob@gate.example:2200"_s, u"root@one:22"_s, u"root@deep:22"_s};
        QTest::newRow("numbers") << u"numbers"_s << QString()
                                 << QStringList{u"root@10.0.0.1:2200"_s, u"root@2001:db8::1:22"_s,
                                                u"root@numbers:22"_s};
        QTest::newRow("its tokens") << u"token"_s << QString()
                                    << QStringList{u"root@token.gate:22"_s, u"root@token:22"_s};
        QTest::newRow("none given") << u"one"_s << u"none"_s << QStringList{u"root@one:22"_s};
        QTest::newRow("given instead") << u"two"_s << u"x@h1:1,ssh://h2"_s
                                       << QStringList{u"x@h1:1"_s, u"root@h2:22"_s, u"root@two:22"_s};
        QTest::newRow("given instead of a command")
            << u"command"_s << u"gate"_s << QStringList{u"bob@gate.example:2200"_s, u"root@command:22"_s};
        QTest::newRow("the later of a list keep not to their own")
            << u"last"_s << u"h1,one"_s << QStringList{u"root@h1:22"_s, u"root@one:22"_s, u"root@last:22"_s};
    }
    void jumps()
    {
        QFETCH(QString, address);
        QFETCH(QString, jump);
        configure("Host gate\n  HostName gate.example\n  User bob\n  Port 2200\n"
                  "Host one\n  ProxyJump gate\n"
                  "Host two\n  ProxyJump gate,carl@second\n"
                  "Host deep\n  ProxyJump one\n"
                  "Host numbers\n  ProxyJump 10.0.0.1:2200,[2001:db8::1]\n"
                  "Host token\n  ProxyJump %h.gate\n"
                  "Host command\n  ProxyCommand nc %h %p\n"
                  "Host *\n  User root\n");
        const auto route = resolve(address, jump);
        MOORING_OK(route);
        QTEST(chain(*route), "hops");
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("named");
        const QString unsupported = u"ssh.unsupportedConfig"_s;
        QTest::newRow("ProxyCommand") << QByteArray("Host gpu\n ProxyCommand nc %h %p\n") << unsupported
                                      << u"ProxyCommand"_s;
        QTest::newRow("of a jump host") << QByteArray("Host gpu\n ProxyJump g\nHost g\n ProxyCommand nc %h %p\n")
                                        << unsupported << u"ProxyCommand"_s;
        QTest::newRow("RevokedHostKeys") << QByteArray("RevokedHostKeys /x\n") << unsupported << u"RevokedHostKeys"_s;
        QTest::newRow("KnownHostsCommand")
            << QByteArray("KnownHostsCommand /bin/true %H\n") << unsupported << u"KnownHostsCommand"_s;
        QTest::newRow("BindAddress") << QByteArray("BindAddress 127.0.0.1\n") << unsupported << u"BindAddress"_s;
        QTest::newRow("unknown option") << QByteArray("Nonsense yes\n") << u"ssh.badConfig"_s << u"nonsense"_s;
        QTest::newRow("itself") << QByteArray("Host *\n ProxyJump gate\n") << u"ssh.jumpLoop"_s << QString();
        QTest::newRow("in a circle") << QByteArray("Host gpu\n ProxyJump b\nHost b\n ProxyJump gpu\n")
                                     << u"ssh.jumpLoop"_s << QString();
        QTest::newRow("twice") << QByteArray("Host gpu\n ProxyJump a,b\nHost a b\n HostName same\n")
                               << u"ssh.jumpLoop"_s << u"same"_s;
        QTest::newRow("a hostile name") << QByteArray("Host gpu\n HostName \"a b\"\n") << QString() << QString();
    }
    void refused()
    {
        QFETCH(QByteArray, config);
        QFETCH(QString, code);
        QFETCH(QString, named);
        configure(config);
        const auto route = resolve(u"gpu"_s);
        QVERIFY(!route);
        if (!code.isEmpty())
            QCOMPARE(route.error().code, code);
        QVERIFY2(route.error().text().contains(named), qPrintable(route.error().text()));
    }

    void matchExec_data()
    {
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<bool>("found");
        QTest::newRow("for all") << QByteArray("Match exec \"touch @\"\n User x\n") << true;
        QTest::newRow("negated") << QByteArray("Match !exec \"touch @\"\n") << true;
        QTest::newRow("with an equals sign") << QByteArray("match exec=\"touch @\"\n") << true;
        QTest::newRow("for this host") << QByteArray("Match originalhost gpu,x exec \"touch @\"\n") << true;
        QTest::newRow("for another") << QByteArray("Match originalhost x exec \"touch @\"\n") << false;
        QTest::newRow("for a name it gets")
            << QByteArray("Host gpu\n HostName %h.lan\nMatch host *.lan exec \"touch @\"\n") << true;
        QTest::newRow("for a name it does not get") << QByteArray("Match host *.lan exec \"touch @\"\n") << false;
        QTest::newRow("for another user here") << QByteArray("Match localuser nobody-here exec \"touch @\"\n") << false;
        QTest::newRow("in the second pass") << QByteArray("Match final exec \"touch @\"\n") << true;
        QTest::newRow("only a word of a comment")
            << QByteArray("# Match exec \"touch @\"\nMatch host gpu # exec\n") << false;
        QTest::newRow("included") << QByteArray("Include @inc\n") << true;
        QTest::newRow("included for this host") << QByteArray("Host gpu\n Include @inc\n") << true;
        QTest::newRow("included for another") << QByteArray("Host x\n Include @inc\n") << true;
    }
    void matchExec()
    {
        QFETCH(QByteArray, config);
        QFETCH(bool, found);
        const QByteArray mark = path(u"ran"_s).toUtf8();
        QFile::remove(path(u"ran"_s));
        configure(config.replace('@', mark));
        configure("Match exec \"touch " + mark + "\"\n", u"raninc"_s);
        const auto route = resolve(u"gpu"_s);
        QCOMPARE(route.ok(), !found);
        QVERIFY2(!QFile::exists(path(u"ran"_s)), "the program was run");
        if (!found)
            return;
        QCOMPARE(route.error().code, u"ssh.unsupportedConfig"_s);
        QVERIFY2(route.error().message.contains(u"Match exec"_s), qPrintable(route.error().message));
        const QString file = config.contains("Include") ? path(u"raninc"_s) : path(u"config"_s);
        QVERIFY2(route.error().message.contains(file), qPrintable(route.error().message));
        // Given in full, the files are not needed.
        const auto full = resolve(u"alice@gpu:22"_s, u"none"_s);
        MOORING_OK(full);
        QCOMPARE(chain(*full), QStringList{u"alice@gpu:22"_s});
        QVERIFY2(!QFile::exists(path(u"ran"_s)), "the program was run");
        // And ssh itself does run it: what we take care of is real.
        Command real;
        real.program = u"ssh"_s;
        real.arguments = QStringList{u"-G"_s, u"-F"_s, path(u"config"_s), u"gpu"_s};
        QVERIFY(runCommand(real, {}).ok());
        QVERIFY(QFile::exists(path(u"ran"_s)));
    }

    void configuredMachines()
    {
        configure("Host inner\n", u"more.conf"_s);
        configure("HOST=alpha\n  Port 1\nhost beta *.wild !gamma \"del ta\" -evil\n\nHost *\nInclude " +
                  path(u"*.conf"_s).toUtf8() + "\nInclude " + path(u"config"_s).toUtf8() + "\nHost alpha\n");
        const auto hosts = configuredHosts(path(u"config"_s));
        QStringList names;
        for (const ConfiguredHost &host : hosts)
            names << u"%1:%2"_s.arg(host.alias).arg(host.line);
        QCOMPARE(names, (QStringList{u"alpha:1"_s, u"beta:3"_s, u"inner:1"_s}));
        QVERIFY(configuredHosts(path(u"none"_s)).empty());
    }

    void junkIsNoHarm()
    {
        QByteArray junk;
        for (int i = 0; i < 200000; ++i)
            junk += char((i * 7919 + i / 251) & 0xff);
        configure(junk + "\nHost good\n");
        const auto hosts = configuredHosts(path(u"config"_s));
        QVERIFY(!hosts.empty());
        QCOMPARE(hosts.back().alias, u"good"_s);
        QVERIFY(!resolve(u"gpu"_s).ok()); // ssh refuses it, with its reason
    }

    void cancelEndsTheWait()
    {
        CancelToken cancel;
        cancel.cancel();
        const auto route = resolveRoute(*SshAddress::parse(u"gpu"_s), {}, cancel);
        QVERIFY(!route);
        QCOMPARE(route.error().kind, ErrorKind::Canceled);
    }

    void withoutOpenSsh()
    {
        const QByteArray before = qgetenv("PATH");
        qputenv("PATH", path(u"nothing"_s).toUtf8());
        const auto route = resolve(u"alice@gpu:2222"_s, u"gate"_s);
        qputenv("PATH", before);
        MOORING_OK(route);
        QCOMPARE(chain(*route).back(), u"alice@gpu:2222"_s);
        QCOMPARE(route->hops.size(), size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestSshRoute)
#include "tst_sshroute.moc"
