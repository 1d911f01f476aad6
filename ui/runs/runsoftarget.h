#pragma once

#include <QWidget>

class QStackedWidget;

namespace mooring {

struct AppContext;
class EmptyState;
class RunTableModel;
class TableView;

/// The runs of one target, newest first; the part "runs-of-target" of its page.
class RunsOfTarget : public QWidget
{
    Q_OBJECT
public:
    RunsOfTarget(const AppContext &context, const QString &target, QWidget *parent = nullptr);

private:
    void showLoaded();

    RunTableModel *m_model;
    TableView *m_table;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
};

} // namespace mooring
