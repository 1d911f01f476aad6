#include "core/azure/aci/acirunner.h"
#include "core/azure/aci/sharedaccess.h"
#include "tests/support/testsupport.h"

#include <QTimeZone>

using namespace mooring;
using namespace Qt::StringLiterals;
using Life = InstanceTruth::Life;

namespace {

Json groupJson(const char *state, const char *container, const char *detail, int restarts)
{
    const Json inner{{"instanceView",
                      {{"restartCount", restarts},
                       {"currentState", {{"state", container}, {"detailStatus", detail}}},
                       {"previousState", {{"state", "Terminated"}, {"exitCode", 3}}}}}};
    return {{"name", "g"},
            {"properties",
             {{"provisioningState", "Succeeded"},
              {"instanceView", {{"state", state}}},
              {"containers", Json::array({{{"name", "model"}, {"properties", inner}}})}}}};
}

EndpointVersion versionOf(const QString &name, int number)
{
    EndpointVersion version;
    version.number = number;
    version.settings.name = name;
    version.settings.score = u"score.py"_s;
    version.settings.runner = u"aci"_s;
    return version;
}

} // namespace

class TestContainerGroup : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void states_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("container");
        QTest::addColumn<QString>("detail");
        QTest::addColumn<int>("restarts");
        QTest::addColumn<bool>("hasAnswered");
        QTest::addColumn<int>("life");
        const auto row = [](const char *name, const char *state, const char *container, const char *detail,
                            int restarts, bool hasAnswered, Life life) {
            QTest::newRow(name) << QString::fromLatin1(state) << QString::fromLatin1(container)
                                << QString::fromLatin1(detail) << restarts << hasAnswered << int(life);
        };
        row("runs", "Running", "Running", "", 0, false, Life::Alive);
        row("waits", "Pending", "Waiting", "", 0, false, Life::Preparing);
        row("ended", "Failed", "Terminated", "Error", 0, true, Life::Ended);
        row("ended well", "Succeeded", "Terminated", "Completed", 0, true, Life::Ended);
        row("a first init() that failed", "Running", "Waiting", "CrashLoopBackOff", 0, false, Life::Ended);
        row("started again before it answered", "Running", "Running", "", 1, false, Life::Ended);
        row("started again after it served", "Running", "Running", "", 4, true, Life::Alive);
        row("stopped by somebody", "Stopped", "Terminated", "", 0, true, Life::Unknown);
        row("a word of later", "Hibernating", "Waiting", "", 0, true, Life::Unknown);
    }
    void states()
    {
        QFETCH(QString, state);
        QFETCH(QString, container);
        QFETCH(QString, detail);
        QFETCH(int, restarts);
        QFETCH(bool, hasAnswered);
        QFETCH(int, life);
        const auto group =
            ContainerGroup::of(groupJson(qPrintable(state), qPrintable(container), qPrintable(detail), restarts));
        const InstanceTruth truth = group.truth(hasAnswered);
        QCOMPARE(int(truth.life), life);
        if (truth.life == Life::Ended)
            QCOMPARE(truth.exitCode, std::optional<int>(3));
        if (truth.life == Life::Unknown)
            QVERIFY(!truth.reason.isEmpty());
    }

    void nothingIsTold()
    {
        for (const Json &odd : {Json(), Json::array(), Json{{"properties", 7}},
                                Json{{"properties", {{"containers", Json::array({1})}, {"instanceView", "x"}}}}}) {
            const auto group = ContainerGroup::of(odd);
            QVERIFY(group.ip.isEmpty() && group.events.empty());
            QCOMPARE(int(group.truth(true).life), int(Life::Unknown));
        }
    }

    void pullsThatFailAgain()
    {
        Json document = groupJson("Pending", "Waiting", "ImagePullBackOff", 0);
        Json &events = document["properties"]["containers"][0]["properties"]["instanceView"]["events"];
        events =
            Json::array({{{"name", "Failed"}, {"message", "Failed to pull image \"x\": not found"}, {"count", 2}}});
        QVERIFY(ContainerGroup::of(document).pullProblem().isEmpty());
        events[0]["count"] = 3;
        QCOMPARE(ContainerGroup::of(document).pullProblem(), u"Failed to pull image \"x\": not found"_s);
    }

    /// Address of the package and key stand in the secret volume, and nowhere else.
    void bodyKeepsItsSecrets()
    {
        EndpointVersion version = versionOf(u"Bearing--api"_s, 3);
        version.settings.variables = {{u"COLOUR"_s, u"blue"_s}, {u"PYTHONUNBUFFERED"_s, u"0"_s}};
        version.settings.cloud.dnsLabel = u"bearing"_s;
        version.settings.port = 8080;
        const ContainerSecrets secrets{QUrl(u"https://a.invalid/c/p.tar.gz?sig=CANARY-sig"_s), "CANARY-key"};
        Json body = groupBody(version, u"koreacentral"_s, "abc", secrets, {{u"mooring.version"_s, u"o"_s}});
        Json &properties = body["properties"];
        Json &files = properties["volumes"][0]["secret"];
        QCOMPARE(QByteArray::fromBase64(stringAt(files, "key").toLatin1()), QByteArray("CANARY-key"));
        QVERIFY(QByteArray::fromBase64(stringAt(files, "package").toLatin1()).endsWith("sig=CANARY-sig"));
        QVERIFY(QByteArray::fromBase64(stringAt(files, "aci_start.py").toLatin1()).contains("def guard(key)"));
        files = Json::object();
        QVERIFY(!toBytes(body).contains("CANARY"));
        QVERIFY(!toBytes(body).contains(QByteArray("CANARY-key").toBase64()));
        const Json inner = properties["containers"][0]["properties"];
        QCOMPARE(stringAt(properties["ipAddress"], "dnsNameLabel"), u"bearing-v3"_s);
        QCOMPARE(intAt(properties["ipAddress"]["ports"][0], "port"), 8080);
        std::map<QString, QString> variables;
        for (const Json &each : inner["environmentVariables"])
            variables[stringAt(each, "name")] = stringAt(each, "value");
        QCOMPARE(variables[u"COLOUR"_s], u"blue"_s);
        QCOMPARE(variables[u"PYTHONUNBUFFERED"_s], u"0"_s); // what a person said counts
        QCOMPARE(variables[u"AZUREML_MODEL_DIR"_s], u"/tmp/mooring/azureml-models/Bearing--api/3"_s);
        QCOMPARE(groupNameOf(version, u"abcdefghijkl"_s), u"bearing-api-v3-abcdefghijkl"_s);
    }

    /// As azure-storage-blob 12.22 signs the same.
    void signatures()
    {
        const QDateTime until(QDate(2027, 11, 30), QTime(10, 0), QTimeZone::utc());
        const QByteArray key = "cHJhY3RpY2Utc3RvcmFnZS1rZXk=";
        QCOMPARE(
            signedQuery({u"practicestorage"_s, u"practice-blobstore"_s, u"mooring/endpoints/ab.tar.gz"_s, "r", until},
                        key),
            QByteArray("sv=2024-08-04&sr=b&sp=r&se=2027-11-30T10%3A00%3A00Z&spr=https&sig="
                       "A0GfDZ4t0VbKNWgb4oFistoh08ZB0pW82i3PoOufyIg%3D"));
        QCOMPARE(signedQuery({u"practicestorage"_s, u"practice-blobstore"_s, {}, "rcw", until}, key),
                 QByteArray("sv=2024-08-04&sr=c&sp=rcw&se=2027-11-30T10%3A00%3A00Z&spr=https&sig="
                            "U4hG7%2FJuD01NXtW%2Bt10I7y6yuN3QGa2d%2Bz0%2BE7wvK0A%3D"));
    }
};

QTEST_GUILESS_MAIN(TestContainerGroup)
#include "tst_containergroup.moc"
