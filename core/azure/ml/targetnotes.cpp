#include "core/azure/ml/targetnotes.h"

#include "core/base/clock.h"

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString keyOf(const MlWorkspace &workspace) { return u"azure.targets/"_s + workspace.name; }

QString seenKeyOf(const MlWorkspace &workspace) { return u"azure.seen/"_s + workspace.name; }

} // namespace

Result<> TargetNotes::keepSeen(const MlWorkspace &workspace, const Json &documents)
{
    return m_workspace.saveSetting(seenKeyOf(workspace), {{"at", toStd(toIso(nowUtc()))}, {"documents", documents}});
}

Result<std::optional<TargetNotes::Seen>> TargetNotes::seen(const MlWorkspace &workspace)
{
    const auto stored = m_workspace.setting(seenKeyOf(workspace));
    if (!stored)
        return stored.error();
    const auto at = timeAt(*stored, "at");
    const auto documents = stored->find("documents");
    if (!at || documents == stored->end() || !documents->is_array())
        return std::optional<Seen>();
    return std::optional<Seen>(Seen{*at, *documents});
}

Result<std::map<QString, TargetRecord>> TargetNotes::all(const MlWorkspace &workspace)
{
    const auto stored = m_workspace.setting(keyOf(workspace));
    if (!stored)
        return stored.error();
    std::map<QString, TargetRecord> notes;
    for (const Json &entry : stored->is_array() ? *stored : Json::array()) {
        if (auto note = TargetRecord::fromStoreJson(entry))
            notes[note->name] = *note;
    }
    return notes;
}

Result<> TargetNotes::save(const MlWorkspace &workspace, const TargetRecord &note)
{
    auto notes = all(workspace);
    if (!notes)
        return notes.error();
    (*notes)[note.name] = note;
    return store(workspace, *notes);
}

Result<> TargetNotes::remove(const MlWorkspace &workspace, const QString &target)
{
    auto notes = all(workspace);
    if (!notes)
        return notes.error();
    return notes->erase(target) > 0 ? store(workspace, *notes) : Result<>();
}

Result<> TargetNotes::store(const MlWorkspace &workspace, const std::map<QString, TargetRecord> &notes)
{
    Json list = Json::array();
    for (const auto &[name, note] : notes)
        list.push_back(note.toStoreJson());
    return m_workspace.saveSetting(keyOf(workspace), list);
}

} // namespace mooring
