#include "ui/runs/causecard.h"

#include "ui/widgets/button.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/stateglyph.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QPainterPath>
#include <QUrl>
#include <QVBoxLayout>

namespace mooring {

CauseCard::CauseCard(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(dp(this, 48), dp(this, 12), dp(this, 16), dp(this, 16));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void CauseCard::setCause(const CauseView &view)
{
    if (m_content && view.cause.traceback == m_view.cause.traceback)
        return;
    m_view = view;
    setAccessibleName(tr("Cause: %1").arg(view.cause.exception));
    rebuild();
}

QWidget *CauseCard::makeActions()
{
    auto *acts = new QWidget;
    auto *row = new QHBoxLayout(acts);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(dp(this, 8));
    Button *copy = edgeButton(tr("Copy traceback"), QStringLiteral("edit-copy"));
    copy->setSmall(true);
    copy->setObjectName(QStringLiteral("copyTraceback"));
    connect(copy, &QAbstractButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(QString::fromUtf8(m_view.cause.traceback)); });
    row->addWidget(copy);
    if (m_view.line > 0) {
        Button *open = edgeButton(tr("Open at line %1").arg(m_view.line), QStringLiteral("edit"));
        open->setSmall(true);
        connect(open, &QAbstractButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_view.absoluteFile)); });
        row->addWidget(open);
    }
    return acts;
}

void CauseCard::rebuild()
{
    delete m_content;
    m_content = new QWidget;
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(dp(this, 4));
    auto *top = new QHBoxLayout;
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new ElidedLabel(m_view.cause.exception, Type::Section));
    if (m_view.line > 0) {
        const QString place = m_view.function.isEmpty() || m_view.function.startsWith(u'<')
            ? tr("%1, line %2").arg(m_view.file).arg(m_view.line)
            : tr("%1, line %2, in %3").arg(m_view.file).arg(m_view.line).arg(m_view.function);
        words->addWidget(new ElidedLabel(place, Type::Body, Ink::Accent));
    }
    top->addLayout(words, 1);
    top->addWidget(makeActions(), 0, Qt::AlignTop);
    column->addLayout(top);
    if (!m_view.code.isEmpty()) {
        auto *code = new CodeBox;
        std::vector<CodeLine> lines;
        for (int i = 0; i < m_view.code.size(); ++i)
            lines.push_back({{{m_view.code[i], Ink::Text, false}}, m_view.firstLine + i == m_view.line});
        code->setLines(std::move(lines));
        code->setFirstNumber(m_view.firstLine);
        code->setAccessibleName(tr("Code around the line"));
        column->addSpacing(dp(this, 4));
        column->addWidget(code);
    }
    if (!m_view.leftOutRule.isEmpty())
        column->addWidget(paragraph(m_view.leftOutRule));
    layout()->addWidget(m_content);
}

void CauseCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens tokens = Tokens::from(palette());
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath path;
    path.addRoundedRect(frame, 6, 6);
    painter.fillPath(path, tokens.base);
    painter.setPen(tokens.line);
    painter.drawPath(path);
    painter.save();
    painter.setClipPath(path);
    painter.fillRect(QRectF(0, 0, dp(this, 4), height()), tokens.fail);
    painter.restore();
    const double glyph = dp(this, 18);
    paintState(&painter, Glyph::Failed, QRectF(dp(this, 17), dp(this, 13), glyph, glyph), palette());
}

} // namespace mooring
