#include "ui/azure/assets/mlassetspage.h"

#include "core/base/text.h"
#include "core/jobs/background.h"
#include "ui/azure/assets/mlassetside.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/cellroles.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/tableview.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedWidget>
#include <QStandardItemModel>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

enum Column { NameColumn, VersionColumn, ChangedColumn, ByColumn, ColumnCount };
constexpr int kSideFrom = 700; ///< px of page width from which the side column stands beside the list

QList<QStandardItem *> rowOf(const MlAsset &asset)
{
    QList<QStandardItem *> row;
    for (int column = 0; column < ColumnCount; ++column)
        row << new QStandardItem;
    row[NameColumn]->setText(asset.name);
    row[VersionColumn]->setText(asset.latest.isEmpty() ? u"–"_s : asset.latest);
    row[ChangedColumn]->setText(asset.changedAt ? humanTime(*asset.changedAt) : u"–"_s);
    row[ByColumn]->setText(asset.changedBy.isEmpty() ? u"–"_s : asset.changedBy);
    return row;
}

QString titleOf(MlAssetKind kind)
{
    return kind == MlAssetKind::Environments ? MlAssetsPage::tr("Environments") : MlAssetsPage::tr("Models");
}

QString iconOf(MlAssetKind kind) { return kind == MlAssetKind::Environments ? u"environment"_s : u"model"_s; }

} // namespace

MlAssetsPage::MlAssetsPage(const AppContext &context, MlAssetKind kind, const QString &selected, QWidget *parent)
    : Page(parent),
      m_kind(kind),
      m_workplace(std::make_shared<MlWorkplace>(context)),
      m_selected(selected),
      m_banner(new Banner),
      m_table(new TableView(titleOf(kind))),
      m_model(new QStandardItemModel(this)),
      m_stack(new QStackedWidget),
      m_side(new MlAssetSide),
      m_sideColumn(sideColumn(m_side, 328))
{
    setObjectName(u"mlAssetsPage"_s);
    header()->setTitle(titleOf(kind));
    header()->setIcon(iconOf(kind));
    header()->setFacts({m_workplace->name()});
    auto *refresh = edgeButton(tr("Refresh"), u"view-refresh"_s);
    refresh->setObjectName(u"refreshAssets"_s);
    refresh->setToolTip(tr("Refresh (F5)"));
    connect(refresh, &QAbstractButton::clicked, this, &MlAssetsPage::refresh);
    header()->addAction(refresh);
    aboveBody()->addWidget(m_banner);
    setHeaderLine(true);
    makeTable();
    auto *body = new QWidget;
    auto *across = new QHBoxLayout(body);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    across->addWidget(m_table, 1);
    across->addWidget(m_sideColumn);
    m_stack->addWidget(new QWidget); // nothing is said before it is known
    m_stack->addWidget(makeEmpty());
    m_stack->addWidget(body);
    setBody(m_stack);
}

void MlAssetsPage::makeTable()
{
    m_model->setHorizontalHeaderLabels({tr("Name"), tr("Newest version"), tr("Changed"), tr("By")});
    m_table->setObjectName(u"assetTable"_s);
    m_table->setModel(m_model);
    m_table->setEdge(24);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    for (int column = VersionColumn; column < ColumnCount; ++column)
        m_table->setColumnWidth(column, dp(this, 130));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &MlAssetsPage::showSelected);
}

QWidget *MlAssetsPage::makeEmpty() const
{
    const bool isEnvironments = m_kind == MlAssetKind::Environments;
    auto *empty = new EmptyState(
        iconOf(m_kind), isEnvironments ? tr("No environment yet") : tr("No model yet"),
        isEnvironments
            ? tr("A run makes one of an image and a conda file, and uses it again while both stay the same.")
            : tr("A model that is registered in this workspace, in the studio or by a run, is listed here."));
    return empty;
}

void MlAssetsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_table->setColumnHidden(ByColumn, width() < dp(this, 960));
    m_table->setColumnHidden(ChangedColumn, width() < dp(this, 840));
    showSide();
}

void MlAssetsPage::read()
{
    if (std::exchange(m_reading, true))
        return;
    const auto look = [workplace = m_workplace, kind = m_kind]() -> Result<std::vector<MlAsset>> {
        const auto session = workplace->session();
        return session ? listMlAssets(*(*session)->client, kind, {}) : Result<std::vector<MlAsset>>(session.error());
    };
    inBackground(this, look, [this](const Result<std::vector<MlAsset>> &assets) {
        m_reading = false;
        show(assets);
    });
}

void MlAssetsPage::show(const Result<std::vector<MlAsset>> &assets)
{
    if (!assets)
        return m_banner->tell(Tone::Unknown,
                              m_kind == MlAssetKind::Environments ? tr("The environments could not be read.")
                                                                  : tr("The models could not be read."),
                              assets.error().text());
    m_banner->clear();
    m_assets = *assets;
    const QString wanted = m_selected;
    const QSignalBlocker quiet(m_table->selectionModel());
    m_model->removeRows(0, m_model->rowCount());
    for (const MlAsset &asset : m_assets) {
        m_model->appendRow(rowOf(asset));
        if (asset.name == wanted || m_model->rowCount() == 1)
            m_table->setCurrentIndex(m_model->index(m_model->rowCount() - 1, NameColumn));
    }
    m_stack->setCurrentIndex(m_assets.empty() ? 1 : 2);
    header()->setFacts({m_workplace->name(), m_kind == MlAssetKind::Environments
                                                 ? tr("%n environments", nullptr, int(m_assets.size()))
                                                 : tr("%n models", nullptr, int(m_assets.size()))});
    showSelected();
}

void MlAssetsPage::showSelected()
{
    const int row = m_table->currentIndex().row();
    showSide();
    if (row < 0 || row >= int(m_assets.size()))
        return;
    const MlAsset asset = m_assets[size_t(row)];
    m_selected = asset.name;
    m_side->setAsset(asset);
    using Versions = Result<std::vector<MlAssetVersion>>;
    const auto look = [workplace = m_workplace, kind = m_kind, name = asset.name]() -> Versions {
        const auto session = workplace->session();
        return session ? listMlAssetVersions(*(*session)->client, kind, name, {}) : Versions(session.error());
    };
    inBackground(this, look, [this, name = asset.name](const Versions &versions) {
        if (name == m_selected)
            m_side->setVersions(m_kind, versions);
    });
}

void MlAssetsPage::showSide()
{
    m_sideColumn->setVisible(m_table->currentIndex().isValid() && width() >= dp(this, kSideFrom));
}

} // namespace mooring
