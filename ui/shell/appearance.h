#pragma once

#include <QObject>

class QApplication;
class QDBusVariant;

namespace mooring {

class UiSettings;

/// Light or dark, the size of text and motion, as the settings or the desktop say. Main thread.
class Appearance : public QObject
{
    Q_OBJECT
public:
    /// Applies what holds now, before the first paint. Until askDesktop() has its answer, the desktop's wish is what it
    /// was last time.
    Appearance(QApplication &app, UiSettings &settings, QObject *parent = nullptr);

    void apply();
    /// Asks the desktop for light or dark, without waiting, and listens from then on. After the first paint.
    void askDesktop();

private Q_SLOTS:
    void desktopSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void setDesktopDark(bool dark);

    QApplication &m_app;
    UiSettings &m_settings;
    bool m_platformHasPalette;
    bool m_desktopDark;
};

} // namespace mooring
