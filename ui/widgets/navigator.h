#pragma once

#include <QString>

namespace mooring {

/// How a page asks for another one. Implemented by the shell. Routes: "welcome", "runs", "run/<id>", "target/<name>",
/// "targets", "attach", "attach?kind=<id>",
/// "environments", "models", "endpoints", "settings", "new-run", "new-run?again=<run id>",
/// "new-run?source=<folder>".
class Navigator
{
public:
    virtual ~Navigator() = default;
    virtual void go(const QString &route) = 0;
    virtual void back() = 0;
};

} // namespace mooring
