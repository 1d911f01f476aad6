#include "core/azure/online/onlinerecord.h"
#include "tests/support/testsupport.h"

#include <QDirIterator>
#include <QFile>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

/// JSON with single quotes in place of double ones.
QByteArray quoted(const char *text) { return QByteArray(text).replace('\'', '"'); }

Json parse(const QByteArray &text) { return Json::parse(text.toStdString(), nullptr, false); }

/// Numbers in the order of asking.
NumberOfDeployment counter()
{
    const auto count = std::make_shared<int>(0);
    return [count](const QString &, const QString &) { return ++*count; };
}

std::optional<EndpointRecord> read(const QByteArray &properties, const QByteArray &deployments)
{
    return onlineRecord(parse(quoted("{'name':'e1','location':'l','kind':'Managed','properties':") + properties + "}"),
                        parse(deployments), u"ws"_s, counter());
}

/// [{"name":"blue","properties":{…}}]
QByteArray one(const QByteArray &state, const QByteArray &name = "blue")
{
    return quoted("{'name':'") + name +
           quoted("','properties':{'endpointComputeType':'Managed','provisioningState':'") + state + quoted("'}}");
}

} // namespace

/// What the service says of an online endpoint, of any kind.
class TestOnlineRecord : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void states_data()
    {
        QTest::addColumn<QByteArray>("properties");
        QTest::addColumn<QByteArray>("deployments");
        QTest::addColumn<EndpointState>("state");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("serving");
        const auto row = [](const char *name, const QByteArray &properties, const QByteArray &deployments,
                            EndpointState state, const QString &shown, const QString &serving = {}) {
            QTest::newRow(name) << properties << deployments << state << shown << serving;
        };
        const QByteArray good = quoted("{'authMode':'Key','provisioningState':'Succeeded','traffic':{'blue':100}}");
        const QByteArray split =
            quoted("{'authMode':'Key','provisioningState':'Succeeded','traffic':{'blue':10,'green':90}}");
        row("good", good, "[" + one("Succeeded") + "]", EndpointState::Running, u"Running"_s, u"blue"_s);
        row("two, most requests", split, "[" + one("Succeeded") + "," + one("Scaling", "green") + "]",
            EndpointState::Running, u"Running"_s, u"green"_s);
        row("another case", quoted("{'provisioningState':'Succeeded','traffic':{'BLUE':100}}"),
            "[" + one("Succeeded") + "]", EndpointState::Running, u"Running"_s, u"blue"_s);
        row("one of two failed", split, "[" + one("Failed") + "," + one("Succeeded", "green") + "]",
            EndpointState::Unhealthy, u"Unhealthy"_s, u"green"_s);
        row("one without requests failed", good, "[" + one("Succeeded") + "," + one("Failed", "green") + "]",
            EndpointState::Running, u"Running"_s, u"blue"_s);
        row("all failed", good, "[" + one("Failed") + "]", EndpointState::Failed, u"Failed"_s);
        row("being made", good, "[" + one("Creating") + "]", EndpointState::Deploying, u"Deploying"_s);
        row("no requests", quoted("{'provisioningState':'Succeeded','traffic':{}}"), "[" + one("Succeeded") + "]",
            EndpointState::Unhealthy, u"Unhealthy"_s);
        row("no deployment", good, "[]", EndpointState::Stopped, u"Stopped"_s);
        row("deployments unknown", good, "null", EndpointState::Unknown, u"Unknown"_s);
        row("endpoint failed", quoted("{'provisioningState':'Failed'}"), "[]", EndpointState::Failed, u"Failed"_s);
        row("endpoint being made", quoted("{'provisioningState':'Creating'}"), "[]", EndpointState::Deploying,
            u"Deploying"_s);
        row("on its way out", quoted("{'provisioningState':'Deleting'}"), "[" + one("Succeeded") + "]",
            EndpointState::Unknown, u"Deleting"_s);
        row("word of later", quoted("{'provisioningState':'Dreaming'}"), "[" + one("Succeeded") + "]",
            EndpointState::Unknown, u"Dreaming"_s);
        row("deployment's word of later", good, "[" + one("Dreaming") + "]", EndpointState::Running, u"Running"_s,
            u"blue"_s);
        row("wrong types",
            quoted("{'authMode':5,'provisioningState':[],'traffic':{'blue':'all'},'scoringUri':{},'compute':7}"),
            quoted("[5,null,{},{'name':7},{'name':'blue','properties':[],'sku':3,'systemData':'x'}]"),
            EndpointState::Unhealthy, u"Unhealthy"_s);
        row("huge numbers", quoted("{'provisioningState':'Succeeded','traffic':{'blue':9223372036854775807}}"),
            "[" + one("Succeeded") + "]", EndpointState::Running, u"Running"_s, u"blue"_s);
        row("deployments are no list", good, quoted("{'value':[]}"), EndpointState::Stopped, u"Stopped"_s);
    }
    void states()
    {
        QFETCH(QByteArray, properties);
        QFETCH(QByteArray, deployments);
        const auto record = read(properties, deployments);
        QVERIFY(record);
        QTEST(record->state, "state");
        QTEST(record->stateText(), "shown");
        QTEST(record->servingLabel(), "serving");
        QVERIFY(record->isForeign && record->canBeAsked);
        QVERIFY(record->toListJson().is_object());
        QCOMPARE(stringAt(record->toListJson(), "owner"), u"foreign"_s);
    }

    void whatIsNoEndpoint()
    {
        for (const char *text : {"null", "5", "[]", "{}", "{'name':'a'}", "{'name':'a','properties':[]}",
                                 "{'name':7,'properties':{}}", "{'properties':{'authMode':'Key'}}"})
            QVERIFY2(!onlineRecord(parse(quoted(text)), Json::array(), u"ws"_s, counter()), text);
    }

    void tellsEverythingOfIt()
    {
        const auto record = onlineRecord(
            parse(quoted("{'name':'e1','location':'koreacentral','systemData':{'createdBy':'Ann','createdAt':'2026-11-"
                         "01T10:00:00Z'},'properties':{'authMode':'AMLToken','provisioningState':'Updating','"
                         "scoringUri':'https://e1.example.com/score','swaggerUri':'https://e1.example.com/"
                         "swagger.json','traffic':{'blue':90,'green':10},'compute':'/subscriptions/s/computes/"
                         "aks1','publicNetworkAccess':'Disabled','description':'Bearings'}}")),
            parse(quoted(
                "[{'name':'blue','sku':{'capacity':2},'properties':{'endpointComputeType':'Kubernetes','"
                "provisioningState':'Succeeded','model':'/x/models/bearing/versions/"
                "3','instanceType':'Standard_DS3_v2','environmentId':'azureml:env:7','codeConfiguration':{'"
                "scoringScript':'score.py'},'environmentVariables':{'TOKEN':'CANARY-variable'}}},{'name':'green','"
                "properties':{'provisioningState':'Failed','properties':{'AzureAsyncOperationUri':'https://x/op'}}}]")),
            u"ws"_s, counter());
        QVERIFY(record);
        QString all;
        for (const auto &[label, value] : record->facts)
            all += label + u": "_s + value + u'\n';
        for (const char *part :
             {"Workspace: ws", "Provisioning: Updating", "a token of Azure ML", "blue 90 %, green 10 %",
              "Compute: aks1", "From the internet: Disabled", "Made by: Ann", "Description: Bearings",
              "Deployment blue: Succeeded, 90 % of the requests, bearing:3, env:7, 2 × Standard_DS3_v2",
              "Deployment green: Failed, 10 % of the requests"})
            QVERIFY2(all.contains(QString::fromUtf8(part)), qPrintable(all));
        const Json json = record->toListJson();
        QCOMPARE(stringAt(json, "authMode"), u"AMLToken"_s);
        QCOMPARE(stringAt(json, "version"), u"blue"_s);
        QCOMPARE(stringAt(json, "scoringUri"), u"https://e1.example.com/score"_s);
        QCOMPARE(json["deployments"].size(), size_t(2));
        QCOMPARE(record->versionLabeled(u"GREEN"_s)->number, 2);
        QVERIFY(!record->versionLabeled(u"1"_s) && !record->versionLabeled({}));
        QVERIFY(!toBytes(json).contains("CANARY"));
    }

    void keepsNoVariables()
    {
        const Json kept =
            keptOf(parse(quoted("{'name':'e','properties':{'keys':{'primaryKey':'CANARY-key'}}}")),
                   parse(quoted("[{'name':'d','properties':{'environmentVariables':{'A':'CANARY-v'}}},5]")));
        QVERIFY2(!toBytes(kept).contains("CANARY"), toBytes(kept).constData());
        QCOMPARE(kept["deployments"].size(), size_t(2));
        QVERIFY(keptOf(Json(), Json())["deployments"].is_null());
    }

    void saysWhyADeploymentFailed()
    {
        auto record =
            read(quoted("{'provisioningState':'Succeeded','traffic':{'blue':100}}"), "[" + one("Failed") + "]");
        QCOMPARE(record->reason, u"The deployment blue failed."_s);
        setFailure(*record, u"blue"_s, u"No quota."_s);
        QCOMPARE(record->reason, u"No quota."_s);
        QCOMPARE(record->state, EndpointState::Failed);
        QCOMPARE(stringAt(record->about["deployments"][0], "reason"), u"No quota."_s);
    }

    void officialExamples()
    {
        const QString specs = qEnvironmentVariable("MOORING_AZURE_SPECS");
        MOORING_NEEDS(!specs.isEmpty(), "the OpenAPI files of Azure (MOORING_AZURE_SPECS)");
        const QString root = specs + u"/specification/machinelearningservices/resource-manager/"
                                     "Microsoft.MachineLearningServices/stable/2024-10-01/examples"_s;
        int read = 0;
        QDirIterator each(root, {u"*.json"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (each.hasNext()) {
            QFile file(each.next());
            if (!file.fileName().contains(u"/OnlineEndpoint/"_s) || !file.open(QIODevice::ReadOnly))
                continue;
            const Json example = parse(file.readAll());
            for (const auto &[status, response] : example["responses"].items()) {
                const Json body = response.contains("body") ? response["body"] : Json::object();
                for (const Json &entry : body.contains("value") ? body["value"] : Json::array({body})) {
                    if (!entry.is_object() || !entry.contains("properties"))
                        continue;
                    const auto record = onlineRecord(entry, Json::array({entry}), u"ws"_s, counter());
                    QVERIFY2(record && record->versions.size() == 1, qPrintable(file.fileName()));
                    ++read;
                }
            }
        }
        QVERIFY(read > 3);
    }
};

QTEST_GUILESS_MAIN(TestOnlineRecord)
#include "tst_onlinerecord.moc"
