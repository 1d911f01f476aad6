#include "core/azure/ml/targetnotes.h"

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString keyOf(const MlWorkspace &workspace) { return u"azure.targets/"_s + workspace.name; }

} // namespace

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
