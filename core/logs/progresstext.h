#pragma once

#include <QString>

#include <optional>

namespace mooring {

/// What a progress bar in a line of text says (tqdm, pip, wget and their like). What it does not say is empty.
struct ProgressText
{
    QString label;         ///< "Epoch 12/30"
    double fraction = 0.0; ///< 0 to 1
    qint64 done = -1;
    qint64 total = -1;
    QString rate; ///< "20.2 it/s"
    QString left; ///< "0:41"
};

/// Nothing when the text has neither a percentage nor "n/m".
std::optional<ProgressText> parseProgress(const QString &text);

} // namespace mooring
