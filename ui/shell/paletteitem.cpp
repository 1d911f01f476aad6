#include "ui/shell/paletteitem.h"

#include <algorithm>
#include <cmath>

namespace mooring {

namespace {

constexpr double kHalfLifeMs = 7.0 * 24 * 3600 * 1000;
constexpr size_t kKeptUses = 200;

bool fitsPrefix(const PaletteItem &item, const QString &query)
{
    if (query.startsWith(u'>'))
        return item.group == PaletteItem::Group::Commands;
    if (query.startsWith(u'@'))
        return item.isTarget;
    if (query.startsWith(u'#'))
        return item.isRun;
    return true;
}

double fit(const QString &text, const QString &word)
{
    const qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive);
    if (at <= 0)
        return at == 0 ? 4 : 0;
    return text[at - 1].isLetterOrNumber() ? 2 : 3;
}

/// 0: does not fit. A word at a name's start weighs most, then at a word's start, then inside, then in the detail.
double fit(const PaletteItem &item, const QStringList &words)
{
    double sum = 1;
    for (const QString &word : words) {
        const double best = std::max(fit(item.text, word), fit(item.also, word));
        if (best == 0 && !item.detail.contains(word, Qt::CaseInsensitive))
            return 0;
        sum += std::max(best, 1.0);
    }
    return sum;
}

} // namespace

Frecency::Frecency(const Json &stored)
{
    if (!stored.is_object())
        return;
    for (const auto &[id, use] : stored.items()) {
        if (use.is_array() && use.size() == 2 && use[0].is_number() && use[1].is_number_integer())
            m_uses[fromStd(id)] = {use[0].get<double>(), use[1].get<qint64>()};
    }
}

double Frecency::weight(const QString &id, qint64 nowMs) const
{
    const auto found = m_uses.find(id);
    if (found == m_uses.end())
        return 0;
    const double age = double(qMax(qint64(0), nowMs - found->second.atMs));
    return found->second.count * std::exp2(-age / kHalfLifeMs);
}

void Frecency::use(const QString &id, qint64 nowMs)
{
    m_uses[id] = {weight(id, nowMs) + 1, nowMs};
    while (m_uses.size() > kKeptUses) {
        const auto least = std::min_element(m_uses.begin(), m_uses.end(), [&](const auto &a, const auto &b) {
            return weight(a.first, nowMs) < weight(b.first, nowMs);
        });
        m_uses.erase(least);
    }
}

Json Frecency::toJson() const
{
    Json stored = Json::object();
    for (const auto &[id, use] : m_uses)
        stored[toStd(id)] = Json::array({use.count, use.atMs});
    return stored;
}

QString plainQuery(const QString &query)
{
    const bool prefixed = query.startsWith(u'>') || query.startsWith(u'@') || query.startsWith(u'#');
    return (prefixed ? query.mid(1) : query).trimmed();
}

std::vector<PaletteItem> matchingItems(const std::vector<PaletteItem> &items, const QString &query,
                                       const Frecency &frecency, qint64 nowMs)
{
    const QStringList words = plainQuery(query).split(u' ', Qt::SkipEmptyParts);
    std::vector<std::pair<double, const PaletteItem *>> found;
    for (const PaletteItem &item : items) {
        const double score = fitsPrefix(item, query) ? fit(item, words) : 0;
        if (score > 0)
            found.emplace_back(score + 2 * std::log2(1 + frecency.weight(item.id, nowMs)), &item);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) {
        if (a.second->group != b.second->group)
            return a.second->group < b.second->group;
        return a.first > b.first;
    });
    std::vector<PaletteItem> result;
    for (const auto &[score, item] : found)
        result.push_back(*item);
    return result;
}

} // namespace mooring
