#include "core/azure/ml/targetnotes.h"

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString keyOf(const MlWorkspace &workspace) { return u"azure.targets/"_s + workspace.name; }

std::map<QString, TargetRecord> notesIn(const Json &stored)
{
    std::map<QString, TargetRecord> notes;
    for (const Json &entry : stored.is_array() ? stored : Json::array()) {
        if (auto note = TargetRecord::fromStoreJson(entry))
            notes[note->name] = *note;
    }
    return notes;
}

} // namespace

Result<std::map<QString, TargetRecord>> TargetNotes::all(const MlWorkspace &workspace)
{
    const auto stored = m_workspace.setting(keyOf(workspace));
    return stored ? Result(notesIn(*stored)) : Result<std::map<QString, TargetRecord>>(stored.error());
}

Result<> TargetNotes::save(const MlWorkspace &workspace, const TargetRecord &note)
{
    return change(workspace, [&note](std::map<QString, TargetRecord> &notes) {
        notes[note.name] = note;
        return true;
    });
}

Result<> TargetNotes::remove(const MlWorkspace &workspace, const QString &target)
{
    return change(workspace, [&target](std::map<QString, TargetRecord> &notes) { return notes.erase(target) > 0; });
}

Result<> TargetNotes::change(const MlWorkspace &workspace,
                             const std::function<bool(std::map<QString, TargetRecord> &)> &work)
{
    const auto kept = m_workspace.updateSetting(keyOf(workspace), [&work](Json &value) {
        auto notes = notesIn(value);
        if (!work(notes))
            return false;
        value = Json::array();
        for (const auto &[name, note] : notes)
            value.push_back(note.toStoreJson());
        return true;
    });
    return kept ? Result<>() : Result<>(kept.error());
}

} // namespace mooring
