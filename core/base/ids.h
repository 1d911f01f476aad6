#pragma once

#include <QString>

namespace mooring {

/// A new run id: "train-20261124-073359-k3x9qz". Plain ASCII, safe as a folder name, made by the client so that
/// starting is idempotent.
QString newRunId(const QString &scriptStem);
/// `count` random characters of [a-z0-9], from the system's random source.
QString randomWord(int count);

} // namespace mooring
