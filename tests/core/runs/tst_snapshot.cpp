#include "core/runs/snapshot.h"
#include "tests/core/runs/sourcetree.h"
#include "tests/support/testsupport.h"

#include <QCryptographicHash>
#include <QElapsedTimer>

#include <thread>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

/// Calls back after each piece that was copied, on the copying thread: changes at an exact moment.
class HookedContext : public RecordingContext
{
public:
    using RecordingContext::RecordingContext;
    std::function<void(int)> onPiece;
    int pieces = 0;

protected:
    void onProgress(qint64, qint64) override
    {
        if (onPiece)
            onPiece(++pieces);
    }
};

QByteArray hashOf(const QByteArray &content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
}

bool exists(const QString &path)
{
    struct stat info
    {
    };
    return lstat(QFile::encodeName(path).constData(), &info) == 0;
}

constexpr qsizetype MB = 1024 * 1024;

} // namespace

class TestSnapshot : public QObject
{
    Q_OBJECT

    static SnapshotPlan planOf(const SourceTree &tree)
    {
        RecordingContext context;
        auto plan = planSnapshot(tree.source(), context);
        return plan ? *plan : SnapshotPlan{};
    }

    static qint64 peakMemoryKb()
    {
        for (const QByteArray &line : contentOf("/proc/self/status").split('\n')) {
            if (line.startsWith("VmHWM:"))
                return line.mid(6).trimmed().split(' ').first().toLongLong();
        }
        return 0;
    }

    static QString writesBetween(SourceTree &tree, bool always, const std::function<void()> &change,
                                 Result<SnapshotSummary> &result)
    {
        const SnapshotPlan plan = planOf(tree);
        HookedContext context;
        const QString destination = tree.beside(u"code"_s);
        context.onPiece = [&](int piece) {
            if (always ? piece % 3 == 2 : piece == 2)
                change();
        };
        result = copySnapshot(plan, destination, context);
        return destination;
    }

private Q_SLOTS:
    void copies()
    {
        const SourceTree tree;
        const QByteArray big(3 * MB + 17, 'z');
        tree.file("train.py", "print(1)\n");
        tree.file("go.sh", "#!/bin/sh\n", 0755);
        tree.file("a/b/big.bin", big);
        tree.file("empty", "");
        tree.file("readonly", "r", 0444);
        tree.file("setuid", "s", 04755);
        tree.file("n\xff\n", "odd");
        tree.file(".git/x");
        tree.folder("keep/this");
        tree.link("a/l", "../train.py");
        tree.link("away", "/nonexistent/\xff");
        tree.makeOld("train.py");
        const mode_t before = umask(0);
        RecordingContext context;
        const auto summary = copySnapshot(planOf(tree), tree.beside(u"code"_s), context);
        umask(before);
        MOORING_OK(summary);
        const QByteArray copy = QFile::encodeName(tree.beside(u"code"_s)) + '/';
        QCOMPARE(contentOf(copy + "train.py"), QByteArray("print(1)\n"));
        QVERIFY(contentOf(copy + "a/b/big.bin") == big);
        struct stat info
        {
        };
        const std::map<QByteArray, int> modes{{"", 0700},          {"train.py", 0600}, {"go.sh", 0700},
                                              {"readonly", 0600},  {"setuid", 0700},   {"a", 0700},
                                              {"keep/this", 0700}, {"n\xff\n", 0600}};
        for (const auto &[path, mode] : modes) {
            QCOMPARE(lstat((copy + path).constData(), &info), 0);
            QCOMPARE(int(info.st_mode & 07777), mode);
        }
        char link[100];
        QCOMPARE(QByteArray(link, readlink((copy + "away").constData(), link, sizeof link)),
                 QByteArray("/nonexistent/\xff"));
        QVERIFY(!exists(tree.beside(u"code/.git"_s)) && !exists(tree.beside(u"code.part"_s)));

        QCOMPARE(summary->files, 9);
        QCOMPARE(summary->totalSize, qint64(9 + 10 + big.size() + 0 + 1 + 1 + 3));
        QCOMPARE(summary->sha256, manifestHash(summary->manifest));
        QVERIFY(std::is_sorted(summary->manifest.begin(), summary->manifest.end(),
                               [](const auto &a, const auto &b) { return a.path < b.path; }));
        for (const ManifestEntry &entry : summary->manifest) {
            if (!entry.isLink)
                QCOMPARE(entry.sha256, hashOf(contentOf(copy + entry.path)));
        }
        const auto back = readManifest(toManifestLines(summary->manifest));
        MOORING_OK(back);
        QVERIFY(*back == summary->manifest);
        QCOMPARE(summary->toJson().dump(), "{\"files\":9,\"totalSize\":" + std::to_string(summary->totalSize) +
                                               ",\"sha256\":\"" + summary->sha256.toStdString() + "\"}");

        const auto again = copySnapshot(planOf(tree), tree.beside(u"code2"_s), context);
        QCOMPARE(again->sha256, summary->sha256);
        QCOMPARE(copySnapshot(planOf(tree), tree.beside(u"code"_s), context).error().code, u"snapshot.exists"_s);
    }

    void deep()
    {
        const SourceTree tree;
        FolderCursor cursor = FolderCursor::at(tree.bytes());
        QByteArray path;
        for (int depth = 0; depth < 1000; ++depth) {
            mkdirat(cursor.folder(path), "level-1234", 0755);
            path += path.isEmpty() ? "level-1234" : "/level-1234";
        }
        const Descriptor file(openat(cursor.folder(path), "deep.py", O_CREAT | O_WRONLY, 0644));
        QCOMPARE(write(file.get(), "deep", 4), 4);
        RecordingContext context;
        const auto summary = copySnapshot(planOf(tree), tree.beside(u"code"_s), context);
        MOORING_OK(summary);
        FolderCursor copied = FolderCursor::at(QFile::encodeName(tree.beside(u"code"_s)));
        const Descriptor copy(openat(copied.folder(path), "deep.py", O_RDONLY));
        char content[8];
        QCOMPARE(read(copy.get(), content, sizeof content), 4);
        QVERIFY(removeTree(QFile::encodeName(tree.beside(u"code"_s))));
    }

    void sparse()
    {
        const SourceTree tree;
        tree.file("sparse.bin", "start");
        constexpr qint64 size = 128 * MB + 5;
        QCOMPARE(truncate(tree.bytes("sparse.bin").constData(), size), 0);
        tree.makeOld("sparse.bin");
        const qint64 memory = peakMemoryKb();
        RecordingContext context;
        QElapsedTimer timer;
        timer.start();
        const auto summary = copySnapshot(planOf(tree), tree.beside(u"code"_s), context);
        MOORING_OK(summary);
        qInfo("a sparse file of 128 MB copied in %lld ms", timer.elapsed());
        struct stat info
        {
        };
        QCOMPARE(stat(QFile::encodeName(tree.beside(u"code/sparse.bin"_s)).constData(), &info), 0);
        QCOMPARE(info.st_size, size);
        QVERIFY(info.st_blocks * 512 < 4 * MB);
        QVERIFY2(peakMemoryKb() - memory < 32 * 1024, qPrintable(QString::number(peakMemoryKb() - memory)));
    }

    void changesWhileRead_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<bool>("always");
        QTest::addColumn<QString>("code"); // empty: it succeeds with the new content
        for (const char *change : {"grows", "shrinks", "rewritten", "time put back", "replaced"}) {
            QTest::addRow("%s once", change) << QString::fromLatin1(change) << false << QString();
            QTest::addRow("%s always", change) << QString::fromLatin1(change) << true << u"snapshot.changing"_s;
        }
        QTest::newRow("removed") << u"removed"_s << false << u"snapshot.gone"_s;
        QTest::newRow("became a folder") << u"folder"_s << false << u"snapshot.gone"_s;
        QTest::newRow("became a pipe") << u"pipe"_s << false << u"snapshot.gone"_s;
        QTest::newRow("became a link") << u"link"_s << false << u"snapshot.gone"_s;
    }
    void changesWhileRead()
    {
        QFETCH(QString, change);
        QFETCH(bool, always);
        QFETCH(QString, code);
        SourceTree tree;
        tree.file("data.bin", QByteArray(3 * MB, 'a'));
        tree.makeOld("data.bin");
        const QByteArray path = tree.bytes("data.bin");
        char letter = 'a';
        const auto rewrite = [&] {
            ++letter;
            const Descriptor fd(open(path.constData(), O_WRONLY));
            const QByteArray content(3 * MB, letter);
            QVERIFY(pwrite(fd.get(), content.constData(), size_t(content.size()), 0) == content.size());
        };
        const auto act = [&] {
            if (change == u"grows") {
                const Descriptor fd(open(path.constData(), O_WRONLY | O_APPEND));
                QCOMPARE(write(fd.get(), "more", 4), 4);
            } else if (change == u"shrinks") {
                struct stat info
                {
                };
                stat(path.constData(), &info);
                QCOMPARE(truncate(path.constData(), info.st_size - 1), 0);
            } else if (change == u"rewritten") {
                rewrite();
            } else if (change == u"time put back") {
                rewrite();
                tree.makeOld("data.bin");
            } else if (change == u"replaced") {
                tree.file("new", QByteArray(3 * MB, 'n'));
                tree.makeOld("new");
                QCOMPARE(rename(tree.bytes("new").constData(), path.constData()), 0);
            } else {
                unlink(path.constData());
                if (change == u"folder")
                    mkdir(path.constData(), 0755);
                else if (change == u"pipe")
                    mkfifo(path.constData(), 0644);
                else if (change == u"link")
                    QCOMPARE(symlink("/etc/passwd", path.constData()), 0);
            }
        };
        Result<SnapshotSummary> result = Error::canceled();
        const QString destination = writesBetween(tree, always, act, result);
        QVERIFY(!exists(destination + u".part"_s));
        if (code.isEmpty()) {
            MOORING_OK(result);
            const QByteArray content = contentOf(QFile::encodeName(destination) + "/data.bin");
            QVERIFY(content == contentOf(path));
            QCOMPARE(result->manifest[0].sha256, hashOf(content));
            QCOMPARE(result->manifest[0].size, content.size());
        } else {
            QVERIFY(!result);
            QCOMPARE(result.error().code, code);
            QVERIFY(result.error().message.contains(u"data.bin"_s));
            QVERIFY(!exists(destination));
        }
    }

    /// A writer that never rests: what was copied is what the manifest says, or there is no copy.
    void besideAWriter()
    {
        const SourceTree tree;
        tree.file("log.txt", QByteArray(2 * MB, 'a'));
        tree.file("still.py", "1");
        std::atomic<bool> stop = false;
        std::thread writer([&] {
            for (char letter = 'b'; !stop; letter = letter == 'z' ? 'a' : char(letter + 1)) {
                const Descriptor fd(open(tree.bytes("log.txt").constData(), O_WRONLY));
                const QByteArray content(2 * MB, letter);
                if (pwrite(fd.get(), content.constData(), size_t(content.size()), 0) < 0)
                    break;
                std::this_thread::sleep_for(std::chrono::milliseconds(letter % 5 * 100));
            }
        });
        int made = 0, refused = 0;
        bool good = true;
        for (int i = 0; i < 6; ++i) {
            RecordingContext context;
            const QString destination = tree.beside(u"code%1"_s.arg(i));
            const auto result = copySnapshot(planOf(tree), destination, context);
            if (result) {
                ++made;
                good = good &&
                       result->manifest[0].sha256 == hashOf(contentOf(QFile::encodeName(destination) + "/log.txt"));
            } else {
                ++refused;
                good = good && result.error().code == u"snapshot.changing"_s && !exists(destination);
            }
            good = good && !exists(destination + u".part"_s);
        }
        stop = true;
        writer.join();
        qInfo("%d copies, %d refused", made, refused);
        QVERIFY(good);
    }

    void cancelLeavesNothing()
    {
        const SourceTree tree;
        for (int i = 0; i < 4; ++i)
            tree.file("f" + QByteArray::number(i), QByteArray(2 * MB, 'x'));
        tree.folder("deep/er");
        const SnapshotPlan plan = planOf(tree);
        int canceled = 0;
        for (int at = 0;; ++at) {
            const CancelToken token;
            HookedContext context(token);
            if (at == 0)
                token.cancel();
            context.onPiece = [&](int piece) {
                if (piece == at)
                    token.cancel();
            };
            const auto result = copySnapshot(plan, tree.beside(u"code"_s), context);
            QVERIFY(!exists(tree.beside(u"code.part"_s)));
            if (result)
                break;
            QVERIFY(result.error().kind == ErrorKind::Canceled);
            QVERIFY(!exists(tree.beside(u"code"_s)));
            ++canceled;
        }
        QVERIFY2(canceled >= 8, qPrintable(QString::number(canceled)));
    }

    void fullDisk()
    {
        const SourceTree tree;
        for (int i = 0; i < 8; ++i)
            tree.file("d/f" + QByteArray::number(i), QByteArray(MB, char('a' + i)));
        QDir().mkpath(tree.beside(u"small"_s));
        const QByteArray mount = QFile::encodeName(tree.beside(u"small"_s));
        MOORING_NEEDS(std::system(("mount -t tmpfs -o size=3m none " + mount + " 2>/dev/null").constData()) == 0,
                      "the right to mount a small tmpfs");
        RecordingContext context;
        const auto result = copySnapshot(planOf(tree), tree.beside(u"small/code"_s), context);
        const QStringList left =
            QDir(tree.beside(u"small"_s)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        QCOMPARE(std::system(("umount " + mount).constData()), 0);
        QVERIFY(!result);
        QCOMPARE(result.error().code, u"file.diskFull"_s);
        QVERIFY(result.error().message.contains(u"d/f"_s));
        QVERIFY(!result.error().fix.isEmpty());
        QCOMPARE(left, QStringList());
    }

    void leftOversOfAKilledCopy()
    {
        const SourceTree tree;
        tree.file("a.py");
        QDir().mkpath(tree.beside(u"code.part/old/deep"_s));
        RecordingContext context;
        MOORING_OK(copySnapshot(planOf(tree), tree.beside(u"code"_s), context));
        QCOMPARE(QDir(tree.beside(u"code"_s)).entryList(QDir::NoDotAndDotDot | QDir::AllEntries),
                 QStringList{u"a.py"_s});
        QVERIFY(!exists(tree.beside(u"code.part"_s)));
    }

    void refuses()
    {
        const SourceTree tree;
        tree.file("a.py");
        tree.file("closed", "x", 0000);
        RecordingContext context;
        SnapshotPlan plan;
        {
            const AsNobody plain;
            plan = planOf(tree);
        }
        const auto unreadable = copySnapshot(plan, tree.beside(u"code"_s), context);
        QCOMPARE(unreadable.error().code, u"snapshot.unreadable"_s);
        QVERIFY(unreadable.error().message.contains(u"closed"_s));
        QCOMPARE(copySnapshot(planOf(tree), tree.beside(u"none/code"_s), context).error().code,
                 u"snapshot.cannotWrite"_s);
        plan = planOf(tree);
        removeTree(tree.bytes());
        QCOMPARE(copySnapshot(plan, tree.beside(u"code"_s), context).error().code, u"snapshot.gone"_s);
        QVERIFY(!exists(tree.beside(u"code"_s)) && !exists(tree.beside(u"code.part"_s)));
    }

    /// A folder of the source that somebody turns into a link between plan and copy: nothing outside is read.
    void folderBecomesALink()
    {
        const SourceTree tree;
        tree.file("sub/passwd", "mine");
        const SnapshotPlan plan = planOf(tree);
        removeTree(tree.bytes("sub"));
        tree.link("sub", "/etc");
        RecordingContext context;
        const auto result = copySnapshot(plan, tree.beside(u"code"_s), context);
        QVERIFY(!result);
        QCOMPARE(result.error().code, u"snapshot.gone"_s);
    }

    void sinceTheLastRun()
    {
        const SourceTree tree;
        for (const char *name : {"same.py", "changed.py", "touched.py", "resized.py", "gone.py", "mode.sh"}) {
            tree.file(name, "12345");
            tree.makeOld(name);
        }
        tree.link("link", "a");
        tree.link("relinked", "a");
        RecordingContext context;
        const auto before = copySnapshot(planOf(tree), tree.beside(u"one"_s), context);
        MOORING_OK(before);
        const auto nothing = comparePlan(planOf(tree), before->manifest, context);
        MOORING_OK(nothing);
        QCOMPARE(nothing->changed + nothing->added + qint64(nothing->gone.size()) + nothing->sizeToSend, 0);

        tree.file("changed.py", "54321");
        tree.file("touched.py", "12345");
        tree.file("resized.py", "123456");
        tree.file("new.py", "12");
        unlink(tree.bytes("gone.py").constData());
        unlink(tree.bytes("relinked").constData());
        tree.link("relinked", "b");
        chmod(tree.bytes("mode.sh").constData(), 0755);
        const SnapshotPlan plan = planOf(tree);
        const auto comparison = comparePlan(plan, before->manifest, context);
        MOORING_OK(comparison);
        std::map<QByteArray, FileChange> states;
        for (size_t i = 0; i < plan.entries.size(); ++i)
            states[plan.entries[i].path] = comparison->entries[i];
        const std::map<QByteArray, FileChange> expected{
            {"same.py", FileChange::AsBefore},    {"changed.py", FileChange::Changed},
            {"touched.py", FileChange::AsBefore}, {"resized.py", FileChange::Changed},
            {"new.py", FileChange::New},          {"mode.sh", FileChange::Changed},
            {"link", FileChange::AsBefore},       {"relinked", FileChange::Changed}};
        QVERIFY(states == expected);
        QCOMPARE(comparison->gone, std::vector<QByteArray>{"gone.py"});
        QCOMPARE(comparison->changed, 4);
        QCOMPARE(comparison->added, 1);
        QCOMPARE(comparison->sizeToSend, qint64(5 + 6 + 2 + 5));

        const auto after = copySnapshot(plan, tree.beside(u"two"_s), context);
        const ManifestChanges changes = compareManifests(before->manifest, after->manifest);
        QCOMPARE(changes.changed, (std::vector<QByteArray>{"changed.py", "mode.sh", "relinked", "resized.py"}));
        QCOMPARE(changes.added, std::vector<QByteArray>{"new.py"});
        QCOMPARE(changes.gone, std::vector<QByteArray>{"gone.py"});
        QVERIFY(compareManifests(after->manifest, after->manifest).isEmpty());
        QVERIFY(before->sha256 != after->sha256);
        const CancelToken token;
        token.cancel();
        RecordingContext canceled(token);
        QVERIFY(comparePlan(plan, before->manifest, canceled).error().kind == ErrorKind::Canceled);
    }

    /// A file written just before the copy may be written again without its time showing it: its time is not believed
    /// later.
    void freshTimesAreNotBelieved()
    {
        const SourceTree tree;
        tree.file("fresh.py", "12345");
        RecordingContext context;
        const auto before = copySnapshot(planOf(tree), tree.beside(u"one"_s), context);
        QCOMPARE(before->manifest[0].mtimeNs, 0);
        struct stat info
        {
        };
        stat(tree.bytes("fresh.py").constData(), &info);
        tree.file("fresh.py", "54321");
        const timespec times[] = {info.st_atim, info.st_mtim};
        utimensat(AT_FDCWD, tree.bytes("fresh.py").constData(), times, 0);
        QCOMPARE(comparePlan(planOf(tree), before->manifest, context)->changed, 1);
    }

    void badManifests_data()
    {
        QTest::addColumn<QByteArray>("lines");
        const QByteArray hash = hashOf("x"), good = "{\"path\":\"a\",\"size\":1,\"sha256\":\"" + hash + "\"}\n";
        QTest::newRow("not JSON") << QByteArray("hello\n");
        QTest::newRow("truncated") << good.first(30);
        QTest::newRow("cut at its end") << good.chopped(1);
        QTest::newRow("second line cut") << good + good.first(20);
        QTest::newRow("empty line") << good + "\n";
        QTest::newRow("list") << QByteArray("[]\n");
        QTest::newRow("no path") << QByteArray("{\"size\":1}\n");
        QTest::newRow("no hash") << QByteArray("{\"path\":\"a\",\"size\":1}\n");
        QTest::newRow("bad hash") << QByteArray("{\"path\":\"a\",\"size\":1,\"sha256\":\"zz\"}\n");
        QTest::newRow("negative size") << "{\"path\":\"a\",\"size\":-1,\"sha256\":\"" + hash + "\"}\n";
        QTest::newRow("absolute") << QByteArray(good).replace("\"a\"", "\"/a\"");
        QTest::newRow("outside") << QByteArray(good).replace("\"a\"", "\"a/../../b\"");
        QTest::newRow("outside, encoded") << QByteArray(good).replace("\"a\"", "\"%2e%2e/b\",\"encoded\":true");
        QTest::newRow("NUL") << QByteArray(good).replace("\"a\"", "\"a\\u0000\"");
        QTest::newRow("twice") << good + good;
        QTest::newRow("number as path") << QByteArray(good).replace("\"a\"", "1");
    }
    void badManifests()
    {
        QFETCH(QByteArray, lines);
        const auto manifest = readManifest(lines);
        QVERIFY(!manifest);
        QCOMPARE(manifest.error().code, u"manifest.bad"_s);
    }

    void manifestLines()
    {
        const QByteArray hash = hashOf("x");
        const Manifest manifest{{"%41", false, false, {}, 1, hash, 5},
                                {"a b", true, false, "c\xff", 0, {}, 0},
                                {"x\n\xff", false, true, {}, 7, hash, 0},
                                {"\xEF\xBB\xBF"
                                 "bom",
                                 true,
                                 false,
                                 "\xEF\xBB\xBF",
                                 0,
                                 {},
                                 0}};
        const QByteArray lines = toManifestLines(manifest);
        QCOMPARE(lines.split('\n').mid(0, 3),
                 (QByteArrayList{"{\"path\":\"%41\",\"size\":1,\"sha256\":\"" + hash + "\",\"mtimeNs\":5}",
                                 "{\"path\":\"a b\",\"link\":\"c%FF\",\"encoded\":true}",
                                 "{\"path\":\"x%0A%FF\",\"size\":7,\"sha256\":\"" + hash +
                                     "\",\"executable\":true,\"encoded\":true}"}));
        const auto back = readManifest(lines);
        MOORING_OK(back);
        QVERIFY(*back == manifest);
        QCOMPARE(readManifest({})->size(), size_t(0));
    }

    void manyFiles()
    {
        const SourceTree tree;
        for (int folder = 0; folder < 200; ++folder) {
            tree.folder("f" + QByteArray::number(folder));
            for (int file = 0; file < 100; ++file)
                tree.fileIn("f" + QByteArray::number(folder) + "/n" + QByteArray::number(file) + ".py",
                            QByteArray("value = 1  # a line of code\n").repeated(20));
        }
        const SnapshotPlan plan = planOf(tree);
        RecordingContext context;
        QElapsedTimer timer;
        timer.start();
        const qint64 cpuBefore = threadCpuMs();
        const auto summary = copySnapshot(plan, tree.beside(u"code"_s), context);
        const qint64 cpuMs = threadCpuMs() - cpuBefore;
        MOORING_OK(summary);
        QCOMPARE(summary->files, 20000);
        qInfo("20 000 files copied in %lld ms, %lld ms of CPU", timer.elapsed(), cpuMs);
        timer.start();
        QCOMPARE(comparePlan(plan, summary->manifest, context)->sizeToSend, 0);
        qInfo("and compared in %lld ms", timer.elapsed());
        QVERIFY2(cpuMs < 10000, qPrintable(QString::number(cpuMs)));
    }
};

QTEST_GUILESS_MAIN(TestSnapshot)
#include "tst_snapshot.moc"
