#include "tests/support/mlbench.h"

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

/// Clusters and instances that the workspace makes.
class TestManagedCompute : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCluster()
    {
        MlBench bench;
        const auto made = bench.targets->create({u"cpu"_s, true, u"STANDARD_DS3_V2"_s, 0, 4, 300}, bench.context);
        MOORING_OK(made);
        QCOMPARE(made->record.kind, u"managed"_s);
        QCOMPARE(
            toBytes(bench.lastPut()["properties"]),
            QByteArray(
                R"({"computeType":"AmlCompute","properties":{"vmSize":"STANDARD_DS3_V2","vmPriority":"Dedicated","scaleSettings":{"minNodeCount":0,"maxNodeCount":4,"nodeIdleTimeBeforeScaleDown":"PT300S"}}})"));
        QCOMPARE(bench.service.order.value(bench.service.order.indexOf(u"PUT computes/cpu"_s) - 1),
                 u"GET computes/cpu"_s);
        MOORING_OK(bench.targets->resize(u"cpu"_s, {}, 8, {}, bench.context));
        const Json scale = bench.service.computes[u"cpu"_s]["properties"]["properties"]["scaleSettings"];
        QCOMPARE(toBytes(scale),
                 QByteArray(R"({"minNodeCount":0,"maxNodeCount":8,"nodeIdleTimeBeforeScaleDown":"PT300S"})"));
        QCOMPARE(bench.targets->act(u"cpu"_s, u"stop"_s, bench.context).error().code, u"compute.noInstance"_s);
        MOORING_OK(bench.targets->remove(u"cpu"_s, bench.context));
        QVERIFY(bench.service.order.contains(u"DELETE computes/cpu Delete"_s));
        QVERIFY(bench.targets->targets({})->empty());
        bench.keepTraffic(u"cluster"_s);
    }

    void anInstance()
    {
        MlBench bench;
        ManagedRequest request{u"kim-box"_s, false, u"STANDARD_DS3_V2"_s};
        request.publicKey = u"ssh-ed25519 AAAA kim"_s;
        MOORING_OK(bench.targets->create(request, bench.context));
        QCOMPARE(bench.targets->create(request, bench.context).error().code, u"target.nameTaken"_s);
        for (const auto &[word, state] :
             {std::pair("stop", "Stopped"), std::pair("start", "Running"), std::pair("restart", "Running")}) {
            const auto now = bench.targets->act(u"kim-box"_s, QLatin1String(word), bench.context);
            MOORING_OK(now);
            QCOMPARE(now->compute->state, QLatin1String(state));
        }
        QCOMPARE(bench.targets->resize(u"kim-box"_s, 1, 2, {}, bench.context).error().code, u"compute.noCluster"_s);
        MOORING_OK(bench.targets->remove(u"kim-box"_s, bench.context));
        bench.keepTraffic(u"instance"_s);
    }

    /// Nothing that was attached is ever deleted.
    void attachedThingsAreNotTouched_data()
    {
        QTest::addColumn<QString>("type");
        for (const char *type :
             {"VirtualMachine", "HDInsight", "Databricks", "DataLakeAnalytics", "AKS", "Kubernetes", "Quantum"})
            QTest::newRow(type) << QString::fromLatin1(type);
    }
    void attachedThingsAreNotTouched()
    {
        QFETCH(QString, type);
        MlBench bench;
        bench.service.computes[u"x1"_s] = MlService::compute(u"x1"_s, type, u"/r"_s);
        QCOMPARE(bench.targets->remove(u"x1"_s, bench.context).error().code, u"target.notManaged"_s);
        QCOMPARE(bench.targets->act(u"x1"_s, u"stop"_s, bench.context).error().code, u"target.notManaged"_s);
        QCOMPARE(bench.targets->resize(u"x1"_s, 0, 1, {}, bench.context).error().code, u"target.notManaged"_s);
        for (const QString &asked : bench.service.order)
            QVERIFY2(asked.startsWith(u"GET"_s), qPrintable(asked));
    }

    void wrongRequests_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("cluster");
        QTest::addColumn<QString>("size");
        QTest::addColumn<int>("least");
        QTest::addColumn<int>("most");
        QTest::addColumn<QString>("code");
        QTest::newRow("no size") << u"cpu"_s << true << QString() << 0 << 1 << u"compute.sizeNeeded"_s;
        QTest::newRow("nodes") << u"cpu"_s << true << u"S"_s << 3 << 1 << u"compute.badNodes"_s;
        QTest::newRow("none") << u"cpu"_s << true << u"S"_s << 0 << 0 << u"compute.badNodes"_s;
        QTest::newRow("long name") << u"a-name-that-is-too-long"_s << true << u"S"_s << 0 << 1 << u"target.badName"_s;
        QTest::newRow("digits at the end") << u"box-12"_s << false << u"S"_s << 0 << 1 << u"target.badName"_s;
        QTest::newRow("reserved") << u"amlcompute"_s << false << u"S"_s << 0 << 1 << u"target.badName"_s;
        QTest::newRow("slash") << u"a/../b"_s << true << u"S"_s << 0 << 1 << u"target.badName"_s;
    }
    void wrongRequests()
    {
        QFETCH(QString, name);
        QFETCH(bool, cluster);
        QFETCH(QString, size);
        QFETCH(int, least);
        QFETCH(int, most);
        MlBench bench;
        const auto made = bench.targets->create({name, cluster, size, least, most}, bench.context);
        QVERIFY(!made);
        QTEST(made.error().code, "code");
        QVERIFY(bench.service.order.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestManagedCompute)
#include "tst_managedcompute.moc"
