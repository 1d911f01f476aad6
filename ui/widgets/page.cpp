#include "ui/widgets/page.h"

#include "ui/widgets/separator.h"
#include "ui/widgets/tokens.h"

#include <QBoxLayout>
#include <QChildEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {
namespace {

/// 12 over what is in it, and nothing at all while all in it is hidden. A hidden place gets no layout requests, so the
/// children themselves are watched.
class AbovePlace : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void childEvent(QChildEvent *event) override
    {
        if (event->added() && event->child()->isWidgetType()) {
            event->child()->installEventFilter(this);
            QMetaObject::invokeMethod(
                this, [this] { update(); }, Qt::QueuedConnection); // when the child is complete
        }
        QWidget::childEvent(event);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent)
            update();
        return QWidget::eventFilter(watched, event);
    }

private:
    static bool isWanted(const QWidget *child)
    {
        return !child->isHidden() || !child->testAttribute(Qt::WA_WState_ExplicitShowHide);
    }

    void update()
    {
        const auto parts = findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
        setVisible(std::any_of(parts.begin(), parts.end(), isWanted));
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
