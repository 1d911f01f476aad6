#include "ui/widgets/segmentedcontrol.h"

#include "ui/widgets/style.h"
#include "ui/widgets/stylepaint.h"
#include "ui/widgets/tokens.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QPainter>
#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace mooring {
namespace {

/// A radio button for readers and keys; only its looks are another.
class Segment : public QRadioButton
{
public:
    using QRadioButton::QRadioButton;
    QSize sizeHint() const override { return {fontMetrics().horizontalAdvance(text()) + dp(this, 24), dp(this, 32)}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool hitButton(const QPoint &at) const override { return rect().contains(at); }
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens t = Tokens::from(palette());
        if (isChecked())
            stylepaint::panel(&painter, rect(), t.accentSoft, t.accent, 4);
        else if (underMouse() && isEnabled())
            stylepaint::panel(&painter, rect().adjusted(1, 1, -1, -1), t.hover, QColor(), 3);
        if (hasFocus() && showsKeyboardFocus(this))
            stylepaint::focusRect(&painter, rect(), palette());
        painter.setPen(!isEnabled() ? t.text3 : isChecked() ? t.accent : t.text);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, text());
    }
};

} // namespace

SegmentedControl::SegmentedControl(const QString &accessibleName, QWidget *parent)
    : QWidget(parent), m_row(new QHBoxLayout(this)), m_group(new QButtonGroup(this))
{
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    connect(m_group, &QButtonGroup::idClicked, this, [this](int id) { Q_EMIT chosen(m_ids.value(id)); });
    connect(m_group, &QButtonGroup::idToggled, this, [this] { update(); });
}

void SegmentedControl::addChoice(const QString &id, const QString &text)
{
    auto *segment = new Segment(text, this);
    segment->setAttribute(Qt::WA_Hover);
    segment->setObjectName(u"choice-"_s + id);
    m_group->addButton(segment, int(m_ids.size()));
    m_ids << id;
    m_row->addWidget(segment);
    if (m_ids.size() == 1)
        segment->setChecked(true);
}

QString SegmentedControl::current() const { return m_ids.value(m_group->checkedId()); }

void SegmentedControl::setCurrent(const QString &id)
{
    if (QAbstractButton *button = m_group->button(int(m_ids.indexOf(id))))
        button->setChecked(true);
}

void SegmentedControl::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens t = Tokens::from(palette());
    stylepaint::panel(&painter, rect(), t.base, t.edge, 4);
    for (int i = 1; i < m_ids.size(); ++i) {
        if (i != m_group->checkedId() && i - 1 != m_group->checkedId())
            painter.fillRect(QRectF(m_group->button(i)->x(), dp(this, 8), 1, height() - dp(this, 16)), t.line);
    }
}

} // namespace mooring
