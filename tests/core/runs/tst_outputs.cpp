#include "core/runs/foldertarget.h"
#include "core/runs/outputs.h"
#include "tests/core/runs/folderhost.h"
#include "tests/support/testsupport.h"

#include <QCryptographicHash>

#include <unistd.h>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(missing)");
}

QString sha(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QStringList filesIn(const QString &folder)
{
    QStringList names;
    QDirIterator all(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (all.hasNext())
        names << all.next().mid(folder.size() + 1);
    names.sort();
    return names;
}

} // namespace

class TestOutputs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void none()
    {
        test::FolderHost host;
        const auto files = listOutputs(host, host.run(), true, {});
        MOORING_OK(files);
        QVERIFY(files->empty());
        QCOMPARE(outputSize(host, host.run(), {}).valueOr(-1), 0);
    }

    void listed()
    {
        test::FolderHost host;
        const QStringList names{u"model.pkl"_s,   u"a/b c/모델.json"_s, u"line\nbreak"_s,
                                u"back\\slash"_s, u".hidden"_s,         u"-rf"_s};
        for (const QString &name : names)
            host.put(u"outputs/"_s + name, name.toUtf8());
        QVERIFY(QFile::link(u"/etc/passwd"_s, host.run() + u"/outputs/link"_s));
        const auto files = listOutputs(host, host.run(), true, {});
        MOORING_OK(files);
        QCOMPARE(files->size(), size_t(names.size()));
        qint64 size = 0;
        for (const OutputFile &file : *files) {
            QVERIFY(names.contains(QString::fromUtf8(file.path)));
            QCOMPARE(file.sha256, sha(file.path));
            size += file.size;
        }
        QCOMPARE(outputSize(host, host.run(), {}).valueOr(-1), size);
        QCOMPARE(toBytes(files->back().toJson()),
                 QByteArray("{\"path\":\"model.pkl\",\"size\":9,\"sha256\":\"" + sha("model.pkl").toUtf8() + "\"}"));
    }

    void namesThatAreNoText()
    {
        OutputFile file;
        file.path = "a/\xff\xfe";
        QCOMPARE(toBytes(file.toJson()),
                 QByteArray("{\"path\":\"a/%FF%FE\",\"size\":0,\"sha256\":null,\"encoded\":true}"));
    }

    void copied()
    {
        test::FolderHost host;
        const QByteArray big(3'000'000, 'x');
        host.put(u"outputs/a/b/big"_s, big);
        host.put(u"outputs/empty"_s, {});
        QTemporaryDir to;
        test::RecordingContext context;
        const QString folder = to.filePath(u"new/folder"_s);
        const auto files = copyOutputs(host, host.run(), folder, context);
        MOORING_OK(files);
        QCOMPARE(files->size(), size_t(2));
        QCOMPARE(contentOf(folder + u"/a/b/big"_s), big);
        QCOMPARE(filesIn(folder), (QStringList{u"a/b/big"_s, u"empty"_s}));
        MOORING_OK(copyOutputs(host, host.run(), folder, context)); // again: same content, nothing to do
    }

    void nothingIsOverwritten()
    {
        test::FolderHost host;
        host.put(u"outputs/a"_s, "one");
        host.put(u"outputs/b"_s, "two");
        QTemporaryDir to;
        QFile mine(to.filePath(u"b"_s));
        QVERIFY(mine.open(QIODevice::WriteOnly));
        mine.write("own");
        mine.close();
        test::RecordingContext context;
        const auto result = copyOutputs(host, host.run(), to.path(), context);
        QVERIFY(!result);
        QCOMPARE(result.error().code, u"outputs.exists"_s);
        QVERIFY(result.error().message.contains(u"b"_s));
        QCOMPARE(filesIn(to.path()), QStringList{u"b"_s});
        QCOMPARE(contentOf(to.filePath(u"b"_s)), QByteArray("own"));
    }

    void linksAreNotFollowed()
    {
        test::FolderHost host;
        host.put(u"outputs/sub/a"_s, "one");
        QTemporaryDir to, elsewhere;
        QVERIFY(QFile::link(elsewhere.path(), to.filePath(u"sub"_s)));
        test::RecordingContext context;
        QVERIFY(!copyOutputs(host, host.run(), to.path(), context));
        QVERIFY(filesIn(elsewhere.path()).isEmpty());

        QTemporaryDir second;
        QVERIFY(QFile::link(elsewhere.filePath(u"new"_s), second.filePath(u"sub"_s)));
        QVERIFY(!copyOutputs(host, host.run(), second.path(), context));
        QVERIFY(!QFile::exists(elsewhere.filePath(u"new"_s)));
    }

    void hostileNames_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("safe");
        QTest::newRow("plain") << QByteArray("a/b") << true;
        QTest::newRow("dots in names") << QByteArray("..a/b..") << true;
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("absolute") << QByteArray("/etc/passwd") << false;
        QTest::newRow("up") << QByteArray("../a") << false;
        QTest::newRow("up in the middle") << QByteArray("a/../../b") << false;
        QTest::newRow("dot") << QByteArray("./a") << false;
        QTest::newRow("folder") << QByteArray("a/") << false;
        QTest::newRow("empty part") << QByteArray("a//b") << false;
        QTest::newRow("NUL") << QByteArray("a\0b", 3) << false;
    }
    void hostileNames()
    {
        QFETCH(QByteArray, path);
        QTEST(FolderTarget::isSafe(path), "safe");
    }

    /// A host that lies about its names writes nothing outside.
    void aHostThatLies()
    {
        class LyingHost : public test::FolderHost
        {
        public:
            Result<std::vector<HostFile>> listFiles(const QString &, const CancelToken &) override
            {
                return std::vector<HostFile>{{"../escaped", 3}};
            }
        } host;
        host.put(u"outputs/a"_s, "one");
        host.put(u"escaped"_s, "one");
        QTemporaryDir to;
        test::RecordingContext context;
        const auto result = copyOutputs(host, host.run(), to.filePath(u"in"_s), context);
        QVERIFY(!result);
        QCOMPARE(result.error().code, u"outputs.badName"_s);
        QVERIFY(!QFile::exists(to.filePath(u"escaped"_s)));
    }

    void whatIsDamagedOnTheWayDoesNotAppear()
    {
        class NoisyHost : public test::FolderHost
        {
        public:
            Result<QByteArray> readFile(const QString &path, qint64 offset, qint64 max,
                                        const CancelToken &token) override
            {
                auto bytes = FolderHost::readFile(path, offset, max, token);
                if (bytes && offset > 0 && !bytes->isEmpty())
                    bytes->front() = char(bytes->front() ^ 1);
                return bytes;
            }
        } host;
        host.put(u"outputs/small"_s, "as it is");
        host.put(u"outputs/large"_s, QByteArray(3 << 20, 'x'));
        const QTemporaryDir here;
        test::RecordingContext context;
        const auto copied = copyOutputs(host, host.run(), here.path(), context);
        QVERIFY(!copied);
        QCOMPARE(copied.error().code, u"outputs.damaged"_s);
        QVERIFY(!QFile::exists(here.filePath(u"large"_s)));
        QVERIFY(QDir(here.path()).entryList({u"*.part"_s}, QDir::Files | QDir::Hidden).isEmpty());
    }

    void failureInTheMiddle()
    {
        test::FolderHost host;
        host.put(u"outputs/a"_s, "one");
        host.put(u"outputs/b"_s, "two");
        host.failAt = host.run() + u"/outputs/b"_s;
        QTemporaryDir to;
        test::RecordingContext context;
        const auto result = copyOutputs(host, host.run(), to.path(), context);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::NotReachable);
        QCOMPARE(filesIn(to.path()), QStringList{u"a"_s});
        host.failAt.clear();
        MOORING_OK(copyOutputs(host, host.run(), to.path(), context));
        QCOMPARE(filesIn(to.path()), (QStringList{u"a"_s, u"b"_s}));
    }

    void canceled()
    {
        test::FolderHost host;
        host.put(u"outputs/a"_s, "one");
        QTemporaryDir to;
        CancelToken token;
        token.cancel();
        test::RecordingContext context(token);
        const auto result = copyOutputs(host, host.run(), to.path(), context);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Canceled);
        QVERIFY(filesIn(to.path()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestOutputs)
#include "tst_outputs.moc"
