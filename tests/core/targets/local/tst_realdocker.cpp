#include "core/base/process.h"
#include "core/transport/docker/dockerprobe.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>
#include <unistd.h>

using namespace mooring;
using namespace Qt::StringLiterals;

/// A real engine of our own: own socket, own folders, no network, ended with everything that it mounted.
class TestRealDocker : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder{u"/tmp/mooring-docker-XXXXXX"_s};
    QProcess m_engine;

    QString path(const QString &name) const { return m_folder.filePath(name); }
    DockerFinding probe() const
    {
        return probeDocker({path(u"d.sock"_s), m_folder.path(), {}, {u"/usr/sbin"_s}}, std::chrono::seconds(5), {});
    }
private Q_SLOTS:
    void initTestCase()
    {
        qunsetenv("DOCKER_HOST");
        qunsetenv("DOCKER_CONTEXT");
        MOORING_NEEDS(geteuid() == 0, "a Docker engine is started by root only");
        MOORING_NEEDS(QFile::exists(u"/usr/sbin/dockerd"_s), "docker.io is not installed");
    }

    void installedThenRunningThenStopped()
    {
        QCOMPARE(probe().state, DockerState::NotRunning);
        m_engine.setProcessChannelMode(QProcess::MergedChannels);
        m_engine.start(u"/usr/sbin/dockerd"_s,
                       {u"--host=unix://"_s + path(u"d.sock"_s), u"--data-root="_s + path(u"data"_s),
                        u"--exec-root="_s + path(u"exec"_s), u"--pidfile="_s + path(u"pid"_s), u"--bridge=none"_s,
                        u"--iptables=false"_s, u"--ip6tables=false"_s, u"--storage-driver=vfs"_s,
                        u"--log-level=warn"_s});
        QVERIFY(m_engine.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(probe().state == DockerState::Running || m_engine.state() == QProcess::NotRunning,
                                 60000);
        QVERIFY2(m_engine.state() == QProcess::Running, m_engine.readAll().constData());
        const auto finding = probe();
        QVERIFY(!finding.version.isEmpty());
        QVERIFY(finding.apiVersion.startsWith(u"1."_s));
        QVERIFY(!finding.isPodman);

        // Stopped in its tracks: the kernel still accepts, nobody answers.
        kill(pid_t(m_engine.processId()), SIGSTOP);
        QElapsedTimer timer;
        timer.start();
        const auto hung = probeDocker({path(u"d.sock"_s), m_folder.path(), {}, {}}, std::chrono::milliseconds(500), {});
        kill(pid_t(m_engine.processId()), SIGCONT);
        QCOMPARE(hung.state, DockerState::Hung);
        QVERIFY(timer.elapsed() < 5000);

        m_engine.terminate();
        QVERIFY(m_engine.waitForFinished(30000));
        QCOMPARE(probe().state, DockerState::NotRunning);
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

QTEST_GUILESS_MAIN(TestRealDocker)
#include "tst_realdocker.moc"
