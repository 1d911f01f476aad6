#include "ui/context/draftshelf.h"

#include "ui/context/uisettings.h"

#include <QCoreApplication>

#include <algorithm>

namespace mooring {

namespace {

constexpr size_t kMostDrafts = 50;

const char *wordOf(Draft::Group group)
{
    return group == Draft::Group::Runs ? "runs" : group == Draft::Group::Endpoints ? "endpoints" : "targets";
}

Draft::Group groupOf(const QString &word)
{
    for (const Draft::Group group : {Draft::Group::Runs, Draft::Group::Endpoints}) {
        if (word == QLatin1String(wordOf(group)))
            return group;
    }
    return Draft::Group::Targets;
}

} // namespace

DraftShelf::DraftShelf(UiSettings &settings, QObject *parent) : QObject(parent), m_settings(settings)
{
    const Json kept = m_settings.layout("drafts");
    if (!kept.is_array())
        return;
    for (const Json &entry : kept) {
        Draft draft;
        draft.route = stringAt(entry, "route");
        draft.group = groupOf(stringAt(entry, "group"));
        draft.title = stringAt(entry, "title");
        draft.icon = stringAt(entry, "icon");
        draft.workspace = stringAt(entry, "workspace");
        draft.state = QCoreApplication::translate("mooring::DraftShelf", "Draft");
        if (entry.is_object() && entry.contains("content"))
            draft.content = entry["content"];
        if (!draft.route.isEmpty() && !find(draft.route, draft.workspace) && m_drafts.size() < kMostDrafts)
            m_drafts.push_back(std::move(draft));
    }
}

const Draft *DraftShelf::find(const QString &route, const QString &workspace) const
{
    const auto found = std::find_if(m_drafts.begin(), m_drafts.end(), [&](const Draft &draft) {
        return draft.route == route && draft.workspace == workspace;
    });
    return found == m_drafts.end() ? nullptr : &*found;
}

void DraftShelf::put(const Draft &draft)
{
    const auto found = std::find_if(m_drafts.begin(), m_drafts.end(), [&](const Draft &each) {
        return each.route == draft.route && each.workspace == draft.workspace;
    });
    if (found != m_drafts.end() && *found == draft)
        return;
    if (found != m_drafts.end())
        *found = draft;
    else
        m_drafts.push_back(draft);
    save();
    Q_EMIT changed();
}

void DraftShelf::remove(const QString &route, const QString &workspace)
{
    if (std::erase_if(m_drafts,
                      [&](const Draft &draft) { return draft.route == route && draft.workspace == workspace; }) == 0)
        return;
    save();
    Q_EMIT changed();
    Q_EMIT discarded(route, workspace);
}

void DraftShelf::save()
{
    Json kept = Json::array();
    for (const Draft &draft : m_drafts)
        kept.push_back({{"route", toStd(draft.route)},
                        {"group", wordOf(draft.group)},
                        {"title", toStd(draft.title)},
                        {"icon", toStd(draft.icon)},
                        {"workspace", textOrNull(draft.workspace)},
                        {"content", draft.content}});
    m_settings.setLayout("drafts", kept);
}

} // namespace mooring
