#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace mooring {

/// One effective line of a requirements file: continuations joined, comments and blank lines gone.
struct RequirementLine
{
    enum class Kind {
        Package,      ///< "numpy==1.26", "pkg @ https://…"
        Option,       ///< "--index-url …"
        Include,      ///< -r, -c: `path` names the file
        LocalArchive, ///< "./wheels/x.whl": `path` names it
        LocalFolder,  ///< ".", "-e .", "../pkg": would install somebody's folder
        Unknown,      ///< nothing that pip knows
    };
    Kind kind = Kind::Unknown;
    int number = 0; ///< of its first line, from 1
    QString text;
    QString path;
    bool operator==(const RequirementLine &) const = default;
};

std::vector<RequirementLine> parseRequirements(const QByteArray &text);

/// The number in `now` of the first line that differs from `before`; the place where lines were taken away at the end
/// is the line after the last. Nothing when only comments and blank lines differ.
std::optional<int> firstChangedLine(const QByteArray &before, const QByteArray &now);

/// The text with each include's path replaced by what `place` says, everything else byte for byte.
QByteArray withIncludesAt(const QByteArray &text, const std::vector<std::pair<QString, QString>> &places);

} // namespace mooring
