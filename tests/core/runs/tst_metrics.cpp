#include "core/runs/metricsreader.h"
#include "tests/core/runs/folderhost.h"
#include "tests/support/testsupport.h"

#include <cmath>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

/// "loss=0:1,1:0.5" for each series.
QStringList inWords(const RunMetrics &metrics)
{
    QStringList all;
    for (const auto &[name, points] : metrics.metrics) {
        QStringList words;
        for (const MetricPoint &point : points)
            words << u"%1:%2"_s.arg(point.step).arg(point.value);
        all << name + u'=' + words.join(u',');
    }
    return all;
}

} // namespace

class TestMetrics : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingYet()
    {
        test::FolderHost host;
        MetricsReader reader(host, host.run());
        const auto changed = reader.update({});
        MOORING_OK(changed);
        QVERIFY(!*changed);
        QVERIFY(reader.metrics().isEmpty());
        QCOMPARE(toBytes(reader.metrics().toJson()), QByteArray("{\"params\":{},\"tags\":{},\"metrics\":{}}"));
    }

    void journal_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const QByteArray &lines, const QStringList &expected) {
            QTest::newRow(name) << lines << expected;
        };
        row("one",
            "{\"kind\":\"metric\",\"key\":\"loss\",\"value\":0.5,\"step\":3,\"time\":1}"
            "\n",
            {u"loss=3:0.5"_s});
        row("not finite",
            "{\"kind\":\"metric\",\"key\":\"a\",\"value\":\"NaN\"}\n{\"kind\":\"metric\",\"key\":\"a\",\"value\":\"-"
            "Infinity\",\"step\":1}\n",
            {u"a=0:nan,1:-inf"_s});
        row("whole number", "{\"kind\":\"metric\",\"key\":\"a\",\"value\":7}\n", {u"a=0:7"_s});
        row("value of the wrong type",
            "{\"kind\":\"metric\",\"key\":\"a\",\"value\":[1]}\n{\"kind\":\"metric\",\"key\":\"a\",\"value\":\"x\"}\n",
            {});
        row("no value", "{\"kind\":\"metric\",\"key\":\"a\"}\n", {});
        row("no key", "{\"kind\":\"metric\",\"value\":1}\n", {});
        row("not json", "hello\n{\"kind\n[]\n3\nnull\n\n{\"kind\":\"metric\",\"key\":\"a\",\"value\":1}\n",
            {u"a=0:1"_s});
        row("invalid UTF-8",
            "{\"kind\":\"metric\",\"key\":\"\xff\",\"value\":1}\n{\"kind\":\"metric\",\"key\":\"b\",\"value\":1}\n",
            {u"b=0:1"_s});
        row("NUL", QByteArray(2, '\0') + "\n{\"kind\":\"metric\",\"key\":\"b\",\"value\":1}\n", {u"b=0:1"_s});
        row("unknown kind", "{\"kind\":\"future\",\"key\":\"a\",\"value\":1}\n", {});
        row("deep", QByteArray(50000, '[') + "\n{\"kind\":\"metric\",\"key\":\"b\",\"value\":1}\n", {u"b=0:1"_s});
        row("step out of range", "{\"kind\":\"metric\",\"key\":\"b\",\"value\":1,\"step\":1e300}\n", {u"b=0:1"_s});
    }
    void journal()
    {
        QFETCH(QByteArray, lines);
        test::FolderHost host;
        host.put(u"metrics.jsonl"_s, lines);
        MetricsReader reader(host, host.run());
        MOORING_OK(reader.update({}));
        QTEST(inWords(reader.metrics()), "expected");
    }

    void paramsTagsAndChildren()
    {
        test::FolderHost host;
        host.put(u"metrics.jsonl"_s,
                 "{\"kind\":\"param\",\"key\":\"lr\",\"value\":\"0.1\"}\n{\"kind\":\"tag\",\"key\":\"t\",\"value\":"
                 "\"v\"}\n{\"kind\":\"tag\",\"key\":\"gone\",\"value\":\"v\"}\n"
                 "{\"kind\":\"untag\",\"key\":\"gone\"}\n{\"kind\":\"run\",\"run\":\"c1\",\"name\":\"child\"}\n"
                 "{\"kind\":\"metric\",\"key\":\"loss\",\"value\":1,\"step\":0,\"time\":1500,\"run\":\"c1\"}\n");
        MetricsReader reader(host, host.run());
        MOORING_OK(reader.update({}));
        QCOMPARE(toBytes(reader.metrics().toJson()),
                 QByteArray("{\"params\":{\"lr\":\"0.1\"},\"tags\":{\"t\":\"v\"},\"metrics\":{},\"children\":{\"c1\":{"
                            "\"params\":{},\"tags\":{},\"metrics\":{\"loss\":[{\"step\":0,\"time\":\"1970-01-01T00:00:"
                            "01.500Z\",\"value\":1.0}]},\"name\":\"child\"}}}"));
        QCOMPARE(reader.metrics().pointCount(), 1);
    }

    void jsonOfWhatIsNotFinite()
    {
        RunMetrics metrics;
        metrics.metrics[u"a"_s] = {{0, -1, std::nan("")}, {1, 0, INFINITY}, {2, 0, -INFINITY}};
        const Json points = metrics.toJson()["metrics"]["a"];
        QCOMPARE(stringAt(points[0], "value"), u"NaN"_s);
        QVERIFY(points[0]["time"].is_null());
        QCOMPARE(stringAt(points[1], "value"), u"Infinity"_s);
        QCOMPARE(stringAt(points[2], "value"), u"-Infinity"_s);
        for (const Json &point : points)
            QVERIFY(metricValueFromJson(point["value"]).has_value());
    }

    /// Every byte may be the last one that is there.
    void growsByteByByte()
    {
        const QByteArray all = "{\"kind\":\"metric\",\"key\":\"a\",\"value\":1,\"step\":0}\n{\"kind\":\"metric\","
                               "\"key\":\"a\",\"value\":2,\"step\":1}\n";
        test::FolderHost host;
        MetricsReader reader(host, host.run());
        for (const char byte : all) {
            host.append(u"metrics.jsonl"_s, QByteArray(1, byte));
            MOORING_OK(reader.update({}));
        }
        QCOMPARE(inWords(reader.metrics()), QStringList{u"a=0:1,1:2"_s});
        QVERIFY(!*reader.update({}));
    }

    /// A writer that could not finish a line takes it back and writes another.
    void aLineThatIsTakenBack()
    {
        test::FolderHost host;
        host.put(u"metrics.jsonl"_s, "{\"kind\":\"metric\",\"key\":\"a\",\"value\":1}\n{\"kind\":\"met");
        MetricsReader reader(host, host.run());
        MOORING_OK(reader.update({}));
        host.put(u"metrics.jsonl"_s,
                 "{\"kind\":\"metric\",\"key\":\"a\",\"value\":1}\n{\"kind\":\"metric\",\"key\":\"b\",\"value\":2}\n");
        MOORING_OK(reader.update({}));
        QCOMPARE(inWords(reader.metrics()), (QStringList{u"a=0:1"_s, u"b=0:2"_s}));
    }

    void azureml_data()
    {
        QTest::addColumn<QByteArray>("log");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("scalar")
            << QByteArray(
                   "start\nAttempted to log scalar metric loss:\n0.25\nAttempted to log scalar metric loss:\n0.125\n")
            << QStringList{u"loss=0:0.25,1:0.125"_s};
        QTest::newRow("numpy") << QByteArray("Attempted to log scalar metric a b:\nnp.float64(0.5)\n")
                               << QStringList{u"a b=0:0.5"_s};
        QTest::newRow("nan") << QByteArray(
                                    "Attempted to log scalar metric a:\nnan\nAttempted to log scalar metric a:\n-inf\n")
                             << QStringList{u"a=0:nan,1:-inf"_s};
        QTest::newRow("list") << QByteArray("Attempted to log list metric a:\n[1, 2.5, 3]\n")
                              << QStringList{u"a=0:1,1:2.5,2:3"_s};
        QTest::newRow("row") << QByteArray("Attempted to log row metric a:\n{'x': 1, 'y': 2.5, 'z': 'text'}\n")
                             << (QStringList{u"a/x=0:1"_s, u"a/y=0:2.5"_s});
        QTest::newRow("windows ends") << QByteArray("Attempted to log scalar metric a:\r\n1\r\n")
                                      << QStringList{u"a=0:1"_s};
        QTest::newRow("text value") << QByteArray("Attempted to log scalar metric a:\nhello\n1\n") << QStringList{};
        QTest::newRow("value missing")
            << QByteArray("Attempted to log scalar metric a:\nAttempted to log scalar metric b:\n2\n")
            << QStringList{u"b=0:2"_s};
        QTest::newRow("other kinds") << QByteArray("Attempted to log confusion_matrix metric a:\n{'x': 1}\nAttempted "
                                                   "to log table metric a:\n{'x': [1]}\n")
                                     << QStringList{};
        QTest::newRow("in the middle of a line")
            << QByteArray("x Attempted to log scalar metric a:\n1\n") << QStringList{};
        QTest::newRow("a long line between") << QByteArray(3'000'000, 'x') + "\nAttempted to log scalar metric a:\n1\n"
                                             << QStringList{u"a=0:1"_s};
        QTest::newRow("noise") << QByteArray(1, '\0') + "\xff\xfe\n\r\rAttempted\n" << QStringList{};
    }
    void azureml()
    {
        QFETCH(QByteArray, log);
        test::FolderHost host;
        host.put(u"user_logs/std_log.txt"_s, log);
        MetricsReader reader(host, host.run());
        MOORING_OK(reader.update({}));
        QTEST(inWords(reader.metrics()), "expected");
        for (const auto &[name, points] : reader.metrics().metrics)
            QCOMPARE(points.front().time, qint64(-1));
    }

    void azuremlAcrossUpdates()
    {
        test::FolderHost host;
        MetricsReader reader(host, host.run());
        for (const char *piece : {"Attempted to log scal", "ar metric a:\n", "1", "2\nother\n"}) {
            host.append(u"user_logs/std_log.txt"_s, piece);
            MOORING_OK(reader.update({}));
        }
        QCOMPARE(inWords(reader.metrics()), QStringList{u"a=0:12"_s});
    }

    void oneNameFromTwoSources()
    {
        test::FolderHost host;
        host.put(u"user_logs/std_log.txt"_s, "Attempted to log scalar metric loss:\n1\n");
        MetricsReader reader(host, host.run());
        MOORING_OK(reader.update({}));
        QCOMPARE(inWords(reader.metrics()), QStringList{u"loss=0:1"_s});
        host.put(u"metrics.jsonl"_s, "{\"kind\":\"metric\",\"key\":\"loss\",\"value\":9}\n");
        host.append(u"user_logs/std_log.txt"_s, "Attempted to log scalar metric loss:\n2\n");
        MOORING_OK(reader.update({}));
        QCOMPARE(inWords(reader.metrics()), (QStringList{u"azureml/loss=0:1,1:2"_s, u"loss=0:9"_s}));
    }

    void anErrorKeepsWhatCameBefore()
    {
        test::FolderHost host;
        host.put(u"metrics.jsonl"_s, "{\"kind\":\"metric\",\"key\":\"a\",\"value\":1}\n");
        host.put(u"user_logs/std_log.txt"_s, "x\n");
        host.failAt = host.run() + u"/user_logs/std_log.txt"_s;
        MetricsReader reader(host, host.run());
        const auto result = reader.update({});
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::NotReachable);
        QCOMPARE(inWords(reader.metrics()), QStringList{u"a=0:1"_s});
        host.failAt.clear();
        MOORING_OK(reader.update({}));
        QCOMPARE(inWords(reader.metrics()), QStringList{u"a=0:1"_s});
    }

    void cancel()
    {
        test::FolderHost host;
        host.put(u"metrics.jsonl"_s, "{\"kind\":\"metric\",\"key\":\"a\",\"value\":1}\n");
        CancelToken token;
        token.cancel();
        MetricsReader reader(host, host.run());
        const auto result = reader.update(token);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Canceled);
    }

    void manyPoints()
    {
        QByteArray lines;
        const int count = 100'000;
        for (int i = 0; i < count; ++i)
            lines += "{\"kind\":\"metric\",\"key\":\"loss\",\"value\":0.5,\"step\":" + QByteArray::number(i) +
                     ",\"time\":1795508084949}\n";
        test::FolderHost host;
        host.put(u"metrics.jsonl"_s, lines);
        MetricsReader reader(host, host.run());
        MOORING_OK(reader.update({}));
        QCOMPARE(reader.metrics().pointCount(), count);
        QCOMPARE(reader.metrics().metrics.at(u"loss"_s).back().step, count - 1);
        QCOMPARE(sizeof(MetricPoint), size_t(24));
        const int before = host.reads;
        MOORING_OK(reader.update({}));
        QCOMPARE(host.reads - before, 3); // one look at each of the three files; nothing is read twice
    }
};

QTEST_GUILESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
