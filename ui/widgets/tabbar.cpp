#include "ui/widgets/tabbar.h"

#include "ui/widgets/style.h"
#include "ui/widgets/stylepaint.h"
#include "ui/widgets/tokens.h"

#include <QBoxLayout>
#include <QPainter>
#include <QShortcut>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace mooring {

/// QTabBar for keys and readers; the count is the tab's data.
class TabBar::Tabs : public QTabBar
{
public:
    explicit Tabs(QWidget *parent) : QTabBar(parent)
    {
        setDrawBase(false);
        setExpanding(false);
        setUsesScrollButtons(true);
        setElideMode(Qt::ElideNone);
        setMouseTracking(true);
    }

protected:
    QSize tabSizeHint(int index) const override
    {
        return {wordsOf(index) + countOf(index) + dp(this, 24), dp(this, 36)};
    }
    QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens t = Tokens::from(palette());
        for (int i = 0; i < count(); ++i) {
            if (isTabVisible(i))
                paintTab(painter, t, i);
        }
    }

private:
    int wordsOf(int index) const { return fontMetrics().horizontalAdvance(tabText(index)); }
    int countOf(int index) const
    {
        const QString count = tabData(index).toString();
        return count.isEmpty() ? 0 : QFontMetrics(fontOf(this, Type::Small)).horizontalAdvance(count) + dp(this, 6);
    }
    void paintTab(QPainter &painter, const Tokens &t, int index)
    {
        const QRect r = tabRect(index);
        const bool now = index == currentIndex();
        const bool hover = r.contains(mapFromGlobal(QCursor::pos())) && underMouse();
        painter.setFont(font());
        painter.setPen(!isTabEnabled(index) ? t.text3 : now || hover ? t.text : t.text2);
        painter.drawText(r, Qt::AlignVCenter | Qt::TextSingleLine, tabText(index));
        painter.setFont(fontOf(this, Type::Small));
        painter.setPen(t.text2);
        painter.drawText(r.adjusted(wordsOf(index) + dp(this, 6), 0, 0, 0), Qt::AlignVCenter | Qt::TextSingleLine,
                         tabData(index).toString());
        const int width = wordsOf(index) + countOf(index);
        if (now)
            painter.fillRect(QRectF(r.x(), height() - 2, wordsOf(index), 2), t.accent);
        if (now && hasFocus() && showsKeyboardFocus(this))
            stylepaint::focusRect(&painter, QRect(r.x(), r.y() + 5, width, r.height() - 11).adjusted(-4, 0, 4, 0),
                                  palette());
    }
};

TabBar::TabBar(QWidget *parent) : QWidget(parent), m_tabs(new Tabs(this))
{
    auto *row = new QHBoxLayout(this);
    row->setSpacing(0);
    row->addWidget(m_tabs, 1);
    m_tabs->setAccessibleName(tr("Tabs"));
    setEdge(24);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) { Q_EMIT currentChanged(m_ids.value(index)); });
}

void TabBar::addTab(const QString &id, const QString &title)
{
    m_ids << id;
    m_tabs->addTab(title);
    m_tabs->setAccessibleTabName(int(m_ids.size()) - 1, title);
    if (m_ids.size() > 9)
        return;
    auto *key = new QShortcut(QKeySequence(u"Ctrl+%1"_s.arg(m_ids.size())), this);
    connect(key, &QShortcut::activated, this, [this, id] { setCurrent(id); });
}

void TabBar::setCount(const QString &id, const QString &count)
{
    const int index = int(m_ids.indexOf(id));
    if (index < 0 || m_tabs->tabData(index).toString() == count)
        return;
    m_tabs->setTabData(index, count);
    m_tabs->setAccessibleTabName(index, count.isEmpty() ? m_tabs->tabText(index)
                                                        : u"%1, %2"_s.arg(m_tabs->tabText(index), count));
    m_tabs->setTabText(index, m_tabs->tabText(index)); // lays the tabs out again
    m_tabs->update();
}

void TabBar::setTabVisible(const QString &id, bool visible) { m_tabs->setTabVisible(int(m_ids.indexOf(id)), visible); }

QString TabBar::current() const { return m_ids.value(m_tabs->currentIndex()); }

void TabBar::setCurrent(const QString &id) { m_tabs->setCurrentIndex(int(m_ids.indexOf(id))); }

void TabBar::setEdge(int px) { layout()->setContentsMargins(dp(this, px), 0, 0, 0); }

QSize TabBar::sizeHint() const { return {m_tabs->sizeHint().width() + dp(this, 24), dp(this, 36)}; }

void TabBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRectF(0, height() - 1, width(), 1), Tokens::from(palette()).line);
}

} // namespace mooring
