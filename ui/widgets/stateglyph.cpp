#include "ui/widgets/stateglyph.h"

#include "ui/widgets/tokens.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace mooring {
namespace {

constexpr double pi = 3.14159265358979323846;

/// All shapes are drawn on a grid of 16 by 16.
struct Pencil
{
    QPainter &p;
    QColor color; ///< of the shape
    QColor mark;  ///< of what stands in a filled shape

    void fill(const QPainterPath &path) const { p.fillPath(path, color); }
    void disc() const
    {
        p.setPen(Qt::NoPen);
        p.setBrush(color);
        p.drawEllipse(QPointF(8, 8), 6.5, 6.5);
    }
    void stroke(const QPainterPath &path, const QColor &c, double width) const
    {
        p.strokePath(path, QPen(c, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }
    void lines(std::initializer_list<QPointF> points, const QColor &c, double width) const
    {
        QPainterPath path;
        for (const QPointF &point : points)
            path.elementCount() ? path.lineTo(point) : path.moveTo(point);
        stroke(path, c, width);
    }
    void dot(const QPointF &at, double radius, const QColor &c) const
    {
        p.setPen(Qt::NoPen);
        p.setBrush(c);
        p.drawEllipse(at, radius, radius);
    }
    void play(double left, double right, double half, const QColor &c) const
    {
        QPainterPath path(QPointF(left, 8 - half));
        path.lineTo(right, 8);
        path.lineTo(left, 8 + half);
        path.closeSubpath();
        p.fillPath(path, c);
    }
    void ring(const QColor &c, double width, double radius) const
    {
        p.setPen(QPen(c, width));
        p.setBrush(Qt::NoBrush);
        p.drawEllipse(QPointF(8, 8), radius, radius);
    }
    void box() const
    {
        p.setPen(QPen(color, 1.5));
        p.setBrush(Qt::NoBrush);
        p.drawRoundedRect(QRectF(2.75, 2.75, 10.5, 10.5), 1.5, 1.5);
    }
};

void paintWarning(const Pencil &pen)
{
    QPainterPath path(QPointF(8, 2.4));
    path.lineTo(14.1, 13.2);
    path.lineTo(1.9, 13.2);
    path.closeSubpath();
    pen.fill(path);
    pen.stroke(path, pen.color, 1.2);
    pen.lines({{8, 6.3}, {8, 9.3}}, pen.mark, 1.5);
    pen.dot({8, 11.6}, 0.9, pen.mark);
}

void paintFailed(const Pencil &pen)
{
    QPainterPath path;
    for (int corner = 0; corner < 8; ++corner) {
        const double angle = (corner + 0.5) * pi / 4;
        const QPointF point(8 + 6.9 * std::cos(angle), 8 + 6.9 * std::sin(angle));
        corner == 0 ? path.moveTo(point) : path.lineTo(point);
    }
    path.closeSubpath();
    pen.fill(path);
    pen.lines({{5.8, 5.8}, {10.2, 10.2}}, pen.mark, 1.6);
    pen.lines({{10.2, 5.8}, {5.8, 10.2}}, pen.mark, 1.6);
}

void paintUnknown(const Pencil &pen)
{
    QPainterPath path(QPointF(8, 1.1));
    path.lineTo(14.9, 8);
    path.lineTo(8, 14.9);
    path.lineTo(1.1, 8);
    path.closeSubpath();
    pen.fill(path);
    QPainterPath question;
    question.arcMoveTo(QRectF(6.2, 4.6, 3.6, 3.4), 170);
    question.arcTo(QRectF(6.2, 4.6, 3.6, 3.4), 170, -220);
    question.quadTo(8, 8.3, 8, 9.1);
    pen.stroke(question, pen.mark, 1.35);
    pen.dot({8, 11.2}, 0.85, pen.mark);
}

/// A pale ring, an arc that starts at the top (turned by `turn` steps) and what goes on inside.
void paintGoing(const Pencil &pen, Glyph glyph, int turn)
{
    QColor pale = pen.color;
    pale.setAlphaF(0.24f);
    pen.ring(pale, 1.75, 6);
    const double length = glyph == Glyph::Finalizing ? 285 : glyph == Glyph::Preparing ? 95 : 165;
    pen.p.setPen(QPen(pen.color, 1.75, Qt::SolidLine, Qt::FlatCap));
    pen.p.drawArc(QRectF(2, 2, 12, 12), qRound((90.0 - turn * 30) * 16), qRound(-length * 16));
    if (glyph == Glyph::Running)
        pen.play(6.4, 10.6, 2.7, pen.color);
    else if (glyph == Glyph::Canceling)
        pen.p.fillRect(QRectF(6, 6, 4, 4), pen.color);
    else
        pen.dot({8, 8}, 1.75, pen.color);
}

void paintDashedRing(const Pencil &pen)
{
    // Ten dashes; a pattern counts in pen widths.
    const double part = 2 * pi * 6 / 10 / 1.5;
    QPen dashed(pen.color, 1.5, Qt::CustomDashLine, Qt::FlatCap);
    dashed.setDashPattern({part * 0.55, part * 0.45});
    pen.p.setPen(dashed);
    pen.p.setBrush(Qt::NoBrush);
    pen.p.drawEllipse(QPointF(8, 8), 6, 6);
}

void paintShape(const Pencil &pen, Glyph glyph, int turn)
{
    switch (glyph) {
    case Glyph::Good:
        pen.disc();
        return pen.lines({{5.1, 8.2}, {7.2, 10.3}, {11, 5.9}}, pen.mark, 1.7);
    case Glyph::Serving:
        pen.disc();
        return pen.play(6.3, 11.2, 3, pen.mark);
    case Glyph::Warning:
        return paintWarning(pen);
    case Glyph::Failed:
        return paintFailed(pen);
    case Glyph::Unknown:
        return paintUnknown(pen);
    case Glyph::Preparing:
    case Glyph::Running:
    case Glyph::Finalizing:
    case Glyph::Canceling:
        return paintGoing(pen, glyph, turn);
    case Glyph::Waiting:
        pen.ring(pen.color, 1.6, 6);
        return pen.lines({{8, 4.8}, {8, 8}, {10.2, 9.5}}, pen.color, 1.5);
    case Glyph::NotBegun:
        return paintDashedRing(pen);
    case Glyph::LeftOut:
        pen.ring(pen.color, 1.5, 6);
        return pen.lines({{5.5, 8}, {10.5, 8}}, pen.color, 1.5);
    case Glyph::Stopped:
        return pen.box();
    case Glyph::Canceled:
        pen.box();
        return pen.lines({{5.6, 10.4}, {10.4, 5.6}}, pen.color, 1.5);
    case Glyph::Revoked:
        pen.box();
        return pen.lines({{1.5, 14.5}, {14.5, 1.5}}, pen.color, 1.5);
    }
}

} // namespace

Tone toneOf(Glyph glyph)
{
    switch (glyph) {
    case Glyph::Good:
    case Glyph::Serving:
        return Tone::Ok;
    case Glyph::Warning:
        return Tone::Warn;
    case Glyph::Failed:
        return Tone::Fail;
    case Glyph::Unknown:
        return Tone::Unknown;
    case Glyph::Preparing:
    case Glyph::Running:
    case Glyph::Finalizing:
    case Glyph::Canceling:
    case Glyph::Waiting:
        return Tone::Accent;
    case Glyph::NotBegun:
    case Glyph::LeftOut:
    case Glyph::Stopped:
    case Glyph::Canceled:
    case Glyph::Revoked:
        return Tone::Muted;
    }
    return Tone::Muted;
}

bool isGoingOn(Glyph glyph)
{
    return glyph == Glyph::Preparing || glyph == Glyph::Running || glyph == Glyph::Finalizing ||
           glyph == Glyph::Canceling;
}

void paintState(QPainter *painter, Glyph glyph, const QRectF &where, const QPalette &palette, int turn)
{
    const Tokens t = Tokens::from(palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const double side = std::min(where.width(), where.height());
    painter->translate(where.center() - QPointF(side / 2, side / 2));
    painter->scale(side / 16, side / 16);
    paintShape(Pencil{*painter, t.tone(toneOf(glyph)), t.base}, glyph, turn);
    painter->restore();
}

} // namespace mooring
