#include "core/base/files.h"
#include "core/runs/snapshotplan.h"
#include "tests/core/runs/sourcetree.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>

#include <sys/socket.h>
#include <sys/sysmacros.h>
#include <sys/un.h>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

class TestSnapshotPlan : public QObject
{
    Q_OBJECT

    static QByteArrayList pathsOf(const SnapshotPlan &plan)
    {
        QByteArrayList paths;
        for (const SnapshotEntry &entry : plan.entries)
            paths << entry.path;
        return paths;
    }
    static const LeftOut *leftOut(const SnapshotPlan &plan, const QByteArray &path)
    {
        for (const LeftOut &item : plan.leftOut) {
            if (item.path == path)
                return &item;
        }
        return nullptr;
    }

private Q_SLOTS:
    void project()
    {
        const SourceTree tree;
        tree.file("train.py", "print(1)\n");
        tree.file("run.sh", "#!/bin/sh\n", 0755);
        tree.file("bearings/model.py", "12345");
        tree.file("data/a.csv", "0123456789");
        tree.file("data/deep/b.csv", "01234");
        tree.file(".venv/lib/x.py", "abc");
        tree.file(".git/config", "token");
        tree.file("bearings/__pycache__/m.pyc", "abc");
        tree.file("outputs/model.bin", "old");
        tree.file("logs/old.txt", "old");
        tree.file("notes.tmp");
        tree.file("keep.tmp");
        tree.file(".gitignore", "# mine\n.venv/\n*.tmp\n");
        tree.file(".amlignore", "\n\n\ndata/\n!keep.tmp\n");
        tree.file("bearings/.gitignore", "*.log\n");
        tree.file("bearings/x.log");
        tree.file(".env", "A=1\n\nAPI_TOKEN=c4nary\n");
        tree.folder("empty");
        RecordingContext context;
        const auto plan = planSnapshot(tree.source(), context);
        MOORING_OK(plan);
        QCOMPARE(pathsOf(*plan), (QByteArrayList{".amlignore", ".env", ".gitignore", "bearings/.gitignore",
                                                 "bearings/model.py", "keep.tmp", "run.sh", "train.py"}));
        QCOMPARE(plan->folders, (std::vector<QByteArray>{"bearings", "empty"}));
        QVERIFY(plan->find("run.sh")->executable && !plan->find("train.py")->executable);
        QCOMPARE(plan->find("train.py")->size, 9);
        QVERIFY(!plan->find("nothing.py"));
        const LeftOut *data = leftOut(*plan, "data");
        QVERIFY(data && data->isFolder);
        QCOMPARE(data->rule.text(), u".amlignore, line 4: data/"_s);
        QCOMPARE(data->files, 2);
        QCOMPARE(data->size, 15);
        QCOMPARE(leftOut(*plan, ".venv")->rule.text(), u".gitignore, line 2: .venv/"_s);
        QCOMPARE(leftOut(*plan, "bearings/x.log")->rule.text(), u"bearings/.gitignore, line 1: *.log"_s);
        for (const char *always : {".git", "outputs", "logs", "bearings/__pycache__"})
            QCOMPARE(leftOut(*plan, always)->rule.text(), u"always left out"_s);
        QCOMPARE(plan->leftOut.size(), size_t(8));
        QCOMPARE(plan->secrets.size(), size_t(1));
        QCOMPARE(plan->secrets[0].line, 3);
        qint64 sum = 0;
        for (const SnapshotEntry &entry : plan->entries)
            sum += entry.size;
        QCOMPARE(plan->totalSize, sum);
    }

    void json()
    {
        const SourceTree tree;
        tree.file("train.py", "12345");
        tree.file(".env", "API_TOKEN=c4nary\n");
        tree.file("a\xff"
                  "b%\n",
                  "1");
        tree.file(".gitignore", "*.csv\n");
        tree.file("x.csv");
        tree.file(".git/HEAD");
        RecordingContext context;
        const auto plan = planSnapshot(tree.source(), context);
        MOORING_OK(plan);
        const Json json = Json::parse(toBytes(plan->toJson()).toStdString());
        QCOMPARE(json["files"].size(), size_t(4));
        QCOMPARE(stringAt(json["files"][2], "path"), u"a%FFb%25%0A"_s);
        QVERIFY(boolAt(json["files"][2], "encoded"));
        QCOMPARE(stringAt(json["files"][3], "path"), u"train.py"_s);
        QCOMPARE(intAt(json["files"][3], "size"), 5);
        QVERIFY(!json["files"][3].contains("encoded"));
        QCOMPARE(stringAt(json["ignored"][0], "path"), u".git"_s);
        QCOMPARE(stringAt(json["ignored"][0], "rule"), u"always: .git/"_s);
        QCOMPARE(stringAt(json["ignored"][1], "path"), u"x.csv"_s);
        QCOMPARE(stringAt(json["ignored"][1], "rule"), u".gitignore, line 1: *.csv"_s);
        QCOMPARE(intAt(json, "totalSize"), plan->totalSize);
        QCOMPARE(stringAt(json["secrets"][0], "path"), u".env"_s);
        QCOMPARE(intAt(json["secrets"][0], "line"), 1);
        QVERIFY(!toBytes(json).contains("c4nary"));
    }

    void linksAreNotFollowed()
    {
        const SourceTree tree;
        tree.file("real/a.py");
        tree.link("self", "self");
        tree.link("ping", "pong");
        tree.link("pong", "ping");
        tree.link("up", "..");
        tree.link("real/loop", "../real");
        tree.link("everything", "/");
        tree.link("dangling", "no\xffwhere");
        tree.link(".amlignore", "real/a.py"); // not read through a link either
        RecordingContext context;
        const auto plan = planSnapshot(tree.source(), context);
        MOORING_OK(plan);
        QCOMPARE(pathsOf(*plan), (QByteArrayList{".amlignore", "dangling", "everything", "ping", "pong", "real/a.py",
                                                 "real/loop", "self", "up"}));
        QCOMPARE(plan->find("everything")->link, QByteArray("/"));
        QCOMPARE(plan->find("dangling")->link, QByteArray("no\xffwhere"));
        QVERIFY(plan->find("up")->isLink);
        QCOMPARE(plan->totalSize, 1);
    }

    void sourceMayBeALink()
    {
        const SourceTree tree;
        tree.file("a.py");
        const QString link = tree.beside(u"link"_s);
        QVERIFY(QFile::link(tree.source(), link));
        RecordingContext context;
        QCOMPARE(pathsOf(*planSnapshot(link, context)), QByteArrayList{"a.py"});
        QCOMPARE(pathsOf(*planSnapshot(tree.source() + u"/../source/"_s, context)), QByteArrayList{"a.py"});
    }

    void specialFilesAreNotOpened()
    {
        const SourceTree tree;
        tree.file("a.py");
        QCOMPARE(mkfifo(tree.bytes("pipe").constData(), 0600), 0);
        QCOMPARE(mkfifo(tree.bytes(".env").constData(), 0600), 0);
        const Descriptor fd(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, tree.bytes("sock").constData(), sizeof address.sun_path);
        QCOMPARE(bind(fd.get(), reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
        RecordingContext context;
        const auto plan = planSnapshot(tree.source(), context);
        MOORING_OK(plan);
        QCOMPARE(pathsOf(*plan), QByteArrayList{"a.py"});
        QCOMPARE(plan->special.size(), size_t(3));
        QCOMPARE(plan->special[1].path, QByteArray("pipe"));
        QCOMPARE(plan->special[1].what, u"named pipe"_s);
        QCOMPARE(plan->special[2].what, u"socket"_s);
        QVERIFY(plan->secrets.empty());
        tree.file(".amlignore", "pipe\nsock\n.env\n");
        QVERIFY(planSnapshot(tree.source(), context)->special.empty()); // a rule speaks for these too
    }

    void devices()
    {
        const SourceTree tree;
        MOORING_NEEDS(mknod(tree.bytes("null").constData(), S_IFCHR | 0666, makedev(1, 3)) == 0,
                      "the right to make a device");
        RecordingContext context;
        const auto plan = planSnapshot(tree.source(), context);
        MOORING_OK(plan);
        QVERIFY(plan->entries.empty());
        QCOMPARE(plan->special[0].what, u"device"_s);
    }

    void kernelFileSystems()
    {
        const SourceTree tree;
        tree.file("a.py");
        tree.folder("proc");
        const bool mounted =
            std::system(("mount --bind /proc " + tree.bytes("proc") + " 2>/dev/null").constData()) == 0;
        MOORING_NEEDS(mounted, "the right to mount");
        RecordingContext context;
        const auto plan = planSnapshot(tree.source(), context);
        QCOMPARE(std::system(("umount " + tree.bytes("proc")).constData()), 0);
        MOORING_OK(plan);
        QCOMPARE(pathsOf(*plan), QByteArrayList{"a.py"});
        QCOMPARE(plan->special.size(), size_t(1));
    }

    void oddNames()
    {
        const SourceTree tree;
        QByteArrayList names{"new\nline", "not\xff\xfeutf8", QByteArray(255, 'n'), "a b",  "-rf", "*",  "\\", "A",
                             "a",         "\xc3\xa9",        "e\xcc\x81",          "\x01", "~",   "a:b"};
        for (const QByteArray &name : names)
            QVERIFY(tree.file(name, name));
        std::sort(names.begin(), names.end());
        RecordingContext context;
        const auto plan = planSnapshot(tree.source(), context);
        MOORING_OK(plan);
        QCOMPARE(pathsOf(*plan), names);
    }

    void deep()
    {
        const SourceTree tree;
        FolderCursor cursor = FolderCursor::at(tree.bytes());
        QByteArray path;
        for (int depth = 0; depth < 1000; ++depth) { // 10 kB of path, more than the system takes at once
            QCOMPARE(mkdirat(cursor.folder(path), "level-1234", 0755), 0);
            path += path.isEmpty() ? "level-1234" : "/level-1234";
        }
        const Descriptor file(openat(cursor.folder(path), "deep.py", O_CREAT | O_WRONLY, 0644));
        QVERIFY(file.isOpen());
        RecordingContext context;
        const qint64 before = threadCpuMs();
        const auto plan = planSnapshot(tree.source(), context);
        MOORING_OK(plan);
        QCOMPARE(pathsOf(*plan), QByteArrayList{path + "/deep.py"});
        QVERIFY2(threadCpuMs() - before < 3000, qPrintable(QString::number(threadCpuMs() - before)));
        tree.file(".gitignore", "level-*\n");
        const auto ignored = planSnapshot(tree.source(), context);
        QCOMPARE(ignored->leftOut[0].files, 1);
        QVERIFY(ignored->leftOut[0].counted);
    }

    void unreadable()
    {
        const SourceTree tree;
        tree.file("a.py");
        tree.file("closed.py", "x", 0000);
        tree.file("sub/b.py");
        chmod(tree.bytes("sub").constData(), 0000);
        tree.file("left.out", "x", 0000);
        tree.file(".gitignore", "left.*\n");
        RecordingContext context;
        const auto plan = [&] {
            const AsNobody plain;
            return planSnapshot(tree.source(), context);
        }();
        chmod(tree.bytes("sub").constData(), 0700);
        MOORING_OK(plan);
        QCOMPARE(pathsOf(*plan), (QByteArrayList{".gitignore", "a.py"}));
        QCOMPARE(plan->unreadable.size(), size_t(2));
        QCOMPARE(plan->unreadable[0].path, QByteArray("closed.py"));
        QCOMPARE(plan->unreadable[0].cause, u"Permission denied"_s);
        QVERIFY(plan->unreadable[1].isFolder);
        QCOMPARE(plan->toJson()["unreadable"].size(), size_t(2));
        chmod(tree.bytes().constData(), 0000);
        const auto closed = [&] {
            const AsNobody plain;
            return planSnapshot(tree.source(), context);
        }();
        chmod(tree.bytes().constData(), 0700);
        QVERIFY(!closed);
        QCOMPARE(closed.error().code, u"snapshot.cannotRead"_s);
    }

    void badSources()
    {
        const SourceTree tree;
        tree.file("a.py");
        RecordingContext context;
        QCOMPARE(planSnapshot(tree.source() + u"/none"_s, context).error().code, u"snapshot.sourceMissing"_s);
        QCOMPARE(planSnapshot({}, context).error().code, u"snapshot.sourceMissing"_s);
        QCOMPARE(planSnapshot(tree.source() + u"/a.py"_s, context).error().code, u"snapshot.notAFolder"_s);
        tree.file(".gitignore", QByteArray(1024 * 1024 + 1, '\n'));
        QCOMPARE(planSnapshot(tree.source(), context).error().code, u"snapshot.ignoreFileTooLarge"_s);
        unlink(tree.bytes(".gitignore").constData());
        const CancelToken cancel;
        cancel.cancel();
        RecordingContext canceled(cancel);
        QVERIFY(planSnapshot(tree.source(), canceled).error().kind == ErrorKind::Canceled);
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
        tree.file(".gitignore", QByteArray("*.a\n*.b\n/c/d\n__x__/\n*.log\nbuild/\n").repeated(10));
        RecordingContext context;
        QElapsedTimer timer;
        timer.start();
        const qint64 cpuBefore = threadCpuMs();
        const auto plan = planSnapshot(tree.source(), context);
        const qint64 ms = timer.elapsed();
        MOORING_OK(plan);
        QCOMPARE(plan->entries.size(), size_t(20001));
        QVERIFY(std::is_sorted(plan->entries.begin(), plan->entries.end(),
                               [](const auto &a, const auto &b) { return a.path < b.path; }));
        const qint64 cpuMs = threadCpuMs() - cpuBefore;
        qInfo("20 000 files planned in %lld ms, %lld ms of CPU", ms, cpuMs);
        QVERIFY2(cpuMs < 4000,
                 qPrintable(QString::number(
                     cpuMs))); // unoptimised builds; the clock on the wall depends on the machine's other work
    }

    void addsALine_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("none") << QByteArray() << QByteArray(".env\n");
        QTest::newRow("behind") << QByteArray("data/\n") << QByteArray("data/\n.env\n");
        QTest::newRow("no line end") << QByteArray("data/") << QByteArray("data/\n.env\n");
        QTest::newRow("windows") << QByteArray("data/\r\n") << QByteArray("data/\r\n.env\r\n");
        QTest::newRow("there") << QByteArray("a\n.env\nb\n") << QByteArray("a\n.env\nb\n");
        QTest::newRow("not UTF-8") << QByteArray("\xff\n") << QByteArray("\xff\n.env\n");
    }
    void addsALine()
    {
        QFETCH(QByteArray, before);
        const SourceTree tree;
        if (!before.isEmpty())
            tree.file(".amlignore", before, 0640);
        MOORING_OK(addToAmlIgnore(tree.source(), ".env"));
        QTEST(contentOf(tree.bytes(".amlignore")), "after");
        struct stat info
        {
        };
        QCOMPARE(stat(tree.bytes(".amlignore").constData(), &info), 0);
        QCOMPARE(int(info.st_mode & 0777), before.isEmpty() ? 0644 : 0640);
    }

    void curesASecret()
    {
        const SourceTree tree;
        tree.file("a.py");
        tree.file("conf/my secret#.env", "PASSWORD=abcd1234\n");
        RecordingContext context;
        const auto plan = planSnapshot(tree.source(), context);
        QCOMPARE(plan->secrets.size(), size_t(1));
        MOORING_OK(addToAmlIgnore(tree.source(), ignorePatternFor(plan->secrets[0].path, false)));
        const auto cured = planSnapshot(tree.source(), context);
        QVERIFY(cured->secrets.empty());
        QCOMPARE(pathsOf(*cured), (QByteArrayList{".amlignore", "a.py"}));
        QCOMPARE(addToAmlIgnore(tree.source(), "a\nb").error().code, u"ignore.badPattern"_s);
        QCOMPARE(addToAmlIgnore(tree.source(), "# note").error().code, u"ignore.badPattern"_s);
        QVERIFY(!addToAmlIgnore(tree.source() + u"/none"_s, "x"));
    }
};

QTEST_GUILESS_MAIN(TestSnapshotPlan)
#include "tst_snapshotplan.moc"
