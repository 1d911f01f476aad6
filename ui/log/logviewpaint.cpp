#include "ui/log/logview.h"

#include "core/base/text.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/style.h"

#include <QPainter>
#include <QScrollBar>

#include <cmath>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr int topSpace = 4;
constexpr int edge = 12;
constexpr int leastDigits = 5;

int digitsOf(qint64 number)
{
    int digits = 1;
    for (; number >= 10; number /= 10)
        ++digits;
    return digits;
}

/// Right-aligned, thousands parted by a small gap: a thin space of a fixed-pitch font is as wide as a digit.
void paintNumber(QPainter *painter, qint64 number, double right, double baseline, double digit, double gap)
{
    QString rest = QString::number(number);
    while (!rest.isEmpty()) {
        const QString group = rest.right(3);
        rest.chop(group.size());
        right -= double(group.size()) * digit;
        painter->drawText(QPointF(right, baseline), group);
        right -= gap;
    }
}

double digitWidth(const QWidget *widget)
{
    return QFontMetricsF(fontOf(widget, Type::MonoSmall)).horizontalAdvance(u'0');
}

} // namespace

int LogView::gutterWidth() const
{
    const int digits = std::max(digitsOf(m_snapshot->lines), leastDigits);
    const double numbers = digits * digitWidth(this) + (digits - 1) / 3 * dp(this, 4);
    return int(std::ceil(dp(this, edge) + numbers));
}

double LogView::textX() const { return gutterWidth() + dp(this, 28); }

void LogView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const LogColors colors(Tokens::from(palette()));
    const QRect all = viewport()->rect();
    painter.fillRect(all, colors.tokens().sunken);
    int y = dp(this, topSpace);
    for (const VisualRow &row : m_rows) {
        paintRowGround(&painter, colors, row, y);
        paintGutter(&painter, colors, row, y);
        y += m_painter.rowHeight();
        if (y > all.height())
            break;
    }
    // The text in a pass of its own: it is clipped at the gutter, and setting a clip for each row costs time.
    painter.setClipRect(QRectF(textX() - 2, 0, all.width(), all.height()));
    y = dp(this, topSpace);
    for (const VisualRow &row : m_rows) {
        paintRow(&painter, colors, row, y);
        y += m_painter.rowHeight();
        if (y > all.height())
            break;
    }
    painter.setClipping(false);
    if (hasFocus() && showsKeyboardFocus(this)) {
        painter.setPen(QPen(colors.tokens().accent, 2));
        painter.drawRect(QRectF(all).adjusted(1, 1, -1, -1));
    }
}

void LogView::paintRowGround(QPainter *painter, const LogColors &colors, const VisualRow &row, int y)
{
    const Tokens &tokens = colors.tokens();
    const qint64 number = lineOf(row).number;
    if (number < 0 || (number != m_cause && number != m_current))
        return;
    const bool cause = number == m_cause;
    const QRect where(0, y, viewport()->width(), m_painter.rowHeight());
    painter->fillRect(where, cause ? tokens.failSoft : tokens.accentSoft);
    painter->fillRect(QRect(0, y, dp(this, 3), m_painter.rowHeight()), cause ? tokens.fail : tokens.accent);
}

void LogView::paintGutter(QPainter *painter, const LogColors &colors, const VisualRow &row, int y)
{
    const ShownLine &line = lineOf(row);
    if (!row.isFirst)
        return;
    painter->setPen(colors.tokens().text3);
    const QFont font = fontOf(this, Type::MonoSmall);
    painter->setFont(font);
    const QFontMetricsF metrics(font);
    const double baseline =
        y + std::round((m_painter.rowHeight() - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent());
    const double digit = metrics.horizontalAdvance(u'0');
    if (line.number >= 0)
        paintNumber(painter, line.number + 1, gutterWidth(), baseline, digit, dp(this, 4));
    else // not known before the index has come here
        painter->drawText(QPointF(gutterWidth() - digit, baseline), u"\u00b7"_s);
    if (m_marks.hasBookmark(line.number)) {
        const int size = dp(this, 12);
        paintIcon(painter, u"bookmark"_s, QRectF(dp(this, 2), y + (m_painter.rowHeight() - size) / 2.0, size, size),
                  colors.tokens().accent);
    }
    if (line.decoded.updates != 0 && line.number >= 0) {
        const int size = dp(this, 14);
        const QRectF where(gutterWidth() + dp(this, 7), y + (m_painter.rowHeight() - size) / 2.0, size, size);
        paintIcon(painter, line.states.empty() ? u"go-next"_s : u"go-down"_s, where, colors.tokens().text2);
    }
}

std::vector<Highlight> LogView::highlightsOf(const LogColors &colors, const VisualRow &row) const
{
    std::vector<Highlight> all;
    const ShownLine &line = lineOf(row);
    const DecodedLine &text = textOf(*m_snapshot, row);
    if (!m_findText.isEmpty()) {
        const bool ignoreCase = literalPattern(m_findText, LogEncoding::Utf8).ignoreCase;
        // A match may have begun in the piece before this one; one screen of the line is enough.
        qsizetype at = std::max<qsizetype>(row.start - m_findText.size(), 0);
        const qsizetype end = std::min<qsizetype>(row.end, at + 4096 + qsizetype(horizontalScrollBar()->value()));
        while ((at = text.text.indexOf(m_findText, at, ignoreCase ? Qt::CaseInsensitive : Qt::CaseSensitive)) >= 0 &&
               at < end) {
            all.push_back(
                {at, at + m_findText.size(), colors.tokens().find, line.number == m_current && line.number >= 0});
            at += m_findText.size();
        }
    }
    if (hasSelection() && line.number >= 0 && row.state < 0) {
        const LogPosition from = selectionStart();
        const LogPosition to = selectionEnd();
        if (line.number >= from.line && line.number <= to.line) {
            const qsizetype start = line.number == from.line ? from.column : 0;
            const qsizetype end = line.number == to.line ? to.column : text.text.size();
            QColor ground = colors.tokens().accent;
            ground.setAlpha(colors.tokens().dark ? 90 : 60);
            all.push_back({start, end, ground, false});
        }
    }
    return all;
}

void LogView::paintRow(QPainter *painter, const LogColors &colors, const VisualRow &row, int y)
{
    const Tokens &tokens = colors.tokens();
    const ShownLine &line = lineOf(row);
    const DecodedLine &text = textOf(*m_snapshot, row);
    const double left = textX();
    RowPlace place{left - horizontalScrollBar()->value() * m_painter.cellWidth(), double(y), left,
                   double(viewport()->width())};
    const bool folded = text.updates != 0 || row.state >= 0;
    m_painter.paint(painter, colors, text, row, place, folded ? tokens.text2 : tokens.text, highlightsOf(colors, row));
    const double end = place.x + (text.cellOf(row.end) - text.cellOf(row.start)) * m_painter.cellWidth();
    if (line.decoded.hiddenBytes > 0 && row.end == text.text.size() && end < place.right) {
        painter->setPen(tokens.unk);
        painter->setFont(fontOf(this, Type::Small));
        painter->drawText(QRectF(end + dp(this, 8), y, dp(this, 600), m_painter.rowHeight()), Qt::AlignVCenter,
                          tr("%1 more in this line").arg(humanSize(line.decoded.hiddenBytes)));
    }
    if (hasSelection() && line.number >= selectionStart().line && line.number < selectionEnd().line &&
        row.end == text.text.size() && row.state < 0) {
        QColor ground = tokens.accent; // the line end is selected too
        ground.setAlpha(tokens.dark ? 90 : 60);
        painter->fillRect(QRectF(end, y + 1, m_painter.cellWidth(), m_painter.rowHeight() - 2), ground);
    }
}

QStringList LogView::visibleText() const
{
    QStringList all;
    for (const VisualRow &row : m_rows)
        all << textOf(*m_snapshot, row).text.mid(row.start, row.end - row.start);
    return all;
}

} // namespace mooring
