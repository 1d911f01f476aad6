#include "core/azure/http/webclient.h"
#include "core/base/text.h"
#include "tests/support/testsupport.h"
#include "tests/support/webserver.h"

#include <QElapsedTimer>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

WebClient client(const QByteArray &ca = {}) { return WebClient(WebTransport::make(ca).value()); }

WebRequest ask(const QUrl &url)
{
    WebRequest request;
    request.url = url;
    request.limit = milliseconds(10000);
    return request;
}

} // namespace

/// The one HTTP client against a well-behaved, a tired and a hostile server.
class TestWebClient : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asksAndIsAnswered()
    {
        const WebServer server(
            [](const WebAsk &request) { return WebAnswer::json("{\"got\":\"" + request.body + "\"}"); });
        WebRequest request = ask(server.url(u"/a%2Fb?x=%2B1"_s));
        request.method = "PUT";
        request.body = "hello";
        request.contentType = "application/json";
        request.bearer = "token-1";
        const auto reply = client().send(request, {});
        MOORING_OK(reply);
        QCOMPARE(reply->status, 200);
        QCOMPARE(reply->body, R"({"got":"hello"})");
        const WebAsk seen = server.asked().front();
        QCOMPARE(seen.method, "PUT");
        QCOMPARE(seen.target, "/a%2Fb?x=%2B1"); // as it was written
        QCOMPARE(seen.header("Authorization"), "Bearer token-1");
        QVERIFY(!seen.header("x-ms-client-request-id").isEmpty());
        QCOMPARE(QString::fromLatin1(seen.header("x-ms-client-request-id")), reply->clientRequestId);
        QVERIFY(seen.header("Cookie").isEmpty());
    }

    void whoDoesNotAnswerIsNamedWithItsPort()
    {
        const int port = WebServer([](const WebAsk &) { return WebAnswer{}; }).url().port(); // closed again
        const auto reply = client().send(ask(QUrl(u"http://127.0.0.1:%1/x"_s.arg(port))), {});
        QVERIFY(!reply);
        QCOMPARE(reply.error().code, u"azure.unreachable"_s);
        QVERIFY2(reply.error().message.contains(u"127.0.0.1:%1"_s.arg(port)), qPrintable(reply.error().message));
    }

    void places_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("place");
        QTest::newRow("usual port") << u"https://management.azure.com/x"_s << u"management.azure.com"_s;
        QTest::newRow("usual port, said") << u"https://a.example:443/x"_s << u"a.example"_s;
        QTest::newRow("its own") << u"https://a.example:8443"_s << u"a.example:8443"_s;
        QTest::newRow("without TLS") << u"http://localhost:80"_s << u"localhost"_s;
        QTest::newRow("IPv6") << u"http://[::1]:8080"_s << u"[::1]:8080"_s;
    }
    void places()
    {
        QFETCH(QString, url);
        QFETCH(QString, place);
        QCOMPARE(placeOf(QUrl(url)), place);
    }

    void methods_data()
    {
        QTest::addColumn<QByteArray>("method");
        for (const char *method : {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"})
            QTest::newRow(method) << QByteArray(method);
    }
    void methods()
    {
        QFETCH(QByteArray, method);
        const WebServer server([](const WebAsk &) { return WebAnswer{204, {}}; });
        WebRequest request = ask(server.url());
        request.method = method;
        const auto reply = client().send(request, {});
        MOORING_OK(reply);
        QCOMPARE(reply->status, 204);
        QCOMPARE(server.asked().front().method, method);
    }

    void noSecondHostSeesTheToken_data()
    {
        QTest::addColumn<QString>("to"); // %1: the other server's port
        QTest::addColumn<int>("status");
        for (const int status : {301, 302, 303, 307, 308}) {
            QTest::addRow("other port %d", status) << u"http://localhost:%1/x"_s << status;
            QTest::addRow("address %d", status) << u"http://127.0.0.1:%1/x"_s << status;
        }
        QTest::newRow("without scheme") << u"//localhost:%1/x"_s << 302;
        QTest::newRow("user in it") << u"http://me@localhost:%1/x"_s << 302;
        QTest::newRow("file") << u"file:///etc/passwd"_s << 302;
        QTest::newRow("metadata") << u"http://169.254.169.254/metadata"_s << 302;
        QTest::newRow("nowhere") << QString() << 302;
        QTest::newRow("broken") << u"http://[::"_s << 302;
    }
    void noSecondHostSeesTheToken()
    {
        QFETCH(QString, to);
        QFETCH(int, status);
        const WebServer second([](const WebAsk &) { return WebAnswer::json("{}"); });
        const QByteArray place = (to.contains(u"%1") ? to.arg(second.url().port()) : to).toUtf8();
        const WebServer first([&](const WebAsk &) { return WebAnswer{status, {}, {{"Location", place}}}; });
        WebRequest request = ask(first.url());
        request.bearer = "CANARY-token";
        const auto reply = client().send(request, {});
        QVERIFY(!reply);
        QCOMPARE(reply.error().code, u"azure.redirect"_s);
        QCOMPARE(second.count(), 0);
    }

    void sameOriginIsFollowed()
    {
        const WebServer server([](const WebAsk &request) {
            return request.path() == "/old" ? WebAnswer{307, {}, {{"Location", "/new?a=1"}}} : WebAnswer::json("{}");
        });
        WebRequest request = ask(server.url(u"/old"_s));
        request.method = "PUT";
        request.body = "b";
        request.bearer = "t-1234";
        const auto reply = client().send(request, {});
        MOORING_OK(reply);
        QCOMPARE(reply->url.path(), u"/new"_s);
        QCOMPARE(server.asked().back().method, "PUT");
        QCOMPARE(server.asked().back().body, "b");
        QCOMPARE(server.asked().back().header("Authorization"), "Bearer t-1234");
    }

    void aRoundIsLeft()
    {
        const WebServer server([](const WebAsk &) { return WebAnswer{302, {}, {{"Location", "/again"}}}; });
        QCOMPARE(client().send(ask(server.url()), {}).error().code, u"azure.redirect"_s);
        QCOMPARE(server.count(), 6);
    }

    void aWriteIsNotTurnedIntoARead()
    {
        const WebServer server([](const WebAsk &) { return WebAnswer{302, {}, {{"Location", "/x"}}}; });
        WebRequest request = ask(server.url());
        request.method = "POST";
        QCOMPARE(client().send(request, {}).error().code, u"azure.redirect"_s);
        QCOMPARE(server.count(), 1);
    }

    void pauses_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("asked");
        QTest::newRow("429") << QByteArray("POST") << 429 << 3;
        QTest::newRow("503") << QByteArray("GET") << 503 << 3;
        QTest::newRow("503 of a put") << QByteArray("PUT") << 503 << 3;
        QTest::newRow("503 of a post") << QByteArray("POST") << 503 << 1;
        QTest::newRow("500") << QByteArray("GET") << 500 << 1;
    }
    void pauses()
    {
        QFETCH(QByteArray, method);
        QFETCH(int, status);
        std::atomic<int> n = 0;
        const WebServer server([&](const WebAsk &) {
            return ++n < 3 ? WebAnswer{status, {}, {{"Retry-After", "0"}}} : WebAnswer::json("{}");
        });
        WebRequest request = ask(server.url());
        request.method = method;
        int told = 0;
        const auto reply = client().send(request, {}, [&](const QString &sentence) {
            ++told;
            QVERIFY(sentence.contains(QString::number(status)));
        });
        MOORING_OK(reply);
        QTEST(server.count(), "asked");
        QCOMPARE(told, server.count() - 1);
        // The same call, so that the service can tell that it is.
        QCOMPARE(server.asked().front().header("x-ms-client-request-id"),
                 server.asked().back().header("x-ms-client-request-id"));
    }

    void aLongPauseIsToldAtOnce()
    {
        const WebServer server([](const WebAsk &) { return WebAnswer{429, {}, {{"Retry-After", "3600"}}}; });
        const auto reply = client().send(ask(server.url()), {});
        MOORING_OK(reply);
        QCOMPARE(reply->status, 429);
        QCOMPARE(server.count(), 1);
    }

    void cancelEndsAPauseAndAnExchange()
    {
        const CancelToken cancel;
        const WebServer tired([&](const WebAsk &) {
            cancel.cancel();
            return WebAnswer{429, {}, {{"Retry-After", "60"}}};
        });
        QCOMPARE(client().send(ask(tired.url()), cancel).error().kind, ErrorKind::Canceled);

        const CancelToken other;
        const WebServer silent([&](const WebAsk &) {
            other.cancel();
            WebAnswer answer;
            answer.delayMs = 30000;
            return answer;
        });
        QCOMPARE(client().send(ask(silent.url()), other).error().kind, ErrorKind::Canceled);
    }

    void aLimitEndsTheWait()
    {
        const WebServer silent([](const WebAsk &) {
            WebAnswer answer;
            answer.delayMs = 30000;
            return answer;
        });
        WebRequest request = ask(silent.url());
        request.limit = milliseconds(200);
        QCOMPARE(client().send(request, {}).error().code, u"azure.timeLimit"_s);
    }

    void retryAfterIsRead_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("ms");
        QTest::newRow("seconds") << QByteArray("7") << qint64(7000);
        QTest::newRow("date") << QByteArray("Mon, 23 Nov 2026 01:00:30 GMT") << qint64(30000);
        QTest::newRow("past") << QByteArray("Mon, 23 Nov 2026 00:00:00 GMT") << qint64(0);
        QTest::newRow("negative") << QByteArray("-1") << qint64(-1);
        QTest::newRow("huge") << QByteArray("9223372036854775808") << qint64(-1);
        QTest::newRow("words") << QByteArray("soon") << qint64(-1);
        QTest::newRow("none") << QByteArray() << qint64(-1);
    }
    void retryAfterIsRead()
    {
        QFETCH(QByteArray, value);
        WebReply reply;
        reply.headers = {{"Retry-After", value}, {"Date", "Mon, 23 Nov 2026 01:00:00 GMT"}};
        QTEST(qint64(retryAfter(reply).value_or(milliseconds(-1)).count()), "ms");
    }

    void hostileAnswers_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QString>("code");
        QTest::newRow("cut off") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":1")
                                 << u"azure.cutOff"_s;
        QTest::newRow("cut off in a chunk")
            << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n50\r\n{\"a\"") << u"azure.cutOff"_s;
        QTest::newRow("JSON without its end, in whole chunks")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                          "5\r\n{\"a\":\r\n0\r\n\r\n")
            << u"azure.cutOff"_s;
        QTest::newRow("cut off in the head") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le") << u"azure.cutOff"_s;
        QTest::newRow("not HTTP") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n") << u"azure.cutOff"_s;
        QTest::newRow("packed") << QByteArray("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 2\r\n\r\nab")
                                << u"azure.encoded"_s;
    }
    void hostileAnswers()
    {
        QFETCH(QByteArray, raw);
        const WebServer server([&](const WebAsk &) {
            WebAnswer answer;
            answer.raw = raw;
            return answer;
        });
        const auto reply = client().send(ask(server.url()), {});
        QVERIFY(!reply);
        QTEST(reply.error().code, "code");
        QCOMPARE(reply.error().kind == ErrorKind::NotReachable || reply.error().kind == ErrorKind::Failed, true);
    }

    /// What looks like a cut and is none: Qt does not say whether the last chunk came.
    void wholeChunks_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("JSON") << QByteArray("application/json; charset=utf-8") << QByteArray(R"({"a": [1, 2]})");
        QTest::newRow("no type") << QByteArray() << QByteArray("[]");
        QTest::newRow("a log") << QByteArray("text/plain") << QByteArray("[2026-11-30] INFO begun\n");
        QTest::newRow("a log, no type") << QByteArray() << QByteArray("begun\n");
        QTest::newRow("deep") << QByteArray("application/json") << QByteArray(5000, '[') + QByteArray(5000, ']');
        QTest::newRow("empty") << QByteArray("application/json") << QByteArray();
    }
    void wholeChunks()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        const WebServer server([&](const WebAsk &) {
            WebAnswer answer;
            answer.raw = "HTTP/1.1 200 OK\r\n" + (type.isEmpty() ? type : "Content-Type: " + type + "\r\n") +
                         "Transfer-Encoding: chunked\r\n\r\n" +
                         (body.isEmpty() ? body : QByteArray::number(body.size(), 16) + "\r\n" + body + "\r\n") +
                         "0\r\n\r\n";
            return answer;
        });
        const auto reply = client().send(ask(server.url()), {});
        MOORING_OK(reply);
        QCOMPARE(reply->body, body);
    }

    void anEndlessBodyIsLeft()
    {
        const WebServer server([](const WebAsk &) {
            WebAnswer answer;
            answer.body = QByteArray(64 * 1024, 'x');
            answer.endless = true;
            return answer;
        });
        WebRequest request = ask(server.url());
        request.bodyLimit = 1024 * 1024;
        QCOMPARE(client().send(request, {}).error().code, u"azure.tooLarge"_s);
    }

    void onlySafePlacesAreAsked_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("http") << u"http://example.invalid/"_s;
        QTest::newRow("file") << u"file:///etc/passwd"_s;
        QTest::newRow("user") << u"https://u:p@localhost/"_s;
        QTest::newRow("empty") << QString();
        QTest::newRow("private") << u"http://10.0.0.1/"_s;
    }
    void onlySafePlacesAreAsked()
    {
        QFETCH(QString, url);
        QCOMPARE(client().send(ask(QUrl(url)), {}).error().code, u"azure.notHttps"_s);
    }

    void nobodyThere()
    {
        QCOMPARE(client().send(ask(QUrl(u"http://localhost:1/"_s)), {}).error().kind, ErrorKind::NotReachable);
        QCOMPARE(client().send(ask(QUrl(u"https://no-such-host.invalid/"_s)), {}).error().kind,
                 ErrorKind::NotReachable);
    }

    void certificates()
    {
        const TestCertificate good, expired(-2), wrongName(2, u"elsewhere.invalid"_s);
        const auto tryWith = [](const TestCertificate &certificate, const QByteArray &ca) {
            const WebServer server([](const WebAsk &) { return WebAnswer::json("{}"); }, &certificate);
            WebRequest request = ask(server.url());
            request.bearer = "CANARY-token";
            const auto reply = client(ca).send(request, {});
            return std::pair(reply ? QString() : reply.error().code, server.count());
        };
        QCOMPARE(tryWith(good, good.certificate), std::pair(QString(), 1));
        QCOMPARE(tryWith(good, {}), std::pair(u"azure.certificate"_s, 0)); // nothing was asked
        QCOMPARE(tryWith(expired, expired.certificate), std::pair(u"azure.certificate"_s, 0));
        QCOMPARE(tryWith(wrongName, wrongName.certificate), std::pair(u"azure.certificate"_s, 0));
        QCOMPARE(WebTransport::make("no certificate").error().code, u"azure.caUnreadable"_s);
    }

    void origins_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("same");
        const auto row = [](const char *name, const QString &one, const QString &other, bool same) {
            QTest::newRow(name) << one << other << same;
        };
        row("equal", u"https://a.b/x"_s, u"https://a.b/y?z"_s, true);
        row("case", u"https://A.b/"_s, u"https://a.B/"_s, true);
        row("port", u"https://a.b"_s, u"https://a.b:443/"_s, true);
        row("other port", u"https://a.b"_s, u"https://a.b:444/"_s, false);
        row("scheme", u"https://a.b"_s, u"http://a.b:443/"_s, false);
        row("subdomain", u"https://a.b"_s, u"https://x.a.b/"_s, false);
        row("longer", u"https://a.b"_s, u"https://a.b.evil/"_s, false);
        row("user", u"https://a.b"_s, u"https://u@a.b/"_s, false);
        row("no host", u"https://a.b"_s, u"/x"_s, false);
        row("empty", QString(), QString(), false);
    }
    void origins()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QTEST(isSameOrigin(QUrl(one), QUrl(other)), "same");
    }

    void oneSegmentStaysOne_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text :
             {u"../x"_s, u".."_s, u"."_s, u"a?b"_s, u"a#b"_s, u"a b"_s, u"%2f"_s, u"그룹"_s, u"a\r\nb"_s, u"a/b"_s})
            QTest::newRow(qPrintable(text)) << text;
    }
    void oneSegmentStaysOne()
    {
        QFETCH(QString, text);
        const QUrl url(u"https://h/a/"_s + pathSegment(text) + u"/c"_s);
        const QByteArray path = url.toEncoded().mid(10);
        QCOMPARE(path.split('/').size(), 3);
        QCOMPARE(QUrl::fromPercentEncoding(path.split('/').at(1)), text);
        QVERIFY(!url.hasQuery() && !url.hasFragment());
    }
};

QTEST_GUILESS_MAIN(TestWebClient)
#include "tst_webclient.moc"
