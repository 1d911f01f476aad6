#include "core/base/process.h"
#include "core/base/text.h"
#include "core/hosts/uploadstream.h"
#include "tests/core/runs/sourcetree.h"
#include "tests/support/remotemachine.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRegularExpression>

#include <thread>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

/// Calls back as bytes go, on the sending thread: cuts at an exact moment.
class HookedContext : public RecordingContext
{
public:
    using RecordingContext::RecordingContext;
    std::function<void(qint64 done)> onBytes;

protected:
    void onProgress(qint64 done, qint64) override
    {
        if (onBytes)
            onBytes(done);
    }
};

QByteArray noise(qsizetype size, char seed)
{
    QByteArray bytes(size, Qt::Uninitialized);
    quint32 state = quint32(seed) * 2654435761U + 1;
    for (char &byte : bytes) {
        state = state * 1664525U + 1013904223U;
        byte = char(state >> 24);
    }
    return bytes;
}

constexpr qsizetype MB = 1024 * 1024;

} // namespace

/// How a snapshot travels to another machine: what is sent, what is kept, what is seen meanwhile.
class TestSnapshotUpload : public QObject
{
    Q_OBJECT
    std::unique_ptr<RemoteMachine> m_machine;
    std::unique_ptr<SourceTree> m_tree;
    std::shared_ptr<RunHost> m_host;
    int m_runs = 0;

    void startMachine(const std::function<void(RemoteMachine &)> &prepare = {})
    {
        m_machine = std::make_unique<RemoteMachine>();
        if (prepare)
            prepare(*m_machine);
        QVERIFY2(m_machine->start(), qPrintable(m_machine->server.log()));
        m_host = m_machine->makeHost();
        m_tree = std::make_unique<SourceTree>();
        QVERIFY(QDir().mkpath(m_machine->workFolder()) && chmod(qPrintable(m_machine->workFolder()), 0777) == 0);
    }
    SnapshotPlan plan() const
    {
        RecordingContext context;
        auto planned = planSnapshot(m_tree->source(), context);
        return planned ? *planned : SnapshotPlan();
    }
    QString newFolder() { return m_machine->path(u"code%1"_s.arg(++m_runs)); }
    /// Bytes that went over the line, from what the upload says.
    static QString sentLine(const RecordingContext &context)
    {
        for (const LogLine &line : context.lines) {
            if (line.text.startsWith(u"Sent "_s))
                return line.text;
        }
        return {};
    }
    QStringList objects() const
    {
        return QDir(m_machine->workFolder() + u"/objects"_s)
            .entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
    }
    Result<SnapshotSummary> upload(const QString &folder, RecordingContext &context)
    {
        return m_host->receiveSnapshot(plan(), folder, context);
    }

private Q_SLOTS:
    void initTestCase() { MOORING_NEEDS(SshServer::available(), "no sshd"); }
    void cleanup()
    {
        m_host.reset();
        m_machine.reset();
        m_tree.reset();
    }

    void onlyWhatChangedIsSent()
    {
        startMachine();
        QVERIFY(m_tree->file("a", noise(3 * MB, 1)) && m_tree->file("b", noise(1000, 2)) &&
                m_tree->file("c", noise(1000, 3)) && m_tree->file("run.sh", "#!/bin/sh\n", 0755));
        RecordingContext first, again, changed;
        const QString one = newFolder(), two = newFolder(), three = newFolder();
        MOORING_OK(upload(one, first));
        QCOMPARE(sentLine(first), u"Sent 3.1 MB of 3.1 MB"_s);
        const auto unchanged = upload(two, again);
        MOORING_OK(unchanged);
        QCOMPARE(sentLine(again), u"Sent 0 B of 3.1 MB"_s);
        QVERIFY(contentOf(QFile::encodeName(two + u"/a"_s)) == noise(3 * MB, 1));

        QVERIFY(m_tree->file("b", noise(2000, 4)));
        const auto third = upload(three, changed);
        MOORING_OK(third);
        QCOMPARE(sentLine(changed), u"Sent 2.0 kB of 3.1 MB"_s);
        QVERIFY(contentOf(QFile::encodeName(three + u"/b"_s)) == noise(2000, 4));
        QVERIFY(contentOf(QFile::encodeName(two + u"/b"_s)) == noise(1000, 2)); // a run's files are its own
        QCOMPARE(objects(), QStringList{u"index"_s});                           // nothing is kept twice

        QFile index(m_machine->workFolder() + u"/objects/index"_s);
        QVERIFY(index.open(QIODevice::WriteOnly));
        index.write("{\"damaged");
        index.close();
        RecordingContext without;
        MOORING_OK(upload(newFolder(), without));
        QCOMPARE(sentLine(without), u"Sent 3.1 MB of 3.1 MB"_s);
    }

    void whatAScriptChangedIsNotUsedAgain()
    {
        startMachine();
        QVERIFY(m_tree->file("a", noise(5000, 1)) && m_tree->file("b", noise(6000, 2)));
        RecordingContext first, again;
        const QString one = newFolder(), two = newFolder();
        MOORING_OK(upload(one, first));
        QFile file(one + u"/a"_s); // same size, other bytes
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write("oh");
        file.close();
        QVERIFY(QFile::remove(one + u"/b"_s));
        MOORING_OK(upload(two, again));
        QVERIFY(contentOf(QFile::encodeName(two + u"/a"_s)) == noise(5000, 1));
        QVERIFY(contentOf(QFile::encodeName(two + u"/b"_s)) == noise(6000, 2));
        QVERIFY(!QFile::exists(two + u".part"_s));
    }

    void aCutLosesOneFileOnly_data()
    {
        QTest::addColumn<int>("arrivedMb");
        for (const int mb : {0, 1, 10})
            QTest::addRow("after %d MB", mb) << mb;
    }
    void aCutLosesOneFileOnly()
    {
        QFETCH(int, arrivedMb);
        startMachine();
        const char count = 24;
        for (char i = 0; i < count; ++i)
            QVERIFY(m_tree->file("f" + QByteArray::number(i), noise(MB, i)));
        const auto arrived = [this] { return objects().filter(QRegularExpression(u"^[0-9a-f]{64}-"_s)).size(); };
        const QString folder = newFolder();
        {
            HookedContext context;
            bool cut = false;
            context.onBytes = [&](qint64 done) {
                if (!cut && done >= MB && arrived() >= arrivedMb) {
                    cut = true;
                    m_machine->server.killSessions();
                }
            };
            const auto failed = m_host->receiveSnapshot(plan(), folder, context);
            QVERIFY(cut);
            QVERIFY(!failed);
            QVERIFY2(failed.error().kind == ErrorKind::NotReachable, qPrintable(failed.error().text()));
        }
        QVERIFY(!QFile::exists(folder));
        m_host = m_machine->makeHost();
        const qsizetype kept = arrived();
        QVERIFY(kept >= arrivedMb && kept < count);
        RecordingContext context;
        MOORING_OK(upload(folder, context));
        QCOMPARE(sentLine(context), u"Sent %1 of 25.2 MB"_s.arg(humanSize((count - kept) * MB)));
        for (char i = 0; i < count; ++i)
            QVERIFY(contentOf(QFile::encodeName(folder) + "/f" + QByteArray::number(i)) == noise(MB, i));
        QVERIFY(!QFile::exists(folder + u".part"_s));
    }

    void aLargeFileGoesOnWhereItWasCut_data()
    {
        QTest::addColumn<QByteArray>("after"); // what happens to it until it is sent again
        for (const char *what : {"nothing", "damaged there", "lost there", "changed here", "longer here"})
            QTest::newRow(what) << QByteArray(what);
    }
    void aLargeFileGoesOnWhereItWasCut()
    {
        QFETCH(QByteArray, after);
        startMachine();
        QVERIFY(m_tree->file("big", noise(48 * MB, 1)));
        const auto partials = [this] { return objects().filter(QRegularExpression(u"^partial-"_s)); };
        const QString store = m_machine->workFolder() + u"/objects/"_s;
        const auto kept = [&] { return partials().isEmpty() ? 0 : QFileInfo(store + partials()[0]).size(); };
        const QString folder = newFolder();
        for (const qint64 atMb : {10, 30}) { // each cut goes on from the one before
            HookedContext context;
            bool cut = false;
            context.onBytes = [&](qint64 done) {
                if (!cut && done >= atMb * MB && kept() >= (atMb - 5) * MB) {
                    cut = true;
                    m_machine->server.killSessions();
                }
            };
            const auto failed = m_host->receiveSnapshot(plan(), folder, context);
            QVERIFY(!failed && cut);
            m_host = m_machine->makeHost();
        }
        QCOMPARE(partials().size(), 1);
        const qint64 there = kept();
        QVERIFY(there >= 25 * MB && !QFile::exists(folder));
        const QString partial = store + partials()[0];
        qint64 size = 48 * MB;
        if (after == "damaged there") {
            QFile file(partial);
            QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(5 * MB) && file.write("oh") == 2);
        } else if (after == "lost there") {
            QVERIFY(QFile::remove(partial));
        } else if (after == "changed here") {
            QVERIFY(m_tree->file("big", noise(48 * MB, 2)));
        } else if (after == "longer here") {
            size = 49 * MB;
            QVERIFY(m_tree->file("big", noise(48 * MB, 1) + noise(MB, 3)));
        }
        RecordingContext context;
        const auto summary = upload(folder, context);
        MOORING_OK(summary);
        const qint64 sent = after == "nothing" ? size - there : size;
        QCOMPARE(sentLine(context), u"Sent %1 of %2"_s.arg(humanSize(sent), humanSize(size)));
        QVERIFY(contentOf(QFile::encodeName(folder) + "/big") ==
                contentOf(QFile::encodeName(m_tree->source()) + "/big"));
        QCOMPARE(summary->totalSize, size);
        if (after != "longer here")
            QCOMPARE(partials(), QStringList());
    }

    void cancelIsQuickAndLeavesNothing()
    {
        startMachine();
        for (char i = 0; i < 20; ++i)
            QVERIFY(m_tree->file(QByteArray("f") + char('a' + i), noise(MB, i)));
        CancelToken cancel;
        HookedContext context(cancel);
        QElapsedTimer timer;
        context.onBytes = [&](qint64 done) {
            if (done > 5 * MB && !cancel.isCanceled()) {
                timer.start();
                cancel.cancel();
            }
        };
        const QString folder = newFolder();
        const auto canceled = m_host->receiveSnapshot(plan(), folder, context);
        QVERIFY(!canceled);
        QCOMPARE(canceled.error().kind, ErrorKind::Canceled);
        QVERIFY(timer.elapsed() < 2000);
        QVERIFY(!QFile::exists(folder) && !QFile::exists(folder + u".part"_s));
        MOORING_OK(m_host->runScript("true", {}, std::chrono::seconds(10), {}));
    }

    void changesWhileSent()
    {
        startMachine();
        QVERIFY(m_tree->file("big", noise(6 * MB, 1)) && m_tree->file("small", "before"));
        HookedContext context;
        bool changed = false;
        context.onBytes = [&](qint64 done) {
            if (done > MB && !std::exchange(changed, true))
                m_tree->file("big", noise(5 * MB, 2)); // shorter, too
        };
        const QString folder = newFolder();
        const auto summary = m_host->receiveSnapshot(plan(), folder, context);
        MOORING_OK(summary);
        QVERIFY(changed);
        const QByteArray there = contentOf(QFile::encodeName(folder + u"/big"_s));
        QVERIFY(there == noise(5 * MB, 2)); // one version, not a mix
        QCOMPARE(summary->totalSize, 5 * MB + 6);
    }

    void aFileThatNeverRests()
    {
        startMachine();
        QVERIFY(m_tree->file("big", noise(3 * MB, 1)));
        const SnapshotPlan planned = plan();
        HookedContext context;
        char version = 1;
        context.onBytes = [&](qint64) { m_tree->file("big", noise(3 * MB, ++version)); };
        const auto failed = m_host->receiveSnapshot(planned, newFolder(), context);
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, u"snapshot.changing"_s);
    }

    void withoutPython()
    {
        MOORING_NEEDS(geteuid() == 0, "only root hides programs");
        startMachine(&RemoteMachine::hidePython);
        QVERIFY(m_tree->file("a", noise(3 * MB, 1)) && m_tree->file("it's\n\"odd\"\xff\\n", "odd") &&
                m_tree->file(QByteArray(150, 'd') + '/' + QByteArray(200, 'n'), "long") &&
                m_tree->file("run.sh", "#!/bin/sh\n", 0755) && m_tree->folder("empty") && m_tree->link("l", "a\xff"));
        RecordingContext context;
        const QString folder = newFolder();
        const auto summary = upload(folder, context);
        MOORING_OK(summary);
        QVERIFY2(context.text().contains(u"no Python"_s), qPrintable(context.text()));
        RecordingContext other;
        MOORING_OK(copySnapshot(plan(), m_machine->path(u"here"_s), other));
        const QByteArray difference = runTool(
            "diff -r --no-dereference \"$1\" \"$2\"; cd \"$1\" && find . -printf '%m %y %p\\0' | sort -z >../m1; "
            "cd \"$2\" && find . -printf '%m %y %p\\0' | sort -z >../m2; cmp ../m1 ../m2",
            {folder, m_machine->path(u"here"_s)});
        QCOMPARE(difference, QByteArray());
        RecordingContext again;
        QCOMPARE(upload(folder, again).error().code, u"snapshot.exists"_s);
        QVERIFY(!QFile::exists(folder + u".part"_s));
    }

    void theFirstPythonIsOfNoUse_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("another");
        QTest::newRow("does not work") << 1 << true;
        QTest::newRow("too old") << 97 << true;
        QTest::newRow("may not be run") << 126 << true;
        QTest::newRow("points to nothing") << 127 << true;
        QTest::newRow("has begun, and failed") << 3 << false; // and took some of the input
        QTest::newRow("was killed") << 137 << false;
    }
    void theFirstPythonIsOfNoUse()
    {
        MOORING_NEEDS(geteuid() == 0, "only root hides programs");
        QFETCH(int, code);
        QFETCH(bool, another);
        startMachine([code](RemoteMachine &machine) {
            machine.server.wrap(
                {u"unshare"_s, u"-m"_s, u"sh"_s, u"-c"_s,
                 u"mount -t tmpfs none /usr/local/bin; cd /usr/local/bin; printf '#!/bin/sh\\nexit %1\\n' "
                 ">python3; chmod 755 python3; cd /; exec \"$@\""_s.arg(code),
                 u"sh"_s});
        });
        QVERIFY(m_tree->file("a", "content"));
        RecordingContext context;
        const QString folder = newFolder();
        const auto summary = upload(folder, context);
        QVERIFY2(!context.text().contains(u"no Python"_s), qPrintable(context.text()));
        if (!another) {
            QCOMPARE(summary.error().code, u"snapshot.cannotWrite"_s);
            return;
        }
        MOORING_OK(summary);
        QCOMPARE(objects(), QStringList{u"index"_s}); // the next one took it
        QCOMPARE(runTool("cat \"$1\"/a", {folder}), QByteArray("content"));
    }

    void fullDisk()
    {
        MOORING_NEEDS(geteuid() == 0, "only root mounts");
        startMachine();
        const QString disk = m_machine->workFolder();
        QCOMPARE(runTool("mount -t tmpfs -o size=4m tmpfs \"$1\"", {disk}), QByteArray());
        QVERIFY(m_tree->file("a", noise(3 * MB, 1)) && m_tree->file("b", noise(3 * MB, 2)));
        RecordingContext context;
        const auto failed = upload(disk + u"/code"_s, context);
        const bool isClean = !QFile::exists(disk + u"/code"_s) && !QFile::exists(disk + u"/code.part"_s);
        (void)runTool("umount \"$1\"", {disk});
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, u"file.diskFull"_s);
        QVERIFY(isClean);
    }

    void manySmallFiles()
    {
        startMachine();
        for (int i = 0; i < 2000; ++i)
            QVERIFY(m_tree->file("d" + QByteArray::number(i % 40) + "/f" + QByteArray::number(i),
                                 QByteArray::number(i) + noise(i % 3000, char(i))));
        RecordingContext first, again;
        QElapsedTimer timer;
        timer.start();
        MOORING_OK(upload(newFolder(), first));
        const qint64 firstMs = timer.restart();
        MOORING_OK(upload(newFolder(), again));
        qInfo("2000 files: first %lld ms, unchanged %lld ms", firstMs, timer.elapsed());
        QVERIFY(sentLine(again).startsWith(u"Sent 0 B"_s));
    }

    void accountsThatOnlyCopyFiles()
    {
        m_machine = std::make_unique<RemoteMachine>();
        m_machine->server.configure(u"ForceCommand internal-sftp"_s);
        QVERIFY(m_machine->start());
        m_tree = std::make_unique<SourceTree>();
        QVERIFY(m_tree->file("a"));
        m_host = m_machine->makeHost();
        RecordingContext context;
        const auto refused = upload(newFolder(), context);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"ssh.noShell"_s);
    }

private:
    /// All that a shell script prints.
    static QByteArray runTool(const QByteArray &script, const QStringList &arguments)
    {
        Command command;
        command.program = u"sh"_s;
        command.arguments = QStringList{u"-s"_s, u"--"_s} + arguments;
        command.input = script;
        const auto output = runCommand(command, {});
        return output ? output->output + output->errors : QByteArray("not run");
    }
};

QTEST_GUILESS_MAIN(TestSnapshotUpload)
#include "tst_snapshotupload.moc"
