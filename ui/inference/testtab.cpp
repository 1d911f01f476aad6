#include "ui/inference/testtab.h"

#include "ui/inference/answerpanel.h"
#include "ui/inference/historymodel.h"
#include "ui/inference/latencypanel.h"
#include "ui/inference/requestpanel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr int kHistoryWidth = 224, kLatencyWidth = 328;

/// A column with a place for one part; the hairline is on the side of the middle.
QWidget *columnFor(int width, bool lineRight, QVBoxLayout *&place)
{
    auto *column = new QWidget;
    auto *row = new QHBoxLayout(column);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    place = new QVBoxLayout;
    if (!lineRight)
        row->addWidget(new Separator(Qt::Vertical));
    row->addLayout(place, 1);
    if (lineRight)
        row->addWidget(new Separator(Qt::Vertical));
    column->setFixedWidth(dp(column, width));
    return column;
}

} // namespace

TestTab::TestTab(const AppContext &context, const std::shared_ptr<EndpointBench> &bench, const QString &endpoint,
                 QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_endpoint(endpoint),
      m_sending(new ScoreSending(context, bench, endpoint, this)),
      m_model(new HistoryModel(this)),
      m_request(new RequestPanel(bench, endpoint)),
      m_answer(new AnswerPanel),
      m_latency(new LatencyPanel(context, bench, endpoint))
{
    m_history = makeHistory();
    m_latencyPart = scrolling(m_latency);
    m_historyColumn = columnFor(kHistoryWidth, true, m_historyPlace);
    m_latencyColumn = columnFor(kLatencyWidth, false, m_latencyPlace);
    m_historyPlace->addWidget(m_history);
    m_latencyPlace->addWidget(m_latencyPart);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_historyColumn);
    row->addWidget(makeMiddle(), 1);
    row->addWidget(m_latencyColumn);
    connect(m_request, &RequestPanel::sendWanted, this, &TestTab::send);
    connect(m_request, &RequestPanel::stopWanted, m_sending, &ScoreSending::cancel);
    connect(m_request, &RequestPanel::requestChanged, this, &TestTab::showCode);
    connect(m_sending, &ScoreSending::changed, this, [this] { m_request->setSending(m_sending->isBusy()); });
    connect(m_sending, &ScoreSending::ended, this, &TestTab::showSent);
    connect(m_latency, &LatencyPanel::measureWanted, this,
            [this] { m_latency->measure(m_request->request(), m_request->version()); });
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &TestTab::send);
    }
}

QWidget *TestTab::makeHistory()
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, dp(this, 4), 0, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(dp(this, 24), 0, dp(this, 8), 0);
    m_onlyFailed = iconButton(u"filter"_s, tr("Show only requests that failed"));
    m_onlyFailed->setObjectName(u"onlyFailed"_s);
    m_onlyFailed->setCheckable(true);
    head->addWidget(sectionTitle(tr("History")), 1);
    head->addWidget(m_onlyFailed);
    column->addLayout(head);
    column->addSpacing(dp(this, 4));
    m_table = new TableView(tr("History"));
    m_table->setObjectName(u"history"_s);
    m_table->setModel(m_model);
    m_table->setRowHeight(40);
    m_table->setEdge(24);
    m_table->horizontalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(HistoryModel::WhatColumn, QHeaderView::Stretch);
    m_table->setColumnWidth(HistoryModel::WhenColumn, dp(this, 92));
    m_table->setToolTip(tr("Enter sends a request again"));
    m_noHistory = helpLine(tr("Each request that is sent is kept here, with its answer."));
    m_noHistory->setContentsMargins(dp(this, 24), 0, dp(this, 16), 0);
    column->addWidget(m_noHistory);
    column->addWidget(m_table, 1);
    column->addStretch();
    connect(m_onlyFailed, &QAbstractButton::toggled, m_model, &HistoryModel::setOnlyFailed);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TestTab::showChosen);
    connect(m_table, &QAbstractItemView::activated, this, [this] {
        showChosen();
        send();
    });
    return part;
}

QWidget *TestTab::makeMiddle()
{
    auto *middle = new QWidget;
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(dp(this, 16), dp(this, 12), dp(this, 16), dp(this, 16));
    column->setSpacing(dp(this, 12));
    column->addWidget(m_request, 3);
    column->addWidget(new Separator);
    column->addWidget(m_answer, 2);
    m_request->setMinimumHeight(dp(this, 200));
    m_answer->setMinimumHeight(dp(this, 230));
    return scrolling(middle);
}

void TestTab::setView(const EndpointView &view)
{
    m_view = view;
    m_model->setCalls(view.calls);
    if (const int row = m_wanted > 0 ? m_model->rowOf(m_wanted) : -1; row >= 0) {
        m_wanted = 0;
        m_isQuiet = true; // its answer is shown already, with what it was compared to
        m_table->selectRow(row);
        m_isQuiet = false;
    }
    if (view.record.canBeAsked)
        m_noHistory->setText(tr("Each request that is sent stands here while the workspace is open, with its answer."));
    m_noHistory->setVisible(view.calls.empty());
    m_table->setVisible(!view.calls.empty());
    m_onlyFailed->setVisible(!view.calls.empty());
    m_request->setVersions(view.record);
    const EndpointVersion *asked =
        view.record.version(m_request->version() > 0 ? m_request->version() : view.record.active);
    m_latency->setColdStart(asked ? asked->coldStartMs : std::nullopt);
    showRefusal();
    showCode();
    if (std::exchange(m_isLoaded, true))
        return;
    if (!view.calls.empty() && view.calls.front().isRequestWhole()) {
        m_table->selectRow(0); // go on where one left off
        return;
    }
    if (!view.record.asksForKey) // that is asked for when somebody sends something
        m_request->loadSample();
}

void TestTab::showRefusal()
{
    const EndpointState state = m_view.record.state;
    if (m_view.record.canBeAsked) { // its own service knows best
        const QString refusal =
            m_view.record.scoringUri().isEmpty() ? tr("%1 has no scoring address.").arg(m_endpoint) : QString();
        m_request->setRefusal(refusal);
        return m_latency->setRefusal(refusal);
    }
    const bool serves = state == EndpointState::Running || state == EndpointState::Unhealthy ||
                        (state == EndpointState::Deploying && m_view.record.active > 0);
    const QString reason =
        serves || m_request->version() > 0 ? QString() : tr("%1 does not run: start it first.").arg(m_endpoint);
    m_request->setRefusal(reason);
    m_latency->setRefusal(reason);
}

void TestTab::showCode()
{
    ScoringRequest request = m_request->request();
    if (const EndpointVersion *asked = m_view.record.version(m_request->version()))
        request.headers.insert(request.headers.end(), asked->headers.begin(), asked->headers.end());
    m_answer->setRequest(m_view.record.scoringUri(), request, m_view.record.needsKey());
}

void TestTab::showChosen()
{
    const ScoringCall *call = m_model->call(m_table->currentIndex().row());
    if (!call || m_isQuiet || m_sending->isBusy())
        return;
    m_answer->setCall(*call);
    noteOnOther(*call);
    if (call->isRequestWhole())
        m_request->setRequest(call->request);
}

void TestTab::send()
{
    if (m_sending->isBusy())
        return;
    showRefusal();
    const EndpointState state = m_view.record.state;
    if (m_view.record.canBeAsked && m_view.record.scoringUri().isEmpty())
        return;
    if (!m_view.record.canBeAsked && m_request->version() == 0 &&
        (state == EndpointState::Stopped || state == EndpointState::Failed))
        return;
    m_answer->setWaiting();
    m_sending->send(m_request->request(), m_request->version(), m_request->against());
}

void TestTab::showSent(const SentRequest &sent)
{
    m_wanted = sent.call ? sent.call->id : 0;
    if (sent.call) {
        m_answer->setCall(*sent.call, sent.against);
        if (sent.against)
            m_answer->setNote(differenceSentence(compareAnswers(sent.call->body, sent.against->body)));
        else
            noteOnOther(*sent.call);
    } else {
        m_answer->setError(sent.error.value_or(Error::canceled()));
    }
    if (sent.call && sent.error) // the version to compare with gave none
        m_answer->setNote(sent.error->text());
    Q_EMIT this->sent();
}

/// Says how the answer compares with the newest one of another version to the same request, where there is one.
void TestTab::noteOnOther(const ScoringCall &call)
{
    m_answer->setNote({});
    if (!call.isSuccess())
        return;
    for (const ScoringCall &other : m_view.calls) {
        if (other.versionLabel() == call.versionLabel() || !other.isSuccess() ||
            other.request.body != call.request.body)
            continue;
        const QString difference = differenceSentence(compareAnswers(call.body, other.body));
        return m_answer->setNote(difference.isEmpty()
                                     ? tr("Version %1 answered the same.").arg(other.versionLabel())
                                     : tr("Beside version %1: %2").arg(other.versionLabel(), difference));
    }
}

void TestTab::setUsage(const InstanceUsage &usage) { m_latency->setUsage(usage); }
void TestTab::setMain(bool main) { m_request->setMain(main); }
QString TestTab::curl() const { return m_answer->curl(); }
QString TestTab::python() const { return m_answer->python(); }

void TestTab::setOtherPlaces(QWidget *latency, QWidget *history)
{
    m_otherLatency = latency;
    m_otherHistory = history;
}

void TestTab::setColumns(bool withHistory, bool withLatency)
{
    if (std::exchange(m_hasHistory, withHistory) != withHistory)
        (withHistory ? m_historyPlace : m_otherHistory->layout())->addWidget(m_history);
    if (std::exchange(m_hasLatency, withLatency) != withLatency)
        (withLatency ? m_latencyPlace : m_otherLatency->layout())->addWidget(m_latencyPart);
    m_historyColumn->setVisible(withHistory);
    m_latencyColumn->setVisible(withLatency);
}

} // namespace mooring
