#include "ui/widgets/phasebar.h"

#include "ui/widgets/progressline.h"
#include "ui/widgets/tokens.h"
#include "ui/widgets/turnclock.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace mooring {
namespace {

QString usualOf(const PhaseCell &cell)
{
    return cell.part > 1 && isGoingOn(cell.glyph) ? PhaseBar::tr("longer than usual") : cell.usual;
}

void paintStripes(QPainter &painter, const QRectF &where, const QColor &dark, const QColor &pale)
{
    painter.save();
    QPainterPath shape;
    shape.addRoundedRect(where, where.height() / 2, where.height() / 2);
    painter.setClipPath(shape);
    painter.fillRect(where, dark);
    painter.setPen(QPen(pale, 1.5));
    for (double x = where.x() - where.height(); x < where.right(); x += 6)
        painter.drawLine(QPointF(x, where.bottom() + 1), QPointF(x + where.height() + 2, where.y() - 1));
    painter.restore();
}

} // namespace

PhaseBar::PhaseBar(QWidget *parent) : QWidget(parent)
{
    installAccessibleParts();
    setAccessibleName(tr("Phases"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PhaseBar::setCells(std::vector<PhaseCell> cells)
{
    const bool sameShape = cells.size() == m_cells.size();
    std::vector<int> changed;
    for (int i = 0; sameShape && i < int(cells.size()); ++i) {
        if (cells[i].glyph != m_cells[i].glyph)
            changed.push_back(i);
    }
    m_cells = std::move(cells);
    watchTurn(this,
              std::any_of(m_cells.begin(), m_cells.end(), [](const PhaseCell &cell) { return isGoingOn(cell.glyph); }));
    for (int index : changed)
        announcePart(this, index, QAccessible::NameChanged);
    update();
}

int PhaseBar::running() const
{
    for (int i = 0; i < int(m_cells.size()); ++i) {
        if (isGoingOn(m_cells[i].glyph) || m_cells[i].glyph == Glyph::Waiting)
            return i;
    }
    for (int i = 0; i < int(m_cells.size()); ++i) { // none: the one where it stopped
        if (const Tone tone = toneOf(m_cells[i].glyph);
            tone == Tone::Fail || tone == Tone::Unknown || m_cells[i].glyph == Glyph::Canceled)
            return i;
    }
    for (int i = int(m_cells.size()) - 1; i >= 0; --i) { // nowhere: the last one that something happened in
        if (m_cells[i].glyph != Glyph::NotBegun && m_cells[i].glyph != Glyph::LeftOut)
            return i;
    }
    return m_cells.empty() ? -1 : 0;
}

bool PhaseBar::isOneRow() const { return width() < dp(this, 680); }

QSize PhaseBar::sizeHint() const
{
    return {dp(this, 900), dp(this, isOneRow() && width() > 0 && isVisible() ? 24 : 56)};
}

QSize PhaseBar::minimumSizeHint() const { return {dp(this, 280), sizeHint().height()}; }

void PhaseBar::resizeEvent(QResizeEvent *) { updateGeometry(); }

QString PhaseBar::partName(int part) const
{
    const PhaseCell &cell = m_cells.at(size_t(part));
    QStringList words{cell.name};
    words << cell.elapsed << cell.note << usualOf(cell);
    words.removeAll(QString());
    return words.join(u", "_s);
}

QRect PhaseBar::partRect(int part) const
{
    if (isOneRow())
        return rect();
    const int gap = dp(this, 24), count = int(m_cells.size());
    const bool wide =
        std::any_of(m_cells.begin(), m_cells.end(), [](const PhaseCell &cell) { return isGoingOn(cell.glyph); });
    const double unit = (width() - gap * (count - 1)) / (count + (wide ? 0.5 : 0.0));
    double x = 0;
    for (int i = 0; i < count; ++i) {
        const double cell = wide && i == running() ? unit * 1.5 : unit;
        if (i == part)
            return {qRound(x), 0, qRound(x + cell) - qRound(x), height()};
        x += cell + gap;
    }
    return {};
}

void PhaseBar::paintTrack(QPainter &painter, const PhaseCell &cell, const QRectF &where) const
{
    const Tokens t = Tokens::from(palette());
    const Tone tone = toneOf(cell.glyph);
    if (tone == Tone::Ok)
        return paintBar(&painter, where, 1, t.ok, t.track);
    if (isGoingOn(cell.glyph) && cell.part > 1)
        return paintStripes(painter, where, t.accent, t.accentSoft);
    const bool none = cell.glyph == Glyph::NotBegun || cell.glyph == Glyph::LeftOut || cell.part <= 0;
    paintBar(&painter, where, none ? -1 : std::min(cell.part, 1.0), t.tone(tone), t.track);
}

void PhaseBar::paintCell(QPainter &painter, const PhaseCell &cell, const QRect &where) const
{
    const Tokens t = Tokens::from(palette());
    const int side = dp(this, 16), head = dp(this, 24);
    const bool now = isGoingOn(cell.glyph), faint = cell.glyph == Glyph::NotBegun || cell.glyph == Glyph::LeftOut;
    paintState(&painter, cell.glyph, QRectF(where.x(), dp(this, 4), side, side), palette(), currentTurn());
    QFont body = font();
    body.setBold(now || cell.glyph == Glyph::Failed);
    painter.setFont(body);
    const QFontMetrics metrics(body);
    painter.setPen(faint ? t.text2 : t.text);
    painter.drawText(QRect(where.x(), 0, where.width(), head), Qt::AlignRight | Qt::AlignVCenter, cell.elapsed);
    const int room = where.width() - dp(this, 24 + 8) - metrics.horizontalAdvance(cell.elapsed);
    painter.drawText(QRect(where.x() + dp(this, 24), 0, room, head), Qt::AlignVCenter,
                     metrics.elidedText(cell.name, Qt::ElideRight, room));
    paintTrack(painter, cell, QRectF(where.x(), dp(this, 28), where.width(), dp(this, 4)));
    const QFont small = fontOf(this, Type::Small);
    const QFontMetrics smallMetrics(small);
    painter.setFont(small);
    painter.setPen(t.text2);
    const QRect foot(where.x(), dp(this, 38), where.width(), dp(this, 18));
    const QString usual = usualOf(cell);
    const int notes = smallMetrics.horizontalAdvance(cell.note), usuals = smallMetrics.horizontalAdvance(usual);
    const bool both = notes + usuals + dp(this, 8) <= where.width() || cell.note.isEmpty();
    if (both || now)
        painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter, usual);
    const int noteRoom = both ? where.width() : now ? where.width() - usuals - dp(this, 8) : where.width();
    painter.setPen(cell.glyph == Glyph::Failed ? t.fail : t.text2);
    painter.drawText(foot, Qt::AlignVCenter, smallMetrics.elidedText(cell.note, Qt::ElideRight, noteRoom));
}

void PhaseBar::paintOneRow(QPainter &painter) const
{
    const Tokens t = Tokens::from(palette());
    const int side = dp(this, 16), step = dp(this, 24), current = running();
    const double top = (height() - side) / 2.0;
    for (int i = 0; i < current; ++i)
        paintState(&painter, m_cells[i].glyph, QRectF(i * step, top, side, side), palette());
    const int after = int(m_cells.size()) - current - 1;
    for (int i = 0; i < after; ++i)
        paintState(&painter, m_cells[current + 1 + i].glyph, QRectF(width() - (after - i) * step + 8, top, side, side),
                   palette());
    const PhaseCell &cell = m_cells[current];
    int x = current * step + dp(this, current > 0 ? 4 : 0), right = width() - after * step;
    paintState(&painter, cell.glyph, QRectF(x, top, side, side), palette(), currentTurn());
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(t.text);
    x += dp(this, 24);
    painter.drawText(QRect(x, 0, width(), height()), Qt::AlignVCenter, cell.name);
    x += QFontMetrics(bold).horizontalAdvance(cell.name) + dp(this, 12);
    painter.setFont(fontOf(this, Type::Small));
    painter.setPen(t.text2);
    const QString usual = usualOf(cell);
    painter.drawText(QRect(0, 0, right, height()), Qt::AlignRight | Qt::AlignVCenter, usual);
    right -= painter.fontMetrics().horizontalAdvance(usual) + dp(this, 12);
    painter.setFont(bold);
    painter.setPen(t.text);
    painter.drawText(QRect(0, 0, right, height()), Qt::AlignRight | Qt::AlignVCenter, cell.elapsed);
    right -= QFontMetrics(bold).horizontalAdvance(cell.elapsed) + dp(this, 12);
    if (right - x > dp(this, 24))
        paintTrack(painter, cell, QRectF(x, height() / 2.0 - 2, right - x, dp(this, 4)));
}

void PhaseBar::paintEvent(QPaintEvent *)
{
    if (m_cells.empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isOneRow())
        return paintOneRow(painter);
    for (int i = 0; i < int(m_cells.size()); ++i)
        paintCell(painter, m_cells[i], partRect(i));
}

bool PhaseBar::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && !isOneRow()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        for (int i = 0; i < int(m_cells.size()); ++i) {
            if (partRect(i).contains(help->pos())) {
                QToolTip::showText(help->globalPos(), partName(i), this);
                return true;
            }
        }
    }
    return QWidget::event(event);
}

} // namespace mooring
