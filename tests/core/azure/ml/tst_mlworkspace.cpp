#include "core/azure/ml/mlworkspacebook.h"
#include "tests/support/mlbench.h"

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kConfig =
    R"({"subscription_id":"00000000-0000-0000-0000-000000000001","resource_group":"그룹","workspace_name":"ws-1"})";

MlWorkspace workspaceOf(const QString &name, const QString &resource)
{
    return {name, u"public"_s, {}, MlWorkspace::idOf(QLatin1String(MlService::kSubscription), u"g"_s, resource)};
}

} // namespace

/// Workspaces of the profile: what names them, and where their services are.
class TestMlWorkspace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void configs_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("code"); ///< empty: good
        QTest::newRow("azureml's own") << kConfig << QString();
        QTest::newRow("old, with Scope") << QByteArray(R"({"Id":null,"Scope":")") + MlService::workspacePath() + "\"}"
                                         << QString();
        QTest::newRow("no group") << QByteArray(R"({"subscription_id":"a","workspace_name":"w"})")
                                  << u"workspace.badConfig"_s;
        QTest::newRow("types") << QByteArray(R"({"subscription_id":5,"resource_group":[],"workspace_name":{}})")
                               << u"workspace.badConfig"_s;
        QTest::newRow("climbs")
            << QByteArray(
                   R"({"subscription_id":"00000000-0000-0000-0000-000000000001","resource_group":"g","workspace_name":"../x"})")
            << u"azure.badResourceId"_s;
        QTest::newRow("other resource")
            << QByteArray(
                   R"({"Scope":"/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/g/providers/Microsoft.Batch/batchAccounts/b"})")
            << u"azure.otherResource"_s;
        QTest::newRow("array") << QByteArray("[]") << u"workspace.badConfig"_s;
        QTest::newRow("page") << QByteArray("<html>") << u"workspace.badConfig"_s;
        QTest::newRow("deep") << QByteArray(100000, '[') << u"workspace.badConfig"_s;
        QTest::newRow("empty") << QByteArray() << u"workspace.badConfig"_s;
    }
    void configs()
    {
        QFETCH(QByteArray, text);
        const auto id = MlWorkspace::idFromConfig(text);
        QTEST(id ? QString() : id.error().code, "code");
    }

    void theBook()
    {
        SignInBench bench;
        MlWorkspaceBook book(*bench.workspace);
        MOORING_OK(book.add(workspaceOf(u"lab"_s, u"w1"_s)));
        MOORING_OK(book.add(workspaceOf(u"lab"_s, u"W1"_s))); // the same thing again
        MOORING_OK(book.add(workspaceOf(u"prod"_s, u"w2"_s)));
        QCOMPARE(book.add(workspaceOf(u"other"_s, u"w2"_s)).error().code, u"workspace.alreadyThere"_s);
        QCOMPARE(book.add(workspaceOf(u"LAB"_s, u"w3"_s)).error().code, u"workspace.nameTaken"_s);
        QCOMPARE(book.add(workspaceOf(u"local"_s, u"w3"_s)).error().code, u"workspace.nameTaken"_s);
        QCOMPARE(book.add(workspaceOf(u"-x"_s, u"w3"_s)).error().code, u"workspace.badName"_s);
        QCOMPARE(book.all()->size(), size_t(2));
        QCOMPARE(*book.defaultName(), u"local"_s);
        MOORING_OK(book.makeDefault(u"prod"_s));
        QCOMPARE(*book.defaultName(), u"prod"_s);
        QVERIFY(book.makeDefault(u"prd"_s).error().fix.contains(u"prod"_s));
        MOORING_OK(book.remove(u"prod"_s));
        QCOMPARE(*book.defaultName(), u"local"_s);
        QCOMPARE(book.remove(u"local"_s).error().code, u"workspace.builtin"_s);
        QCOMPARE(book.find(u"prod"_s).error().code, u"workspace.unknown"_s);
    }

    void theDataPlane_data()
    {
        QTest::addColumn<QByteArray>("services");
        QTest::addColumn<QString>("code");
        QTest::newRow("here") << QByteArray(R"({"api":"BASE","history":"x"})") << QString();
        QTest::newRow("elsewhere") << QByteArray(R"({"api":"https:)"
                                                 "//evil.example\"}")
                                   << u"azure.otherHost"_s;
        QTest::newRow("user in the address") << QByteArray(R"({"api":"http:)"
                                                           "//a@evil.example\"}")
                                             << u"azure.otherHost"_s;
        QTest::newRow("no address") << QByteArray(R"({"api":5})") << u"azure.noDiscovery"_s;
        QTest::newRow("list") << QByteArray("[1]") << u"azure.noDiscovery"_s;
        QTest::newRow("page") << QByteArray("<html>") << u"azure.notJson"_s;
    }
    void theDataPlane()
    {
        QFETCH(QByteArray, services);
        MlBench bench;
        bench.service.first = [&](const WebAsk &ask) {
            return ask.path() == "/discovery"
                       ? WebAnswer::json(QByteArray(services).replace("BASE", bench.service.base))
                       : WebAnswer{0, {}};
        };
        const auto api = bench.client->api({});
        QTEST(api ? QString() : api.error().code, "code");
        QVERIFY(bench.signIn.asked("/discovery").front().header("Authorization").isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestMlWorkspace)
#include "tst_mlworkspace.moc"
