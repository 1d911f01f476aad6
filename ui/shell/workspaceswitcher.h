#pragma once

#include "core/azure/ml/mlworkspace.h"

#include <QObject>

#include <optional>

class QMenu;
class QWidget;

namespace mooring {

class OpenWorkspace;
class Workspace;

/// The workspaces that the window can show: this computer's and those of the profile's book. Goes back to this computer
/// when the open one has left the book. Lives on the window's thread and reads in the background.
class WorkspaceSwitcher : public QObject
{
    Q_OBJECT
public:
    /// Both outlive it.
    WorkspaceSwitcher(Workspace &workspace, OpenWorkspace &open, QObject *parent = nullptr);

    void read();
    /// The open one of Azure ML, once it was read; nothing for this computer's.
    std::optional<MlWorkspace> current() const;
    bool isPractice() const;
    /// Those of Azure ML, as they were last read.
    const std::vector<MlWorkspace> &all() const { return m_all; }
    /// The name of this computer's workspace, for people.
    QString localTitle() const;
    static QString localPlace();
    static QString placeOf(const MlWorkspace &workspace);
    static QString iconOf(const MlWorkspace &workspace);

    /// Deletes itself when it closes.
    QMenu *makeMenu(QWidget *parent);

Q_SIGNALS:
    void changed();
    void routeWanted(const QString &route);

private:
    Workspace &m_workspace;
    OpenWorkspace &m_open;
    std::vector<MlWorkspace> m_all;
    bool m_reading = false;
    bool m_again = false;
};

} // namespace mooring
