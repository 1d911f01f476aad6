#include "ui/azure/picker/workspacerows.h"

#include "ui/widgets/cellroles.h"
#include "ui/widgets/stateglyph.h"
#include "ui/widgets/tokens.h"

#include <QCoreApplication>
#include <QStandardItemModel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::PickerStep", text); }

struct Finding
{
    Glyph glyph;
    QString word;
    QString more;
    Tone tone = Tone::Neutral;
};

Finding findingOf(const ListedWorkspace &listed)
{
    if (!listed.hasTargets())
        return {Glyph::LeftOut, listed.kind, tr("has no targets")};
    const QString state = listed.state.isEmpty() ? tr("not told") : listed.state;
    if (listed.state.compare(u"Failed"_s, Qt::CaseInsensitive) == 0)
        return {Glyph::Failed, state, tr("the list gives no reason"), Tone::Fail};
    if (listed.state.endsWith(u"ing"_s))
        return {Glyph::Preparing, state, tr("is being changed")};
    if (listed.isLegacy)
        return {Glyph::Warning, state, tr("legacy mode: no new jobs"), Tone::Warn};
    if (!listed.isPublic)
        return {Glyph::Warning, state, tr("its own network only"), Tone::Warn};
    const bool good = listed.state.compare(u"Succeeded"_s, Qt::CaseInsensitive) == 0;
    return {good ? Glyph::Good : Glyph::Unknown, state, tr("public network")};
}

QList<QStandardItem *> rowOf(const OfferedWorkspace &offered)
{
    const Finding finding = findingOf(offered.listed);
    auto *name = new QStandardItem(offered.listed.id.name);
    name->setData(u"cloud"_s, CellRole::Icon);
    name->setData(offered.listed.id.resourceGroup, CellRole::SecondLine);
    auto *place = new QStandardItem(offered.subscription);
    place->setData(offered.listed.location, CellRole::SecondLine);
    auto *state = new QStandardItem(finding.word);
    state->setData(int(finding.glyph), CellRole::Glyph);
    state->setData(finding.more, CellRole::SecondLine);
    if (finding.tone != Tone::Neutral)
        state->setData(int(inkOf(finding.tone)), CellRole::SecondInk);
    const QList<QStandardItem *> row{name, place, state};
    for (QStandardItem *item : row) {
        item->setEditable(false);
        if (!offered.canBeOpened())
            item->setData(true, CellRole::Unavailable);
    }
    return row;
}

} // namespace

std::vector<OfferedWorkspace> offeredWorkspaces(const DirectoryLook &look)
{
    std::vector<OfferedWorkspace> all;
    for (const DirectoryLook::TenantSeen &tenant : look.tenants()) {
        for (const DirectoryLook::SubscriptionSeen &seen : tenant.subscriptions) {
            if (!seen.isChosen)
                continue;
            for (const ListedWorkspace &listed : seen.workspaces)
                all.push_back({listed, seen.subscription.name, tenant.tenant.id});
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const OfferedWorkspace &a, const OfferedWorkspace &b) {
        return a.listed.id.name.compare(b.listed.id.name, Qt::CaseInsensitive) < 0;
    });
    return all;
}

bool fits(const OfferedWorkspace &offered, const QString &words)
{
    const QString all = offered.listed.id.name + u' ' + offered.listed.id.resourceGroup + u' ' +
                        offered.listed.location + u' ' + offered.listed.workspaceId + u' ' + offered.listed.id.text;
    for (const QString &word : words.split(u' ', Qt::SkipEmptyParts)) {
        if (!all.contains(word, Qt::CaseInsensitive))
            return false;
    }
    return true;
}

void fillOffered(QStandardItemModel &model, const std::vector<OfferedWorkspace> &offered)
{
    model.removeRows(0, model.rowCount());
    for (const OfferedWorkspace &each : offered)
        model.appendRow(rowOf(each));
}

} // namespace mooring
