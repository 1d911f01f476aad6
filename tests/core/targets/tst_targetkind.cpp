#include "core/targets/builtin/builtinkinds.h"
#include "tests/support/testsupport.h"

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
                                                         "attachable", "retirement", "fields"}));
        QCOMPARE(stringAt(json, "kind"), u"local"_s);
        QCOMPARE(boolAt(json, "attachable", true), false);
        QVERIFY(json["retirement"].is_null());
        QVERIFY(json["fields"].empty());
    }

    void plannedKindsAreNotPretended()
    {
        for (const QString &id : plannedKindIds()) {
            QVERIFY(!m_kinds.find(id));
            const auto kind = m_kinds.require(id);
            QCOMPARE(kind.error().kind, ErrorKind::Usage);
            QCOMPARE(kind.error().code, u"usage.notInThisVersion"_s);
            QVERIFY(kind.error().message.contains(u"not in this version"_s));
        }
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
