#include "ui/runs/seriesname.h"

#include "ui/widgets/seriesmark.h"
#include "ui/widgets/tokens.h"

#include <QPainter>

namespace mooring {

namespace {

constexpr int kMark = 24;
constexpr int kGap = 6;

} // namespace

SeriesName::SeriesName(int series, const QString &name, const QString &whole, QWidget *parent)
    : QWidget(parent), m_series(series), m_name(name)
{
    setFont(fontOf(this, Type::Section));
    setToolTip(whole);
    setAccessibleName(whole);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize SeriesName::sizeHint() const
{
    return {dp(this, kMark + kGap) + fontMetrics().horizontalAdvance(m_name) + 1, dp(this, 24)};
}

QSize SeriesName::minimumSizeHint() const { return {dp(this, kMark), dp(this, 24)}; }

void SeriesName::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintSeriesMark(&painter, m_series, QRectF(0, 0, dp(this, kMark), height()), palette(), true);
    const QRect where = rect().adjusted(dp(this, kMark + kGap), 0, 0, 0);
    painter.setPen(Tokens::from(palette()).text);
    painter.drawText(where, Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_name, Qt::ElideMiddle, where.width()));
}

} // namespace mooring
