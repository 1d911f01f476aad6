#include "core/azure/aci/containergroup.h"
#include "core/azure/aci/modelpackage.h"
#include "core/base/files.h"
#include "core/inference/portowner.h"
#include "core/inference/scoringcall.h"
#include "tests/support/testsupport.h"
#include "tests/support/webserver.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray kAnswering = "import os\n"
                              "def init():\n"
                              "    global text\n"
                              "    text = open(os.path.join(os.environ['AZUREML_MODEL_DIR'], 'a.txt')).read()\n"
                              "def run(body):\n"
                              "    return {'text': text}\n";
const QByteArray kBroken = "def init():\n    return {}['weights']\ndef run(body):\n    return 1\n";
const QByteArray kKey = "CANARY-key";

void put(const QString &path, const QByteArray &content)
{
    MOORING_OK(makeFolder(QFileInfo(path).absolutePath()));
    MOORING_OK(writeFileAtomically(path, content, 0644));
}

/// What Azure does with our body: the secret volume as files, the variables, the command, here on this computer.
class Container
{
public:
    explicit Container(const QByteArray &script, const PackageRequirements &requirements = {})
    {
        put(m_place.code() + u"/score.py"_s, script);
        put(m_folder.filePath(u"m/a.txt"_s), "good");
        m_version.number = 1;
        m_version.modelPath = m_folder.filePath(u"m"_s);
        m_version.settings.name = u"demo"_s;
        m_version.settings.score = u"score.py"_s;
        m_version.settings.runner = u"aci"_s;
        m_version.settings.port = port = findFreePort(17001);
        RecordingContext context;
        const auto package = packModel(m_version, m_place, requirements, m_folder.filePath(u"p.tar.gz"_s), context);
        MOORING_OK(package);
        m_package = readWholeFile(package->path).valueOr({});
        sha256 = package->sha256;
    }
    ~Container()
    {
        if (m_process.state() != QProcess::NotRunning) {
            m_process.terminate(); // as Azure does it
            if (!m_process.waitForFinished(10'000))
                m_process.kill();
        }
    }

    void run()
    {
        const ContainerSecrets secrets{m_store.url(u"/c/p.tar.gz"_s + QString::fromLatin1("?sig=CANARY-sig")), kKey};
        const Json body = groupBody(m_version, u"here"_s, sha256, secrets, {});
        for (const auto &[name, value] : body["properties"]["volumes"][0]["secret"].items())
            put(secretFolder() + u'/' + fromStd(name),
                QByteArray::fromBase64(QByteArray::fromStdString(value.get<std::string>())));
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const Json &each : body["properties"]["containers"][0]["properties"]["environmentVariables"])
            environment.insert(stringAt(each, "name"),
                               stringAt(each, "value").replace(QLatin1StringView(kServedFolder), work()));
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QStringLiteral(MOORING_TESTENV "/bin/python"), {secretFolder() + u"/aci_start.py"_s, work()});
        QVERIFY(m_process.waitForStarted());
    }
    bool awaitHealthy()
    {
        for (int i = 0; i < 300 && m_process.state() != QProcess::NotRunning; ++i) {
            const auto answer = getFromServer(ServerAddress::onThisComputer(port), "/", 2s, {});
            if (answer && answer->status() == 200)
                return true;
            m_process.waitForReadyRead(100);
        }
        return false;
    }
    int awaitEnd() { return m_process.waitForFinished(60'000) ? m_process.exitCode() : -1; }
    QByteArray log() { return m_log += m_process.readAll(); }

    QString work() const { return m_folder.filePath(u"work"_s); }
    QString secretFolder() const { return m_folder.filePath(u"secret"_s); }
    QByteArray sha256;
    int port = 0;
    WebAnswer other; ///< a status other than 200: in place of the package

private:
    QTemporaryDir m_folder;
    EndpointVersion m_version;
    VersionFolder m_place{m_folder.filePath(u"demo"_s), 1};
    QByteArray m_package, m_log;
    WebServer m_store{[this](const WebAsk &ask) {
        return other.status != 200 || ask.query("sig") != "CANARY-sig" ? other : WebAnswer{200, m_package};
    }};
    QProcess m_process;
};

ScoringCall scored(int port, const QByteArray &key)
{
    ServerAddress server = ServerAddress::onThisComputer(port);
    server.key = key;
    return callScore(server, {"{}"}, 10s, {}).valueOr({});
}

} // namespace

/// The script that starts the server in a container group, with the real server, on this computer.
class TestAciStart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        MOORING_NEEDS(QFile::exists(QStringLiteral(MOORING_TESTENV "/bin/python")), "the inference server");
    }

    void asksForTheKey()
    {
        Container container(kAnswering);
        container.run();
        QVERIFY2(container.awaitHealthy(), container.log().constData());
        const ScoringCall good = scored(container.port, kKey);
        QCOMPARE(good.status, 200);
        QCOMPARE(good.body, QByteArray("{\"text\": \"good\"}"));
        QCOMPARE(scored(container.port, {}).status, 401);
        QCOMPARE(scored(container.port, "CANARY-ke").status, 401);
        QCOMPARE(scored(container.port, "CANARY-key1").status, 401);
        ServerAddress server = ServerAddress::onThisComputer(container.port);
        for (const char *path : {"/swagger.json", "//score", "/score/", "/elsewhere"})
            QCOMPARE(getFromServer(server, path, 5s, {})->status(), 401);
        server.key = kKey;
        QCOMPARE(getFromServer(server, "/swagger.json", 5s, {})->status(), 200);
        QVERIFY2(!container.log().contains("CANARY"), container.log().constData());
    }

    void refusesAnotherPackage()
    {
        Container container(kAnswering);
        container.sha256.replace(0, 2, container.sha256.startsWith("00") ? "11" : "00");
        container.run();
        QCOMPARE(container.awaitEnd(), 2);
        QVERIFY(container.log().contains("is not the one that was sent"));
        QVERIFY(!QFile::exists(container.work() + u"/code"_s));
    }

    void anAddressThatExpired()
    {
        Container container(kAnswering);
        container.other.status = 403;
        container.run();
        QCOMPARE(container.awaitEnd(), 2);
        QVERIFY2(container.log().contains("HTTP 403"), container.log().constData());
        QVERIFY(!container.log().contains("CANARY"));
    }

    void requirementsThatCannotBe()
    {
        Container container(kAnswering, {{{"requirements.txt", "./there-is-none.whl\n"}}, {}});
        container.run();
        QCOMPARE(container.awaitEnd(), 3);
    }

    void aBrokenInitIsFound()
    {
        Container container(kBroken);
        container.run();
        QVERIFY(container.awaitEnd() > 0);
        const auto failure = findInitFailure(container.log(), container.work() + u"/code"_s, u"/home/me/src"_s);
        QVERIFY2(failure, container.log().constData());
        QCOMPARE(failure->exception, u"KeyError: 'weights'"_s);
        QCOMPARE(failure->file, u"/home/me/src/score.py"_s);
        QCOMPARE(failure->line, 2);
    }

    void startsAgainInTheSameFolder()
    {
        Container container(kAnswering);
        put(container.work() + u"/code/score.py"_s, "left over");
        container.run();
        QVERIFY2(container.awaitHealthy(), container.log().constData());
    }

    /// A package that would write outside its folder ends it.
    void leavesItsFolder_data()
    {
        QTest::addColumn<QString>("make");
        QTest::newRow("path") << u"i = tarfile.TarInfo('../out.txt'); i.size = 1; t.addfile(i, io.BytesIO(b'x'))"_s;
        QTest::newRow("absolute")
            << u"i = tarfile.TarInfo('/tmp/mooring-out.txt'); i.size = 1; t.addfile(i, io.BytesIO(b'x'))"_s;
        QTest::newRow("link")
            << u"i = tarfile.TarInfo('code/l'); i.type = tarfile.SYMTYPE; i.linkname = '../../x'; t.addfile(i)"_s;
        QTest::newRow("hard link")
            << u"i = tarfile.TarInfo('code/l'); i.type = tarfile.LNKTYPE; i.linkname = 'a'; t.addfile(i)"_s;
        QTest::newRow("device") << u"i = tarfile.TarInfo('code/d'); i.type = tarfile.FIFOTYPE; t.addfile(i)"_s;
    }
    void leavesItsFolder()
    {
        QFETCH(QString, make);
        QTemporaryDir folder;
        const QString code = u"import io, sys, tarfile\nsys.path.insert(0, sys.argv[1])\nimport aci_start\n"
                             "with tarfile.open('p.tar.gz', 'w:gz') as t:\n    %1\n"
                             "aci_start.unpack('p.tar.gz', 'work')\n"_s.arg(make);
        QProcess python;
        python.setWorkingDirectory(folder.path());
        MOORING_OK(makeFolder(folder.filePath(u"work"_s)));
        python.start(QStringLiteral(MOORING_TESTENV "/bin/python"),
                     {u"-B"_s, u"-c"_s, code, QStringLiteral(MOORING_REMOTE)});
        QVERIFY(python.waitForFinished(30'000));
        QCOMPARE(python.exitCode(), 2);
        QVERIFY(QDir(folder.filePath(u"work"_s)).isEmpty() || !QFile::exists(folder.filePath(u"work/code/l"_s)));
        QVERIFY(!QFile::exists(folder.filePath(u"out.txt"_s)));
    }
};

QTEST_GUILESS_MAIN(TestAciStart)
#include "tst_acistart.moc"
