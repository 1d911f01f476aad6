#include "core/environments/pythontools.h"
#include "tests/core/environments/scripthost.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>

using namespace mooring;
using namespace Qt::StringLiterals;

class TestPythonTools : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parsesPythons_data()
    {
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<QStringList>("expected"); // path=version or path!problem
        const auto row = [](const char *name, const char *output, const QStringList &expected) {
            QTest::newRow(name) << QByteArray(output) << expected;
        };
        row("empty", "", {});
        row("one", "python\t/usr/bin/python3\t3.11.2\t/usr/bin/python3.11\t/usr\tvenv\n",
            {u"/usr/bin/python3=3.11.2"_s});
        row("same file twice", "python\t/a\t3.11.2\t/r\t/usr\tvenv\npython\t/b\t3.11.2\t/r\t/usr\tvenv\n",
            {u"/a=3.11.2"_s});
        row("an environment of the same file stays",
            "python\t/a\t3.11.2\t/r\t/usr\tvenv\npython\t/b\t3.11.2\t/r\t/venv\tvenv\n",
            {u"/a=3.11.2"_s, u"/b=3.11.2"_s});
        row("hangs", "broken\t/a\thangs\t\n", {u"/a!It did not answer within 5 s."_s});
        row("truncated", "python\t/usr/bin/py", {});
        row("noise", "hello\npython\n\tpython\t\n", {});
        row("hostile", "python\t/a\t3\t/r\t/u\tvenv\tmore\tand more\n", {});
    }
    void parsesPythons()
    {
        QFETCH(QByteArray, output);
        QFETCH(QStringList, expected);
        QStringList found;
        for (const PythonTool &tool : parsePythons(output))
            found << (tool.works() ? tool.path + u'=' + tool.version : tool.path + u'!' + tool.problem);
        QCOMPARE(found, expected);
    }

    void parsesCondaTools()
    {
        const auto tools =
            parseCondaTools("conda\tmicromamba\t/m\t1.5.8\nconda\tconda\t/c\tconda 23.1.0\nnoise\nconda\tx\n");
        QCOMPARE(tools.size(), size_t(2));
        QCOMPARE(tools[0].version, u"1.5.8"_s);
        QCOMPARE(tools[1].version, u"23.1.0"_s);
    }

    void recentEnough_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<bool>("enough");
        QTest::newRow("2.7") << u"2.7.18"_s << false;
        QTest::newRow("3.5") << u"3.5.9"_s << false;
        QTest::newRow("3.6") << u"3.6.0"_s << true;
        QTest::newRow("3.11") << u"3.11.2"_s << true;
        QTest::newRow("empty") << QString() << false;
    }
    void recentEnough()
    {
        QFETCH(QString, version);
        PythonTool tool;
        tool.version = version;
        QTEST(tool.isRecentEnough(), "enough");
    }

    void findsThisMachinesPython()
    {
        MOORING_NEEDS(!findProgram(u"python3"_s).isEmpty(), "python3");
        test::ScriptHost host;
        const auto tools = detectPythons(host, {});
        MOORING_OK(tools);
        QVERIFY(!tools->empty());
        QCOMPARE(tools->front().path, findProgram(u"python3"_s));
        QVERIFY(tools->front().works());
        QVERIFY(tools->front().isRecentEnough());
    }

    void noneOnAnEmptyPath()
    {
        test::ScriptHost host;
        QDir().mkpath(host.folder.filePath(u"bin"_s));
        for (const QString &name : {u"tail"_s, u"tr"_s, u"timeout"_s})
            QVERIFY(QFile::link(findProgram(name), host.folder.filePath(u"bin/"_s + name)));
        host.environment = {u"PATH="_s + host.folder.filePath(u"bin"_s)};
        const auto python = probePython(host, u"python3"_s, {});
        QVERIFY(!python);
        QCOMPARE(python.error().code, u"environment.noPython"_s);
        QVERIFY(!python.error().fix.isEmpty());
    }

    void probesWhatIsNoPython_data()
    {
        QTest::addColumn<QByteArray>("program");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("cause");
        QTest::newRow("ends well, says nothing")
            << QByteArray("#!/bin/sh\nexit 0\n") << u"environment.pythonBroken"_s << QString();
        QTest::newRow("fails") << QByteArray("#!/bin/sh\necho broken installation >&2\nexit 3\n")
                               << u"environment.pythonBroken"_s << u"broken installation"_s;
        QTest::newRow("says something else")
            << QByteArray("#!/bin/sh\necho hello\n") << u"environment.pythonBroken"_s << u"hello"_s;
        QTest::newRow("no such interpreter")
            << QByteArray("#!/no/such/interpreter\n") << u"environment.pythonBroken"_s << u"No such file"_s;
    }
    void probesWhatIsNoPython()
    {
        QFETCH(QByteArray, program);
        QFETCH(QString, cause);
        test::ScriptHost host;
        const auto python = probePython(host, host.program(u"python3"_s, program), {});
        QVERIFY(!python);
        QTEST(python.error().code, "code");
        QVERIFY2(python.error().cause.contains(cause), qPrintable(python.error().cause));
    }

    void aPythonThatHangs()
    {
        test::ScriptHost host;
        const QString path = host.program(u"python3"_s, "#!/bin/sh\nexec sleep 600\n");
        QElapsedTimer timer;
        timer.start();
        const auto python = probePython(host, path, {});
        QVERIFY(!python);
        QCOMPARE(python.error().code, u"environment.pythonHangs"_s);
        QCOMPARE(python.error().kind, ErrorKind::TimeLimit);
        QVERIFY(python.error().message.contains(path));
        QVERIFY2(timer.elapsed() < 19000, qPrintable(QString::number(timer.elapsed())));
    }

    void cancelEndsTheProbe()
    {
        test::ScriptHost host;
        CancelToken cancel;
        cancel.cancel();
        const auto python = probePython(host, u"python3"_s, cancel);
        QVERIFY(!python);
        QCOMPARE(python.error().kind, ErrorKind::Canceled);
    }

    void condaToolsInTheirOrder()
    {
        test::ScriptHost host;
        const QString conda = host.program(u"miniconda3/bin/conda"_s, "#!/bin/sh\necho conda 23.1.0\n");
        const QString micromamba = host.program(u".local/bin/micromamba"_s, "#!/bin/sh\necho 1.5.8\n");
        host.program(u".local/bin/mamba"_s, "#!/bin/sh\nexit 1\n");
        host.environment = {u"HOME="_s + host.folder.path(), u"CONDA_EXE="_s, u"MAMBA_EXE="_s};
        const auto tools = detectCondaTools(host, {});
        MOORING_OK(tools);
        QVERIFY(tools->size() >= 2);
        QCOMPARE(tools->front().path, micromamba);
        QCOMPARE(tools->front().version, u"1.5.8"_s);
        QVERIFY(std::any_of(tools->begin(), tools->end(),
                            [&](const CondaTool &tool) { return tool.path == conda && tool.version == u"23.1.0"_s; }) ||
                findProgram(u"conda"_s).size());
    }
};

QTEST_GUILESS_MAIN(TestPythonTools)
#include "tst_pythontools.moc"
