#pragma once

#include "core/practice/practicelab.h"

#include <QRegularExpression>

#include <map>
#include <mutex>
#include <vector>

namespace mooring::test {

/// What came to a practice lab, in the order of its coming. Any thread.
class LabRecord
{
public:
    struct Exchange
    {
        QString request; ///< "arm PUT /path?query", a line feed, and the body
        QString kind;    ///< of the service: "arm"
        int status = 0;
    };

    void add(const QString &kind, const LabRequest &request, const LabReply &reply)
    {
        const std::lock_guard lock(m_lock);
        m_exchanges.push_back(
            {QString::fromUtf8(kind.toUtf8() + ' ' + request.method + ' ' + request.target + '\n' + request.body), kind,
             reply.status});
    }
    void clear()
    {
        const std::lock_guard lock(m_lock);
        m_exchanges.clear();
    }
    std::vector<Exchange> exchanges() const
    {
        const std::lock_guard lock(m_lock);
        return m_exchanges;
    }
    /// How many requests fit the pattern.
    int count(const QString &pattern) const
    {
        const QRegularExpression fits(pattern);
        int found = 0;
        for (const Exchange &one : exchanges())
            found += fits.match(one.request).hasMatch() ? 1 : 0;
        return found;
    }
    /// "arm 12, blob 3"
    QString summary() const
    {
        std::map<QString, int> counts;
        for (const Exchange &one : exchanges())
            ++counts[one.kind];
        QStringList parts;
        for (const auto &[kind, count] : counts)
            parts << QStringLiteral("%1 %2").arg(kind).arg(count);
        return parts.join(QStringLiteral(", "));
    }

private:
    mutable std::mutex m_lock;
    std::vector<Exchange> m_exchanges;
};

} // namespace mooring::test
