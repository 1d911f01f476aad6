#pragma once

#include <QObject>
#include <QString>

namespace mooring {

class UiSettings;

/// Which workspace the window shows: the one on this computer, or an Azure ML workspace of the profile's book
/// (MlWorkspaceBook), by its name there. Kept in the settings, so that the next start shows it again. Window's thread.
///
/// Whether the book still has the name is not known here: MainWindow asks it when it opens, and goes back to this
/// computer where it is gone.
class OpenWorkspace : public QObject
{
    Q_OBJECT
public:
    /// Takes up what an earlier window showed; the settings must outlive it.
    explicit OpenWorkspace(UiSettings &settings, QObject *parent = nullptr);

    /// Says what the next one takes up: "local" or a name; empty changes nothing.
    static void choose(UiSettings &settings, const QString &name);

    /// Empty: the workspace on this computer.
    QString name() const { return m_name; }
    bool isLocal() const { return m_name.isEmpty(); }
    /// The window's pages are made anew for it. The same again does nothing.
    void open(const QString &name);

    /// Says that something in the open Azure ML workspace, or in the book, is not as it was: the tree reads again.
    void noteChange() { Q_EMIT contentChanged(); }

Q_SIGNALS:
    void changed(); ///< name() is another
    void contentChanged();

private:
    UiSettings &m_settings;
    QString m_name;
};

} // namespace mooring
