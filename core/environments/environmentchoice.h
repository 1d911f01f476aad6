#pragma once

#include <QString>

namespace mooring {

/// What a run's Python is. Exactly one way; Default is "the python3 that PATH gives on the target".
struct EnvironmentChoice
{
    enum class Kind { Default, Python, File, Image };
    Kind kind = Kind::Default;
    QString value; ///< Python: path or name of the interpreter; File: requirements.txt or conda file, relative to the
                   ///< source folder or absolute; Image: its name

    bool operator==(const EnvironmentChoice &) const = default;
};

} // namespace mooring
