#pragma once

#include "ui/context/appcontext.h"
#include "ui/widgets/page.h"

#include <memory>

class QStackedWidget;

namespace mooring {

class Banner;
class Button;
class EmptyState;
class EndpointBench;
class EndpointTableModel;
class EndpointWatch;
class TableView;

/// All endpoints of this computer, with those that other programs made, and behind them those of a workspace elsewhere.
class EndpointsPage : public Page
{
    Q_OBJECT
public:
    /// `canDeploy`: there is a page that makes new ones.
    EndpointsPage(const AppContext &context, bool canDeploy, QWidget *parent = nullptr);
    EndpointsPage(const AppContext &context, bool canDeploy, const std::shared_ptr<EndpointBench> &elsewhere,
                  QWidget *parent = nullptr);

    void shown() override;
    void refresh() override;
    void workspaceChanged() override;

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void makeTable();
    void makeEmpty(bool canDeploy);
    Button *deployButton(const char *objectName);
    void showEndpoints();
    void showProblem();
    void open(int row);

    AppContext m_context;
    EndpointWatch *m_watch, *m_elsewhere = nullptr;
    EndpointTableModel *m_model;
    TableView *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    Banner *m_banner;
    Button *m_deploy = nullptr;
    QStackedWidget *m_stack;
};

} // namespace mooring
