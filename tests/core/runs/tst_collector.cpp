#include "core/base/process.h"
#include "tests/core/runs/collectorprocess.h"
#include "tests/support/testsupport.h"

#include <QDir>

#include <csignal>
#include <memory>

using namespace mooring;
using namespace Qt::StringLiterals;
using test::CollectorProcess;

class TestCollector : public QObject
{
    Q_OBJECT

    std::unique_ptr<CollectorProcess> m_collector;

    QByteArray lines() { return m_collector->content(u"metrics.jsonl"_s); }

    /// Tables whose rows must leave no trace share one collector.
    static bool isShared()
    {
        return QStringList{u"authorization"_s, u"refuses"_s, u"hostilePaths"_s}.contains(
            QString::fromUtf8(QTest::currentTestFunction()));
    }

private Q_SLOTS:
    void initTestCase() { MOORING_NEEDS(!findProgram(u"python3"_s).isEmpty(), "python3"); }
    void init()
    {
        if (m_collector && isShared())
            return;
        m_collector = std::make_unique<CollectorProcess>();
        QVERIFY(m_collector->start());
    }
    void cleanup()
    {
        if (!isShared() || QTest::currentTestFailed())
            m_collector.reset();
    }
    void cleanupTestCase() { m_collector.reset(); }

    void variables()
    {
        QCOMPARE(m_collector->variable(u"MLFLOW_RUN_ID"_s), u"run-1"_s);
        QCOMPARE(m_collector->variable(u"MLFLOW_HTTP_REQUEST_MAX_RETRIES"_s), u"2"_s);
        QCOMPARE(m_collector->variable(u"MLFLOW_HTTP_REQUEST_TIMEOUT"_s), u"5"_s);
        QVERIFY(m_collector->variable(u"NO_PROXY"_s).startsWith(u"127.0.0.1,localhost"_s));
        QVERIFY(m_collector->token().size() >= 32);
        QCOMPARE(QFile::permissions(m_collector->file(u"collector.env"_s)) & 0x0fff &
                     ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::Permissions());
        QCOMPARE(QFileInfo(m_collector->file(u"metrics.jsonl"_s)).permissions() & (QFile::ReadOther | QFile::ReadGroup),
                 QFile::Permissions());
    }

    void authorization_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("wrong") << QByteArray("Bearer wrong");
        QTest::newRow("no token") << QByteArray("Bearer ");
        QTest::newRow("basic") << "Basic " + QByteArray("user:wrong").toBase64();
        QTest::newRow("not base64") << QByteArray("Basic %%%");
        QTest::newRow("not ASCII") << QByteArray("Bearer \xff\xfe");
    }
    void authorization()
    {
        QFETCH(QByteArray, header);
        const auto answer = m_collector->ask("POST", "/api/2.0/mlflow/runs/log-metric",
                                             "{\"run_id\":\"run-1\",\"key\":\"a\",\"value\":1}", header);
        QCOMPARE(answer.status, 401);
        QCOMPARE(m_collector->ask("PUT", "/api/2.0/mlflow-artifacts/artifacts/1/run-1/artifacts/a", "x", header).status,
                 401);
        QVERIFY(lines().isEmpty());
        QVERIFY(!QFile::exists(m_collector->file(u"outputs/a"_s)));
        QCOMPARE(m_collector->ask("GET", "/health", {}, header).status, 200);
    }

    void logs_data()
    {
        QTest::addColumn<QByteArray>("call");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("line");
        const auto row = [](const char *name, const char *call, const char *body, const char *line) {
            QTest::newRow(name) << QByteArray(call) << QByteArray(body) << QByteArray(line) + '\n';
        };
        row("metric", "runs/log-metric",
            "{\"run_id\":\"run-1\",\"key\":\"a\",\"value\":0.5,\"timestamp\":7,\"step\":3}",
            "{\"kind\":\"metric\",\"key\":\"a\",\"value\":0.5,\"step\":3,\"time\":7}");
        row("old name of the run", "runs/log-metric",
            "{\"run_uuid\":\"run-1\",\"key\":\"a\",\"value\":1,\"timestamp\":7}",
            "{\"kind\":\"metric\",\"key\":\"a\",\"value\":1.0,\"step\":0,\"time\":7}");
        row("numbers as texts", "runs/log-metric",
            "{\"run_id\":\"run-1\",\"key\":\"a\",\"value\":\"-Infinity\",\"timestamp\":\"7\",\"step\":\"3\"}",
            "{\"kind\":\"metric\",\"key\":\"a\",\"value\":\"-Infinity\",\"step\":3,\"time\":7}");
        row("NaN as a text", "runs/log-metric",
            "{\"run_id\":\"run-1\",\"key\":\"a\",\"value\":\"NaN\",\"timestamp\":7}",
            "{\"kind\":\"metric\",\"key\":\"a\",\"value\":\"NaN\",\"step\":0,\"time\":7}");
        row("NaN as Python has it", "runs/log-metric",
            "{\"run_id\":\"run-1\",\"key\":\"a\",\"value\":NaN,\"timestamp\":7}",
            "{\"kind\":\"metric\",\"key\":\"a\",\"value\":\"NaN\",\"step\":0,\"time\":7}");
        row("param", "runs/log-parameter", "{\"run_id\":\"run-1\",\"key\":\"p/q\",\"value\":\"v\"}",
            "{\"kind\":\"param\",\"key\":\"p/q\",\"value\":\"v\"}");
        row("tag", "runs/set-tag", "{\"run_id\":\"run-1\",\"key\":\"모델\",\"value\":\"a\\nb\"}",
            "{\"kind\":\"tag\",\"key\":\"모델\",\"value\":\"a\\nb\"}");
        row("half a surrogate", "runs/set-tag", "{\"run_id\":\"run-1\",\"key\":\"k\",\"value\":\"\\ud800\"}",
            "{\"kind\":\"tag\",\"key\":\"k\",\"value\":\"?\"}");
        row("batch", "runs/log-batch",
            "{\"run_id\":\"run-1\",\"metrics\":[{\"key\":\"m\",\"value\":1,\"timestamp\":7,\"step\":0}],\"params\":[{"
            "\"key\":\"p\",\"value\":\"1\"}],\"tags\":[{\"key\":\"t\",\"value\":\"2\"}]}",
            "{\"kind\":\"metric\",\"key\":\"m\",\"value\":1.0,\"step\":0,\"time\":7}\n{\"kind\":\"param\",\"key\":"
            "\"p\",\"value\":\"1\"}\n{\"kind\":\"tag\",\"key\":\"t\",\"value\":\"2\"}");
    }
    void logs()
    {
        QFETCH(QByteArray, call);
        QFETCH(QByteArray, body);
        const auto answer = m_collector->post(call, body);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.json().is_object());
        QTEST(lines(), "line");
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("call");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const char *call, const QByteArray &body, int status, const char *code) {
            QTest::newRow(name) << QByteArray(call) << body << status << QString::fromUtf8(code);
        };
        row("no json", "runs/log-metric", "hello", 400, "BAD_REQUEST");
        row("not an object", "runs/log-metric", "[1]", 400, "BAD_REQUEST");
        row("truncated", "runs/log-metric", "{\"run_id\":", 400, "BAD_REQUEST");
        row("not UTF-8", "runs/log-metric", "{\"run_id\":\"\xff\"}", 400, "BAD_REQUEST");
        row("deep", "runs/log-metric", QByteArray(200000, '['), 400, "BAD_REQUEST");
        row("unknown run", "runs/log-metric", "{\"run_id\":\"x\",\"key\":\"a\",\"value\":1}", 404,
            "RESOURCE_DOES_NOT_EXIST");
        row("run of the wrong type", "runs/log-metric", "{\"run_id\":[],\"key\":\"a\",\"value\":1}", 404,
            "RESOURCE_DOES_NOT_EXIST");
        row("no value", "runs/log-metric", "{\"run_id\":\"run-1\",\"key\":\"a\"}", 400, "INVALID_PARAMETER_VALUE");
        row("value of the wrong type", "runs/log-metric", "{\"run_id\":\"run-1\",\"key\":\"a\",\"value\":true}", 400,
            "INVALID_PARAMETER_VALUE");
        row("value in words", "runs/log-metric", "{\"run_id\":\"run-1\",\"key\":\"a\",\"value\":\"much\"}", 400,
            "INVALID_PARAMETER_VALUE");
        row("huge value", "runs/log-metric",
            "{\"run_id\":\"run-1\",\"key\":\"a\",\"value\":1" + QByteArray(400, '0') + "}", 400,
            "INVALID_PARAMETER_VALUE");
        row("huge step", "runs/log-metric",
            "{\"run_id\":\"run-1\",\"key\":\"a\",\"value\":1,\"step\":99999999999999999999}", 400,
            "INVALID_PARAMETER_VALUE");
        row("no key", "runs/log-metric", "{\"run_id\":\"run-1\",\"value\":1}", 400, "INVALID_PARAMETER_VALUE");
        row("long key", "runs/log-metric",
            "{\"run_id\":\"run-1\",\"key\":\"" + QByteArray(2000, 'k') + "\",\"value\":1}", 400,
            "INVALID_PARAMETER_VALUE");
        row("a batch with one wrong point", "runs/log-batch",
            "{\"run_id\":\"run-1\",\"metrics\":[{\"key\":\"m\",\"value\":1},{\"key\":\"n\",\"value\":\"x\"}]}", 400,
            "INVALID_PARAMETER_VALUE");
        row("a batch of the wrong type", "runs/log-batch", "{\"run_id\":\"run-1\",\"metrics\":{\"a\":1}}", 400,
            "INVALID_PARAMETER_VALUE");
        row("a batch that changes its own param", "runs/log-batch",
            "{\"run_id\":\"run-1\",\"params\":[{\"key\":\"p\",\"value\":\"1\"},{\"key\":\"p\",\"value\":\"2\"}]}", 400,
            "INVALID_PARAMETER_VALUE");
        row("a call that is not there", "registered-models/create", "{}", 404, "ENDPOINT_NOT_FOUND");
        row("a filter that we do not know", "runs/search", "{\"filter\":\"metrics.a > 3\"}", 400,
            "INVALID_PARAMETER_VALUE");
    }
    void refuses()
    {
        QFETCH(QByteArray, call);
        QFETCH(QByteArray, body);
        const auto answer = m_collector->post(call, body);
        QTEST(answer.status, "status");
        QTEST(answer.errorCode(), "code");
        QVERIFY(!stringAt(answer.json(), "message").isEmpty());
        QVERIFY(lines().isEmpty());
    }

    void paramsAreWrittenOnce()
    {
        const QByteArray first = "{\"run_id\":\"run-1\",\"key\":\"p\",\"value\":\"1\"}",
                         second = "{\"run_id\":\"run-1\",\"key\":\"p\",\"value\":\"2\"}";
        QCOMPARE(m_collector->post("runs/log-parameter", first).status, 200);
        QCOMPARE(m_collector->post("runs/log-parameter", first).status, 200);
        QCOMPARE(m_collector->post("runs/log-parameter", second).status, 400);
        QCOMPARE(lines().count('\n'), 1);
    }

    void runsAndHistory()
    {
        for (int i = 0; i < 5; ++i)
            QCOMPARE(
                m_collector
                    ->post("runs/log-metric", "{\"run_id\":\"run-1\",\"key\":\"a\",\"value\":" + QByteArray::number(i) +
                                                  ",\"step\":" + QByteArray::number(i) + "}")
                    .status,
                200);
        const auto page = m_collector->get("metrics/get-history?run_id=run-1&metric_key=a&max_results=3");
        QCOMPARE(page.json()["metrics"].size(), size_t(3));
        const auto rest = m_collector->get("metrics/get-history?run_id=run-1&metric_key=a&max_results=3&page_token=" +
                                           stringAt(page.json(), "next_page_token").toUtf8());
        QCOMPARE(rest.json()["metrics"].size(), size_t(2));
        QVERIFY(!rest.json().contains("next_page_token"));
        const Json run = m_collector->get("runs/get?run_id=run-1").json()["run"];
        QCOMPARE(numberAt(run["data"]["metrics"][0], "value"), 4.0);
        QCOMPARE(stringAt(run["info"], "status"), u"RUNNING"_s);

        const Json child = m_collector
                               ->post("runs/create", "{\"experiment_id\":\"1\",\"run_name\":\"c\",\"tags\":[{\"key\":"
                                                     "\"mlflow.parentRunId\",\"value\":\"run-1\"}]}")
                               .json()["run"];
        const QByteArray id = stringAt(child["info"], "run_id").toUtf8();
        QVERIFY(!id.isEmpty() && id != "run-1");
        QCOMPARE(m_collector->post("runs/log-metric", "{\"run_id\":\"" + id + "\",\"key\":\"a\",\"value\":9}").status,
                 200);
        QVERIFY(lines().endsWith(",\"run\":\"" + id + "\"}\n"));
        QCOMPARE(m_collector->post("runs/search", "{\"filter\":\"tags.`mlflow.parentRunId` = 'run-1'\"}")
                     .json()["runs"]
                     .size(),
                 size_t(1));
        QCOMPARE(stringAt(m_collector->get("experiments/get-by-name?experiment_name=anything").json()["experiment"],
                          "experiment_id"),
                 u"1"_s);
    }

    void artifacts()
    {
        const QByteArray place = "/api/2.0/mlflow-artifacts/artifacts/1/run-1/artifacts/";
        const QByteArray big(5'000'000, 'x');
        QCOMPARE(m_collector->ask("PUT", place + "sub%20dir/big.bin", big).status, 200);
        QCOMPARE(m_collector->content(u"outputs/sub dir/big.bin"_s), big);
        QCOMPARE(m_collector->ask("GET", place + "sub%20dir/big.bin").body, big);
        const auto list = m_collector->get("artifacts/list?run_id=run-1&path=sub%20dir");
        QCOMPARE(stringAt(list.json()["files"][0], "path"), u"sub dir/big.bin"_s);
        QCOMPARE(intAt(list.json()["files"][0], "file_size"), big.size());
        QCOMPARE(m_collector->ask("DELETE", place + "sub%20dir/big.bin").status, 200);
        QCOMPARE(m_collector->ask("GET", place + "sub%20dir/big.bin").status, 404);
    }

    void chunkedArtifacts()
    {
        const QByteArray head = "PUT /api/2.0/mlflow-artifacts/artifacts/1/run-1/artifacts/c HTTP/1.1\r\nHost: "
                                "x\r\nTransfer-Encoding: chunked\r\nAuthorization: Bearer " +
                                m_collector->token().toUtf8() + "\r\n\r\n";
        QCOMPARE(m_collector->raw(head + "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n").status, 200);
        QCOMPARE(m_collector->content(u"outputs/c"_s), QByteArray("abcde"));
        QCOMPARE(m_collector->raw(head + "zz\r\nabc\r\n").status, 400);
        QCOMPARE(m_collector->content(u"outputs/c"_s), QByteArray("abcde"));
    }

    void hostilePaths_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const char *path : {"1/run-1/artifacts/../../escaped", "1/run-1/artifacts/%2e%2e/%2e%2e/escaped",
                                 "1/run-1/artifacts/a/../../../escaped", "1/run-1/artifacts//etc/escaped",
                                 "1/run-1/artifacts/a//b", "1/run-1/artifacts/./a", "1/run-1/artifacts/a%00b",
                                 "1/run-1/artifacts/", "1/other/artifacts/a", "../../escaped", "%2fetc%2fescaped",
                                 "1/run-1/artifacts/link/escaped", "1/models/m-none/artifacts/a", "escaped"})
            QTest::newRow(path) << QByteArray(path);
    }
    void hostilePaths()
    {
        QFETCH(QByteArray, path);
        QVERIFY(QDir().mkpath(m_collector->file(u"outputs"_s)));
        QFile::link(m_collector->base.path(), m_collector->file(u"outputs/link"_s)); // by the first row
        QVERIFY(QFileInfo(m_collector->file(u"outputs/link"_s)).isSymLink());
        const auto answer = m_collector->ask("PUT", "/api/2.0/mlflow-artifacts/artifacts/" + path, "x");
        if (path == "1/run-1/artifacts//etc/escaped") // one place of ours, spelled with a slash too many
            QVERIFY(answer.status == 200 ? QFile::exists(m_collector->file(u"outputs/etc/escaped"_s))
                                         : answer.status == 400);
        else
            QVERIFY2(answer.status == 400 || answer.status == 404, QByteArray::number(answer.status).constData());
        QVERIFY(!QFile::exists(m_collector->base.filePath(u"escaped"_s)));
        QVERIFY(!QFile::exists(m_collector->file(u"escaped"_s)));
        QVERIFY(!QFile::exists(u"/etc/escaped"_s));
        const auto reading =
            m_collector->ask("GET", "/api/2.0/mlflow-artifacts/artifacts/1/run-1/artifacts/link/run-1/collector.env");
        QVERIFY(reading.status == 400 || reading.status == 404);
    }

    void anUploadThatBreaksOff()
    {
        {
            QTcpSocket socket;
            socket.connectToHost(u"127.0.0.1"_s, m_collector->port());
            QVERIFY(socket.waitForConnected());
            socket.write("PUT /api/2.0/mlflow-artifacts/artifacts/1/run-1/artifacts/half HTTP/1.1\r\nContent-Length: "
                         "1000000\r\nAuthorization: Bearer " +
                         m_collector->token().toUtf8() + "\r\n\r\nhalf");
            QVERIFY(socket.waitForBytesWritten());
            QTRY_VERIFY(
                !QDir(m_collector->file(u"outputs"_s)).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
        }
        QTRY_VERIFY(
            QDir(m_collector->file(u"outputs"_s)).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }

    void survivesGarbage()
    {
        const QByteArray token = m_collector->token().toUtf8();
        const QByteArray authorized = "Authorization: Bearer " + token + "\r\n";
        m_collector->raw(QByteArray(1, '\0') + "\xff\x16\x03\x01 garbage\r\n\r\n", 1000);
        m_collector->raw("GET / HTTP/9.9\r\n\r\n", 1000);
        m_collector->raw("GET /" + QByteArray(100000, 'a') + " HTTP/1.1\r\n\r\n", 1000);
        m_collector->raw(
            "GET /health HTTP/1.1\r\n" + QByteArray(200, 'h') + ": " + QByteArray(100000, 'a') + "\r\n\r\n", 1000);
        QCOMPARE(
            m_collector
                ->raw("POST /api/2.0/mlflow/runs/log-metric HTTP/1.1\r\nContent-Length: -5\r\n" + authorized + "\r\n")
                .status,
            400);
        QCOMPARE(
            m_collector
                ->raw("POST /api/2.0/mlflow/runs/log-metric HTTP/1.1\r\nContent-Length: many\r\n" + authorized + "\r\n")
                .status,
            400);
        QCOMPARE(m_collector->raw("BREW /api/2.0/mlflow/runs/log-metric HTTP/1.1\r\n" + authorized + "\r\n").status,
                 501);
        QCOMPARE(m_collector->post("runs/log-metric", QByteArray(40'000'000, ' ')).status, 413);
        QCOMPARE(m_collector->post("runs/log-metric", "{\"run_id\":\"run-1\",\"key\":\"a\",\"value\":1}").status, 200);
    }

    void slowClientsHoldNobodyUp()
    {
        std::vector<std::unique_ptr<QTcpSocket>> idle;
        for (int i = 0; i < 60; ++i) {
            idle.push_back(std::make_unique<QTcpSocket>());
            idle.back()->connectToHost(u"127.0.0.1"_s, m_collector->port());
            QVERIFY(idle.back()->waitForConnected());
            idle.back()->write("POST /api/2.0/mlflow/runs/log-metric HTTP/1.1\r\nContent-Le");
            idle.back()->waitForBytesWritten();
        }
        QCOMPARE(m_collector->post("runs/log-metric", "{\"run_id\":\"run-1\",\"key\":\"a\",\"value\":1}").status, 200);
    }

    void aFullDisk()
    {
        CollectorProcess collector;
        QVERIFY(collector.start(u"ulimit -f 8; "_s)); // 4 KiB in dash
        int refused = 0;
        for (int i = 0; i < 120 && refused < 3; ++i)
            refused +=
                collector
                    .post("runs/log-metric",
                          "{\"run_id\":\"run-1\",\"key\":\"a\",\"value\":1,\"step\":" + QByteArray::number(i) + "}")
                    .status == 500;
        QCOMPARE(refused, 3);
        const QByteArray kept = collector.content(u"metrics.jsonl"_s);
        QVERIFY(kept.size() > 3000 && kept.endsWith("}\n"));
        for (const QByteArray &line : kept.trimmed().split('\n'))
            QVERIFY(Json::parse(line.toStdString(), nullptr, false).is_object());
    }

    void endsOnTerm()
    {
        QCOMPARE(m_collector->post("runs/log-metric", "{\"run_id\":\"run-1\",\"key\":\"a\",\"value\":1}").status, 200);
        m_collector->process.terminate();
        QVERIFY(m_collector->process.waitForFinished(5000));
        QCOMPARE(m_collector->process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(m_collector->process.exitCode(), 0);
        QVERIFY(!QFile::exists(m_collector->file(u"collector.env"_s)));
        QCOMPARE(lines().count('\n'), 1);
    }

    /// The supervisor is killed without a chance to say good-bye.
    void endsWithItsParent()
    {
        QTemporaryDir folder;
        QProcess parent;
        parent.start(u"/bin/sh"_s,
                     {u"-c"_s, u"python3 \"$0\" --folder \"$1\" & echo $!; wait"_s,
                      QStringLiteral(MOORING_SOURCE_DIR "/resources/remote/collector.py"), folder.path()});
        QVERIFY(parent.waitForReadyRead());
        const auto pid = pid_t(parent.readLine().trimmed().toInt());
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder.filePath(u"collector.env"_s)), 20000);
        QCOMPARE(::kill(pid, 0), 0);
        parent.kill();
        QVERIFY(parent.waitForFinished());
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(folder.filePath(u"collector.env"_s)), 10000);
    }

    void startsAgain()
    {
        QCOMPARE(m_collector->post("runs/log-parameter", "{\"run_id\":\"run-1\",\"key\":\"p\",\"value\":\"1\"}").status,
                 200);
        const QByteArray before = lines();
        CollectorProcess second;
        QVERIFY(QDir().mkpath(second.run()));
        QFile file(second.file(u"metrics.jsonl"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(before + "{\"kind\":\"metric\",\"ke"); // broken off by a kill
        file.close();
        QVERIFY(second.start());
        QCOMPARE(second.post("runs/log-parameter", "{\"run_id\":\"run-1\",\"key\":\"p\",\"value\":\"2\"}").status, 400);
        QCOMPARE(
            second.post("runs/log-metric", "{\"run_id\":\"run-1\",\"key\":\"m\",\"value\":1,\"timestamp\":7}").status,
            200);
        QVERIFY(second.content(u"metrics.jsonl"_s)
                    .endsWith("\n{\"kind\":\"metric\",\"key\":\"m\",\"value\":1.0,\"step\":0,\"time\":7}\n"));
    }
};

QTEST_GUILESS_MAIN(TestCollector)
#include "tst_collector.moc"
