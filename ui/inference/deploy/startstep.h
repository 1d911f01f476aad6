#pragma once

#include "ui/inference/deploy/deployfeed.h"
#include "ui/runs/runcause.h"

#include <QWidget>

namespace mooring {

class Banner;
class CauseCard;
class GlyphLabel;
class LogPane;
class TextLabel;

/// The third step: the server's log while it starts, and when init() failed its cause with file and line.
class StartStep : public QWidget
{
    Q_OBJECT
public:
    explicit StartStep(QWidget *parent = nullptr);

    void clear();
    void showFeed(const DeployFeed &feed, bool live);
    /// What the traceback says; without one the error alone.
    void showCause(const CauseView &cause);
    void showError(const Error &error);
    /// What still answers and what was kept, under the cause.
    void showStatement(Glyph glyph, const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    CauseCard *m_cause;
    Banner *m_banner;
    QWidget *m_line;
    GlyphLabel *m_glyph;
    TextLabel *m_statement;
    LogPane *m_log;
};

} // namespace mooring
