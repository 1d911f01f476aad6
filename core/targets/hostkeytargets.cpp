#include "core/targets/hostkeytargets.h"

namespace mooring {

QStringList targetsWithHostKey(const std::vector<TargetRecord> &targets, const QString &fingerprint)
{
    QStringList names;
    for (const TargetRecord &target : targets) {
        const Json facts = target.lastCheck ? target.lastCheck->facts : Json::object();
        const auto key = facts.find("hostKey");
        if (!fingerprint.isEmpty() && key != facts.end() && stringAt(*key, "fingerprint") == fingerprint)
            names << target.name;
    }
    return names;
}

} // namespace mooring
