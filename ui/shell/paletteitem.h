#pragma once

#include "core/base/json.h"
#include "ui/widgets/stateglyph.h"

#include <functional>
#include <optional>
#include <vector>

namespace mooring {

/// One thing that the command palette offers.
struct PaletteItem
{
    enum class Group { Commands, GoTo, Settings };
    Group group = Group::Commands;
    QString id; ///< stays the same between sessions: for frecency
    QString text;
    QString detail;
    QString also = {}; ///< searched and not shown: the English names, whatever the window speaks
    QString icon = {};
    std::optional<Glyph> glyph = {}; ///< in the icon's place
    QString shortcut = {};
    bool isTarget = false; ///< "@"
    bool isRun = false;    ///< "#"
    std::function<void()> act = {};
};

/// How often and how lately things were used: a count that loses half its weight in a week.
class Frecency
{
public:
    explicit Frecency(const Json &stored);
    void use(const QString &id, qint64 nowMs);
    double weight(const QString &id, qint64 nowMs) const;
    Json toJson() const;

private:
    struct Use
    {
        double count = 0;
        qint64 atMs = 0;
    };
    std::map<QString, Use> m_uses;
};

/// Those that fit the query, best first within each group, groups in the order Commands, Go to, Settings. The first
/// letter
/// ">" leaves commands only, "@" targets, "#" runs. Every word of the query stands in text, English name or detail.
std::vector<PaletteItem> matchingItems(const std::vector<PaletteItem> &items, const QString &query,
                                       const Frecency &frecency, qint64 nowMs);
/// The query without its first letter, when that is one of > @ #.
QString plainQuery(const QString &query);

} // namespace mooring
