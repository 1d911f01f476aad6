#include "core/base/files.h"
#include "core/runs/metricsreader.h"
#include "core/targets/local/localhost.h"
#include "tests/support/testsupport.h"

#include <QProcess>
#include <QTemporaryDir>

#include <csignal>
#include <unistd.h>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

/// sample.sh beside something that works and something that holds memory.
class TestSystemSamples : public QObject
{
    Q_OBJECT
    static QString script() { return QStringLiteral(MOORING_SOURCE_DIR "/resources/remote/sample.sh"); }
private Q_SLOTS:
    void processorAndMemory()
    {
        QTemporaryDir dir;
        const QString folder = dir.path() + u"/runs/r1"_s;
        MOORING_OK(makeFolder(folder));
        QProcess work, sampler;
        work.start(u"setsid"_s,
                   {u"sh"_s, u"-c"_s,
                    u"(while :; do :; done) & busy=$!; echo $$ 0 > %1/job.pid; sleep 60; kill $busy"_s.arg(folder)});
        QVERIFY(work.waitForStarted());
        QTRY_VERIFY(QFile::exists(folder + u"/job.pid"_s));
        sampler.start(u"sh"_s, {script(), folder, u"0.5"_s, QString::number(getpid())});
        LocalHost host(dir.path() + u"/runs"_s, {});
        MetricsReader reader(host, folder);
        const auto last = [&](const QString &key) -> double {
            (void)reader.update({}, MetricsReader::Look::Everywhere);
            const auto found = reader.metrics().metrics.find(key);
            return found == reader.metrics().metrics.end() ? -1 : found->second.back().value;
        };
        QTRY_VERIFY_WITH_TIMEOUT(last(u"system/cpu"_s) > 2, 20000);
        QVERIFY(last(u"system/memory"_s) >= 0);
        QVERIFY(last(u"system/cpu"_s) <= 210); // one busy loop, measured roughly
        // It ends by itself with the run.
        MOORING_OK(writeFileAtomically(folder + u"/exit_code"_s, "0\n"));
        QVERIFY(sampler.waitForFinished(5000));
        (void)::kill(-pid_t(readFileRange(folder + u"/job.pid"_s, 0, 20)->split(' ')[0].toInt()), SIGKILL);
        work.waitForFinished(5000);
    }

    void endsWithItsSupervisor_data()
    {
        QTest::addColumn<bool>("atOnce");
        QTest::newRow("killed later") << false;
        QTest::newRow("gone before it looks") << true; // its parent is then another, which lives
    }
    void endsWithItsSupervisor()
    {
        QFETCH(bool, atOnce);
        QTemporaryDir dir;
        QProcess supervisor, sampler;
        supervisor.start(u"sleep"_s, {u"60"_s});
        QVERIFY(supervisor.waitForStarted());
        const QString pid = QString::number(supervisor.processId());
        if (atOnce) {
            supervisor.kill();
            QVERIFY(supervisor.waitForFinished());
        }
        sampler.start(u"sh"_s, {script(), dir.path(), u"0.2"_s, pid});
        QVERIFY(sampler.waitForStarted());
        if (!atOnce) {
            QVERIFY(!sampler.waitForFinished(1000)); // it goes on while that lives
            supervisor.kill();
            QVERIFY(supervisor.waitForFinished());
        }
        QVERIFY(sampler.waitForFinished(10000));
    }
};

QTEST_GUILESS_MAIN(TestSystemSamples)
#include "tst_systemsamples.moc"
