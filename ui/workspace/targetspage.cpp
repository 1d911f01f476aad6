#include "ui/workspace/targetspage.h"

#include "core/base/text.h"
#include "core/jobs/background.h"
#include "core/jobs/jobrunner.h"
#include "core/targets/targetservice.h"
#include "ui/context/appcontext.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/cellroles.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"
#include "ui/workspace/stateglyphs.h"
#include "ui/workspace/targetcheck.h"
#include "ui/workspace/workspacecontent.h"

#include <QHeaderView>
#include <QStandardItemModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

enum Column { NameColumn, StateColumn, CanColumn, LookedColumn, ColumnCount };
constexpr int kNameRole = Qt::UserRole;

QString abilities(const TargetRecord &target, const TargetKind *kind)
{
    if (!kind)
        return {};
    const Capabilities can = kind->capabilities();
    QStringList words;
    if (can.training)
        words << TargetsPage::tr("train");
    if (can.inference)
        words << TargetsPage::tr("test inference");
    if (target.lastCheck && boolAt(target.lastCheck->facts, "docker"))
        words << TargetsPage::tr("Docker");
    if (target.lastCheck && boolAt(target.lastCheck->facts, "gpu"))
        words << TargetsPage::tr("GPU");
    return words.join(u", "_s);
}

QList<QStandardItem *> rowOf(const TargetRecord &target, const KindRegistry &kinds)
{
    const TargetKind *kind = kinds.find(target.kind);
    QList<QStandardItem *> row;
    for (int column = 0; column < ColumnCount; ++column)
        row << new QStandardItem;
    row[NameColumn]->setText(targetTitle(target.name, kinds));
    row[NameColumn]->setData(target.name, kNameRole);
    row[NameColumn]->setData(kind ? kind->summary() : target.kind, CellRole::SecondLine);
    row[NameColumn]->setData(kind ? kind->iconName() : QString(), CellRole::Icon);
    row[StateColumn]->setText(target.lastCheck ? targetStateText(target.state()) : TargetsPage::tr("Not checked yet"));
    row[StateColumn]->setData(int(target.lastCheck ? glyphOfTarget(target.state()) : Glyph::NotBegun), CellRole::Glyph);
    row[CanColumn]->setText(abilities(target, kind));
    row[LookedColumn]->setText(target.lastCheck ? humanTime(target.lastCheck->at) : u"–"_s);
    return row;
}

} // namespace

TargetsPage::TargetsPage(const AppContext &context, QWidget *parent)
    : Page(parent),
      m_context(context),
      m_banner(new Banner),
      m_table(new TableView(tr("Compute targets"))),
      m_model(new QStandardItemModel(this))
{
    setObjectName(u"targetsPage"_s);
    header()->setTitle(tr("Compute targets"));
    header()->setFacts({tr("Where runs happen")});
    Button *attach = filledButton(tr("Attach…"), u"list-add"_s);
    attach->setObjectName(u"attachTarget"_s);
    connect(attach, &QAbstractButton::clicked, this, [this] { m_context.navigator.go(u"attach"_s); });
    header()->addAction(attach);
    Button *check = edgeButton(tr("Check all"), u"view-refresh"_s);
    check->setObjectName(u"checkAllTargets"_s);
    connect(check, &QAbstractButton::clicked, this, &TargetsPage::refresh);
    header()->addAction(check);
    aboveBody()->addWidget(m_banner);
    setHeaderLine(true);

    m_model->setHorizontalHeaderLabels({tr("Name"), tr("State"), tr("Can"), tr("Last check")});
    m_table->setObjectName(u"targetTable"_s);
    m_table->setModel(m_model);
    m_table->setRowHeight(48);
    m_table->setEdge(24);
    m_table->horizontalHeader()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    for (const int column : {StateColumn, CanColumn, LookedColumn})
        m_table->setColumnWidth(column, dp(this, 180));
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        m_context.navigator.go(routeTo("target", index.siblingAtColumn(NameColumn).data(kNameRole).toString()));
    });

    auto *body = new QWidget;
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, dp(this, 16));
    layout->setSpacing(dp(this, 12));
    layout->addWidget(m_table, 1);
    setBody(body);
}

void TargetsPage::refresh()
{
    for (int row = 0; row < m_model->rowCount(); ++row)
        TargetCheck::start(m_context, m_model->item(row)->data(kNameRole).toString());
}

void TargetsPage::read()
{
    inBackground(
        this, [targets = &m_context.targets] { return targets->targets(); },
        [this](const Result<std::vector<TargetRecord>> &targets) {
            if (targets) {
                m_banner->clear();
                fill(*targets);
            } else {
                m_banner->tell(Tone::Fail, targets.error().text());
            }
        });
}

void TargetsPage::fill(const std::vector<TargetRecord> &targets)
{
    const QString current = m_table->currentIndex().siblingAtColumn(NameColumn).data(kNameRole).toString();
    m_model->removeRows(0, m_model->rowCount());
    for (const TargetRecord &target : targets) {
        m_model->appendRow(rowOf(target, m_context.kinds));
        if (target.name == current)
            m_table->setCurrentIndex(m_model->index(m_model->rowCount() - 1, NameColumn));
    }
    header()->setFacts({tr("Where runs happen"), tr("%n targets", nullptr, int(targets.size()))});
}

} // namespace mooring
