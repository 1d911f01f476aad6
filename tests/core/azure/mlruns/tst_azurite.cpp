#include "core/azure/aci/packagestore.h"
#include "core/azure/mlruns/blobstore.h"
#include "core/azure/mlruns/codeupload.h"
#include "core/azure/mlruns/mlsession.h"
#include "tests/support/azurite.h"
#include "tests/support/mlbench.h"

#include <QDir>
#include <QFile>
#include <QUrlQuery>
#include <QXmlStreamReader>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &content)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// An Azure ML workspace played on loopback, whose files are in Azurite.
struct StoreBench
{
    MlService service;
    SignInBench signIn{[this](const WebAsk &ask) { return service.answer(ask); }};
    KindRegistry kinds;
    std::unique_ptr<MlSession> session;
    RecordingContext context;
    QTemporaryDir folder;

    explicit StoreBench(const Azurite &azurite)
    {
        service.base = signIn.server->base();
        registerBuiltinKinds(kinds);
        Cloud cloud = signIn.cloud();
        cloud.caPem = azurite.certificate;
        MOORING_OK(signIn.service->clouds().remove(cloud.name));
        MOORING_OK(signIn.service->clouds().add(cloud));
        (void)signIn.signIn();
        const MlWorkspace workspace{
            u"lab"_s, u"bench"_s, {}, MlWorkspace::parseId(QString::fromLatin1(MlService::workspacePath())).value()};
        auto opened = MlSession::open(*signIn.service, workspace, kinds, *signIn.workspace, *signIn.credentials);
        MOORING_OK(opened);
        session = std::move(opened).value();
    }
    RunHistory history() const { return {*session->client, u"exp"_s, u"run1"_s}; }
};

} // namespace

/// Our calls of blob storage against Azurite, Microsoft's own emulator of it: what is right here is not ours to say.
class TestAzurite : public QObject
{
    Q_OBJECT

    std::unique_ptr<Azurite> azurite;
    Cloud cloud;
    std::unique_ptr<BlobStore> store;
    QTemporaryDir folder;
    int containers = 0;

    QString container()
    {
        const QString name = u"container-%1"_s.arg(++containers);
        return azurite->makeContainer(name) ? name : QString();
    }
    QString file(const QByteArray &content) const
    {
        const QString path = folder.filePath(u"file"_s);
        write(path, content);
        return path;
    }

private Q_SLOTS:
    void initTestCase()
    {
        MOORING_NEEDS(QFile::exists(QLatin1String(MOORING_AZURITE "/.complete")), "Azurite (npm)");
        azurite = std::make_unique<Azurite>(QLatin1String(MOORING_AZURITE));
        QVERIFY(!azurite->base.isEmpty());
        cloud = azurite->cloud();
        store = std::make_unique<BlobStore>(cloud, *azurite->client);
    }
    void cleanupTestCase() { azurite.reset(); }

    void namesAndSizes_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("size");
        QTest::newRow("plain") << u"train.py"_s << 20;
        QTest::newRow("empty") << u"src/__init__.py"_s << 0;
        QTest::newRow("one byte") << u"src/x"_s << 1;
        QTest::newRow("korean") << u"src/자료 폴더/베어링 1.csv"_s << 5;
        QTest::newRow("hash") << u"src/a#b.txt"_s << 5;
        QTest::newRow("percent") << u"src/100%.txt"_s << 5;
        QTest::newRow("percent and digits") << u"src/a%20b.txt"_s << 5;
        QTest::newRow("question mark") << u"src/a?b=c&d.txt"_s << 5;
        QTest::newRow("plus and quotes") << u"src/a+b'c\"d (1) [2] {3}.txt"_s << 5;
        QTest::newRow("comma, colon, at") << u"src/a,b:c@d;e=f!$*.txt"_s << 5;
        QTest::newRow("combining marks") << u"src/e\u0301.txt"_s << 5;
        QTest::newRow("beyond 16 bits") << u"src/\U0001F6F3.txt"_s << 5;
    }
    void namesAndSizes()
    {
        QFETCH(QString, name);
        QFETCH(int, size);
        const QString place = container();
        const QUrl sas = azurite->signedUrl(place, {}, "rcw");
        QCOMPARE(store->has(sas, name, {}).value(), false);
        const QByteArray content = QByteArray("abcdefghijklmnopqrstuvwxyz").left(size);
        MOORING_OK(store->put(sas, name, file(content), {{"upload_status", "completed"}}, {}));
        QCOMPARE(store->has(sas, name, {}).value(), true);
        const QUrl one = azurite->signedUrl(place, name, "r"); // of this blob alone
        QCOMPARE(store->read(one, 0, 1000, {}).value(), content);
        QCOMPARE(store->read(one, 2, 2, {}).value(), content.mid(2, 2));
        QCOMPARE(store->read(one, size, 1000, {}).value(), QByteArray());
        QCOMPARE(store->sizeOf(one, {}).value(), std::optional<qint64>(size));
        // Its name is the one that was meant, as the list says it.
        const WebReply list = azurite->ask("GET", QUrl(azurite->signedUrl(place, {}, "l").toString(QUrl::FullyEncoded) +
                                                       u"&restype=container&comp=list"_s));
        QCOMPARE(list.status, 200);
        QXmlStreamReader xml(list.body);
        while (!xml.atEnd() && !(xml.isStartElement() && xml.name() == u"Name"))
            xml.readNext();
        QCOMPARE(xml.readElementText(), name);
        QCOMPARE(azurite->ask("HEAD", one).header("x-ms-meta-upload_status"), QByteArray("completed"));
    }

    void largeOnesGoInBlocks()
    {
        const QString place = container();
        const QUrl sas = azurite->signedUrl(place, {}, "rcw");
        QByteArray content(33 * 1024 * 1024 + 3, 'a');
        for (qsizetype i = 0; i < content.size(); i += 4093)
            content[i] = char('b' + i % 20);
        MOORING_OK(store->put(sas, u"src/큰 것.bin"_s, file(content), {{"name", "big"}}, {}));
        const QUrl one = azurite->signedUrl(place, u"src/큰 것.bin"_s, "r");
        QCOMPARE(store->sizeOf(one, {}).value(), std::optional<qint64>(content.size()));
        QByteArray got;
        while (got.size() < content.size()) {
            const auto piece = store->read(one, got.size(), 8 * 1024 * 1024, {});
            MOORING_OK(piece);
            QVERIFY(!piece->isEmpty());
            got += *piece;
        }
        QVERIFY(got == content);
        QCOMPARE(azurite->ask("HEAD", one).header("x-ms-meta-name"), QByteArray("big"));
    }

    /// What was begun and not ended is not there; sent again, it is whole.
    void aBlockAloneIsNoBlob()
    {
        const QString place = container();
        const QUrl sas = azurite->signedUrl(place, {}, "rcw");
        QUrl block = azurite->signedUrl(place, u"half"_s, "rcw");
        block.setQuery(block.query(QUrl::FullyEncoded) + u"&comp=block&blockid=MDAwMDAwMDA%3D"_s);
        QCOMPARE(azurite->ask("PUT", block, "half").status, 201);
        QCOMPARE(store->has(sas, u"half"_s, {}).value(), false);
        MOORING_OK(store->put(sas, u"half"_s, file("whole"), {}, {}));
        QCOMPARE(store->has(sas, u"half"_s, {}).value(), true);
    }

    /// The words are Azurite's; Azure itself says AuthenticationFailed of the first three.
    void refused_data()
    {
        QTest::addColumn<QByteArray>("permissions");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QByteArray>("from"); // a part of the address that is not as it was signed
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("serverCode");
        QTest::newRow("expired") << QByteArray("rcw") << -60 << QByteArray() << QByteArray()
                                 << u"AuthorizationFailure"_s;
        QTest::newRow("signature") << QByteArray("rcw") << 3600 << QByteArray("sig=") << QByteArray("sig=A")
                                   << u"AuthorizationFailure"_s;
        QTest::newRow("more than was signed")
            << QByteArray("r") << 3600 << QByteArray("sp=r&") << QByteArray("sp=rcw&") << u"AuthorizationFailure"_s;
        QTest::newRow("only to read") << QByteArray("r") << 3600 << QByteArray() << QByteArray()
                                      << u"AuthorizationPermissionMismatch"_s;
    }
    void refused()
    {
        QFETCH(QByteArray, permissions);
        QFETCH(int, seconds);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, serverCode);
        QByteArray url = azurite->signedUrl(container(), {}, permissions, seconds).toEncoded();
        if (!from.isEmpty())
            url.replace(from, to);
        const QUrl sas = QUrl::fromEncoded(url, QUrl::StrictMode);
        const auto sent = store->put(sas, u"src/train.py"_s, file("x"), {}, {});
        QVERIFY(!sent);
        const Error &error = sent.error();
        QCOMPARE(error.code, u"azure.forbidden"_s);
        QCOMPARE(stringAt(error.detail, "serverCode"), serverCode);
        QVERIFY2(error.message.contains(u"src/train.py"_s), qPrintable(error.text()));
        // No account stands behind an address that is signed: nobody can be asked for a permission.
        QVERIFY2(error.fix.contains(u"address"_s) && !error.fix.contains(u"account"_s), qPrintable(error.text()));
        QVERIFY2(!error.text().contains(u"RequestId"_s), qPrintable(error.text())); // it is among the details
        QVERIFY(!stringAt(error.detail, "requestId").isEmpty());
        const QByteArray all = error.text().toUtf8() + toBytes(error.detail); // an address is a secret
        QVERIFY2(!all.contains(QUrlQuery(sas).queryItemValue(u"sig"_s).toUtf8()), all.constData());
    }

    void notThere()
    {
        const QString place = container();
        QCOMPARE(store->read(azurite->signedUrl(place, u"none"_s, "r"), 0, 10, {}).value(), QByteArray());
        QCOMPARE(store->sizeOf(azurite->signedUrl(place, u"none"_s, "r"), {}).value(), std::optional<qint64>());
        const auto sent = store->put(azurite->signedUrl(u"no-such-container"_s, {}, "rcw"), u"a"_s, file("x"), {}, {});
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, u"azure.notFound"_s);
        QCOMPARE(stringAt(sent.error().detail, "serverCode"), u"ContainerNotFound"_s);
    }

    /// The signature of one blob opens no other.
    void oneBlobAlone()
    {
        const QString place = container();
        const QUrl sas = azurite->signedUrl(place, {}, "rcw");
        for (const char *name : {"mine", "other"})
            MOORING_OK(store->put(sas, QLatin1String(name), file(name), {}, {}));
        QUrl url = azurite->signedUrl(place, u"mine"_s, "r");
        QCOMPARE(store->read(url, 0, 10, {}).value(), QByteArray("mine"));
        url.setPath(url.path().replace(u"/mine"_s, u"/other"_s));
        QCOMPARE(store->read(url, 0, 10, {}).error().code, u"azure.forbidden"_s);
    }

    void packagesOfEndpoints()
    {
        StoreBench bench(*azurite);
        const QString place = container();
        const QString endpoint = QUrl(azurite->base).authority();
        bench.service.first = [&](const WebAsk &ask) {
            if (ask.path().endsWith("/datastores"))
                return WebAnswer::json(toBytes({{"value",
                                                 {{{"name", "workspaceblobstore"},
                                                   {"properties",
                                                    {{"datastoreType", "AzureBlob"},
                                                     {"isDefault", true},
                                                     {"accountName", toStd(Azurite::account())},
                                                     {"containerName", toStd(place)},
                                                     {"endpoint", toStd(endpoint)}}}}}}}));
            if (ask.path().endsWith("/listSecrets"))
                return WebAnswer::json(
                    toBytes({{"secretsType", "AccountKey"}, {"key", Azurite::accountKey().toStdString()}}));
            return WebAnswer{0, {}};
        };
        const auto packages = PackageStore::open(*bench.session->client, {});
        MOORING_OK(packages);
        const ModelPackage package{file("a package"), "0123456789abcdef", 9};
        QCOMPARE(packages->put(package, {}).value(), true);
        QCOMPARE(packages->put(package, {}).value(), false); // once for each content
        const PackageStore::Address address = packages->addressOf(package.sha256);
        const WebReply fetched = azurite->ask("GET", address.url);
        QCOMPARE(fetched.status, 200);
        QCOMPARE(fetched.body, QByteArray("a package"));
        QCOMPARE(azurite->ask("PUT", address.url, "x", {{"x-ms-blob-type", "BlockBlob"}}).status, 403);
    }

    void codeOnceForEachContent()
    {
        StoreBench bench(*azurite);
        const QString place = container();
        bench.service.first = [&](const WebAsk &ask) {
            if (!ask.path().endsWith("/startPendingUpload"))
                return WebAnswer{0, {}};
            const QUrl sas = azurite->signedUrl(place, {}, "rcw");
            return WebAnswer::json(
                toBytes({{"pendingUploadType", "TemporaryBlobReference"},
                         {"blobReferenceForConsumption",
                          {{"blobUri", toStd(azurite->base + u'/' + place)},
                           {"credential", {{"credentialType", "SAS"}, {"sasUri", sas.toEncoded().toStdString()}}}}}}));
        };
        const QStringList names{u"train.py"_s, u"하위 폴더/__init__.py"_s, u"data/100% #1.csv"_s};
        const QByteArrayList contents{"print(1)\n", "", "1,2\n"};
        for (qsizetype i = 0; i < names.size(); ++i)
            write(bench.folder.filePath(u"src/"_s + names[i]), contents[i]);
        const auto sent = uploadCode(*bench.session->client, bench.folder.filePath(u"src"_s), bench.context);
        MOORING_OK(sent);
        QVERIFY(!sent->isReused);
        QCOMPARE(sent->files, qint64(3));
        for (qsizetype i = 0; i < names.size(); ++i) {
            const WebReply there = azurite->ask("GET", azurite->signedUrl(place, u"src/"_s + names[i], "r"));
            QCOMPARE(there.status, 200);
            QCOMPARE(there.body, contents[i]);
        }
        const auto again = uploadCode(*bench.session->client, bench.folder.filePath(u"src"_s), bench.context);
        MOORING_OK(again);
        QVERIFY(again->isReused);
        QCOMPARE(again->id, sent->id);
        write(bench.folder.filePath(u"src/train.py"_s), "print(2)\n");
        QVERIFY(!uploadCode(*bench.session->client, bench.folder.filePath(u"src"_s), bench.context)->isReused);
        QVERIFY(!bench.context.text().contains(u"sig="_s) && !bench.signIn.everythingKept().contains("sig="));
    }

    /// An append blob, as Azure ML writes logs: read by ranges while it grows, also when its address expires meanwhile.
    void aLogThatGrows()
    {
        StoreBench bench(*azurite);
        const QString place = container(), name = u"ExperimentRun/dcid.run1/user_logs/std_log.txt"_s;
        const auto appended = [&](const QByteArray &bytes) {
            QUrl url = azurite->signedUrl(place, name, "rcwa");
            url.setQuery(url.query(QUrl::FullyEncoded) + u"&comp=appendblock"_s);
            return azurite->ask("PUT", url, bytes).status;
        };
        QCOMPARE(
            azurite->ask("PUT", azurite->signedUrl(place, name, "rcwa"), {}, {{"x-ms-blob-type", "AppendBlob"}}).status,
            201);
        const QByteArrayList pieces{"", "하나\n", QByteArray(300'000, 'x') + "\n", "", "\x1b[1mthree\r\n"};
        int looks = 0;
        std::vector<int> statuses;
        bench.service.first = [&](const WebAsk &ask) {
            if (!ask.path().endsWith("/details"))
                return WebAnswer{0, {}};
            // Every other look gives an address that is over; the next one asks for a new one.
            const int look = looks++;
            const bool isExpired = look % 2 == 0;
            if (!isExpired && !pieces.value(look / 2).isEmpty())
                statuses.push_back(appended(pieces[look / 2]));
            const bool isOver = look / 2 >= pieces.size();
            return WebAnswer::json(toBytes(
                {{"runId", "run1"},
                 {"status", isOver ? "Completed" : "Running"},
                 {"logFiles",
                  {{"user_logs/std_log.txt",
                    azurite->signedUrl(place, name, "r", isExpired ? -60 : 3600).toEncoded().toStdString()}}}}));
        };
        MlLog log(bench.session->client->arm(), bench.history(), u"std"_s);
        log.setPace(0.001);
        QByteArray got;
        QStringList trouble;
        const auto ended = log.follow([&](const QByteArray &bytes) { got += bytes; },
                                      [&](const QString &sentence) { trouble << sentence; }, {});
        MOORING_OK(ended);
        QCOMPARE(got, pieces.join());
        QCOMPARE(trouble, QStringList());
        QCOMPARE(statuses, std::vector<int>(3, 201));
    }

    void outputs()
    {
        StoreBench bench(*azurite);
        const QString place = container();
        const std::map<QString, QByteArray> files{{u"outputs/model.bin"_s, QByteArray(17 * 1024 * 1024, 'm') + "end"},
                                                  {u"outputs/하위/a b #1 100%.txt"_s, "text"},
                                                  {u"outputs/empty"_s, {}}};
        for (const auto &[name, content] : files) {
            bench.service.artifacts << name;
            MOORING_OK(store->put(azurite->signedUrl(place, {}, "rcw"), name, file(content), {}, {}));
        }
        bench.service.artifacts << u"outputs/gone"_s; // run history lists what the storage does not have any more
        bench.service.first = [&](const WebAsk &ask) {
            const QString wanted = QString::fromUtf8(ask.query("path"));
            return ask.path().endsWith("/artifacts/contentinfo")
                       ? WebAnswer::json(
                             toBytes({{"contentUri", azurite->signedUrl(place, wanted, "r").toEncoded().toStdString()},
                                      {"path", toStd(wanted)}}))
                       : WebAnswer{0, {}};
        };
        auto listed = listMlOutputs(bench.history(), {}).value();
        QCOMPARE(listed.size(), size_t(4));
        askSizes(bench.history(), listed, {});
        for (const MlOutput &output : listed) {
            const auto sent = files.find(u"outputs/"_s + output.path);
            QCOMPARE(output.size, sent == files.end() ? std::nullopt : std::optional<qint64>(sent->second.size()));
        }
        const auto missing = fetchMlOutputs(bench.history(), bench.folder.filePath(u"to"_s), bench.context);
        QVERIFY(!missing); // an output that is not there is no empty file
        QVERIFY2(missing.error().message.contains(u"gone"_s), qPrintable(missing.error().text()));
        QVERIFY(!QFile::exists(bench.folder.filePath(u"to/gone"_s)));
        bench.service.artifacts.removeLast();
        const QString to = bench.folder.filePath(u"again"_s);
        MOORING_OK(fetchMlOutputs(bench.history(), to, bench.context));
        for (const auto &[name, content] : files)
            QVERIFY2(read(to + u'/' + name.mid(8)) == content && QFile::exists(to + u'/' + name.mid(8)),
                     qPrintable(name));
    }
};

QTEST_GUILESS_MAIN(TestAzurite)
#include "tst_azurite.moc"
