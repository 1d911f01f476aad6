#include "core/base/files.h"
#include "core/base/process.h"
#include "tests/core/practice/labrecord.h"
#include "tests/core/practice/realclients.h"
#include "tests/core/practice/specvalidator.h"
#include "tests/support/labbench.h"
#include "tests/support/trafficrecorder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <atomic>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds kLimit{300}; // for one client; what it needs is in the table

struct Told
{
    QString version;
    double cpu = 0, wall = 0; // seconds
    QString calls;
    std::map<QString, int> refused; // requests, by operation
    int judged = 0;                 // requests
};

bool isInstalled(const RealClient &one)
{
    const QString environment = QString::fromUtf8(one.environment);
    const QDir lib(environment + u"/lib"_s);
    const QDir packages(lib.filePath(lib.entryList({u"python3*"_s}, QDir::Dirs).value(0)) + u"/site-packages"_s);
    const QString folder = QString::fromLatin1(one.package).replace(u'-', u'_') + u"-*.dist-info"_s;
    return QFile::exists(environment + u"/.complete"_s) && !packages.entryList({folder}, QDir::Dirs).isEmpty();
}

/// Clients ask in versions of their own; the OpenAPI files at hand are of that which Mooring speaks.
LabRequest asSpecified(const QString &kind, LabRequest request)
{
    static const QRegularExpression version(u"(?<=[?&]api-version=)[^&]*"_s);
    const char *known = kind == u"batch"                                               ? "2024-07-01.20.0"
                        : request.target.contains("Microsoft.MachineLearningServices") ? "2024-10-01"
                        : request.target.contains("Microsoft.ContainerInstance")       ? "2023-05-01"
                                                                                       : nullptr;
    if (known && kind != u"ml")
        request.target = QString::fromLatin1(request.target).replace(version, QString::fromLatin1(known)).toLatin1();
    return request;
}

/// The requests that the lab did not grant, for a failed test: what it does not play is among them.
QByteArray notGranted(const LabRecord &record)
{
    QByteArray text;
    for (const LabRecord::Exchange &one : record.exchanges()) {
        if (one.status >= 400)
            text +=
                "answered " + QByteArray::number(one.status) + ": " + one.request.section(u'\n', 0, 0).toUtf8() + '\n';
    }
    return text;
}

} // namespace

/// Microsoft's and Databricks' own clients, from the package index and unmodified, against the practice lab. Each has
/// a lab, a home and a limit of its own. Of each: what it told, what came to the lab, and what of that the official
/// schema refuses.
class TestPracticeClients : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        // What is said below would stand behind what this machine says, and not be read.
        for (const char *name : {"HOME", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR",
                                 "NO_PROXY", "no_proxy", "PYTHONDONTWRITEBYTECODE"})
            qunsetenv(name);
    }

    void client_data()
    {
        QTest::addColumn<int>("index");
        for (size_t i = 0; i < realClients().size(); ++i)
            QTest::newRow(realClients()[i].package) << int(i);
    }
    void client()
    {
        QFETCH(int, index);
        const RealClient &one = realClients()[size_t(index)];
        MOORING_NEEDS(isInstalled(one), "this package in the environment of the real clients of Azure");
        LabRecord record;
        std::atomic<const char *> sender = ""; // the bench, at first
        const LabBench bench(
            [&](const QString &kind, const LabRequest &request, const LabReply &reply) {
                record.add(kind, request, reply);
                m_traffic.record(kind, asSpecified(kind, request), reply);
                m_senders.emplace_back(sender);
            },
            one.runMs);
        QVERIFY(bench.lab);
        const QTemporaryDir home;
        MOORING_OK(writeFileAtomically(home.filePath(u"ca.pem"_s), bench.lab->authorityPem()));
        MOORING_OK(writeFileAtomically(home.filePath(u"lab.json"_s), toBytes(addresses(bench))));
        record.clear();
        sender = one.package;
        const auto ran = runCommand(commandOf(one, bench, home.path()), {});
        MOORING_OK(ran);
        qInfo("%s%s, %lld ms; to the lab: %s", ran->output.constData(), one.script, ran->ms,
              qPrintable(record.summary()));
        QVERIFY2(ran->succeeded(), (ran->errors.right(6000) + '\n' + notGranted(record)).constData());
        QVERIFY2(ran->output.count("step ") >= one.steps, ran->output.constData());
        for (const RealClient::Seen &seen : one.requests)
            QVERIFY2(record.count(QString::fromLatin1(seen.pattern)) >= seen.atLeast, seen.pattern);
        const QByteArray line = ran->output.mid(ran->output.lastIndexOf("told ") + 5);
        const Json told = Json::parse(line.begin(), line.end(), nullptr, false);
        QVERIFY2(told.is_object(), ran->output.constData());
        Told &row = m_told[one.package];
        row.version = stringAt(told, "version");
        row.cpu = numberAt(told, "cpu");
        row.wall = double(ran->ms) / 1000;
        row.calls = record.summary();
    }

    /// After all clients: what they sent, through Microsoft's validator.
    void requestsBySchema()
    {
        MOORING_NEEDS(canJudge(), "the OpenAPI files of Azure (MOORING_AZURE_SPECS) and npm's oav");
        const std::vector<JudgedExchange> all =
            judged(m_traffic.folder(),
                   {u"machinelearningservices/resource-manager/**/2024-10-01/*.json"_s,
                    u"machinelearningservices/data-plane/**/2019-09-30/*.json"_s, u"batch/data-plane/**/*.json"_s,
                    u"containerinstance/**/*.json"_s, u"resources/**/*.json"_s});
        QCOMPARE(all.size(), m_senders.size());
        std::map<std::string, QStringList> problems;
        for (size_t i = 0; i < all.size(); ++i) {
            const auto told = m_told.find(m_senders[i]);
            if (all[i].operation.isEmpty() || told == m_told.end()) // has no schema; failed above
                continue;
            ++told->second.judged;
            for (const Json &error : all[i].errors) {
                if (stringAt(error, "side") != u"request")
                    continue;
                ++told->second.refused[all[i].operation];
                problems[m_senders[i]] << all[i].operation + u' ' + QString::fromUtf8(toBytes(error));
                break;
            }
        }
        for (const RealClient &one : realClients()) {
            const auto told = m_told.find(one.package);
            if (told == m_told.end())
                continue;
            QStringList expected, found;
            for (const RealClient::Refused &refused : one.refused)
                expected << QString::fromLatin1(refused.operation);
            for (const auto &[operation, count] : told->second.refused)
                found << operation;
            expected.sort();
            QVERIFY2(found == expected,
                     qPrintable(QString::fromLatin1(one.package) + u": "_s + problems[one.package].join(u'\n')));
        }
    }

    void cleanupTestCase()
    {
        QString table;
        for (const RealClient &one : realClients()) {
            const auto told = m_told.find(one.package);
            if (told != m_told.end())
                table += row(one, told->second);
        }
        qInfo("\nclient, version, CPU s, wall s, calls by service; refused by the official schema of requests that it "
              "knows\n%s",
              qPrintable(table));
    }

private:
    static QString row(const RealClient &one, const Told &told)
    {
        QString text = QString::asprintf("%-35s %-8s %5.1f %5.1f  %-30s ", one.package, qPrintable(told.version),
                                         told.cpu, told.wall, qPrintable(told.calls));
        int all = 0;
        for (const auto &[operation, count] : told.refused)
            all += count;
        text += told.judged == 0 ? u"none known\n"_s : u"%1 of %2\n"_s.arg(all).arg(told.judged);
        for (const RealClient::Refused &refused : one.refused)
            text += QString::asprintf("    %s: %s\n", refused.operation, refused.what);
        return text;
    }

    static Command commandOf(const RealClient &one, const LabBench &bench, const QString &home)
    {
        Command command;
        const QString environment = QString::fromUtf8(one.environment);
        command.program = environment + u"/bin/python"_s;
        command.arguments = {u"-W"_s, u"ignore"_s,
                             QStringLiteral(MOORING_SOURCE_DIR) + u"/tests/fixtures/azure/"_s +
                                 QString::fromLatin1(one.script),
                             home + u"/lab.json"_s, QString::fromLatin1(one.package)};
        command.folder = home;
        const QString ca = home + u"/ca.pem"_s;
        command.environment = {u"HOME="_s + home,
                               u"REQUESTS_CA_BUNDLE="_s + ca,
                               u"SSL_CERT_FILE="_s + ca,
                               u"AZURE_CONFIG_DIR="_s + home,
                               u"NO_PROXY=localhost,127.0.0.0/8"_s,
                               u"no_proxy=localhost,127.0.0.0/8"_s,
                               u"PYTHONPYCACHEPREFIX="_s + environment + u"/bytecode"_s, // none in the source tree
                               u"AZURE_CORE_COLLECT_TELEMETRY=0"_s,
                               u"DO_NOT_TRACK=1"_s};
        if (one.readsCloudMetadata)
            command.environment << u"AZUREML_CURRENT_CLOUD=practice"_s
                                << u"ARM_CLOUD_METADATA_URL="_s + bench.urls.at(u"arm"_s) +
                                       u"/metadata/endpoints?api-version=2019-05-01"_s;
        command.limit = kLimit;
        return command;
    }

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

    TrafficRecorder m_traffic;
    std::vector<std::string> m_senders; // of each recording; written by the labs, one at a time
    std::map<std::string, Told> m_told;
};

QTEST_GUILESS_MAIN(TestPracticeClients)
#include "tst_practiceclients.moc"
