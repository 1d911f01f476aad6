#include "ui/attach/wizard/homeforms.h"

#include "core/targets/targetascode.h"
#include "ui/attach/wizard/attachdraft.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace mooring {

std::vector<SameAs> homeForms(const TargetRecord &target, const QStringList &command, const KindRegistry &kinds)
{
    std::vector<SameAs> forms{
        {u"command"_s, QCoreApplication::translate("mooring::HomeDesk", "Command"), commandInLines(command)}};
    const std::pair<QString, QString> languages[] = {{u"mooring"_s, target.name + u".yaml"_s},
                                                     {u"ssh"_s, u"ssh"_s},
                                                     {u"sdk"_s, u"Python"_s},
                                                     {u"cli"_s, u"az ml"_s}};
    for (const auto &[id, title] : languages)
        forms.push_back({id, title, codeText(targetAsCode(target, id, kinds))});
    return forms;
}

std::vector<SameAs> homeForms(const TargetRecord &target, const KindRegistry &kinds)
{
    const TargetKind *kind = kinds.find(target.kind);
    if (!kind || !kind->attachable())
        return {};
    FormValues values(kind->fields());
    if (!values.load(target.settings)) // of a newer version: what it cannot read it does not write
        return {};
    QStringList command =
        attachCommand(target.kind, target.name, values, target.lastCheck ? target.lastCheck->facts : Json::object());
    for (const Field &field : kind->fields()) {
        if (field.isSecret() && target.settings.contains(toStd(field.id)))
            command << u"--secret"_s << field.id + u"=-"_s;
    }
    return homeForms(target, command, kinds);
}

} // namespace mooring
