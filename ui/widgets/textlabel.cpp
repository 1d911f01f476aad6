#include "ui/widgets/textlabel.h"

#include <QEvent>

namespace mooring {

TextLabel::TextLabel(const QString &text, Type type, Ink ink, QWidget *parent)
    : QLabel(text, parent), m_type(type), m_ink(ink)
{
    setTextFormat(Qt::PlainText);
    setForegroundRole(QPalette::WindowText); // on the sheet it would be Text, which is not ours to change
    applyLook();
}

void TextLabel::setInk(Ink ink)
{
    if (m_ink == ink)
        return;
    m_ink = ink;
    applyLook();
}

void TextLabel::applyLook()
{
    if (m_applying)
        return;
    m_applying = true;
    setFont(fontOf(this, m_type));
    QPalette own; // only the roles that differ, so that a change of theme still arrives
    own.setColor(QPalette::WindowText, Tokens::from(palette()).ink(m_ink));
    setPalette(own);
    m_applying = false;
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationFontChange)
        applyLook();
}

TextLabel *paragraph(const QString &text, QWidget *parent)
{
    auto *label = new TextLabel(text, Type::Body, Ink::Text2, parent);
    label->setWordWrap(true);
    return label;
}

TextLabel *helpLine(const QString &text, QWidget *parent)
{
    auto *label = new TextLabel(text, Type::Small, Ink::Text2, parent);
    label->setWordWrap(true);
    return label;
}

TextLabel *sectionTitle(const QString &text, QWidget *parent)
{
    return new TextLabel(text, Type::Section, Ink::Text, parent);
}

} // namespace mooring
