#pragma once

#include "core/runs/runrecord.h"
#include "ui/azure/targets/mlworkplace.h"
#include "ui/widgets/page.h"

#include <QTimer>

class QStackedWidget;
class QStandardItemModel;

namespace mooring {

class Banner;
class Button;
class TableView;

/// The newest runs of the open Azure ML workspace, as the service tells them. Looked at again while one of them goes
/// on.
class MlRunsPage : public Page
{
    Q_OBJECT
public:
    explicit MlRunsPage(const AppContext &context, QWidget *parent = nullptr);

    void shown() override { read(); }
    void refresh() override { read(); }

private:
    void read();
    QWidget *makeEmpty();
    void show(const Result<std::vector<RunRecord>> &runs);

    const AppContext &m_context;
    std::shared_ptr<MlWorkplace> m_workplace;
    bool m_reading = false;
    QTimer m_soon;
    Banner *m_banner;
    Button *m_refresh;
    TableView *m_table;
    QStandardItemModel *m_model;
    QStackedWidget *m_stack;
};

} // namespace mooring
