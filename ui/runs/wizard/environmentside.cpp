#include "ui/runs/wizard/environmentstep.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

EnvironmentSide::EnvironmentSide(QWidget *parent)
    : QWidget(parent),
      m_glyph(new GlyphLabel(Glyph::NotBegun, this)),
      m_title(sectionTitle({}, this)),
      m_text(paragraph({}, this)),
      m_found(paragraph({}))
{
    setObjectName(u"environmentSide"_s);
    m_title->setWordWrap(true);
    m_title->setObjectName(u"environmentVerdict"_s);
    m_text->setObjectName(u"environmentText"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(dp(this, 16), dp(this, 16), dp(this, 16), dp(this, 16));
    column->setSpacing(dp(this, 8));
    auto *head = new QHBoxLayout;
    head->setSpacing(dp(this, 8));
    head->addWidget(m_glyph, 0, Qt::AlignTop);
    head->addWidget(m_title, 1);
    column->addLayout(head);
    column->addWidget(m_text);
    column->addSpacing(dp(this, 4));
    column->addWidget(new Separator(Qt::Horizontal, this));
    column->addSpacing(dp(this, 4));
    column->addWidget(sectionTitle(tr("Nothing unasked"), this));
    column->addWidget(paragraph(tr("Nothing is installed unless you choose it here. An environment is built apart "
                                   "from every other one, and named by its content."),
                                this));
    m_foundPart = new QWidget(this);
    auto *found = new QVBoxLayout(m_foundPart);
    found->setContentsMargins(0, 0, 0, 0);
    found->setSpacing(dp(this, 8));
    found->addWidget(new Separator(Qt::Horizontal));
    found->addWidget(sectionTitle(tr("Found there")));
    found->addWidget(m_found);
    column->addSpacing(dp(this, 4));
    column->addWidget(m_foundPart);
    column->addStretch(1);
    setFound({});
    setLooking();
}

void EnvironmentSide::tell(Glyph glyph, const QString &title, const QString &text)
{
    m_glyph->setGlyph(glyph);
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
}

void EnvironmentSide::setLooking() { tell(Glyph::Preparing, tr("Looking at the environment"), {}); }

void EnvironmentSide::setOpen() { tell(Glyph::NotBegun, tr("Not chosen yet"), {}); }

void EnvironmentSide::setProblem(const QString &sentence) { tell(Glyph::Failed, tr("This cannot be used"), sentence); }

void EnvironmentSide::setForecast(const EnvironmentForecast &forecast)
{
    tell(forecast.glyph, forecast.title, forecast.text);
}

void EnvironmentSide::setFound(const QString &lines)
{
    m_found->setText(lines);
    m_foundPart->setVisible(!lines.isEmpty());
}

} // namespace mooring
