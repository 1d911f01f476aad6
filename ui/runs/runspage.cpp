#include "ui/runs/runspage.h"

#include "core/base/text.h"
#include "core/workspace/workspace.h"
#include "ui/runs/runcolumns.h"
#include "ui/runs/runcompare.h"
#include "ui/runs/runsummaries.h"
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
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <array>

namespace mooring {

namespace {

constexpr int kTypingMs = 150;
constexpr int kLoggedWidth = 104;

/// The columns of the table that may go: the name stays.
struct OwnColumn
{
    RunTableModel::Column column;
    QString word; ///< kept with the layout
};
const std::array<OwnColumn, 5> kOwn{{{RunTableModel::StateColumn, QStringLiteral("state")},
                                     {RunTableModel::TargetColumn, QStringLiteral("target")},
                                     {RunTableModel::ScriptColumn, QStringLiteral("script")},
                                     {RunTableModel::StartedColumn, QStringLiteral("started")},
                                     {RunTableModel::DurationColumn, QStringLiteral("duration")}}};

QList<std::pair<QString, QString>> ownColumns(const RunTableModel &model)
{
    QList<std::pair<QString, QString>> columns;
    for (const OwnColumn &own : kOwn)
        columns.emplace_back(own.word, model.headerData(own.column, Qt::Horizontal, Qt::DisplayRole).toString());
    return columns;
}

} // namespace

RunsPage::RunsPage(const AppContext &context, QWidget *parent)
    : Page(parent),
      m_context(context),
      m_model(new RunTableModel(context.workspace, context.kinds, this)),
      m_columns(new RunColumns(context.settings, ownColumns(*m_model), this)),
      m_summaries(new RunSummaries(context, this))
{
    createHeader();
    createTable();
    setBody(createBody());
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingMs);
    connect(&m_typing, &QTimer::timeout, this, &RunsPage::filter);
    connect(m_model, &RunTableModel::loaded, this, &RunsPage::showLoaded);
    connect(m_model, &RunTableModel::marksChanged, this, &RunsPage::showMarks);
    connect(m_columns, &RunColumns::changed, this, &RunsPage::showColumns);
    connect(m_summaries, &RunSummaries::read, this, [this](const QString &run, const Json &summary) {
        m_model->setSummary(run, summary);
        m_columns->setLogged(m_model->loggedByRuns());
    });
    connect(&context.workspace, &Workspace::changed, m_model, &RunTableModel::refresh);
    showColumns();
    showMarks();
}

void RunsPage::createHeader()
{
    header()->setTitle(tr("Runs"));
    Button *columns = edgeButton(tr("Columns"), QStringLiteral("split"));
    columns->setObjectName(QStringLiteral("columns"));
    columns->setArrow(true);
    QMenu *menu = m_columns->makeMenu(this);
    menu->setObjectName(QStringLiteral("columnsMenu"));
    connect(columns, &QAbstractButton::clicked, this,
            [columns, menu] { menu->popup(columns->mapToGlobal(QPoint(0, columns->height()))); });
    header()->addAction(columns);
    Button *run = filledButton(tr("Run a script…"), QStringLiteral("run"));
    run->setObjectName(QStringLiteral("runScript"));
    connect(run, &QAbstractButton::clicked, this, [this] { m_context.navigator.go(QStringLiteral("new-run")); });
    header()->addAction(run);
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
    m_showAll = edgeButton(tr("Show all runs"));
    m_showAll->setObjectName(QStringLiteral("showAllRuns"));
    connect(m_showAll, &QAbstractButton::clicked, m_filter, &QLineEdit::clear);
    m_notFound->addAction(m_showAll);
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

void RunsPage::shown()
{
    m_summaries->setActive(true);
    m_model->refresh();
}

void RunsPage::hideEvent(QHideEvent *event)
{
    m_summaries->setActive(false);
    Page::hideEvent(event);
}

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
        m_showAll->hide();
        m_stack->setCurrentWidget(m_notFound);
        return;
    }
    const int matching = m_model->matching();
    header()->setFacts({tr("%n run(s)", nullptr, matching), tr("all kept on this computer")});
    m_filter->setCount(filtered ? tr("%n found", nullptr, matching) : QString());
    if (filtered && matching == 0)
        showNotFound();
    QWidget *shown = matching > 0 ? static_cast<QWidget *>(m_table) : filtered ? m_notFound : m_none;
    m_stack->setCurrentWidget(shown);
    m_columns->setLogged(m_model->loggedByRuns());
    m_summaries->setRuns(m_model->runs());
    if (m_compare->isVisible())
        m_compare->setRuns(m_model->marked()); // what still runs has more to show
}

void RunsPage::showNotFound()
{
    QString text = tr("No run has “%1” in its name, script, target or experiment.").arg(m_model->query().text);
    if (m_model->total() > 0)
        text += u' ' + tr("The filter hides %n run(s).", nullptr, m_model->total());
    m_notFound->setTexts(tr("Nothing found"), text);
    m_showAll->show();
}

void RunsPage::showColumns()
{
    const QStringList logged = m_columns->logged();
    if (m_model->query().sortBy == RunQuery::Column::Logged && !logged.contains(m_model->query().logged))
        m_table->sortByColumn(RunTableModel::StartedColumn, Qt::DescendingOrder);
    const int before = m_model->columnCount();
    m_model->setLogged(logged);
    for (int column = RunTableModel::ColumnCount; column < m_model->columnCount(); ++column) {
        if (column >= before || m_table->columnWidth(column) < dp(this, kLoggedWidth / 2))
            m_table->setColumnWidth(column, dp(this, kLoggedWidth));
    }
    for (const OwnColumn &own : kOwn)
        m_table->setColumnHidden(own.column, m_columns->isHidden(own.word));
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
