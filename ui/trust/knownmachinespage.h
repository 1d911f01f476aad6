#pragma once

#include "ui/trust/knownmachine.h"
#include "ui/widgets/page.h"

class QStackedWidget;
class QStandardItemModel;

namespace mooring {

struct AppContext;
class AddMachine;
class Banner;
class EmptyState;
class KnownMachineSide;
class SearchField;
class SegmentedControl;
class TableView;
class UnusedLines;

/// All machines whose keys are on record, in every file that is read: which file and line, since when, what ran there.
/// A machine can be added by its name; only Mooring's own records can be removed; for the others stands the command.
class KnownMachinesPage : public Page
{
    Q_OBJECT
public:
    explicit KnownMachinesPage(const AppContext &context, QWidget *parent = nullptr);

    void shown() override { read(); }
    void refresh() override { read(); }
    void workspaceChanged() override { read(); }

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeBody();
    void makeTable();
    QWidget *makeAdding();
    void read();
    void show(const KnownMachines &read);
    void fill();
    void showAdded(const QString &fingerprint);
    bool fits(const KnownMachine &machine) const;
    const KnownMachine *current() const;
    void showCurrent();
    void askRemove();
    void remove(const KnownMachine &machine);

    const AppContext &m_context;
    KnownMachines m_read;
    Banner *m_banner;
    AddMachine *m_add = nullptr;
    QString m_wanted; ///< fingerprint of the row that is to be chosen once it is listed
    SearchField *m_search = nullptr;
    SegmentedControl *m_whose = nullptr;
    TableView *m_table = nullptr;
    QStandardItemModel *m_model = nullptr;
    QStackedWidget *m_stack = nullptr;
    QStackedWidget *m_places = nullptr; ///< the list, or adding a machine
    EmptyState *m_empty = nullptr;
    UnusedLines *m_unused = nullptr;
    KnownMachineSide *m_side = nullptr;
    QWidget *m_sideColumn = nullptr;
};

} // namespace mooring
