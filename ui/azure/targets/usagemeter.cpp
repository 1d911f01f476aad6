#include "ui/azure/targets/usagemeter.h"

#include "core/base/clock.h"
#include "core/base/text.h"
#include "ui/azure/targets/pricerow.h"
#include "ui/charts/daychart.h"
#include "ui/widgets/button.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStandardItemModel>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

enum Column { FromColumn, ToColumn, NodesColumn, HoursColumn, ColumnCount };
constexpr int kTableHeight = 32 + 5 * 30; ///< px: the head and five steps

QString clock(qint64 ms) { return fromEpochMs(ms).toLocalTime().toString(u"HH:mm"_s); }

/// The end of a day is 24:00, not 00:00 of the next.
QString endClock(const UsageStep &step)
{
    const QString text = clock(step.toMs);
    return text == u"00:00" && step.ms() > 0 ? u"24:00"_s : text;
}

QString hoursText(double hours) { return QString::number(hours, 'f', hours < 10 ? 2 : 1); }

QString wordsOf(const UsageStep &step)
{
    const QString from = clock(step.fromMs), to = endClock(step);
    return step.nodes ? UsageMeter::tr("%n nodes, %1 to %2", "times of day", *step.nodes).arg(from, to)
                      : UsageMeter::tr("Nobody looked, %1 to %2", "times of day").arg(from, to);
}

} // namespace

UsageMeter::UsageMeter(QWidget *parent)
    : QWidget(parent),
      m_title(sectionTitle({})),
      m_sum(new TextLabel),
      m_chart(new DayChart({},
                           [](const DayStep &step) {
                               return wordsOf({step.fromMs, step.toMs, step.value});
                           })),
      m_table(new TableView(tr("Nodes over the day as a table"))),
      m_gaps(helpLine({})),
      m_price(new PriceRow)
{
    setObjectName(u"usageMeter"_s);
    m_title->setObjectName(u"usageTitle"_s);
    m_sum->setObjectName(u"usageSum"_s);
    m_chart->setObjectName(u"usageChart"_s);
    m_table->setObjectName(u"usageTable"_s);
    m_gaps->setObjectName(u"usageGaps"_s);
    m_gaps->setInk(Ink::Unknown);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_sum);
    makeTable();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(dp(this, 6));
    column->addLayout(head);
    column->addWidget(m_chart);
    column->addWidget(m_table);
    column->addWidget(m_gaps);
    column->addWidget(makeTools());
    column->addWidget(m_price);
    connect(m_chart, &DayChart::tableWanted, this, [this] {
        showTable(true);
        m_table->setFocus(Qt::OtherFocusReason);
    });
    connect(m_price, &PriceRow::priceWanted, this, &UsageMeter::priceWanted);
}

void UsageMeter::makeTable()
{
    auto *model = new QStandardItemModel(0, ColumnCount, m_table);
    model->setHorizontalHeaderLabels({tr("From"), tr("To"), tr("Nodes"), tr("Node hours")});
    for (int column = 0; column < ColumnCount; ++column)
        model->setHeaderData(column, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
    m_table->setModel(model);
    m_table->setEdge(0);
    m_table->setFixedHeight(dp(this, kTableHeight));
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(NodesColumn, QHeaderView::Stretch);
    m_table->installEventFilter(this);
    m_table->hide();
}

QWidget *UsageMeter::makeTools()
{
    m_earlier = iconButton(u"go-previous"_s, tr("The day before"));
    m_earlier->setObjectName(u"usageEarlier"_s);
    m_later = iconButton(u"go-next"_s, tr("The day after"));
    m_later->setObjectName(u"usageLater"_s);
    m_asTable = linkButton({});
    m_asTable->setObjectName(u"usageAsTable"_s);
    for (const auto &[button, by] : {std::pair(m_earlier, 1), std::pair(m_later, -1)}) {
        connect(button, &QAbstractButton::clicked, this, [this, by = by] {
            m_back = std::clamp(m_back + by, 0, UsageHistory::kKeptDays - 1);
            show();
        });
    }
    connect(m_asTable, &QAbstractButton::clicked, this, [this] { showTable(m_table->isHidden()); });
    auto *tools = new QWidget;
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(dp(this, 4));
    row->addWidget(m_earlier);
    row->addWidget(m_later);
    row->addStretch(1);
    row->addWidget(m_asTable);
    showTable(false);
    return tools;
}

void UsageMeter::setUsage(const QString &compute, const UsageHistory &history)
{
    if (compute != m_compute)
        m_back = 0;
    m_compute = compute;
    m_history = history;
    show();
}

void UsageMeter::show()
{
    const QDateTime now = nowUtc();
    const QTimeZone zone = QTimeZone::systemTimeZone();
    const QDate day = now.toTimeZone(zone).date().addDays(-m_back);
    const auto [from, to] = rangeOfDay(day, zone);
    const Usage usage = Usage::of(m_history, from, std::min(to, now));
    m_title->setText(m_back == 0 ? tr("Nodes up today") : tr("Nodes up, %1", "a day").arg(humanTime(from)));
    const QString hours = usage.seenMs > 0 ? tr("%1 node hours").arg(hoursText(usage.nodeHours())) : u"–"_s;
    m_sum->setText(hours);
    const QString gaps = gapsOf(usage);
    m_gaps->setText(gaps);
    m_gaps->setVisible(!gaps.isEmpty());
    std::vector<DayStep> steps;
    for (const UsageStep &step : usage.steps)
        steps.push_back({step.fromMs, step.toMs, step.nodes});
    m_chart->setTitle(m_title->text());
    m_chart->setDay(from, to, std::move(steps), gaps.isEmpty() ? hours : hours + u". "_s + gaps);
    fillTable(usage);
    m_earlier->setEnabled(m_back + 1 < UsageHistory::kKeptDays);
    m_later->setEnabled(m_back > 0);
    m_price->setPrice(m_compute, m_history.price,
                      usage.seenMs > 0 ? std::optional<double>(usage.nodeHours()) : std::nullopt);
}

QString UsageMeter::gapsOf(const Usage &usage) const
{
    const auto isGap = [](const UsageStep &step) { return !step.nodes; };
    const auto gaps = std::count_if(usage.steps.begin(), usage.steps.end(), isGap);
    if (gaps == 0)
        return {};
    const QString all = humanDuration(usage.unknownMs);
    if (gaps > 1)
        return tr("Dashed: nobody looked for %1 in all, not counted.", "how long").arg(all);
    const UsageStep &gap = *std::find_if(usage.steps.begin(), usage.steps.end(), isGap);
    return tr("Dashed: nobody looked from %1 to %2, %3, not counted.", "two times of day, how long")
        .arg(clock(gap.fromMs), endClock(gap), all);
}

void UsageMeter::showTable(bool on)
{
    m_table->setVisible(on);
    m_chart->setVisible(!on);
    m_asTable->setText(on ? tr("As a chart") : tr("As a table"));
}

/// As in every chart, T and Esc lead back from the table.
bool UsageMeter::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_T || key == Qt::Key_Escape) {
            showTable(false);
            m_chart->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void UsageMeter::fillTable(const Usage &usage)
{
    auto *model = qobject_cast<QStandardItemModel *>(m_table->model());
    const int row = m_table->currentIndex().row();
    model->removeRows(0, model->rowCount());
    for (const UsageStep &step : usage.steps) {
        const double hours = double(step.ms()) * step.nodes.value_or(0) / 3'600'000;
        QList<QStandardItem *> cells;
        for (const QString &text :
             {clock(step.fromMs), endClock(step), step.nodes ? humanCount(*step.nodes) : tr("nobody looked"),
              step.nodes ? hoursText(hours) : u"–"_s}) {
            cells << new QStandardItem(text);
            cells.last()->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        }
        model->appendRow(cells);
    }
    if (row >= 0 && row < model->rowCount())
        m_table->selectRow(row);
}

} // namespace mooring
