#include "ui/runs/runsoftarget.h"

#include "core/workspace/workspace.h"
#include "ui/context/appcontext.h"
#include "ui/runs/runtablemodel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/tokens.h"

#include <QHeaderView>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

RunsOfTarget::RunsOfTarget(const AppContext &context, const QString &target, QWidget *parent)
    : QWidget(parent),
      m_model(new RunTableModel(context.workspace, context.kinds, this)),
      m_table(new TableView(tr("Runs of this target"))),
      m_empty(new EmptyState(u"run"_s, tr("No run went there yet"),
                             tr("Run here… leads to a run on this target; it is listed here and under Runs."))),
      m_stack(new QStackedWidget)
{
    setObjectName(u"runsOfTarget"_s);
    m_table->setObjectName(u"targetRuns"_s);
    m_table->setModel(m_model);
    m_table->setEdge(24);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(RunTableModel::StartedColumn, Qt::DescendingOrder);
    m_table->setColumnHidden(RunTableModel::TargetColumn, true);
    QHeaderView *head = m_table->horizontalHeader();
    head->setStretchLastSection(false);
    head->setSectionResizeMode(RunTableModel::NameColumn, QHeaderView::Stretch);
    const std::pair<int, int> widths[] = {{RunTableModel::StateColumn, 180},
                                          {RunTableModel::ScriptColumn, 160},
                                          {RunTableModel::StartedColumn, 110},
                                          {RunTableModel::DurationColumn, 120}};
    for (const auto &[column, width] : widths)
        m_table->setColumnWidth(column, dp(this, width));
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, dp(this, 4), 0, 0);
    column->addWidget(m_stack);
    connect(m_model, &RunTableModel::loaded, this, &RunsOfTarget::showLoaded);
    connect(&context.workspace, &Workspace::changed, m_model, &RunTableModel::refresh);
    connect(m_table, &QAbstractItemView::activated, this,
            [this, navigator = &context.navigator](const QModelIndex &index) {
                if (const RunRecord *run = m_model->record(index.row()))
                    navigator->go(u"run/"_s + run->id);
            });
    RunQuery query = m_model->query();
    query.target = target;
    m_model->setQuery(query);
}

void RunsOfTarget::showLoaded()
{
    if (!m_model->error().code.isEmpty())
        m_empty->setTexts(tr("The runs could not be read"), m_model->error().text());
    m_stack->setCurrentIndex(m_model->error().code.isEmpty() && m_model->matching() > 0 ? 0 : 1);
}

} // namespace mooring
