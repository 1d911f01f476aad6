#include "ui/inference/codeedit.h"

#include "ui/inference/jsontext.h"
#include "ui/widgets/style.h"
#include "ui/widgets/stylepaint.h"
#include "ui/widgets/tokens.h"

#include <QGuiApplication>
#include <QPainter>
#include <QTextBlock>

namespace mooring {

namespace {

constexpr int kEdge = 8;
constexpr int kGap = 16; ///< between number and text

} // namespace

class CodeEdit::Numbers : public QWidget
{
public:
    explicit Numbers(CodeEdit *edit) : QWidget(edit), m_edit(edit) {}

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        m_edit->paintNumbers(painter);
    }

private:
    CodeEdit *m_edit;
};

CodeEdit::CodeEdit(const QString &accessibleName, QWidget *parent)
    : QPlainTextEdit(parent), m_numbers(new Numbers(this)), m_inks(new JsonHighlighter(document()))
{
    setAccessibleName(accessibleName);
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setWordWrapMode(QTextOption::WrapAnywhere);
    viewport()->setAutoFillBackground(false); // the panel around it is the ground
    document()->setDocumentMargin(0);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeEdit::placeNumbers);
    connect(this, &QPlainTextEdit::updateRequest, m_numbers, qOverload<>(&QWidget::update));
    applyLook();
}

void CodeEdit::setJson(bool json) { m_inks->setDocument(json ? document() : nullptr); }

QSize CodeEdit::sizeHint() const { return {dp(this, 400), dp(this, 172)}; }
QSize CodeEdit::minimumSizeHint() const { return {dp(this, 160), dp(this, 72)}; }

void CodeEdit::applyLook()
{
    setFont(fontOf(this, Type::Mono));
    placeNumbers();
}

int CodeEdit::numbersWidth() const
{
    const int digits = std::max<int>(2, int(QString::number(blockCount()).size()));
    return digits * fontMetrics().horizontalAdvance(u'0') + dp(this, kEdge) + dp(this, kGap);
}

void CodeEdit::placeNumbers()
{
    const int edge = dp(this, kEdge);
    setViewportMargins(numbersWidth(), edge, edge, edge);
    const QRect inner = contentsRect();
    m_numbers->setGeometry(inner.x(), inner.y() + edge, numbersWidth(), inner.height() - 2 * edge);
}

void CodeEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    placeNumbers();
}

void CodeEdit::paintNumbers(QPainter &painter) const
{
    painter.setFont(font());
    painter.setPen(Tokens::from(palette()).text3);
    const int right = m_numbers->width() - dp(this, kGap);
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > m_numbers->height())
            break;
        painter.drawText(QRectF(0, place.top(), right, fontMetrics().height()), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(block.blockNumber() + 1));
    }
}

bool CodeEdit::event(QEvent *event)
{
    if (event->type() != QEvent::Paint)
        return QPlainTextEdit::event(event);
    QPainter painter(this);
    const Tokens tokens = Tokens::from(palette());
    stylepaint::panel(&painter, rect(), tokens.sunken, tokens.line, 4);
    if (hasFocus() && (!isReadOnly() || showsKeyboardFocus(this)))
        stylepaint::focusRect(&painter, rect(), palette());
    return true;
}

void CodeEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange)
        applyLook();
    else if (event->type() == QEvent::PaletteChange && m_inks && m_inks->document())
        m_inks->rehighlight();
}

} // namespace mooring
