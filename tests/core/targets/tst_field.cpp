#include "core/targets/field.h"
#include "tests/support/testsupport.h"

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

std::vector<Field> machineFields()
{
    Field address{
        u"address"_s, u"Address"_s, u"Name or number of the machine"_s, Field::Type::Text, true, {}, {}, {}, {}};
    Field port{u"port"_s, u"Port"_s, {}, Field::Type::Port, false, u"22"_s, {}, {}, {}};
    Field url{u"url"_s, u"URL"_s, {}, Field::Type::Url, false, {}, {}, {}, {}};
    Field mode{u"mode"_s, u"Mode"_s, {}, Field::Type::Choice, false, u"key"_s, {u"key"_s, u"password"_s}, {}, {}};
    Field fast{u"fast"_s, u"Fast"_s, {}, Field::Type::Flag, false, u"false"_s, {}, {}, {}};
    Field password{u"password"_s,
                   u"Password"_s,
                   {},
                   Field::Type::Secret,
                   true,
                   {},
                   {},
                   {},
                   [](const std::map<QString, QString> &all) { return all.at(u"mode"_s) == u"password"; }};
    Field user{u"user"_s,
               u"User"_s,
               {},
               Field::Type::Text,
               false,
               {},
               {},
               [](const QString &value, const std::map<QString, QString> &all) {
                   return value == u"root" && all.at(u"fast"_s) == u"true" ? u"Not root when fast."_s : QString();
               },
               {}};
    return {address, port, url, mode, fast, password, user};
}

} // namespace

class TestField : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void describesItself()
    {
        const auto fields = machineFields();
        const Json expected{{"id", "address"},
                            {"label", "Address"},
                            {"type", "text"},
                            {"required", true},
                            {"secret", false},
                            {"default", nullptr},
                            {"help", "Name or number of the machine"}};
        QCOMPARE(toBytes(fields[0].toJson()), toBytes(expected));
        QCOMPARE(stringAt(fields[1].toJson(), "default"), u"22"_s);
        QCOMPARE(stringsAt(fields[3].toJson(), "choices"), (QStringList{u"key"_s, u"password"_s}));
        QCOMPARE(boolAt(fields[5].toJson(), "secret"), true);
    }

    void values_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("port") << u"port"_s << u"2222"_s << true;
        QTest::newRow("lowest port") << u"port"_s << u"1"_s << true;
        QTest::newRow("highest port") << u"port"_s << u"65535"_s << true;
        QTest::newRow("port 0") << u"port"_s << u"0"_s << false;
        QTest::newRow("port too high") << u"port"_s << u"65536"_s << false;
        QTest::newRow("port as word") << u"port"_s << u"ssh"_s << false;
        QTest::newRow("port with tail") << u"port"_s << u"22x"_s << false;
        QTest::newRow("url") << u"url"_s << u"https://host:8443/x"_s << true;
        QTest::newRow("url without scheme") << u"url"_s << u"host/x"_s << false;
        QTest::newRow("url with odd scheme") << u"url"_s << u"javascript:alert(1)"_s << false;
        QTest::newRow("url without host") << u"url"_s << u"https:///x"_s << false;
        QTest::newRow("choice") << u"mode"_s << u"key"_s << true;
        QTest::newRow("no choice") << u"mode"_s << u"Key"_s << false;
        QTest::newRow("flag") << u"fast"_s << u"true"_s << true;
        QTest::newRow("no flag") << u"fast"_s << u"yes"_s << false;
        QTest::newRow("empty where needed") << u"address"_s << QString() << false;
        QTest::newRow("empty where not needed") << u"url"_s << QString() << true;
        QTest::newRow("two lines") << u"address"_s << u"a\nb"_s << false;
        QTest::newRow("NUL") << u"address"_s << QString(QChar(0)) << false;
        QTest::newRow("escape sequence") << u"user"_s << u"\x1b[31mred"_s << false;
        QTest::newRow("any script") << u"user"_s << u"사용자"_s << true;
    }
    void values()
    {
        QFETCH(QString, id);
        QFETCH(QString, value);
        QFETCH(bool, isGood);
        FormValues values(machineFields());
        MOORING_OK(values.set(u"address"_s, u"10.0.0.1"_s));
        MOORING_OK(values.set(id, value));
        const auto problems = values.problems();
        QCOMPARE(problems.empty(), isGood);
        if (!isGood) {
            QCOMPARE(problems.size(), size_t(1));
            QCOMPARE(problems[0].first, id);
            QVERIFY(problems[0].second.endsWith(u'.'));
        }
    }

    void checksSeeOtherValues()
    {
        FormValues values(machineFields());
        MOORING_OK(values.set(u"address"_s, u"10.0.0.1"_s));
        MOORING_OK(values.set(u"user"_s, u"root"_s));
        QVERIFY(values.problems().empty());
        MOORING_OK(values.set(u"fast"_s, u"true"_s));
        QCOMPARE(values.problems().size(), size_t(1));
        QCOMPARE(values.problems()[0].second, u"Not root when fast."_s);
    }

    void hiddenFieldsHaveNoProblems()
    {
        FormValues values(machineFields());
        MOORING_OK(values.set(u"address"_s, u"10.0.0.1"_s));
        QVERIFY(values.problems().empty());
        MOORING_OK(values.set(u"mode"_s, u"password"_s));
        QCOMPARE(values.problems().size(), size_t(1));
        QCOMPARE(values.problems()[0].first, u"password"_s);
        MOORING_OK(values.setSecret(u"password"_s, "hunter22"));
        QVERIFY(values.problems().empty());
    }

    void unknownFieldNamesTheNearest()
    {
        FormValues values(machineFields());
        const auto result = values.set(u"adress"_s, u"x"_s);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Usage);
        QCOMPARE(result.error().code, u"field.unknown"_s);
        QVERIFY(result.error().fix.contains(u"address"_s));
        FormValues none{{}};
        QCOMPARE(none.set(u"x"_s, u"y"_s).error().code, u"field.unknown"_s);
    }

    void secretsStayApart()
    {
        FormValues values(machineFields());
        QCOMPARE(values.set(u"password"_s, u"hunter22"_s).error().code, u"field.secret"_s);
        QCOMPARE(values.setSecret(u"address"_s, "x").error().code, u"field.notSecret"_s);
        MOORING_OK(values.setSecret(u"password"_s, "hunter22"));
        QCOMPARE(values.secret(u"password"_s), QByteArray("hunter22"));
        QVERIFY(values.value(u"password"_s).isEmpty());
        QVERIFY(!toBytes(values.settings()).contains("hunter22"));
        QVERIFY(!toBytes(values.settings()).contains("password"));
    }

    void settingsRoundTrip()
    {
        FormValues values(machineFields());
        MOORING_OK(values.set(u"address"_s, u"10.0.0.1"_s));
        QCOMPARE(toBytes(values.settings()), QByteArray(R"({"address":"10.0.0.1"})")); // defaults are not frozen
        FormValues again(machineFields());
        MOORING_OK(again.load(values.settings()));
        QCOMPARE(again.value(u"address"_s), u"10.0.0.1"_s);
        QCOMPARE(again.value(u"port"_s), u"22"_s);
    }

    void storedSettings_data()
    {
        QTest::addColumn<QByteArray>("settings");
        QTest::addColumn<QString>("code");
        QTest::newRow("list") << QByteArray("[]") << u"field.badSettings"_s;
        QTest::newRow("null") << QByteArray("null") << u"field.badSettings"_s;
        QTest::newRow("unknown") << QByteArray(R"({"nobody":"x"})") << u"field.unknown"_s;
        QTest::newRow("number") << QByteArray(R"({"port":22})") << u"field.badValue"_s;
        QTest::newRow("object") << QByteArray(R"({"address":{}})") << u"field.badValue"_s;
        QTest::newRow("stored secret") << QByteArray(R"({"password":{"stored":true}})") << QString();
    }
    void storedSettings()
    {
        QFETCH(QByteArray, settings);
        FormValues values(machineFields());
        const auto result = values.load(Json::parse(settings.toStdString()));
        QTEST(result ? QString() : result.error().code, "code");
    }
};

QTEST_GUILESS_MAIN(TestField)
#include "tst_field.moc"
