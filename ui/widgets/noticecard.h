#pragma once

#include "ui/widgets/stateglyph.h"

#include <QWidget>

class QVBoxLayout;

namespace mooring {

class GlyphLabel;
class TextLabel;

/// A card that says one thing which has to be dealt with before it goes on: glyph, bold sentence, explanation, and
/// below them, in line with the text, whatever the thing needs. With a bar of the glyph's tone for what is refused.
class NoticeCard : public QWidget
{
    Q_OBJECT
public:
    NoticeCard(Glyph glyph, const QString &title, const QString &text, QWidget *parent = nullptr);

    void setBar(bool on);
    QVBoxLayout *content() const { return m_content; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    GlyphLabel *m_glyph;
    QVBoxLayout *m_content;
    bool m_bar = false;
};

} // namespace mooring
