#include "core/base/process.h"
#include "core/runs/jobscript.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

/// Prints its arguments and the variables of the test, as hex, one a line.
const QByteArray kTeller = R"(import os, sys
for word in sys.argv[1:]:
    print('arg', os.fsencode(word).hex())
for name, value in sorted(os.environb.items()):
    if name.startswith(b'V_') or name in (b'UID', b'PPID', b'IFS', b'MOORING_RUN_ID', b'MLFLOW_TRACKING_URI', b'PYTHONNOUSERSITE'):
        print('var', name.decode(), value.hex())
)";

QByteArray everyByte()
{
    QByteArray bytes;
    for (int i = 1; i < 256; ++i)
        bytes += char(i);
    return bytes;
}

/// Not a shim in front of it: a shell on the way would lose some variables.
QByteArray realPython()
{
    Command command;
    command.program = u"python3"_s;
    command.arguments = {u"-c"_s, u"import sys; print(sys.executable)"_s};
    return runCommand(command, {}).valueOr({}).output.trimmed();
}

QByteArray argumentLine(const QByteArray &word) { return "arg " + word.toHex(); }
QByteArray variableLine(const QByteArray &name, const QByteArray &value) { return "var " + name + ' ' + value.toHex(); }

} // namespace

class TestJobScript : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_dir;

    QByteArray run(const QString &shell, const JobStart &start)
    {
        QFile file(m_dir.filePath(u"job.sh"_s));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            return {};
        file.write(jobScript(start));
        file.close();
        const QStringList words = shell.split(u' ');
        Command command;
        command.program = words[0];
        command.arguments = words.mid(1) + QStringList{u"job.sh"_s};
        command.folder = m_dir.path();
        auto output = runCommand(command, {});
        return output ? output->output + output->errors : output.error().text().toUtf8();
    }

private Q_SLOTS:
    void init()
    {
        QVERIFY(QDir(m_dir.path()).mkpath(u"code"_s));
        QFile teller(m_dir.filePath(u"code/tell.py"_s));
        QVERIFY(teller.open(QIODevice::WriteOnly));
        teller.write(kTeller);
        QFile::remove(m_dir.filePath(u"collector.env"_s));
        QFile::remove(m_dir.filePath(u"cancel"_s));
    }

    void bytesArriveUnchanged_data()
    {
        QTest::addColumn<QString>("shell");
        for (const char *shell : {"dash", "bash", "busybox sh"})
            QTest::newRow(shell) << QString::fromLatin1(shell);
    }
    void bytesArriveUnchanged()
    {
        QFETCH(QString, shell);
        MOORING_NEEDS(!findProgram(shell.section(u' ', 0, 0)).isEmpty(), "a shell to test with");
        const std::vector<QByteArray> hostile{
            everyByte(), "",   " ",     "'",  "''",       "\\",       "\\'",          "$(echo bad)", "`id`",
            "-n",        "--", "*",     "~",  "a\nb",     "\n",       "\r\n",         "$HOME",       "\"x\"",
            "a b  c",    "!!", "{a,b}", "%s", "&& false", "; exit 9", "\x81\x82\x88", "한글"};
        JobStart start{"run-1", {realPython(), "tell.py"}, {}, {}};
        QList<QByteArray> expected;
        for (const QByteArray &word : hostile) {
            start.program.push_back(word);
            expected << argumentLine(word);
        }
        expected << variableLine("IFS", "x") << variableLine("MOORING_RUN_ID", "run-1") << variableLine("PPID", "7")
                 << variableLine("UID", "5");
        start.variables = {{"UID", "5"}, {"PPID", "7"}, {"IFS", "x"}, {"MOORING_RUN_ID", "somebody else's"}};
        for (size_t i = 0; i < hostile.size(); ++i) {
            const QByteArray name = "V_" + QByteArray::number(int(100 + i));
            start.variables.emplace_back(name, hostile[i]);
            expected << variableLine(name, hostile[i]);
        }
        QCOMPARE(run(shell, start).trimmed().split('\n'), expected);
    }

    void programWithEqualsSign()
    {
        QFile script(m_dir.filePath(u"code/a=b.sh"_s));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\necho \"ran $1 $V_A\"\n");
        script.close();
        script.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
        QCOMPARE(run(u"sh"_s, {"r", {"./a=b.sh", "x y"}, {{"V_A", "1 2"}}, {}}), "ran x y 1 2\n"_ba);
    }

    void collectorAndUserVariables()
    {
        QFile collector(m_dir.filePath(u"collector.env"_s));
        QVERIFY(collector.open(QIODevice::WriteOnly));
        collector.write("MLFLOW_TRACKING_URI='http://127.0.0.1:1'\nV_RUN='ours'\n");
        collector.close();
        QVERIFY(run(u"sh"_s, {"r", {"python3", "tell.py"}, {}, {}})
                    .contains(variableLine("MLFLOW_TRACKING_URI", "http://127.0.0.1:1")));
        // Who has a tracking server of his own keeps it.
        QVERIFY(run(u"sh"_s, {"r", {"python3", "tell.py"}, {{"MLFLOW_TRACKING_URI", "mine"}}, {}})
                    .contains(variableLine("MLFLOW_TRACKING_URI", "mine")));
        QVERIFY2(!run(u"sh"_s, {"r", {"python3", "tell.py"}, {{"MLFLOW_TRACKING_URI", "mine"}}, {}}).contains("V_RUN"),
                 "our run's id is nothing to another server");
    }

    void condaVariablesComeBeforeTheRunsOwn()
    {
        RunSettings settings;
        settings.script = u"tell.py"_s;
        settings.variables = {{u"V_B"_s, u"run"_s}};
        EnvironmentPlan plan;
        plan.python = u"python3"_s;
        plan.description["variables"] = {{"V_A", "conda"}, {"V_B", "conda"}, {"not=good", "x"}, {"V_C", 3}};
        const QByteArray output = run(u"sh"_s, jobStart(u"r"_s, settings, plan));
        QVERIFY2(output.contains(variableLine("V_A", "conda")) && output.contains(variableLine("V_B", "run")),
                 output.constData());
        QVERIFY(!output.contains("V_C"));
    }

    void environmentComesFirstOnPath()
    {
        const QByteArray out =
            run(u"sh"_s, {"r", {"sh", "-c", "echo $PATH; echo $PYTHONNOUSERSITE $VIRTUAL_ENV"}, {}, "/e n'v"});
        QVERIFY2(out.startsWith("/e n'v/bin:"), out.constData());
        QVERIFY(out.contains("\n1 /e n'v\n"));
    }

    void canceledBeforeTheStart()
    {
        QFile mark(m_dir.filePath(u"cancel"_s));
        QVERIFY(mark.open(QIODevice::WriteOnly));
        mark.close();
        QCOMPARE(run(u"sh"_s, {"r", {"echo", "ran"}, {}, {}}), QByteArray());
    }

    void howScriptsAreStarted_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QByteArray>("program");
        QTest::newRow("python") << u"train.py"_s << "/env/bin/python|train.py|a"_ba;
        QTest::newRow("python in a folder") << u"src/train.py"_s << "/env/bin/python|src/train.py|a"_ba;
        QTest::newRow("python like an option") << u"-c.py"_s << "/env/bin/python|./-c.py|a"_ba;
        QTest::newRow("shell") << u"run.sh"_s << "sh|./run.sh|a"_ba;
        QTest::newRow("shell in a folder") << u"s/run.sh"_s << "sh|s/run.sh|a"_ba;
        QTest::newRow("program") << u"tool"_s << "./tool|a"_ba;
        QTest::newRow("program like an option in a folder") << u"-d/tool"_s << "./-d/tool|a"_ba;
    }
    void howScriptsAreStarted()
    {
        QFETCH(QString, script);
        RunSettings settings;
        settings.script = script;
        settings.arguments = {u"a"_s};
        EnvironmentPlan plan;
        plan.python = u"/env/bin/python"_s;
        QByteArray program;
        for (const QByteArray &word : jobStart(u"r"_s, settings, plan).program)
            program += (program.isEmpty() ? "" : "|") + word;
        QTEST(program, "program");
    }
};

QTEST_GUILESS_MAIN(TestJobScript)
#include "tst_jobscript.moc"
