#include "ui/shell/activitydrawer.h"

#include "ui/shell/jobdelegate.h"
#include "ui/shell/jobsmodel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"
#include "ui/workspace/loglines.h"

#include <QHBoxLayout>
#include <QListView>
#include <QPainter>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

namespace mooring {

ActivityDrawer::ActivityDrawer(JobRunner &jobs, QWidget *parent)
    : QWidget(parent),
      m_jobs(jobs),
      m_model(new JobsModel(jobs, this)),
      m_list(new QListView(this)),
      m_log(new LogLinesView(this))
{
    setObjectName(QStringLiteral("activityDrawer"));
    setMinimumHeight(dp(this, 160));
    m_list->setObjectName(QStringLiteral("jobList"));
    m_list->setAccessibleName(tr("Jobs"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new JobDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_log->setObjectName(QStringLiteral("jobLog"));

    auto *split = new QSplitter(Qt::Horizontal, this);
    split->setHandleWidth(1);
    split->addWidget(m_list);
    split->addWidget(m_log);
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 1);
    split->setSizes({dp(this, 930), dp(this, 430)});
    split->setChildrenCollapsible(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(split, 1);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { showLogOf(m_model->job(current)); });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this] { m_list->setCurrentIndex(m_model->index(0)); });
    for (const auto change : {&JobRunner::added, &JobRunner::ended, &JobRunner::removed})
        connect(&m_jobs, change, this, [this] { m_update.ask(); });
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &ActivityDrawer::closeWanted);
    m_tick.setInterval(500);
    connect(&m_tick, &QTimer::timeout, m_model, &JobsModel::tick);
    updateCounts();
    updateButtons();
    if (m_model->rowCount())
        m_list->setCurrentIndex(m_model->index(0));
}

QWidget *ActivityDrawer::makeHead()
{
    auto *head = new QWidget(this);
    head->setFixedHeight(dp(this, 40));
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(dp(this, 16), 0, dp(this, 8), 0);
    layout->setSpacing(dp(this, 12));
    m_counts = new ElidedLabel({}, Type::Body, Ink::Text2, head);
    m_counts->setObjectName(QStringLiteral("jobCounts"));
    m_clear = flatButton(tr("Clear ended"), {}, head);
    m_clear->setObjectName(QStringLiteral("clearEnded"));
    Button *close = iconButton(QStringLiteral("go-down"), tr("Close activity"), QStringLiteral("Esc"), head);
    close->setObjectName(QStringLiteral("closeDrawer"));
    layout->addWidget(sectionTitle(tr("Activity"), head));
    layout->addWidget(m_counts, 1);
    layout->addWidget(m_clear);
    layout->addWidget(close);
    connect(m_clear, &QAbstractButton::clicked, this, [this] { m_jobs.clearEnded(); });
    connect(close, &QAbstractButton::clicked, this, &ActivityDrawer::closeWanted);
    return head;
}

QSize ActivityDrawer::sizeHint() const { return {dp(this, 800), dp(this, 248)}; }

void ActivityDrawer::updateCounts()
{
    int failed = 0;
    int done = 0;
    for (const auto &job : m_jobs.jobs()) {
        failed += job->state() == Job::State::Failed;
        done += job->state() == Job::State::Succeeded || job->state() == Job::State::Canceled;
    }
    QStringList parts;
    if (const int running = m_jobs.runningCount())
        parts << tr("%n running", nullptr, running);
    if (failed)
        parts << tr("%n failed", nullptr, failed);
    if (done)
        parts << tr("%n done", nullptr, done);
    m_counts->setText(parts.isEmpty() ? tr("Nothing yet") : parts.join(QStringLiteral(", ")));
    m_clear->setEnabled(failed + done > 0);
}

/// Only while it is seen: a button for each of many jobs takes its time.
void ActivityDrawer::updateButtons()
{
    if (!isVisible())
        return;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row);
        const bool ended = index.data(JobsModel::EndedRole).toBool();
        if (ended == !m_list->indexWidget(index))
            continue;
        if (ended) {
            m_list->setIndexWidget(index, nullptr);
            continue;
        }
        auto *place = new QWidget; // lets the mouse through to the row, but for its button
        auto *layout = new QHBoxLayout(place);
        layout->setContentsMargins(0, 0, dp(this, 16), 0);
        auto *cancel = edgeButton(tr("Cancel"), {}, place);
        cancel->setSmall(true);
        cancel->setObjectName(QStringLiteral("cancelJob"));
        cancel->setAccessibleDescription(index.data().toString());
        layout->addStretch(1);
        layout->addWidget(cancel);
        connect(cancel, &QAbstractButton::clicked, this, [job = QPointer(m_model->job(index)), cancel] {
            if (job)
                job->cancel();
            cancel->setEnabled(false);
        });
        m_list->setIndexWidget(index, place);
    }
}

void ActivityDrawer::showLogOf(Job *job)
{
    if (m_shown)
        m_shown->disconnect(m_log);
    m_shown = job;
    m_log->lines()->setLines(job ? job->lines() : std::vector<LogLine>());
    if (!job)
        return;
    connect(job, &Job::linesAdded, m_log, [this, job](int count) {
        const std::vector<LogLine> &all = job->lines();
        const auto first = all.end() - qMin(qsizetype(count), qsizetype(all.size()));
        m_log->lines()->append(std::vector<LogLine>(first, all.end()));
    });
}

void ActivityDrawer::showEvent(QShowEvent *)
{
    m_tick.start();
    m_update.ask();
}

void ActivityDrawer::hideEvent(QHideEvent *) { m_tick.stop(); }

void ActivityDrawer::paintEvent(QPaintEvent *)
{
    const Tokens tokens = Tokens::from(palette());
    QPainter painter(this);
    painter.fillRect(rect(), tokens.window);
    painter.fillRect(QRectF(0, dp(this, 40) - 1, width(), 1), tokens.line);
}

} // namespace mooring
