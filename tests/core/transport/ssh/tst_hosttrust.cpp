#include "core/transport/ssh/hosttrust.h"

#include "core/base/files.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QTemporaryDir>

#include <algorithm>
#include <atomic>
#include <sys/mount.h>
#include <thread>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

HostKey ed25519(char fill)
{
    return {u"ssh-ed25519"_s, QByteArray("\0\0\0\x0bssh-ed25519\0\0\0\x20", 19) + QByteArray(32, fill)};
}

QByteArray lineOf(const QByteArray &hosts, const HostKey &key, const QByteArray &marker = {})
{
    return (marker.isEmpty() ? QByteArray() : marker + ' ') + hosts + ' ' + key.type.toLatin1() + ' ' +
           key.blob.toBase64() + " comment\n";
}

/// 64 KiB of memory as a disk; needs root.
struct SmallDisk
{
    explicit SmallDisk(const QString &folder) : path(QFile::encodeName(folder))
    {
        QDir().mkpath(folder);
        mounted = mount("mooring-test", path.constData(), "tmpfs", 0, "size=64k,mode=700") == 0;
    }
    ~SmallDisk()
    {
        if (mounted)
            umount2(path.constData(), MNT_DETACH);
    }
    bool makeReadOnly() const
    {
        return mount(nullptr, path.constData(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0;
    }

    QByteArray path;
    bool mounted = false;
};

} // namespace

/// What the records say of a key, what is written, and what is asked.
class TestHostTrust : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_own, m_user;

    HostTrust make() const { return HostTrust(m_own, {m_user}); }
    HostKeyFinding unknown(const HostKey &key = ed25519('a')) const { return make().judge(u"gpu-box"_s, 22, key); }

private Q_SLOTS:
    void init()
    {
        m_own = m_folder.filePath(u"own/known_hosts"_s);
        m_user = m_folder.filePath(u"user"_s);
        QDir(m_folder.filePath(u"own"_s)).removeRecursively();
        QFile::remove(m_user);
    }

    void verdicts_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<QList<int>>("lines");
        const HostKey shown = ed25519('a'), other = ed25519('b');
        QTest::newRow("nothing") << QByteArray() << u"unknown"_s << QList<int>{};
        QTest::newRow("equal") << lineOf("gpu-box", shown) << u"known"_s << QList<int>{1};
        QTest::newRow("another machine") << lineOf("gpu-box2", shown) << u"unknown"_s << QList<int>{};
        QTest::newRow("another key") << lineOf("gpu-box", other) << u"changed"_s << QList<int>{1};
        QTest::newRow("both keys") << lineOf("gpu-box", other) + lineOf("gpu-box", shown) << u"known"_s
                                   << QList<int>{2};
        QTest::newRow("revoked") << lineOf("gpu-box", shown) + lineOf("*", shown, "@revoked") << u"revoked"_s
                                 << QList<int>{2};
        QTest::newRow("another one revoked") << lineOf("gpu-box", other, "@revoked") << u"unknown"_s << QList<int>{};
        QTest::newRow("an authority") << lineOf("*", other, "@cert-authority") << u"cannotJudge"_s << QList<int>{1};
        QTest::newRow("an authority and another key")
            << lineOf("*", other, "@cert-authority") + lineOf("gpu-box", other) << u"changed"_s << QList<int>{2};
    }
    void verdicts()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, verdict);
        QFETCH(QList<int>, lines);
        MOORING_OK(writeFileAtomically(m_user, file));
        const HostKeyFinding finding = make().judge(u"GPU-box"_s, 22, ed25519('a'));
        QCOMPARE(toWord(finding.verdict), verdict);
        QList<int> found;
        for (const KnownHostRecord &record : finding.records)
            found << record.line;
        QCOMPARE(found, lines);
    }

    void anotherTypeIsChangedAndKnownTypesComeFirst()
    {
        const HostKey rsa{u"ssh-rsa"_s, QByteArray("\0\0\0\x07ssh-rsa\0\0\0\x03\x01\0\x01\0\0\x01\x01\0", 23) +
                                            QByteArray(256, char(0xcc))};
        MOORING_OK(writeFileAtomically(m_user, lineOf("gpu-box", rsa)));
        HostTrust trust(m_own, {m_user});
        const HostKeyFinding finding = trust.judge(u"gpu-box"_s, 22, ed25519('a'));
        QCOMPARE(toWord(finding.verdict), u"changed"_s);
        QCOMPARE(trust.knownTypes(u"gpu-box"_s, 22), QStringList{u"ssh-rsa"_s});
        const Error error = trust.decide(finding).error();
        QVERIFY2(error.message.contains(rsa.fingerprint()) && error.message.contains(u"ssh-ed25519"_s),
                 qPrintable(error.message));
    }

    void portsAreMachinesOfTheirOwn()
    {
        HostTrust trust(m_own, {});
        MOORING_OK(trust.trust(u"gpu-box"_s, 22, ed25519('a')));
        MOORING_OK(trust.trust(u"gpu-box"_s, 2222, ed25519('b')));
        QCOMPARE(trust.judge(u"gpu-box"_s, 22, ed25519('a')).verdict, HostKeyVerdict::Known);
        QCOMPARE(trust.judge(u"gpu-box"_s, 2222, ed25519('a')).verdict, HostKeyVerdict::Changed);
        QCOMPARE(trust.judge(u"gpu-box"_s, 2223, ed25519('a')).verdict, HostKeyVerdict::Unknown);
    }

    void theConfigurationsFilesStandInPlaceOfTheUsual()
    {
        const QString extra = m_folder.filePath(u"extra"_s);
        MOORING_OK(writeFileAtomically(m_user, lineOf("gpu-box", ed25519('b'))));
        MOORING_OK(writeFileAtomically(extra, lineOf("gpu-box", ed25519('a'))));
        const HostTrust trust(m_own, {m_user});
        QCOMPARE(trust.judge(u"gpu-box"_s, 22, ed25519('a')).verdict, HostKeyVerdict::Changed);
        QCOMPARE(trust.judge(u"gpu-box"_s, 22, ed25519('a'), {extra}).verdict, HostKeyVerdict::Known);
        QCOMPARE(trust.judge(u"gpu-box"_s, 22, ed25519('a'), {u"/dev/null"_s}).verdict, HostKeyVerdict::Unknown);
    }

    void writtenOnceAndPrivate()
    {
        HostTrust trust(m_own, {});
        const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-1);
        MOORING_OK(trust.trust(u"GPU-box"_s, 22, ed25519('a')));
        MOORING_OK(trust.trust(u"gpu-box"_s, 22, ed25519('a')));
        const auto records = trust.records();
        MOORING_OK(records);
        QCOMPARE(records->size(), size_t(1));
        QCOMPARE(records->front().record.hosts, u"gpu-box"_s);
        QVERIFY(records->front().own && records->front().firstSeen && *records->front().firstSeen > before);
        QCOMPARE(QFile(m_own).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(trust.trust(u"gpu-box"_s, 22, ed25519('b')).error().code, u"trust.otherKey"_s);
    }

    void namesThatWouldBePatternsAreRefused()
    {
        HostTrust trust(m_own, {});
        for (const QString &name :
             {u"*"_s, u"a,b"_s, u"!a"_s, u"a b"_s, u"a\nb"_s, u"@revoked"_s, u"#a"_s, u"|1|a"_s, u""_s})
            QVERIFY2(!trust.trust(name, 22, ed25519('a')).ok(), qPrintable(name));
        QVERIFY(!trust.trust(u"good"_s, 22, {u"ssh-ed25519"_s, "junk"}).ok());
        QVERIFY(!QFile::exists(m_own));
    }

    void foreignLinesStayAsTheyAre()
    {
        const QByteArray mine = "# mine\n\njunk \xff\nother ssh-ed25519 AAAA\nno-end";
        MOORING_OK(makeFolder(QFileInfo(m_own).absolutePath()));
        MOORING_OK(writeFileAtomically(m_own, mine));
        HostTrust trust(m_own, {});
        MOORING_OK(trust.trust(u"gpu-box"_s, 22, ed25519('a')));
        QVERIFY(readWholeFile(m_own).valueOr({}).startsWith(mine + '\n'));
        const auto removed = trust.remove(u"gpu-box"_s, 22);
        MOORING_OK(removed);
        QCOMPARE(*removed, 1);
        QCOMPARE(readWholeFile(m_own).valueOr({}), mine + '\n');
    }

    void removingFromAnotherFileGivesTheCommand()
    {
        MOORING_OK(writeFileAtomically(m_user, "# first\n" + lineOf("gpu-box", ed25519('a'))));
        HostTrust trust(m_own, {m_user});
        const Error error = trust.remove(u"gpu-box"_s, 22).error();
        QCOMPARE(error.code, u"trust.otherFile"_s);
        QVERIFY2(error.fix.contains(u"ssh-keygen -R gpu-box -f "_s + m_user), qPrintable(error.fix));
        QVERIFY2(error.message.contains(m_user) && error.message.contains(u"2"_s), qPrintable(error.message));
        QCOMPARE(trust.remove(u"other"_s, 22).error().code, u"trust.unknown"_s);
    }

    void refusalsNameFileLineAndBothKeys()
    {
        MOORING_OK(writeFileAtomically(m_user, lineOf("x", ed25519('x')) + lineOf("gpu-box", ed25519('b'))));
        HostTrust trust(m_own, {m_user});
        trust.acceptNew(true);
        trust.expect(ed25519('a').fingerprint());
        trust.setAsker([](const HostKeyFinding &) { return HostTrust::Answer::Always; });
        const Error error = trust.decide(unknown()).error();
        QCOMPARE(error.code, u"ssh.hostKeyChanged"_s);
        QCOMPARE(error.kind, ErrorKind::SignIn);
        QVERIFY(error.message.contains(ed25519('a').fingerprint()) &&
                error.message.contains(ed25519('b').fingerprint()));
        QVERIFY(error.message.contains(m_user));
        QVERIFY2(error.fix.contains(u"ssh-keygen -R gpu-box -f "_s + m_user), qPrintable(error.fix));
        const Json &finding = error.detail["hostKey"];
        QCOMPARE(stringAt(finding, "verdict"), u"changed"_s);
        QCOMPARE(stringAt(finding, "fingerprint"), ed25519('a').fingerprint());
        QCOMPARE(intAt(finding["records"][0], "line"), 2);
        MOORING_OK(writeFileAtomically(m_user, lineOf("*", ed25519('a'), "@revoked")));
        QCOMPARE(trust.decide(unknown()).error().code, u"ssh.hostKeyRevoked"_s);
        QVERIFY(!QFile::exists(m_own));
    }

    void whoIsAskedAboutAnUnknownKey()
    {
        HostTrust trust(m_own, {m_user});
        QCOMPARE(trust.decide(unknown()).error().code, u"ssh.hostKeyUnknown"_s);
        int asked = 0;
        HostTrust::Answer answer = HostTrust::Answer::No;
        trust.setAsker([&](const HostKeyFinding &) {
            ++asked;
            return answer;
        });
        QCOMPARE(trust.decide(unknown()).error().code, u"ssh.hostKeyUnknown"_s);
        answer = HostTrust::Answer::Once;
        MOORING_OK(trust.decide(unknown()));
        QVERIFY(!QFile::exists(m_own));
        MOORING_OK(trust.decide(unknown())); // not asked again
        QCOMPARE(asked, 2);
        QVERIFY(!make().decide(unknown()).ok()); // another process
        answer = HostTrust::Answer::Always;
        MOORING_OK(trust.decide(trust.judge(u"other"_s, 22, ed25519('a'))));
        QCOMPARE(trust.judge(u"other"_s, 22, ed25519('a')).verdict, HostKeyVerdict::Known);
    }

    void anExpectedKeyIsWrittenAndAnotherRefused()
    {
        HostTrust trust(m_own, {m_user});
        trust.setAsker([](const HostKeyFinding &) { return HostTrust::Answer::Always; });
        trust.expect(ed25519('b').fingerprint());
        const Error error = trust.decide(unknown()).error();
        QCOMPARE(error.code, u"ssh.hostKeyUnexpected"_s);
        QVERIFY(error.message.contains(ed25519('b').fingerprint()));
        QVERIFY(!QFile::exists(m_own));
        trust.expect(ed25519('a').fingerprint());
        MOORING_OK(trust.decide(unknown()));
        QCOMPARE(unknown().verdict, HostKeyVerdict::Known);
    }

    void anExpectedKeyIsForTheFirstMachineOnly()
    {
        HostTrust trust(m_own, {m_user});
        trust.setAsker([](const HostKeyFinding &) { return HostTrust::Answer::Always; });
        trust.expect(ed25519('a').fingerprint());
        MOORING_OK(trust.decide(unknown()));
        // Another machine of the same process, be it with the same key, another key or on another port.
        for (const HostKeyFinding &other :
             {trust.judge(u"other"_s, 22, ed25519('a')), trust.judge(u"other"_s, 22, ed25519('b')),
              trust.judge(u"gpu-box"_s, 2222, ed25519('a'))})
            QCOMPARE(trust.decide(other).error().code, u"ssh.hostKeyUnknown"_s);
        MOORING_OK(trust.decide(trust.judge(u"gpu-box"_s, 22, ed25519('a')))); // known by now

        // The first was another one: it stays the one that the key was given for.
        HostTrust second(m_folder.filePath(u"second"_s), {});
        second.expect(ed25519('a').fingerprint());
        QCOMPARE(second.decide(second.judge(u"bastion"_s, 22, ed25519('b'))).error().code, u"ssh.hostKeyUnexpected"_s);
        QCOMPARE(second.decide(second.judge(u"gpu-box"_s, 22, ed25519('a'))).error().code, u"ssh.hostKeyUnknown"_s);
        QVERIFY(!QFile::exists(m_folder.filePath(u"second"_s)));
    }

    void newKeysAreAcceptedWhenAsked()
    {
        HostTrust trust(m_own, {m_user});
        trust.acceptNew(true);
        MOORING_OK(trust.decide(unknown()));
        QCOMPARE(unknown().verdict, HostKeyVerdict::Known);
        QCOMPARE(trust.decide(unknown(ed25519('b'))).error().code, u"ssh.hostKeyChanged"_s);
    }

    void manyWritersLoseNothing()
    {
        std::vector<std::thread> writers;
        std::atomic<bool> good{true}, done{false};
        for (int w = 0; w < 4; ++w) {
            writers.emplace_back([&, w] {
                HostTrust trust(m_own, {}); // a lock of its own, as another process has
                for (int i = 0; i < 25; ++i)
                    good = good && trust.trust(u"host-%1-%2"_s.arg(w).arg(i), 22, ed25519(char('a' + i))).ok();
            });
        }
        std::thread reader([&] { // sees whole lines only
            while (!done) {
                const QByteArray content = readWholeFile(m_own).valueOr("\n");
                const auto records = HostTrust(m_own, {}).records();
                good = good && content.endsWith('\n') && records.ok() &&
                       std::all_of(records->begin(), records->end(), [](const TrustedHost &host) {
                           return host.record.problem == KnownHostRecord::Problem::None;
                       });
            }
        });
        for (std::thread &writer : writers)
            writer.join();
        done = true;
        reader.join();
        QVERIFY(good);
        QCOMPARE(HostTrust(m_own, {}).records()->size(), size_t(100));
    }

    void aFullDiskLeavesTheOldFile()
    {
        SmallDisk disk(m_folder.filePath(u"disk"_s));
        MOORING_NEEDS(disk.mounted, "the right to mount a small tmpfs");
        const QString own = m_folder.filePath(u"disk/known_hosts"_s);
        HostTrust trust(own, {m_user});
        MOORING_OK(trust.trust(u"first"_s, 22, ed25519('f')));
        const QByteArray before = readWholeFile(own).valueOr({});
        QFile filler(m_folder.filePath(u"disk/filler"_s));
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (filler.write(QByteArray(1024, 'x')) == 1024) {
        }
        const Error error = trust.trust(u"second"_s, 22, ed25519('s')).error();
        QCOMPARE(error.code, u"trust.cannotWrite"_s);
        QVERIFY2(error.text().contains(own) && !error.cause.isEmpty(), qPrintable(error.text()));
        QCOMPARE(readWholeFile(own).valueOr({}), before);
        QStringList told;
        trust.setTeller([&](const QString &sentence) { told << sentence; });
        trust.acceptNew(true);
        MOORING_OK(trust.decide(trust.judge(u"second"_s, 22, ed25519('s')))); // once, and said
        QCOMPARE(told.size(), 1);
        QVERIFY(!trust.remove(u"first"_s, 22).ok() || readWholeFile(own).valueOr({}) != before); // all or nothing
        filler.remove();
        MOORING_OK(trust.trust(u"second"_s, 22, ed25519('s')));
    }

    void aReadOnlyFileStaysAsItIs()
    {
        SmallDisk disk(m_folder.filePath(u"disk"_s));
        MOORING_NEEDS(disk.mounted, "the right to mount a small tmpfs");
        const QString own = m_folder.filePath(u"disk/known_hosts"_s);
        HostTrust trust(own, {});
        MOORING_OK(trust.trust(u"first"_s, 22, ed25519('f')));
        const QByteArray before = readWholeFile(own).valueOr({});
        QVERIFY(disk.makeReadOnly());
        QCOMPARE(trust.trust(u"second"_s, 22, ed25519('s')).error().code, u"trust.cannotWrite"_s);
        QCOMPARE(trust.remove(u"first"_s, 22).error().code, u"trust.cannotWrite"_s);
        QCOMPARE(readWholeFile(own).valueOr({}), before);
        QCOMPARE(trust.judge(u"first"_s, 22, ed25519('f')).verdict, HostKeyVerdict::Known);
    }

    void anotherFileThatCannotBeReadIsSaid()
    {
        QFile large(m_user); // too large to be read, by root too
        QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(65LL * 1024 * 1024));
        HostTrust trust(m_own, {m_user});
        QCOMPARE(trust.judge(u"gpu-box"_s, 22, ed25519('a')).verdict, HostKeyVerdict::Unknown);
        const auto records = trust.records();
        MOORING_OK(records);
        QCOMPARE(records->size(), size_t(1));
        QCOMPARE(records->front().record.line, 0);
        QVERIFY(records->front().record.problem == KnownHostRecord::Problem::Unreadable);
    }

    void aKeyThatCannotBeKeptIsTrustedOnceAndTold()
    {
        // A folder stands where the file should be: no way to write it, for root neither.
        MOORING_OK(makeFolder(m_own));
        HostTrust trust(m_own, {m_user});
        QStringList told;
        trust.setTeller([&](const QString &sentence) { told << sentence; });
        trust.acceptNew(true);
        MOORING_OK(trust.decide(unknown()));
        QCOMPARE(told.size(), 1);
        QVERIFY2(told.front().contains(m_own), qPrintable(told.front()));
        QVERIFY(!trust.trust(u"gpu-box"_s, 22, ed25519('a')).ok());
    }
};

QTEST_GUILESS_MAIN(TestHostTrust)
#include "tst_hosttrust.moc"
