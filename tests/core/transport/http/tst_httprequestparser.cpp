#include "core/transport/http/httprequestparser.h"
#include "tests/support/testsupport.h"

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLimit = 1000;

Result<> feed(HttpRequestParser &parser, const QByteArray &bytes)
{
    return parser.feed({bytes.constData(), size_t(bytes.size())});
}

} // namespace

class TestHttpRequestParser : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whole_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("keptAlive");
        QTest::newRow("no body") << "GET /a?b=%20c HTTP/1.1\r\nHost: x\r\n\r\n"_ba
                                 << "/a?b=%20c"_ba
                                 << ""_ba << true;
        QTest::newRow("length") << "PUT /a HTTP/1.1\r\nContent-Length: 4\r\n\r\nbody"_ba
                                << "/a"_ba
                                << "body"_ba << true;
        QTest::newRow("chunks")
            << "POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nbod\r\n1\r\ny\r\n0\r\n\r\n"_ba
            << "/a"_ba
            << "body"_ba << true;
        QTest::newRow("close") << "GET / HTTP/1.1\r\nConnection: close\r\n\r\n"_ba
                               << "/"_ba
                               << ""_ba << false;
        QTest::newRow("old") << "GET / HTTP/1.0\r\n\r\n"_ba
                             << "/"_ba
                             << ""_ba << false;
    }
    void whole()
    {
        QFETCH(QByteArray, bytes);
        for (const qsizetype piece : {bytes.size(), qsizetype(1), qsizetype(7)}) { // of any size
            HttpRequestParser parser(kLimit);
            for (qsizetype at = 0; at < bytes.size(); at += piece) {
                QVERIFY(!parser.isDone());
                MOORING_OK(feed(parser, bytes.mid(at, piece)));
            }
            QVERIFY(parser.isDone());
            QTEST(parser.isKeptAlive(), "keptAlive");
            const HttpRequest request = parser.take();
            QTEST(request.target, "target");
            QTEST(request.body, "body");
            QVERIFY(!parser.isDone());
        }
    }

    void oneAfterTheOther() // in one piece, as a client in haste sends them
    {
        HttpRequestParser parser(kLimit);
        MOORING_OK(feed(parser, "POST /1 HTTP/1.1\r\nContent-Length: 1\r\n\r\nxGET /2 HTTP/1.1\r\n\r\nGET /3"));
        QCOMPARE(parser.take().target, "/1"_ba);
        QVERIFY(parser.isDone());
        QCOMPARE(parser.take().target, "/2"_ba);
        QVERIFY(!parser.isDone());
        MOORING_OK(feed(parser, " HTTP/1.1\r\n\r\n"));
        QCOMPARE(parser.take().target, "/3"_ba);
    }

    void continues()
    {
        HttpRequestParser parser(kLimit);
        QVERIFY(!parser.wantsContinue());
        MOORING_OK(feed(parser, "PUT / HTTP/1.1\r\nContent-Length: 2\r\nExpect: 100-Continue\r\n\r\n"));
        QVERIFY(parser.wantsContinue());
        QVERIFY(!parser.wantsContinue()); // once
        MOORING_OK(feed(parser, "ok"));
        QCOMPARE(parser.take().body, "ok"_ba);
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("not HTTP") << "hello\r\n\r\n"_ba;
        QTest::newRow("an answer") << "HTTP/1.1 200 OK\r\n\r\n"_ba;
        QTest::newRow("long head") << "GET / HTTP/1.1\r\nA: " + QByteArray(100'000, 'a');
        QTest::newRow("many fields") << "GET / HTTP/1.1\r\n" + QByteArray("A: b\r\n").repeated(20'000);
        QTest::newRow("bad chunk") << "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"_ba;
        QTest::newRow("body over the limit")
            << "POST / HTTP/1.1\r\nContent-Length: 2000\r\n\r\n" + QByteArray(1500, 'a');
    }
    void refused()
    {
        QFETCH(QByteArray, bytes);
        HttpRequestParser parser(kLimit);
        const auto fed = feed(parser, bytes);
        QVERIFY(!fed);
        QCOMPARE(fed.error().code, u"socket.badRequest"_s);
    }
};

QTEST_GUILESS_MAIN(TestHttpRequestParser)
#include "tst_httprequestparser.moc"
