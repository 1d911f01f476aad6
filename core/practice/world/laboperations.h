#pragma once

#include "core/base/json.h"

#include <QDateTime>

#include <functional>
#include <map>
#include <optional>

namespace mooring {

/// Long-running operations. Time passes when somebody asks: nothing runs by itself.
class LabOperations
{
public:
    /// What happens at the end; gives the error ({"code","message",…}) of one that fails.
    using Finish = std::function<std::optional<Json>()>;

    /// Gives its id.
    QString begin(qint64 ms, Finish finish);
    /// Ends all that are due, in the order of their ends. Called before each request is answered.
    void settle();
    /// OperationStatusResult of the common types v3, without its id; nothing for an id that is not ours.
    std::optional<Json> status(const QString &id) const;
    bool isDone(const QString &id) const;

private:
    struct Operation
    {
        QDateTime begunAt, endsAt;
        Finish finish; // empty: done
        std::optional<Json> error;
    };
    std::map<QString, Operation> m_operations;
};

} // namespace mooring
