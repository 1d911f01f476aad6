#include "ui/inference/answerpanel.h"
#include "ui/inference/jsontext.h"

#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;

/// How bodies are shown and what is said of them.
class TestJsonText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bodies_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("shown");
        QTest::newRow("empty") << QByteArray() << QString();
        QTest::newRow("no JSON") << QByteArray("a,b\n1,2\n") << u"a,b\n1,2\n"_s;
        QTest::newRow("a word") << QByteArray("\"Healthy\"") << u"\"Healthy\""_s;
        QTest::newRow("list in one line") << QByteArray("[1,2.5,null,\"x\"]") << u"[1, 2.5, null, \"x\"]"_s;
        QTest::newRow("nested") << QByteArray(R"({"b":[[1,2],[3]],"a":{}})")
                                << u"{\n  \"b\": [\n    [1, 2],\n    [3]\n  ],\n  \"a\": {}\n}"_s;
        QTest::newRow("Hangul") << QByteArray("{\"이름\":\"가\"}") << u"{\n  \"이름\": \"가\"\n}"_s;
        QTest::newRow("bytes") << QByteArray("\x00\xff"
                                             "A",
                                             3)
                               << u"00000000  00 ff 41"_s;
        QTest::newRow("deep") << QByteArray(100000, '[') << QString(100000, u'[');
    }
    void bodies()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, shown);
        QCOMPARE(prettyBody(body), shown);
    }

    void aLongListIsBrokenAndWhole()
    {
        Json list = Json::array();
        for (int i = 0; i < 500; ++i)
            list.push_back(i);
        const QString text = prettyJson({{"x", list}});
        for (const QString &line : text.split(u'\n'))
            QVERIFY2(line.size() <= 80, qPrintable(line));
        QCOMPARE(toBytes(Json::parse(text.toStdString())), toBytes({{"x", list}}));
    }

    void problems_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("said");
        QTest::newRow("good") << QByteArray("{\"a\": 1}") << QString();
        QTest::newRow("empty") << QByteArray("  \n") << u"The body is empty."_s;
        QTest::newRow("first line") << QByteArray("{a: 1}") << u"Line 1 is not JSON."_s;
        QTest::newRow("third line") << QByteArray("{\n\"a\": 1,\n}") << u"Line 3 is not JSON."_s;
    }
    void problems()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, said);
        QCOMPARE(jsonProblem(body), said);
    }

    void differences_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<QString>("said");
        QTest::newRow("same") << QByteArray("{\"a\":1}") << QByteArray("{ \"a\": 1 }") << QString();
        QTest::newRow("numbers") << QByteArray("{\"scores\":[0.5,0.25]}") << QByteArray("{\"scores\":[0.5,0.5]}")
                                 << u"It differs in scores, at most 0.25 apart."_s;
        QTest::newRow("words") << QByteArray("{\"a\":\"x\",\"b\":1}") << QByteArray("{\"a\":\"y\",\"b\":2}")
                               << u"It differs in a, b."_s;
        QTest::newRow("no JSON") << QByteArray("x") << QByteArray("y") << u"The answers differ."_s;
    }
    void differences()
    {
        QFETCH(QByteArray, left);
        QFETCH(QByteArray, right);
        QFETCH(QString, said);
        QCOMPARE(differenceSentence(compareAnswers(left, right)), said);
    }
};

QTEST_APPLESS_MAIN(TestJsonText)
#include "tst_jsontext.moc"
