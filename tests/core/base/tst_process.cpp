#include "core/base/process.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>

#include <thread>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

Command shell(const char *script)
{
    Command command;
    command.program = u"sh"_s;
    command.arguments = {u"-c"_s, QString::fromUtf8(script)};
    return command;
}

} // namespace

class TestProcess : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answers()
    {
        const auto result = runCommand(shell("echo out; echo err >&2; exit 3"), {});
        MOORING_OK(result);
        QCOMPARE(result->output, QByteArray("out\n"));
        QCOMPARE(result->errors, QByteArray("err\n"));
        QCOMPARE(result->exitCode, 3);
        QVERIFY(!result->succeeded());
    }

    void signalIsNotAnExitCode()
    {
        const auto result = runCommand(shell("kill -9 $$"), {});
        MOORING_OK(result);
        QCOMPARE(result->signal, 9);
    }

    void bigInputAndOutput()
    {
        Command command = shell("cat");
        command.input = QByteArray(3'000'000, 'x');
        const auto result = runCommand(command, {});
        MOORING_OK(result);
        QCOMPARE(result->output.size(), 3'000'000);
    }

    void outputIsLimited()
    {
        Command command = shell("head -c 1000000 /dev/zero");
        command.outputLimit = 1000;
        const auto result = runCommand(command, {});
        MOORING_OK(result);
        QCOMPARE(result->output.size(), 1000);
        QCOMPARE(result->exitCode, 0);
    }

    void aReaderThatStopsEarly()
    {
        Command command = shell("exec <&-; sleep 0.1; echo done");
        command.input = QByteArray(3'000'000, 'x');
        const auto result = runCommand(command, {});
        MOORING_OK(result);
        QCOMPARE(result->output, QByteArray("done\n"));
    }

    void missingProgram()
    {
        Command command;
        command.program = u"no-such-program-anywhere"_s;
        const auto result = runCommand(command, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, u"process.notFound"_s);
        QVERIFY(result.error().message.contains(u"no-such-program-anywhere"_s));
    }

    void limitKillsTheGroup()
    {
        Command command = shell("sleep 60 & sleep 60");
        command.limit = std::chrono::milliseconds(200);
        QElapsedTimer timer;
        timer.start();
        const auto result = runCommand(command, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, u"process.timeLimit"_s);
        QVERIFY(timer.elapsed() < 5000);
    }

    void limitHoldsWhenStreamsAreClosed()
    {
        Command command = shell("exec >&- 2>&-; sleep 60");
        command.limit = std::chrono::milliseconds(200);
        const auto result = runCommand(command, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, u"process.timeLimit"_s);
    }

    void cancelInterrupts()
    {
        CancelToken cancel;
        std::thread later([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            cancel.cancel();
        });
        QElapsedTimer timer;
        timer.start();
        const auto result = runCommand(shell("sleep 60"), cancel);
        later.join();
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Canceled);
        QVERIFY(timer.elapsed() < 5000);
    }

    void localeIsFixed()
    {
        qputenv("LC_ALL", "ko_KR.UTF-8");
        const auto result = runCommand(shell("printf %s \"$LC_ALL\""), {});
        MOORING_OK(result);
        QCOMPARE(result->output, QByteArray("C.UTF-8"));
    }
};

QTEST_GUILESS_MAIN(TestProcess)
#include "tst_process.moc"
