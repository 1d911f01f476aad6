#pragma once

#include "core/base/json.h"
#include "core/inference/serveraddress.h"
#include "core/transport/http/httpclient.h"

#include <QDateTime>

#include <optional>

namespace mooring {

struct ScoringRequest
{
    QByteArray body;
    QString contentType = QStringLiteral("application/json");
    HttpHeaders headers = {}; ///< beside the content type
    QString label = {};       ///< what it is, in the history: "sample_input.json"; never sent
};

/// One request to an endpoint and what came of it, as the history keeps it.
struct ScoringCall
{
    qint64 id = 0; ///< of the history; 0: not kept
    QString endpoint;
    int version = 0;
    QString versionTitle = {}; ///< its name, where versions have names
    std::optional<QDateTime> at;
    ScoringRequest request;
    int status = 0; ///< 0: no answer
    HttpHeaders headers;
    QByteArray body;
    double ms = 0; ///< from the connection to the last byte
    QString error; ///< sentence, when there was no answer
    /// The history keeps the beginning of a long body alone: then these are more than it has.
    qint64 bodySize = 0, requestBodySize = 0;

    QString versionLabel() const { return versionTitle.isEmpty() ? QString::number(version) : versionTitle; }
    /// "v3", "blue": in a table.
    QString versionMark() const { return versionTitle.isEmpty() ? QStringLiteral("v%1").arg(version) : versionTitle; }
    bool isSuccess() const { return status >= 200 && status < 300; }
    bool isRequestWhole() const { return request.body.size() >= requestBodySize; }
    bool isBodyWhole() const { return body.size() >= bodySize; }
    Json toJson() const; ///< of `test --json` (cli.md), with further keys
    Json toStoreJson() const;
    static ScoringCall fromStoreJson(const Json &value);
};

/// The headers of a request to the server, with its own and its key.
HttpHeaders withKey(const ServerAddress &server, HttpHeaders headers);

/// POST to the scoring path of a server by plain HTTP. A status is an answer; an Error ("endpoint.noAnswer",
/// ErrorKind::NotReachable) is none. The address's key goes with it and stays out of the call.
Result<ScoringCall> callScore(const ServerAddress &server, const ScoringRequest &request,
                              std::chrono::milliseconds limit, const CancelToken &cancel);

/// GET of a path of a server.
Result<HttpAnswer> getFromServer(const ServerAddress &server, const QByteArray &path, std::chrono::milliseconds limit,
                                 const CancelToken &cancel);

} // namespace mooring
