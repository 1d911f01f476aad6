#pragma once

#include "core/azure/ml/compute.h"

#include <chrono>
#include <utility>
#include <vector>

class QTimeZone;

namespace mooring {

/// A time during which a managed compute was looked at again and again and had so many nodes up. Ends included,
/// milliseconds since the epoch; both are the same for a single look.
struct UsageStretch
{
    qint64 fromMs = 0, toMs = 0;
    int nodes = 0;

    bool operator==(const UsageStretch &) const = default;
};

/// What a node costs an hour, as the user said it: never asked of anybody.
struct NodePrice
{
    double perHour = 0;
    QString currency; ///< a word or a sign as it was typed; may be empty

    /// "1.20 EUR", "$ 1.2", "900". "compute.badPrice".
    static Result<NodePrice> parse(const QString &text);
    QString text() const { return amountText(perHour); }
    QString plainText() const; ///< as parse() takes it
    /// "16.80 EUR" of this currency, with as many digits as say something.
    QString amountText(double amount) const;
    bool operator==(const NodePrice &) const = default;
};

/// What is kept of one compute: stretches in the order in which they were written. A value.
struct UsageHistory
{
    std::vector<UsageStretch> stretches;
    std::optional<NodePrice> price;

    /// Between two looks the number of the earlier one holds, but not for longer: what happened then is unknown.
    static constexpr std::chrono::minutes kHolds{10};
    static constexpr std::chrono::minutes kKeepEvery{2};
    static constexpr int kKeptDays = 35;
    static constexpr size_t kMostStretches = 4000;

    /// Takes up a look. True when it is worth writing down: another number, a new stretch, or the last one is longer by
    /// kKeepEvery. A look before the last one by less than a minute comes from another process and is no news; by more,
    /// the clock was set back: a stretch of its own. What is older than kKeptDays goes.
    bool add(const QDateTime &at, int nodes);

    Json toStoreJson() const;
    static UsageHistory fromStoreJson(const Json &value); ///< what cannot be read is left out
};

struct UsageStep
{
    qint64 fromMs = 0, toMs = 0;
    std::optional<int> nodes; ///< nothing: nobody looked

    qint64 ms() const { return toMs - fromMs; }
    bool operator==(const UsageStep &) const = default;
};

/// Nodes over a time. A value.
struct Usage
{
    std::vector<UsageStep> steps; ///< from its beginning to its end without a hole, neighbours differ
    qint64 nodeMs = 0;            ///< nodes by milliseconds, of what was seen only
    qint64 seenMs = 0, unknownMs = 0;

    double nodeHours() const { return double(nodeMs) / 3'600'000; }
    /// Where stretches lie over each other (the clock was set back) the one that was written later holds, so that no
    /// moment is counted twice. Empty when `to` is not after `from`.
    static Usage of(const UsageHistory &history, const QDateTime &from, const QDateTime &to);
    Json toJson() const; ///< of `compute usage`, without a name of its time
};

/// Since when at least one node was up without a pause, as far as somebody looked; nothing: none is up, or nobody
/// knows.
std::optional<QDateTime> upSince(const UsageHistory &history, const QDateTime &at);

/// From the beginning of a day to that of the next one: 23 to 25 hours.
std::pair<QDateTime, QDateTime> rangeOfDay(const QDate &day, const QTimeZone &zone);

/// How many nodes the service says are up: of a cluster the current ones, of an instance 1 or 0. Nothing where it does
/// not say, and for what the workspace did not make.
std::optional<int> nodesUp(const Compute &compute);

} // namespace mooring
