#include "ui/widgets/codebox.h"

#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/style.h"
#include "ui/widgets/stylepaint.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QPainter>

namespace mooring {
namespace {

constexpr int linePx = 20;
constexpr int edgePx = 10;

} // namespace

QString CodeLine::text() const
{
    QString all;
    for (const Run &run : runs)
        all += run.text;
    return all;
}

CodeBox::CodeBox(const QString &text, QWidget *parent) : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::StaticText);
    setFocusPolicy(Qt::TabFocus);
    setFont(fontOf(this, Type::Mono));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setText(text);
}

void CodeBox::setText(const QString &text)
{
    std::vector<CodeLine> lines;
    if (!text.isEmpty()) {
        for (const QString &line : text.split(u'\n'))
            lines.push_back({{{line, Ink::Text, false}}, false});
    }
    setLines(std::move(lines));
}

void CodeBox::setLines(std::vector<CodeLine> lines)
{
    m_lines = std::move(lines);
    setAccessibleName(text());
    updateGeometry();
    update();
}

void CodeBox::setFirstNumber(int number)
{
    m_firstNumber = number;
    update();
}

QString CodeBox::text() const
{
    QStringList all;
    for (const CodeLine &line : m_lines)
        all << line.text();
    return all.join(u'\n');
}

void CodeBox::copy() { QApplication::clipboard()->setText(text()); }

int CodeBox::gutter() const
{
    if (m_firstNumber <= 0)
        return 0;
    return fontMetrics().horizontalAdvance(QString::number(m_firstNumber + int(m_lines.size()))) + dp(this, 16);
}

QSize CodeBox::sizeHint() const
{
    int width = 0;
    for (const CodeLine &line : m_lines)
        width = qMax(width, fontMetrics().horizontalAdvance(line.text()));
    return {width + gutter() + dp(this, 24), dp(this, linePx) * int(m_lines.size()) + dp(this, 2 * edgePx)};
}

QSize CodeBox::minimumSizeHint() const { return {dp(this, 96), sizeHint().height()}; }

void CodeBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens t = Tokens::from(palette());
    stylepaint::panel(&painter, rect(), t.sunken, t.line, 4);
    if (hasFocus() && showsKeyboardFocus(this))
        stylepaint::focusRect(&painter, rect(), palette());
    painter.setClipRect(rect().adjusted(2, 2, -2, -2));
    const int step = dp(this, linePx);
    QFont bold = font();
    bold.setBold(true);
    for (size_t i = 0; i < m_lines.size(); ++i) {
        const QRect row(0, dp(this, edgePx) + int(i) * step, width(), step);
        if (m_lines[i].marked) {
            painter.fillRect(row, t.failSoft);
            painter.fillRect(QRect(0, row.y(), 3, step), t.fail);
        }
        int x = dp(this, 12);
        if (gutter() > 0) {
            painter.setPen(t.text3);
            painter.drawText(QRect(x, row.y(), gutter() - dp(this, 16), step), Qt::AlignVCenter | Qt::AlignRight,
                             QString::number(m_firstNumber + int(i)));
            x += gutter();
        }
        for (const CodeLine::Run &run : m_lines[i].runs) {
            painter.setFont(run.bold ? bold : font());
            painter.setPen(t.ink(run.ink));
            painter.drawText(QRect(x, row.y(), width() * 4, step), Qt::AlignVCenter | Qt::TextSingleLine, run.text);
            x += painter.fontMetrics().horizontalAdvance(run.text);
        }
        painter.setFont(font());
    }
}

void CodeBox::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copy();
    QWidget::keyPressEvent(event);
}

} // namespace mooring
