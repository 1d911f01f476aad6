#include "ui/widgets/page.h"

#include "ui/widgets/separator.h"
#include "ui/widgets/tokens.h"

#include <QBoxLayout>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace mooring {
namespace {

/// 12 over what is in it, and nothing at all while all in it is hidden.
class AbovePlace : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::LayoutRequest && layout())
            setVisible(!layout()->isEmpty());
        return QWidget::event(event);
    }
};

} // namespace

Page::Page(QWidget *parent) : QWidget(parent)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_header = new PageHeader(this);
    m_layout->addWidget(m_header);
    auto *place = new AbovePlace(this);
    auto *above = new QVBoxLayout(place);
    above->setContentsMargins(dp(this, 24), dp(this, 12), dp(this, 24), 0);
    above->setSpacing(dp(this, 8));
    m_above = above;
    place->hide();
    m_layout->addWidget(place);
    m_gap = new QWidget(this);
    m_gap->setFixedHeight(dp(this, 8));
    m_layout->addWidget(m_gap);
    m_line = new Separator(Qt::Horizontal, this);
    m_line->hide();
    m_layout->addWidget(m_line);
}

void Page::setBody(QWidget *body)
{
    delete m_body;
    m_body = body;
    if (body)
        m_layout->addWidget(body, 1);
}

void Page::setHeaderLine(bool on)
{
    m_line->setVisible(on);
    m_gap->setFixedHeight(dp(this, on ? 12 : 8));
}

void Page::resizeEvent(QResizeEvent *)
{
    const int edge = dp(this, m_header->isCompact() ? 16 : 24);
    m_above->setContentsMargins(edge, dp(this, 12), edge, 0);
}

} // namespace mooring
