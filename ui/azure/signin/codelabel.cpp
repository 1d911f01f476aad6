#include "ui/azure/signin/codelabel.h"

#include "ui/widgets/style.h"
#include "ui/widgets/stylepaint.h"
#include "ui/widgets/tokens.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace mooring {

CodeLabel::CodeLabel(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"deviceCode"_s);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void CodeLabel::setCode(const QString &code)
{
    m_code = code;
    QStringList letters;
    for (const QChar letter : code)
        letters << (letter.isLetterOrNumber() ? QString(letter) : u","_s);
    setAccessibleName(tr("Code, %1").arg(letters.join(u' ')));
    updateGeometry();
    update();
}

QFont CodeLabel::codeFont() const
{
    QFont font = fontOf(this, Type::Mono);
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * 2);
    else
        font.setPixelSize(font.pixelSize() * 2);
    font.setBold(true);
    return font;
}

QSize CodeLabel::sizeHint() const
{
    const QFontMetrics metrics(codeFont());
    return {metrics.horizontalAdvance(m_code) + dp(this, 32), dp(this, 48)};
}

void CodeLabel::paintEvent(QPaintEvent *)
{
    const Tokens tokens = Tokens::from(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    stylepaint::panel(&painter, rect(), tokens.sunken, tokens.line, 4);
    painter.setFont(codeFont());
    painter.setPen(tokens.text);
    painter.drawText(rect(), Qt::AlignCenter, m_code);
    if (hasFocus() && showsKeyboardFocus(this))
        stylepaint::focusRect(&painter, rect(), palette());
}

} // namespace mooring
