#include "ui/widgets/scrolling.h"

#include "ui/widgets/separator.h"
#include "ui/widgets/tokens.h"

#include <QApplication>
#include <QBoxLayout>
#include <QEvent>
#include <QPainter>
#include <QPointer>
#include <QScrollArea>
#include <QTimer>

namespace mooring {
namespace {

/// Paints its ground itself: the palette has no role for alt in every theme.
class SideWidget : public QWidget
{
public:
    SideWidget(SideGround ground, QWidget *parent) : QWidget(parent), m_ground(ground) {}

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(),
                         m_ground == SideGround::Note ? Tokens::from(palette()).alt : Tokens::from(palette()).base);
    }

private:
    SideGround m_ground;
};

/// Gives wrapped text the height that it needs at this width: Qt's own asks for the least height only, which cuts lines
/// as soon as the content is taller than the area. Brings what gets the focus into sight, also where a page gave it
/// (the first wrong field): Qt's own does so for Tab only.
class WrappingArea : public QScrollArea
{
public:
    explicit WrappingArea(QWidget *parent) : QScrollArea(parent)
    {
        connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
            // What is clicked must not move away from under the pointer.
            if (!now || !widget() || !widget()->isAncestorOf(now) || QGuiApplication::mouseButtons() != Qt::NoButton)
                return;
            QTimer::singleShot(0, this, [this, shown = QPointer(now)] { // once its page is laid out
                if (shown && shown->hasFocus())
                    reveal(shown);
            });
        });
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QScrollArea::resizeEvent(event);
        giveHeight();
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool done = QScrollArea::eventFilter(watched, event);
        if (watched == widget() && event->type() == QEvent::LayoutRequest)
            giveHeight();
        return done;
    }

private:
    void reveal(QWidget *focused)
    {
        const bool fits = focused->height() <= viewport()->height() && focused->width() <= viewport()->width();
        if (fits && focused->visibleRegion().boundingRect() != focused->rect())
            ensureWidgetVisible(focused, 0, dp(this, 8));
    }
    void giveHeight()
    {
        if (!widget() || !widget()->hasHeightForWidth())
            return;
        const int height = widget()->heightForWidth(viewport()->width());
        if (height >= 0 && height != widget()->minimumHeight())
            widget()->setMinimumHeight(height);
    }
};

} // namespace

QScrollArea *scrolling(QWidget *content, QWidget *parent)
{
    auto *area = new WrappingArea(parent);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    content->setAutoFillBackground(false); // setWidget switches it on
    area->viewport()->setAutoFillBackground(false);
    return area;
}

QWidget *sideColumn(QWidget *content, int width, SideGround ground, QWidget *parent)
{
    auto *column = new SideWidget(ground, parent);
    auto *row = new QHBoxLayout(column);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(new Separator(Qt::Vertical, column));
    QScrollArea *area = scrolling(content, column);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    row->addWidget(area, 1);
    column->setFixedWidth(dp(column, width));
    return column;
}

} // namespace mooring
