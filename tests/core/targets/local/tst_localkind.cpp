#include "core/targets/local/localhost.h"
#include "core/targets/local/localkind.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

void writeProgram(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

} // namespace

class TestLocalKind : public QObject
{
    Q_OBJECT
    QByteArray m_path = qgetenv("PATH");

    static LocalSetup setup(const QString &folder, int limitMs = 5000)
    {
        LocalSetup setup;
        setup.dataFolder = setup.tempFolder = folder;
        setup.limit = std::chrono::milliseconds(limitMs);
        setup.docker = [folder] { return DockerSearch{folder + u"/docker.sock"_s, folder, {}, {}}; };
        setup.makeHost = [folder] {
            return std::make_shared<LocalHost>(folder + u"/runs"_s, folder + u"/environments"_s);
        };
        return setup;
    }
    static LadderReport run(const LocalSetup &setup, const QStringList &only = {})
    {
        const LocalKind kind(setup);
        test::RecordingContext context;
        return runLadder(u"local"_s, kind.ladder(FormValues{{}}), only, context, {});
    }
private Q_SLOTS:
    void init()
    {
        qunsetenv("DOCKER_HOST");
        qunsetenv("DOCKER_CONTEXT");
    }
    void cleanup() { qputenv("PATH", m_path); }

    void thisComputer()
    {
        QTemporaryDir folder;
        const auto report = run(setup(folder.path()));
        for (const char16_t *id : {u"system", u"cores", u"memory", u"disk", u"python", u"conda", u"docker", u"gpu"}) {
            const RungResult *rung = report.find(QString::fromUtf16(id));
            QVERIFY2(rung, qPrintable(QString::fromUtf16(id)));
            QVERIFY(!rung->title.isEmpty());
            QVERIFY(!rung->asked.isEmpty());
            QVERIFY(!rung->answered.isEmpty());
        }
        QVERIFY(!report.failure());
        QVERIFY(intAt(report.facts, "cores") >= 1);
        QVERIFY(intAt(report.facts, "memoryTotal") > 1'000'000);
        QVERIFY(intAt(report.facts, "memoryAvailable") <= intAt(report.facts, "memoryTotal"));
        QVERIFY(intAt(report.facts, "diskTotal") >= intAt(report.facts, "diskFree"));
        QVERIFY(!stringAt(report.facts, "system").isEmpty());
    }

    void alwaysThere()
    {
        const LocalKind kind(setup(u"/tmp"_s));
        QVERIFY(!kind.attachable());
        QCOMPARE(kind.builtinTarget()->name, u"local"_s);
        QCOMPARE(kind.builtinTarget()->identity, kind.identity(FormValues{{}}, Json::object()));
        MOORING_OK(kind.makeRunHost(FormValues{{}}, {}));
        QVERIFY(!LocalKind({}).makeRunHost(FormValues{{}}, {})); // nobody said how
    }

    void withoutAPlaceForRuns()
    {
        LocalSetup bare = setup(u"/tmp"_s);
        bare.makeHost = {};
        const auto report = run(bare, {u"python"_s, u"conda"_s});
        QCOMPARE(report.rungs[0].verdict, Verdict::Skipped);
        QCOMPARE(report.rungs[1].verdict, Verdict::Skipped);
    }

    void pythonsOfThisComputer()
    {
        MOORING_NEEDS(!QStandardPaths::findExecutable(u"python3"_s).isEmpty(), "python3");
        QTemporaryDir folder;
        const auto report = run(setup(folder.path()), {u"python"_s});
        QVERIFY(report.rungs[0].verdict == Verdict::Passed || report.rungs[0].verdict == Verdict::Warned);
        QVERIFY2(report.rungs[0].answered.startsWith(u"3."_s), qPrintable(report.rungs[0].answered));
        const Json pythons = report.facts["pythons"];
        QVERIFY(!pythons.empty());
        QVERIFY(stringAt(pythons[0], "path").startsWith(u'/'));
        QVERIFY(stringAt(pythons[0], "version").startsWith(u"3."_s));
    }

    void aPythonThatHangs()
    {
        QTemporaryDir folder;
        writeProgram(folder.filePath(u"python3"_s), "#!/bin/sh\nexec /bin/sleep 60\n");
        qputenv("PATH", folder.path().toUtf8() + ":" + m_path);
        QElapsedTimer timer;
        timer.start();
        const auto report = run(setup(folder.path()), {u"python"_s});
        QVERIFY(timer.elapsed() < 20000);
        QCOMPARE(report.rungs[0].verdict, Verdict::Warned);
        QVERIFY2(report.rungs[0].answered.contains(folder.filePath(u"python3"_s)),
                 qPrintable(report.rungs[0].answered));
        QVERIFY(!report.failure());
    }

    void missingFolder()
    {
        const auto report = run(setup(u"/nowhere/at-all"_s), {u"disk"_s});
        QCOMPARE(report.rungs[0].verdict, Verdict::Failed);
        QVERIFY(report.rungs[0].answered.contains(u"/nowhere/at-all"_s));
        QVERIFY(!report.rungs[0].fix.isEmpty());
    }

    void gpu_data()
    {
        QTest::addColumn<QByteArray>("program"); // of nvidia-smi; empty: none
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QByteArray>("fact");
        QTest::newRow("none") << QByteArray() << u"skipped"_s << u"none found"_s << QByteArray("false");
        QTest::newRow("one") << QByteArray("#!/bin/sh\necho 'NVIDIA RTX 4000, 20475 MiB, 550.54'\n") << u"passed"_s
                             << u"NVIDIA RTX 4000, 20475 MiB, driver 550.54"_s << QByteArray("true");
        QTest::newRow("two") << QByteArray("#!/bin/sh\necho 'A, 1 MiB, 5'\necho 'B, 2 MiB, 5'\n") << u"passed"_s
                             << u"A, 1 MiB; B, 2 MiB, driver 5"_s << QByteArray("true");
        QTest::newRow("driver mismatch")
            << QByteArray("#!/bin/sh\necho 'Failed to initialize NVML: Driver/library version mismatch'\nexit 18\n")
            << u"failed"_s << u"mismatch"_s << QByteArray("false");
        QTest::newRow("fails silently") << QByteArray("#!/bin/sh\nexit 9\n") << u"failed"_s << u"code 9"_s
                                        << QByteArray("false");
        QTest::newRow("garbage") << QByteArray("#!/bin/sh\nprintf '\\377\\000 what'\n") << u"skipped"_s
                                 << u"none found"_s << QByteArray("false");
        QTest::newRow("hangs") << QByteArray("#!/bin/sh\n/bin/sleep 60\n") << u"warned"_s << u"within 0.4 s"_s
                               << QByteArray("null");
        QTest::newRow("hangs with a child") << QByteArray("#!/bin/sh\n/bin/sleep 60 &\nwait\n") << u"warned"_s
                                            << u"within 0.4 s"_s << QByteArray("null");
    }
    void gpu()
    {
        QFETCH(QByteArray, program);
        QFETCH(QString, answer);
        QFETCH(QByteArray, fact);
        QTemporaryDir folder;
        if (!program.isEmpty())
            writeProgram(folder.filePath(u"nvidia-smi"_s), program);
        qputenv("PATH", folder.path().toUtf8());
        QElapsedTimer timer;
        timer.start();
        const auto report = run(setup(folder.path(), program.contains("sleep") ? 400 : 5000), {u"gpu"_s});
        QVERIFY(timer.elapsed() < 10000);
        QTEST(toWord(report.rungs[0].verdict), "verdict");
        QVERIFY2(report.rungs[0].answered.contains(answer), qPrintable(report.rungs[0].answered));
        QCOMPARE(toBytes(report.facts["gpu"]), fact);
        QVERIFY(!report.failure()); // dispensable
    }
};

QTEST_GUILESS_MAIN(TestLocalKind)
#include "tst_localkind.moc"
