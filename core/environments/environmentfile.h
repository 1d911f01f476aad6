#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace mooring {

/// One file that a build needs: the one that the person named, or one that it includes.
struct SpecFile
{
    QString name;     ///< for people: "requirements.txt", "more/base.txt"
    QString place;    ///< plain name inside the build's own folder
    QByteArray text;  ///< as read
    QByteArray built; ///< the same with includes pointing at the others' places, relative
};

/// An environment file, read and understood. What it is follows from its content, not from its name.
struct EnvironmentFile
{
    enum class Kind { Requirements, Conda };
    Kind kind = Kind::Requirements;
    QString path;                    ///< absolute, on this computer
    std::vector<SpecFile> files;     ///< the named one first, then its includes
    QStringList packages;            ///< what is asked for, in words, for the record
    Json content;                    ///< canonical: equal content is equal JSON
    Json variables = Json::object(); ///< of a conda file
};

/// `given` is relative to `sourceFolder` or absolute. Errors: see planEnvironment.
Result<EnvironmentFile> readEnvironmentFile(const QString &given, const QString &sourceFolder);

} // namespace mooring
