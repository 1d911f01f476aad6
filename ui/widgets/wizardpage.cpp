#include "ui/widgets/wizardpage.h"

#include "ui/widgets/button.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/steprail.h"
#include "ui/widgets/textlabel.h"

#include <QAbstractScrollArea>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

WizardPage::WizardPage(QWidget *parent) : Page(parent), m_rail(new StepRail(this)), m_stack(new QStackedWidget(this))
{
    header()->setRail(m_rail);
    setHeaderLine(true);
    auto *whole = new QWidget(this);
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_stack, 1);
    column->addWidget(new Separator(Qt::Horizontal, whole));
    column->addWidget(makeFooter());
    setBody(whole);
    connect(m_next, &QPushButton::clicked, this, [this] { Q_EMIT nextRequested(step()); });
    connect(m_back, &QPushButton::clicked, this, [this] { Q_EMIT backRequested(step()); });
}

QWidget *WizardPage::makeFooter()
{
    auto *footer = new QWidget(this);
    footer->setMinimumHeight(dp(this, 56));
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(dp(this, 24), dp(this, 12), dp(this, 24), dp(this, 12));
    row->setSpacing(dp(this, 8));
    m_footerLeft = new QHBoxLayout;
    row->addLayout(m_footerLeft);
    m_noteGlyph = new GlyphLabel(Glyph::Failed, footer);
    m_note = new TextLabel({}, Type::Body, Ink::Text2, footer);
    m_note->setWordWrap(true);
    row->addWidget(m_noteGlyph, 0, Qt::AlignVCenter);
    row->addWidget(m_note, 1);
    row->addStretch(0);
    m_footerRight = new QHBoxLayout;
    m_footerRight->setSpacing(dp(this, 8));
    row->addLayout(m_footerRight);
    m_back = edgeButton(tr("&Back"), {}, footer);
    m_back->setObjectName(u"back"_s);
    m_next = filledButton(tr("&Next"), {}, footer);
    m_next->setObjectName(u"next"_s);
    row->addWidget(m_back);
    row->addWidget(m_next);
    setFooterNote(Glyph::Failed, {});
    return footer;
}

/// The list of a combo box does not count: it is a window of its own.
static bool scrollsItself(QWidget *body)
{
    const QList<QAbstractScrollArea *> areas = body->findChildren<QAbstractScrollArea *>();
    return qobject_cast<QAbstractScrollArea *>(body) ||
           std::any_of(areas.begin(), areas.end(),
                       [body](const QAbstractScrollArea *area) { return area->window() == body->window(); });
}

QWidget *WizardPage::frameOf(QWidget *body, QWidget *side)
{
    auto *frame = new QWidget(this);
    // The side column goes away where it is narrow, and a low body scrolls: neither sets the least size of the page.
    frame->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    auto *row = new QHBoxLayout(frame);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(scrollsItself(body) ? body : scrolling(body, frame), 1);
    if (side)
        row->addWidget(side);
    return frame;
}

void WizardPage::addStep(const QString &name, QWidget *body, QWidget *side)
{
    m_names << name;
    m_sides << side;
    m_rail->setSteps(m_names);
    m_stack->addWidget(frameOf(body, side));
    m_back->setEnabled(step() > 0);
}

int WizardPage::step() const { return m_stack->currentIndex(); }

int WizardPage::stepCount() const { return m_stack->count(); }

void WizardPage::setStep(int step)
{
    if (step < 0 || step >= stepCount())
        return;
    m_stack->setCurrentIndex(step);
    m_rail->setCurrent(step);
    m_back->setEnabled(step > 0);
    setFooterNote(Glyph::Failed, {});
    Q_EMIT stepChanged(step);
}

void WizardPage::setNextText(const QString &text)
{
    m_next->setText(text);
    m_next->updateGeometry();
}

void WizardPage::setFooterNote(Glyph glyph, const QString &text)
{
    m_noteGlyph->setGlyph(glyph);
    m_noteGlyph->setVisible(!text.isEmpty());
    m_note->setText(text);
    m_note->setInk(inkOf(glyph == Glyph::Failed || glyph == Glyph::Warning ? toneOf(glyph) : Tone::Neutral));
}

void WizardPage::addFooterLeft(QWidget *widget) { m_footerLeft->addWidget(widget); }

void WizardPage::addFooterRight(QWidget *widget) { m_footerRight->addWidget(widget); }

void WizardPage::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && qobject_cast<QLineEdit *>(focusWidget()) && m_next->isEnabled())
        return m_next->click();
    Page::keyPressEvent(event);
}

void WizardPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    for (QWidget *side : m_sides) {
        if (side)
            side->setVisible(width() >= dp(this, 760));
    }
}

} // namespace mooring
