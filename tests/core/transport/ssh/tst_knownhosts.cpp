#include "core/base/files.h"
#include "core/base/process.h"
#include "core/transport/ssh/hosttrust.h"
#include "core/transport/ssh/knownhostsfile.h"
#include "core/transport/ssh/publickeyblob.h"
#include "tests/support/cputime.h"
#include "tests/support/sshserver.h"
#include "tests/support/testsupport.h"

#include <QRandomGenerator>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

HostKey keyOf(const QByteArray &line)
{
    const auto words = line.split(' ');
    return parsePublicKey(words.value(0), words.value(1)).value_or(HostKey());
}

QByteArray run(const QString &program, const QStringList &arguments)
{
    Command command;
    command.program = program;
    command.arguments = arguments;
    const auto output = runCommand(command, {});
    return output ? output->output + output->errors : output.error().text().toUtf8();
}

} // namespace

/// Our reading of known_hosts beside that of ssh and ssh-keygen, on the same files and a real server.
class TestKnownHosts : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<SshServer> m_server;
    QByteArray m_key, m_other, m_rsa, m_ecdsa;
    QString m_file;

    /// {key}, {other}, {rsa}, {ecdsa}: "type blob"; {port}: the server's.
    QByteArray filled(QByteArray text) const
    {
        text.replace("{key}", m_key).replace("{other}", m_other).replace("{rsa}", m_rsa).replace("{ecdsa}", m_ecdsa);
        return text.replace("{port}", QByteArray::number(m_server->port()));
    }
    /// What ssh says of the server under this name; a name with a port is the address itself.
    QString verdictOfSsh(const QString &name) const
    {
        QStringList options{u"-F"_s, u"none"_s, u"-v"_s, u"-p"_s, QString::number(m_server->port())};
        for (const QString &option :
             {u"BatchMode=yes"_s, u"StrictHostKeyChecking=yes"_s, u"UserKnownHostsFile="_s + m_file,
              u"GlobalKnownHostsFile=none"_s, u"PreferredAuthentications=none"_s, u"UpdateHostKeys=no"_s})
            options << u"-o"_s << option;
        if (!name.startsWith(u'['))
            options << u"-o"_s << u"HostKeyAlias="_s + name;
        const QByteArray said = run(u"ssh"_s, options + QStringList{u"127.0.0.1"_s, u"true"_s});
        if (said.contains("REVOKED HOST KEY DETECTED"))
            return u"revoked"_s;
        if (said.contains("REMOTE HOST IDENTIFICATION HAS CHANGED"))
            return u"changed"_s;
        if (said.contains("host key is known for"))
            return u"unknown"_s;
        return said.contains("Permission denied") ? u"known"_s : QString::fromUtf8(said);
    }
    QList<int> linesOfSshKeygen(const QString &name) const
    {
        QList<int> lines;
        for (const QByteArray &line : run(u"ssh-keygen"_s, {u"-F"_s, name, u"-f"_s, m_file}).split('\n')) {
            if (line.startsWith("# Host ") && line.contains(" found: line "))
                lines << line.mid(line.indexOf(": line ") + 7).split(' ').value(0).toInt();
        }
        return lines;
    }
    /// The lines that speak of the machine: ours, and those of ssh-keygen that can be read. It does not look at keys.
    void compareLines(const QString &name) const
    {
        const auto [host, port] = machine(name);
        QList<int> found, theirs = linesOfSshKeygen(name.toLower());
        for (const KnownHostRecord &record : parseKnownHosts(readWholeFile(m_file).valueOr({}), m_file)) {
            if (record.matches(host, port))
                found << record.line;
            else if (record.problem != KnownHostRecord::Problem::None)
                theirs.removeAll(record.line);
        }
        QCOMPARE(found, theirs);
    }
    static std::pair<QString, int> machine(const QString &name)
    {
        return name.startsWith(u'[') ? std::pair(name.mid(1, name.indexOf(u']') - 1), name.section(u"]:"_s, 1).toInt())
                                     : std::pair(name, 22);
    }

private Q_SLOTS:
    void initTestCase()
    {
        MOORING_NEEDS(SshServer::available(), "OpenSSH");
        m_server = std::make_unique<SshServer>();
        QVERIFY2(m_server->start(), qPrintable(m_server->log()));
        const auto two = [](const QByteArray &line) { return line.split(' ').mid(0, 2).join(' '); };
        m_key = two(m_server->hostKeyLine());
        m_other = two(SshKeyPair::make(m_folder.filePath(u"other"_s)).publicLine);
        m_rsa = two(SshKeyPair::make(m_folder.filePath(u"rsa"_s), u"rsa"_s).publicLine);
        m_ecdsa = two(SshKeyPair::make(m_folder.filePath(u"ecdsa"_s), u"ecdsa"_s).publicLine);
        m_file = m_folder.filePath(u"known_hosts"_s);
    }
    void cleanupTestCase() { m_server.reset(); }

    void sameAsOpenSsh_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("verdict"); // ours, where it is on purpose another one
        const QString host = u"gpu.example.com"_s;
        const auto row = [&](const char *title, const QByteArray &file, const QString &name, const QString &own = {}) {
            QTest::newRow(title) << file << name << own;
        };
        row("empty", "", host);
        row("equal", "gpu.example.com {key}\n", host);
        row("equal, with a comment", "gpu.example.com {key} me@home, 2026\n", host);
        row("upper case in the file", "GPU.Example.COM {key}\n", host);
        row("upper case asked for", "gpu.example.com {key}\n", u"GPU.example.com"_s);
        row("another", "gpu.example.com {other}\n", host);
        row("another and equal", "gpu.example.com {other}\ngpu.example.com {key}\n", host);
        row("a name that begins so", "gpu.example {key}\ngpu.example.com.org {key}\n", host);
        row("list", "a,gpu.example.com,b {key}\n", host);
        row("list with blanks", "a, gpu.example.com {key}\n", host);
        row("star", "*.example.com {key}\n", host);
        row("star in the middle", "g*.e*e.com {key}\n", host);
        row("star alone", "* {key}\n", host);
        row("question marks", "gp?.example.co? {key}\n", host);
        row("one question mark too many", "gpu?.example.com {key}\n", host);
        row("negation after", "*.example.com,!gpu.example.com {key}\n", host);
        row("negation before", "!gpu.example.com,*.example.com {key}\n", host);
        row("negation of another", "*.example.com,!cpu.example.com {key}\n", host);
        row("negation alone", "!other {key}\n", host);
        row("negated pattern", "*,!*.com {key}\n", host);
        row("brackets are no class", "[g]pu.example.com {key}\n", host);
        row("revoked", "@revoked gpu.example.com {key}\n", host);
        row("revoked after equal", "gpu.example.com {key}\n@revoked * {key}\n", host);
        row("revoked before equal", "@revoked *.example.com {key}\ngpu.example.com {key}\n", host);
        row("another revoked", "@revoked gpu.example.com {other}\n", host);
        row("revoked for another host", "@revoked cpu.example.com {key}\ngpu.example.com {key}\n", host);
        row("authority", "@cert-authority *.example.com {other}\n", host, u"cannotJudge"_s);
        row("authority with the key itself", "@cert-authority *.example.com {key}\n", host, u"cannotJudge"_s);
        row("authority and equal", "@cert-authority *.example.com {other}\ngpu.example.com {key}\n", host);
        row("authority and another", "@cert-authority * {key}\ngpu.example.com {other}\n", host);
        row("a marker that is none", "@trusted gpu.example.com {key}\n", host);
        row("a marker in capitals", "@Revoked gpu.example.com {key}\n", host);
        row("two markers", "@revoked @cert-authority gpu.example.com {key}\n", host);
        // ssh looks for a blank first and passes the line over; nobody means that.
        row("a marker and a tab", "@revoked\tgpu.example.com {key}\n", host, u"revoked"_s);
        row("another type", "gpu.example.com {rsa}\n", host);
        row("two other types", "gpu.example.com {rsa}\ngpu.example.com {ecdsa}\n", host);
        row("another type and equal", "gpu.example.com {rsa}\ngpu.example.com {key}\n", host);
        row("Windows lines", "# c\r\ngpu.example.com {key}\r\n", host);
        row("Windows lines with a comment", "gpu.example.com {key} c\r\n", host);
        row("no last newline", "gpu.example.com {key}", host);
        row("tabs and blanks", " \t gpu.example.com \t {key}\t\n", host);
        row("blank lines and comments", "\n\n  # gpu.example.com {key}\n#x\n", host);
        row("a comment where the key should be", "gpu.example.com # {key}\n", host);
        row("broken lines around",
            "junk\ngpu.example.com\ngpu.example.com ssh-ed25519\ngpu.example.com {key}\n@\n@x\n|1|\n", host);
        row("binary around", QByteArray("\x00\xff\x01\n\x80\x80 \xff\n", 9) + "gpu.example.com {key}\n", host);
        row("a zero byte before", QByteArray("x\0 y\n", 5) + "gpu.example.com {key}\n", host);
        // ssh goes on behind a zero byte that ends the names.
        row("a zero byte in the line", QByteArray("gpu.example.com\0 ", 17) + "{key}\n", host, u"unknown"_s);
        row("cut key", "gpu.example.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA\n", host);
        row("key of another type than said", "gpu.example.com ssh-rsa {key}\n", host);
        row("a type that is none", "gpu.example.com ssh-new AAAAB3NzaC1yc2E=\n", host);
        row("an old line of SSH 1", "gpu.example.com 1024 35 1234567890\n", host);
        row("a pattern too long", QByteArray(1100, 'a') + ",gpu.example.com {key}\n", host);
        row("a long pattern", QByteArray(1000, 'a') + ",gpu.example.com {key}\n", host);
        row("a very long line", "gpu.example.com {key} " + QByteArray(200000, 'c') + '\n', host);
        row("port of its own", "[127.0.0.1]:{port} {key}\n", u"[127.0.0.1]:{port}"_s);
        row("port and another key", "[127.0.0.1]:{port} {other}\n", u"[127.0.0.1]:{port}"_s);
        row("another port", "[127.0.0.1]:1 {key}\n", u"[127.0.0.1]:{port}"_s);
        row("pattern over the port", "[127.0.0.1]:* {key}\n", u"[127.0.0.1]:{port}"_s);
        // ssh takes a key of port 22 for any other port too; a machine behind a port is one of its own here.
        row("pattern for names only", "127.* {key}\n", u"[127.0.0.1]:{port}"_s, u"unknown"_s);
        row("plain star and a port", "* {key}\n", u"[127.0.0.1]:{port}"_s);
        row("brackets for port 22", "[gpu.example.com]:22 {key}\n", host);
        row("no port in the file", "127.0.0.1 {key}\n", u"[127.0.0.1]:{port}"_s, u"unknown"_s);
    }
    void sameAsOpenSsh()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, name);
        QFETCH(QString, verdict);
        name.replace(u"{port}"_s, QString::number(m_server->port()));
        MOORING_OK(writeFileAtomically(m_file, filled(file)));
        const auto [host, port] = machine(name);
        const HostTrust trust(m_folder.filePath(u"own"_s), {m_file});
        const QString ours = toWord(trust.judge(host, port, keyOf(m_key)).verdict);
        const QString theirs = verdictOfSsh(name);
        QCOMPARE(ours, verdict.isEmpty() ? theirs : verdict);
        if (!verdict.isEmpty()) // an exception that is none any more should not stay one
            QVERIFY2(ours != theirs, qPrintable(theirs));

        else
            compareLines(name);
    }

    void hashedNames_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("verdict");
        const QString port = u"[127.0.0.1]:{port}"_s;
        QTest::newRow("this") << u"gpu.example.com"_s << u"known"_s;
        QTest::newRow("upper case") << u"GPU.example.com"_s << u"known"_s;
        QTest::newRow("another key") << u"cpu.example.com"_s << u"changed"_s;
        QTest::newRow("not there") << u"none.example.com"_s << u"unknown"_s;
        QTest::newRow("port") << port << u"known"_s;
        QTest::newRow("revoked, not hashed") << u"bad.example.com"_s << u"revoked"_s;
    }
    void hashedNames()
    {
        QFETCH(QString, asked);
        QFETCH(QString, verdict);
        asked.replace(u"{port}"_s, QString::number(m_server->port()));
        MOORING_OK(writeFileAtomically(m_file, filled("gpu.example.com {key}\ncpu.example.com {other}\n"
                                                      "[127.0.0.1]:{port} {key}\n@revoked bad.example.com {key}\n")));
        run(u"ssh-keygen"_s, {u"-H"_s, u"-f"_s, m_file});
        const QByteArray hashed = readWholeFile(m_file).valueOr({});
        QVERIFY(hashed.contains("|1|"));
        MOORING_OK(writeFileAtomically(m_file, "broken line\n" + hashed));
        const auto [host, port] = machine(asked);
        const HostTrust trust(m_folder.filePath(u"own"_s), {m_file});
        QCOMPARE(toWord(trust.judge(host, port, keyOf(m_key)).verdict), verdict);
        QCOMPARE(verdictOfSsh(asked), verdict);
        compareLines(asked);
    }

    void brokenHashes()
    {
        for (const QByteArray &name : {"|1|"_ba, "|1||"_ba, "|1|AAAA|AAAA"_ba, "|2|AAAA|AAAA"_ba, "|1|AAAA"_ba, "|"_ba,
                                       "|1|!!!|???"_ba, "|1|" + QByteArray(5000, 'A') + "|AAAA"}) {
            const auto records = parseKnownHosts(name + ' ' + m_key + '\n', {});
            QCOMPARE(records.size(), size_t(1));
            QVERIFY(records.front().problem == KnownHostRecord::Problem::Unreadable);
            QVERIFY(!records.front().matches(u"gpu"_s, 22));
        }
    }

    void unreadableLinesAreKept()
    {
        const QByteArray content =
            filled("# c\n\ngpu {key} c\nbroken\n@x y {key}\n\x1b[31m\xff\n@cert-authority * {rsa}\n");
        const auto records = parseKnownHosts(content, u"f"_s);
        QCOMPARE(records.size(), size_t(5));
        QCOMPARE(records[0].line, 3);
        QCOMPARE(records[0].comment, u"c"_s);
        QVERIFY(records[1].problem == KnownHostRecord::Problem::Unreadable && records[1].hosts == u"broken");
        QVERIFY(records[2].problem == KnownHostRecord::Problem::Unreadable);
        QVERIFY(!records[3].hosts.contains(u'\x1b'));
        QVERIFY(records[4].marker == KnownHostRecord::Marker::CertAuthority);
    }

    void tenMegabytesAreQuick_data()
    {
        QTest::addColumn<bool>("hashed");
        QTest::newRow("names") << false;
        QTest::newRow("hashed") << true;
    }
    void tenMegabytesAreQuick()
    {
        QFETCH(bool, hashed);
        QByteArray content;
        const QByteArray salt = QByteArray(20, 's').toBase64();
        for (int i = 0; content.size() < 10 * 1024 * 1024; ++i)
            content += (hashed ? "|1|" + salt + '|' + QByteArray(20, char(i)).toBase64() + ' ' + m_key
                               : "host" + QByteArray::number(i) + ".example.com," + "*.x" + QByteArray::number(i) +
                                     ' ' + m_other) +
                       '\n';
        content += "gpu.example.com " + m_key + '\n';
        MOORING_OK(writeFileAtomically(m_file, content));
        const HostTrust trust(m_folder.filePath(u"own"_s), {m_file});
        const qint64 before = threadCpuMs();
        QCOMPARE(toWord(trust.judge(u"gpu.example.com"_s, 22, keyOf(m_key)).verdict), u"known"_s);
        const qint64 ms = threadCpuMs() - before;
        qInfo("judged in %lld ms", ms);
        QVERIFY2(ms < 2000 * kSanitizersTake, qPrintable(QString::number(ms)));
    }

    void oneLineWithoutEnd()
    {
        const QByteArray junk(10 * 1024 * 1024, '*');
        const qint64 before = threadCpuMs();
        QVERIFY(knownHostRecordsFor(junk, {}, u"gpu"_s, 22).empty());
        QVERIFY(parseKnownHosts(junk, {}).front().hosts.size() <= 120);
        QVERIFY(threadCpuMs() - before < 2000 * kSanitizersTake);
    }

    void patternsTakeNoTime()
    {
        QByteArray pattern;
        for (int i = 0; i < 300; ++i)
            pattern += "*a";
        const qint64 before = threadCpuMs();
        QVERIFY(knownHostRecordsFor(pattern + "b " + m_key + '\n', {}, QString(250, u'a'), 22).empty());
        QVERIFY(threadCpuMs() - before < 500 * kSanitizersTake);
    }

    /// Random lines made of the pieces that matter, and random damage to good ones: never a crash, never a key that is
    /// not in the file, and what matches is what ssh-keygen finds.
    void randomLines()
    {
        const QList<QByteArray> pieces{"gpu",
                                       "*",
                                       "?",
                                       "!",
                                       ",",
                                       " ",
                                       "\t",
                                       "|1|",
                                       "@revoked",
                                       "@cert-authority",
                                       "#",
                                       "[",
                                       "]:",
                                       "22",
                                       m_key,
                                       m_other,
                                       "ssh-ed25519",
                                       "AAAA",
                                       "=",
                                       "\r",
                                       QByteArray(1, '\0'),
                                       "\xff",
                                       ".example.com",
                                       "\n"};
        QRandomGenerator random(20261124);
        for (int round = 0; round < 300; ++round) {
            QByteArray content;
            const int words = random.bounded(400);
            for (int i = 0; i < words; ++i)
                content += random.bounded(4) == 0 ? "gpu " + m_key + '\n' : pieces[random.bounded(int(pieces.size()))];
            for (int i = random.bounded(5); i > 0 && !content.isEmpty(); --i)
                content[random.bounded(int(content.size()))] = char(random.bounded(256));
            const auto all = parseKnownHosts(content, {});
            const auto some = knownHostRecordsFor(content, {}, u"gpu"_s, 22);
            QList<int> matching, quick;
            for (const KnownHostRecord &record : all) {
                if (record.matches(u"gpu"_s, 22))
                    matching << record.line;
            }
            for (const KnownHostRecord &record : some) {
                quick << record.line;
                QVERIFY(content.contains(record.key.blob.toBase64().left(20)));
            }
            QCOMPARE(quick, matching);
            if (round % 10 != 0)
                continue;
            MOORING_OK(writeFileAtomically(m_file, content));
            compareLines(u"gpu"_s);
            if (QTest::currentTestFailed())
                return;
        }
    }

    void whatIsWrittenIsReadByOpenSsh()
    {
        const QString own = m_folder.filePath(u"written"_s);
        QFile::remove(own);
        HostTrust trust(own, {});
        MOORING_OK(trust.trust(u"127.0.0.1"_s, m_server->port(), keyOf(m_key)));
        MOORING_OK(trust.trust(u"gpu.example.com"_s, 22, keyOf(m_key)));
        m_file = own;
        QCOMPARE(verdictOfSsh(u"[127.0.0.1]:%1"_s.arg(m_server->port())), u"known"_s);
        QCOMPARE(verdictOfSsh(u"gpu.example.com"_s), u"known"_s);
        m_file = m_folder.filePath(u"known_hosts"_s);
    }
};

QTEST_GUILESS_MAIN(TestKnownHosts)
#include "tst_knownhosts.moc"
