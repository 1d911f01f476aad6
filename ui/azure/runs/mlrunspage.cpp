#include "ui/azure/runs/mlrunspage.h"

#include "core/base/text.h"
#include "core/jobs/background.h"
#include "ui/runs/runtext.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/cellroles.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/tableview.h"
#include "ui/workspace/stateglyphs.h"
#include "ui/workspace/workspacecontent.h"

#include <QHeaderView>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

enum Column { NameColumn, StateColumn, TargetColumn, CreatedColumn, ColumnCount };
constexpr int kIdRole = Qt::UserRole;
constexpr int kMostRuns = 200;
constexpr int kSoonMs = 5000;

QList<QStandardItem *> rowOf(const RunRecord &run)
{
    QList<QStandardItem *> row;
    for (int column = 0; column < ColumnCount; ++column)
        row << new QStandardItem;
    row[NameColumn]->setText(run.name.isEmpty() ? run.id : run.name);
    row[NameColumn]->setData(run.id, kIdRole);
    row[NameColumn]->setData(run.experiment(), CellRole::SecondLine);
    row[StateColumn]->setText(stateText(run));
    row[StateColumn]->setData(int(glyphOf(run.state)), CellRole::Glyph);
    row[TargetColumn]->setText(run.settings.target);
    row[CreatedColumn]->setText(run.createdAt ? humanTime(*run.createdAt) : u"–"_s);
    return row;
}

} // namespace

MlRunsPage::MlRunsPage(const AppContext &context, QWidget *parent)
    : Page(parent),
      m_context(context),
      m_workplace(std::make_shared<MlWorkplace>(context)),
      m_banner(new Banner),
      m_refresh(edgeButton(tr("Refresh"), u"view-refresh"_s)),
      m_table(new TableView(tr("Runs"))),
      m_model(new QStandardItemModel(this)),
      m_stack(new QStackedWidget)
{
    setObjectName(u"mlRunsPage"_s);
    header()->setTitle(tr("Runs"));
    header()->setIcon(u"run"_s);
    Button *run = filledButton(tr("Run a script…"), u"run"_s);
    run->setObjectName(u"runScript"_s);
    connect(run, &QAbstractButton::clicked, this, [this] { m_context.navigator.go(u"new-run"_s); });
    header()->addAction(run);
    m_refresh->setObjectName(u"refreshRuns"_s);
    connect(m_refresh, &QAbstractButton::clicked, this, &MlRunsPage::refresh);
    header()->addAction(m_refresh);
    aboveBody()->addWidget(m_banner);
    setHeaderLine(true);
    m_model->setHorizontalHeaderLabels({tr("Name"), tr("State"), tr("Target"), tr("Created")});
    m_table->setObjectName(u"mlRunTable"_s);
    m_table->setModel(m_model);
    m_table->setRowHeight(48);
    m_table->setEdge(24);
    m_table->horizontalHeader()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    for (const int column : {StateColumn, TargetColumn, CreatedColumn})
        m_table->setColumnWidth(column, dp(this, 170));
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        m_context.navigator.go(routeTo("run", index.siblingAtColumn(NameColumn).data(kIdRole).toString()));
    });
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, dp(this, 16));
    column->addWidget(m_table, 1);
    m_stack->addWidget(new QWidget); // nothing is said before it is known
    m_stack->addWidget(makeEmpty());
    m_stack->addWidget(body);
    setBody(m_stack);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoonMs);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (isVisible())
            read();
    });
}

QWidget *MlRunsPage::makeEmpty()
{
    auto *empty =
        new EmptyState(u"run"_s, tr("No runs yet"),
                       tr("A run sends a copy of a folder to the workspace and starts a script of it on one of "
                          "its compute targets."));
    empty->setCommand(shellCommand({u"mooring"_s, u"--workspace"_s, m_workplace->name(), u"run"_s, u"train.py"_s,
                                    u"--target"_s, u"cpu-cluster"_s}));
    return empty;
}

void MlRunsPage::read()
{
    if (m_reading)
        return;
    m_reading = true;
    m_refresh->setEnabled(false);
    const auto look = [workplace = m_workplace]() -> Result<std::vector<RunRecord>> {
        const auto session = workplace->session();
        if (!session)
            return session.error();
        return (*session)->runs.runs({}, {}, kMostRuns, {});
    };
    inBackground(this, look, [this](const Result<std::vector<RunRecord>> &runs) {
        m_reading = false;
        m_refresh->setEnabled(true);
        show(runs);
    });
}

void MlRunsPage::show(const Result<std::vector<RunRecord>> &runs)
{
    if (!runs)
        return m_banner->tell(Tone::Unknown, tr("The runs could not be read."), runs.error().text());
    m_banner->clear();
    const QString current = m_table->currentIndex().siblingAtColumn(NameColumn).data(kIdRole).toString();
    m_model->removeRows(0, m_model->rowCount());
    for (const RunRecord &run : *runs) {
        m_model->appendRow(rowOf(run));
        if (run.id == current)
            m_table->setCurrentIndex(m_model->index(m_model->rowCount() - 1, NameColumn));
    }
    m_stack->setCurrentIndex(runs->empty() ? 1 : 2);
    header()->setFacts({m_workplace->name(), tr("%n runs", nullptr, int(runs->size()))});
    if (std::any_of(runs->begin(), runs->end(), [](const RunRecord &run) { return isGoingOn(glyphOf(run.state)); }))
        m_soon.start();
}

} // namespace mooring
