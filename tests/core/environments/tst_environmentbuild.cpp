#include "core/environments/environmentbuild.h"
#include "core/environments/environmentlist.h"
#include "tests/core/environments/scripthost.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>

#include <csignal>
#include <memory>
#include <unistd.h>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

/// A Python that makes an environment in a fraction of a second: what is tested with it is the script around it.
const QByteArray quickPython = R"(#!/bin/sh
case "$*" in
*ensurepip*) exit 0 ;;
"-I -m venv "*)
    echo "making $4"
    mkdir -p "$4/bin" && sleep 0.1
    printf '#!/bin/sh\ncase "$*" in *install*) echo installing; sleep 0.2;; *freeze*) echo demo==1.0;; esac\n' >"$4/bin/python"
    chmod +x "$4/bin/python" ;;
esac
)";

class Building
{
public:
    test::ScriptHost host;
    EnvironmentBuild build;
    QStringList path; ///< of PATH, when set

    Building()
    {
        build.folder = host.environmentsFolder();
        build.toolName = u"venv"_s;
        build.toolPath = host.program(u"quick/python3"_s, quickPython);
        build.python = u"3.11.2"_s;
        build.platform = u"Linux x86_64"_s;
        setText("demo\n");
    }
    void setText(const QByteArray &text)
    {
        build.file.path = u"/src/requirements.txt"_s;
        build.file.files = {{u"requirements.txt"_s, u"0-requirements.txt"_s, text, text}};
        build.file.content = {{"files", text.toStdString()}};
    }
    QString prefix() const { return build.folder + u'/' + build.key(); }
    bool complete() const { return QFile::exists(prefix() + u"/.wb-complete"_s); }

    std::unique_ptr<QProcess> start(const QString &run)
    {
        auto process = std::make_unique<QProcess>();
        const QString folder = host.folder.filePath(run);
        QDir().mkpath(folder + u"/code"_s);
        QFile script(folder + u"/env.sh"_s);
        if (script.open(QIODevice::WriteOnly))
            script.write(build.script());
        script.close();
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"MOORING_RUN_ID"_s, run);
        if (!path.isEmpty())
            environment.insert(u"PATH"_s, path.join(u':'));
        process->setProcessEnvironment(environment);
        process->setProcessChannelMode(QProcess::MergedChannels);
        process->setWorkingDirectory(folder);
        process->setChildProcessModifier([] { setsid(); });
        process->start(u"/bin/sh"_s, {u"env.sh"_s});
        process->waitForStarted();
        return process;
    }
    /// Its whole output; "exit N" at the end when it was not 0.
    QString run(const QString &name, int limitMs = 90000)
    {
        const auto process = start(name);
        return process->waitForFinished(limitMs) ? outputOf(*process)
                                                 : u"did not end: "_s + QString::fromUtf8(process->readAll());
    }
    static QString outputOf(QProcess &process)
    {
        QString text = QString::fromUtf8(process.readAll());
        if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
            text += u"exit %1"_s.arg(process.exitCode());
        return text;
    }
    /// All that the script needs, without flock.
    void hideFlock()
    {
        const QString bin = host.folder.filePath(u"bin"_s);
        QDir().mkpath(bin);
        for (const char *name : {"sh", "cat", "cut", "sed", "date", "mkdir", "rm", "mv", "ln", "readlink", "sleep",
                                 "sync", "touch", "grep", "chmod"})
            QFile::link(findProgram(QString::fromLatin1(name)), bin + u'/' + QString::fromLatin1(name));
        path = {bin};
    }
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A wheel of one module, made by hand: nothing is fetched.
bool makeWheel(const QString &folder)
{
    Command command;
    command.program = u"python3"_s;
    command.folder = folder;
    command.arguments = {u"-c"_s, uR"(
import zipfile
with zipfile.ZipFile("moordemo-1.0-py3-none-any.whl", "w") as z:
    z.writestr("moordemo.py", "answer = 42\n")
    z.writestr("moordemo-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: moordemo\nVersion: 1.0\n")
    z.writestr("moordemo-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
    z.writestr("moordemo-1.0.dist-info/RECORD", "moordemo.py,,\nmoordemo-1.0.dist-info/METADATA,,\nmoordemo-1.0.dist-info/WHEEL,,\nmoordemo-1.0.dist-info/RECORD,,\n")
)"_s};
    const auto made = runCommand(command, {});
    return made && made->succeeded();
}

} // namespace

class TestEnvironmentBuild : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void locks_data()
    {
        QTest::addColumn<bool>("flock");
        QTest::newRow("flock") << true;
        QTest::newRow("link") << false;
    }

    /// The real thing: python3 -m venv and pip, with a wheel beside the script and a random.py that must not disturb
    /// pip.
    void aRealOne()
    {
        Building building;
        building.build.toolPath = findProgram(u"python3"_s);
        Command probe;
        probe.program = u"python3"_s;
        probe.arguments = QStringList{u"-c"_s, u"import ensurepip, venv"_s};
        const auto probed = runCommand(probe, {});
        MOORING_NEEDS(probed && probed->succeeded(), "python3 with venv and ensurepip");
        building.setText("./moordemo-1.0-py3-none-any.whl\n");
        const QString code = building.host.folder.filePath(u"run-1/code"_s);
        QVERIFY(QDir().mkpath(code));
        QVERIFY(makeWheel(code));
        building.host.program(u"run-1/code/random.py"_s, "raise SystemExit('not the standard one')\n");
        const QString text = building.run(u"run-1"_s);
        QVERIFY2(building.complete() && !text.contains(u"exit "_s), qPrintable(text));
        QVERIFY2(text.contains(u"Successfully installed moordemo-1.0"_s), qPrintable(text));
        QCOMPARE(contentOf(building.prefix() + u"/.wb-freeze.txt"_s).left(8), QByteArray("moordemo"));
        QVERIFY(!QFile::exists(building.prefix() + u".spec"_s));

        Command use;
        use.program = building.prefix() + u"/bin/python"_s;
        use.arguments = QStringList{u"-c"_s, u"import moordemo; print(moordemo.answer)"_s};
        const auto used = runCommand(use, {});
        MOORING_OK(used);
        QCOMPARE(used->output, QByteArray("42\n"));

        QElapsedTimer timer;
        timer.start();
        const QString again = building.run(u"run-2"_s); // without the wheel: nothing is installed again
        QVERIFY2(again.startsWith(u"Reusing the environment "_s + building.build.key()), qPrintable(again));
        const auto all = listEnvironments(building.host, false, {});
        MOORING_OK(all);
        QCOMPARE(all->size(), size_t(1));
        QCOMPARE(all->front().from, u"requirements.txt"_s);

        building.setText("./missing-1.0-py3-none-any.whl\n");
        const QString failed = building.run(u"run-3"_s);
        QVERIFY2(failed.contains(u"missing-1.0"_s) &&
                     failed.contains(u"The environment was not built: pip ended with code 1"_s),
                 qPrintable(failed));
        QVERIFY2(failed.endsWith(u"exit 1"_s), qPrintable(failed));
        QVERIFY(!QFile::exists(building.prefix()));
    }

    void onceForTwo_data() { locks_data(); }
    void onceForTwo()
    {
        QFETCH(bool, flock);
        Building building;
        if (!flock)
            building.hideFlock();
        else
            MOORING_NEEDS(!findProgram(u"flock"_s).isEmpty(), "flock");
        const auto one = building.start(u"run-1"_s);
        QVERIFY(one->waitForReadyRead(20000));
        const auto two = building.start(u"run-2"_s);
        QVERIFY(one->waitForFinished(30000));
        QVERIFY(two->waitForFinished(30000));
        const QString first = Building::outputOf(*one), second = Building::outputOf(*two);
        QVERIFY2(first.contains(u"Building"_s) && !first.contains(u"exit"_s), qPrintable(first));
        QVERIFY2(second.startsWith(u"Waiting for the environment that run run-1 builds.\nReusing"_s),
                 qPrintable(second));
        QVERIFY(building.complete());
    }

    /// Killed at any moment: what is marked complete works, anything else is built anew.
    void killedAtAnyMoment_data() { locks_data(); }
    void killedAtAnyMoment()
    {
        QFETCH(bool, flock);
        Building building;
        if (!flock)
            building.hideFlock();
        int killedEarly = 0;
        for (int i = 0; i < 8; ++i) {
            building.setText("demo==" + QByteArray::number(i) + '\n');
            const auto process = building.start(u"run-1"_s);
            const auto group = pid_t(process->processId()); // 0 once it has ended, which would mean our own group
            QVERIFY(group > 1);
            QTest::qWait(QRandomGenerator::global()->bounded(30, 600));
            ::kill(-group, SIGKILL);
            QVERIFY(process->state() == QProcess::NotRunning || process->waitForFinished(5000));
            const bool wasComplete = building.complete();
            killedEarly += !wasComplete;
            QVERIFY(!wasComplete || QFile::exists(building.prefix() + u"/.wb-environment.json"_s));
            const QString text = building.run(u"run-2"_s);
            QVERIFY2(text.contains(wasComplete ? u"Reusing"_s : u"is built, in"_s), qPrintable(text));
            QVERIFY(building.complete());
        }
        QVERIFY2(killedEarly > 0, "no kill hit the build");
    }

    void aBrokenOneIsBuiltAgain()
    {
        Building building;
        QVERIFY(building.run(u"run-1"_s).contains(u"is built"_s));
        building.host.program(building.prefix().mid(building.host.folder.path().size() + 1) + u"/bin/python"_s,
                              "#!/no/such/python\n");
        const QString text = building.run(u"run-2"_s);
        QVERIFY2(text.contains(u"does not start any more"_s) && text.contains(u"is built, in"_s), qPrintable(text));
    }

    void withoutEnsurepip()
    {
        Building building;
        building.build.toolPath = building.host.program(
            u"poor/python3"_s, "#!/bin/sh\ncase \"$*\" in *version_info*) echo 3.11 ;; *ensurepip*) exit 1 ;; esac\n");
        const QString text = building.run(u"run-1"_s);
        QVERIFY2(text.contains(u"sudo apt install python3.11-venv"_s) && text.endsWith(u"exit 1"_s), qPrintable(text));
        QVERIFY(!QFile::exists(building.prefix()));
    }

    void aFolderThatCannotBeWritten()
    {
        Building building;
        building.build.folder = building.host.program(u"file"_s, "x") + u"/environments"_s;
        const QString text = building.run(u"run-1"_s);
        QVERIFY2(text.contains(u"cannot be written"_s) && text.endsWith(u"exit 1"_s), qPrintable(text));
    }

    void condaTools_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("help");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("micromamba") << u"micromamba"_s << QByteArray() << QByteArray("create -y -p PREFIX -f SPEC");
        QTest::newRow("conda 23") << u"conda"_s << QByteArray("usage") << QByteArray("env create -p PREFIX -f SPEC");
        QTest::newRow("conda 24") << u"conda"_s << QByteArray("-y, --yes")
                                  << QByteArray("env create -y -p PREFIX -f SPEC");
    }
    void condaTools()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, help);
        QFETCH(QByteArray, expected);
        Building building;
        building.build.file.kind = EnvironmentFile::Kind::Conda;
        building.build.toolName = name;
        const QString calls = building.host.folder.filePath(u"calls"_s);
        building.build.toolPath = building.host.program(
            u"tools/"_s + name,
            "#!/bin/sh\ncase \"$*\" in *--help*) echo '" + help +
                "'; exit ;; list*) echo '@EXPLICIT'; exit ;; esac\n"
                "echo \"$*\" >>'" +
                calls.toUtf8() +
                "'\nwhile [ $# -gt 0 ]; do [ \"$1\" = -p ] && prefix=$2; shift; done\n"
                "[ -e \"$prefix\" ] && { echo prefix exists; exit 1; }\nmkdir -p \"$prefix/bin\" && printf "
                "'#!/bin/sh\\n' >\"$prefix/bin/python\" && chmod +x \"$prefix/bin/python\"\n");
        const QString text = building.run(u"run-1"_s);
        QVERIFY2(building.complete(), qPrintable(text));
        const QByteArray prefix = building.prefix().toUtf8();
        QCOMPARE(contentOf(calls).trimmed(),
                 QByteArray(expected).replace("PREFIX", prefix).replace("SPEC", prefix + ".spec/0-requirements.txt"));
    }

    void condaWithoutPython()
    {
        Building building;
        building.build.file.kind = EnvironmentFile::Kind::Conda;
        building.build.toolName = u"micromamba"_s;
        building.build.toolPath = building.host.program(u"tools/micromamba"_s, "#!/bin/sh\nmkdir -p \"$4/bin\"\n");
        const QString text = building.run(u"run-1"_s);
        QVERIFY2(text.contains(u"add python to its dependencies"_s), qPrintable(text));
        QVERIFY(!QFile::exists(building.prefix()));
    }

    void keysFollowTheContent()
    {
        Building building;
        const QString key = building.build.key();
        QCOMPARE(building.build.key(), key);
        EnvironmentBuild other = building.build;
        other.file.path = u"/elsewhere/deps.txt"_s;
        QCOMPARE(other.key(), key);
        other.python = u"3.12.0"_s;
        QVERIFY(other.key() != key);
        other = building.build;
        other.platform = u"Linux aarch64"_s;
        QVERIFY(other.key() != key);
        other = building.build;
        other.file.content["files"] = "demo2";
        QVERIFY(other.key() != key);
    }
};

QTEST_GUILESS_MAIN(TestEnvironmentBuild)
#include "tst_environmentbuild.moc"
