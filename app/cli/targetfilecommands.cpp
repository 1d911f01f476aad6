#include "app/cli/targetfilecommands.h"

#include "core/targets/targetascode.h"

#include <algorithm>

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::TargetFileCommands", text); }

} // namespace

Result<std::optional<QByteArray>> exportLocalTarget(CommandContext &context, const QString &word, const QString &form)
{
    const auto services = context.services();
    const auto targets =
        services ? (*services)->targets().targets() : Result<std::vector<TargetRecord>>(services.error());
    if (!targets)
        return targets.error();
    const auto target =
        std::find_if(targets->begin(), targets->end(), [&](const TargetRecord &each) { return each.name == word; });
    if (target == targets->end())
        return std::optional<QByteArray>();
    auto text = targetAsCode(*target, form, (*services)->kinds());
    if (!text)
        return text.error();
    return std::optional<QByteArray>(std::move(*text));
}

Result<int> importTarget(CommandContext &context, const TargetFile &file, const HostKeyOptions &hostKey)
{
    const KindRegistry kinds = knownKinds();
    const auto kind = kinds.require(file.kind);
    if (!kind)
        return kind.error();
    auto values = file.values(**kind);
    if (!values)
        return values.error();
    const auto given = hostKey.fingerprint();
    if (!given)
        return given.error();
    const QString expected = given->isEmpty() && !hostKey.newOne ? file.hostKey : *given;
    const auto secrets = context.fieldSecrets();
    if (!secrets)
        return secrets.error();
    for (const auto &[field, value] : *secrets) {
        if (auto set = values->setSecret(field, value); !set)
            return set.error();
    }
    for (const QString &field : file.secrets) {
        if (!secrets->contains(field))
            context.out.talk(tr("The target had a secret that is not in the file: --secret %1=- gives it.").arg(field));
    }
    return attachTarget(context, {(*kind)->id(), file.name, *values, {}}, expected, hostKey.newOne);
}

} // namespace mooring
