#include "core/base/files.h"
#include "core/base/process.h"
#include "tests/support/labbench.h"

#include <QFile>
#include <QTemporaryDir>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

/// Microsoft's and Databricks' own clients, from the package index and unmodified, against the practice lab.
class TestPracticeClients : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        // What is said below would stand behind what this machine says, and not be read.
        for (const char *name :
             {"HOME", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR", "NO_PROXY", "no_proxy"})
            qunsetenv(name);
        MOORING_NEEDS(QFile::exists(QStringLiteral(MOORING_AZURE_CLIENTS) + u"/.complete"_s),
                      "the real clients of Azure");
    }

    void client_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<int>("steps"); // that it must have told
        QTest::newRow("msal") << u"client_msal.py"_s << 5;
        QTest::newRow("azure-mgmt-machinelearningservices") << u"client_mgmt_ml.py"_s << 8;
        QTest::newRow("azure-mgmt-containerinstance") << u"client_aci.py"_s << 5;
        QTest::newRow("azure-batch") << u"client_batch.py"_s << 6;
    }
    void client()
    {
        QFETCH(QString, script);
        QFETCH(int, steps);
        const LabBench bench;
        QVERIFY(bench.lab);
        QTemporaryDir home;
        MOORING_OK(writeFileAtomically(home.filePath(u"ca.pem"_s), bench.lab->authorityPem()));
        MOORING_OK(writeFileAtomically(home.filePath(u"lab.json"_s), toBytes(addresses(bench))));
        Command command;
        command.program = QStringLiteral(MOORING_AZURE_CLIENTS) + u"/bin/python"_s;
        command.arguments = {u"-W"_s, u"ignore"_s,
                             QStringLiteral(MOORING_SOURCE_DIR) + u"/tests/fixtures/azure/"_s + script,
                             home.filePath(u"lab.json"_s)};
        command.folder = home.path();
        const QString ca = home.filePath(u"ca.pem"_s);
        command.environment = {u"HOME="_s + home.path(),
                               u"REQUESTS_CA_BUNDLE="_s + ca,
                               u"SSL_CERT_FILE="_s + ca,
                               u"AZURE_CONFIG_DIR="_s + home.path(),
                               u"AZUREML_CURRENT_CLOUD=practice"_s,
                               u"ARM_CLOUD_METADATA_URL="_s + bench.urls.at(u"arm"_s) +
                                   u"/metadata/endpoints?api-version=2019-05-01"_s,
                               u"NO_PROXY=localhost,127.0.0.0/8"_s,
                               u"no_proxy=localhost,127.0.0.0/8"_s,
                               u"PYTHONDONTWRITEBYTECODE=1"_s,
                               u"AZURE_CORE_COLLECT_TELEMETRY=0"_s,
                               u"DO_NOT_TRACK=1"_s};
        command.limit = std::chrono::seconds(90);
        const auto ran = runCommand(command, {});
        MOORING_OK(ran);
        qInfo("%s%s, %lld ms", ran->output.constData(), qPrintable(script), ran->ms);
        QVERIFY2(ran->succeeded(), ran->errors.right(6000).constData());
        QVERIFY2(ran->output.count("step ") >= steps, ran->output.constData());
    }

private:
    static Json addresses(const LabBench &bench)
    {
        Json json{{"tenant", practice::kTenant},
                  {"subscription", practice::kSubscription},
                  {"group", practice::kGroup},
                  {"workspace", practice::kWorkspace}};
        for (const auto &[kind, url] : bench.urls)
            json[toStd(kind)] = toStd(url);
        json["blobHost"] = QUrl(bench.urls.at(u"blob"_s)).authority().toStdString();
        const WebReply keys =
            bench.ask(u"arm"_s, "POST",
                      practice::groupId(practice::kGroup) +
                          u"/providers/Microsoft.Batch/batchAccounts/practicebatch/listKeys?api-version=2024-07-01"_s);
        json["batchKey"] = bench.jsonOf(keys).value("primary", Json());
        return json;
    }
};

QTEST_GUILESS_MAIN(TestPracticeClients)
#include "tst_practiceclients.moc"
