#pragma once

#include "core/inference/endpointrecord.h"
#include "core/inference/scoringcall.h"

#include <optional>

namespace mooring {

/// A request to try an endpoint with, and where it comes from, in words.
struct Payload
{
    ScoringRequest request;
    QString source;
};

/// "application/json" for *.json, "text/csv" for *.csv, "application/octet-stream" for what is no text.
QString contentTypeOf(const QString &fileName, const QByteArray &content);
/// sample_input.json of the version's code or model, or an MLflow model's input_example.json. Nothing when there is
/// none.
std::optional<Payload> findSamplePayload(const QStringList &folders);
/// From the "example" of the score operation in the server's swagger.json (2 or 3). Nothing when it tells nothing.
std::optional<Payload> payloadFromSwagger(const QByteArray &swagger);
/// One row of a CSV text with a head, as {"data":[[…]]} or, with names, {"input_data":{"columns":[…],"data":[[…]]}}.
std::optional<Payload> payloadFromRow(const QByteArray &csv, int row, bool withNames);

/// One place where two JSON answers differ.
struct AnswerDifference
{
    QString path;                    ///< JSON pointer, "" for the whole
    std::optional<Json> left, right; ///< nothing where there is none; a null that was answered is a null

    /// For people: the value, or "(missing)".
    static QString text(const std::optional<Json> &value);
};

/// Empty when they are equal as JSON, or byte for byte where one is not JSON.
std::vector<AnswerDifference> compareAnswers(const QByteArray &left, const QByteArray &right);

/// The call as a curl command line and as a Python script, to copy. `needsKey`: the key stands in the variable KEY of
/// whoever runs it, and not in the text.
QString asCurl(const QString &scoringUri, const ScoringRequest &request, bool needsKey = false);
QString asPython(const QString &scoringUri, const ScoringRequest &request, bool needsKey = false);

} // namespace mooring
