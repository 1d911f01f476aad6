#include "ui/runs/wizard/filetreemodel.h"

#include "core/base/text.h"
#include "core/runs/manifest.h"
#include "ui/widgets/cellroles.h"
#include "ui/widgets/stateglyph.h"
#include "ui/widgets/tokens.h"

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

bool stays(const FileNode &node)
{
    return node.reason == FileReason::LeftOut || node.reason == FileReason::Special ||
           node.reason == FileReason::Unreadable ||
           (node.reason == FileReason::Folder && node.going == 0 && node.staying > 0);
}

QVariant glyphOf(FileReason reason)
{
    switch (reason) {
    case FileReason::Secret:
        return int(Glyph::Warning);
    case FileReason::Unreadable:
        return int(Glyph::Failed);
    case FileReason::LeftOut:
    case FileReason::Special:
        return int(Glyph::LeftOut);
    default:
        return {};
    }
}

QString iconOf(FileReason reason)
{
    return reason == FileReason::Changed ? u"edit"_s : reason == FileReason::New ? u"list-add"_s : u"check"_s;
}

} // namespace

void FileTreeModel::setTree(std::shared_ptr<const FileTree> tree, const QString &rootName)
{
    beginResetModel();
    m_tree = std::move(tree);
    m_rootName = rootName;
    applyFilter();
    endResetModel();
}

void FileTreeModel::setFilter(FileFilter filter, const QString &text)
{
    beginResetModel();
    m_filter = filter;
    m_text = text.trimmed();
    applyFilter();
    endResetModel();
}

bool FileTreeModel::isWanted(const FileNode &node) const
{
    const bool isFolder = node.reason == FileReason::Folder;
    const bool changed = node.reason == FileReason::Changed || node.reason == FileReason::New;
    if (m_filter == FileFilter::Going && (stays(node) || (isFolder && node.going + node.staying > 0)))
        return false;
    if (m_filter == FileFilter::LeftOut && (isFolder || !stays(node)))
        return false;
    if (m_filter == FileFilter::Changed && !changed)
        return false;
    return m_text.isEmpty() || displayPath(node.path).contains(m_text, Qt::CaseInsensitive);
}

void FileTreeModel::applyFilter()
{
    const size_t count = m_tree ? m_tree->nodes().size() : 0;
    m_shown.assign(count, {});
    m_rows.assign(count, -1);
    m_shownFiles = 0;
    std::vector<char> visible(count, 0);
    for (size_t i = count; i-- > 0;) { // children before their parents
        const FileNode &node = m_tree->nodes()[i];
        const bool self = isWanted(node);
        m_shownFiles += self && node.reason != FileReason::Folder;
        visible[i] = visible[i] || self || i == 0;
        if (visible[i] && node.parent >= 0)
            visible[size_t(node.parent)] = 1;
    }
    for (size_t i = 0; i < count; ++i) {
        for (const int child : m_tree->nodes()[i].children) {
            if (!visible[size_t(child)])
                continue;
            m_rows[size_t(child)] = int(m_shown[i].size());
            m_shown[i].push_back(child);
        }
    }
    if (count)
        m_rows[0] = 0;
}

QModelIndex FileTreeModel::indexOf(int node, int column) const
{
    if (node < 0 || size_t(node) >= m_rows.size() || m_rows[size_t(node)] < 0)
        return {};
    return createIndex(m_rows[size_t(node)], column, quintptr(node));
}

QModelIndex FileTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, quintptr(parent.isValid() ? m_shown[size_t(parent.internalId())][size_t(row)] : 0));
}

QModelIndex FileTreeModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(m_tree->node(int(index.internalId())).parent) : QModelIndex();
}

int FileTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return m_tree ? 1 : 0;
    return parent.column() == NameColumn ? int(m_shown[size_t(parent.internalId())].size()) : 0;
}

int FileTreeModel::columnCount(const QModelIndex &) const { return ColumnCount; }

QVariant FileTreeModel::display(const FileNode &node, int column) const
{
    if (column == NameColumn)
        return node.parent < 0 ? m_rootName : displayPath(node.path.mid(node.path.lastIndexOf('/') + 1));
    if (column == SizeColumn)
        return node.reason == FileReason::Special || node.reason == FileReason::Unreadable ? u"–"_s
                                                                                           : humanSize(node.size);
    return node.text;
}

QVariant FileTreeModel::mark(const FileNode &node, int column, int role) const
{
    const bool staying = stays(node);
    if (column == NameColumn) {
        if (role == CellRole::Icon)
            return node.isFolder ? u"folder"_s : u"file"_s;
        return role == CellRole::Ink && staying ? QVariant(int(Ink::Text2)) : QVariant();
    }
    if (column == SizeColumn)
        return role == CellRole::Ink ? QVariant(int(Ink::Text2)) : QVariant();
    const FileReason reason = staying && node.reason == FileReason::Folder ? FileReason::LeftOut : node.reason;
    const QVariant glyph = glyphOf(reason);
    switch (role) {
    case CellRole::Glyph:
        return glyph;
    case CellRole::Icon:
        return glyph.isValid() ? QVariant() : QVariant(iconOf(reason));
    case CellRole::IconInk:
        return int(reason == FileReason::Changed || reason == FileReason::New ? Ink::Accent : Ink::Ok);
    case CellRole::Ink:
        return int(reason == FileReason::Secret       ? Ink::Warn
                   : reason == FileReason::Unreadable ? Ink::Fail
                   : staying                          ? Ink::Text2
                                                      : Ink::Text);
    default:
        return {};
    }
}

QVariant FileTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const FileNode &node = m_tree->node(int(index.internalId()));
    switch (role) {
    case Qt::DisplayRole:
        return display(node, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == SizeColumn ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case CellRole::Glyph:
    case CellRole::Icon:
    case CellRole::IconInk:
    case CellRole::Ink:
        return mark(node, index.column(), role);
    default:
        return {};
    }
}

QVariant FileTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == SizeColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case SizeColumn:
        return tr("Size");
    default:
        return tr("Goes up, or the rule that keeps it here");
    }
}

} // namespace mooring
