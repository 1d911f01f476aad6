#include "core/targets/builtin/builtinkinds.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

std::vector<std::string> keysOf(const Json &json)
{
    std::vector<std::string> keys;
    for (const auto &[key, value] : json.items())
        keys.push_back(key);
    return keys;
}

TargetRecord checkedRecord()
{
    TargetRecord record;
    record.name = u"box"_s;
    record.kind = u"local"_s;
    record.identity = u"id-1"_s;
    record.settings = {{"address", "10.0.0.1"}, {"password", {{"stored", true}}}};
    record.attachedAt = QDateTime(QDate(2026, 11, 24), QTime(7, 0), Qt::UTC);
    record.log = u"line\n"_s;
    LadderReport report;
    report.verdict = Verdict::Warned;
    report.at = *record.attachedAt;
    report.facts = {{"docker", false}, {"gpu", nullptr}};
    record.lastCheck = report;
    return record;
}

} // namespace

class TestTargetKind : public QObject
{
    Q_OBJECT
    KindRegistry m_kinds;
private Q_SLOTS:
    void initTestCase()
    {
        registerBuiltinKinds(m_kinds, {u"/tmp"_s, u"/tmp/runs"_s, u"/tmp/environments"_s, {}, {}, {}});
    }

    void kindJson()
    {
        const TargetKind *local = m_kinds.find(u"local"_s);
        QVERIFY(local);
        const Json json = local->toJson();
        QCOMPARE(keysOf(json), (std::vector<std::string>{"kind", "title", "summary", "training", "inference",
                                                         "attachable", "retirement", "fields", "needsAzureMl"}));
        QCOMPARE(stringAt(json, "kind"), u"local"_s);
        QCOMPARE(boolAt(json, "attachable", true), false);
        QVERIFY(json["retirement"].is_null());
        QVERIFY(json["fields"].empty());
    }

    void kindsOfAzureMl_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("kind");
        QTest::newRow("VM") << u"VirtualMachine"_s << u"ssh"_s;
        QTest::newRow("HDInsight, any case") << u"hdinsight"_s << u"hdinsight"_s;
        QTest::newRow("Batch") << u"Batch"_s << u"batch"_s;
        QTest::newRow("Databricks") << u"Databricks"_s << u"databricks"_s;
        QTest::newRow("Data Lake") << u"DataLakeAnalytics"_s << u"datalake"_s;
        QTest::newRow("AKS") << u"AKS"_s << u"kubernetes"_s;
        QTest::newRow("Kubernetes") << u"Kubernetes"_s << u"kubernetes"_s;
        QTest::newRow("cluster") << u"AmlCompute"_s << u"managed"_s;
        QTest::newRow("instance") << u"ComputeInstance"_s << u"managed"_s;
        QTest::newRow("of later") << u"Quantum"_s << QString();
    }
    void kindsOfAzureMl()
    {
        QFETCH(QString, type);
        const TargetKind *kind = m_kinds.findAzure(type);
        QTEST(kind ? kind->id() : QString(), "kind");
    }

    void retirementHasADateAndASource()
    {
        const auto end = m_kinds.find(u"datalake"_s)->retirement();
        QVERIFY(end);
        QCOMPARE(end->date, QDate(2024, 2, 29));
        QVERIFY(!end->text.isEmpty() && !end->source.isEmpty());
        QVERIFY(!m_kinds.find(u"hdinsight"_s)->retirement());
    }

    /// Field ids are public (cli.md).
    void fieldsOfTheKinds_data()
    {
        QTest::addColumn<QStringList>("ids");
        const auto row = [](const char *kind, const QString &ids) { QTest::newRow(kind) << ids.split(u' '); };
        row("hdinsight",
            u"clusterName address port user keyFile passphrase password resourceId livyUrl livyUser livyPassword"_s);
        row("batch", u"accountName resourceGroup subscription accountUrl accountKey poolId"_s);
        row("databricks", u"workspaceName resourceGroup subscription accessToken workspaceUrl clusterId"_s);
        row("datalake", u"accountName resourceGroup subscription"_s);
        row("kubernetes", u"kubeconfig context namespace resourceId"_s);
    }
    void fieldsOfTheKinds()
    {
        QFETCH(QStringList, ids);
        const TargetKind *kind = m_kinds.find(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(kind && kind->needsAzureMl());
        QStringList have;
        for (const Field &field : kind->fields())
            have << field.id;
        for (const QString &id : ids)
            QVERIFY2(have.contains(id), qPrintable(id));
    }

    void resourceOfAForm_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("end"); ///< of the resource id, or the code of the error
        const QString id = u"/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/그룹/providers/"_s;
        QTest::newRow("by name") << u"databricks"_s << u"workspaceName"_s << u"dbx"_s
                                 << u"/resourceGroups/home/providers/Microsoft.Databricks/workspaces/dbx"_s;
        QTest::newRow("by id") << u"hdinsight"_s << u"resourceId"_s << id + u"microsoft.hdinsight/Clusters/c1/"_s
                               << u"/resourceGroups/그룹/providers/microsoft.hdinsight/Clusters/c1"_s;
        QTest::newRow("second type") << u"kubernetes"_s << u"resourceId"_s
                                     << id + u"Microsoft.Kubernetes/connectedClusters/k"_s
                                     << u"/providers/Microsoft.Kubernetes/connectedClusters/k"_s;
        QTest::newRow("other resource") << u"kubernetes"_s << u"resourceId"_s
                                        << id + u"Microsoft.Batch/batchAccounts/b"_s << u"azure.otherResource"_s;
        QTest::newRow("climbs") << u"batch"_s << u"accountName"_s << u"../../x"_s << u"azure.badResourceId"_s;
        QTest::newRow("none") << u"batch"_s << u"poolId"_s << u"p"_s << u"field.invalid"_s;
    }
    void resourceOfAForm()
    {
        QFETCH(QString, kind);
        QFETCH(QString, field);
        QFETCH(QString, value);
        QFETCH(QString, end);
        const auto azure = m_kinds.find(kind)->azure();
        FormValues values(azure->fields);
        QVERIFY(values.set(field, value).ok());
        const auto id = azure->resourceId(values, {u"00000000-0000-0000-0000-000000000001"_s, u"home"_s});
        const QString got = id ? *id : id.error().code;
        QVERIFY2(got.endsWith(end), qPrintable(got));
    }

    /// Azure ML has no place for a passphrase: such a key is refused before anything is sent.
    void keysForTheService()
    {
        QTemporaryDir folder;
        const auto account = [&](const QByteArray &text) {
            QFile file(folder.filePath(u"key"_s));
            [&] { QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size()); }();
            file.close();
            FormValues values(m_kinds.find(u"hdinsight"_s)->fields());
            (void)values.set(u"user"_s, u"kim"_s);
            (void)values.set(u"keyFile"_s, file.fileName());
            return sshAccountOf(values);
        };
        const auto pem = [](const QByteArray &body) {
            return "-----BEGIN OPENSSH PRIVATE KEY-----\n" + body.toBase64() + "\n-----END OPENSSH PRIVATE KEY-----\n";
        };
        const QByteArray magic("openssh-key-v1\0", 15);
        const auto open = account(pem(magic + QByteArray("\0\0\0\4none\0\0\0\4none", 16)));
        MOORING_OK(open);
        QCOMPARE(intAt(*open, "sshPort"), qint64(22));
        QVERIFY((*open)["administratorAccount"].contains("privateKeyData"));
        QVERIFY(!(*open)["administratorAccount"].contains("passphrase"));
        QCOMPARE(account(pem(magic + QByteArray("\0\0\0\12aes256-ctr", 14))).error().code, u"azure.keyIsLocked"_s);
        QCOMPARE(account("-----BEGIN ENCRYPTED PRIVATE KEY-----\nAA==\n").error().code, u"azure.keyIsLocked"_s);
        QCOMPARE(account("ssh-ed25519 AAAA").error().code, u"field.invalid"_s);
    }

    void unknownKindNamesTheNearest()
    {
        QCOMPARE(m_kinds.require(u"locl"_s).error().code, u"kind.unknown"_s);
        QVERIFY(m_kinds.require(u"locl"_s).error().fix.contains(u"local"_s));
        QVERIFY(!m_kinds.require(u"zzzzzzzz"_s).error().fix.isEmpty());
        QVERIFY(m_kinds.require(u"local"_s).ok());
    }

    void listAndFullJson()
    {
        const TargetRecord record = checkedRecord();
        const Json list = record.toListJson(m_kinds.find(u"local"_s));
        QCOMPARE(
            toBytes(list),
            QByteArray(
                R"({"name":"box","kind":"local","state":"warning","identity":"id-1","attachedAt":"2026-11-24T07:00:00.000Z",)"
                R"("lastCheck":{"at":"2026-11-24T07:00:00.000Z","verdict":"warned"},)"
                R"("capabilities":{"training":true,"inference":true,"docker":false,"gpu":null}})"));
        const Json full = record.toFullJson(m_kinds.find(u"local"_s));
        QCOMPARE(stringAt(full, "log"), u"line\n"_s);
        QCOMPARE(toBytes(full["settings"]), QByteArray(R"({"address":"10.0.0.1","password":{"stored":true}})"));
    }

    void kindOfAnotherVersion()
    {
        const Json json = checkedRecord().toListJson(nullptr);
        QCOMPARE(stringAt(json, "state"), u"unknown"_s);
        QCOMPARE(boolAt(json["capabilities"], "training", true), false);
    }

    void neverChecked()
    {
        TargetRecord record;
        record.name = record.kind = u"local"_s;
        const Json json = record.toListJson(m_kinds.find(u"local"_s));
        QCOMPARE(stringAt(json, "state"), u"unknown"_s);
        QVERIFY(json["lastCheck"].is_null());
        QVERIFY(json["identity"].is_null());
        QVERIFY(json["capabilities"]["docker"].is_null());
    }

    void states_data()
    {
        QTest::addColumn<int>("verdict");
        QTest::addColumn<QString>("state");
        QTest::newRow("passed") << int(Verdict::Passed) << u"ready"_s;
        QTest::newRow("warned") << int(Verdict::Warned) << u"warning"_s;
        QTest::newRow("failed") << int(Verdict::Failed) << u"failed"_s;
        QTest::newRow("skipped") << int(Verdict::Skipped) << u"unknown"_s;
    }
    void states()
    {
        QFETCH(int, verdict);
        TargetRecord record;
        record.lastCheck = LadderReport();
        record.lastCheck->verdict = Verdict(verdict);
        QTEST(record.state(), "state");
    }

    void storeRoundTrip()
    {
        const TargetRecord record = checkedRecord();
        const auto again = TargetRecord::fromStoreJson(record.toStoreJson());
        MOORING_OK(again);
        QCOMPARE(toBytes(again->toStoreJson()), toBytes(record.toStoreJson()));
    }

    void damagedStore()
    {
        for (const char *text : {"null", "[]", "{}", R"({"name":"x"})", R"({"name":3,"kind":"local"})"})
            QCOMPARE(TargetRecord::fromStoreJson(Json::parse(text)).error().code, u"target.unreadable"_s);
        const auto odd = TargetRecord::fromStoreJson(
            Json::parse(R"({"name":"x","kind":"y","settings":[],"attachedAt":"soon","lastCheck":7,"log":null})"));
        MOORING_OK(odd);
        QVERIFY(odd->settings.is_object());
        QVERIFY(!odd->lastCheck);
    }
};

QTEST_GUILESS_MAIN(TestTargetKind)
#include "tst_targetkind.moc"
