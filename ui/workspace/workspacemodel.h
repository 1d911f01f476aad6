#pragma once

#include "ui/workspace/workspacecontent.h"

#include <QAbstractItemModel>

#include <array>

namespace mooring {

/// The tree of the sidebar: six groups, each with its rows. Rows are updated in place, new ones come in where they
/// belong, those that stay keep their order: nothing is sorted under the pointer.
class WorkspaceModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Group { Targets, Environments, Runs, Models, Endpoints, KnownMachines, GroupCount };
    enum Role {
        RouteRole = Qt::UserRole, ///< QString
        GlyphRole,                ///< int of Glyph; nothing for groups
        IconRole,                 ///< QString: left icon of a group, kind icon of a row
        CountRole,                ///< int; nothing when there is none to say
        StateRole,                ///< QString
        KeyRole,                  ///< QString; the group's word for groups
        DraftRole,                ///< bool: only a draft
        CanDetachRole,            ///< bool
        AddRouteRole,             ///< QString: of a group that one can add to by hand
    };

    explicit WorkspaceModel(QObject *parent = nullptr);

    /// Takes over what was read; announces only what differs.
    void apply(const WorkspaceContent &content);
    const WorkspaceContent &content() const { return m_content; }
    /// The row whose page it is, or an invalid index.
    QModelIndex indexOfRoute(const QString &route) const;
    QModelIndex groupIndex(Group group) const { return index(group, 0); }
    /// After a change of language.
    void retranslate();

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    const std::vector<WorkspaceItem> &rows(int group) const;
    std::vector<WorkspaceItem> &rows(int group);
    void merge(int group, const std::vector<WorkspaceItem> &fresh);
    QVariant groupData(int group, int role) const;
    QString groupTitle(int group) const;
    int groupCount(int group) const;

    WorkspaceContent m_content;
};

} // namespace mooring
