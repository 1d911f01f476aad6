#include "ui/runs/runoutputs.h"

#include "core/base/text.h"
#include "core/runs/manifest.h"
#include "ui/widgets/button.h"
#include "ui/widgets/cellroles.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QHeaderView>
#include <QStackedLayout>
#include <QUrl>
#include <QVBoxLayout>

namespace mooring {

void OutputsModel::setFiles(const std::vector<OutputFile> &files)
{
    const auto same = [](const OutputFile &a, const OutputFile &b) { return a.path == b.path && a.size == b.size; };
    if (std::equal(files.begin(), files.end(), m_files.begin(), m_files.end(), same))
        return;
    beginResetModel();
    m_files = files;
    endResetModel();
}

const OutputFile *OutputsModel::file(int row) const
{
    return row >= 0 && row < int(m_files.size()) ? &m_files[size_t(row)] : nullptr;
}
int OutputsModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_files.size()); }
int OutputsModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(ColumnCount); }

QVariant OutputsModel::data(const QModelIndex &index, int role) const
{
    const OutputFile *entry = file(index.row());
    if (!entry)
        return {};
    if (role == Qt::DisplayRole && index.column() == PathColumn)
        return displayPath(entry->path);
    if (role == Qt::DisplayRole)
        return entry->size == kUnknownSize ? QStringLiteral("–") : humanSize(entry->size);
    if (role == CellRole::Icon && index.column() == PathColumn)
        return QStringLiteral("file");
    if (role == Qt::TextAlignmentRole && index.column() == SizeColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant OutputsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == SizeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::DisplayRole)
        return section == PathColumn ? tr("File in outputs/") : tr("Size");
    return {};
}

RunOutputs::RunOutputs(QWidget *parent)
    : QWidget(parent),
      m_model(new OutputsModel(this)),
      m_table(new TableView(tr("Outputs"))),
      m_empty(new EmptyState(QStringLiteral("folder"), tr("No outputs"), {})),
      m_stack(new QStackedLayout)
{
    m_table->setObjectName(QStringLiteral("outputsTable"));
    m_table->setModel(m_model);
    m_table->setEdge(24);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(OutputsModel::PathColumn, QHeaderView::Stretch);
    m_table->setColumnWidth(OutputsModel::SizeColumn, dp(this, 140));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(createPlaceRow());
    column->addLayout(m_stack, 1);
    connect(m_table, &QAbstractItemView::activated, this,
            [this](const QModelIndex &index) { openFolderOf(index.row()); });
}

QWidget *RunOutputs::createPlaceRow()
{
    m_place = new QWidget;
    m_place->setObjectName(QStringLiteral("outputsPlace"));
    m_sum = new TextLabel;
    m_where = new TextLabel({}, Type::Small, Ink::Text2);
    m_where->setObjectName(QStringLiteral("outputsWhere"));
    m_where->setWordWrap(true);
    m_fetch = edgeButton({}, QStringLiteral("download"));
    m_fetch->setObjectName(QStringLiteral("fetchOutputs"));
    m_open = edgeButton(tr("Open folder"), QStringLiteral("folder"));
    m_open->setObjectName(QStringLiteral("openOutputs"));
    auto *row = new QHBoxLayout(m_place);
    row->setContentsMargins(dp(this, 24), dp(this, 8), dp(this, 24), dp(this, 8));
    row->setSpacing(dp(this, 12));
    row->addWidget(m_sum);
    row->addWidget(m_where, 1);
    row->addWidget(m_fetch);
    row->addWidget(m_open);
    m_place->hide();
    connect(m_fetch, &QAbstractButton::clicked, this, &RunOutputs::fetchWanted);
    connect(m_open, &QAbstractButton::clicked, this, [this] { openFolder(m_view.folder); });
    return m_place;
}

void RunOutputs::setOutputs(const OutputsView &view)
{
    m_view = view;
    m_model->setFiles(view.files);
    m_empty->setTexts(view.live ? tr("No outputs yet") : tr("No outputs"),
                      view.live ? tr("What the script writes to outputs/ is listed here as it appears.")
                                : tr("The script wrote nothing to outputs/."));
    m_stack->setCurrentWidget(view.files.empty() ? static_cast<QWidget *>(m_empty) : m_table);
    showPlace();
}

void RunOutputs::showPlace()
{
    m_place->setVisible(!m_view.machine.isEmpty() && !m_view.files.empty());
    if (m_place->isHidden())
        return;
    qint64 bytes = 0;
    bool isKnown = true;
    for (const OutputFile &file : m_view.files) {
        isKnown = isKnown && file.size != kUnknownSize;
        bytes += file.size;
    }
    const bool here = !m_view.folder.isEmpty();
    const int files = int(m_view.files.size());
    m_sum->setText(isKnown ? tr("%n file(s), %1", nullptr, files).arg(humanSize(bytes))
                           : tr("%n file(s)", nullptr, files));
    m_where->setText(
        here              ? tr("On this computer too.")
        : m_view.live     ? tr("On %1. They can be fetched when the run has ended.").arg(m_view.machine)
        : m_view.fetching ? tr("Coming from %1; the activity at the bottom shows how far it is.").arg(m_view.machine)
        : m_view.fetchedAt
            ? tr("On %1, and since %2 in the folder that you named.").arg(m_view.machine, humanTime(*m_view.fetchedAt))
            : tr("Only on %1.").arg(m_view.machine));
    m_fetch->setText(m_view.fetching    ? tr("Fetching…")
                     : !isKnown         ? tr("Fetch…")
                     : m_view.asksWhere ? tr("Fetch %1…", "a size").arg(humanSize(bytes))
                                        : tr("Fetch %1").arg(humanSize(bytes)));
    m_fetch->setVisible(!here);
    m_fetch->setEnabled(!m_view.live && !m_view.fetching);
    m_open->setVisible(here);
}

void RunOutputs::openFolder(const QString &folder) const { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); }

void RunOutputs::openFolderOf(int row) const
{
    const OutputFile *entry = m_model->file(row);
    if (entry && !m_view.folder.isEmpty())
        openFolder(QFileInfo(m_view.folder + u'/' + QFile::decodeName(entry->path)).absolutePath());
}

} // namespace mooring
