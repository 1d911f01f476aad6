#include "ui/shell/jobdelegate.h"

#include "ui/shell/jobsmodel.h"
#include "ui/widgets/stateglyph.h"
#include "ui/widgets/tokens.h"

#include <QPainter>

namespace mooring {

QSize JobDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {dp(option.widget, 320), dp(option.widget, 56)};
}

void JobDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens tokens = Tokens::from(option.palette);
    const auto px = [&](double value) { return dp(option.widget, value); };
    const QRect row = option.rect;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected) {
        painter->fillRect(row, tokens.accentSoft);
        painter->fillRect(QRect(row.left(), row.top(), px(3), row.height()), tokens.accent);
    } else {
        painter->fillRect(QRectF(row.left() + px(40), row.bottom(), row.width() - px(56), 1), tokens.line);
    }
    paintState(painter, Glyph(index.data(JobsModel::GlyphRole).toInt()),
               {double(row.left() + px(16)), double(row.top() + px(10)), double(px(16)), double(px(16))},
               option.palette);

    const int right = row.right() - px(110); // the button's place
    const int elapsedLeft = right - px(100);
    const double part = index.data(JobsModel::PartRole).toDouble();
    const int textRight = part >= 0 ? elapsedLeft - px(140) : elapsedLeft - px(12);
    const auto line = [&](int top, int left, int until, const QString &text, Type type, const QColor &color) {
        painter->setFont(fontOf(option.widget, type));
        painter->setPen(color);
        const QRect place(left, row.top() + top, until - left, px(20));
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
    };
    const int left = row.left() + px(40);
    line(px(8), left, textRight, index.data().toString(), Type::Section, tokens.text);
    line(px(28), left, part >= 0 ? textRight : right, index.data(JobsModel::LineRole).toString(), Type::Small,
         tokens.text2);
    line(px(8), elapsedLeft, right, index.data(JobsModel::ElapsedRole).toString(), Type::Small, tokens.text);
    if (part >= 0) {
        const QRectF track(elapsedLeft - px(132), row.top() + px(16), px(120), px(4));
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens.track);
        painter->drawRoundedRect(track, 2, 2);
        painter->setBrush(tokens.accent);
        painter->drawRoundedRect(
            QRectF(track.topLeft(), QSizeF(track.width() * qBound(0.0, part, 1.0), track.height())), 2, 2);
    }
    painter->restore();
}

} // namespace mooring
