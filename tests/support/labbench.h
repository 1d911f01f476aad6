#pragma once

#include "core/azure/cloud/clouddiscovery.h"
#include "core/azure/http/jsonreply.h"
#include "core/azure/http/webclient.h"
#include "core/base/clock.h"
#include "core/practice/practicelab.h"
#include "tests/support/testsupport.h"

namespace mooring::test {

/// A practice lab in haste, and a client of ours that trusts it.
class LabBench
{
public:
    explicit LabBench(PracticeLab::Observer observer = {}, qint64 runMs = 1200)
    {
        LabPace pace;
        pace.provisioningMs = 300;
        pace.runMs = runMs;
        pace.retryAfter = 1;
        auto started = PracticeLab::start(pace, std::move(observer));
        if (!started) {
            qWarning("%s", qPrintable(started.error().text()));
            return;
        }
        lab = std::move(started).value();
        for (const LabService &service : lab->services())
            urls[service.kind] = service.url;
        client = std::make_unique<WebClient>(WebTransport::make(lab->authorityPem()).value());
        token = signIn();
    }

    QByteArray signIn() const
    {
        WebRequest request;
        request.method = "POST";
        request.url = QUrl(urls.at(QStringLiteral("signin")) + QStringLiteral("/") +
                           QLatin1StringView(practice::kTenant) + QStringLiteral("/oauth2/v2.0/token"));
        request.body = "grant_type=client_credentials&client_id=a&client_secret=b&scope=practice%2F.default";
        request.contentType = "application/x-www-form-urlencoded";
        const auto reply = client->json(request, QStringLiteral("No token."), {});
        return reply ? stringAt(*reply, "access_token").toLatin1() : QByteArray();
    }

    /// Any status is an answer; a failed exchange is status 0. `path` begins with a slash, or is a whole address.
    WebReply ask(const QString &kind, const QByteArray &method, const QString &path, const Json &body = {},
                 const WebHeaders &headers = {}) const
    {
        WebRequest request;
        request.method = method;
        request.url = QUrl(path.startsWith(u'/') ? urls.at(kind) + path : path, QUrl::StrictMode);
        request.headers = headers;
        request.bearer = token;
        request.patience = std::chrono::milliseconds(0);
        if (!body.is_null()) {
            request.body = toBytes(body);
            request.contentType = "application/json";
        }
        const auto reply = client->send(request, {});
        if (!reply)
            qWarning("%s %s: %s", method.constData(), qPrintable(path), qPrintable(reply.error().text()));
        return reply.valueOr({});
    }
    /// Below the pretend workspace, by the resource manager.
    WebReply askWorkspace(const QByteArray &method, const QString &path, const Json &body = {}) const
    {
        const QString mark = path.contains(u'?') ? QStringLiteral("&") : QStringLiteral("?");
        return ask(QStringLiteral("arm"), method,
                   practice::workspaceResourceId() + path + mark + QStringLiteral("api-version=2024-10-01"), body);
    }
    Json jsonOf(const WebReply &reply) const { return parseJson(reply.body).valueOr(Json::object()); }
    /// Polls the address of an operation until its end; gives its last document.
    Json awaitOperation(const WebReply &begun) const
    {
        const QString url = QString::fromLatin1(begun.header("Azure-AsyncOperation"));
        Json last;
        for (int i = 0; i < 100; ++i) {
            last = jsonOf(ask({}, "GET", url));
            if (stringAt(last, "status") != u"InProgress")
                return last;
            QTest::qWait(50);
        }
        return last;
    }

    std::unique_ptr<PracticeLab> lab;
    std::map<QString, QString> urls;
    std::unique_ptr<WebClient> client;
    QByteArray token;
};

} // namespace mooring::test
