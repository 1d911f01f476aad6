#pragma once

#include <QAbstractButton>

class QTreeView;

namespace mooring {

class TreeDelegate;
class WorkspaceModel;

/// The workspace's name above the tree; a press lets one choose another.
class WorkspaceHead : public QAbstractButton
{
    Q_OBJECT
public:
    explicit WorkspaceHead(QWidget *parent = nullptr);
    void setWorkspace(const QString &name, const QString &place, const QString &iconName);
    /// Selected: the page is about workspaces themselves.
    void setCurrent(bool current);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_place;
    QString m_icon;
    bool m_current = false;
};

/// Workspace head and tree. Says which page is asked for; shows which one is there.
class Sidebar : public QWidget
{
    Q_OBJECT
public:
    explicit Sidebar(WorkspaceModel *model, QWidget *parent = nullptr);

    QTreeView *tree() const { return m_tree; }
    WorkspaceHead *head() const { return m_head; }
    /// Whether something in the tree goes on and its mark has to turn.
    void setLive(bool live);
    void setCurrentRoute(const QString &route);
    QStringList expandedGroups() const;
    void setExpandedGroups(const QStringList &keys);

Q_SIGNALS:
    void routeWanted(const QString &route);
    /// The Delete key on a row: detach, or throw a draft away.
    void deleteWanted(const QModelIndex &index);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool toggledByChevron(const QPoint &at);
    bool addedByPlus(const QPoint &at);
    void showMenu(const QPoint &at);

    WorkspaceModel *m_model;
    WorkspaceHead *m_head;
    QTreeView *m_tree;
    TreeDelegate *m_delegate;
    QString m_route;
};

} // namespace mooring
