#pragma once

#include "core/targets/targetkind.h"

namespace mooring {

/// An attached target as a file of our own, from which `import` attaches the same thing again: kind, name and settings,
/// the key that its machine showed, and the names of its secrets, never the secrets.
struct TargetFile
{
    QString name;
    QString kind;
    std::map<QString, QString> settings;
    QStringList secrets; ///< field ids
    QString hostKey;     ///< "SHA256:…"; empty: none was seen

    bool operator==(const TargetFile &) const = default;

    static TargetFile of(const TargetRecord &target);
    /// Round trip: fromYaml(toYaml(x)) == x.
    QByteArray toYaml() const;
    /// Codes "settings.…" as of run settings; "target.badFile" without kind or name.
    static Result<TargetFile> fromYaml(const QByteArray &yaml);
    /// Whether such a file is meant and not run settings.
    static bool isOne(const QByteArray &yaml);
    /// The form of the kind, filled in. An unknown field: an error with the nearest one.
    Result<FormValues> values(const TargetKind &described) const;
};

} // namespace mooring
