#include "ui/widgets/glyphlabel.h"

#include "ui/widgets/textlabel.h"
#include "ui/widgets/turnclock.h"

#include <QBoxLayout>
#include <QPainter>

namespace mooring {

GlyphLabel::GlyphLabel(Glyph glyph, QWidget *parent, int size) : QWidget(parent), m_glyph(glyph)
{
    setFixedSize(dp(this, size), dp(this, size));
    watchTurn(this, isGoingOn(glyph));
}

void GlyphLabel::setGlyph(Glyph glyph)
{
    m_glyph = glyph;
    watchTurn(this, isGoingOn(glyph));
    update();
}

void GlyphLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintState(&painter, m_glyph, rect(), palette(), currentTurn());
}

QWidget *glyphLine(Glyph glyph, const QString &text, QWidget *parent)
{
    auto *line = new QWidget(parent);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, dp(line, 2), 0, dp(line, 2));
    row->setSpacing(dp(line, 8));
    row->addWidget(new GlyphLabel(glyph, line), 0, Qt::AlignTop);
    auto *words = new TextLabel(text, Type::Body, Ink::Text, line);
    words->setWordWrap(true);
    row->addWidget(words, 1);
    line->setAccessibleName(text);
    return line;
}

} // namespace mooring
