#include "core/azure/ml/computeusage.h"

#include "core/base/clock.h"
#include "core/base/text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <cmath>
#include <map>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kHoldsMs = std::chrono::milliseconds(UsageHistory::kHolds).count();
constexpr qint64 kKeepEveryMs = std::chrono::milliseconds(UsageHistory::kKeepEvery).count();
constexpr qint64 kKeptMs = qint64(UsageHistory::kKeptDays) * 86'400'000;
constexpr qint64 kOtherProcessMs = 60'000;
constexpr qint64 kMostNodes = 100'000;

/// A number for each moment, by the moments at which it changes.
class Timeline
{
public:
    Timeline(qint64 from, qint64 to) : m_from(from), m_to(to) { m_changes[from] = {}; }

    void set(qint64 from, qint64 to, int nodes)
    {
        from = std::max(from, m_from);
        to = std::min(to, m_to);
        if (from >= to)
            return;
        const std::optional<int> after = std::prev(m_changes.upper_bound(to))->second;
        m_changes.erase(m_changes.lower_bound(from), m_changes.upper_bound(to));
        m_changes[from] = nodes;
        m_changes[to] = after;
    }

    std::vector<UsageStep> steps() const
    {
        std::vector<UsageStep> steps;
        for (auto change = m_changes.begin(); change != m_changes.end() && change->first < m_to; ++change) {
            const auto next = std::next(change);
            const qint64 end = next == m_changes.end() ? m_to : next->first;
            if (!steps.empty() && steps.back().nodes == change->second)
                steps.back().toMs = end;
            else
                steps.push_back({change->first, end, change->second});
        }
        return steps;
    }

private:
    qint64 m_from, m_to;
    std::map<qint64, std::optional<int>> m_changes;
};

} // namespace

bool UsageHistory::add(const QDateTime &at, int nodes)
{
    const qint64 now = at.toMSecsSinceEpoch();
    std::erase_if(stretches, [now](const UsageStretch &stretch) { return stretch.toMs < now - kKeptMs; });
    if (stretches.size() >= kMostStretches)
        stretches.erase(stretches.begin(), stretches.end() - (kMostStretches - 1));
    if (stretches.empty()) {
        stretches.push_back({now, now, nodes});
        return true;
    }
    UsageStretch &last = stretches.back();
    if (now < last.toMs && last.toMs - now < kOtherProcessMs)
        return false;
    if (now < last.toMs || now - last.toMs > kHoldsMs) {
        stretches.push_back({now, now, nodes});
        return true;
    }
    const bool isLonger = now - last.toMs >= kKeepEveryMs, isOther = last.nodes != nodes;
    last.toMs = now;
    if (isOther)
        stretches.push_back({now, now, nodes});
    return isLonger || isOther;
}

Json UsageHistory::toStoreJson() const
{
    Json list = Json::array();
    for (const UsageStretch &stretch : stretches)
        list.push_back({stretch.fromMs, stretch.toMs, stretch.nodes});
    Json json = {{"stretches", std::move(list)}};
    if (price)
        json["price"] = {{"perHour", price->perHour}, {"currency", toStd(price->currency)}};
    return json;
}

UsageHistory UsageHistory::fromStoreJson(const Json &value)
{
    UsageHistory history;
    const auto list = value.find("stretches");
    for (const Json &entry : list != value.end() && list->is_array() ? *list : Json::array()) {
        if (!entry.is_array() || entry.size() != 3 || !entry[0].is_number_integer() || !entry[1].is_number_integer() ||
            !entry[2].is_number_integer())
            continue;
        const UsageStretch stretch{entry[0].get<qint64>(), entry[1].get<qint64>(),
                                   int(std::clamp<qint64>(entry[2].get<qint64>(), 0, kMostNodes))};
        if (stretch.fromMs <= stretch.toMs)
            history.stretches.push_back(stretch);
    }
    const auto price = value.find("price");
    if (price != value.end() && price->is_object())
        history.price = NodePrice{numberAt(*price, "perHour"), stringAt(*price, "currency")};
    return history;
}

Usage Usage::of(const UsageHistory &history, const QDateTime &from, const QDateTime &to)
{
    Usage usage;
    const qint64 fromMs = from.toMSecsSinceEpoch(), toMs = to.toMSecsSinceEpoch();
    if (toMs <= fromMs)
        return usage;
    Timeline timeline(fromMs, toMs);
    for (const UsageStretch &stretch : history.stretches)
        timeline.set(stretch.fromMs, stretch.toMs, stretch.nodes);
    usage.steps = timeline.steps();
    for (const UsageStep &step : usage.steps) {
        (step.nodes ? usage.seenMs : usage.unknownMs) += step.ms();
        usage.nodeMs += step.nodes.value_or(0) * step.ms();
    }
    return usage;
}

Json Usage::toJson() const
{
    Json list = Json::array();
    for (const UsageStep &step : steps)
        list.push_back({{"from", toStd(toIso(fromEpochMs(step.fromMs)))},
                        {"to", toStd(toIso(fromEpochMs(step.toMs)))},
                        {"nodes", step.nodes ? Json(*step.nodes) : Json()}});
    return {{"nodeHours", nodeHours()}, {"seenMs", seenMs}, {"unknownMs", unknownMs}, {"steps", std::move(list)}};
}

Result<NodePrice> NodePrice::parse(const QString &text)
{
    static const QRegularExpression shape(
        uR"(^\s*([^\d\s.,-]{0,8})\s*(\d{1,9}(?:\.\d{1,6}|,\d{1,2})?)\s*([^\d\s.,-]{0,8})\s*$)"_s);
    const auto match = shape.match(text);
    if (!match.hasMatch() || (!match.captured(1).isEmpty() && !match.captured(3).isEmpty()))
        return Error::usage(u"compute.badPrice"_s,
                            QCoreApplication::translate("mooring::ComputeUsage", "“%1” is no price of a node hour.")
                                .arg(text.trimmed()))
            .withFix(QCoreApplication::translate("mooring::ComputeUsage",
                                                 "A number, and the currency if you like: 1.20 EUR."));
    return NodePrice{match.captured(2).replace(u',', u'.').toDouble(), match.captured(1) + match.captured(3)};
}

QString NodePrice::plainText() const
{
    const QString number = QString::number(perHour, 'f', QLocale::FloatingPointShortest);
    return currency.isEmpty() ? number : number + u' ' + currency;
}

QString NodePrice::amountText(double amount) const
{
    const QString number = amount >= 10'000             ? humanCount(std::llround(amount))
                           : amount > 0 && amount < 0.1 ? QString::number(amount, 'g', 2)
                                                        : QString::number(amount, 'f', 2);
    return currency.isEmpty() ? number : number + u' ' + currency;
}

std::optional<QDateTime> upSince(const UsageHistory &history, const QDateTime &at)
{
    const Usage usage = Usage::of(history, at.addDays(-UsageHistory::kKeptDays), at);
    std::optional<QDateTime> since;
    for (auto step = usage.steps.rbegin(); step != usage.steps.rend() && step->nodes.value_or(0) > 0; ++step)
        since = fromEpochMs(step->fromMs);
    return since;
}

std::pair<QDateTime, QDateTime> rangeOfDay(const QDate &day, const QTimeZone &zone)
{
    return {day.startOfDay(zone), day.addDays(1).startOfDay(zone)};
}

std::optional<int> nodesUp(const Compute &compute)
{
    const Json *own = compute.properties();
    if (!compute.isManaged() || !own)
        return {};
    if (compute.isCluster()) {
        const auto nodes = optionalIntAt(*own, "currentNodeCount");
        return nodes ? std::optional<int>(int(std::clamp<qint64>(*nodes, 0, kMostNodes))) : std::nullopt;
    }
    static const QStringList notUp{u"Stopped"_s, u"CreateFailed"_s};
    if (compute.state.isEmpty() || compute.state == u"Unknown")
        return {};
    return notUp.contains(compute.state) ? 0 : 1;
}

} // namespace mooring
