#pragma once

#include "ui/context/appcontext.h"
#include "ui/widgets/page.h"

#include <QTimer>

class QStackedWidget;

namespace mooring {

class Button;
class EmptyState;
class RunCompare;
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

private:
    void createTable();
    QWidget *createFilterRow();
    QWidget *createBody();
    void filter();
    void showLoaded();
    void showMarks();
    void open(int row);

    AppContext m_context;
    RunTableModel *m_model;
    TableView *m_table;
    SearchField *m_filter;
    TextLabel *m_selected;
    Button *m_clear;
    EmptyState *m_none;
    EmptyState *m_notFound;
    QStackedWidget *m_stack;
    RunCompare *m_compare;
    QTimer m_typing;
};

} // namespace mooring
