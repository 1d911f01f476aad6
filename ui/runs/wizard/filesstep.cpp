#include "ui/runs/wizard/filesstep.h"

#include "core/base/text.h"
#include "ui/runs/wizard/filetreemodel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QAction>
#include <QHeaderView>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

enum Sheet { Looking, List, Problem };
constexpr int mostExpanded = 300; // rows that open by themselves

FileFilter filterOf(const QString &id)
{
    return id == u"going"      ? FileFilter::Going
           : id == u"left-out" ? FileFilter::LeftOut
           : id == u"changed"  ? FileFilter::Changed
                               : FileFilter::All;
}

} // namespace

FilesStep::FilesStep(QWidget *parent)
    : QWidget(parent),
      m_stack(new QStackedWidget(this)),
      m_problem(new EmptyState(u"folder"_s, {}, {})),
      m_again(edgeButton(tr("Look again"), u"view-refresh"_s)),
      m_tree(new TreeView(tr("Files"), this)),
      m_model(new FileTreeModel(this))
{
    setObjectName(u"filesStep"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    m_again->setObjectName(u"lookAgain"_s);
    m_problem->addAction(m_again);
    connect(m_again, &QPushButton::clicked, this, &FilesStep::lookAgainRequested);
    m_stack->addWidget(makeLooking());
    m_stack->addWidget(makeList());
    m_stack->addWidget(m_problem);
}

QWidget *FilesStep::makeLooking()
{
    auto *sheet = new QWidget;
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(dp(this, 24), dp(this, 16), dp(this, 24), dp(this, 16));
    column->setSpacing(dp(this, 8));
    column->addWidget(sectionTitle(tr("Looking at the source folder"), sheet));
    m_seen = new TextLabel({}, Type::Body, Ink::Text2, sheet);
    m_seen->setObjectName(u"filesSeen"_s);
    column->addWidget(m_seen);
    auto *stop = edgeButton(tr("Stop"), {}, sheet);
    stop->setObjectName(u"stopLooking"_s);
    connect(stop, &QPushButton::clicked, this, &FilesStep::stopRequested);
    column->addWidget(stop);
    column->addStretch(1);
    return sheet;
}

QWidget *FilesStep::makeList()
{
    auto *sheet = new QWidget;
    m_find = new SearchField(tr("Find a file"), {}, sheet);
    m_find->setObjectName(u"findFile"_s);
    m_find->setMaximumWidth(dp(this, 200));
    m_shown = new SegmentedControl(tr("Which files are shown"), sheet);
    m_shown->setObjectName(u"filesShown"_s);
    m_shown->addChoice(u"all"_s, tr("All"));
    m_shown->addChoice(u"going"_s, tr("Goes up"));
    m_shown->addChoice(u"left-out"_s, tr("Left out"));
    m_shown->addChoice(u"changed"_s, tr("Changed"));
    m_shown->setCurrent(u"all"_s);
    m_count = new TextLabel({}, Type::Body, Ink::Text2, sheet);
    m_count->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_count->setObjectName(u"filesCount"_s);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(dp(this, 12), 0, dp(this, 12), 0);
    head->setSpacing(dp(this, 8));
    head->addWidget(m_find, 1);
    head->addWidget(m_shown);
    head->addStretch(0);
    head->addWidget(m_count);
    m_none = paragraph({}, sheet);
    m_none->setObjectName(u"noFileShown"_s);
    m_none->setContentsMargins(dp(this, 12), dp(this, 8), dp(this, 12), dp(this, 8));
    m_none->hide();
    makeTree();
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(dp(this, 12), dp(this, 12), dp(this, 12), 0);
    column->setSpacing(dp(this, 4));
    column->addLayout(head);
    column->addWidget(m_none);
    column->addWidget(m_tree, 1);
    auto *typing = new QTimer(this);
    typing->setSingleShot(true);
    typing->setInterval(120);
    connect(m_find, &QLineEdit::textChanged, typing, qOverload<>(&QTimer::start));
    connect(typing, &QTimer::timeout, this, &FilesStep::filter);
    connect(m_shown, &SegmentedControl::chosen, this, &FilesStep::filter);
    return sheet;
}

void FilesStep::makeTree()
{
    m_tree->setObjectName(u"fileTree"_s);
    m_tree->setModel(m_model);
    QHeaderView *columns = m_tree->header();
    columns->setStretchLastSection(true);
    columns->setProperty("mooringEdge", 46); // over the names, past chevron and icon
    columns->setSectionResizeMode(FileTreeModel::NameColumn, QHeaderView::Interactive);
    columns->setSectionResizeMode(FileTreeModel::SizeColumn, QHeaderView::Interactive);
    makeLeaveOut();
}

void FilesStep::makeLeaveOut()
{
    m_leaveOut = new QAction(tr("Leave out"), m_tree);
    m_leaveOut->setObjectName(u"leaveOutRow"_s);
    m_leaveOut->setShortcut(Qt::Key_Delete);
    m_leaveOut->setShortcutContext(Qt::WidgetShortcut);
    m_leaveOut->setEnabled(false);
    m_tree->addAction(m_leaveOut);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    const auto current = [this]() -> const FileNode * {
        const int number = m_model->nodeOf(m_tree->currentIndex());
        return number > 0 ? &m_model->tree()->node(number) : nullptr; // the source itself goes along
    };
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this, current] {
        const FileNode *node = current();
        m_leaveOut->setEnabled(node && node->reason != FileReason::LeftOut && node->reason != FileReason::Special);
    });
    connect(m_leaveOut, &QAction::triggered, this, [this, current] {
        if (const FileNode *node = current())
            Q_EMIT leaveOutRequested(node->path, node->isFolder);
    });
}

void FilesStep::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int whole = width() - dp(this, 24);
    m_tree->setColumnWidth(FileTreeModel::SizeColumn, dp(this, 92));
    m_tree->setColumnWidth(FileTreeModel::NameColumn, qMax(dp(this, 150), whole * 43 / 100));
    m_count->setVisible(width() >= dp(this, 680));
}

void FilesStep::setLooking(qint64 seen)
{
    m_seen->setText(seen > 0 ? tr("%n files so far", nullptr, int(seen)) : tr("Reading names, sizes and ignore files"));
    if (!m_hasFiles)
        m_stack->setCurrentIndex(Looking);
}

void FilesStep::clear()
{
    m_hasFiles = false;
    m_model->setTree({}, {});
    setLooking(0);
}

void FilesStep::setProblem(const QString &title, const QString &text)
{
    m_hasFiles = false;
    m_problem->setTexts(title, text);
    m_stack->setCurrentIndex(Problem);
}

void FilesStep::setFiles(const FilesReport &report, std::shared_ptr<const FileTree> tree)
{
    m_hasFiles = true;
    m_stack->setCurrentIndex(List);
    const QString root = report.plan.source.section(u'/', -1);
    m_model->setTree(std::move(tree), root.isEmpty() ? report.plan.source : root);
    m_count->setText(tr("%n files go up, %1 stay here", "count", int(report.plan.entries.size()))
                         .arg(humanCount(report.filesLeftOut())));
    filter();
}

void FilesStep::filter()
{
    const FileFilter filter = filterOf(m_shown->current());
    m_model->setFilter(filter, m_find->text());
    m_find->setCount(humanCount(m_model->shownFiles()));
    const bool narrowed = filter != FileFilter::All || !m_find->text().isEmpty();
    m_none->setVisible(narrowed && m_model->shownFiles() == 0);
    m_none->setText(filter == FileFilter::Changed && m_find->text().isEmpty()
                        ? tr("Nothing is changed or new since the last run of this folder, or there was none yet.")
                        : tr("The filter hides every file of this folder."));
    expandFirst();
}

void FilesStep::expandFirst()
{
    if (!m_model->tree())
        return;
    m_tree->expand(m_model->indexOf(0));
    const bool narrowed = !m_find->text().isEmpty() || filterOf(m_shown->current()) != FileFilter::All;
    int rows = m_model->rowCount(m_model->indexOf(0));
    const std::vector<FileNode> &nodes = m_model->tree()->nodes();
    for (size_t i = 1; i < nodes.size(); ++i) {
        const QModelIndex index = m_model->indexOf(int(i));
        if (!nodes[i].isFolder || !index.isValid() || nodes[i].children.empty())
            continue;
        const int more = m_model->rowCount(index);
        const bool small = narrowed || (more <= 12 && nodes[i].parent == 0 && rows + more <= 40);
        if (!small || rows + more > mostExpanded)
            continue;
        rows += more;
        m_tree->expand(index);
    }
}

void FilesStep::selectPath(const QByteArray &path)
{
    const QModelIndex index = m_model->tree() ? m_model->indexOf(m_model->tree()->find(path)) : QModelIndex();
    if (!index.isValid())
        return;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

} // namespace mooring
