#pragma once

#include "ui/context/appcontext.h"
#include "ui/widgets/page.h"

#include <QTimer>

class QStackedWidget;

namespace mooring {

class Button;
class EmptyState;
class RunColumns;
class RunCompare;
class RunSummaries;
class RunTableModel;
class SearchField;
class TableView;
class TextLabel;

/// All runs: a table that the store sorts and filters, and below it the marked runs compared (picture g).
class RunsPage : public Page
{
    Q_OBJECT
public:
    explicit RunsPage(const AppContext &context, QWidget *parent = nullptr);

    void shown() override;
    void refresh() override;

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void createHeader();
    void createTable();
    QWidget *createFilterRow();
    QWidget *createBody();
    void filter();
    void showLoaded();
    void showColumns();
    void showNotFound();
    void showMarks();
    void open(int row);

    AppContext m_context;
    RunTableModel *m_model;
    RunColumns *m_columns;
    RunSummaries *m_summaries;
    TableView *m_table;
    SearchField *m_filter;
    TextLabel *m_selected;
    Button *m_clear;
    EmptyState *m_none;
    EmptyState *m_notFound;
    Button *m_showAll = nullptr;
    QStackedWidget *m_stack;
    RunCompare *m_compare;
    QTimer m_typing;
};

} // namespace mooring
