#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <vector>

namespace mooring {

/// One line of manifest.jsonl: a file or link of a snapshot.
struct ManifestEntry
{
    QByteArray path;
    bool isLink = false;
    bool executable = false;
    QByteArray link;
    qint64 size = 0;
    QByteArray sha256; ///< hex; empty for links
    qint64 mtimeNs =
        0; ///< of the source when it was copied, to compare later without reading; 0: unknown, or too fresh to tell

    bool operator==(const ManifestEntry &) const = default;
    /// Same bytes, same kind, same executable bit: all that a run can see.
    bool sameContent(const ManifestEntry &other) const;
};

/// Sorted by path, in byte order.
using Manifest = std::vector<ManifestEntry>;

/// manifest.jsonl as core/runs/README.md has it.
QByteArray toManifestLines(const Manifest &manifest);
/// Errors name the line. Refused: absolute paths, "..", a path twice, a file without its hash.
Result<Manifest> readManifest(const QByteArray &lines);

/// Hash of all that a run can see of a snapshot: same value, same snapshot. Hex.
QString manifestHash(const Manifest &manifest);

struct ManifestChanges
{
    std::vector<QByteArray> changed, added, gone;
    bool isEmpty() const { return changed.empty() && added.empty() && gone.empty(); }
};
ManifestChanges compareManifests(const Manifest &before, const Manifest &now);

/// {"path": …}, or percent-encoded with "encoded": true when the bytes are not UTF-8.
void putPath(Json &object, const QByteArray &path);
/// For people: what is not UTF-8 or would break the line is shown as \xff.
QString displayPath(const QByteArray &path);

} // namespace mooring
