#include "ui/azure/targets/mltargetspage.h"

#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/jobs/background.h"
#include "ui/azure/targets/mltargetlook.h"
#include "ui/azure/targets/mltargetside.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/cellroles.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/tableview.h"
#include "ui/workspace/workspacecontent.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QStandardItemModel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

enum Column { NameColumn, StateColumn, NodesColumn, CostColumn, ColumnCount };
constexpr int kNameRole = Qt::UserRole;
constexpr int kSideFrom = 900;  ///< px of page width from which the side column stands beside the list
constexpr int kAgainMs = 30000; ///< while nobody answers
constexpr int kSoonMs = 5000;   ///< while Azure is at work on one of them
constexpr int kMeterMs = 60000; ///< while one of them has a meter

QList<QStandardItem *> rowOf(const MlTarget &target, const MlSeen &seen)
{
    const MlTargetLook look = MlTargetLook::of(target);
    QList<QStandardItem *> row;
    for (int column = 0; column < ColumnCount; ++column)
        row << new QStandardItem;
    row[NameColumn]->setText(target.record.name);
    row[NameColumn]->setData(target.record.name, kNameRole);
    row[NameColumn]->setData(look.type, CellRole::SecondLine);
    row[NameColumn]->setData(target.kind ? target.kind->iconName() : QString(), CellRole::Icon);
    row[StateColumn]->setText(look.state);
    row[StateColumn]->setData(int(look.glyph), CellRole::Glyph);
    row[StateColumn]->setData(look.finding, CellRole::SecondLine);
    row[StateColumn]->setData(int(look.findingInk), CellRole::SecondInk);
    row[StateColumn]->setToolTip(look.finding);
    row[NodesColumn]->setText(look.nodes);
    row[NodesColumn]->setData(look.nodesNote, CellRole::SecondLine);
    const auto since = upSince(seen.usageOf(target), seen.at);
    row[CostColumn]->setText(since ? humanDuration(since->msecsTo(seen.at)) : u"–"_s);
    row[CostColumn]->setData(look.cost, CellRole::SecondLine);
    row[CostColumn]->setData(int(look.costInk), CellRole::SecondInk);
    for (const int column : {NodesColumn, CostColumn})
        row[column]->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return row;
}

QString clock(const QDateTime &at) { return at.toLocalTime().toString(u"HH:mm"_s); }

} // namespace

MlTargetsPage::MlTargetsPage(const AppContext &context, QWidget *parent)
    : Page(parent),
      m_context(context),
      m_workplace(std::make_shared<MlWorkplace>(context)),
      m_banner(new Banner),
      m_model(new QStandardItemModel(this))
{
    setObjectName(u"mlTargetsPage"_s);
    makeHeader();
    aboveBody()->addWidget(m_banner);
    setHeaderLine(true);
    m_side = new MlTargetSide(MlTargetSide::Place::List);
    connect(m_side, &MlTargetSide::openWanted, this, [this] {
        m_context.navigator.go(
            routeTo("target", m_table->currentIndex().siblingAtColumn(NameColumn).data(kNameRole).toString()));
    });
    connect(m_side, &MlTargetSide::priceWanted, this, &MlTargetsPage::keepPrice);
    m_sideColumn = sideColumn(m_side, 384);
    auto *body = new QWidget;
    auto *across = new QHBoxLayout(body);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    across->addWidget(makeList(), 1);
    across->addWidget(m_sideColumn);
    setBody(body);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (isVisible())
            read();
    });
    showHead();
}

void MlTargetsPage::makeHeader()
{
    header()->setTitle(tr("Compute targets"));
    header()->setIcon(u"server"_s);
    m_attach = filledButton(tr("Attach…"), u"link"_s);
    m_attach->setObjectName(u"attachTarget"_s);
    connect(m_attach, &QAbstractButton::clicked, this, [this] { m_context.navigator.go(u"attach"_s); });
    header()->addAction(m_attach);
    m_make = edgeButton(tr("New compute…"), u"list-add"_s);
    m_make->setObjectName(u"newCompute"_s);
    connect(m_make, &QAbstractButton::clicked, this, [this] { m_context.navigator.go(u"new-compute"_s); });
    header()->addAction(m_make);
    m_refresh = edgeButton(tr("Refresh"), u"view-refresh"_s);
    m_refresh->setObjectName(u"refreshTargets"_s);
    m_refresh->setToolTip(tr("Refresh (F5)"));
    connect(m_refresh, &QAbstractButton::clicked, this, &MlTargetsPage::refresh);
    header()->addAction(m_refresh);
}

QWidget *MlTargetsPage::makeList()
{
    m_find = new SearchField(tr("Filter by name, kind or state"));
    m_find->setObjectName(u"filterTargets"_s);
    m_find->setIconName(u"filter"_s);
    m_find->setAccessibleName(tr("Filter by name, kind or state"));
    m_find->setMaximumWidth(dp(this, 296));
    connect(m_find, &QLineEdit::textChanged, this, &MlTargetsPage::fill);
    m_which = new SegmentedControl(tr("Which targets"));
    m_which->setObjectName(u"whichTargets"_s);
    m_which->addChoice(u"all"_s, tr("All"));
    m_which->addChoice(u"costs"_s, tr("Costs now"));
    m_which->addChoice(u"look"_s, tr("Needs a look"));
    m_which->setCurrent(u"all"_s);
    connect(m_which, &SegmentedControl::chosen, this, &MlTargetsPage::fill);
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(dp(this, 24), dp(this, 12), dp(this, 24), dp(this, 4));
    tools->setSpacing(dp(this, 8));
    tools->addWidget(m_find, 1);
    tools->addWidget(m_which);
    tools->addStretch(0);
    makeTable();
    auto *list = new QWidget;
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, dp(this, 16));
    column->setSpacing(0);
    column->addLayout(tools);
    column->addWidget(m_table, 1);
    return list;
}

void MlTargetsPage::makeTable()
{
    m_table = new TableView(tr("Compute targets"));
    m_table->setObjectName(u"targetTable"_s);
    m_table->setModel(m_model);
    m_table->setRowHeight(48);
    m_table->setEdge(24);
    m_model->setHorizontalHeaderLabels({{}, {}, {}, {}});
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(StateColumn, QHeaderView::Stretch);
    m_table->setColumnWidth(NameColumn, dp(this, 190));
    m_table->setColumnWidth(NodesColumn, dp(this, 84));
    m_table->setColumnWidth(CostColumn, dp(this, 168));
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        m_context.navigator.go(routeTo("target", index.siblingAtColumn(NameColumn).data(kNameRole).toString()));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &MlTargetsPage::showSelected);
}

void MlTargetsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_sideColumn->setVisible(width() >= dp(this, kSideFrom) && m_table->currentIndex().isValid());
    m_table->setColumnHidden(CostColumn, width() < dp(this, 560));
    m_table->setColumnHidden(NodesColumn, width() < dp(this, 480));
}

void MlTargetsPage::read()
{
    m_isWanted = m_reading;
    if (m_reading)
        return;
    m_reading = true;
    m_refresh->setEnabled(false);
    inBackground(
        this, [workplace = m_workplace] { return seeTargets(*workplace); },
        [this](const MlSeen &seen) {
            m_reading = false;
            m_refresh->setEnabled(true);
            show(seen);
            if (m_isWanted)
                read();
        });
}

void MlTargetsPage::show(const MlSeen &seen)
{
    m_seen = seen;
    const bool isAtWork = std::any_of(seen.targets.begin(), seen.targets.end(),
                                      [](const MlTarget &target) { return isGoingOn(MlTargetLook::of(target).glyph); });
    if (seen.isOffline || isAtWork || !seen.usage.empty())
        m_again.start(seen.isOffline ? kAgainMs : isAtWork ? kSoonMs : kMeterMs);
    else
        m_again.stop();
    showHead();
    showOffline();
    fill();
}

void MlTargetsPage::showHead()
{
    const QString at = m_seen.isOffline && m_seen.at.isValid() ? clock(m_seen.at) : QString();
    const QStringList heads{
        tr("Name, computeType"), at.isEmpty() ? tr("State, as Azure says it") : tr("State at %1", "a time").arg(at),
        tr("Nodes"), at.isEmpty() ? tr("Up, and what costs") : tr("Up, and what cost at %1", "a time").arg(at)};
    for (int column = 0; column < ColumnCount; ++column) {
        m_model->setHeaderData(column, Qt::Horizontal, heads[column]);
        if (column >= NodesColumn)
            m_model->setHeaderData(column, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter),
                                   Qt::TextAlignmentRole);
    }
    QStringList facts{m_workplace->name()};
    if (!m_seen.group.isEmpty())
        facts << m_seen.group;
    facts << tr("%n targets", nullptr, int(m_seen.targets.size()));
    if (m_seen.at.isValid())
        facts << (m_seen.isOffline ? tr("as of %1", "a time").arg(humanTime(m_seen.at))
                                   : tr("read %1", "a time").arg(humanTime(m_seen.at)));
    header()->setFacts(facts);
}

void MlTargetsPage::showOffline()
{
    const bool isOffline = m_seen.isOffline;
    for (Button *button : {m_attach, m_make}) {
        button->setEnabled(!isOffline);
        button->setToolTip(isOffline ? tr("Needs Azure.") : QString());
    }
    m_attach->setKind(isOffline ? ButtonKind::Edge : ButtonKind::Filled);
    m_banner->clear();
    m_banner->clearActions();
    header()->setBadge(Glyph::Unknown, {});
    if (!isOffline)
        return;
    const bool wantsSignIn = m_seen.error && m_seen.error->kind == ErrorKind::SignIn;
    const QString since = m_seen.at.isValid() ? clock(m_seen.at) : QString();
    header()->setBadge(Glyph::Unknown, wantsSignIn       ? tr("Not signed in")
                                       : since.isEmpty() ? tr("Offline")
                                                         : tr("Offline since %1", "a time").arg(since));
    const QString head = wantsSignIn       ? tr("Azure wants you to sign in")
                         : since.isEmpty() ? tr("Azure does not answer")
                                           : tr("Azure has not answered since %1", "a time").arg(since);
    const QString last =
        m_seen.targets.empty()
            ? tr("Nothing was seen of this workspace before.")
            : tr("These are the last known values. Runs there go on. Changes wait for the connection.");
    const QString why = !m_seen.error ? QString()
                        : wantsSignIn ? m_seen.error->message // the button says the fix
                                      : m_seen.error->text();
    m_banner->tell(Tone::Unknown, head, why.isEmpty() ? last : tr("%1 %2", "an error, what is shown").arg(why, last));
    Button *act = edgeButton(wantsSignIn ? tr("Sign in…") : tr("Try now"), u"view-refresh"_s);
    act->setObjectName(wantsSignIn ? u"signInAgain"_s : u"tryNow"_s);
    connect(act, &QAbstractButton::clicked, this, [this, wantsSignIn] {
        if (wantsSignIn)
            m_context.navigator.go(u"sign-in"_s);
        else
            read();
    });
    m_banner->addAction(act);
}

bool MlTargetsPage::fits(const MlTarget &target) const
{
    const MlTargetLook look = MlTargetLook::of(target);
    const QString which = m_which->current(), text = m_find->text().trimmed();
    if ((which == u"costs" && !look.costsNow) || (which == u"look" && !look.needsLook))
        return false;
    for (const QString &part : {target.record.name, look.type, look.state, look.finding}) {
        if (part.contains(text, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

void MlTargetsPage::fill()
{
    const QString current = m_table->currentIndex().siblingAtColumn(NameColumn).data(kNameRole).toString();
    const QSignalBlocker quiet(m_table->selectionModel());
    m_model->removeRows(0, m_model->rowCount());
    for (const MlTarget &target : m_seen.targets) {
        if (!fits(target))
            continue;
        m_model->appendRow(rowOf(target, m_seen));
        if (target.record.name == current || m_model->rowCount() == 1)
            m_table->setCurrentIndex(m_model->index(m_model->rowCount() - 1, NameColumn));
    }
    const qsizetype hidden = qsizetype(m_seen.targets.size()) - m_model->rowCount();
    m_find->setCount(hidden > 0 ? tr("%1 of %2", "shown, all").arg(m_model->rowCount()).arg(m_seen.targets.size())
                                : QString());
    showSelected();
}

void MlTargetsPage::showSelected()
{
    const QString name = m_table->currentIndex().siblingAtColumn(NameColumn).data(kNameRole).toString();
    const MlTarget *target = name.isEmpty() ? nullptr : m_seen.find(name);
    m_sideColumn->setVisible(target && width() >= dp(this, kSideFrom));
    if (!target)
        return;
    m_side->setTarget(*target, m_seen.isOffline && m_seen.at.isValid()
                                   ? tr("as of %1", "a time").arg(humanTime(m_seen.at))
                                   : QString());
    m_side->setUsage(m_seen.usageOf(*target));
    if (!m_seen.isOffline && target->compute && target->compute->isCluster() && target->compute->isManaged())
        readNodes(target->record.name);
}

void MlTargetsPage::readNodes(const QString &name)
{
    const auto look = [workplace = m_workplace, name]() -> std::vector<MlNode> {
        const auto session = workplace->session();
        return session ? (*session)->targets.nodes(name, {}).valueOr({}) : std::vector<MlNode>();
    };
    inBackground(this, look, [this, name](const std::vector<MlNode> &nodes) {
        if (m_table->currentIndex().siblingAtColumn(NameColumn).data(kNameRole).toString() == name)
            m_side->setNodes(nodes);
    });
}

void MlTargetsPage::keepPrice(const QString &target, const std::optional<NodePrice> &price)
{
    const auto keep = [workplace = m_workplace, target, price] {
        return mooring::keepPrice(*workplace, target, price);
    };
    inBackground(this, keep, [this](const Result<> &kept) {
        if (!kept)
            m_banner->tell(Tone::Fail, tr("The price was not kept."), kept.error().text());
        read();
    });
}

} // namespace mooring
