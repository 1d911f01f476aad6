#include "core/base/process.h"
#include "core/environments/remotescript.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QTemporaryDir>

using namespace mooring;
using namespace Qt::StringLiterals;

/// The scripts that travel to a machine, under every shell that may be its sh.
class TestHostScripts : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;

    static QString script(const QString &name)
    {
        return QDir(QStringLiteral(MOORING_SOURCE_DIR) + u"/resources/remote"_s).filePath(name);
    }
    static Result<CommandOutput> run(const QString &shell, const QString &name, const QStringList &arguments,
                                     const QByteArray &input = {}, const QStringList &environment = {})
    {
        const QStringList words = shell.split(u' ');
        Command command;
        command.program = words[0];
        command.arguments = words.mid(1) + QStringList{script(name)} + arguments;
        command.input = input;
        command.environment = environment;
        command.limit = std::chrono::seconds(30);
        return runCommand(command, {});
    }
    static void shells()
    {
        QTest::addColumn<QString>("shell");
        for (const char *shell : {"dash", "bash --posix", "busybox sh"})
            QTest::newRow(shell) << QString::fromLatin1(shell);
    }
    static bool isThere(const QString &shell) { return !findProgram(shell.section(u' ', 0, 0)).isEmpty(); }

private Q_SLOTS:
    void init() { QVERIFY(QDir(m_folder.path()).removeRecursively() && QDir().mkpath(m_folder.path())); }

    void files_data() { shells(); }
    void files()
    {
        QFETCH(QString, shell);
        MOORING_NEEDS(isThere(shell), "the shell is missing");
        const QString path = m_folder.filePath(u"it's"_s);
        const auto written =
            run(shell, u"files.sh"_s, {u"write"_s, path, u"0700"_s, u"6"_s}, QByteArray("a\nb\0cd", 6));
        MOORING_OK(written);
        const auto cut = run(shell, u"files.sh"_s, {u"write"_s, path, u"0600"_s, u"9"_s}, "short");
        MOORING_OK(cut);
        QVERIFY(cut->exitCode == 1 &&
                cut->errors.contains("cut off")); // half a file never takes the place of a whole one
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"it's"_s});
        const auto part = run(shell, u"files.sh"_s, {u"read"_s, path, u"1"_s, u"2"_s});
        MOORING_OK(part);
        QCOMPARE(part->output, QByteArray("\nb"));
        QCOMPARE(run(shell, u"files.sh"_s, {u"read"_s, path + u"x"_s, u"0"_s, u"2"_s})->exitCode, 3);
        QCOMPARE(run(shell, u"files.sh"_s, {u"size"_s, path + u"x"_s})->output.trimmed(), QByteArray("-1"));
        QCOMPARE(run(shell, u"files.sh"_s, {u"list"_s, m_folder.path()})->output.split('\t').size(), 2);
    }

    void listsWithoutGnuFind()
    {
        MOORING_NEEDS(isThere(u"busybox"_s), "busybox is missing");
        QDir().mkpath(m_folder.filePath(u"bin"_s));
        for (const char *tool : {"find", "stat", "sh", "ls", "cat"})
            QVERIFY(QFile::link(findProgram(u"busybox"_s), m_folder.filePath(u"bin/"_s + QString::fromLatin1(tool))));
        QDir().mkpath(m_folder.filePath(u"tree/below"_s));
        QFile odd(m_folder.filePath(u"tree/below/new\nline\ttab"_s));
        QVERIFY(odd.open(QIODevice::WriteOnly) && odd.write("12345") == 5);
        odd.close();
        const auto listed = run(u"busybox sh"_s, u"files.sh"_s, {u"list"_s, m_folder.filePath(u"tree"_s)}, {},
                                {u"PATH="_s + m_folder.filePath(u"bin"_s)});
        MOORING_OK(listed);
        QCOMPARE(listed->output, QByteArray("5\tbelow/new\nline\ttab\0", 21));
    }

    void probes_data() { shells(); }
    void probes()
    {
        QFETCH(QString, shell);
        MOORING_NEEDS(isThere(shell), "the shell is missing");
        const auto machine = run(shell, u"probe.sh"_s, {u"~/x"_s}, {}, {u"HOME="_s + m_folder.path()});
        MOORING_OK(machine);
        QVERIFY(machine->output.endsWith("end\t1\n"));
        QVERIFY2(machine->output.contains("\nhome\t" + m_folder.path().toUtf8() + "\n"), machine->output.constData());
        QVERIFY(machine->output.contains("\nworkFolder\t" + m_folder.path().toUtf8() + "/x\n"));
        for (const char *name : {"now\t", "\nsystem\tLinux\n", "\ncores\t", "\nmemoryTotalKib\t", "\nworkFreeKib\t",
                                 "\ntempFreeKib\t", "\nworkWritable\tyes\n"})
            QVERIFY2(machine->output.contains(name), name);
        QCOMPARE(machine->errors, QByteArray());
    }

    void engines_data()
    {
        QTest::addColumn<QByteArray>("docker"); // the docker command; empty: there is none
        QTest::addColumn<QByteArray>("state");
        // An engine may run here; without its command it cannot be asked.
        QTest::newRow("none") << QByteArray()
                              << QByteArray(QFileInfo::exists(u"/var/run/docker.sock"_s)
                                                ? "docker\tbroken\tthe engine is there"
                                                : "docker\tnotInstalled\n");
        QTest::newRow("running")
            << QByteArray("printf '24.0.5\\nio.containerd.runc.v2 nvidia runc \\n'")
            << QByteArray(
                   "docker\trunning\ndockerVersion\t24.0.5\ndockerRuntimes\tio.containerd.runc.v2 nvidia runc \n");
        QTest::newRow("no right")
            << QByteArray("echo 'permission denied while trying to connect to the Docker daemon socket' >&2; exit 1")
            << QByteArray("docker\tnoRight\n");
        QTest::newRow("not running") << QByteArray("echo 'Cannot connect to the Docker daemon at "
                                                   "unix:///var/run/docker.sock. Is it running?' >&2; exit 1")
                                     << QByteArray(QFile::exists(u"/usr/sbin/dockerd"_s) ? "docker\tnotRunning\n"
                                                                                         : "docker\tclientOnly\n");
        // Docker 20.10, Debian 12's, hides the cause where a form is asked for.
        const QByteArray old =
            "[ $1 = info ] && { echo 'template: :1:2: executing \"\" at <.ServerVersion>: nil pointer' >&2; "
            "exit 1; }\n";
        QTest::newRow("20.10, no engine")
            << old + "echo 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock.' >&2; exit 1"
            << QByteArray(QFile::exists(u"/usr/sbin/dockerd"_s) ? "docker\tnotRunning\n" : "docker\tclientOnly\n");
        QTest::newRow("20.10, no right") << old + "echo 'Got permission denied while trying to connect' >&2; exit 1"
                                         << QByteArray("docker\tnoRight\n");
        QTest::newRow("hangs") << QByteArray("sleep 30") << QByteArray("docker\thung\t");
        QTest::newRow("something else") << QByteArray("echo boom; exit 4") << QByteArray("docker\tbroken\tboom\n");
    }
    void engines()
    {
        QFETCH(QByteArray, docker);
        QFETCH(QByteArray, state);
        const QString bin = m_folder.filePath(u"bin"_s);
        QDir().mkpath(bin);
        // Only what the script needs: this machine's own docker must not be found.
        for (const char *tool : {"sed", "tail", "tr", "cut", "id", "getent", "grep", "timeout", "sleep", "head", "ls"})
            QVERIFY(QFile::link(findProgram(QString::fromLatin1(tool)), bin + u'/' + QString::fromLatin1(tool)));
        if (!docker.isEmpty()) {
            QFile file(bin + u"/docker"_s);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("#!/bin/sh\n" + docker + "\n");
            file.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
        }
        QFile both(m_folder.filePath(u"both.sh"_s));
        QVERIFY(both.open(QIODevice::WriteOnly));
        both.write(askingScript(u"engines.sh"_s));
        both.close();
        const auto said = run(u"/bin/sh"_s, both.fileName(), {u"1"_s}, {}, {u"PATH="_s + bin});
        MOORING_OK(said);
        QVERIFY2(said->output.contains(state), said->output.constData());
        QVERIFY(said->output.endsWith("end\t1\n"));
    }

    void shellcheck()
    {
        MOORING_NEEDS(!findProgram(u"shellcheck"_s).isEmpty(), "shellcheck is missing");
        const QStringList all = QDir(script({})).entryList({u"*.sh"_s}, QDir::Files);
        QVERIFY(all.contains(u"sup.sh"_s));
        for (const QString &name : all) {
            Command command;
            command.program = u"shellcheck"_s;
            command.arguments = {u"-s"_s, u"sh"_s, u"-S"_s, u"warning"_s, script(name)};
            command.limit = std::chrono::seconds(30);
            const auto checked = runCommand(command, {});
            MOORING_OK(checked);
            QVERIFY2(checked->succeeded(), checked->output.constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestHostScripts)
#include "tst_hostscripts.moc"
