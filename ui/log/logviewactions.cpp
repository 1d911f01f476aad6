#include "ui/log/logview.h"

#include "core/base/text.h"
#include "core/jobs/background.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMarksMs = 200;

} // namespace

void LogView::setFind(const QString &text)
{
    m_findText = text;
    m_current = text.isEmpty() ? -1 : m_current;
    m_findFresh = true;
    if (!m_finder) {
        m_finder = std::make_unique<LogFinder>();
        connect(m_finder.get(), &LogFinder::progressed, this, &LogView::hitsChanged);
    }
    m_finder->findAll(m_snapshot->content, literalPattern(text, m_snapshot->encoding()));
    viewport()->update();
    Q_EMIT findChanged();
}

/// The first hit from here on is gone to as soon as it is known; when there is none below, the first of all.
void LogView::hitsChanged()
{
    if (m_findFresh) {
        const size_t index = m_finder->indexFrom(m_current >= 0 ? m_current : m_top);
        if (index < m_finder->count())
            goToHit(index);
        else if (!m_finder->isSearching() && m_finder->count() > 0)
            goToHit(0);
    }
    Q_EMIT findChanged();
}

void LogView::goToHit(size_t index)
{
    m_findFresh = false;
    goToLine(m_finder->at(index));
    Q_EMIT findChanged();
}

FindState LogView::findState() const
{
    FindState state{m_findText, -1, 0, false, false};
    if (!m_finder || m_findText.isEmpty())
        return state;
    state.count = qint64(m_finder->count());
    state.searching = m_finder->isSearching();
    state.capped = m_finder->isCapped();
    const size_t index = m_finder->indexFrom(m_current);
    if (m_current >= 0 && m_finder->at(index) == m_current)
        state.current = qint64(index);
    return state;
}

void LogView::findNext()
{
    if (!m_finder || m_finder->count() == 0)
        return;
    const size_t index = m_finder->indexFrom(m_current >= 0 ? m_current + 1 : m_top);
    if (index >= m_finder->count())
        Q_EMIT said(tr("The search went on from the start."));
    goToHit(index < m_finder->count() ? index : 0);
}

void LogView::findPrevious()
{
    if (!m_finder || m_finder->count() == 0)
        return;
    const size_t index = m_finder->indexFrom(m_current >= 0 ? m_current : m_top);
    if (index == 0)
        Q_EMIT said(tr("The search went on from the end."));
    goToHit(index > 0 ? index - 1 : m_finder->count() - 1);
}

void LogView::nextError()
{
    if (!m_errorFinder) {
        m_errorFinder = std::make_unique<LogFinder>();
        connect(m_errorFinder.get(), &LogFinder::foundNext, this, [this](qint64 line) {
            if (line >= 0)
                goToLine(line);
            else
                Q_EMIT said(m_current >= 0 ? tr("There is no further error below.") : tr("The log names no error."));
        });
    }
    m_errorFinder->findNext(m_snapshot->content, errorPattern(m_snapshot->encoding()), m_current);
}

void LogView::previousError()
{
    const qint64 line = m_marks.previousError(pointedLine());
    if (line >= 0)
        goToLine(line);
    else
        Q_EMIT said(tr("There is no error above."));
}

void LogView::toggleBookmark()
{
    const qint64 line = pointedLine();
    if (m_snapshot->lines == 0 || line < 0)
        return;
    const bool added = m_marks.toggleBookmark(line);
    viewport()->update();
    const QString number = QString::number(line + 1);
    Q_EMIT said(added ? tr("Line %1 has a bookmark. Shift+B goes to the next one.").arg(number)
                      : tr("Line %1 has no bookmark any more.").arg(number));
}

void LogView::nextBookmark()
{
    const qint64 line = m_marks.nextBookmark(pointedLine());
    if (line >= 0)
        goToLine(line);
    else
        Q_EMIT said(tr("No line has a bookmark yet: B sets one."));
}

void LogView::marksChanged()
{
    if (!m_marksTimer.isActive())
        m_marksTimer.start(kMarksMs, this);
}

void LogView::showMarks()
{
    const int rows = m_overview->rows();
    const LogFinder *finder = m_findText.isEmpty() ? nullptr : m_finder.get();
    m_overview->setMarks(LogMarks::hits(finder, rows, m_snapshot->lines), m_marks.marks(rows, m_snapshot->lines));
}

LogPosition LogView::selectionStart() const { return m_anchor ? std::min(*m_anchor, m_cursor) : m_cursor; }
LogPosition LogView::selectionEnd() const { return m_anchor ? std::max(*m_anchor, m_cursor) : m_cursor; }

void LogView::select(LogPosition from, LogPosition to)
{
    m_anchor = from;
    m_cursor = to;
    viewport()->update();
}

void LogView::selectAll()
{
    if (m_snapshot->lines > 0)
        select({0, 0}, {m_snapshot->lines - 1, qsizetype(layoutLimit)});
}

void LogView::copy()
{
    if (!hasSelection() || !m_snapshot->content.isOpen())
        return;
    const auto work = [content = m_snapshot->content, from = selectionStart(), to = selectionEnd()] {
        return copyText(content, from, to);
    };
    inBackground(this, work, [this](const Result<QString> &text) {
        if (text)
            QGuiApplication::clipboard()->setText(*text);
        else
            Q_EMIT copyRefused(text.error());
    });
}

void LogView::copyRaw()
{
    if (!hasSelection() || !m_snapshot->content.isOpen())
        return;
    const auto work = [content = m_snapshot->content, first = selectionStart().line, last = selectionEnd().line] {
        return mooring::copyRaw(content, first, last);
    };
    inBackground(this, work, [this](const Result<QString> &text) {
        if (text)
            QGuiApplication::clipboard()->setText(*text);
        else
            Q_EMIT copyRefused(text.error());
    });
}

/// lines: from and to are lines, the second one included; otherwise bytes.
void LogView::save(qint64 from, qint64 to, bool lines, const QString &path)
{
    if (!m_snapshot->content.isOpen())
        return;
    const auto work = [content = m_snapshot->content, from, to, lines, path, cancel = m_saving] {
        const qint64 start = lines ? offsetOfLine(content, from) : from;
        const qint64 end = lines ? offsetOfLine(content, to + 1) : to;
        return saveBytes(content, start, end, path, cancel);
    };
    inBackground(this, work, [this, path](const Result<qint64> &bytes) {
        Q_EMIT saved(bytes.ok(),
                     bytes ? tr("Saved %1 to %2, byte for byte.").arg(humanSize(*bytes), path) : bytes.error().text());
    });
}

void LogView::saveTo(const QString &path) { save(0, m_snapshot->size, false, path); }

void LogView::saveSelectionTo(const QString &path)
{
    if (hasSelection())
        save(selectionStart().line, selectionEnd().line, true, path);
}

void LogView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, bool enabled, auto act) {
        QAction *const action = menu->addAction(text);
        action->setEnabled(enabled);
        connect(action, &QAction::triggered, this, act);
    };
    const auto choose = [this](auto accept) {
        auto *const dialog = new QFileDialog(this, tr("Save the log"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->selectFile(QFileInfo(m_snapshot->path).fileName());
        connect(dialog, &QFileDialog::fileSelected, this, accept);
        dialog->open();
    };
    const bool any = m_snapshot->lines > 0;
    add(tr("Copy"), hasSelection(), [this] { copy(); });
    add(tr("Copy raw bytes"), hasSelection(), [this] { copyRaw(); });
    add(tr("Select all"), any, [this] { selectAll(); });
    menu->addSeparator();
    add(tr("Go to a line…"), any, [this] { Q_EMIT lineRequested(); });
    add(tr("Bookmark"), any, [this] { toggleBookmark(); });
    add(tr("Next bookmark"), any, [this] { nextBookmark(); });
    menu->addSeparator();
    add(tr("Save as…"), any, [this, choose] { choose([this](const QString &path) { saveTo(path); }); });
    add(tr("Save selected lines as…"), hasSelection(),
        [this, choose] { choose([this](const QString &path) { saveSelectionTo(path); }); });
    menu->popup(event->globalPos());
}

} // namespace mooring
