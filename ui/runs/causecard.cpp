#include "ui/runs/causecard.h"

#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/stateglyph.h"
#include "ui/widgets/tokens.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <QUrl>
#include <QVBoxLayout>

namespace mooring {

namespace {

constexpr int kAbove = 8;    ///< free room over the frame, so that it goes away with the card
constexpr int kNarrow = 640; ///< px of width under which things stand below each other

} // namespace

CauseCard::CauseCard(QWidget *parent)
    : QWidget(parent),
      m_exception(new ElidedLabel({}, Type::Section)),
      m_place(new ElidedLabel({}, Type::Body, Ink::Accent)),
      m_reached(new ElidedLabel({}, Type::Small, Ink::Text2)),
      m_below(new QWidget),
      m_belowRow(new QHBoxLayout(m_below)),
      m_code(new CodeBox),
      m_leftOut(new Banner)
{
    m_exception->setObjectName(QStringLiteral("causeException"));
    m_place->setObjectName(QStringLiteral("causePlace"));
    m_reached->setObjectName(QStringLiteral("causeReached"));
    m_code->setObjectName(QStringLiteral("causeCode"));
    m_leftOut->setObjectName(QStringLiteral("causeLeftOut"));
    m_code->setAccessibleName(tr("Code around the line"));
    auto *place = new QHBoxLayout;
    place->setSpacing(dp(this, 12));
    place->addWidget(m_place);
    place->addWidget(m_reached, 1); // gives way first
    m_reached->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_exception);
    words->addLayout(place);
    auto *top = new QHBoxLayout;
    top->setSpacing(dp(this, 16));
    top->addLayout(words, 1);
    top->addWidget(makeActions(), 0, Qt::AlignTop);
    m_belowRow->setContentsMargins(0, dp(this, 8), 0, 0);
    m_belowRow->setSpacing(dp(this, 12));
    m_belowRow->addWidget(m_code, 1);
    m_belowRow->addWidget(m_leftOut, 1, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(dp(this, 48), dp(this, kAbove + 12), dp(this, 16), dp(this, 14));
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_below);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QWidget *CauseCard::makeActions()
{
    auto *acts = new QWidget;
    auto *row = new QHBoxLayout(acts);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(dp(this, 8));
    m_acts = row;
    m_copy = edgeButton(tr("Copy traceback"), QStringLiteral("edit-copy"));
    m_open = edgeButton({}, QStringLiteral("edit"));
    m_copy->setObjectName(QStringLiteral("copyTraceback"));
    m_open->setObjectName(QStringLiteral("openCause"));
    for (Button *button : {m_copy, m_open}) {
        button->setSmall(true);
        row->addWidget(button);
    }
    connect(m_copy, &QAbstractButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(QString::fromUtf8(m_view.cause.traceback)); });
    connect(m_open, &QAbstractButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_view.absoluteFile)); });
    return acts;
}

void CauseCard::addAction(Button *button)
{
    button->setSmall(true);
    m_acts->addWidget(button);
}

void CauseCard::setCause(const CauseView &view)
{
    m_view = view;
    setAccessibleName(tr("Cause: %1").arg(view.cause.exception));
    m_exception->setText(view.cause.exception);
    showPlace();
    showCode();
    if (!view.known.isEmpty())
        m_leftOut->tell(Tone::Warn, view.knownTitle, view.known);
    else if (view.leftOutRule.isEmpty())
        m_leftOut->clear();
    else
        m_leftOut->tell(Tone::Warn, tr("The snapshot left this file out"), view.leftOutRule);
    arrange();
}

void CauseCard::setBrief(bool brief)
{
    if (brief == m_brief)
        return;
    m_brief = brief;
    arrange();
}

void CauseCard::showPlace()
{
    const bool nameless = m_view.function.isEmpty() || m_view.function.startsWith(u'<');
    if (m_view.line > 0)
        m_place->setText(nameless ? tr("%1, line %2").arg(m_view.file).arg(m_view.line)
                                  : tr("%1, line %2, in %3").arg(m_view.file).arg(m_view.line).arg(m_view.function));
    QStringList how;
    if (m_view.framesAbove > 0)
        how << tr("reached from %1, line %2, through %n frame(s)", nullptr, m_view.framesAbove)
                   .arg(m_view.entryFile)
                   .arg(m_view.entryLine);
    if (m_view.framesBelow > 0)
        how << tr("raised %n frame(s) below it", nullptr, m_view.framesBelow);
    m_how = how.join(QStringLiteral(", "));
    m_place->setVisible(m_view.line > 0);
    m_open->setVisible(m_view.line > 0);
    m_open->setText(tr("Open at line %1").arg(m_view.line));
    m_open->setToolTip(m_view.absoluteFile);
}

void CauseCard::showCode()
{
    std::vector<CodeLine> lines;
    for (int i = 0; i < int(m_view.code.size()); ++i)
        lines.push_back({{{m_view.code[i], Ink::Text, false}}, m_view.firstLine + i == m_view.line});
    m_code->setLines(std::move(lines));
    m_code->setFirstNumber(m_view.firstLine);
}

void CauseCard::arrange()
{
    const bool narrow = width() < dp(this, kNarrow);
    m_belowRow->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_code->setVisible(!m_view.code.isEmpty());
    const QString known = m_view.known.isEmpty() ? m_view.leftOutRule : m_view.known;
    m_below->setVisible(!m_brief && (!m_view.code.isEmpty() || !known.isEmpty()));
    m_reached->setText(m_brief && !known.isEmpty() ? known : m_how); // what is known is worth more than the way
    m_reached->setVisible((m_brief || !narrow) && !m_reached->text().isEmpty());
    m_copy->setVisible((!narrow && !m_brief) || m_view.line == 0);
    updateGeometry();
}

void CauseCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void CauseCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens tokens = Tokens::from(palette());
    const int top = dp(this, kAbove);
    const QRectF frame = QRectF(rect()).adjusted(0.5, top + 0.5, -0.5, -0.5);
    QPainterPath path;
    path.addRoundedRect(frame, 6, 6);
    painter.fillPath(path, tokens.base);
    painter.setPen(tokens.line);
    painter.drawPath(path);
    painter.save();
    painter.setClipPath(path);
    painter.fillRect(QRectF(0, top, dp(this, 4), height()), tokens.fail);
    painter.restore();
    const double glyph = dp(this, 18);
    paintState(&painter, Glyph::Failed, QRectF(dp(this, 17), top + dp(this, 13), glyph, glyph), palette());
}

} // namespace mooring
