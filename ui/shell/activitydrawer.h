#pragma once

#include "ui/widgets/onceaframe.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QListView;

namespace mooring {

class Button;
class ElidedLabel;
class Job;
class JobRunner;
class JobsModel;
class LogLinesView;

/// Every job with its current line, bar, time and cancel; the selected one's log at the right. Ended jobs stay until
/// cleared.
class ActivityDrawer : public QWidget
{
    Q_OBJECT
public:
    explicit ActivityDrawer(JobRunner &jobs, QWidget *parent = nullptr);

    QListView *list() const { return m_list; }
    LogLinesView *log() const { return m_log; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void closeWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeHead();
    void updateCounts();
    void showLogOf(Job *job);
    void updateButtons();

    JobRunner &m_jobs;
    JobsModel *m_model;
    ElidedLabel *m_counts;
    Button *m_clear;
    QListView *m_list;
    LogLinesView *m_log;
    QPointer<Job> m_shown;
    QTimer m_tick;
    OnceAFrame m_update{[this] {
        updateCounts();
        updateButtons();
    }};
};

} // namespace mooring
