#include "ui/runs/runspage.h"

#include "core/base/text.h"
#include "core/workspace/workspace.h"
#include "ui/runs/runcompare.h"
#include "ui/runs/runtablemodel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QHeaderView>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace mooring {

namespace {

constexpr int kTypingMs = 150;

} // namespace

RunsPage::RunsPage(const AppContext &context, QWidget *parent)
    : Page(parent), m_context(context), m_model(new RunTableModel(context.workspace, context.kinds, this))
{
    header()->setTitle(tr("Runs"));
    Button *run = filledButton(tr("Run a script…"), QStringLiteral("run"));
    run->setObjectName(QStringLiteral("runScript"));
    connect(run, &QAbstractButton::clicked, this, [this] { m_context.navigator.go(QStringLiteral("new-run")); });
    header()->addAction(run);
    createTable();
    setBody(createBody());
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingMs);
    connect(&m_typing, &QTimer::timeout, this, &RunsPage::filter);
    connect(m_model, &RunTableModel::loaded, this, &RunsPage::showLoaded);
    connect(m_model, &RunTableModel::marksChanged, this, &RunsPage::showMarks);
    connect(&context.workspace, &Workspace::changed, m_model, &RunTableModel::refresh);
    showMarks();
}

void RunsPage::createTable()
{
    m_table = new TableView(tr("Runs"));
    m_table->setObjectName(QStringLiteral("runsTable"));
    m_table->setModel(m_model);
    m_table->setEdge(24);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(RunTableModel::StartedColumn, Qt::DescendingOrder);
    QHeaderView *head = m_table->horizontalHeader();
    head->setStretchLastSection(false);
    head->setSectionResizeMode(RunTableModel::NameColumn, QHeaderView::Stretch);
    const std::pair<int, int> widths[] = {{RunTableModel::StateColumn, 180},
                                          {RunTableModel::TargetColumn, 130},
                                          {RunTableModel::ScriptColumn, 130},
                                          {RunTableModel::StartedColumn, 110},
                                          {RunTableModel::DurationColumn, 120}};
    for (const auto &[column, width] : widths)
        m_table->setColumnWidth(column, dp(this, width));
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) { open(index.row()); });
}

QWidget *RunsPage::createFilterRow()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(dp(this, 24), dp(this, 4), dp(this, 24), dp(this, 12));
    layout->setSpacing(dp(this, 8));
    m_filter = new SearchField(tr("Filter by name, script, target or experiment"), QStringLiteral("Ctrl+F"));
    m_filter->setIconName(QStringLiteral("filter"));
    m_filter->setObjectName(QStringLiteral("runsFilter"));
    m_filter->setAccessibleName(tr("Filter runs"));
    m_filter->setMinimumWidth(dp(this, 240));
    m_filter->setMaximumWidth(dp(this, 400));
    connect(m_filter, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    m_selected = new TextLabel({}, Type::Small, Ink::Text2);
    m_clear = flatButton(tr("Clear"), QStringLiteral("window-close"));
    connect(m_clear, &QAbstractButton::clicked, m_model, &RunTableModel::clearMarks);
    layout->addWidget(m_filter, 4);
    layout->addStretch(1);
    layout->addWidget(m_selected);
    layout->addWidget(m_clear);
    return row;
}

QWidget *RunsPage::createBody()
{
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(createFilterRow());
    m_none = new EmptyState(QStringLiteral("run"), tr("No runs yet"),
                            tr("Each run keeps its log, metrics and outputs here, also when this window is closed."));
    m_none->setCommand(QStringLiteral("mooring run train.py --follow"));
    m_notFound = new EmptyState(QStringLiteral("filter"), tr("Nothing found"), {});
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_none);
    m_stack->addWidget(m_notFound);
    m_compare = new RunCompare(m_context);
    column->addWidget(m_stack, 1);
    column->addWidget(m_compare, 1);
    m_compare->hide();
    return body;
}

void RunsPage::shown() { m_model->refresh(); }
void RunsPage::refresh() { m_model->refresh(); }

void RunsPage::filter()
{
    RunQuery query = m_model->query();
    query.text = m_filter->text().trimmed();
    m_model->setQuery(query);
}

void RunsPage::showLoaded()
{
    const bool filtered = !m_model->query().text.isEmpty();
    if (!m_model->error().code.isEmpty()) {
        m_notFound->setTexts(tr("The runs could not be read"), m_model->error().text());
        m_stack->setCurrentWidget(m_notFound);
        return;
    }
    const int matching = m_model->matching();
    header()->setFacts({tr("%n run(s)", nullptr, matching), tr("all kept on this computer")});
    m_filter->setCount(filtered ? tr("%n found", nullptr, matching) : QString());
    m_notFound->setTexts(tr("Nothing found"),
                         tr("No run has “%1” in its name, script, target or experiment.").arg(m_model->query().text));
    QWidget *shown = matching > 0 ? static_cast<QWidget *>(m_table) : filtered ? m_notFound : m_none;
    m_stack->setCurrentWidget(shown);
    if (m_compare->isVisible())
        m_compare->setRuns(m_model->marked()); // what still runs has more to show
}

void RunsPage::showMarks()
{
    const auto marked = m_model->marked();
    m_selected->setText(marked.empty() ? QString() : tr("%n selected", nullptr, int(marked.size())));
    m_clear->setVisible(!marked.empty());
    m_compare->setRuns(marked);
    m_compare->setVisible(marked.size() >= 2);
}

void RunsPage::open(int row)
{
    if (const RunRecord *run = m_model->record(row))
        m_context.navigator.go(QStringLiteral("run/") + run->id);
}

} // namespace mooring
