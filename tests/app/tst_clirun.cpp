#include "tests/app/cli.h"

#include "core/base/files.h"

#include <csignal>
#include <thread>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

/// Runs from the command line, on this computer, with real scripts.
class TestCliRun : public QObject
{
    Q_OBJECT

    /// Waits at most 30 s for a state.
    static Json waitFor(const Cli &cli, const QString &run, const QStringList &states)
    {
        Json last;
        for (int i = 0; i < 300; ++i) {
            last = cli.json({u"show-run"_s, run});
            if (states.contains(stringAt(last, "state")))
                return last;
            QTest::qWait(100);
        }
        return last;
    }

private Q_SLOTS:
    void initTwiceIsTheSame()
    {
        Cli cli;
        const Json first = cli.json({u"init"_s, u"--sample"_s});
        QCOMPARE(stringAt(first, "profile"), cli.profile());
        const QString train = stringAt(first, "sample") + u"/train.py"_s;
        QVERIFY(QFileInfo(train).isWritable());
        MOORING_OK(writeFileAtomically(train, "print('mine')\n"));
        QCOMPARE(cli.json({u"init"_s, u"--sample"_s}).dump(), first.dump());
        QCOMPARE(readWholeFile(train).valueOr({}), QByteArray("print('mine')\n"));
        QVERIFY(cli.json({u"init"_s})["sample"].is_null());
    }

    void theSampleTrains()
    {
        Cli cli;
        const QString sample = stringAt(cli.json({u"init"_s, u"--sample"_s}), "sample");
        const auto output =
            cli.run({u"run"_s, u"train.py"_s, u"--source"_s, sample, u"--follow"_s, u"--"_s, u"--fast"_s});
        QVERIFY2(output.exitCode == 0, output.errors.constData());
        QVERIFY(output.output.contains('\r'));
        const Json metrics = cli.json({u"metrics"_s, stringAt(cli.json({u"runs"_s})[0], "run")});
        QVERIFY(metrics["metrics"].size() >= 2);
        const auto &loss = metrics["metrics"]["loss"];
        QVERIFY(loss.size() >= 3);
        QVERIFY(loss.back()["value"].get<double>() < loss.front()["value"].get<double>());
        const Json outputs = cli.json({u"outputs"_s, stringAt(cli.json({u"runs"_s})[0], "run")});
        QVERIFY(outputs.size() >= 1);
        QCOMPARE(stringAt(outputs[0], "sha256").size(), 64);
    }

    void exitCodes_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("completed") << QByteArray("exit 0") << QStringList{} << 0;
        QTest::newRow("failed") << QByteArray("exit 3") << QStringList{} << 10;
        QTest::newRow("failed, passed on") << QByteArray("exit 3") << QStringList{u"--pass-exit"_s} << 3;
        QTest::newRow("killed") << QByteArray("kill -9 $$") << QStringList{} << 10;
        QTest::newRow("killed, passed on") << QByteArray("kill -9 $$") << QStringList{u"--pass-exit"_s} << 137;
        QTest::newRow("its own time limit") << QByteArray("sleep 60") << QStringList{u"--time-limit"_s, u"1"_s} << 10;
        QTest::newRow("our wait's limit") << QByteArray("sleep 3") << QStringList{u"--timeout"_s, u"1"_s} << 124;
    }
    void exitCodes()
    {
        QFETCH(QByteArray, script);
        QFETCH(QStringList, options);
        QFETCH(int, exitCode);
        Cli cli;
        const QString source = cli.source(u"job.sh"_s, script);
        const auto output = cli.run(QStringList{u"run"_s, u"job.sh"_s, u"--source"_s, source, u"--follow"_s} + options);
        QVERIFY2(output.exitCode == exitCode, output.errors.constData());
    }

    void followIsByteForByte()
    {
        Cli cli;
        const QString source =
            cli.source(u"bytes.py"_s, "import sys,os,time\n"
                                      "w=sys.stdout.buffer\n"
                                      "for i in range(200):\n"
                                      "    w.write(b'line %d \\xff\\xfe\\x00 \\xea\\xb0\\x80\\r\\n' % i); w.flush()\n"
                                      "    time.sleep(0.002)\n"
                                      "w.write(b'no end of line')\n");
        QByteArray expected;
        for (int i = 0; i < 200; ++i)
            expected += "line " + QByteArray::number(i) + QByteArray(" \xff\xfe\x00 \xea\xb0\x80\r\n", 10);
        expected += "no end of line";
        const auto output = cli.run({u"run"_s, u"bytes.py"_s, u"--source"_s, source, u"--follow"_s, u"--quiet"_s});
        QVERIFY2(output.exitCode == 0, output.errors.constData());
        QCOMPARE(output.output, expected);
        const QString run = stringAt(cli.json({u"runs"_s})[0], "run");
        QCOMPARE(cli.run({u"logs"_s, run}).output, expected);
        QCOMPARE(cli.run({u"logs"_s, run.left(run.size() - 3)}).output, expected); // the beginning of an id
    }

    /// Minutes without a word would look hung, and its last words are the reason.
    void followTellsOfTheBuild()
    {
        Cli cli;
        const QString source = cli.source(u"a.py"_s, "print('ran')\n");
        MOORING_OK(writeFileAtomically(source + u"/requirements.txt"_s, "--no-index\nno-such-package-of-anybody\n"));
        const auto failed = cli.run(
            {u"run"_s, u"a.py"_s, u"--source"_s, source, u"--env"_s, source + u"/requirements.txt"_s, u"--follow"_s});
        QCOMPARE(failed.exitCode, 10);
        QCOMPARE(failed.output, QByteArray());
        const qsizetype begun = failed.errors.indexOf("Building the environment ");
        const qsizetype why = failed.errors.indexOf(
            "The environment could not be built (exit code 1): ERROR: No matching distribution found for "
            "no-such-package-of-anybody");
        QVERIFY2(begun >= 0 && why > begun, failed.errors);
    }

    void argumentsAndVariablesArriveAsTheyAre()
    {
        Cli cli;
        const QString source =
            cli.source(u"show.py"_s, "import os,sys,json\nprint(json.dumps([sys.argv[1:], os.environ['WORD']]))\n");
        const QString word = u"a b'\"$(x)`;&|<>*?#~ 가\n-"_s;
        const auto output = cli.run({u"run"_s, u"show.py"_s, u"--source"_s, source, u"--var"_s, u"WORD="_s + word,
                                     u"--follow"_s, u"--quiet"_s, u"--"_s, word, u"--follow"_s, QString()});
        const Json said = Json::parse(output.output.toStdString(), nullptr, false);
        QVERIFY2(said.is_array(), output.output + output.errors);
        QCOMPARE(fromStd(said[0][0].get<std::string>()), word);
        QCOMPARE(fromStd(said[0][1].get<std::string>()), u"--follow"_s);
        QCOMPARE(said[0].size(), size_t(3));
        QCOMPARE(fromStd(said[1].get<std::string>()), word);
    }

    void cancelWithProof()
    {
        Cli cli;
        const QString source =
            cli.source(u"stubborn.sh"_s, "trap '' TERM\nsetsid sleep 300 &\nwhile :; do sleep 1; done\n");
        const QString run = stringAt(cli.json({u"run"_s, u"stubborn.sh"_s, u"--source"_s, source}), "run");
        waitFor(cli, run, {u"Running"_s});
        const Json report = cli.json({u"cancel"_s, run, u"--grace"_s, u"1"_s});
        QCOMPARE(stringAt(report, "state"), u"Canceled"_s);
        QCOMPARE(report["left"].dump(), std::string("[]"));
        QVERIFY(report["ended"].size() >= 2);
        bool escaped = false;
        for (const Json &process : report["ended"])
            escaped |= stringAt(process, "command").contains(u"sleep 300"_s);
        QVERIFY2(escaped, report.dump().c_str());
        QCOMPARE(stringAt(cli.json({u"show-run"_s, run}), "state"), u"Canceled"_s);
        QCOMPARE(cli.run({u"logs"_s, run, u"-f"_s}).exitCode, 11);
    }

    void interruptEndsTheWaitNotTheRun()
    {
        Cli cli;
        const QString source = cli.source(u"slow.sh"_s, "echo begun\nsleep 4\necho done\n");
        Command command = cli.command({u"run"_s, u"slow.sh"_s, u"--source"_s, source, u"--follow"_s});
        // A shell between, to send the signal to the right process.
        QStringList words{QStringLiteral(MOORING_BINARY)};
        words += command.arguments;
        command.arguments = QStringList{u"-c"_s, u"\"$0\" \"$@\" & p=$!; sleep 2; kill -INT $p; wait $p"_s} + words;
        command.program = u"bash"_s;
        // bash starts background programs with SIGINT ignored unless job control is on.
        command.arguments[1].prepend(u"set -m; "_s);
        const auto output = runCommand(command, {});
        MOORING_OK(output);
        QCOMPARE(output->exitCode, 130);
        QVERIFY(output->output.contains("begun"));
        const QString run = stringAt(cli.json({u"runs"_s})[0], "run");
        QCOMPARE(stringAt(waitFor(cli, run, {u"Completed"_s, u"Failed"_s}), "state"), u"Completed"_s);
        QVERIFY(cli.run({u"logs"_s, run}).output.contains("done"));
    }

    void clearSentences_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("names");
        QTest::newRow("missing script") << QStringList{u"run"_s, u"none.py"_s} << 2 << u"none.py"_s;
        QTest::newRow("script is a folder") << QStringList{u"run"_s, u"folder.py"_s} << 2 << u"folder.py"_s;
        QTest::newRow("missing source") << QStringList{u"run"_s, u"a.py"_s, u"--source"_s, u"/nonexistent/place"_s} << 2
                                        << u"/nonexistent/place"_s;
        QTest::newRow("script outside") << QStringList{u"run"_s, u"../a.py"_s} << 2 << u"../a.py"_s;
        QTest::newRow("no such python") << QStringList{u"run"_s, u"a.py"_s, u"--python"_s, u"/nonexistent/python"_s}
                                        << 2 << u"/nonexistent/python"_s;
        QTest::newRow("not a python") << QStringList{u"run"_s, u"a.py"_s, u"--python"_s, u"/bin/true"_s} << 2
                                      << u"/bin/true"_s;
        QTest::newRow("missing requirements")
            << QStringList{u"run"_s, u"a.py"_s, u"--env"_s, u"nothing.txt"_s} << 2 << u"nothing.txt"_s;
        QTest::newRow("unknown target") << QStringList{u"run"_s, u"a.py"_s, u"--target"_s, u"locla"_s} << 2
                                        << u"local"_s;
        QTest::newRow("unknown run") << QStringList{u"show-run"_s, u"nope"_s} << 2 << u"nope"_s;
    }
    void clearSentences()
    {
        QFETCH(QStringList, words);
        QFETCH(int, exitCode);
        QFETCH(QString, names);
        Cli cli;
        const QString source = cli.source(u"a.py"_s, "print(1)\n");
        QDir(source).mkdir(u"folder.py"_s);
        if (words.first() == u"run"_s && !words.contains(u"--source"_s))
            words << u"--source"_s << source;
        const Json error = cli.error(words, exitCode);
        QVERIFY(error.is_object());
        const QString text = Error::fromJson(error).text();
        QVERIFY2(text.contains(names), qPrintable(text));
    }

    void dryRunStartsNothing()
    {
        Cli cli;
        const QString source = cli.source(u"a.py"_s, "print(1)\n");
        MOORING_OK(writeFileAtomically(source + u"/.gitignore"_s, "*.log\n"));
        MOORING_OK(writeFileAtomically(source + u"/big.log"_s, "x"));
        MOORING_OK(writeFileAtomically(source + u"/.env"_s, "API_TOKEN=abcdefgh12345678\n"));
        const Json plan = cli.json({u"run"_s, u"a.py"_s, u"--source"_s, source, u"--dry-run"_s});
        QVERIFY2(plan.is_object(), plan.dump().c_str());
        QVERIFY(plan["ignored"].dump().find("big.log") != std::string::npos);
        QVERIFY(plan["secrets"].dump().find(".env") != std::string::npos);
        QVERIFY(plan.dump().find("abcdefgh12345678") == std::string::npos);
        QVERIFY(plan["totalSize"].is_number());
        QVERIFY(plan.contains("command") && plan.contains("environment"));
        QCOMPARE(cli.json({u"runs"_s}).size(), size_t(0));
        QVERIFY(QDir(cli.profile() + u"/runs"_s).isEmpty());
    }

    void exportAndImportMakeTheSameAgain()
    {
        Cli cli;
        const QString source = cli.source(u"a.sh"_s, "echo \"$1\"\n");
        const QString first = stringAt(
            cli.json({u"run"_s, u"a.sh"_s, u"--source"_s, source, u"--experiment"_s, u"e"_s, u"--"_s, u"hello"_s}),
            "run");
        waitFor(cli, first, {u"Completed"_s});
        const QString file = cli.folder() + u"/run.yaml"_s;
        QCOMPARE(cli.run({u"export"_s, first, u"--as"_s, u"mooring"_s, u"--to"_s, file}).exitCode, 0);
        const QString second = stringAt(cli.json({u"import"_s, file}), "run");
        QVERIFY(!second.isEmpty() && second != first);
        waitFor(cli, second, {u"Completed"_s});
        QCOMPARE(cli.run({u"logs"_s, second}).output, QByteArray("hello\n"));
        Json a = cli.json({u"show-run"_s, first})["settings"], b = cli.json({u"show-run"_s, second})["settings"];
        a.erase("name");
        b.erase("name");
        QCOMPARE(a.dump(), b.dump());
    }

    void targetsAndChecks()
    {
        Cli cli;
        const Json targets = cli.json({u"targets"_s});
        QCOMPARE(targets.size(), size_t(1));
        QCOMPARE(stringAt(targets[0], "name"), u"local"_s);
        QVERIFY(targets[0]["lastCheck"].is_null());
        const Json check = cli.json({u"check"_s, u"local"_s});
        QVERIFY(check["rungs"].size() >= 7);
        for (const Json &rung : check["rungs"])
            QVERIFY2(rung.contains("fix") && rung.contains("asked") && rung["ms"].is_number(), rung.dump().c_str());
        QVERIFY(!cli.json({u"targets"_s})[0]["lastCheck"].is_null());
        QVERIFY(!stringAt(cli.json({u"show"_s, u"local"_s}), "log").isEmpty());
        QCOMPARE(stringAt(cli.error({u"show"_s, u"locl"_s}, 2), "code"), u"target.unknown"_s);
        const Json one = cli.json({u"check"_s, u"local"_s, u"--rung"_s, u"cores"_s});
        QCOMPARE(one["rungs"].size(), size_t(1));
        QCOMPARE(stringAt(one["rungs"][0], "id"), u"cores"_s);
    }

    void everythingIsPrivate()
    {
        Cli cli;
        const QString source = cli.source(u"a.sh"_s, "echo x > outputs/file\n");
        const auto output = cli.run({u"run"_s, u"a.sh"_s, u"--source"_s, source, u"--follow"_s});
        QVERIFY2(output.exitCode == 0, output.errors.constData());
        Command find;
        find.program = u"find"_s;
        find.arguments = {cli.profile(), u"!"_s, u"-type"_s, u"l"_s, u"-perm"_s, u"/077"_s};
        const auto loose = runCommand(find, {});
        MOORING_OK(loose);
        QCOMPARE(loose->output, QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestCliRun)
#include "tst_clirun.moc"
