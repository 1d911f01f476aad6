#include "ui/inference/deploy/startstep.h"

#include "ui/inference/deploy/buildstep.h"
#include "ui/log/logpane.h"
#include "ui/runs/causecard.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr int kLow = 420;   ///< px of height under which the cause stands without its code
constexpr int kTight = 240; ///< and under which it stands alone, without the log

} // namespace

StartStep::StartStep(QWidget *parent)
    : QWidget(parent),
      m_cause(new CauseCard),
      m_banner(new Banner),
      m_line(new QWidget),
      m_glyph(new GlyphLabel(Glyph::Preparing)),
      m_statement(new TextLabel),
      m_log(new LogPane)
{
    setObjectName(u"startStep"_s);
    m_cause->setObjectName(u"initCause"_s);
    m_banner->setObjectName(u"startBanner"_s);
    m_statement->setObjectName(u"startStatement"_s);
    m_statement->setWordWrap(true);
    m_log->setObjectName(u"serverLog"_s);
    auto *row = new QHBoxLayout(m_line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(dp(this, 8));
    row->addWidget(m_glyph, 0, Qt::AlignTop);
    row->addWidget(m_statement, 1);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(dp(this, 24), dp(this, 4), dp(this, 24), dp(this, 8));
    top->setSpacing(dp(this, 8));
    top->addWidget(m_cause);
    top->addWidget(m_banner);
    top->addWidget(m_line);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(new Separator);
    column->addWidget(m_log, 1);
    clear();
}

void StartStep::clear()
{
    m_cause->hide();
    m_log->show();
    m_banner->clear();
    m_log->setLogs({});
    showStatement(Glyph::Preparing, tr("The server starts."));
}

void StartStep::showFeed(const DeployFeed &feed, bool live)
{
    const DeployWatch::Place &place = feed.state().place;
    std::vector<LogSource> logs;
    if (!place.serverLog.isEmpty())
        logs.push_back({place.container.isEmpty() ? tr("Server log") : tr("Container log"), place.serverLog});
    if (!place.buildLog.isEmpty())
        logs.push_back({tr("Build log"), place.buildLog});
    if (logs != m_log->logs())
        m_log->setLogs(logs);
    m_log->setLive(live);
    if (!live)
        return;
    const bool waits = feed.state().current == int(DeployWatch::Phase::Healthy);
    const QString what = waits
                             ? tr("The server runs. Its first answer comes when init() of the scoring script is done.")
                             : tr("The server starts.");
    const QString old = servingText(feed.state());
    showStatement(Glyph::Preparing, old.isEmpty() ? what : what + u' ' + old);
}

void StartStep::showCause(const CauseView &cause)
{
    m_cause->setCause(cause);
    m_cause->show();
    arrange();
}

void StartStep::showError(const Error &error)
{
    m_banner->tell(Tone::Fail, error.message, error.cause.isEmpty() ? error.fix : error.cause);
}

void StartStep::showStatement(Glyph glyph, const QString &text)
{
    m_glyph->setGlyph(glyph);
    m_statement->setText(text);
    m_line->setVisible(!text.isEmpty());
}

void StartStep::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void StartStep::arrange()
{
    m_cause->setBrief(height() < dp(this, kLow));
    m_log->setVisible(m_cause->isHidden() || height() >= dp(this, kTight));
}

} // namespace mooring
