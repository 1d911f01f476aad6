#include "ui/context/openworkspace.h"

#include "ui/context/uisettings.h"

namespace mooring {

namespace {

constexpr const char *kKey = "workspace";

} // namespace

OpenWorkspace::OpenWorkspace(UiSettings &settings, QObject *parent) : QObject(parent), m_settings(settings)
{
    const Json kept = settings.layout(kKey);
    if (kept.is_string())
        m_name = fromStd(kept.get<std::string>());
}

void OpenWorkspace::choose(UiSettings &settings, const QString &name)
{
    if (!name.isEmpty())
        settings.setLayout(kKey, name == u"local" ? Json() : Json(toStd(name)));
}

void OpenWorkspace::open(const QString &name)
{
    if (name == m_name)
        return;
    m_name = name;
    m_settings.setLayout(kKey, textOrNull(name));
    Q_EMIT changed();
}

} // namespace mooring
