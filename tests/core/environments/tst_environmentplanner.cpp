#include "core/environments/environmentlist.h"
#include "core/environments/environmentplanner.h"
#include "tests/core/environments/scripthost.h"
#include "tests/support/testsupport.h"

#include <QProcess>
#include <QRegularExpression>

using namespace mooring;
using namespace Qt::StringLiterals;
using Choice = EnvironmentChoice;
using Plan = EnvironmentPlan;

class TestEnvironmentPlanner : public QObject
{
    Q_OBJECT

    QTemporaryDir m_source;
    test::RecordingContext m_context;

    void put(const QString &name, const QByteArray &content)
    {
        QFile file(m_source.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    Result<Plan> plan(test::ScriptHost &host, Choice::Kind kind, const QString &value = {}, bool python = true)
    {
        return planEnvironment({kind, value}, m_source.path(), python, host, m_context);
    }

    /// What the build script does at its end, without the build.
    void pretendBuilt(test::ScriptHost &host, const Plan &plan)
    {
        QVERIFY(QDir().mkpath(plan.folder + u"/bin"_s));
        QVERIFY(QFile::link(u"/bin/true"_s, plan.python));
        QFile mark(plan.folder + u"/.wb-complete"_s);
        QVERIFY(mark.open(QIODevice::WriteOnly));
        mark.close();
        MOORING_OK(host.runScript(plan.buildScript, {}, std::chrono::seconds(20), {}));
    }

private Q_SLOTS:
    void defaultIsTheHostsPython()
    {
        test::ScriptHost host;
        const auto result = plan(host, Choice::Kind::Default);
        MOORING_OK(result);
        QCOMPARE(result->kind, Plan::Kind::Interpreter);
        QCOMPARE(result->python, findProgram(u"python3"_s));
        QVERIFY(result->buildScript.isEmpty());
        QVERIFY(result->key.isEmpty());
        QCOMPARE(stringAt(result->toJson(), "kind"), u"interpreter"_s);
        QVERIFY(!stringAt(result->toJson(), "version").isEmpty());
    }

    void aShellScriptNeedsNone()
    {
        test::ScriptHost host;
        const auto result = plan(host, Choice::Kind::Default, {}, false);
        MOORING_OK(result);
        QCOMPARE(result->kind, Plan::Kind::None);
        QCOMPARE(host.scripts, 0);
    }

    void interpreters_data()
    {
        QTest::addColumn<QByteArray>("program");
        QTest::addColumn<QString>("code");
        QTest::newRow("python") << QByteArray("#!/bin/sh\nexec python3 \"$@\"\n") << QString();
        QTest::newRow("old") << QByteArray("#!/bin/sh\nprintf 'mooring-python\\t3.5.2\\t/p\\t/usr\\tvenv\\n'\n")
                             << u"environment.pythonTooOld"_s;
        QTest::newRow("no python") << QByteArray("#!/bin/sh\nexit 0\n") << u"environment.pythonBroken"_s;
    }
    void interpreters()
    {
        QFETCH(QByteArray, program);
        QFETCH(QString, code);
        test::ScriptHost host;
        const QString path = host.program(u"my python"_s, program);
        const auto result = plan(host, Choice::Kind::Python, path);
        QCOMPARE(result.ok() ? QString() : result.error().code, code);
        if (result)
            QCOMPARE(result->python, path);
        else
            QVERIFY(result.error().message.contains(path));
    }

    void anInterpreterOfTheSourceFolder()
    {
        test::ScriptHost host;
        put(u"py"_s, "#!/bin/sh\nexec python3 \"$@\"\n");
        QFile::setPermissions(m_source.filePath(u"py"_s), QFile::ReadOwner | QFile::ExeOwner);
        const auto result = plan(host, Choice::Kind::Python, u"./py"_s);
        MOORING_OK(result);
        QCOMPARE(result->python, m_source.filePath(u"py"_s));
    }

    void missingInterpreter()
    {
        test::ScriptHost host;
        const auto result = plan(host, Choice::Kind::Python, u"/no/such/python"_s);
        QVERIFY(!result);
        QCOMPARE(result.error().code, u"environment.noPython"_s);
        QVERIFY(result.error().message.contains(u"/no/such/python"_s));
    }

    void images_data()
    {
        QTest::addColumn<QByteArray>("docker");
        QTest::addColumn<QString>("image");
        QTest::addColumn<QString>("code");
        const QByteArray running = "echo 20.10.24; echo 'runc nvidia '";
        QTest::newRow("running") << running << u"python:3.12"_s << QString();
        QTest::newRow("registry and digest") << running << u"ghcr.io:443/a/b_c@sha256:0123abcd"_s << QString();
        QTest::newRow("no right") << "echo 'permission denied while trying to connect' >&2; exit 1"_ba
                                  << u"python:3.12"_s << u"environment.dockerNoRight"_s;
        QTest::newRow("broken") << "echo 'what is this' >&2; exit 1"_ba << u"python:3.12"_s
                                << u"environment.dockerBroken"_s;
        for (const char *image : {"-v", "a b", "a\nb", "a;b", "$(id)", "a'b"})
            QTest::newRow(image) << running << QString::fromLatin1(image) << u"environment.badImage"_s;
    }
    void images()
    {
        QFETCH(QByteArray, docker);
        QFETCH(QString, image);
        QFETCH(QString, code);
        test::ScriptHost host;
        host.program(u"docker"_s, "#!/bin/sh\n" + docker + '\n');
        host.environment = {u"PATH=%1:%2"_s.arg(host.folder.path(), qEnvironmentVariable("PATH")), u"DOCKER_HOST="_s};
        const auto result = plan(host, Choice::Kind::Image, image);
        QCOMPARE(result ? QString() : result.error().code, code);
        if (!result) {
            QCOMPARE(result.error().kind, ErrorKind::Usage);
            return;
        }
        QCOMPARE(result->kind, EnvironmentPlan::Kind::Container);
        QCOMPARE(result->image, image);
        QVERIFY(result->buildScript.contains("IMAGE='" + image.toUtf8() + "'"));
        QCOMPARE(stringAt(result->toJson(), "kind"), u"container"_s);
    }

    void reasonsOfARequirementsFile()
    {
        test::ScriptHost host;
        put(u"requirements.txt"_s, "# ours\nsix\nidna\n");
        const auto first = plan(host, Choice::Kind::File, u"requirements.txt"_s);
        if (!first && first.error().code == u"environment.noEnsurepip"_s)
            MOORING_NEEDS(false, "python3-venv");
        MOORING_OK(first);
        QCOMPARE(first->kind, Plan::Kind::Venv);
        QVERIFY(QRegularExpression(u"^wb_[0-9a-f]{32}$"_s).match(first->key).hasMatch());
        QCOMPARE(first->folder, host.environmentsFolder() + u'/' + first->key);
        QCOMPARE(first->python, first->folder + u"/bin/python"_s);
        QCOMPARE(first->reason, u"built for the first time"_s);
        QVERIFY(!first->reused);
        QVERIFY2(!QDir(host.environmentsFolder()).exists(), "planning must change nothing");

        pretendBuilt(host, *first);
        const auto again = plan(host, Choice::Kind::File, u"requirements.txt"_s);
        QCOMPARE(again->reason, u"reused: same content"_s);
        QVERIFY(again->reused);
        QCOMPARE(again->key, first->key);

        put(u"requirements.txt"_s, "# ours\nsix\n# why\nidna==3\n");
        const auto changed = plan(host, Choice::Kind::File, u"requirements.txt"_s);
        QCOMPARE(changed->reason, u"rebuilt: requirements.txt line 4 changed"_s);
        QVERIFY(changed->key != first->key);

        put(u"requirements.txt"_s, "# ours\nsix\nidna\n");
        QVERIFY(QFile::remove(first->folder + u"/.wb-complete"_s));
        QCOMPARE(plan(host, Choice::Kind::File, u"requirements.txt"_s)->reason,
                 u"rebuilt: an earlier build did not finish"_s);
        QDir(first->folder).removeRecursively();
        QCOMPARE(plan(host, Choice::Kind::File, u"requirements.txt"_s)->reason,
                 u"rebuilt: the environment was removed"_s);
    }

    void anIncludedFileIsNamed()
    {
        test::ScriptHost host;
        put(u"requirements.txt"_s, "-r base.txt\n");
        put(u"base.txt"_s, "six\n");
        const auto first = plan(host, Choice::Kind::File, u"requirements.txt"_s);
        if (!first && first.error().code == u"environment.noEnsurepip"_s)
            MOORING_NEEDS(false, "python3-venv");
        MOORING_OK(first);
        pretendBuilt(host, *first);
        put(u"base.txt"_s, "six\nidna\n");
        QCOMPARE(plan(host, Choice::Kind::File, u"requirements.txt"_s)->reason, u"rebuilt: base.txt line 2 changed"_s);
    }

    void ensurepipMissing()
    {
        test::ScriptHost host;
        host.program(u"bin/python3"_s,
                     "#!/bin/sh\nprintf 'mooring-python\\t3.11.2\\t/usr/bin/python3.11\\t/usr\\t-\\n'\n");
        host.environment = {u"PATH="_s + host.folder.filePath(u"bin"_s) + u':' + qEnvironmentVariable("PATH")};
        put(u"requirements.txt"_s, "six\n");
        const auto result = plan(host, Choice::Kind::File, u"requirements.txt"_s);
        QVERIFY(!result);
        QCOMPARE(result.error().code, u"environment.noEnsurepip"_s);
        QCOMPARE(result.error().fix, u"sudo apt install python3.11-venv"_s);
    }

    void condaTools()
    {
        test::ScriptHost host;
        put(u"environment.yml"_s, "dependencies: [python=3.11]\n");
        host.environment = {u"HOME="_s + host.folder.path(), u"CONDA_EXE="_s, u"MAMBA_EXE="_s};
        const auto without = plan(host, Choice::Kind::File, u"environment.yml"_s);
        if (!without) {
            QCOMPARE(without.error().code, u"environment.noConda"_s);
            QVERIFY(without.error().cause.contains(u"micromamba"_s));
        }
        const QString tool = host.program(u".local/bin/micromamba"_s, "#!/bin/sh\necho 1.5.8\n");
        host.environment << u"MAMBA_EXE="_s + tool;
        const auto with = plan(host, Choice::Kind::File, u"environment.yml"_s);
        MOORING_OK(with);
        QCOMPARE(with->kind, Plan::Kind::Conda);
        QCOMPARE(stringAt(with->description, "tool"), u"micromamba"_s);
        QVERIFY(with->buildScript.contains(tool.toUtf8()));
    }

    void listAndRemove()
    {
        test::ScriptHost host;
        QVERIFY(listEnvironments(host, false, {})->empty());
        put(u"requirements.txt"_s, "six\n");
        const auto made = plan(host, Choice::Kind::File, u"requirements.txt"_s);
        if (!made && made.error().code == u"environment.noEnsurepip"_s)
            MOORING_NEEDS(false, "python3-venv");
        MOORING_OK(made);
        pretendBuilt(host, *made);
        QFile record(made->folder + u"/.wb-environment.json"_s);
        QVERIFY(record.open(QIODevice::WriteOnly));
        record.write("{\"kind\":\"venv\",\"from\":\"requirements.txt\",\"packages\":[\"six\"]}\n");
        record.close();
        QDir().mkpath(host.environmentsFolder() + u"/wb_strange"_s);

        const auto all = listEnvironments(host, true, {});
        MOORING_OK(all);
        QCOMPARE(all->size(), size_t(1));
        QCOMPARE(all->front().key, made->key);
        QCOMPARE(all->front().packages, QStringList{u"six"_s});
        QVERIFY(all->front().complete);
        QVERIFY(all->front().createdAt && all->front().lastUsedAt && all->front().size);

        QProcess user;
        user.setProcessEnvironment([&] {
            auto e = QProcessEnvironment::systemEnvironment();
            e.insert(u"PATH"_s, made->folder + u"/bin:/usr/bin:/bin"_s);
            return e;
        }());
        user.start(u"/bin/sleep"_s, {u"60"_s});
        QVERIFY(user.waitForStarted());
        const auto refused = removeEnvironment(host, made->key, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"environment.inUse"_s);
        QVERIFY(refused.error().message.contains(QString::number(user.processId())));
        QVERIFY(QFile::exists(made->python));
        user.kill();
        QVERIFY(user.waitForFinished());
        MOORING_OK(removeEnvironment(host, made->key, {}));
        QVERIFY(!QFile::exists(made->folder));
        QVERIFY(!removeEnvironment(host, u"../../etc"_s, {}));
    }
};

QTEST_GUILESS_MAIN(TestEnvironmentPlanner)
#include "tst_environmentplanner.moc"
