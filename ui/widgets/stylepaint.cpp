#include "ui/widgets/stylepaint.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/style.h"
#include "ui/widgets/tokens.h"

#include <QPainter>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace mooring::stylepaint {
namespace {

/// Paint events of controls come with any state of the painter; each function leaves it as it was.
class Saved
{
public:
    explicit Saved(QPainter *painter) : m_painter(painter)
    {
        m_painter->save();
        m_painter->setRenderHint(QPainter::Antialiasing);
    }
    ~Saved() { m_painter->restore(); }
    Q_DISABLE_COPY_MOVE(Saved)

private:
    QPainter *m_painter;
};

bool enabled(const QStyleOption *option) { return option->state.testFlag(QStyle::State_Enabled); }

bool keyboardFocus(const QStyleOption *option)
{
    return option->state.testFlag(QStyle::State_HasFocus) && option->state.testFlag(QStyle::State_KeyboardFocusChange);
}

} // namespace

void panel(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &edge, double radius)
{
    const Saved saved(painter);
    painter->setPen(edge.isValid() ? QPen(edge, 1) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const double inset = edge.isValid() ? 0.5 : 0;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
}

void fieldFrame(QPainter *painter, const QRect &rect, const QPalette &palette, bool isEnabled, bool focus, bool error,
                bool strong)
{
    const Tokens t = Tokens::from(palette);
    const Saved saved(painter);
    const double width = isEnabled && (focus || error) ? 2 : 1;
    const QColor edge = !isEnabled ? t.line : error ? t.fail : focus ? t.accent : strong ? t.lineStrong : t.edge;
    painter->setPen(QPen(edge, width));
    painter->setBrush(isEnabled ? t.base : t.window);
    const double inset = width / 2;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), 4, 4);
}

void lineEdit(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (frame && frame->lineWidth <= 0)
        return; // the field inside a combo or spin box, which has a frame of its own
    const bool error = widget && widget->property("mooringError").toBool();
    fieldFrame(painter, option->rect, option->palette, enabled(option), option->state.testFlag(QStyle::State_HasFocus),
               error, true);
}

void pushButton(QPainter *painter, const QStyleOption *option)
{
    const Tokens t = Tokens::from(option->palette);
    const bool flat = [option] {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        return button && button->features.testFlag(QStyleOptionButton::Flat);
    }();
    const bool down = option->state.testFlag(QStyle::State_Sunken),
               hover = option->state.testFlag(QStyle::State_MouseOver);
    const QColor rest = flat ? QColor() : t.base;
    const QColor fill = !enabled(option) ? (flat ? QColor() : t.mutedSoft) : down ? t.track : hover ? t.hover : rest;
    panel(painter, option->rect, fill, flat ? QColor() : enabled(option) ? t.edge : t.line, 4);
    if (keyboardFocus(option))
        focusRect(painter, option->rect, option->palette);
}

void toolButton(QPainter *painter, const QStyleOption *option)
{
    const Tokens t = Tokens::from(option->palette);
    QColor fill;
    if (option->state.testFlag(QStyle::State_On))
        fill = t.accentSoft;
    else if (option->state.testFlag(QStyle::State_Sunken))
        fill = t.track;
    else if (enabled(option) && option->state.testFlag(QStyle::State_MouseOver))
        fill = t.hover;
    if (fill.isValid())
        panel(painter, option->rect, fill, QColor(), 4);
    if (keyboardFocus(option))
        focusRect(painter, option->rect, option->palette);
}

void focusRect(QPainter *painter, const QRect &rect, const QPalette &palette)
{
    const Saved saved(painter);
    painter->setPen(QPen(Tokens::from(palette).accent, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 4, 4);
}

void checkBox(QPainter *painter, const QStyleOption *option)
{
    const Tokens t = Tokens::from(option->palette);
    const Saved saved(painter);
    const double side = std::min(option->rect.width(), option->rect.height());
    const QRectF box(option->rect.x() + 0.0, option->rect.y() + (option->rect.height() - side) / 2, side, side);
    const bool on = option->state.testFlag(QStyle::State_On), some = option->state.testFlag(QStyle::State_NoChange);
    const QColor fill = !enabled(option) ? t.mutedSoft : on || some ? t.accent : t.base;
    const QColor edge = !enabled(option) ? t.edge : on || some ? t.accent : t.lineStrong;
    painter->setPen(QPen(edge, 1));
    painter->setBrush(fill);
    painter->drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter->setPen(
        QPen(enabled(option) ? t.onAccent : t.text3, side / 16 * 1.75, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    painter->translate(box.topLeft());
    painter->scale(side / 16, side / 16);
    if (on)
        painter->drawPolyline(QPolygonF({{4, 8.3}, {6.8, 11}, {12, 5.2}}));
    else if (some)
        painter->drawLine(QPointF(4.5, 8), QPointF(11.5, 8));
}

void radioButton(QPainter *painter, const QStyleOption *option)
{
    const Tokens t = Tokens::from(option->palette);
    const Saved saved(painter);
    const double side = std::min(option->rect.width(), option->rect.height());
    const bool on = option->state.testFlag(QStyle::State_On);
    const QPointF center = QRectF(option->rect).center();
    painter->setPen(QPen(!enabled(option) ? t.edge : on ? t.accent : t.lineStrong, on ? 1.5 : 1));
    painter->setBrush(enabled(option) ? t.base : t.mutedSoft);
    painter->drawEllipse(center, side / 2 - 0.75, side / 2 - 0.75);
    if (!on)
        return;
    painter->setPen(Qt::NoPen);
    painter->setBrush(enabled(option) ? t.accent : t.text3);
    painter->drawEllipse(center, side * 0.25, side * 0.25);
}

void comboBox(QPainter *painter, const QStyleOptionComboBox *option, const QWidget *widget)
{
    const bool focus = option->state.testFlag(QStyle::State_HasFocus) &&
                       (option->editable || option->state.testFlag(QStyle::State_KeyboardFocusChange));
    const bool error = widget && widget->property("mooringError").toBool();
    if (option->frame)
        fieldFrame(painter, option->rect, option->palette, enabled(option), focus, error, option->editable);
    const Tokens t = Tokens::from(option->palette);
    const int side = dp(widget, 16);
    const QRectF arrow(option->rect.right() - dp(widget, 7) - side, option->rect.center().y() - side / 2.0 + 0.5, side,
                       side);
    paintIcon(painter, u"go-down"_s, arrow, enabled(option) ? t.text2 : t.text3);
}

void spinBox(QPainter *painter, const QStyleOptionSpinBox *option, const QWidget *widget, const QRect &up,
             const QRect &down)
{
    const bool error = widget && widget->property("mooringError").toBool();
    fieldFrame(painter, option->rect, option->palette, enabled(option), option->state.testFlag(QStyle::State_HasFocus),
               error, true);
    const Tokens t = Tokens::from(option->palette);
    const auto arrow = [&](const QRect &where, const QString &name, QAbstractSpinBox::StepEnabledFlag flag) {
        const bool can = enabled(option) && option->stepEnabled.testFlag(flag);
        const QRectF box(where.center().x() - 5.0, where.center().y() - 5.0, 12, 12);
        paintIcon(painter, name, box, can ? t.text2 : t.text3);
    };
    arrow(up, u"go-up"_s, QAbstractSpinBox::StepUpEnabled);
    arrow(down, u"go-down"_s, QAbstractSpinBox::StepDownEnabled);
}

void scrollBar(QPainter *painter, const QStyleOptionSlider *option, const QRect &slider)
{
    if (option->minimum == option->maximum)
        return;
    const Tokens t = Tokens::from(option->palette);
    const Saved saved(painter);
    const bool active =
        option->activeSubControls.testFlag(QStyle::SC_ScrollBarSlider) &&
        (option->state.testFlag(QStyle::State_MouseOver) || option->state.testFlag(QStyle::State_Sunken));
    QRectF handle(slider);
    const double thick = 6;
    if (option->orientation == Qt::Vertical)
        handle = QRectF(handle.center().x() - thick / 2, handle.y() + 2, thick, handle.height() - 4);
    else
        handle = QRectF(handle.x() + 2, handle.center().y() - thick / 2, handle.width() - 4, thick);
    painter->setPen(Qt::NoPen);
    painter->setBrush(active ? t.text3 : t.lineStrong);
    painter->drawRoundedRect(handle, thick / 2, thick / 2);
}

void progressBar(QPainter *painter, const QStyleOptionProgressBar *option)
{
    const Tokens t = Tokens::from(option->palette);
    const Saved saved(painter);
    QRectF track(option->rect);
    track = QRectF(track.x(), track.center().y() - 2, track.width(), 4);
    painter->setPen(Qt::NoPen);
    painter->setBrush(t.track);
    painter->drawRoundedRect(track, 2, 2);
    const double span = double(option->maximum) - option->minimum;
    if (span <= 0)
        return; // an unknown end: an empty track, nothing that moves
    const double part = qBound(0.0, (double(option->progress) - option->minimum) / span, 1.0);
    if (part <= 0)
        return;
    track.setWidth(qMax(4.0, track.width() * part));
    painter->setBrush(t.accent);
    painter->drawRoundedRect(track, 2, 2);
}

} // namespace mooring::stylepaint
