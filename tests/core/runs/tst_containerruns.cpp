#include "core/base/files.h"
#include "core/base/process.h"
#include "core/environments/environmentplanner.h"
#include "core/runs/runfolder.h"
#include "tests/support/runbench.h"

#include <QDir>
#include <QProcess>

#include <csignal>
#include <unistd.h>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

/// A root file system with a shell and little else, as a tar for docker import.
const char kMakeImage[] = R"sh(
set -e
root=$1/root
mkdir -p "$root/bin" "$root/tmp"
chmod 1777 "$root/tmp"
cp "$(command -v busybox)" "$root/bin/busybox"
for library in $(ldd "$(command -v busybox)" 2>/dev/null | grep -o '/[^ ]*'); do cp -L --parents "$library" "$root/"; done
for name in $(busybox --list); do [ "$name" = busybox ] || ln -s busybox "$root/bin/$name"; done
printf '#!/bin/sh\necho "python got $*"\n' >"$root/bin/python"
chmod +x "$root/bin/python"
tar -C "$root" -c . | docker import - mini:1
docker tag mini:1 localhost/mini:2
)sh";

} // namespace

/// Runs with an image on a real engine of our own: own socket, own folders, no network of its own.
class TestContainerRuns : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder{u"/tmp/mooring-docker-XXXXXX"_s};
    QProcess m_engine;

    QString path(const QString &name) const { return m_folder.filePath(name); }

    static QByteArray docker(const QStringList &arguments)
    {
        Command command;
        command.program = u"docker"_s;
        command.arguments = arguments;
        command.limit = std::chrono::seconds(60);
        const auto output = runCommand(command, {});
        return output ? (output->output + output->errors).trimmed() : QByteArray();
    }
    static QByteArray containersOf(const QString &id)
    {
        return docker({u"ps"_s, u"-aq"_s, u"--filter"_s, u"label=org.mooring_workbench.run="_s + id});
    }
    static RunSettings inImage(const RunBench &bench, const QString &script, const QStringList &arguments = {},
                               const QString &image = u"mini:1"_s)
    {
        RunSettings settings = bench.settings(script, arguments);
        settings.environment = {EnvironmentChoice::Kind::Image, image};
        return settings;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qunsetenv("DOCKER_CONTEXT");
        MOORING_NEEDS(geteuid() == 0, "a Docker engine is started by root only");
        MOORING_NEEDS(QFile::exists(u"/usr/sbin/dockerd"_s) && !findProgram(u"docker"_s).isEmpty(),
                      "docker.io is not installed");
        MOORING_NEEDS(!findProgram(u"busybox"_s).isEmpty(), "busybox is not installed");
        const QString host = u"unix://"_s + path(u"d.sock"_s);
        qputenv("DOCKER_HOST", host.toUtf8());
        m_engine.setProcessChannelMode(QProcess::MergedChannels);
        m_engine.start(u"/usr/sbin/dockerd"_s,
                       {u"--host="_s + host, u"--data-root="_s + path(u"data"_s), u"--exec-root="_s + path(u"exec"_s),
                        u"--pidfile="_s + path(u"pid"_s), u"--bridge=none"_s, u"--iptables=false"_s,
                        u"--ip6tables=false"_s, u"--storage-driver=vfs"_s, u"--log-level=warn"_s});
        QVERIFY(m_engine.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(!docker({u"version"_s, u"--format"_s, u"{{.Server.Version}}"_s}).contains("annot") ||
                                     m_engine.state() == QProcess::NotRunning,
                                 60000);
        QVERIFY2(m_engine.state() == QProcess::Running, m_engine.readAll().constData());
        Command make;
        make.program = u"sh"_s;
        make.arguments = {u"-s"_s, u"--"_s, m_folder.path()};
        make.input = kMakeImage;
        make.limit = std::chrono::seconds(60);
        const auto made = runCommand(make, {});
        MOORING_OK(made);
        QVERIFY2(made->succeeded(), made->errors.constData());
    }

    void runsInsideWithEverythingInPlace()
    {
        RunBench bench;
        bench.write(u"s.sh"_s, "echo user $(id -u):$(id -g)\n"
                               "echo \"arguments: $*\"\n"
                               "printf 'variable: %s\\n' \"$TEXT\"\n"
                               "echo run $MOORING_RUN_ID\n"
                               "[ ! -e /usr/sbin/dockerd ] && echo inside\n"
                               "cat data.txt\n"
                               "echo model > outputs/model.bin\n"
                               "echo kept > logs/l.txt\n"
                               "grep -c . /proc/self/status > /dev/null && grep CapEff /proc/self/status\n"
                               "echo to stderr >&2\n"
                               "printf 'raw \\377\\000 bytes\\n'\n"
                               "exit 7\n");
        bench.write(u"data.txt"_s, "data of the snapshot\n");
        RunSettings settings = inImage(bench, u"s.sh"_s, {u"a b"_s, u"it's"_s, u"$HOME"_s});
        settings.variables[u"TEXT"_s] = u"two\nlines \"quoted\" $x"_s;
        const auto run = bench.submit(settings);
        MOORING_OK(run);
        const RunRecord ended = bench.waitForEnd(run->id, 40000);
        const QByteArray log = bench.log(run->id);
        QVERIFY2(ended.state == RunState::Failed, (log + bench.log(run->id, u"provisioning"_s)).constData());
        QCOMPARE(ended.exitCode, std::optional(7));
        QVERIFY(log.contains("arguments: a b it's $HOME\n"));
        QVERIFY(log.contains("variable: two\nlines \"quoted\" $x\n"));
        QVERIFY(log.contains("run " + run->id.toUtf8() + "\n"));
        QVERIFY(log.contains("\ninside\n"));
        QVERIFY(log.contains("data of the snapshot\n"));
        QVERIFY(log.contains("to stderr\n"));
        QVERIFY(log.contains("raw \xff\0 bytes\n"_ba));
        QVERIFY2(!log.contains("CapEff:\t000001ffffffffff"), log.constData()); // not privileged
        QCOMPARE(readWholeFile(RunFolder(bench.host->runsFolder(), run->id).file(u"outputs/model.bin")).valueOr({}),
                 "model\n"_ba);
        QCOMPARE(readWholeFile(RunFolder(bench.host->runsFolder(), run->id).file(u"logs/l.txt")).valueOr({}),
                 "kept\n"_ba);
        QVERIFY(bench.log(run->id, u"build"_s).contains("mini:1 is here"));
        QCOMPARE(containersOf(run->id), QByteArray());
        QCOMPARE(stringAt(ended.environment, "kind"), u"container"_s);
    }

    void pythonOfTheImage()
    {
        RunBench bench;
        bench.write(u"train.py"_s, "print(1)\n");
        const auto run = bench.submit(inImage(bench, u"train.py"_s, {u"--epochs"_s, u"3"_s}));
        MOORING_OK(run);
        QCOMPARE(bench.waitForEnd(run->id, 40000).state, RunState::Completed);
        QVERIFY2(bench.log(run->id).contains("python got train.py --epochs 3\n"), bench.log(run->id).constData());
    }

    void cancelWithProof()
    {
        RunBench bench;
        bench.write(u"s.sh"_s, "trap 'echo got TERM; exit 3' TERM\necho ready\nwhile :; do sleep 0.1; done\n");
        const auto run = bench.submit(inImage(bench, u"s.sh"_s));
        MOORING_OK(run);
        QVERIFY(bench.waitForLog(run->id, "ready", 30000));
        const auto report = bench.cancelRun(run->id, 10);
        MOORING_OK(report);
        QVERIFY(report->searched && report->left.empty());
        QVERIFY(!report->ended.empty());
        QCOMPARE(report->run.state, RunState::Canceled);
        QCOMPARE(bench.log(run->id).count("got TERM"), qsizetype(1));
        QCOMPARE(containersOf(run->id), QByteArray());
        QCOMPARE(RunBench::processesOf(run->id), QStringList());
    }

    void whatIgnoresTermIsKilled()
    {
        RunBench bench;
        bench.write(u"s.sh"_s, "trap '' TERM HUP\necho ready\nwhile :; do sleep 1; done\n");
        const auto run = bench.submit(inImage(bench, u"s.sh"_s));
        MOORING_OK(run);
        QVERIFY(bench.waitForLog(run->id, "ready", 30000));
        const auto report = bench.cancelRun(run->id, 1);
        MOORING_OK(report);
        QVERIFY(report->searched && report->left.empty());
        QCOMPARE(report->run.state, RunState::Canceled);
        QCOMPARE(containersOf(run->id), QByteArray());
    }

    void killedIsTold()
    {
        RunBench bench;
        bench.write(u"s.sh"_s, "echo ready\nkill -9 $$\n");
        const auto run = bench.submit(inImage(bench, u"s.sh"_s));
        MOORING_OK(run);
        const RunRecord ended = bench.waitForEnd(run->id, 40000);
        QCOMPARE(ended.state, RunState::Failed);
        QCOMPARE(ended.signal, u"SIGKILL"_s);
        QCOMPARE(ended.exitCode, std::optional(137));
    }

    /// The docker command alone is killed: the container goes on, and its end is the truth.
    void theClientIsKilled()
    {
        RunBench bench;
        bench.write(u"s.sh"_s, "echo ready\nsleep 3\nexit 5\n");
        const auto run = bench.submit(inImage(bench, u"s.sh"_s));
        MOORING_OK(run);
        QVERIFY(bench.waitForLog(run->id, "ready", 30000));
        int killed = 0;
        for (const QString &pid : RunBench::processesOf(run->id)) {
            const QByteArray name = readFileRange(u"/proc/%1/comm"_s.arg(pid), 0, 100).valueOr({}).trimmed();
            if (name == "docker" && kill(pid_t(pid.toInt()), SIGKILL) == 0)
                ++killed;
        }
        QVERIFY(killed > 0);
        QCOMPARE(bench.waitForEnd(run->id, 40000).exitCode, std::optional(5));
        QCOMPARE(containersOf(run->id), QByteArray());
    }

    void timeLimit()
    {
        RunBench bench;
        bench.write(u"s.sh"_s, "echo ready\nsleep 60\n");
        RunSettings settings = inImage(bench, u"s.sh"_s);
        settings.timeLimitSeconds = 2;
        const auto run = bench.submit(settings);
        MOORING_OK(run);
        const RunRecord ended = bench.waitForEnd(run->id, 40000);
        QCOMPARE(ended.state, RunState::Failed);
        QVERIFY2(ended.reason.contains(u"time limit"_s), qPrintable(ended.reason));
        QCOMPARE(containersOf(run->id), QByteArray());
    }

    void anImageThatCannotBePulled()
    {
        RunBench bench;
        bench.write(u"s.sh"_s, "echo never\n");
        const auto run = bench.submit(inImage(bench, u"s.sh"_s, {}, u"127.0.0.1:1/none:1"_s));
        MOORING_OK(run);
        const RunRecord ended = bench.waitForEnd(run->id, 60000);
        QCOMPARE(ended.state, RunState::Failed);
        QVERIFY2(ended.reason.contains(u"environment"_s), qPrintable(ended.reason));
        QVERIFY(bench.log(run->id, u"build"_s).contains("could not be pulled"));
        QCOMPARE(bench.log(run->id), QByteArray());
    }

    void toldBeforeAnythingIsCopied_data()
    {
        QTest::addColumn<QByteArray>("dockerHost");
        QTest::addColumn<QString>("image");
        QTest::addColumn<QString>("code");
        QTest::newRow("not running") << "unix:///nowhere/d.sock"_ba << u"mini:1"_s << u"environment.dockerNotRunning"_s;
        QTest::newRow("another machine") << "tcp://127.0.0.1:1"_ba << u"mini:1"_s << QString();
        QTest::newRow("an option") << QByteArray() << u"--privileged"_s << u"environment.badImage"_s;
        QTest::newRow("blanks") << QByteArray() << u"mini 1"_s << u"environment.badImage"_s;
    }
    void toldBeforeAnythingIsCopied()
    {
        QFETCH(QByteArray, dockerHost);
        QFETCH(QString, image);
        QFETCH(QString, code);
        const QByteArray before = qgetenv("DOCKER_HOST");
        if (!dockerHost.isEmpty())
            qputenv("DOCKER_HOST", dockerHost);
        RunBench bench;
        bench.write(u"s.sh"_s, "echo never\n");
        const auto run = bench.submit(inImage(bench, u"s.sh"_s, {}, image));
        qputenv("DOCKER_HOST", before);
        QVERIFY(!run);
        QCOMPARE(run.error().kind, ErrorKind::Usage);
        if (!code.isEmpty())
            QCOMPARE(run.error().code, code);
        for (const QString &id : QDir(bench.host->runsFolder()).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QVERIFY(!QFile::exists(bench.folder(id) + u"/code"_s));
    }

    void cleanupTestCase()
    {
        if (m_engine.state() != QProcess::NotRunning) {
            m_engine.terminate();
            if (!m_engine.waitForFinished(20000))
                m_engine.kill();
        }
        for (const QString &mounted : {path(u"data"_s), path(u"exec/netns/default"_s)}) {
            Command umount;
            umount.program = u"umount"_s;
            umount.arguments = {u"-l"_s, mounted};
            (void)runCommand(umount, {}); // most often there is nothing
        }
    }
};

QTEST_GUILESS_MAIN(TestContainerRuns)
#include "tst_containerruns.moc"
