#include "core/practice/world/laboperations.h"

#include "core/base/clock.h"

#include <QUuid>

#include <algorithm>

namespace mooring {

QString LabOperations::begin(qint64 ms, Finish finish)
{
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QDateTime now = nowUtc();
    m_operations[id] = {now, now.addMSecs(ms), std::move(finish), {}};
    return id;
}

void LabOperations::settle()
{
    while (true) {
        const QDateTime now = nowUtc();
        Operation *next = nullptr;
        for (auto &[id, operation] : m_operations) {
            if (operation.finish && operation.endsAt <= now && (!next || operation.endsAt < next->endsAt))
                next = &operation;
        }
        if (!next)
            return;
        const Finish finish = std::exchange(next->finish, {});
        next->error = finish();
    }
}

std::optional<Json> LabOperations::status(const QString &id) const
{
    const auto found = m_operations.find(id);
    if (found == m_operations.end())
        return {};
    const Operation &operation = found->second;
    Json json{{"name", toStd(id)},
              {"status", operation.finish  ? "InProgress"
                         : operation.error ? "Failed"
                                           : "Succeeded"},
              {"startTime", toStd(toIso(operation.begunAt))}};
    if (operation.finish) {
        const qint64 whole = std::max<qint64>(operation.begunAt.msecsTo(operation.endsAt), 1);
        json["percentComplete"] = std::clamp<qint64>(100 * operation.begunAt.msecsTo(nowUtc()) / whole, 0, 99);
        return json;
    }
    json["endTime"] = toStd(toIso(operation.endsAt));
    json["percentComplete"] = 100;
    if (operation.error)
        json["error"] = *operation.error;
    return json;
}

bool LabOperations::isDone(const QString &id) const
{
    const auto found = m_operations.find(id);
    return found == m_operations.end() || !found->second.finish;
}

} // namespace mooring
