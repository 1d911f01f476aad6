#include "ui/attach/checkside.h"

#include "core/base/text.h"
#include "ui/attach/ladder/machinefacts.h"
#include "ui/attach/ladder/rungdetails.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"
#include "ui/workspace/loglines.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

/// Lines of a provisioning log: ISO time, step, text.
std::vector<LogLine> linesOf(const QString &log)
{
    std::vector<LogLine> lines;
    for (const QString &line : log.split(u'\n', Qt::SkipEmptyParts)) {
        LogLine parsed;
        parsed.at = QDateTime::fromString(line.section(u' ', 0, 0), Qt::ISODateWithMs);
        parsed.step = parsed.at.isValid() ? line.section(u' ', 1, 1) : QString();
        parsed.text = parsed.at.isValid() ? line.section(u' ', 2) : line;
        lines.push_back(std::move(parsed));
    }
    return lines;
}

} // namespace

CheckSide::CheckSide(QWidget *parent)
    : QWidget(parent),
      m_layout(new QVBoxLayout(this)),
      m_facts(new FactList),
      m_rungPart(new QWidget),
      m_rung(new RungDetails),
      m_abilities(new QVBoxLayout),
      m_log(new LogLinesView)
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_facts->setObjectName(u"targetFacts"_s);
    m_facts->setLabelWidth(96);
    m_layout->addWidget(section(tr("What it has"), &m_age));
    auto *facts = new QVBoxLayout;
    facts->setContentsMargins(dp(this, 16), 0, dp(this, 16), dp(this, 12));
    facts->addWidget(m_facts);
    m_layout->addLayout(facts);

    auto *rung = new QVBoxLayout(m_rungPart);
    rung->setContentsMargins(dp(this, 16), 0, dp(this, 16), dp(this, 12));
    rung->setSpacing(dp(this, 4));
    rung->addWidget(new Separator(Qt::Horizontal, m_rungPart));
    rung->addSpacing(dp(this, 8));
    rung->addWidget(m_rung);
    connect(m_rung, &RungDetails::runAgain, this, &CheckSide::runAgain);
    m_rungPart->hide();
    m_layout->addWidget(m_rungPart);

    m_layout->addWidget(new Separator);
    m_layout->addWidget(section(tr("What it can do")));
    m_abilities->setContentsMargins(dp(this, 16), 0, dp(this, 16), dp(this, 12));
    m_abilities->setSpacing(dp(this, 4));
    m_layout->addLayout(m_abilities);
    m_layout->addWidget(new Separator);
    m_layout->addWidget(section(tr("Provisioning log")));
    m_log->setObjectName(u"provisioningLog"_s);
    m_log->setAccessibleName(tr("Provisioning log"));
    m_log->setMinimumHeight(dp(this, 120));
    m_layout->addWidget(m_log, 1);
}

QWidget *CheckSide::section(const QString &title, TextLabel **aside)
{
    auto *head = new QWidget;
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(dp(this, 16), dp(this, 12), dp(this, 16), dp(this, 4));
    layout->addWidget(sectionTitle(title), 1);
    if (aside) {
        *aside = new TextLabel({}, Type::Small, Ink::Text2);
        layout->addWidget(*aside);
    }
    return head;
}

void CheckSide::setTarget(const TargetRecord &target, const TargetKind *kind)
{
    m_age->setText(target.lastCheck ? tr("read %1", "a time").arg(humanTime(target.lastCheck->at))
                                    : tr("not read yet"));
    m_facts->setFacts(machineFacts(target.lastCheck.value_or(LadderReport())));
    showAbilities(target, kind);
    m_log->lines()->setLines(linesOf(target.log));
    m_log->scrollToBottom();
}

void CheckSide::showAbilities(const TargetRecord &target, const TargetKind *kind)
{
    while (QLayoutItem *item = m_abilities->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const Capabilities can = kind ? kind->capabilities() : Capabilities();
    const auto seen = [&](const char *fact) -> Glyph {
        if (!target.lastCheck || !target.lastCheck->facts.contains(fact) || !target.lastCheck->facts[fact].is_boolean())
            return Glyph::Unknown;
        return target.lastCheck->facts[fact].get<bool>() ? Glyph::Good : Glyph::LeftOut;
    };
    const bool failed = target.lastCheck && target.state() == u"failed"_s;
    const auto could = [&](bool possible) { return !possible ? Glyph::LeftOut : failed ? Glyph::Failed : Glyph::Good; };
    m_abilities->addWidget(glyphLine(could(can.training), tr("Train with Python or conda")));
    m_abilities->addWidget(glyphLine(seen("docker"), tr("Has Docker for containers")));
    m_abilities->addWidget(glyphLine(seen("gpu"), tr("Has a GPU")));
}

void CheckSide::setRung(const RungResult *rung)
{
    m_rungPart->setVisible(rung != nullptr);
    if (!rung)
        return;
    m_rung->setRung(*rung);
}

void CheckSide::setCanRun(bool can) { m_rung->setCanRun(can); }

} // namespace mooring
