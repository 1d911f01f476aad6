#include "ui/inference/deploy/buildstep.h"

#include "core/base/text.h"
#include "ui/log/logpane.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/ladder.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"
#include "ui/workspace/loglines.h"

#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr int kBeside = 900; ///< px of width from which the log stands beside the layers

} // namespace

BuildStepPage::BuildStepPage(QWidget *parent)
    : QWidget(parent),
      m_across(new QBoxLayout(QBoxLayout::LeftToRight, this)),
      m_stack(new QStackedWidget),
      m_summary(new TextLabel({}, Type::Body, Ink::Text2)),
      m_total(new TextLabel({}, Type::Small, Ink::Text2)),
      m_layers(new Ladder),
      m_lines(new LogLinesView),
      m_banner(new Banner),
      m_oldLine(new QWidget),
      m_oldGlyph(new GlyphLabel(Glyph::Serving)),
      m_old(new TextLabel),
      m_log(new LogPane)
{
    setObjectName(u"buildStep"_s);
    m_log->setObjectName(u"buildLog"_s);
    m_across->setContentsMargins(0, 0, 0, 0);
    m_across->setSpacing(0);
    m_across->addWidget(makeLeft(), 6);
    m_across->addWidget(new Separator(Qt::Vertical));
    m_across->addWidget(m_log, 5);
    m_log->setMinimumWidth(0);
}

QWidget *BuildStepPage::makeLeft()
{
    m_summary->setObjectName(u"layerSummary"_s);
    m_total->setObjectName(u"buildTime"_s);
    m_layers->setObjectName(u"layers"_s);
    m_layers->setAccessibleName(tr("Layers"));
    m_layers->setCanRun(false);
    m_lines->setObjectName(u"deployLines"_s);
    m_lines->setAccessibleName(tr("What Mooring does"));
    m_banner->setObjectName(u"buildBanner"_s);
    m_banner->clear();
    m_old->setObjectName(u"oldOne"_s);
    m_old->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(dp(this, 12), 0, dp(this, 12), 0);
    head->setSpacing(dp(this, 12));
    head->addWidget(sectionTitle(tr("Layers")));
    head->addWidget(m_summary, 1);
    head->addWidget(m_total);
    auto *layers = new QWidget;
    auto *layerColumn = new QVBoxLayout(layers);
    layerColumn->setContentsMargins(dp(this, 12), dp(this, 12), dp(this, 12), dp(this, 4));
    layerColumn->setSpacing(dp(this, 4));
    layerColumn->addLayout(head);
    layerColumn->addWidget(m_layers);
    layerColumn->addStretch(1);
    auto *lines = new QWidget;
    auto *lineColumn = new QVBoxLayout(lines);
    lineColumn->setContentsMargins(0, dp(this, 12), 0, 0);
    lineColumn->setSpacing(dp(this, 4));
    auto *lineHead = sectionTitle(tr("What Mooring does"));
    lineHead->setContentsMargins(dp(this, 24), 0, dp(this, 24), 0);
    lineColumn->addWidget(lineHead);
    lineColumn->addWidget(m_lines, 1);
    m_stack->addWidget(scrolling(layers));
    m_stack->addWidget(lines);
    auto *oldRow = new QHBoxLayout(m_oldLine);
    oldRow->setContentsMargins(dp(this, 24), dp(this, 10), dp(this, 24), dp(this, 12));
    oldRow->setSpacing(dp(this, 8));
    oldRow->addWidget(sectionTitle(tr("The old one")));
    oldRow->addWidget(m_oldGlyph);
    oldRow->addWidget(m_old, 1);
    auto *bannerPlace = new QVBoxLayout;
    bannerPlace->setContentsMargins(dp(this, 24), 0, dp(this, 24), dp(this, 12));
    bannerPlace->addWidget(m_banner);
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_stack, 1);
    column->addLayout(bannerPlace);
    column->addWidget(new Separator);
    column->addWidget(m_oldLine);
    return left;
}

void BuildStepPage::clear(bool isDocker, const QString &logTitle)
{
    m_logTitle = logTitle;
    m_failed = false;
    m_stack->setCurrentIndex(isDocker ? 0 : 1);
    m_layers->setRows({});
    m_lines->lines()->setLines({});
    m_banner->clearActions();
    m_banner->clear();
    m_log->setLogs({});
    m_summary->setText({});
    m_total->setText({});
}

void BuildStepPage::showFeed(const DeployFeed &feed, bool live)
{
    const DeployFeed::State &state = feed.state();
    std::vector<LadderRow> rows = layerRows(state.layers);
    m_layers->setRows(std::move(rows));
    m_summary->setText(layerSummary(state.layers));
    m_total->setText(humanDuration(feed.elapsed(int(DeployWatch::Phase::Build))));
    if (const BuildStep *first = firstBuiltAnew(state.layers); first && !m_failed)
        m_banner->tell(Tone::Accent,
                       tr("Why it is built: %1", "an instruction").arg(first->instruction.section(u' ', 0, 1)),
                       first->reason);
    const QString old = servingText(state);
    m_oldLine->setVisible(!old.isEmpty());
    m_old->setText(old);
    if (!state.place.buildLog.isEmpty() &&
        (m_log->logs().empty() || m_log->logs().front().path != state.place.buildLog))
        m_log->setLogs({{m_logTitle, state.place.buildLog}});
    m_log->setLive(live);
}

void BuildStepPage::addLines(const std::vector<LogLine> &lines) { m_lines->lines()->append(lines); }

void BuildStepPage::showFailure(const Error &error, bool remedy)
{
    m_failed = true;
    m_banner->clearActions();
    m_banner->tell(Tone::Fail, error.message, error.cause.isEmpty() ? error.fix : error.cause);
    if (!remedy)
        return;
    auto *use = edgeButton(tr("Use this computer’s settings"));
    use->setObjectName(u"useNetworkSettings"_s);
    connect(use, &QAbstractButton::clicked, this, &BuildStepPage::networkWanted);
    m_banner->addAction(use);
}

void BuildStepPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_across->setDirection(width() >= dp(this, kBeside) ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

QString servingText(const DeployFeed::State &state)
{
    if (state.serving.isEmpty())
        return {};
    return BuildStepPage::tr("%1, version %2, answers on %3.", "an endpoint, a number, a port or an address")
        .arg(state.serving)
        .arg(state.servingVersion)
        .arg(state.servingPlace);
}

} // namespace mooring
