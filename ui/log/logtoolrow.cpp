#include "ui/log/logtoolrow.h"

#include "core/base/text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/tokens.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;

LogToolRow::LogToolRow(QWidget *parent)
    : QWidget(parent),
      m_choice(flatButton({}, u"file"_s)),
      m_facts(new ElidedLabel({}, Type::Small, Ink::Text2)),
      m_line(new QLineEdit),
      m_encoding(new Chip),
      m_find(new SearchField(tr("Find in log"), u"Ctrl+F"_s)),
      m_wrap(iconButton(u"wrap"_s, tr("Wrap lines"))),
      m_follow(flatButton(tr("Follow"), u"follow"_s))
{
    setFixedHeight(dp(this, 41)); // 40 and its hairline
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(dp(this, 16), 0, dp(this, 12), 1);
    layout->setSpacing(dp(this, 8));
    for (QWidget *part : std::initializer_list<QWidget *>{m_choice, m_line, m_facts, m_encoding})
        layout->addWidget(part);
    layout->addStretch();
    for (QWidget *part : std::initializer_list<QWidget *>{m_find, m_wrap, m_follow})
        layout->addWidget(part);
    m_choice->setObjectName(u"logChoice"_s);
    m_facts->setObjectName(u"logFacts"_s);
    m_encoding->setObjectName(u"logEncoding"_s);
    m_find->setObjectName(u"logFind"_s);
    m_wrap->setObjectName(u"logWrap"_s);
    m_follow->setObjectName(u"logFollow"_s);
    m_line->setObjectName(u"logLine"_s);
    m_line->setAccessibleName(tr("Go to line"));
    m_line->setPlaceholderText(tr("Go to line"));
    m_line->setFixedSize(dp(this, 128), dp(this, 28));
    m_line->installEventFilter(this);
    m_line->hide();
    m_find->setAccessibleName(tr("Find in log"));
    m_find->setFixedHeight(dp(this, 28));
    m_find->installEventFilter(this);
    m_wrap->setCheckable(true);
    m_follow->setCheckable(true);
    m_follow->setToolTip(tr("Keep the end in sight (F)"));
    m_encoding->hide();
    connect(m_choice, &Button::clicked, this, [this] { showChoice(); });
    connect(m_follow, &Button::clicked, this, &LogToolRow::followClicked);
    connect(m_wrap, &Button::toggled, this, &LogToolRow::wrapToggled);
    connect(m_find, &SearchField::textChanged, this, &LogToolRow::findChanged);
}

void LogToolRow::setSources(const std::vector<LogSource> &sources, int current)
{
    m_sources = sources;
    m_current = current;
    const bool any = current >= 0 && current < int(sources.size());
    const QString title = any ? sources[size_t(current)].title : tr("No log");
    m_choice->setText(title);
    m_choice->setArrow(sources.size() > 1);
    m_choice->setEnabled(any);
    m_choice->setAccessibleName(tr("Log: %1").arg(title));
    m_choice->setToolTip(any ? sources[size_t(current)].path : QString());
}

void LogToolRow::showChoice()
{
    if (m_sources.size() < 2)
        return;
    auto *const menu = new QMenu(this);
    menu->setObjectName(u"logChoiceMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int i = 0; i < int(m_sources.size()); ++i) {
        QAction *const action = menu->addAction(m_sources[size_t(i)].title);
        action->setCheckable(true);
        action->setChecked(i == m_current);
        connect(action, &QAction::triggered, this, [this, i] { Q_EMIT sourceChosen(i); });
    }
    menu->popup(m_choice->mapToGlobal(QPoint(0, m_choice->height())));
}

void LogToolRow::setFacts(const QString &text) { m_facts->setText(text); }

void LogToolRow::setEncoding(const QString &name)
{
    m_encoding->setText(name);
    m_encoding->setVisible(!name.isEmpty());
}

void LogToolRow::setFollow(bool on, qint64 newLines)
{
    m_follow->setChecked(on);
    const QString text = on || newLines == 0 ? tr("Follow")
                         : newLines == 1     ? tr("1 new line")
                                             : tr("%1 new lines").arg(humanCount(newLines));
    if (m_follow->text() != text) {
        m_follow->setText(text);
        m_follow->updateGeometry();
    }
}

void LogToolRow::setFind(const FindState &state)
{
    if (state.text.isEmpty())
        m_find->setCount({});
    else if (state.count == 0)
        m_find->setCount(state.searching ? tr("searching") : tr("none"));
    else if (state.current < 0)
        m_find->setCount(humanCount(state.count) + (state.capped || state.searching ? u"+"_s : QString()));
    else
        m_find->setCount(tr("%1 of %2").arg(humanCount(state.current + 1), humanCount(state.count)) +
                         (state.capped || state.searching ? u"+"_s : QString()));
}

QString LogToolRow::findText() const { return m_find->text(); }

void LogToolRow::askLine()
{
    m_line->clear();
    m_line->show();
    m_line->setFocus(Qt::ShortcutFocusReason);
}

/// Thin spaces and commas of a number that was copied from somewhere are passed over.
bool LogToolRow::lineKey(const QKeyEvent *key)
{
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (!enter && key->key() != Qt::Key_Escape)
        return false;
    QString digits;
    for (const QChar c : m_line->text()) {
        if (c.isDigit())
            digits += c;
    }
    bool isNumber = false;
    const qint64 line = digits.toLongLong(&isNumber);
    m_line->hide();
    Q_EMIT findLeft();
    if (enter && isNumber)
        Q_EMIT lineGiven(std::max<qint64>(line, 1));
    return true;
}

bool LogToolRow::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_line && event->type() == QEvent::KeyPress)
        return lineKey(static_cast<QKeyEvent *>(event));
    if (object == m_line && event->type() == QEvent::FocusOut)
        m_line->hide();
    if (object != m_find || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(object, event);
    auto *const key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        if (key->modifiers().testFlag(Qt::ShiftModifier))
            Q_EMIT findPrevious();
        else
            Q_EMIT findNext();
        return true;
    }
    if (key->key() == Qt::Key_Escape) {
        m_find->clear();
        Q_EMIT findLeft();
        return true;
    }
    return false;
}

void LogToolRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens tokens = Tokens::from(palette());
    painter.fillRect(rect(), tokens.base);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens.line);
}

} // namespace mooring
