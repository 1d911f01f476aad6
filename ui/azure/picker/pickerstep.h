#pragma once

#include "ui/azure/picker/workspacerows.h"

#include <QWidget>

class QStandardItemModel;

namespace mooring {

class DirectorySide;
class EmptyState;
class SearchField;
class SegmentedControl;
class TableView;

/// The workspaces that an account can see, to choose one.
class PickerStep : public QWidget
{
    Q_OBJECT
public:
    explicit PickerStep(DirectoryLook &look, QWidget *parent = nullptr);

    DirectorySide *directory() const { return m_side; }
    /// Nothing: none is chosen, or one that cannot be opened.
    std::optional<OfferedWorkspace> chosen() const;
    /// Also one that cannot be opened, for its facts.
    std::optional<OfferedWorkspace> current() const;

Q_SIGNALS:
    void currentChanged();
    void opened(); ///< Enter or a double click on one that can be opened

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeTable();
    void fill();
    void showEmpty();

    DirectoryLook &m_look;
    DirectorySide *m_side;
    QWidget *m_sideFrame;
    SearchField *m_find;
    SegmentedControl *m_which;
    TableView *m_table;
    QStandardItemModel *m_model;
    EmptyState *m_empty;
    QWidget *m_emptyFrame = nullptr;
    std::vector<OfferedWorkspace> m_shown;
    int m_total = 0;
};

} // namespace mooring
