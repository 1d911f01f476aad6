#pragma once

#include "core/base/json.h"

#include <vector>

namespace mooring::test {

/// One recorded exchange, as Microsoft's validator (npm oav) judged it by Microsoft's OpenAPI files.
struct JudgedExchange
{
    QString file;      ///< of the recording
    QString operation; ///< "Compute_Delete"; empty where no operation fits
    Json errors;       ///< an array of {"side": "request" or "response", "code", "message", "at"}
};

/// Whether the OpenAPI files (MOORING_AZURE_SPECS) and the validator are here.
bool canJudge();

/// Of all recordings in the folder, in the order of their names, by the OpenAPI files that fit the patterns
/// ("batch/**/*.json", below the folder of specifications). Empty, with a warning, when the validator failed. Takes
/// seconds: the more files, the more.
std::vector<JudgedExchange> judged(const QString &recordings, const QStringList &specifications);

} // namespace mooring::test
