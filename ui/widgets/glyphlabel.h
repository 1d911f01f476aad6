#pragma once

#include "ui/widgets/stateglyph.h"

#include <QWidget>

namespace mooring {

/// A state's shape, 16. Its word stands beside it, or is the accessible name.
class GlyphLabel : public QWidget
{
    Q_OBJECT
public:
    explicit GlyphLabel(Glyph glyph, QWidget *parent = nullptr, int size = 16);

    void setGlyph(Glyph glyph);
    Glyph glyph() const { return m_glyph; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Glyph m_glyph;
};

/// Glyph, gap 8 and a line of text: a statement with its verdict.
QWidget *glyphLine(Glyph glyph, const QString &text, QWidget *parent = nullptr);

} // namespace mooring
