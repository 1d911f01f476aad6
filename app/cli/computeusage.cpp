#include "app/cli/computeusage.h"

#include "core/base/clock.h"
#include "core/base/text.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::ComputeCommand", text); }

struct Day
{
    QDate date;
    Usage usage;
};

std::vector<Day> daysOf(const UsageHistory &history, int count)
{
    const QDateTime now = nowUtc();
    const QTimeZone zone = QTimeZone::systemTimeZone();
    const QDate today = now.toTimeZone(zone).date();
    std::vector<Day> days;
    for (int back = count - 1; back >= 0; --back) {
        const QDate date = today.addDays(-back);
        const auto [from, to] = rangeOfDay(date, zone);
        days.push_back({date, Usage::of(history, from, std::min(to, now))});
    }
    return days;
}

struct Look
{
    QString name;             ///< as the workspace has it
    std::optional<int> nodes; ///< up now; nothing: it could not be seen
};

/// Where Azure cannot be asked, or it is gone, what was seen before is told.
Result<Look> lookAt(const CommandContext &context, MlTargets &ml, const QString &name)
{
    const auto target = ml.find(name, context.cancel);
    if (target && target->compute && target->compute->isManaged())
        return Look{target->record.name, nodesUp(*target->compute)};
    if (target)
        return Error::usage(
            QStringLiteral("target.notManaged"),
            tr("%1 was not made by the workspace: what it costs is billed apart.").arg(target->record.name));
    const bool isGone = target.error().code == QStringLiteral("target.unknown");
    const auto known = ml.usage(name);
    if ((!isGone && target.error().kind != ErrorKind::NotReachable) || !known || known->stretches.empty())
        return target.error();
    context.out.talk(isGone ? tr("%1 is not there any more. This is what was seen of it.").arg(name)
                            : target.error().text());
    return Look{name, {}};
}

Json documentOf(const QString &name, const UsageHistory &history, const std::vector<Day> &days)
{
    Usage all;
    Json list = Json::array();
    for (const Day &day : days) {
        all.nodeMs += day.usage.nodeMs;
        all.seenMs += day.usage.seenMs;
        all.unknownMs += day.usage.unknownMs;
        Json entry = {{"date", toStd(day.date.toString(Qt::ISODate))}};
        entry.update(day.usage.toJson());
        list.push_back(std::move(entry));
    }
    const auto &price = history.price;
    return {{"target", toStd(name)},
            {"nodeHours", all.nodeHours()},
            {"seenMs", all.seenMs},
            {"unknownMs", all.unknownMs},
            {"holdsMs", std::chrono::milliseconds(UsageHistory::kHolds).count()},
            {"pricePerNodeHour", price ? Json(price->perHour) : Json()},
            {"currency", price ? textOrNull(price->currency) : Json()},
            {"cost", price ? Json(price->perHour * all.nodeHours()) : Json()},
            {"days", std::move(list)}};
}

void printTable(const Output &out, const UsageHistory &history, const std::vector<Day> &days)
{
    std::vector<QStringList> rows{{tr("Day"), tr("Node hours"), tr("Looked at"), tr("Nobody looked")}};
    double hours = 0;
    for (const Day &day : days) {
        hours += day.usage.nodeHours();
        rows.push_back({day.date.toString(Qt::ISODate), QString::number(day.usage.nodeHours(), 'f', 2),
                        humanDuration(day.usage.seenMs), humanDuration(day.usage.unknownMs)});
    }
    out.table(rows);
    if (history.price)
        out.text(tr("About %1 at your price of %2 per node hour. Time when nobody looked is not in it.")
                     .arg(history.price->amountText(hours * history.price->perHour), history.price->text()));
}

} // namespace

Result<int> printComputeUsage(CommandContext &context, MlTargets &ml, const QString &name, int days,
                              const std::optional<std::string> &price)
{
    std::optional<NodePrice> wanted;
    if (price && *price != "none") {
        const auto parsed = NodePrice::parse(fromStd(*price));
        if (!parsed)
            return parsed.error();
        wanted = *parsed;
    }
    const auto look = lookAt(context, ml, name);
    if (!look)
        return look.error();
    if (price) {
        if (const auto kept = ml.setPrice(look->name, wanted); !kept)
            return kept.error();
    }
    auto history = ml.usage(look->name);
    if (!history)
        return history.error();
    if (look->nodes)
        (void)history->add(nowUtc(), *look->nodes); // most looks are not written
    const std::vector<Day> shown = daysOf(*history, days);
    if (context.out.json)
        context.out.document(documentOf(look->name, *history, shown));
    else
        printTable(context.out, *history, shown);
    return 0;
}

} // namespace mooring
