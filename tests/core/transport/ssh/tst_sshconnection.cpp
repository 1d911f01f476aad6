#include "tests/core/transport/ssh/sshbench.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace mooring;
using namespace mooring::test;
using namespace std::chrono_literals;

class TestSshConnection : public QObject
{
    Q_OBJECT

    std::unique_ptr<SshBench> m_bench;
    std::shared_ptr<SshConnection> m_connection;

    Result<SshExecOutput> exec(const QByteArray &command, const SshSource &input = {}) const
    {
        SshExec exec;
        exec.command = command;
        exec.input = input;
        return m_connection->exec(exec, CancelToken());
    }

private Q_SLOTS:
    void initTestCase()
    {
        MOORING_NEEDS(SshServer::available(), "openssh-server is not installed");
        m_bench = std::make_unique<SshBench>();
        QVERIFY2(m_bench->server.start(), qPrintable(m_bench->server.log()));
        auto made = m_bench->dial();
        MOORING_OK(made);
        m_connection = *made;
    }

    void givesExitCodes_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<int>("code");
        for (const int code : {0, 1, 127, 255})
            QTest::addRow("%d", code) << QByteArray("exit " + QByteArray::number(code)) << code;
        QTest::newRow("not found") << QByteArray("mooring-has-no-such-command") << 127;
    }
    void givesExitCodes()
    {
        QFETCH(QByteArray, command);
        QFETCH(int, code);
        auto done = exec(command);
        MOORING_OK(done);
        QCOMPARE(done->exitCode, std::optional(code));
        QCOMPARE(done->signal, QString());
        QCOMPARE(done->succeeded(), code == 0);
    }

    void tellsASignalFromSuccess()
    {
        auto done = exec("kill -KILL $$");
        MOORING_OK(done);
        QVERIFY(!done->exitCode);
        QCOMPARE(done->signal, u"KILL"_s);
        QVERIFY(!done->succeeded());
    }

    void keepsOutputAndErrorsApart()
    {
        auto done = exec("echo out; echo err >&2");
        MOORING_OK(done);
        QCOMPARE(done->output, "out\n");
        QCOMPARE(done->errors, "err\n");
    }

    void streamsBothWays()
    {
        const QByteArray piece(700 * 1024, 'x');
        int left = 40;
        qint64 came = 0;
        SshExec command;
        command.command = "cat";
        command.input = [&]() -> Result<QByteArray> { return left-- > 0 ? piece : QByteArray(); };
        command.output = [&](const QByteArray &got) {
            came += got.size();
            return Result<>();
        };
        auto done = m_connection->exec(command, CancelToken());
        MOORING_OK(done);
        QCOMPARE(came, 40 * qint64(piece.size()));
        QVERIFY(done->succeeded());
    }
};

QTEST_GUILESS_MAIN(TestSshConnection)
#include "tst_sshconnection.moc"
