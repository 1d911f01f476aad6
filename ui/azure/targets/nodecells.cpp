#include "ui/azure/targets/nodecells.h"

#include "ui/widgets/stylepaint.h"
#include "ui/widgets/tokens.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr int kCellPx = 44;
constexpr int kGapPx = 8;
constexpr int kMostCells = 32;

} // namespace

Glyph glyphOfNode(const QString &state)
{
    if (state == u"running")
        return Glyph::Running;
    if (state == u"idle")
        return Glyph::Good;
    if (state == u"preparing")
        return Glyph::Preparing;
    if (state == u"leaving")
        return Glyph::Canceling;
    if (state == u"preempted")
        return Glyph::Stopped;
    return state == u"unusable" ? Glyph::Failed : Glyph::Unknown;
}

NodeCells::NodeCells(QWidget *parent) : QWidget(parent)
{
    installAccessibleParts();
    setAccessibleName(tr("Nodes"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSizePolicy(policy);
}

void NodeCells::setNodes(const std::vector<MlNode> &nodes, int most)
{
    m_nodes = nodes;
    m_places = std::min(std::max(int(nodes.size()), most), kMostCells);
    updateGeometry();
    update();
}

QSize NodeCells::sizeHint() const
{
    const int rows = (m_places + 1) / 2;
    return {dp(this, 280), rows ? rows * dp(this, kCellPx + kGapPx) - dp(this, kGapPx) : 0};
}

QSize NodeCells::minimumSizeHint() const { return {dp(this, 160), sizeHint().height()}; }

QRect NodeCells::partRect(int part) const
{
    const int gap = dp(this, kGapPx), cell = (width() - gap) / 2;
    return {part % 2 * (cell + gap), part / 2 * dp(this, kCellPx + kGapPx), cell, dp(this, kCellPx)};
}

QString NodeCells::partName(int part) const
{
    const QString head = tr("node %1 of %2").arg(part + 1).arg(m_places);
    if (part >= int(m_nodes.size()))
        return tr("%1, %2", "node, state").arg(head, tr("not up"));
    const MlNode &node = m_nodes[size_t(part)];
    const QString state = tr("%1, %2", "node, state").arg(head, node.state);
    return node.run.isEmpty() ? state : tr("%1, works for %2").arg(state, node.run);
}

void NodeCells::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens t = Tokens::from(palette());
    for (int part = 0; part < m_places; ++part) {
        const QRect cell = partRect(part);
        const bool isUp = part < int(m_nodes.size());
        const Glyph glyph = isUp ? glyphOfNode(m_nodes[size_t(part)].state) : Glyph::NotBegun;
        if (isUp) {
            stylepaint::panel(&painter, cell, glyph == Glyph::Running ? t.accentSoft : t.base, t.line, 3);
        } else {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(t.text3, 1, Qt::DashLine));
            painter.drawRoundedRect(QRectF(cell).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        }
        const double side = dp(this, 16);
        paintState(&painter, glyph,
                   {double(cell.x() + dp(this, 10)), cell.y() + (cell.height() - side) / 2, side, side}, palette());
        const QRect text = cell.adjusted(dp(this, 34), dp(this, 3), -dp(this, 6), -dp(this, 3));
        const QString first = isUp ? m_nodes[size_t(part)].state : tr("not up");
        const QString run = isUp ? m_nodes[size_t(part)].run : QString();
        const QString second = !isUp ? tr("costs nothing") : run.isEmpty() ? m_nodes[size_t(part)].id : run;
        QFont bold = fontOf(this, Type::Small);
        bold.setBold(isUp);
        painter.setFont(bold);
        painter.setPen(isUp ? t.text : t.text2);
        painter.drawText(text, Qt::AlignLeft | Qt::AlignTop,
                         painter.fontMetrics().elidedText(first, Qt::ElideRight, text.width()));
        painter.setFont(fontOf(this, Type::Small));
        painter.setPen(t.text2);
        painter.drawText(text, Qt::AlignLeft | Qt::AlignBottom,
                         painter.fontMetrics().elidedText(second, Qt::ElideMiddle, text.width()));
    }
}

} // namespace mooring
