#include "core/base/files.h"
#include "tests/core/azure/aci/acibench.h"

#include <thread>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;
using Log = EndpointRunner::Log;

namespace {

QByteArray logOf(AciBench &bench, Log log)
{
    QByteArray all;
    const auto read = bench.service->readLog(u"bearing"_s, log, false, false,
                                             [&all](const QByteArray &bytes) {
                                                 all += bytes;
                                                 return true;
                                             },
                                             {});
    return read ? all : read.error().text().toUtf8();
}

} // namespace

/// Endpoints in container groups of the practice lab: from the first deployment to nothing left.
class TestAciEndpoint : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { bench = std::make_unique<AciBench>(); }
    void cleanup()
    {
        bench->keepTraffic(QString::fromLatin1(QTest::currentTestFunction()));
        bench.reset();
    }

    void deploys()
    {
        const auto made = bench->deploy(bench->request());
        MOORING_OK(made);
        QCOMPARE(made->state, EndpointState::Running);
        QCOMPARE(made->port, 0); // none of this computer
        const ServerAddress address = made->address();
        QVERIFY(address.host.startsWith(u"127.80.82."_s));
        QCOMPARE(made->scoringUri(), u"http://%1:5001/score"_s.arg(address.host));
        QVERIFY(made->needsKey());
        QCOMPARE(bench->groups(), QStringList{made->serving()->container});
        QCOMPARE(stringAt(made->toDeployedJson(), "container"), made->serving()->container);

        QCOMPARE(bench->scored(u"bearing"_s), 200);
        QCOMPARE(bench->scoredAs(address), 401); // nobody else
        const auto calls = bench->workspace->calls(u"bearing"_s, 10);
        QCOMPARE(calls->size(), size_t(1));
        QVERIFY(calls->front().request.headers.empty());

        const QString told = bench->context.text();
        for (const char *words : {"The package was sent to practicestorage/practice-blobstore", "Pulling", "Pulled",
                                  "Started", "public and plain HTTP", "Azure can fetch the package until"})
            QVERIFY2(told.contains(QLatin1StringView(words)), qPrintable(told));
        const QByteArray log = logOf(*bench, Log::Build);
        QVERIFY2(log.contains("Started: Started container") && log.contains("Container group bearing-v1-"), log);

        const auto again = bench->workspace->findEndpoint(u"bearing"_s);
        MOORING_OK(again);
        QCOMPARE(again->scoringUri(), made->scoringUri());
        QCOMPARE(bench->service->refresh(u"bearing"_s, {})->state, EndpointState::Running);
    }

    void secretsStayWhereTheyBelong()
    {
        const auto made = bench->deploy(bench->request());
        MOORING_OK(made);
        QCOMPARE(bench->scored(u"bearing"_s), 200);
        const QByteArray key = bench->keyOf(*made, 1);
        QCOMPARE(key.size(), 43);
        const QByteArray kept = bench->everythingKept();
        QVERIFY(kept.contains("bearing"));
        for (const QByteArray &secret : {key, QByteArray("sig="), QByteArray("cHJhY3RpY2Utc3RvcmFnZS1rZXk=")}) {
            QVERIFY2(!kept.contains(secret), secret.constData());
            QVERIFY(!bench->context.text().toUtf8().contains(secret));
        }
        // Azure shows them to nobody, and they stand in no variable and no command.
        const QByteArray shown = bench->askGroup("GET", made->serving()->container).body;
        QVERIFY(shown.contains("mooring.version"));
        QVERIFY(!shown.contains(key) && !shown.contains(key.toBase64()) && !shown.contains("sig="));
    }

    void sameContentIsSentOnce()
    {
        MOORING_OK(bench->deploy(bench->request()));
        QCOMPARE(bench->uploads(), 1);
        MOORING_OK(bench->deploy(bench->request(u"second"_s)));
        QCOMPARE(bench->uploads(), 1);
        QVERIFY(bench->context.text().contains(u"nothing was sent"_s));
        MOORING_OK(writeFileAtomically(bench->files.filePath(u"model/weights.txt"_s), "other", 0644));
        MOORING_OK(bench->service->reload(u"second"_s, bench->context));
        QCOMPARE(bench->uploads(), 2);
    }

    void anUpdateServesBesideTheOldOne()
    {
        const auto first = bench->deploy(bench->request());
        MOORING_OK(first);
        const auto second = bench->deploy(bench->request(u"bearing"_s, true));
        MOORING_OK(second);
        QCOMPARE(second->active, 2);
        QVERIFY(second->scoringUri() != first->scoringUri());
        QCOMPARE(bench->groups(), QStringList{second->serving()->container});
        QVERIFY(second->version(1)->address(0).port == 0); // it has none any more
        QCOMPARE(bench->scored(u"bearing"_s), 200);
        QVERIFY(bench->keyOf(*second, 1) != bench->keyOf(*second, 2));
        const QString told = bench->context.text();
        QVERIFY(told.contains(u"Version 1 goes on serving while version 2 is tried."_s));
        QVERIFY2(told.contains(first->serving()->container + u" is gone from Azure."_s), qPrintable(told));
    }

    void logs()
    {
        MOORING_OK(bench->deploy(bench->request()));
        QVERIFY(logOf(*bench, Log::Server).startsWith("Practice lab: a pretend container"));
        QByteArray followed;
        CancelToken enough;
        std::thread follower([&] {
            const auto ended = bench->service->readLog(
                u"bearing"_s, Log::Server, true, true,
                [&](const QByteArray &bytes) {
                    followed += bytes;
                    if (followed.contains("request 1\n"))
                        enough.cancel();
                    return true;
                },
                enough);
            QCOMPARE(ended.error().kind, ErrorKind::Canceled);
        });
        const int status = bench->scored(u"bearing"_s);
        for (int i = 0; i < 100 && !enough.isCanceled(); ++i)
            QTest::qWait(100);
        const bool wasSeen = enough.isCanceled();
        enough.cancel();
        follower.join();
        QCOMPARE(status, 200);
        QVERIFY(wasSeen);
        QCOMPARE(followed.count("Listening\n"), 1); // each line once
        MOORING_OK(bench->service->stop(u"bearing"_s, bench->context));
        QVERIFY(logOf(*bench, Log::Server).contains("Listening\n")); // kept, without the group
    }

    void stopsAndStartsElsewhere()
    {
        const auto made = bench->deploy(bench->request());
        MOORING_OK(made);
        const auto stopped = bench->service->stop(u"bearing"_s, bench->context);
        MOORING_OK(stopped);
        QCOMPARE(stopped->state, EndpointState::Stopped);
        QVERIFY(stopped->scoringUri().isEmpty());
        QVERIFY(bench->groups().isEmpty());
        QCOMPARE(bench->service->score(u"bearing"_s, 0, {"{}"}, bench->context).error().code, u"endpoint.notRunning"_s);
        const auto back = bench->service->restart(u"bearing"_s, bench->context);
        MOORING_OK(back);
        QVERIFY(back->scoringUri() != made->scoringUri());
        QCOMPARE(bench->scored(u"bearing"_s), 200);
    }

    void aKeyThatIsGone()
    {
        const auto made = bench->deploy(bench->request());
        MOORING_OK(made);
        const EndpointVersion &version = *made->serving();
        MOORING_OK(bench->credentials->remove(keyName(version, ownerOf(bench->folderOf(u"bearing"_s, 1))), {}));
        const auto refused = bench->service->score(u"bearing"_s, 0, {"{}"}, bench->context);
        QCOMPARE(refused.error().code, u"endpoint.keyGone"_s);
        QVERIFY(refused.error().fix.contains(u"mooring restart bearing"_s));
        MOORING_OK(bench->service->restart(u"bearing"_s, bench->context));
        QCOMPARE(bench->scored(u"bearing"_s), 200);
    }

    void undeploys()
    {
        const auto made = bench->deploy(bench->request());
        MOORING_OK(made);
        const QByteArray key = bench->keyOf(*made, 1);
        const QString name = keyName(*made->serving(), ownerOf(bench->folderOf(u"bearing"_s, 1)));
        MOORING_OK(bench->service->undeploy(u"bearing"_s, bench->context));
        QVERIFY(bench->groups().isEmpty());
        QVERIFY(!bench->credentials->read(name, {}).ok());
        QVERIFY(!bench->workspace->findEndpoint(u"bearing"_s).ok());
        QVERIFY(bench->context.text().contains(u"is gone from Azure"_s));
    }

    void whatIsNotOursStays()
    {
        const auto made = bench->deploy(bench->request());
        MOORING_OK(made);
        const QString name = made->serving()->container;
        Json document = bench->lab.jsonOf(bench->askGroup("GET", name));
        Json properties = document["properties"];
        for (const char *key : {"provisioningState", "instanceView"})
            properties.erase(key);
        properties["containers"][0]["properties"].erase("instanceView");
        properties["ipAddress"].erase("ip");
        bench->lab.awaitOperation(bench->askGroup(
            "PUT", name,
            {{"location", "koreacentral"}, {"tags", {{"mooring.version", "another"}}}, {"properties", properties}}));
        QCOMPARE(bench->service->undeploy(u"bearing"_s, bench->context).error().code, u"aci.notOurs"_s);
        QCOMPARE(bench->groups(), QStringList{name});
        MOORING_OK(bench->workspace->findEndpoint(u"bearing"_s));
    }

    void measuresNothing()
    {
        MOORING_OK(bench->deploy(bench->request()));
        const auto told = bench->service->watchUsage(u"bearing"_s, [](const InstanceUsage &) { return true; }, {});
        QCOMPARE(told.error().code, u"endpoint.noUsage"_s);
    }

private:
    std::unique_ptr<AciBench> bench;
};

QTEST_GUILESS_MAIN(TestAciEndpoint)
#include "tst_aciendpoint.moc"
