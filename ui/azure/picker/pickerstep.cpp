#include "ui/azure/picker/pickerstep.h"

#include "ui/azure/picker/directoryside.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/tokens.h"

#include <QHeaderView>
#include <QScrollArea>
#include <QStandardItemModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr int kSideFrom = 640; ///< px of width under which the tenants go away

} // namespace

PickerStep::PickerStep(DirectoryLook &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_side(new DirectorySide(look)),
      m_sideFrame(new QWidget),
      m_find(new SearchField(tr("Find by name, group or region"))),
      m_which(new SegmentedControl(tr("Which workspaces"))),
      m_table(new TableView(tr("Workspaces"))),
      m_model(new QStandardItemModel(this)),
      m_empty(new EmptyState(u"cloud"_s, {}, {}))
{
    setObjectName(u"pickerStep"_s);
    auto *frame = new QHBoxLayout(m_sideFrame);
    frame->setContentsMargins(0, 0, 0, 0);
    frame->setSpacing(0);
    frame->addWidget(scrolling(m_side), 1);
    frame->addWidget(new Separator(Qt::Vertical));
    m_sideFrame->setFixedWidth(dp(this, 257));

    m_find->setObjectName(u"findWorkspace"_s);
    m_find->setAccessibleName(tr("Find a workspace"));
    m_which->setObjectName(u"whichWorkspaces"_s);
    m_which->addChoice(u"all"_s, tr("All"));
    m_which->addChoice(u"openable"_s, tr("Can be opened"));
    m_which->setCurrent(u"all"_s);
    makeTable();

    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(dp(this, 12), 0, dp(this, 12), 0);
    tools->setSpacing(dp(this, 8));
    tools->addWidget(m_find, 1);
    tools->addWidget(m_which);
    auto *middle = new QVBoxLayout;
    middle->setContentsMargins(dp(this, 12), dp(this, 12), dp(this, 12), dp(this, 8));
    middle->setSpacing(dp(this, 8));
    middle->addLayout(tools);
    middle->addWidget(m_table, 1);
    m_emptyFrame = scrolling(m_empty);
    middle->addWidget(m_emptyFrame, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_sideFrame);
    row->addLayout(middle, 1);

    connect(&look, &DirectoryLook::changed, this, &PickerStep::fill);
    connect(m_find, &QLineEdit::textChanged, this, &PickerStep::fill);
    connect(m_which, &SegmentedControl::chosen, this, &PickerStep::fill);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PickerStep::currentChanged);
    connect(m_table, &QAbstractItemView::activated, this, [this] {
        if (chosen())
            Q_EMIT opened();
    });
    fill();
}

void PickerStep::makeTable()
{
    m_table->setObjectName(u"workspaceTable"_s);
    m_model->setHorizontalHeaderLabels({tr("Name, group"), tr("Subscription, region"), tr("State, as Azure says it")});
    m_table->setModel(m_model);
    m_table->setRowHeight(48);
    m_table->setEdge(12);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->setColumnWidth(1, dp(this, 150));
    m_table->setColumnWidth(2, dp(this, 190));
}

void PickerStep::fill()
{
    const std::optional<OfferedWorkspace> before = current();
    const std::vector<OfferedWorkspace> all = offeredWorkspaces(m_look);
    m_total = int(all.size());
    m_shown.clear();
    for (const OfferedWorkspace &each : all) {
        if ((m_which->current() == u"all" || each.canBeOpened()) && fits(each, m_find->text()))
            m_shown.push_back(each);
    }
    fillOffered(*m_model, m_shown);
    m_find->setCount(m_find->text().isEmpty() ? QString() : tr("%1 of %2").arg(m_shown.size()).arg(m_total));
    for (size_t i = 0; i < m_shown.size(); ++i) {
        const bool isFirst = !before && m_shown[i].canBeOpened();
        if (isFirst || (before && before->listed.id.key() == m_shown[i].listed.id.key())) {
            m_table->setCurrentIndex(m_model->index(int(i), 0));
            break;
        }
    }
    showEmpty();
    Q_EMIT currentChanged();
}

void PickerStep::showEmpty()
{
    m_table->setVisible(!m_shown.empty());
    m_emptyFrame->setVisible(m_shown.empty());
    if (!m_shown.empty())
        return;
    if (m_look.isReading())
        m_empty->setTexts(tr("Reading what your account can see."),
                          tr("Tenants, their subscriptions, and the workspaces "
                             "in these. Each is shown as it comes."));
    else if (m_look.problem())
        m_empty->setTexts(tr("The tenants could not be read."), m_look.problem()->text());
    else if (m_total > 0)
        m_empty->setTexts(tr("None of these workspaces is shown."),
                          tr("The words or the choice above hide %n.", nullptr, m_total));
    else
        m_empty->setTexts(tr("No workspace was found."),
                          tr("Your account sees none in the subscriptions that are ticked. One that was shared with "
                             "you alone may be opened by its resource ID or its config.json."));
}

std::optional<OfferedWorkspace> PickerStep::current() const
{
    const int row = m_table->currentIndex().row();
    return row < 0 || size_t(row) >= m_shown.size() ? std::optional<OfferedWorkspace>() : m_shown[size_t(row)];
}

std::optional<OfferedWorkspace> PickerStep::chosen() const
{
    const auto now = current();
    return now && now->canBeOpened() ? now : std::nullopt;
}

void PickerStep::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_sideFrame->setVisible(width() >= dp(this, kSideFrom));
}

} // namespace mooring
