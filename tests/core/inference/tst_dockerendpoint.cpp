#include "core/base/files.h"
#include "core/base/process.h"
#include "core/inference/dockerrunner.h"
#include "core/inference/endpointservice.h"
#include "tests/support/testsupport.h"
#include "tests/support/workspacesupport.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include <sched.h>
#include <unistd.h>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Endpoints in containers of a real engine of our own: own socket, folders and network namespace, no registry. The
/// image is busybox with what it links to; its httpd stands for the inference server, which is served for real without
/// Docker in tst_processendpoint.
class TestDockerEndpoint : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder{u"/tmp/mooring-docker-XXXXXX"_s};
    QProcess m_engine;
    std::unique_ptr<TemporaryProfile> m_place;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<EndpointService> m_service;
    RecordingContext m_context;

    QString path(const QString &name) const { return m_folder.filePath(name); }
    DockerSearch search() const { return {path(u"d.sock"_s), m_folder.path(), {}, {u"/usr/sbin"_s}}; }
    CommandOutput docker(const QString &script) const
    {
        Command command;
        command.program = u"sh"_s;
        command.arguments = QStringList{u"-ec"_s, script};
        command.folder = m_folder.path();
        command.environment = QStringList{u"DOCKER_HOST=unix://"_s + path(u"d.sock"_s)};
        command.limit = 60s;
        const auto output = runCommand(command, {});
        return output ? *output : CommandOutput{};
    }
    void write(const QString &name, const QByteArray &text) const { (void)writeFileAtomically(path(name), text); }
    DeploymentSettings settings() const
    {
        DeploymentSettings wanted;
        wanted.name = u"boxed"_s;
        wanted.model = path(u"m"_s);
        wanted.source = path(u"code"_s);
        wanted.score = u"score.py"_s;
        wanted.runner = u"docker"_s;
        wanted.dockerfile = path(u"image/Dockerfile"_s);
        return wanted;
    }
    QByteArray get(int port, const QByteArray &what) const
    {
        const auto answer = getFromServer(ServerAddress::onThisComputer(port), what, 3s, {});
        return answer ? answer->body : answer.error().text().toUtf8();
    }

private Q_SLOTS:
    void initTestCase()
    {
        qunsetenv("DOCKER_HOST");
        qunsetenv("DOCKER_CONTEXT");
        MOORING_NEEDS(geteuid() == 0, "a Docker engine is started by root only");
        MOORING_NEEDS(QFile::exists(u"/usr/sbin/dockerd"_s), "docker.io is not installed");
        MOORING_NEEDS(unshare(CLONE_NEWNET) == 0, "no network namespace can be made");
        QCOMPARE(docker(u"ip link set lo up"_s).exitCode, 0);
        m_engine.setStandardOutputFile(path(u"log"_s));
        m_engine.setProcessChannelMode(QProcess::MergedChannels);
        m_engine.start(u"/usr/sbin/dockerd"_s,
                       {u"--host=unix://"_s + path(u"d.sock"_s), u"--data-root="_s + path(u"data"_s),
                        u"--exec-root="_s + path(u"exec"_s), u"--pidfile="_s + path(u"pid"_s), u"--iptables=false"_s,
                        u"--ip6tables=false"_s, u"--bip=172.31.251.1/24"_s, u"--log-level=warn"_s});
        QVERIFY(m_engine.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(probeDocker(search(), 5s, {}).state == DockerState::Running, 60000);
        const auto made =
            docker(u"mkdir -p root/bin root/tmp image code m\n"
                   "cp -L $(command -v busybox) root/bin/busybox\n"
                   "for l in $(ldd root/bin/busybox | grep -o '/[^ ]*'); do cp -L --parents $l root; done\n"
                   "for n in sh httpd mkdir cat cp sleep; do ln -sf busybox root/bin/$n; done\n"
                   "tar -C root -c . | docker import - box:1\n"_s);
        QVERIFY2(made.exitCode == 0, made.errors);
        write(u"m/a.txt"_s, "A");
        write(u"code/score.py"_s, "def init(): pass\ndef run(x): return x\n");
        write(u"image/serve.sh"_s, "if [ -f /var/azureml-app/broken ]; then cat /var/azureml-app/broken; exit 3; fi\n"
                                   "mkdir -p /www; echo Healthy > /www/index.html\n"
                                   "cp $AZUREML_MODEL_DIR/m/a.txt /www/a.txt; cp $AZUREML_MODEL_DIR/a.txt /www/b.txt\n"
                                   "echo \"$WORD\" > /www/word; echo serving; trap 'exit 0' TERM\n"
                                   "httpd -f -p 5001 -h /www & wait\n");
        write(u"image/Dockerfile"_s, "FROM box:1\nCOPY serve.sh /serve.sh\nCMD [\"sh\", \"/serve.sh\"]\n");
        write(u"image/.dockerignore"_s, "secret*\n");
        write(u"image/secret.txt"_s, "s");
        m_place = std::make_unique<TemporaryProfile>();
        m_workspace = m_place->open();
        m_service = std::make_unique<EndpointService>(
            *m_workspace, m_place->profile.endpointsFolder(),
            EndpointService::Runners{{u"docker"_s, std::make_shared<DockerRunner>(search())}}, FindRunOutput());
    }

    void fromDeployToUndeploy()
    {
        QVERIFY2(docker(u"docker create --name mine --label mooring=no box:1 sleep 1"_s).exitCode == 0, "no container");
        DeploymentSettings wanted = settings();
        wanted.variables = {{u"WORD"_s, u"a 'b' $c"_s}};
        const auto deployed = m_service->deploy(wanted, false, m_context);
        MOORING_OK(deployed);
        QCOMPARE(deployed->state, EndpointState::Running);
        QVERIFY(deployed->serving()->container.size() == 64);
        QCOMPARE(get(deployed->port, "/a.txt"), QByteArray("A"));
        QCOMPARE(get(deployed->port, "/b.txt"), QByteArray("A"));
        QCOMPARE(get(deployed->port, "/word"), QByteArray("a 'b' $c\n"));
        const auto ports = docker(u"docker port "_s + deployed->serving()->container);
        QVERIFY2(ports.output.trimmed() == "5001/tcp -> 127.0.0.1:" + QByteArray::number(deployed->port), ports.output);
        const auto inspected = docker(u"docker inspect -f '{{.HostConfig.Privileged}} {{len .Mounts}}' "_s +
                                      deployed->serving()->container);
        QCOMPARE(inspected.output.trimmed(), QByteArray("false 0"));

        // Broken: pinned to the file on this computer; the first one goes on.
        write(u"code/broken"_s,
              "x - Traceback (most recent call last):\n  File \"/var/azureml-app/score.py\", line 7, in init\n"
              "    boom\nKeyError: 'boom'\n");
        const auto failed = m_service->reload(u"boxed"_s, m_context);
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, u"endpoint.initFailed"_s);
        QCOMPARE(stringAt(failed.error().detail, "file"), path(u"code/score.py"_s));
        QCOMPARE(get(deployed->port, "/a.txt"), QByteArray("A"));
        QByteArray log;
        MOORING_OK(m_service->readLog(u"boxed"_s, EndpointRunner::Log::Server, false, false,
                                      [&log](const QByteArray &bytes) {
                                          log += bytes;
                                          return true;
                                      },
                                      {}));
        QVERIFY(log.contains("KeyError")); // its container is gone, its log is not
        QFile::remove(path(u"code/broken"_s));
        const auto mended = m_service->reload(u"boxed"_s, m_context);
        MOORING_OK(mended);
        QCOMPARE(mended->active, 3);
        QCOMPARE(mended->port, deployed->port);

        // Killed under us.
        QCOMPARE(docker(u"docker kill "_s + mended->serving()->container).exitCode, 0);
        QCOMPARE(m_service->refresh(u"boxed"_s, {})->state, EndpointState::Failed);
        MOORING_OK(m_service->restart(u"boxed"_s, m_context));
        QCOMPARE(m_service->refresh(u"boxed"_s, {})->state, EndpointState::Running);
        MOORING_OK(m_service->undeploy(u"boxed"_s, m_context));
        const auto left = docker(u"docker ps -a --format '{{.Names}}'"_s);
        QCOMPARE(left.output.trimmed(), QByteArray("mine")); // nothing of ours, and nobody else's was touched
        QVERIFY(!docker(u"docker images"_s).output.contains("mooring/"));
    }

    void aBuildThatFails()
    {
        write(u"image/Dockerfile"_s, "FROM box:1\nRUN echo before && cat /no/such/file\n");
        const auto failed = m_service->deploy(settings(), false, m_context);
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, u"endpoint.buildFailed"_s);
        QByteArray log;
        MOORING_OK(m_service->readLog(u"boxed"_s, EndpointRunner::Log::Build, false, false,
                                      [&log](const QByteArray &bytes) {
                                          log += bytes;
                                          return true;
                                      },
                                      {}));
        QVERIFY2(log.contains("before") && log.contains("Step 2/"), log);
        MOORING_OK(m_service->undeploy(u"boxed"_s, m_context));
        QCOMPARE(docker(u"docker ps -aq --filter label=mooring.endpoint"_s).output, QByteArray());
    }

    void whatIsIgnoredStaysAtHome()
    {
        write(u"image/Dockerfile"_s, "FROM box:1\nCOPY . /all/\nCMD [\"sh\", \"/all/serve.sh\"]\n");
        const auto deployed = m_service->deploy(settings(), false, m_context);
        MOORING_OK(deployed);
        const auto listed = docker(u"docker exec "_s + deployed->serving()->container + u" busybox ls /all"_s);
        QVERIFY2(listed.output.contains("serve.sh") && !listed.output.contains("secret"),
                 listed.output + listed.errors);
        MOORING_OK(m_service->undeploy(u"boxed"_s, m_context));
    }

    void othersEndpointsAreShown()
    {
        QVERIFY2(docker(u"docker create --name theirs --label azureml-local-endpoint=true --label endpoint=iris "
                        "--label amlModelsLocal=gASVcGlja2xl box:1 sleep 1"_s)
                         .exitCode == 0,
                 "no container");
        const auto all = m_service->refreshAll({});
        MOORING_OK(all);
        QCOMPARE(all->size(), size_t(1));
        QVERIFY(all->at(0).isForeign);
        QCOMPARE(all->at(0).name, u"iris"_s);
        QCOMPARE(stringAt(all->at(0).toListJson(), "owner"), u"foreign"_s);
        QVERIFY(!m_service->undeploy(u"iris"_s, m_context));
    }

    void theEngineGoesAway()
    {
        write(u"image/Dockerfile"_s, "FROM box:1\nCOPY serve.sh /serve.sh\nCMD [\"sh\", \"/serve.sh\"]\n");
        MOORING_OK(m_service->deploy(settings(), false, m_context));
        m_engine.terminate();
        QVERIFY(m_engine.waitForFinished(30000));
        const auto record = m_service->refresh(u"boxed"_s, {});
        MOORING_OK(record);
        QCOMPARE(record->state, EndpointState::Unhealthy); // it does not answer, and nobody can say more
        QVERIFY(!record->reason.isEmpty());
        DeploymentSettings another = settings();
        another.name = u"other"_s;
        const auto refused = m_service->deploy(another, false, m_context);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"docker.notRunning"_s);
    }

    void cleanupTestCase()
    {
        if (m_engine.state() != QProcess::NotRunning) {
            m_engine.terminate();
            if (!m_engine.waitForFinished(20000))
                m_engine.kill();
        }
        (void)docker(u"umount -l data exec/netns/default 2>/dev/null || :"_s);
    }
};

QTEST_GUILESS_MAIN(TestDockerEndpoint)
#include "tst_dockerendpoint.moc"
