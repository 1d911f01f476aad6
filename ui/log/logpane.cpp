#include "ui/log/logpane.h"

#include "core/base/text.h"
#include "ui/log/livestrip.h"
#include "ui/log/logtoolrow.h"
#include "ui/log/logview.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/tokens.h"

#include <QBoxLayout>
#include <QFileDialog>
#include <QFileInfo>
#include <QStackedWidget>

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr int frameMs = 100;
constexpr int silentSeconds = 10;
constexpr int passingMs = 8000;
constexpr int betweenBarsMs = 1500;

} // namespace

LogPane::LogPane(QWidget *parent)
    : QWidget(parent),
      m_tools(new LogToolRow),
      m_notice(new Banner),
      m_place(new QStackedWidget),
      m_empty(new EmptyState(u"terminal"_s, tr("No output yet"), {})),
      m_view(new LogView),
      m_strip(new LiveStrip)
{
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tools);
    layout->addWidget(m_notice);
    layout->addWidget(m_place, 1);
    layout->addWidget(m_strip);
    m_place->addWidget(m_view);
    m_place->addWidget(m_empty);
    m_place->setCurrentWidget(m_empty);
    m_view->setObjectName(u"logView"_s);
    m_empty->setObjectName(u"logEmpty"_s);
    m_notice->setObjectName(u"logNotice"_s);
    m_strip->hide();
    setFocusProxy(m_view);
    createView();
    m_refresh.setInterval(frameMs);
    m_refresh.setSingleShot(true);
    connect(&m_refresh, &QTimer::timeout, this, &LogPane::refresh);
    m_silence.setInterval(1000);
    connect(&m_silence, &QTimer::timeout, this, &LogPane::refreshPlace);
    m_stripEnd.setInterval(betweenBarsMs);
    m_stripEnd.setSingleShot(true);
    connect(&m_stripEnd, &QTimer::timeout, this, &LogPane::hideStrip);
    m_noticeEnd.setInterval(passingMs);
    m_noticeEnd.setSingleShot(true);
    connect(&m_noticeEnd, &QTimer::timeout, m_notice, &Banner::clear);
    m_sinceOutput.start();
    setLogs({});
}

void LogPane::createView()
{
    connect(m_view, &LogView::snapshotChanged, this, [this] {
        refreshStrip(); // with the lines above it, not after them
        if (!m_refresh.isActive())
            m_refresh.start();
        if (m_place->currentWidget() == m_empty)
            refreshPlace(); // the first lines are not kept waiting
    });
    connect(m_view, &LogView::followingChanged, this, &LogPane::refresh);
    connect(m_view, &LogView::findChanged, this, [this] { m_tools->setFind(m_view->findState()); });
    connect(m_view, &LogView::findRequested, this, &LogPane::startFind);
    connect(m_view, &LogView::lineRequested, m_tools, &LogToolRow::askLine);
    connect(m_tools, &LogToolRow::lineGiven, this, [this](qint64 line) { m_view->goToLine(line - 1); });
    connect(m_view, &LogView::said, this, &LogPane::tell);
    connect(m_view, &LogView::copyRefused, this, &LogPane::refuseCopy);
    connect(m_view, &LogView::saved, this, [this](bool ok, const QString &text) {
        tell(text);
        if (!ok)
            m_notice->tell(Tone::Fail, text);
    });
    connect(m_tools, &LogToolRow::sourceChosen, this, &LogPane::setCurrent);
    connect(m_tools, &LogToolRow::wrapToggled, m_view, &LogView::setWrap);
    connect(m_tools, &LogToolRow::findChanged, m_view, &LogView::setFind);
    connect(m_tools, &LogToolRow::findNext, m_view, &LogView::findNext);
    connect(m_tools, &LogToolRow::findPrevious, m_view, &LogView::findPrevious);
    connect(m_tools, &LogToolRow::findLeft, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_tools, &LogToolRow::followClicked, this, [this] {
        m_view->setFollowing(!m_view->isFollowing());
        refresh();
    });
}

QSize LogPane::sizeHint() const { return {dp(this, 760), dp(this, 480)}; }

void LogPane::setLogs(const std::vector<LogSource> &logs)
{
    if (logs == m_logs && !logs.empty())
        return;
    const QString chosen = m_isChosen && m_current >= 0 ? m_logs[size_t(m_current)].path : QString();
    m_logs = logs;
    const auto found =
        std::find_if(logs.begin(), logs.end(), [&](const LogSource &each) { return each.path == chosen; });
    m_isChosen = found != logs.end();
    showLog(m_isChosen ? int(found - logs.begin()) : 0);
}

void LogPane::setCurrent(int index)
{
    m_isChosen = true;
    showLog(index);
}

void LogPane::showLog(int index)
{
    m_current = index >= 0 && index < int(m_logs.size()) ? index : -1;
    const QString path = m_current >= 0 ? m_logs[size_t(m_current)].path : QString();
    m_tools->setSources(m_logs, m_current);
    m_notice->clear();
    hideStrip(); // what it says is of the other log
    m_lastSize = -1;
    m_sinceOutput.restart();
    m_view->setPath(path);
    refresh();
}

void LogPane::setLive(bool live)
{
    m_live = live;
    if (live)
        m_silence.start();
    else
        m_silence.stop();
    refresh();
}

QString LogPane::factsText() const
{
    const auto snapshot = m_view->snapshot();
    if (!snapshot->content.isOpen())
        return {};
    const QString lines = snapshot->lines == 1 ? tr("1 line") : tr("%1 lines").arg(humanCount(snapshot->lines));
    if (snapshot->complete)
        return tr("%1, %2").arg(humanSize(snapshot->size), lines);
    return tr("%1, %2 so far").arg(humanSize(snapshot->size), lines);
}

void LogPane::refresh()
{
    const auto snapshot = m_view->snapshot();
    if (snapshot->size != m_lastSize) {
        m_lastSize = snapshot->size;
        m_sinceOutput.restart();
    }
    m_tools->setFacts(factsText());
    m_tools->setEncoding(snapshot->content.isOpen() ? encodingName(snapshot->encoding()) : QString());
    m_tools->setFollow(m_view->isFollowing(), m_view->newLines());
    m_tools->setFind(m_view->findState());
    refreshStrip();
    refreshNotice();
    refreshPlace();
}

void LogPane::refreshStrip()
{
    const auto snapshot = m_view->snapshot();
    if (m_live && snapshot->liveUpdates > 0) {
        m_stripEnd.stop();
        m_strip->setState(snapshot->liveText, snapshot->liveUpdates);
        m_strip->show();
    } else if (!m_live) {
        hideStrip();
    } else if (m_strip->isVisibleTo(this) && !m_stripEnd.isActive()) {
        m_stripEnd.start(); // between two bars it stays, or the log would jump up and down
    }
}

void LogPane::hideStrip()
{
    m_stripEnd.stop();
    m_strip->hide();
    m_strip->setState({}, 0);
}

/// What happened to the file is said once, and stays until the next thing is.
void LogPane::refreshNotice()
{
    const auto snapshot = m_view->snapshot();
    if (!snapshot->lastBreak || snapshot->generation == m_noticedGeneration)
        return;
    m_noticedGeneration = snapshot->generation;
    const QString when = humanTime(snapshot->lastBreak->when);
    const QString before = humanSize(snapshot->lastBreak->bytesBefore);
    m_noticeEnd.stop();
    m_notice->tell(
        Tone::Unknown,
        snapshot->lastBreak->kind == LogBreak::Kind::Truncated
            ? tr("The file was shortened at %1; before, it had %2. Shown is what it holds now.").arg(when, before)
            : tr("The file was replaced at %1; before, it had %2. Shown is the new one.").arg(when, before));
}

void LogPane::showEmpty(const QString &icon, const QString &title, const QString &text)
{
    m_place->setCurrentWidget(m_empty);
    if (const QString key = icon + title + text; key != m_emptyKey) {
        m_emptyKey = key;
        m_empty->setIcon(icon);
        m_empty->setTexts(title, text);
    }
}

void LogPane::refreshPlace()
{
    const auto snapshot = m_view->snapshot();
    if (snapshot->size > 0 && !snapshot->error) {
        m_place->setCurrentWidget(m_view);
        return;
    }
    const qint64 silent = m_sinceOutput.elapsed() / 1000;
    if (m_current < 0)
        showEmpty(u"file"_s, tr("No log"), tr("Nothing has been run here yet."));
    else if (snapshot->error && snapshot->error->code != u"log.missing")
        showEmpty(u"file"_s, tr("The log cannot be read"), snapshot->error->text());
    else if (m_live && silent >= silentSeconds)
        showEmpty(u"terminal"_s, tr("No output for %1.").arg(humanDuration(silent * 1000)),
                  tr("Python buffers its output when it does not write to a terminal: print(…, flush=True) or "
                     "PYTHONUNBUFFERED=1 shows it at once."));
    else if (m_live)
        showEmpty(u"terminal"_s, tr("No output yet"), tr("Lines appear here as the run writes them."));
    else if (snapshot->error)
        showEmpty(u"file"_s, tr("There is no log"), snapshot->error->text());
    else
        showEmpty(u"terminal"_s, tr("Nothing was written"), tr("The log is there and empty."));
}

void LogPane::tell(const QString &text)
{
    m_notice->clear();
    m_notice->tell(Tone::Accent, text);
    m_noticeEnd.start();
}

void LogPane::refuseCopy(const Error &error)
{
    m_noticeEnd.stop();
    m_notice->clear();
    m_notice->tell(Tone::Warn, error.text());
    Button *const save = edgeButton(tr("Save selected lines as…"));
    save->setSmall(true);
    m_notice->addAction(save);
    connect(save, &Button::clicked, this, &LogPane::saveSelection);
}

void LogPane::saveSelection()
{
    auto *const dialog = new QFileDialog(this, tr("Save selected lines"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, m_view, &LogView::saveSelectionTo);
    dialog->open();
}

void LogPane::saveAs()
{
    if (m_current < 0)
        return;
    auto *const dialog = new QFileDialog(this, tr("Save the log"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QFileInfo(m_logs[size_t(m_current)].path).fileName());
    connect(dialog, &QFileDialog::fileSelected, m_view, &LogView::saveTo);
    dialog->open();
}

void LogPane::startFind()
{
    m_tools->findField()->setFocus(Qt::ShortcutFocusReason);
    m_tools->findField()->selectAll();
}

} // namespace mooring
