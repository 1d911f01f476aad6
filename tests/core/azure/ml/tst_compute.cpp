#include "core/azure/http/redaction.h"
#include "core/azure/ml/compute.h"
#include "tests/support/testsupport.h"

#include <QDirIterator>
#include <QFile>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

Json parse(const QByteArray &text) { return Json::parse(text.toStdString(), nullptr, false); }

Json entry(const QByteArray &properties)
{
    return parse(R"({"id":"/x","name":"c1","location":"l","properties":)" + properties + "}");
}

/// Every compute in an official example: the body of an answer, or those of a list.
std::vector<Json> computesOf(const Json &example)
{
    std::vector<Json> found;
    if (!example.is_object() || !example.contains("responses"))
        return found;
    for (const auto &[status, response] : example["responses"].items()) {
        if (!response.contains("body"))
            continue;
        const Json &body = response["body"];
        for (const Json &one : body.contains("value") ? body["value"] : Json::array({body}))
            found.push_back(one);
    }
    return found;
}

} // namespace

/// What the service says of a compute, of any type.
class TestCompute : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void states_data()
    {
        QTest::addColumn<QByteArray>("properties");
        QTest::addColumn<QString>("state");
        QTest::addColumn<bool>("managed");
        const auto row = [](const char *name, const QByteArray &properties, const QString &state, bool managed) {
            QTest::newRow(name) << properties << state << managed;
        };
        row("ready", R"({"computeType":"VirtualMachine","provisioningState":"Succeeded","isAttachedCompute":true})",
            u"ready"_s, false);
        row("no state", R"({"computeType":"AKS"})", u"ready"_s, false);
        row("failed", R"({"computeType":"AKS","provisioningState":"Failed"})", u"failed"_s, false);
        row("creating", R"({"computeType":"AKS","provisioningState":"Creating"})", u"unknown"_s, false);
        row("word of later", R"({"computeType":"AKS","provisioningState":"Dreaming"})", u"unknown"_s, false);
        row("type of later", R"({"computeType":"Quantum","properties":{"state":{"a":[1]}}})", u"ready"_s, false);
        row("cluster", R"({"computeType":"AmlCompute","properties":{"allocationState":"Steady"}})", u"ready"_s, true);
        row("instance", R"({"computeType":"ComputeInstance","properties":{"state":"Running"}})", u"ready"_s, true);
        row("stopped", R"({"computeType":"ComputeInstance","properties":{"state":"Stopped"}})", u"unknown"_s, true);
        row("broken", R"({"computeType":"ComputeInstance","properties":{"state":"CreateFailed"}})", u"failed"_s, true);
        row("wrong types",
            R"({"computeType":"AmlCompute","provisioningState":5,"properties":[],"isAttachedCompute":"yes"})",
            u"ready"_s, true);
    }
    void states()
    {
        QFETCH(QByteArray, properties);
        const auto compute = Compute::read(entry(properties));
        QVERIFY(compute);
        QTEST(compute->targetState(), "state");
        QTEST(compute->isManaged(), "managed");
        QVERIFY(compute->toJson().is_object());
    }

    void whatIsNoCompute()
    {
        for (const char *text : {"null", "5", "[]", "{}", R"({"name":"a"})", R"({"name":"a","properties":[]})",
                                 R"({"name":"a","properties":{}})", R"({"properties":{"computeType":"AKS"}})"})
            QVERIFY2(!Compute::read(parse(text)), text);
    }

    void secretsAreGone()
    {
        const auto compute = Compute::read(entry(
            R"({"computeType":"Kubernetes","properties":{"relayConnectionString":"CANARY-1","serviceBusConnectionString":"CANARY-2","administratorAccount":{"password":"CANARY-3","privateKeyData":"CANARY-4"},"databricksAccessToken":"CANARY-5"}})"));
        QVERIFY(compute);
        QVERIFY(!toBytes(compute->document).contains("CANARY"));
    }

    void bothShapesOfErrors()
    {
        const auto flat = Compute::read(entry(
            R"({"computeType":"VirtualMachine","provisioningState":"Failed","provisioningErrors":[{"code":"InternalServerError","message":"outer","error":{"code":"InternalServerError","statusCode":500,"message":"middle","details":[{"code":"x","message":"Connection failed to establish within 30000 milliseconds."}]}}]})"));
        QVERIFY(flat && flat->trouble);
        QCOMPARE(flat->trouble->cause, u"Connection failed to establish within 30000 milliseconds."_s);
        const auto schema = Compute::read(entry(
            R"({"computeType":"AKS","provisioningState":"Failed","provisioningErrors":[{"error":{"code":"QuotaExceeded","message":"No cores left."}}]})"));
        QVERIFY(schema && schema->trouble);
        QCOMPARE(schema->trouble->cause, u"No cores left."_s);
    }

    /// Microsoft's own examples, all of them: nothing of an answer is lost but its secrets.
    void officialExamples()
    {
        const QString specs = qEnvironmentVariable("MOORING_AZURE_SPECS");
        if (specs.isEmpty())
            QSKIP("MOORING_AZURE_SPECS is not set");
        QDirIterator files(specs, {u"*.json"_s}, QDir::Files, QDirIterator::Subdirectories);
        QMap<QString, int> types;
        while (files.hasNext()) {
            const QString path = files.next();
            if (!path.contains(u"/Microsoft.MachineLearningServices/stable/2024-10-01/examples/Compute/"_s))
                continue;
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (const Json &one : computesOf(parse(file.readAll()))) {
                const bool isOne = one.is_object() && one.contains("properties") && one["properties"].is_object() &&
                                   one["properties"].contains("computeType") && one.contains("name");
                if (!isOne)
                    continue;
                const auto compute = Compute::read(one);
                QVERIFY2(compute, qPrintable(path));
                QCOMPARE(toBytes(compute->document), toBytes(withoutSecrets(one)));
                QCOMPARE(compute->type.toStdString(), one["properties"]["computeType"].get<std::string>());
                ++types[compute->type];
            }
        }
        for (const char *type : {"AKS", "AmlCompute", "ComputeInstance", "Kubernetes"})
            QVERIFY2(types.value(QLatin1String(type)) > 0, type);
        for (auto type = types.begin(); type != types.end(); ++type)
            qInfo("%s: %d examples", qPrintable(type.key()), type.value());
    }
};

QTEST_GUILESS_MAIN(TestCompute)
#include "tst_compute.moc"
