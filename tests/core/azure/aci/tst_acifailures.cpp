#include "core/base/files.h"
#include "tests/core/azure/aci/acibench.h"
#include "tests/support/refusingkeychain.h"

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

/// Cancels when a line with these words is told.
class CancelingContext : public RecordingContext
{
public:
    explicit CancelingContext(QString words) : m_words(std::move(words)) {}

protected:
    void onLine(const LogLine &line) override
    {
        RecordingContext::onLine(line);
        if (line.text.contains(m_words))
            cancelToken().cancel();
    }

private:
    QString m_words;
};

} // namespace

/// What goes wrong on the way to Azure: nothing of it may be left there, and what served goes on.
class TestAciFailures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { bench = std::make_unique<AciBench>(); }
    void cleanup()
    {
        bench->keepTraffic(QString::fromLatin1(QTest::currentTestFunction()) +
                           QString::fromLatin1(QTest::currentDataTag() ? QTest::currentDataTag() : ""));
        bench.reset();
    }

    void noWorkspace()
    {
        DeployRequest wanted = bench->request();
        wanted.settings.cloud.workspace.clear();
        const auto refused = bench->deploy(wanted);
        QCOMPARE(refused.error().kind, ErrorKind::Usage);
        QCOMPARE(refused.error().code, u"endpoint.needsWorkspace"_s);
        QVERIFY(refused.error().fix.contains(u"mooring workspace use"_s));
        QVERIFY(!bench->workspace->findEndpoint(u"bearing"_s).ok()); // nothing was touched
    }

    void faults_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("cause");
        QTest::addColumn<QString>("fix");
        QTest::newRow("quota") << u"quota-zero"_s << u"ContainerGroupQuotaReached: "_s << u"higher quota"_s;
        QTest::newRow("image") << u"nested-error"_s << u"InaccessibleImage: "_s << u"--image"_s;
        QTest::newRow("store's key") << u"key-changed"_s << u"AuthenticationFailed"_s << QString();
    }
    void faults()
    {
        QFETCH(QString, fault);
        QFETCH(QString, cause);
        QFETCH(QString, fix);
        bench->setFaults(fault + u":always"_s);
        const auto refused = bench->deploy(bench->request());
        QVERIFY(!refused);
        const QString text = refused.error().text() + QString::fromUtf8(toBytes(refused.error().detail));
        QVERIFY2(text.contains(cause), qPrintable(text));
        QVERIFY2(refused.error().fix.contains(fix), qPrintable(refused.error().text()));
        QVERIFY2(!refused.error().fix.contains(u"undeploy bearing"_s), qPrintable(refused.error().fix)); // it was ended
        QVERIFY(bench->groups().isEmpty());
        const auto kept = bench->workspace->findEndpoint(u"bearing"_s);
        QCOMPARE(kept->state, EndpointState::Failed);
        QVERIFY(!kept->reason.isEmpty());
        bench->setFaults({});
        MOORING_OK(bench->deploy(bench->request(u"bearing"_s, true))); // and then it works
        QCOMPARE(bench->scored(u"bearing"_s), 200);
    }

    void aKeychainThatFails_data()
    {
        QTest::addColumn<QString>("code");
        for (const char *code : {"credentials.locked", "credentials.hung", "credentials.failed"})
            QTest::newRow(code) << QString::fromLatin1(code);
    }
    /// Does not end a deployment: the key is held for the session.
    void aKeychainThatFails()
    {
        QFETCH(QString, code);
        RefusingKeychain keychain(Error::failed(code, u"Disk is full."_s));
        const auto runner = std::make_shared<AciRunner>(openMlBy(*bench->workspace, *bench->signIn), keychain);
        runner->setPause(std::chrono::milliseconds(50));
        bench->service =
            std::make_unique<EndpointService>(*bench->workspace, bench->profile.profile.endpointsFolder(),
                                              EndpointService::Runners{{u"aci"_s, runner}}, FindRunOutput());
        MOORING_OK(bench->deploy(bench->request()));
        QCOMPARE(bench->scored(u"bearing"_s), 200);
        const QString told = bench->context.text();
        QVERIFY2(told.contains(u"known to this session alone: Disk is full. After it"_s), qPrintable(told));
    }

    void aModelThatFails()
    {
        MOORING_OK(bench->deploy(bench->request()));
        const auto before = bench->workspace->findEndpoint(u"bearing"_s);
        DeployRequest wanted = bench->request(u"bearing"_s, true);
        wanted.settings.environment = {EnvironmentChoice::Kind::Image, u"practice.example/fail:1"_s};
        const auto refused = bench->deploy(wanted);
        QCOMPARE(refused.error().code, u"endpoint.initFailed"_s);
        QCOMPARE(refused.error().cause, u"ValueError: practice: a model that fails in init()"_s);
        QCOMPARE(stringAt(refused.error().detail, "file"), bench->files.filePath(u"src/score.py"_s));
        QCOMPARE(intAt(refused.error().detail, "line"), 2);
        const auto kept = bench->workspace->findEndpoint(u"bearing"_s);
        QCOMPARE(kept->active, 1);
        QCOMPARE(kept->state, EndpointState::Running);
        QCOMPARE(kept->scoringUri(), before->scoringUri());
        QVERIFY(kept->pinned());
        QCOMPARE(bench->groups(), QStringList{before->serving()->container});
        QCOMPARE(bench->scored(u"bearing"_s), 200);
        QByteArray log; // the group is gone, what it said is not
        MOORING_OK(bench->service->readLog(u"bearing"_s, EndpointRunner::Log::Server, false, false,
                                           [&log](const QByteArray &bytes) {
                                               log += bytes;
                                               return true;
                                           },
                                           {}));
        QVERIFY2(log.contains("ValueError"), log);
    }

    void cancels_data()
    {
        QTest::addColumn<QString>("words");
        for (const char *words : {"file(s)", "The package has", "The package was sent", "Container group bearing",
                                  "begun (HTTP 201)", "Pulling", "public and plain HTTP"})
            QTest::newRow(words) << QString::fromLatin1(words);
    }
    void cancels()
    {
        QFETCH(QString, words);
        CancelingContext context(words);
        const auto ended = bench->service->deploy(bench->request(), context);
        QVERIFY2(context.isCanceled(), qPrintable(context.text()));
        QVERIFY(!ended);
        QCOMPARE(ended.error().kind, ErrorKind::Canceled);
        QVERIFY(bench->groups().isEmpty());
        QCOMPARE(bench->workspace->findEndpoint(u"bearing"_s)->state, EndpointState::Failed);
        MOORING_OK(bench->service->undeploy(u"bearing"_s, bench->context));
    }

    void slowProvisioningIsFollowed()
    {
        bench->setFaults(u"slow-provisioning:always"_s);
        CancelingContext context(u"begun (HTTP 201)"_s);
        const auto ended = bench->service->deploy(bench->request(), context);
        QCOMPARE(ended.error().kind, ErrorKind::Canceled);
        QVERIFY(bench->groups().isEmpty());
    }

    /// Mooring was killed while the group came up: whoever looks next finds it and deletes it.
    void whatAKilledMooringLeft()
    {
        const auto made = bench->deploy(bench->request());
        MOORING_OK(made);
        EndpointRecord record = *made;
        record.state = EndpointState::Deploying;
        record.active = 0;
        record.versions.back().state = EndpointVersion::State::Deploying;
        record.versions.back().container.clear();
        record.versions.back().instance.clear(); // killed before it could say what it started
        MOORING_OK(bench->workspace->saveEndpoint(record));
        const auto seen = bench->service->refresh(u"bearing"_s, {});
        MOORING_OK(seen);
        QCOMPARE(seen->state, EndpointState::Failed);
        QVERIFY(bench->groups().isEmpty());
    }

    void aGroupThatSomebodyDeleted()
    {
        const auto made = bench->deploy(bench->request());
        MOORING_OK(made);
        QCOMPARE(bench->askGroup("DELETE", made->serving()->container).status, 200);
        const auto seen = bench->service->refresh(u"bearing"_s, {});
        QCOMPARE(seen->state, EndpointState::Failed);
        QVERIFY2(seen->reason.contains(u"gone"_s), qPrintable(seen->reason));
        MOORING_OK(bench->service->restart(u"bearing"_s, bench->context));
        QCOMPARE(bench->scored(u"bearing"_s), 200);
    }

    void aGroupThatSomebodyStopped()
    {
        const auto made = bench->deploy(bench->request());
        MOORING_OK(made);
        const QString name = made->serving()->container;
        QCOMPARE(
            bench->lab
                .ask(u"arm"_s, "POST",
                     practice::groupId(practice::kGroup) +
                         u"/providers/Microsoft.ContainerInstance/containerGroups/%1/stop?api-version=2023-05-01"_s.arg(
                             name),
                     {}, {{"Content-Type", "application/json"}})
                .status,
            204);
        const auto seen = bench->service->refresh(u"bearing"_s, {});
        QCOMPARE(seen->state, EndpointState::Unhealthy);
        QVERIFY2(seen->reason.contains(u"Somebody stopped"_s), qPrintable(seen->reason));
        QCOMPARE(bench->groups(), QStringList{name}); // looking deletes nothing that can be started again
    }

    void takesNoPortOfAnother()
    {
        MOORING_OK(bench->deploy(bench->request(u"first"_s)));
        DeployRequest wanted = bench->request();
        wanted.settings.port = 5001;
        wanted.takesPortOf = u"first"_s;
        QCOMPARE(bench->deploy(wanted).error().code, u"endpoint.noPortHere"_s);
    }

private:
    std::unique_ptr<AciBench> bench;
};

QTEST_GUILESS_MAIN(TestAciFailures)
#include "tst_acifailures.moc"
