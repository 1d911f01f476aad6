#pragma once

#include "core/practice/server/labmessage.h"

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace mooring {

/// What the placeholders of a pattern stand for, decoded.
class LabPath
{
public:
    QString at(const char *name) const;
    std::map<std::string, QString> values;
};

/// Which function answers what. Words of a pattern compare without regard to case, as Azure's do; "{name}" is one
/// segment, "{*name}" at the end is all that is left.
class LabRoutes
{
public:
    using Handler = std::function<LabReply(const LabRequest &, const LabPath &)>;

    void add(const QByteArray &method, const QString &pattern, Handler handler);
    /// The first pattern that fits, in the order of adding; nothing when none does. HEAD is answered as GET where it
    /// has no pattern of its own.
    std::optional<LabReply> answer(const LabRequest &request) const;

private:
    struct Route
    {
        QByteArray method;
        QStringList words;
        Handler handler;
    };
    std::vector<Route> m_routes;
};

} // namespace mooring
