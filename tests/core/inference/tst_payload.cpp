#include "core/base/files.h"
#include "core/base/process.h"
#include "core/inference/payload.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>

using namespace mooring;
using namespace Qt::StringLiterals;

/// Where requests come from, and how answers are compared.
class TestPayload : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSampleIsFound()
    {
        QTemporaryDir folder;
        QVERIFY(!findSamplePayload({folder.path(), u"/none"_s}));
        MOORING_OK(writeFileAtomically(folder.filePath(u"input_example.json"_s), R"({"columns":["a"],"data":[[1]]})"));
        auto found = findSamplePayload({u"/none"_s, folder.path()});
        QVERIFY(found);
        QCOMPARE(toBytes(Json::parse(found->request.body.toStdString())),
                 QByteArray(R"({"input_data":{"columns":["a"],"data":[[1]]}})"));
        MOORING_OK(writeFileAtomically(folder.filePath(u"sample_input.json"_s), "{ \"as\": \"it is\" }"));
        found = findSamplePayload({folder.path()});
        QCOMPARE(found->request.body, QByteArray("{ \"as\": \"it is\" }"));
        QCOMPARE(found->request.contentType, u"application/json"_s);
    }

    /// What the history keeps of a call, and that the beginning of a long body is known to be one.
    void callsAreKeptWhole()
    {
        ScoringCall call;
        call.endpoint = u"demo"_s;
        call.version = 3;
        call.request = {"{}", u"text/csv"_s, {{"X-One", "1"}}, u"row 7"_s};
        call.status = 200;
        call.body = QByteArray("\xff\0", 2);
        Json kept = call.toStoreJson();
        const ScoringCall read = ScoringCall::fromStoreJson(kept);
        QCOMPARE(read.request.label, u"row 7"_s);
        QCOMPARE(read.request.body, call.request.body);
        QCOMPARE(read.request.contentType, call.request.contentType);
        QCOMPARE(read.body, call.body);
        QVERIFY(read.isRequestWhole() && read.isBodyWhole());
        kept["requestBodySize"] = 3;
        kept["bodySize"] = 300;
        const ScoringCall cut = ScoringCall::fromStoreJson(kept);
        QVERIFY(!cut.isRequestWhole() && !cut.isBodyWhole());
    }

    void fromSwagger()
    {
        const auto found = payloadFromSwagger(R"({"definitions":{"ServiceInput":{"example":{"data":[[1,2]]}}}})");
        QVERIFY(found);
        QCOMPARE(toBytes(Json::parse(found->request.body.toStdString())), QByteArray(R"({"data":[[1,2]]})"));
        QVERIFY(payloadFromSwagger(R"({"components":{"schemas":{"ServiceInput":{"example":[1]}}}})"));
        for (const char *bad :
             {"", "[]", "{", "{\"definitions\":7}", R"({"definitions":{"ServiceInput":{"example":{}}}})"})
            QVERIFY(!payloadFromSwagger(bad));
    }

    void fromARow()
    {
        const QByteArray csv = "a,\"b, c\",d\r\n1.5,\"x, y\",\r\n2,z,true\r\n";
        QCOMPARE(toBytes(Json::parse(payloadFromRow(csv, 0, false)->request.body.toStdString())),
                 QByteArray(R"({"data":[[1.5,"x, y",null]]})"));
        QCOMPARE(toBytes(Json::parse(payloadFromRow(csv, 1, true)->request.body.toStdString())),
                 QByteArray(R"({"input_data":{"columns":["a","b, c","d"],"data":[[2,"z",true]]}})"));
        for (const int row : {-1, 2, 3, 99})
            QVERIFY(!payloadFromRow(csv, row, false));
        QVERIFY(!payloadFromRow({}, 0, false));
    }

    void differences_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<QStringList>("paths");
        QTest::newRow("same") << QByteArray("{\"a\": 1}") << QByteArray("{\"a\":1}") << QStringList{};
        QTest::newRow("value") << QByteArray(R"({"p":[{"x":1},{"x":2}]})") << QByteArray(R"({"p":[{"x":1},{"x":3}]})")
                               << QStringList{u"/p/1/x"_s};
        QTest::newRow("length") << QByteArray("[1,2]") << QByteArray("[1]") << QStringList{u"/1"_s};
        QTest::newRow("keys") << QByteArray(R"({"a":1})") << QByteArray(R"({"b":1})") << QStringList{u"/a"_s, u"/b"_s};
        QTest::newRow("null is not nothing") << QByteArray(R"({"a":null})") << QByteArray("{}") << QStringList{u"/a"_s};
        QTest::newRow("null at the end") << QByteArray("[1,null]") << QByteArray("[1]") << QStringList{u"/1"_s};
        QTest::newRow("types") << QByteArray("[]") << QByteArray("{}") << QStringList{QString()};
        QTest::newRow("no JSON") << QByteArray("abc") << QByteArray("abd") << QStringList{QString()};
        QTest::newRow("no JSON, same") << QByteArray("abc") << QByteArray("abc") << QStringList{};
        QTest::newRow("deep") << QByteArray(200000, '[') + QByteArray(200000, ']') << QByteArray("1")
                              << QStringList{QString()};
    }
    void differences()
    {
        QFETCH(QByteArray, left);
        QFETCH(QByteArray, right);
        QFETCH(QStringList, paths);
        QStringList found;
        for (const AnswerDifference &each : compareAnswers(left, right))
            found << each.path;
        QCOMPARE(found, paths);
    }

    void whatIsMissingIsSaid()
    {
        const auto found = compareAnswers(R"({"a":null})", R"({"b":1})");
        QCOMPARE(found.size(), size_t(2));
        QCOMPARE(AnswerDifference::text(found[0].left), u"null"_s);
        QVERIFY(!found[0].right && !found[1].left);
        QCOMPARE(AnswerDifference::text(found[0].right), u"(missing)"_s);
        QCOMPARE(AnswerDifference::text(found[1].right), u"1"_s);
    }

    void contentTypes()
    {
        QCOMPARE(contentTypeOf(u"a.csv"_s, {}), u"text/csv"_s);
        QCOMPARE(contentTypeOf(u"a.JSON"_s, {}), u"application/json"_s);
        QCOMPARE(contentTypeOf(u"-"_s, "{}"), u"application/json"_s);
        QCOMPARE(contentTypeOf(u"a.png"_s, QByteArray("\x89PNG\0", 5)), u"application/octet-stream"_s);
    }

    /// Shown to be copied: so a shell must take it as it was meant.
    void curlIsQuoted()
    {
        const ScoringRequest request{"{\"a\": \"it's\n$(x)\"}"};
        const QString command = asCurl(u"http://127.0.0.1:1/score"_s, request);
        Command shell;
        shell.program = u"sh"_s;
        shell.arguments = QStringList{u"-c"_s, u"curl() { for w; do printf '%s\\0' \"$w\"; done; }\n"_s + command};
        const auto words = runCommand(shell, {});
        MOORING_OK(words);
        QVERIFY(words->output.split('\0').contains(request.body));
        QVERIFY(asPython(u"http://127.0.0.1:1/score"_s, request).contains(u"\\n$(x)"));
    }
};

QTEST_GUILESS_MAIN(TestPayload)
#include "tst_payload.moc"
