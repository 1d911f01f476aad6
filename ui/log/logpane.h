#pragma once

#include "core/base/error.h"
#include "ui/log/logsource.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

class QStackedWidget;

namespace mooring {

class Banner;
class EmptyState;
class LiveStrip;
class LogToolRow;
class LogView;

/// A log with its tools: tool row, the view or what stands in its place while there is nothing, live strip.
class LogPane : public QWidget
{
    Q_OBJECT
public:
    explicit LogPane(QWidget *parent = nullptr);

    /// The first one is shown, also when it comes later than others, unless one that was chosen is among them.
    void setLogs(const std::vector<LogSource> &logs);
    std::vector<LogSource> logs() const { return m_logs; }
    /// Chooses one.
    void setCurrent(int index);
    int current() const { return m_current; }
    /// The run goes on: silence is explained, the strip shows what is being written. Off at first.
    void setLive(bool live);

    LogView *view() const { return m_view; }
    /// The cursor goes to the find field (Ctrl+F of the shell).
    void startFind();
    /// Asks for a name, then saves byte for byte.
    void saveAs();

    QSize sizeHint() const override;

private:
    void createView();
    void showLog(int index);
    void refresh();
    void refreshPlace();
    void refreshNotice();
    void refreshStrip();
    void hideStrip();
    void showEmpty(const QString &icon, const QString &title, const QString &text);
    QString factsText() const;
    void tell(const QString &text);
    void refuseCopy(const Error &error);
    void saveSelection();

    std::vector<LogSource> m_logs;
    int m_current = -1;
    bool m_isChosen = false, m_live = false;
    LogToolRow *m_tools;
    Banner *m_notice;
    QStackedWidget *m_place;
    EmptyState *m_empty;
    LogView *m_view;
    LiveStrip *m_strip;
    QTimer m_refresh;   ///< at most ten times a second
    QTimer m_silence;   ///< while live: the seconds without output
    QTimer m_stripEnd;  ///< the bar's line has ended and no other has begun
    QTimer m_noticeEnd; ///< of what was said in passing
    QElapsedTimer m_sinceOutput;
    qint64 m_lastSize = -1;
    int m_noticedGeneration = 0;
    QString m_emptyKey;
};

} // namespace mooring
