#pragma once

#include "ui/context/appcontext.h"
#include "ui/inference/endpointlook.h"
#include "ui/inference/scoresending.h"

#include <QWidget>

class QVBoxLayout;

namespace mooring {

class AnswerPanel;
class Button;
class HistoryModel;
class LatencyPanel;
class RequestPanel;
class TableView;
class TextLabel;

/// The test bench (picture f): history, request and answer, latency. Where it is narrow, the latency and then the
/// history stand in tabs of their own: the page asks for their places.
class TestTab : public QWidget
{
    Q_OBJECT
public:
    TestTab(const AppContext &context, const std::shared_ptr<EndpointBench> &bench, const QString &endpoint,
            QWidget *parent = nullptr);

    void setView(const EndpointView &view);
    void setUsage(const InstanceUsage &usage);
    /// Sending is the main act of the page.
    void setMain(bool main);
    void send();
    QString curl() const;
    QString python() const;

    /// Where the two stand when the tab has no room for them. They go back by themselves.
    void setOtherPlaces(QWidget *latency, QWidget *history);
    void setColumns(bool withHistory, bool withLatency);

Q_SIGNALS:
    /// Something was sent, so the history has changed.
    void sent();

private:
    QWidget *makeHistory();
    QWidget *makeMiddle();
    void showRefusal();
    void showChosen();
    void showSent(const SentRequest &sent);
    void showCode();
    void noteOnOther(const ScoringCall &call);

    AppContext m_context;
    QString m_endpoint;
    EndpointView m_view;
    ScoreSending *m_sending;
    HistoryModel *m_model;
    TableView *m_table = nullptr;
    TextLabel *m_noHistory = nullptr;
    Button *m_onlyFailed = nullptr;
    RequestPanel *m_request;
    AnswerPanel *m_answer;
    LatencyPanel *m_latency;
    QWidget *m_history, *m_historyColumn, *m_latencyPart, *m_latencyColumn;
    QVBoxLayout *m_historyPlace, *m_latencyPlace;
    QWidget *m_otherHistory = nullptr, *m_otherLatency = nullptr;
    qint64 m_wanted = 0; ///< id of the call to choose once the history has it
    bool m_isLoaded = false, m_isQuiet = false;
    bool m_hasHistory = true, m_hasLatency = true; ///< beside the request
};

} // namespace mooring
