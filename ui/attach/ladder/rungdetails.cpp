#include "ui/attach/ladder/rungdetails.h"

#include "core/base/text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/commandbox.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/textlabel.h"
#include "ui/workspace/stateglyphs.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr qsizetype kMostLines = 8;

QString firstLines(const QString &text)
{
    const QStringList lines = text.split(u'\n');
    return lines.size() <= kMostLines ? text : lines.mid(0, kMostLines - 1).join(u'\n') + u"\n…"_s;
}

} // namespace

RungDetails::RungDetails(QWidget *parent)
    : QWidget(parent),
      m_glyph(new GlyphLabel(Glyph::NotBegun, this)),
      m_title(sectionTitle({}, this)),
      m_again(flatButton(tr("Check again"), u"view-refresh"_s, this)),
      m_answer(new TextLabel({}, Type::Body, Ink::Text, this)),
      m_askedHead(helpLine(tr("Asked"), this)),
      m_asked(new CodeBox({}, this)),
      m_fixHead(helpLine({}, this)),
      m_command(new CommandBox({}, this)),
      m_fix(paragraph({}, this))
{
    setObjectName(u"rungDetails"_s);
    m_again->setObjectName(u"rungAgain"_s);
    m_asked->setObjectName(u"rungAsked"_s);
    m_answer->setObjectName(u"rungAnswer"_s);
    m_answer->setWordWrap(true);
    m_answer->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(dp(this, 4));
    auto *head = new QHBoxLayout;
    head->setSpacing(dp(this, 8));
    head->addWidget(m_glyph);
    head->addWidget(m_title, 1);
    head->addWidget(m_again);
    column->addLayout(head);
    column->addWidget(m_answer);
    column->addSpacing(dp(this, 4));
    column->addWidget(m_askedHead);
    column->addWidget(m_asked);
    column->addWidget(m_fixHead);
    column->addWidget(m_command);
    column->addWidget(m_fix);
    m_title->setWordWrap(true);
    connect(m_again, &QAbstractButton::clicked, this, [this] { Q_EMIT runAgain(m_id); });
}

void RungDetails::setCanRun(bool can) { m_again->setEnabled(can); }

void RungDetails::setRung(const RungResult &rung)
{
    m_id = rung.id;
    m_glyph->setGlyph(glyphOf(rung.verdict));
    m_glyph->setAccessibleName(toText(rung.verdict));
    m_title->setText(rung.title);
    m_answer->setText(rung.answered.isEmpty() ? toText(rung.verdict) : rung.answered);
    m_asked->setText(firstLines(rung.asked));
    m_asked->setToolTip(rung.asked);
    m_askedHead->setVisible(!rung.asked.isEmpty());
    m_asked->setVisible(!rung.asked.isEmpty());
    const bool command = !rung.fix.isEmpty() && rung.fixIsCommand;
    m_fixHead->setText(command ? tr("Fix") : tr("What to do"));
    m_fixHead->setVisible(!rung.fix.isEmpty());
    m_command->setCommand(rung.fix);
    m_command->setVisible(command);
    m_fix->setText(rung.fix);
    m_fix->setVisible(!rung.fix.isEmpty() && !command);
}

} // namespace mooring
