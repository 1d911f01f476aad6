#pragma once

#include "core/azure/cloud/cloud.h"
#include "core/azure/http/webclient.h"
#include "core/azure/signin/tokensource.h"

namespace mooring {

/// One call of a service that takes the resource manager's token.
struct ArmCall
{
    QByteArray method = "GET";
    QString path;       ///< from "/" on, percent-encoded (ArmId::path, pathSegment); a query may follow
    QString apiVersion; ///< empty: none is added (data planes)
    QString what;       ///< whole sentence for when it is refused: "The workspace could not be read."
    Json body = {};     ///< null: none
    QUrl base = {};     ///< empty: the resource manager
};

/// Azure Resource Manager, and the data planes that take its token, for one account and one tenant.
///
/// Blocks; worker threads and the command line only. Thread-safe. The token goes only where Cloud::mayCarryToken lets
/// it ("azure.otherHost"). On 401 it is renewed once, with the challenge's claims where there are some; a second 401 is
/// the answer.
class ArmClient
{
public:
    ArmClient(Cloud cloud, std::shared_ptr<WebClient> web, std::shared_ptr<TokenSource> tokens)
        : m_cloud(std::move(cloud)), m_web(std::move(web)), m_tokens(std::move(tokens))
    {
    }

    const Cloud &cloud() const { return m_cloud; }
    const WebClient &web() const { return *m_web; }
    void setOnPause(WebClient::OnPause onPause) { m_onPause = std::move(onPause); }

    /// Any status is an answer.
    Result<WebReply> send(const ArmCall &call, const CancelToken &cancel) const;
    /// An address that an answer gave (nextLink, a status): only of the origin that answered.
    Result<WebReply> sendTo(const QUrl &url, const QUrl &origin, const CancelToken &cancel) const;
    /// The document of a 2xx answer; else the Error of errorOf with the call's sentence.
    Result<Json> json(const ArmCall &call, const CancelToken &cancel) const;
    /// The same; nothing for a 404: there is no such thing.
    Result<std::optional<Json>> jsonIfThere(const ArmCall &call, const CancelToken &cancel) const;
    /// All pages: follows nextLink as it is (it holds the whole address), within the origin, at most 1000 pages, never
    /// the same twice ("azure.badList"). Entries that are no objects are passed over.
    Result<std::vector<Json>> list(const ArmCall &call, const CancelToken &cancel) const;
    /// The same, entry by entry, for lists that may be long; `take` gives false when it has enough. `key`: the member
    /// that holds the entries, where a service does not call it "value".
    Result<> each(const ArmCall &call, const std::function<bool(const Json &)> &take, const CancelToken &cancel,
                  const char *key = "value") const;
    QUrl urlOf(const ArmCall &call) const;
    /// The account's token for another audience than the resource manager: the caller says where it goes.
    Result<AccessToken> tokenFor(const QString &scope, const CancelToken &cancel) const
    {
        return m_tokens->token(scope, cancel);
    }

private:
    Result<WebReply> authorized(WebRequest request, const CancelToken &cancel) const;

    Cloud m_cloud;
    std::shared_ptr<WebClient> m_web;
    std::shared_ptr<TokenSource> m_tokens;
    WebClient::OnPause m_onPause;
};

} // namespace mooring
