#pragma once

#include "core/jobs/jobcontext.h"
#include "ui/inference/deploy/deployfeed.h"

#include <QWidget>

class QBoxLayout;
class QStackedWidget;

namespace mooring {

class Banner;
class GlyphLabel;
class Ladder;
class LogLinesView;
class LogPane;
class TextLabel;

/// The second step: the layers with why each is built, the build's log while it grows, and who answers meanwhile.
/// Without Docker: what Mooring does, and the log of the environment.
class BuildStepPage : public QWidget
{
    Q_OBJECT
public:
    explicit BuildStepPage(QWidget *parent = nullptr);

    /// Another deployment: nothing of the earlier one is left.
    /// `logTitle`: what its build log is called.
    void clear(bool isDocker, const QString &logTitle);
    void showFeed(const DeployFeed &feed, bool live);
    void addLines(const std::vector<LogLine> &lines);
    /// It could not be built. `remedy`: this computer's network settings would help.
    void showFailure(const Error &error, bool remedy);

Q_SIGNALS:
    void networkWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeLeft();

    QBoxLayout *m_across;
    QStackedWidget *m_stack;
    TextLabel *m_summary;
    TextLabel *m_total;
    Ladder *m_layers;
    LogLinesView *m_lines;
    Banner *m_banner;
    QWidget *m_oldLine;
    GlyphLabel *m_oldGlyph;
    TextLabel *m_old;
    LogPane *m_log;
    QString m_logTitle;
    bool m_failed = false;
};

/// "bearing-api, version 7, answers on 5001." Empty: nothing does.
QString servingText(const DeployFeed::State &state);

} // namespace mooring
