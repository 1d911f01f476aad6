#include "core/base/files.h"
#include "core/inference/buildrecord.h"
#include "core/inference/dockerrunner.h"
#include "core/inference/endpointservice.h"
#include "tests/support/dockerbench.h"
#include "tests/support/testsupport.h"
#include "tests/support/workspacesupport.h"

#include <QDir>
#include <QTest>

#include <atomic>
#include <csignal>
#include <thread>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Images of endpoints, built by a real engine: steps and reasons, BuildKit, the network's settings and their secrets.
class TestDockerBuilds : public QObject
{
    Q_OBJECT
    std::unique_ptr<DockerBench> m_bench;
    std::unique_ptr<TemporaryProfile> m_place;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<EndpointService> m_service;
    RecordingContext m_context;

    DeploymentSettings settings(const QString &name) const
    {
        DeploymentSettings wanted;
        wanted.name = name;
        wanted.model = m_bench->path(u"m"_s);
        wanted.source = m_bench->path(u"code"_s);
        wanted.score = u"score.py"_s;
        wanted.runner = u"docker"_s;
        wanted.dockerfile = m_bench->path(u"image/Dockerfile"_s);
        return wanted;
    }
    void dockerfile(const QByteArray &steps) const
    {
        m_bench->write(u"image/Dockerfile"_s,
                       "FROM box:1\n" + steps + "COPY serve.sh /serve.sh\nCMD [\"sh\", \"/serve.sh\"]\n");
    }
    QStringList reasons(const EndpointRecord &record) const
    {
        QStringList list;
        const Json environment = record.latest()->environment;
        if (environment.contains("steps")) {
            for (const Json &each : environment["steps"]) {
                const BuildStep step = BuildStep::fromJson(each);
                list << (step.isBase() ? u"base"_s : step.isCached ? u"cached"_s : step.reason);
            }
        }
        return list;
    }
    QByteArray inContainer(const EndpointRecord &record, const QString &command) const
    {
        const auto done = m_bench->shell(u"docker exec %1 sh -c '%2'"_s.arg(record.serving()->container, command));
        return done.output + done.errors;
    }

private Q_SLOTS:
    void initTestCase()
    {
        MOORING_NEEDS(DockerBench::possible(), "a Docker engine needs root, docker.io and busybox");
        QVERIFY(DockerBench::enterOwnNetwork());
        m_bench = std::make_unique<DockerBench>();
        QVERIFY2(m_bench->start(), m_bench->log());
        QVERIFY(m_bench->makeBox());
        m_bench->write(u"m/a.txt"_s, "A");
        m_bench->write(u"code/score.py"_s, "def init(): pass\ndef run(x): return x\n");
        m_bench->write(u"image/serve.sh"_s, "mkdir -p /www; echo Healthy > /www/index.html\n"
                                            "trap 'exit 0' TERM; httpd -f -p 5001 -h /www & wait\n");
        m_place = std::make_unique<TemporaryProfile>();
        m_workspace = m_place->open();
        m_service = std::make_unique<EndpointService>(
            *m_workspace, m_place->profile.endpointsFolder(),
            EndpointService::Runners{{u"docker"_s, std::make_shared<DockerRunner>(m_bench->search())}},
            FindRunOutput());
    }
    void init()
    {
        for (const char *name : {"DOCKER_HOST", "DOCKER_CONTEXT", "HTTP_PROXY", "HTTPS_PROXY", "http_proxy",
                                 "https_proxy", "NO_PROXY", "no_proxy", "PIP_CONFIG_FILE", "CONDARC"})
            qunsetenv(name);
        qputenv("CONDARC", "/nowhere");
        m_context.lines.clear();
    }

    void whyALayerIsBuiltAnew()
    {
        const QString never = u"The endpoint was not built here before."_s;
        m_bench->write(u"image/data/one"_s, "1");
        m_bench->write(u"image/data/two"_s, "2");
        dockerfile("RUN echo first\nCOPY data /data\nRUN echo second\n");
        const auto first = m_service->deploy(settings(u"steps"_s), false, m_context);
        MOORING_OK(first);
        QCOMPARE(reasons(*first).value(0), u"base"_s);
        QCOMPARE(reasons(*first).value(1), never);
        QCOMPARE(stringAt(first->latest()->environment, "builder"), u"classic"_s);
        QVERIFY2(m_context.text().contains(u"Step 2/7: RUN echo first"_s), qPrintable(m_context.text()));
        QVERIFY2(m_context.text().contains(u"Step 2/7 took "_s), qPrintable(m_context.text()));

        const auto same = m_service->reload(u"steps"_s, m_context);
        MOORING_OK(same);
        QCOMPARE(reasons(*same).count(u"cached"_s), 6); // CMD and our label too

        m_bench->write(u"image/data/two"_s, "2, longer");
        const auto copied = m_service->reload(u"steps"_s, m_context);
        MOORING_OK(copied);
        QCOMPARE(reasons(*copied).value(1), u"cached"_s);
        QCOMPARE(reasons(*copied).value(2), u"These files have changed: data/two."_s);
        QCOMPARE(reasons(*copied).value(3), u"Step 3 before it was built anew."_s);

        dockerfile("RUN echo other\nCOPY data /data\nRUN echo second\n");
        const auto changed = m_service->reload(u"steps"_s, m_context);
        MOORING_OK(changed);
        QCOMPARE(reasons(*changed).value(1), u"The instruction is not what it was."_s);

        QVERIFY(m_bench->shell(u"mkdir -p more && echo x > root/x && tar -C root -c . | docker import - box:1"_s)
                    .succeeded());
        const auto rebased = m_service->reload(u"steps"_s, m_context);
        MOORING_OK(rebased);
        QCOMPARE(reasons(*rebased).value(1), u"The base image box:1 has changed."_s);
        MOORING_OK(m_service->undeploy(u"steps"_s, m_context));
    }

    void timeOfAStep()
    {
        dockerfile("RUN sleep 2\n");
        const auto made = m_service->deploy(settings(u"slow"_s), false, m_context);
        MOORING_OK(made);
        const BuildStep step = BuildStep::fromJson(made->latest()->environment["steps"][1]);
        QVERIFY(step.ms && *step.ms >= 1900);
        MOORING_OK(m_service->undeploy(u"slow"_s, m_context));
    }

    void canceled()
    {
        dockerfile("RUN echo begun; sleep 1000\n");
        CancelToken cancel;
        RecordingContext context(cancel);
        std::thread stopper([&] {
            const QString log = m_place->profile.endpointsFolder() + u"/stopped/v1/build.log"_s;
            while (!readWholeFile(log).valueOr({}).contains("\nbegun") && !cancel.waitFor(20ms)) {
            }
            cancel.cancel();
        });
        const auto made = m_service->deploy(settings(u"stopped"_s), false, context);
        cancel.cancel();
        stopper.join();
        QVERIFY(!made);
        QCOMPARE(made.error().kind, ErrorKind::Canceled);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->shell(u"docker ps -q"_s).output.trimmed().isEmpty(), 90000);
        const auto record = m_service->refresh(u"stopped"_s, {});
        MOORING_OK(record);
        QCOMPARE(record->state, EndpointState::Failed);
        MOORING_OK(m_service->undeploy(u"stopped"_s, m_context));
    }

    void aCertificateNamesItsRemedy()
    {
        dockerfile("RUN echo 'SSLError(CERTIFICATE_VERIFY_FAILED)' && false\n");
        auto made = m_service->deploy(settings(u"tls"_s), false, m_context);
        QVERIFY(!made);
        QCOMPARE(made.error().code, u"endpoint.buildFailed"_s);
        QVERIFY2(made.error().fix.contains(u"--network-settings"_s), qPrintable(made.error().fix));
        QCOMPARE(stringAt(made.error().detail, "remedy"), u"networkSettings"_s);
        MOORING_OK(m_service->undeploy(u"tls"_s, m_context));
    }

    void networkWithoutSecrets()
    {
        m_bench->write(u"net/ca.pem"_s, "-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----\n");
        m_bench->write(u"net/pip.conf"_s, "[global]\ncert = /here\nindex-url = https://mirror.corp/simple\n");
        const QByteArray before = qgetenv("SSL_CERT_FILE");
        qputenv("SSL_CERT_FILE", m_bench->path(u"net/ca.pem"_s).toUtf8());
        qputenv("PIP_CONFIG_FILE", m_bench->path(u"net/pip.conf"_s).toUtf8());
        qputenv("HTTP_PROXY", "http://proxy.corp:8080");
        dockerfile("RUN env | sort > /seen && cat $PIP_CONFIG_FILE $SSL_CERT_FILE >> /seen\n");
        DeploymentSettings wanted = settings(u"net"_s);
        wanted.networkSettings = true;
        const auto made = m_service->deploy(wanted, false, m_context);
        qputenv("SSL_CERT_FILE", before);
        MOORING_OK(made);
        QCOMPARE(stringAt(made->latest()->environment, "builder"), u"classic"_s);
        const QByteArray seen = inContainer(*made, u"cat /seen"_s);
        for (const char *text : {"HTTP_PROXY=http://proxy.corp:8080\n", "http_proxy=http://proxy.corp:8080\n",
                                 "index-url = https://mirror.corp/simple", "BEGIN CERTIFICATE"})
            QVERIFY2(seen.contains(text), seen);
        QVERIFY2(!seen.contains("cert = /here"), seen); // a path of this computer
        const QByteArray environment = inContainer(*made, u"env"_s);
        QVERIFY2(environment.contains("REQUESTS_CA_BUNDLE=/etc/mooring-network/ca.crt\n"), environment);
        QVERIFY2(environment.contains("HTTP_PROXY=http://proxy.corp:8080\n"), environment);
        QVERIFY2(environment.contains("no_proxy=localhost,127.0.0.1\n"), environment);
        QVERIFY(m_context.text().contains(u"proxy.corp:8080"_s)); // listed first
        MOORING_OK(m_service->undeploy(u"net"_s, m_context));
    }

    /// Credentials get into the build, and nowhere else: not into a layer, not into the history, not into the
    /// container.
    void credentialsLeaveNoTrace()
    {
        const QByteArray word = "canary-8f31c2";
        m_bench->write(u"net/secret-pip.conf"_s, "[global]\nindex-url = https://me:" + word + "@mirror.corp/simple\n");
        qputenv("PIP_CONFIG_FILE", m_bench->path(u"net/secret-pip.conf"_s).toUtf8());
        qputenv("HTTPS_PROXY", "http://me:" + word + "@proxy.corp:8080");
        dockerfile("RUN echo got $(cat $PIP_CONFIG_FILE | wc -c) && [ \"${HTTPS_PROXY#*@}\" = proxy.corp:8080 ] && \\\n"
                   "    [ \"$https_proxy\" = \"$HTTPS_PROXY\" ] && echo yes > /was-there\n"
                   "RUN [\"sh\", \"-c\", \"cat /etc/mooring-network/pip.conf | wc -l > /lines\"]\n");
        DeploymentSettings wanted = settings(u"secret"_s);
        wanted.networkSettings = true;
        const auto made = m_service->deploy(wanted, false, m_context);
        QVERIFY2(made.ok(), made.ok() ? "" : qPrintable(made.error().text() + m_context.text()));
        QCOMPARE(stringAt(made->latest()->environment, "builder"), u"BuildKit"_s);
        QVERIFY(!reasons(*made).isEmpty());
        QCOMPARE(inContainer(*made, u"cat /was-there /lines"_s), "yes\n2\n"_ba);
        const QString tag = stringAt(made->latest()->environment, "tag");
        const auto history = m_bench->shell(u"docker history --no-trunc %1; docker inspect %1"_s.arg(tag));
        QVERIFY(history.succeeded());
        QVERIFY2(!history.output.contains(word), history.output);
        QVERIFY(history.output.contains("was-there"));
        const auto saved = m_bench->shell(
            u"mkdir -p saved && docker save %1 | tar -x -C saved\n"
            "for l in $(find saved -name layer.tar); do tar -x -C saved -f $l; done\n"
            "grep -r -l %2 saved || echo nowhere\ngrep -r -l was-there saved/was-there "
            "saved/*.json >/dev/null || echo not even what should be"_s.arg(tag, QString::fromUtf8(word)));
        QCOMPARE(saved.output, "nowhere\n"_ba);
        QVERIFY(!inContainer(*made, u"env; cat /etc/mooring-network/* 2>/dev/null"_s).contains(word));
        const auto inspected = m_bench->shell(u"docker inspect "_s + made->serving()->container);
        QVERIFY(!inspected.output.contains(word));
        QVERIFY2(!m_context.text().contains(QString::fromUtf8(word)), qPrintable(m_context.text()));
        // Nor on our own disk, but for the person's file.
        const auto kept = m_bench->shell(
            u"grep -r -l %1 %2 || echo nowhere"_s.arg(QString::fromUtf8(word), m_place->profile.folder()));
        QCOMPARE(kept.output, "nowhere\n"_ba);
        MOORING_OK(m_service->undeploy(u"secret"_s, m_context));
    }

    void whatNeedsBuildKitGetsIt()
    {
        dockerfile("RUN --mount=type=cache,target=/cache sleep 1 && echo kit > /kit\n");
        const auto made = m_service->deploy(settings(u"kit"_s), false, m_context);
        QVERIFY2(made.ok(), made.ok() ? "" : qPrintable(made.error().text()));
        QCOMPARE(stringAt(made->latest()->environment, "builder"), u"BuildKit"_s);
        QCOMPARE(inContainer(*made, u"cat /kit"_s), "kit\n"_ba);
        bool sawTime = false;
        for (const Json &each : made->latest()->environment["steps"]) {
            const BuildStep step = BuildStep::fromJson(each);
            sawTime = sawTime || (step.instruction.startsWith(u"RUN"_s) && step.ms.value_or(0) >= 900);
        }
        QVERIFY2(sawTime, toBytes(made->latest()->environment));
        dockerfile("RUN --mount=type=cache,target=/cache echo before && cat /no/such/file\n");
        const auto failed = m_service->reload(u"kit"_s, m_context);
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, u"endpoint.buildFailed"_s);
        MOORING_OK(m_service->undeploy(u"kit"_s, m_context));
    }

    void whatItTakes()
    {
        dockerfile("");
        const auto made = m_service->deploy(settings(u"usage"_s), false, m_context);
        MOORING_OK(made);
        std::vector<InstanceUsage> seen;
        MOORING_OK(m_service->watchUsage(u"usage"_s,
                                         [&](const InstanceUsage &now) {
                                             seen.push_back(now);
                                             return false;
                                         },
                                         {}));
        QCOMPARE(seen.size(), size_t(1));
        QVERIFY(seen[0].memory > 0 && seen[0].cpuPercent >= 0 && seen[0].at.isValid());
        MOORING_OK(m_service->undeploy(u"usage"_s, m_context));
    }

    /// Of az ml --local and azureml v1, by their labels; the pickles in them are bytes and stay so.
    void foreignEndpoints()
    {
        // A pickle that makes a file when it is read.
        const QByteArray pickle =
            QByteArray("cos\nsystem\n(S'touch " + m_bench->path(u"pwned"_s).toUtf8() + "'\ntR.").toBase64();
        const auto made = m_bench->shell(
            u"docker run -d --name iris.blue -p 127.0.0.1:15901:5001 -p 127.0.0.1:15902:8883 "
            "--label azureml-local-endpoint=true --label endpoint=iris --label deployment=blue --label "
            "azureml-port=5001 "
            "--label deployment-data='{\"a\":1}' box:1 httpd -f -p 5001\n"
            "docker create --name old-service --label amlIsService=True --label amlServiceName=old "
            "--label amlDeploymentConfig=%1 --label amlModelsLocal=%1 box:1 sleep 1000\n"
            "docker create --name odd --label azureml-local-endpoint= --label azureml-port=x box:1 sleep 1"_s.arg(
                QString::fromLatin1(pickle)));
        QVERIFY2(made.succeeded(), made.errors);
        const auto all = m_service->refreshAll({});
        MOORING_OK(all);
        QCOMPARE(all->size(), size_t(3));
        std::map<QString, EndpointRecord> found;
        for (const EndpointRecord &each : *all) {
            QVERIFY(each.isForeign);
            QCOMPARE(stringAt(each.toListJson(), "owner"), u"foreign"_s);
            found[each.name] = each;
        }
        QCOMPARE(found[u"iris"_s].maker, u"az ml --local"_s);
        QCOMPARE(found[u"iris"_s].state, EndpointState::Running);
        QCOMPARE(found[u"iris"_s].scoringUri(), u"http://127.0.0.1:15901/score"_s);
        QCOMPARE(found[u"old"_s].maker, u"azureml v1"_s);
        QVERIFY(found[u"old"_s].scoringUri().isEmpty());
        QVERIFY(found.contains(u"odd"_s));
        QVERIFY(!QFile::exists(m_bench->path(u"pwned"_s)));
        for (const QString &name : {u"iris"_s, u"old"_s}) {
            QCOMPARE(m_service->undeploy(name, m_context).error().code, u"endpoint.foreign"_s);
            QCOMPARE(m_service->stop(name, m_context).error().code, u"endpoint.foreign"_s);
            QCOMPARE(m_service->restart(name, m_context).error().code, u"endpoint.foreign"_s);
            QCOMPARE(m_service->reload(name, m_context).error().code, u"endpoint.foreign"_s);
        }
        QCOMPARE(m_service->stop(u"nobody"_s, m_context).error().code, u"endpoint.unknown"_s);
        const auto left = m_bench->shell(u"docker ps -aq | wc -l; docker rm -f iris.blue old-service odd >/dev/null"_s);
        QCOMPARE(left.output.trimmed(), "3"_ba);
    }

    /// The engine dies in the middle of a build: said, and nothing is left as if it served.
    void theEngineIsKilledWhileBuilding()
    {
        dockerfile("RUN echo begun; sleep 1000\n");
        std::atomic<bool> isOver{false};
        std::thread killer([&] {
            const QString log = m_place->profile.endpointsFolder() + u"/dying/v1/build.log"_s;
            while (!isOver && !readWholeFile(log).valueOr({}).contains("\nbegun"))
                std::this_thread::sleep_for(20ms);
            ::kill(pid_t(m_bench->pid()), SIGKILL);
        });
        const auto made = m_service->deploy(settings(u"dying"_s), false, m_context);
        isOver = true;
        killer.join();
        QVERIFY(!made);
        QCOMPARE(made.error().code, u"docker.buildLost"_s);
        m_bench->kill();
        QVERIFY2(m_bench->start(), m_bench->log());
        const auto record = m_service->refresh(u"dying"_s, {});
        MOORING_OK(record);
        QCOMPARE(record->state, EndpointState::Failed);
        QCOMPARE(record->active, 0);
        MOORING_OK(m_service->undeploy(u"dying"_s, m_context));
    }

    /// Its data on a disk of 60 MB.
    void theEnginesDiskIsFull()
    {
        DockerBench small;
        QVERIFY(small.shell(u"mkdir data && mount -t tmpfs -o size=60M none data"_s).succeeded());
        QVERIFY2(small.start(), small.log());
        QVERIFY(small.makeBox());
        dockerfile("RUN dd if=/dev/zero of=/big bs=1M count=200\n");
        EndpointService service(*m_workspace, m_place->profile.endpointsFolder(),
                                {{u"docker"_s, std::make_shared<DockerRunner>(small.search())}}, FindRunOutput());
        const auto made = service.deploy(settings(u"full"_s), false, m_context);
        QVERIFY(!made);
        QVERIFY2(made.error().code == u"docker.diskFull" || m_context.text().contains(u"No space left"_s) ||
                     made.error().code == u"endpoint.buildFailed",
                 qPrintable(made.error().code));
        QVERIFY2(made.error().text().contains(u"full"_s) || made.error().text().contains(u"space"_s),
                 qPrintable(made.error().text()));
        QCOMPARE(small.shell(u"docker ps -aq"_s).output, QByteArray()); // no half-built container either
        MOORING_OK(service.undeploy(u"full"_s, m_context));
    }

    void cleanupTestCase()
    {
        m_service.reset();
        m_bench.reset();
    }
};

QTEST_GUILESS_MAIN(TestDockerBuilds)
#include "tst_dockerbuilds.moc"
