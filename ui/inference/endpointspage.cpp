#include "ui/inference/endpointspage.h"

#include "core/base/text.h"
#include "core/inference/endpointservice.h"
#include "ui/inference/endpointtablemodel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/tokens.h"
#include "ui/workspace/endpointwatch.h"
#include "ui/workspace/workspacecontent.h"

#include <QHeaderView>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr std::chrono::seconds kPause{10}, kElsewherePause{60};

} // namespace

EndpointsPage::EndpointsPage(const AppContext &context, bool canDeploy, QWidget *parent)
    : EndpointsPage(context, canDeploy, nullptr, parent)
{
}

EndpointsPage::EndpointsPage(const AppContext &context, bool canDeploy, const std::shared_ptr<EndpointBench> &elsewhere,
                             QWidget *parent)
    : Page(parent),
      m_context(context),
      m_watch(new EndpointWatch(borrowed(context.endpoints), kPause, this)),
      m_model(new EndpointTableModel(this)),
      m_banner(new Banner),
      m_stack(new QStackedWidget)
{
    setObjectName(u"endpointsPage"_s);
    header()->setTitle(tr("Endpoints"));
    header()->setFacts({tr("Where a model answers requests")});
    setHeaderLine(true);
    aboveBody()->addWidget(m_banner);
    if (canDeploy) {
        m_deploy = deployButton("deployModel");
        header()->addAction(m_deploy, false);
    }
    makeTable();
    makeEmpty(canDeploy);
    auto *nothing = new QWidget; // until it is known what there is
    for (QWidget *each : {nothing, static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_empty)})
        m_stack->addWidget(each);
    setBody(m_stack);
    connect(m_watch, &EndpointWatch::looked, this, &EndpointsPage::showEndpoints);
    if (!elsewhere)
        return;
    m_elsewhere = new EndpointWatch(elsewhere, kElsewherePause, this);
    connect(m_elsewhere, &EndpointWatch::looked, this, &EndpointsPage::showEndpoints);
}

Button *EndpointsPage::deployButton(const char *objectName)
{
    Button *deploy = filledButton(tr("Deploy a model…"), u"endpoint"_s);
    deploy->setObjectName(QLatin1String(objectName));
    connect(deploy, &QAbstractButton::clicked, this, [this] { m_context.navigator.go(u"deploy"_s); });
    return deploy;
}

void EndpointsPage::makeTable()
{
    m_table = new TableView(tr("Endpoints"));
    m_table->setObjectName(u"endpointsTable"_s);
    m_table->setModel(m_model);
    m_table->setEdge(24);
    m_table->setRowHeight(48);
    QHeaderView *head = m_table->horizontalHeader();
    head->setStretchLastSection(false);
    head->setSectionResizeMode(EndpointTableModel::StateColumn, QHeaderView::Stretch);
    const std::pair<int, int> widths[] = {{EndpointTableModel::NameColumn, 210},
                                          {EndpointTableModel::VersionColumn, 84},
                                          {EndpointTableModel::CarrierColumn, 150},
                                          {EndpointTableModel::AddressColumn, 200}};
    for (const auto &[column, width] : widths)
        m_table->setColumnWidth(column, dp(this, width));
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) { open(index.row()); });
}

void EndpointsPage::makeEmpty(bool canDeploy)
{
    m_empty = new EmptyState(u"endpoint"_s, tr("No endpoint yet"),
                             tr("An endpoint answers requests for one model on 127.0.0.1, in a container or as a plain "
                                "process."));
    m_empty->setObjectName(u"noEndpoint"_s);
    if (canDeploy)
        m_empty->addAction(deployButton("deployFirst"));
    m_empty->setCommand(u"mooring deploy NAME --model model --score score.py"_s);
}

void EndpointsPage::shown()
{
    m_watch->setActive(true);
    if (m_elsewhere)
        m_elsewhere->setActive(true);
}

void EndpointsPage::refresh()
{
    m_watch->look();
    if (m_elsewhere)
        m_elsewhere->look();
}

/// Not of what is elsewhere: looking there keeps what was seen, which changes the workspace again.
void EndpointsPage::workspaceChanged() { m_watch->look(); }

void EndpointsPage::hideEvent(QHideEvent *event)
{
    m_watch->setActive(false);
    if (m_elsewhere)
        m_elsewhere->setActive(false);
    Page::hideEvent(event);
}

void EndpointsPage::showEndpoints()
{
    std::vector<EndpointRecord> all = m_watch->endpoints();
    if (m_elsewhere)
        all.insert(all.end(), m_elsewhere->endpoints().begin(), m_elsewhere->endpoints().end());
    showProblem();
    m_model->setEndpoints(all);
    header()->setFacts({tr("Where a model answers requests"),
                        all.empty() ? tr("none yet") : tr("%n endpoint(s)", nullptr, int(all.size()))});
    if (m_deploy)
        header()->showAction(m_deploy, !all.empty());
    if (!all.empty())
        m_stack->setCurrentWidget(m_table);
    else if (!m_watch->error() && (!m_elsewhere || (m_elsewhere->isKnown() && !m_elsewhere->error())))
        m_stack->setCurrentWidget(m_empty);
}

void EndpointsPage::showProblem()
{
    if (m_watch->error())
        return m_banner->tell(Tone::Fail, m_watch->error()->text());
    if (!m_elsewhere || !m_elsewhere->error())
        return m_banner->clear();
    Error rest = *m_elsewhere->error();
    const QString what = std::exchange(rest.message, std::exchange(rest.cause, {}));
    QStringList more{rest.text()};
    if (m_elsewhere->seenAt())
        more << tr("They are shown as they were at %1.").arg(humanTime(*m_elsewhere->seenAt()));
    m_banner->tell(Tone::Unknown, what, more.join(u' ').trimmed());
}

void EndpointsPage::open(int row)
{
    if (const EndpointRecord *endpoint = m_model->endpoint(row))
        m_context.navigator.go(endpointItem(*endpoint).route);
}

} // namespace mooring
