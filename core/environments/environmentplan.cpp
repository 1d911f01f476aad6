#include "core/environments/environmentplan.h"

namespace mooring {

namespace {

const char *word(EnvironmentPlan::Kind kind)
{
    switch (kind) {
    case EnvironmentPlan::Kind::Interpreter:
        return "interpreter";
    case EnvironmentPlan::Kind::Venv:
        return "venv";
    case EnvironmentPlan::Kind::Conda:
        return "conda";
    case EnvironmentPlan::Kind::Container:
        return "container";
    case EnvironmentPlan::Kind::None:
        break;
    }
    return "none";
}

} // namespace

Json EnvironmentPlan::toJson() const
{
    Json json = {{"kind", word(kind)},           {"key", textOrNull(key)}, {"folder", textOrNull(folder)},
                 {"python", textOrNull(python)}, {"reused", reused},       {"reason", textOrNull(reason)}};
    if (kind == Kind::Container) {
        json["image"] = toStd(image);
        json["gpus"] = gpus;
    }
    for (const auto &[name, value] : description.items()) {
        if (!json.contains(name))
            json[name] = value;
    }
    return json;
}

} // namespace mooring
