// The lab's blob storage and Azurite, Microsoft's own emulator, are asked the same and must answer the same.
#include "core/azure/aci/sharedaccess.h"
#include "core/base/text.h"
#include "tests/support/azurite.h"
#include "tests/support/labbench.h"

#include <QFile>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

/// One request; of several in a row each follows the one before.
struct Ask
{
    QByteArray method, blob; ///< blob "": the container itself
    QByteArray permissions = "rcwdl";
    QByteArray query = {};
    WebHeaders headers = {};
    QByteArray body = {};
    int seconds = 3600; ///< until the signature ends
};

const WebHeaders kBlock{{"x-ms-blob-type", "BlockBlob"}};

/// What of an answer clients go by. Two things are not as Azure does them in Azurite, and are told as Azure would: a
/// signature that is wrong or over is "AuthenticationFailed" there, and a range that begins at the very end is refused
/// as one beyond it is.
QString told(const WebReply &reply)
{
    if (reply.status == 206 && reply.body.isEmpty() && reply.method == "GET")
        return u"416\nx-ms-error-code: InvalidRange\nContent-Range: bytes */"_s +
               QString::fromLatin1(reply.header("Content-Range").split('/').last());
    QStringList said{QString::number(reply.status)};
    QByteArrayList names{"x-ms-error-code", "Content-Range"};
    if (reply.isSuccess())
        names += {"x-ms-blob-type", "Content-Type", "Content-Length", "x-ms-meta-name", "Accept-Ranges"};
    for (const QByteArray &name : names) {
        QByteArray value = reply.header(name);
        if (value == "AuthorizationFailure")
            value = "AuthenticationFailed";
        if (!value.isEmpty())
            said << QString::fromLatin1(name + ": " + value);
    }
    for (const char *name : {"ETag", "Last-Modified", "x-ms-request-id"}) {
        if (reply.isSuccess())
            said << QLatin1String(name) + (reply.header(name).isEmpty() ? u": none"_s : u": some"_s);
    }
    if (reply.isSuccess() && reply.body.size() < 100)
        said << QString::fromUtf8(reply.body);
    return said.join(u'\n');
}

} // namespace

class TestLabBlobs : public QObject
{
    Q_OBJECT

    std::unique_ptr<Azurite> azurite;
    std::unique_ptr<LabBench> lab;
    int containers = 0;

    static QUrl urlOf(const QString &base, const QString &container, const Ask &ask)
    {
        const SharedAccess access{Azurite::account(), container, {}, ask.permissions, nowUtc().addSecs(ask.seconds)};
        QByteArray url = (base + u'/' + container).toUtf8();
        for (const QString &part : QString::fromUtf8(ask.blob).split(u'/', Qt::SkipEmptyParts))
            url += '/' + pathSegment(part).toLatin1();
        url += '?' + signedQuery(access, Azurite::accountKey());
        return QUrl::fromEncoded(ask.query.isEmpty() ? url : url + '&' + ask.query, QUrl::StrictMode);
    }
    static WebReply send(const WebClient &client, const QUrl &url, const Ask &ask)
    {
        WebRequest request;
        request.method = ask.method;
        request.url = url;
        request.headers = ask.headers;
        request.headers.emplace_back("x-ms-version", "2024-08-04");
        request.body = ask.body;
        if (ask.method == "PUT")
            request.contentType = "application/octet-stream";
        request.patience = std::chrono::milliseconds(0);
        const auto reply = client.send(request, {});
        if (!reply)
            qWarning("%s", qPrintable(reply.error().text()));
        return reply.valueOr({});
    }

private Q_SLOTS:
    void initTestCase()
    {
        MOORING_NEEDS(QFile::exists(QLatin1String(MOORING_AZURITE "/.complete")), "Azurite (npm)");
        azurite = std::make_unique<Azurite>(QLatin1String(MOORING_AZURITE));
        QVERIFY(!azurite->base.isEmpty());
        lab = std::make_unique<LabBench>();
        QVERIFY(lab->lab);
    }
    void cleanupTestCase() { azurite.reset(); }

    void sameAnswers_data()
    {
        QTest::addColumn<std::vector<Ask>>("asks");
        const Ask put{"PUT",       "a.txt", "rcwdl", {}, {{"x-ms-blob-type", "BlockBlob"}, {"x-ms-meta-name", "code"}},
                      "0123456789"};
        const Ask putEmpty{"PUT", "a.txt", "rcwdl", {}, kBlock, {}};
        const auto range = [](const QByteArray &value) {
            return Ask{"GET", "a.txt", "rcwdl", {}, {{"Range", value}}, {}};
        };
        const auto row = [](const char *name, std::vector<Ask> asks) { QTest::newRow(name) << asks; };
        row("not there", {{"GET", "none"}, {"HEAD", "none"}, {"DELETE", "none"}});
        row("sent and read", {put, {"GET", "a.txt"}, {"HEAD", "a.txt"}});
        row("over another", {put, putEmpty, {"GET", "a.txt"}, {"HEAD", "a.txt"}});
        row("ranges", {put, range("bytes=0-0"), range("bytes=3-5"), range("bytes=8-100"), range("bytes=9-"),
                       range("bytes=10-20"), range("bytes=500-600")});
        row("x-ms-range", {put, {"GET", "a.txt", "r", {}, {{"x-ms-range", "bytes=2-3"}}, {}}});
        row("ranges of nothing", {putEmpty, range("bytes=0-0"), range("bytes=0-"), {"GET", "a.txt"}});
        row("odd names", {{"PUT", "자료/a b#1%20+.txt", "rcw", {}, kBlock, "x"}, {"GET", "자료/a b#1%20+.txt"}});
        row("only when it is not there",
            {{"PUT", "a.txt", "rcw", {}, {{"x-ms-blob-type", "BlockBlob"}, {"If-None-Match", "*"}}, "1"},
             {"PUT", "a.txt", "rcw", {}, {{"x-ms-blob-type", "BlockBlob"}, {"If-None-Match", "*"}}, "2"},
             {"GET", "a.txt"}});
        row("deleted", {put, {"DELETE", "a.txt"}, {"GET", "a.txt"}, {"DELETE", "a.txt"}});
        row("metadata", {put,
                         {"PUT", "a.txt", "rcw", "comp=metadata", {{"x-ms-meta-name", "other"}}, {}},
                         {"HEAD", "a.txt"},
                         {"PUT", "none", "rcw", "comp=metadata", {{"x-ms-meta-name", "other"}}, {}}});
        const QByteArray one = "comp=block&blockid=MDAwMDAwMDA%3D", two = "comp=block&blockid=MDAwMDAwMDE%3D";
        const auto list = [](const QByteArray &ids) {
            return Ask{"PUT",
                       "b",
                       "rcw",
                       "comp=blocklist",
                       {{"x-ms-meta-name", "big"}},
                       "<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList>" + ids + "</BlockList>"};
        };
        row("a block alone", {{"PUT", "b", "rcw", one, {}, "half"}, {"GET", "b"}, {"HEAD", "b"}});
        row("blocks", {{"PUT", "b", "rcw", one, {}, "first "},
                       {"PUT", "b", "rcw", two, {}, "second"},
                       list("<Latest>MDAwMDAwMDA=</Latest><Latest>MDAwMDAwMDE=</Latest>"),
                       {"GET", "b"},
                       {"HEAD", "b"}});
        row("blocks that were not sent",
            {{"PUT", "b", "rcw", one, {}, "first "}, list("<Latest>MDAwMDAwMDk=</Latest>"), {"GET", "b"}});
        row("only to read", {{"PUT", "a.txt", "r", {}, kBlock, "x"}, {"PUT", "b", "r", one, {}, "x"}});
        row("only to write", {put, {"GET", "a.txt", "w"}, {"HEAD", "a.txt", "w"}});
        row("only to make",
            {{"PUT", "a.txt", "c", {}, kBlock, "x"}, {"PUT", "a.txt", "c", {}, kBlock, "y"}, {"GET", "a.txt"}});
        row("not to delete", {put, {"DELETE", "a.txt", "rcw"}});
        row("not to list", {{"GET", "", "rcw", "restype=container&comp=list"}});
        row("over", {{"GET", "a.txt", "r", {}, {}, {}, -60}, {"PUT", "a.txt", "rcw", {}, kBlock, "x", -60}});
    }
    void sameAnswers()
    {
        QFETCH(std::vector<Ask>, asks);
        const QString container = u"same-%1"_s.arg(++containers);
        QVERIFY(azurite->makeContainer(container));
        for (size_t i = 0; i < asks.size(); ++i) {
            const Ask &ask = asks[i];
            const WebReply theirs = send(*azurite->client, urlOf(azurite->base, container, ask), ask);
            const WebReply ours =
                send(*lab->client, urlOf(lab->urls[u"blob"_s] + u'/' + Azurite::account(), container, ask), ask);
            const QByteArray which = QByteArray::number(qint64(i)) + ' ' + ask.method + ' ' + ask.blob;
            if (theirs.status == 0 || told(ours) != told(theirs))
                QFAIL(which + "\nAzurite:\n" + told(theirs).toUtf8() + "\nthe lab:\n" + told(ours).toUtf8());
        }
    }
};

QTEST_GUILESS_MAIN(TestLabBlobs)
#include "tst_labblobs.moc"
