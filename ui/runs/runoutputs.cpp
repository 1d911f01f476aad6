#include "ui/runs/runoutputs.h"

#include "core/base/text.h"
#include "core/runs/manifest.h"
#include "ui/widgets/cellroles.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/tokens.h"

#include <QDesktopServices>
#include <QHeaderView>
#include <QStackedLayout>
#include <QUrl>

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
    if (role == Qt::DisplayRole)
        return index.column() == PathColumn ? displayPath(entry->path) : humanSize(entry->size);
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
      m_stack(new QStackedLayout(this))
{
    m_table->setObjectName(QStringLiteral("outputsTable"));
    m_table->setModel(m_model);
    m_table->setEdge(24);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(OutputsModel::PathColumn, QHeaderView::Stretch);
    m_table->setColumnWidth(OutputsModel::SizeColumn, dp(this, 140));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    connect(m_table, &QAbstractItemView::activated, this,
            [this](const QModelIndex &index) { openFolderOf(index.row()); });
}

void RunOutputs::setOutputs(const std::vector<OutputFile> &files, const QString &folder, bool live)
{
    m_folder = folder;
    m_model->setFiles(files);
    m_empty->setTexts(live ? tr("No outputs yet") : tr("No outputs"),
                      live ? tr("What the script writes to outputs/ is listed here as it appears.")
                           : tr("The script wrote nothing to outputs/."));
    m_stack->setCurrentWidget(files.empty() ? static_cast<QWidget *>(m_empty) : m_table);
}

void RunOutputs::openFolderOf(int row) const
{
    const OutputFile *entry = m_model->file(row);
    if (!entry || m_folder.isEmpty())
        return;
    const QString path = m_folder + u'/' + QFile::decodeName(entry->path);
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
}

} // namespace mooring
