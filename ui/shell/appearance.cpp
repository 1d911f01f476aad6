#include "ui/shell/appearance.h"

#include "ui/context/uisettings.h"
#include "ui/widgets/style.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QStyle>
#include <QStyleFactory>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr auto kService = "org.freedesktop.portal.Desktop";
constexpr auto kPath = "/org/freedesktop/portal/desktop";
constexpr auto kInterface = "org.freedesktop.portal.Settings";
constexpr auto kGroup = "org.freedesktop.appearance";
constexpr auto kKey = "color-scheme";
constexpr uint kPrefersDark = 1;

/// A platform that has colours of its own differs from what plain Fusion would use.
bool platformHasPalette(const QApplication &app)
{
    const std::unique_ptr<QStyle> fusion(QStyleFactory::create(u"fusion"_s));
    if (!fusion || QApplication::style()->name().compare(u"fusion"_s, Qt::CaseInsensitive) != 0)
        return true;
    const QPalette plain = fusion->standardPalette();
    const QPalette given = app.palette();
    for (const QPalette::ColorRole role : {QPalette::Window, QPalette::Base, QPalette::Text, QPalette::Highlight}) {
        if (given.color(QPalette::Active, role) != plain.color(QPalette::Active, role))
            return true;
    }
    return false;
}

QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

Appearance::Appearance(QApplication &app, UiSettings &settings, QObject *parent)
    : QObject(parent),
      m_app(app),
      m_settings(settings),
      m_platformHasPalette(platformHasPalette(app)),
      m_desktopDark(false)
{
    const Json seen = settings.layout("desktopDark");
    m_desktopDark = seen.is_boolean() && seen.get<bool>();
    connect(&settings, &UiSettings::chosen, this, &Appearance::apply);
    apply();
}

void Appearance::apply()
{
    const UiSettings::Choices &choices = m_settings.choices();
    LookChoice look = LookChoice::System;
    if (choices.theme == UiSettings::Theme::Light)
        look = LookChoice::Light;
    else if (choices.theme == UiSettings::Theme::Dark || (m_desktopDark && !m_platformHasPalette))
        look = LookChoice::Dark;
    applyLook(m_app, look);
    if (choices.textPercent != 100) {
        QFont font = QApplication::font();
        font.setPointSizeF(font.pointSizeF() * choices.textPercent / 100.0);
        QApplication::setFont(font);
    }
    setReducedMotion(!choices.motion);
}

void Appearance::askDesktop()
{
    // Without a session bus the library would start one of its own, which takes seconds.
    if (!qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"))
        return;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(QLatin1String(kService), QLatin1String(kPath), QLatin1String(kInterface), u"SettingChanged"_s, this,
                SLOT(desktopSettingChanged(QString, QString, QDBusVariant)));
    QDBusMessage ask = QDBusMessage::createMethodCall(QLatin1String(kService), QLatin1String(kPath),
                                                      QLatin1String(kInterface), u"Read"_s);
    ask << QString::fromLatin1(kGroup) << QString::fromLatin1(kKey);
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(ask, 2000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError())
            setDesktopDark(unwrapped(reply.value().variant()).toUInt() == kPrefersDark);
        watcher->deleteLater();
    });
}

void Appearance::desktopSettingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == QLatin1String(kGroup) && key == QLatin1String(kKey))
        setDesktopDark(unwrapped(value.variant()).toUInt() == kPrefersDark);
}

void Appearance::setDesktopDark(bool dark)
{
    if (dark == m_desktopDark)
        return;
    m_desktopDark = dark;
    m_settings.setLayout("desktopDark", dark);
    apply();
}

} // namespace mooring
