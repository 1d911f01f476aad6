#include "core/base/error.h"
#include "core/base/ids.h"
#include "core/base/jsontext.h"

#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;

class TestJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wrongTypesFallBack()
    {
        const Json object = Json::parse(R"({"s":5,"i":"x","b":1,"l":[1,"a"],"n":null,"big":18446744073709551615})");
        QCOMPARE(stringAt(object, "s", u"?"_s), u"?"_s);
        QCOMPARE(intAt(object, "i", 7), qint64(7));
        QCOMPARE(boolAt(object, "b"), false);
        QCOMPARE(stringsAt(object, "l"), QStringList{u"a"_s});
        QVERIFY(!optionalIntAt(object, "n"));
        QVERIFY(!optionalIntAt(object, "big"));
        QCOMPARE(stringAt(Json(3), "x", u"no object"_s), u"no object"_s);
    }

    void invalidUtf8DoesNotThrow()
    {
        Json value;
        value["x"] = std::string("\xff\xfe");
        QVERIFY(toBytes(value).contains("\xEF\xBF\xBD"));
    }

    void textFromAnywhere_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isJson");
        const auto nested = [](int levels) { return QByteArray(levels, '[') + QByteArray(levels, ']'); };
        QTest::newRow("an object") << QByteArray(R"({"a":[1,"x"]})") << true;
        QTest::newRow("a number") << QByteArray("5") << true;
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("cut off") << QByteArray("{\"a\":") << false;
        QTest::newRow("words") << QByteArray("<html>") << false;
        QTest::newRow("not UTF-8") << QByteArray("\"\xff\"") << false;
        QTest::newRow("closed too often") << QByteArray("]]]]") << false;
        QTest::newRow("200 levels") << nested(200) << true;
        QTest::newRow("201 levels") << nested(201) << false;
        QTest::newRow("a million levels") << nested(1000000) << false;
        QTest::newRow("a million that never end") << QByteArray(1000000, '{') << false;
        QTest::newRow("brackets in a text")
            << QByteArray("\"" + QByteArray(300, '[') + "\\\"" + QByteArray(300, '{') + "\"") << true;
        QTest::newRow("many beside each other") << QByteArray("[" + QByteArray("[],").repeated(500) + "[]]") << true;
    }
    void textFromAnywhere()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, isJson);
        QCOMPARE(!readJson(text).is_discarded(), isJson);
    }

    void errorsRoundTrip()
    {
        const Error error =
            Error::failed(u"a.b"_s, u"Sentence."_s).withFix(u"Do this."_s).withDetail({{"target", "gpu"}});
        const Json json = error.toJson();
        QVERIFY(json["cause"].is_null());
        QCOMPARE(Error::fromJson(json).toJson().dump(), json.dump());
        QCOMPARE(error.text(), u"Sentence. Do this."_s);
    }

    void runIds()
    {
        QCOMPARE(newRunId(u"a b/../c"_s).section(u'-', 0, 0), u"abc"_s);
        QVERIFY(newRunId(u"훈련"_s).startsWith(u"run-"_s));
        QVERIFY(newRunId(u"x"_s) != newRunId(u"x"_s));
    }
};

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
