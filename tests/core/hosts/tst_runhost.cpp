#include "core/hosts/sshhost.h"
#include "core/targets/local/localhost.h"
#include "tests/core/runs/sourcetree.h"
#include "tests/support/remotemachine.h"
#include "tests/support/testsupport.h"

#include <QDir>

#include <thread>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What every host of runs promises, on this computer and over SSH.
class TestRunHost : public QObject
{
    Q_OBJECT
    std::unique_ptr<RemoteMachine> m_machine;
    std::shared_ptr<RunHost> m_local, m_ssh;

    static void hosts()
    {
        QTest::addColumn<bool>("remote");
        QTest::newRow("local") << false;
        QTest::newRow("ssh") << true;
    }
    RunHost &host()
    {
        QFETCH(bool, remote);
        return remote ? *m_ssh : *m_local;
    }
    QString m_place;

    QString place(const QString &name) const { return m_place + u'/' + name; }
    QByteArray onDisk(const QString &path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("?");
    }

private Q_SLOTS:
    void initTestCase()
    {
        MOORING_NEEDS(SshServer::available(), "no sshd");
        m_machine = std::make_unique<RemoteMachine>();
        QVERIFY2(m_machine->start(), qPrintable(m_machine->server.log()));
        m_ssh = m_machine->makeHost();
    }
    void init()
    {
        static int count = 0;
        m_place = m_machine->path(u"test%1"_s.arg(++count));
        MOORING_OK(m_ssh->runScript("mkdir -m 777 \"$1\"", {m_place}, 10s, {})); // the account's, for both to write
        m_local = std::make_shared<LocalHost>(place(u"runs"_s), place(u"environments"_s));
    }

    void scripts_data() { hosts(); }
    void scripts()
    {
        const QStringList odd{u"a b"_s, u"it's"_s, u"$HOME `id` \"x\" !"_s, u"*"_s, QString(), u"-n"_s, u"\\n"_s};
        const auto echoed = host().runScript("for word; do printf '<%s>' \"$word\"; done", odd, 10s, {});
        MOORING_OK(echoed);
        QCOMPARE(*echoed, QByteArray("<a b><it's><$HOME `id` \"x\" !><*><><-n><\\n>"));

        const auto failed = host().runScript("echo out; echo one >&2; echo two >&2; exit 7", {}, 10s, {});
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, u"host.scriptFailed"_s);
        QCOMPARE(failed.error().cause, u"two"_s);
        QCOMPARE(intAt(failed.error().detail, "exitCode"), 7);
        QCOMPARE(failed.error().kind, ErrorKind::Failed); // it is an answer, not a host that cannot be reached
    }

    void scriptsHaveLimits_data() { hosts(); }
    void scriptsHaveLimits()
    {
        const auto late = host().runScript("sleep 20", {}, 300ms, {});
        QVERIFY(!late);
        QCOMPARE(late.error().kind, ErrorKind::TimeLimit);
        CancelToken cancel;
        std::thread later([&cancel] {
            std::this_thread::sleep_for(200ms);
            cancel.cancel();
        });
        QElapsedTimer timer;
        timer.start();
        const auto canceled = host().runScript("sleep 20", {}, 30s, cancel);
        later.join();
        QVERIFY(!canceled && canceled.error().kind == ErrorKind::Canceled);
        QVERIFY(timer.elapsed() < 5000);
        MOORING_OK(host().runScript("echo", {}, 10s, {})); // it can be used again
    }

    void severalFiles_data() { hosts(); }
    void severalFiles()
    {
        QByteArray all;
        for (int i = 0; i < 256; ++i)
            all += char(i);
        const std::vector<HostContent> files{{place(u"one"_s), "first\n", false},
                                             {place(u"it's a \"file\" $x"_s), all + all, true},
                                             {place(u"empty"_s), {}, false},
                                             {place(u"large"_s), QByteArray(300'000, 'l'), false},
                                             {place(u"last"_s), "no newline", false}};
        MOORING_OK(host().writeFiles({}, {}));
        MOORING_OK(host().writeFiles(files, {}));
        for (const HostContent &file : files) {
            QVERIFY2(onDisk(file.path) == file.content, qPrintable(file.path));
            QCOMPARE(QFile::permissions(file.path).testFlag(QFile::ExeOwner), file.executable);
        }
        QCOMPARE(QDir(m_place).entryList(QDir::Files).size(), qsizetype(files.size())); // nothing else is left
        const auto failed = host().writeFiles(
            {{place(u"one"_s), "new", false}, {place(u"no/folder"_s), "x", false}, {place(u"last"_s), "never", false}},
            {});
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, u"file.cannotWrite"_s);
        QVERIFY2(failed.error().message.contains(u"no/folder"_s), qPrintable(failed.error().message));
        QCOMPARE(onDisk(place(u"one"_s)), QByteArray("new"));
        QCOMPARE(onDisk(place(u"last"_s)), QByteArray("no newline"));
    }

    void files_data()
    {
        QTest::addColumn<bool>("remote");
        QTest::addColumn<QByteArray>("content");
        QByteArray all;
        for (int i = 0; i < 256; ++i)
            all += char(i);
        QByteArray large;
        for (int i = 0; i < 3'000'000; ++i)
            large += char(i * 7 + i / 251);
        for (const bool remote : {false, true}) {
            const auto row = [remote](const char *name) -> QTestData & {
                return QTest::newRow(QByteArray(name).append(remote ? " ssh" : " local").constData()) << remote;
            };
            row("empty") << QByteArray();
            row("no newline at the end") << QByteArray("a\nb");
            row("newlines") << QByteArray("\n\n\r\n");
            row("all bytes") << all + all;
            row("like a mark") << QByteArray("\nmooring-0:end:0\n");
            row("3 MB") << large;
        }
    }
    void files()
    {
        QFETCH(QByteArray, content);
        const QString path = place(u"it's a \"file\" $x"_s);
        MOORING_OK(host().writeFile(path, content, false, {}));
        QVERIFY(onDisk(path) == content);
        QCOMPARE(QFile::permissions(path) & QFile::Permissions(0x777), QFile::ReadUser | QFile::WriteUser);
        const auto size = host().fileSize(path, {});
        MOORING_OK(size);
        QCOMPARE(*size, content.size());
        const auto whole = host().readFile(path, 0, 1 << 23, {});
        MOORING_OK(whole);
        QVERIFY(*whole == content);
        const auto part = host().readFile(path, 1, 2, {});
        MOORING_OK(part);
        QCOMPARE(*part, content.mid(1, 2));
        const auto end = host().readFile(path, content.size(), 100, {});
        MOORING_OK(end);
        QCOMPARE(*end, QByteArray());
        const auto beyond = host().readFile(path, content.size() + 100, 100, {});
        MOORING_OK(beyond);
        QCOMPARE(*beyond, QByteArray());

        MOORING_OK(host().writeFile(path, "new", true, {}));
        QCOMPARE(onDisk(path), QByteArray("new"));
        QVERIFY(QFile::permissions(path) & QFile::ExeUser);
        QCOMPARE(QDir(m_place).entryList({u"*.part*"_s}, QDir::Files).size(), 0);
    }

    void whatIsNotThere_data() { hosts(); }
    void whatIsNotThere()
    {
        const auto read = host().readFile(place(u"nothing"_s), 0, 10, {});
        QVERIFY(!read);
        QCOMPARE(read.error().code, u"file.missing"_s);
        MOORING_OK(host().fileSize(place(u"nothing"_s), {}));
        QCOMPARE(*host().fileSize(place(u"nothing"_s), {}), -1);
        MOORING_OK(host().writeFile(place(u"file"_s), "x", false, {}));
        QCOMPARE(*host().fileSize(place(u"file/below"_s), {}), -1);
        QVERIFY(!host().writeFile(place(u"no/folder/file"_s), "x", false, {}));
        QVERIFY(QDir().mkpath(place(u"folder"_s)));
        QVERIFY(!host().writeFile(place(u"folder"_s), "x", false, {}));
        QVERIFY(QDir(place(u"folder"_s)).isEmpty());
        const auto none = host().listFiles(place(u"nothing"_s), {});
        MOORING_OK(none);
        QVERIFY(none->empty());
    }

    void lists_data() { hosts(); }
    void lists()
    {
        const SourceTree tree;
        const QByteArrayList names{"a",   "b/c/d",    "b/e e",    "new\nline", "tab\there", "it's",
                                   "-rf", "\xff\xfe", "\xc3\xa9", "b/$x`",     "*",         " "};
        for (const QByteArray &name : names)
            QVERIFY(tree.file(name, QByteArray(name.size(), 'x')));
        QVERIFY(tree.folder("empty"));
        QVERIFY(tree.link("link", "/etc/passwd") && tree.link("linked", "b") && tree.link("loop", "."));
        QCOMPARE(mkfifo(tree.bytes("fifo").constData(), 0600), 0);
        const auto listed = host().listFiles(tree.source(), {});
        MOORING_OK(listed);
        QByteArrayList found, expected = names;
        for (const HostFile &file : *listed) {
            found << file.path;
            QCOMPARE(file.size, file.path.size());
        }
        std::sort(expected.begin(), expected.end());
        QCOMPARE(found, expected);
    }

    void snapshots_data() { hosts(); }
    void snapshots()
    {
        const SourceTree tree;
        QVERIFY(tree.file("train.py", "print(1)\n") && tree.file("run.sh", "#!/bin/sh\n", 0755) &&
                tree.file("empty", "") && tree.file("deep/er/file", QByteArray(2'500'000, 'q')) &&
                tree.file("same", "print(1)\n") && tree.file("it's \"odd\"\n\xff", "odd") && tree.folder("folder"));
        QVERIFY(tree.link("link", "train.py") && tree.link("dangling", "nowhere\xff"));
        RecordingContext context;
        const auto plan = planSnapshot(tree.source(), context);
        MOORING_OK(plan);
        const QString code = place(u"code"_s);
        const auto summary = host().receiveSnapshot(*plan, code, context);
        MOORING_OK(summary);
        QVERIFY(!QFile::exists(code + u".part"_s));
        const auto here = copySnapshot(*plan, place(u"here"_s), context);
        MOORING_OK(here);
        QCOMPARE(summary->sha256, here->sha256);
        QCOMPARE(summary->files, here->files);
        QCOMPARE(summary->totalSize, here->totalSize);
        QVERIFY(summary->manifest == here->manifest);
        // Byte for byte, mode for mode, link for link.
        QCOMPARE(describe(code), describe(place(u"here"_s)));

        const auto again = host().receiveSnapshot(*plan, code, context);
        QVERIFY(!again);
        QCOMPARE(again.error().code, u"snapshot.exists"_s);
    }

    void snapshotsOfWhatCannotBeRead_data() { hosts(); }
    void snapshotsOfWhatCannotBeRead()
    {
        RecordingContext context;
        SnapshotPlan plan;
        plan.source = m_place;
        plan.unreadable.push_back({"secret", false, u"Permission denied"_s});
        const auto refused = host().receiveSnapshot(plan, place(u"code"_s), context);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"snapshot.unreadable"_s);
        plan.unreadable.clear();
        SnapshotEntry gone;
        gone.path = "gone";
        gone.size = 3;
        plan.entries.push_back(gone);
        plan.totalSize = 3;
        const auto lost = host().receiveSnapshot(plan, place(u"code"_s), context);
        QVERIFY(!lost);
        QCOMPARE(lost.error().code, u"snapshot.gone"_s);
        QVERIFY(!QFile::exists(place(u"code"_s)) && !QFile::exists(place(u"code.part"_s)));
    }

    void copiesHere()
    {
        QCOMPARE(m_local->localPath(u"/a/b"_s), u"/a/b"_s);
        QCOMPARE(m_local->spoolFolder(), QString());
        QCOMPARE(m_ssh->localPath(m_ssh->runsFolder() + u"/r1/user_logs/std_log.txt"_s),
                 m_ssh->spoolFolder() + u"/r1/user_logs/std_log.txt"_s);
        QCOMPARE(m_ssh->localPath(u"/etc/passwd"_s), QString());
    }

    void comesBackAfterACut()
    {
        MOORING_OK(m_ssh->writeFile(place(u"a"_s), "1", false, {}));
        m_machine->server.killSessions();
        QTRY_VERIFY_WITH_TIMEOUT(m_ssh->readFile(place(u"a"_s), 0, 10, {}).ok(), 15000);
        m_ssh->renew();
        MOORING_OK(m_ssh->readFile(place(u"a"_s), 0, 10, {}));
    }

    void manyAtOnce()
    {
        std::vector<std::thread> threads;
        std::atomic<int> good = 0;
        for (int i = 0; i < 12; ++i) {
            threads.emplace_back([this, i, &good] {
                const QString path = place(u"file%1"_s.arg(i));
                const QByteArray content(200'000, char('a' + i));
                const bool works = m_ssh->writeFile(path, content, false, {}).ok() &&
                                   m_ssh->readFile(path, 0, 1 << 20, {}).valueOr({}) == content;
                good += works;
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(int(good), 12);
    }

    void hostileLists_data()
    {
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<int>("kept");
        QTest::newRow("good") << QByteArray("3\ta\0", 4) << 1;
        QTest::newRow("up") << QByteArray("3\t../a\0", 7) << 0;
        QTest::newRow("up in the middle") << QByteArray("3\ta/../../b\0", 12) << 0;
        QTest::newRow("absolute") << QByteArray("3\t/etc/passwd\0", 14) << 0;
        QTest::newRow("dot") << QByteArray("3\t.\0", 4) << 0;
        QTest::newRow("empty part") << QByteArray("3\ta//b\0", 7) << 0;
        QTest::newRow("no name") << QByteArray("3\t\0", 3) << 0;
        QTest::newRow("no size") << QByteArray("\ta\0", 3) << 0;
        QTest::newRow("no tab") << QByteArray("3\0", 2) << 0;
        QTest::newRow("negative size") << QByteArray("-3\ta\0", 5) << 0;
        QTest::newRow("huge size") << QByteArray("99999999999999999999\ta\0", 23) << 0;
        QTest::newRow("word for a size") << QByteArray("x\ta\0", 4) << 0;
        QTest::newRow("twice") << QByteArray("3\ta\0"
                                             "4\ta\0",
                                             8)
                               << 1;
        QTest::newRow("noise between") << QByteArray("hello\n\0"
                                                     "3\ta\0",
                                                     11)
                                       << 1;
        QTest::newRow("truncated") << QByteArray("3\ta\0"
                                                 "12",
                                                 6)
                                   << 1;
        QTest::newRow("nothing") << QByteArray() << 0;
    }
    void hostileLists()
    {
        QFETCH(QByteArray, output);
        QFETCH(int, kept);
        QCOMPARE(int(parseFileList(output).size()), kept);
    }

private:
    /// Each entry with its kind, mode, size and content.
    static QByteArrayList describe(const QString &folder)
    {
        QByteArrayList lines;
        FolderCursor cursor = FolderCursor::at(QFile::encodeName(folder));
        const std::function<void(const QByteArray &)> walk = [&](const QByteArray &path) {
            std::vector<QByteArray> names;
            if (!cursor.list(path, names))
                lines << "cannot list " + path;
            for (const QByteArray &name : names) {
                const QByteArray below = path.isEmpty() ? name : path + '/' + name;
                struct stat info
                {
                };
                fstatat(cursor.folder(path), name.constData(), &info, AT_SYMLINK_NOFOLLOW);
                QByteArray text = below + ' ' + QByteArray::number(info.st_mode, 8);
                const QByteArray full = QFile::encodeName(folder) + '/' + below;
                if (S_ISLNK(info.st_mode)) {
                    QByteArray target(4096, '\0');
                    target.truncate(readlink(full.constData(), target.data(), size_t(target.size())));
                    text += " -> " + target;
                } else if (S_ISREG(info.st_mode)) {
                    text += ' ' + QByteArray::number(qHash(contentOf(full)));
                }
                lines << text;
                if (S_ISDIR(info.st_mode))
                    walk(below);
            }
        };
        walk({});
        return lines;
    }
};

QTEST_GUILESS_MAIN(TestRunHost)
#include "tst_runhost.moc"
