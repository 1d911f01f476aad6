#include "ui/attach/wizard/samecard.h"

#include "core/base/text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/noticecard.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

SameCard::SameCard(const QString &target, Place place, QWidget *parent)
    : QWidget(parent),
      m_target(target),
      m_card(new NoticeCard(Glyph::Failed, tr("This is attached already, as %1", "a target").arg(target),
                            place == Place::Home
                                ? tr("A second attachment would share one working folder with the first. The checks "
                                     "stopped before anything was touched.")
                                : tr("A second attachment breaks the first. Stopped before anything was touched: "
                                     "Azure was only read."))),
      m_facts(new FactList),
      m_otherWay(
          paragraph(tr("To attach it under the new name, detach %1 first. Its runs keep their history.", "a target")
                        .arg(target))),
      m_use(filledButton(tr("Use %1", "a target").arg(target)))
{
    setObjectName(u"sameCard"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_card->setBar(true);
    m_card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred); // grows with what is offered later
    layout->addWidget(m_card);
    m_facts->setObjectName(u"sameFacts"_s);
    m_card->content()->addWidget(m_facts);
    m_card->content()->addWidget(new Separator);
    auto *row = new QHBoxLayout;
    row->setSpacing(dp(this, 12));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(sectionTitle(tr("Use %1", "a target").arg(target)));
    words->addWidget(paragraph(tr("It opens with its checks and runs. This draft goes.")));
    row->addLayout(words, 1);
    m_use->setObjectName(u"useExisting"_s);
    row->addWidget(m_use, 0, Qt::AlignTop);
    m_card->content()->addLayout(row);
    m_card->content()->addWidget(new Separator);
    m_card->content()->addWidget(m_otherWay);
    connect(m_use, &QAbstractButton::clicked, this, &SameCard::useWanted);
}

void SameCard::setTarget(const TargetRecord &target)
{
    std::vector<std::pair<QString, QString>> facts;
    if (target.attachedAt)
        facts.emplace_back(tr("Attached"), humanTime(*target.attachedAt));
    facts.emplace_back(tr("State"), targetStateText(target.state()));
    if (!target.identity.isEmpty())
        facts.emplace_back(tr("Known by"), target.identity);
    m_facts->setFacts(facts);
}

void SameCard::offerDetach(const QString &yours, const QString &attached)
{
    showIds(yours, attached);
    m_otherWay->setText(tr("Azure ML forgets %1, and it is seen to be gone before yours is sent. Its runs keep their "
                           "history under the old name.",
                           "a target")
                            .arg(m_target));
    auto *detach = edgeButton(tr("Detach, then attach…"));
    detach->setObjectName(u"detachFirst"_s);
    connect(detach, &QAbstractButton::clicked, this, &SameCard::detachWanted);
    m_card->content()->addWidget(detach, 0, Qt::AlignLeft);
}

/// What differs between the two spellings stands out.
void SameCard::showIds(const QString &yours, const QString &attached)
{
    const QStringList one = yours.split(u'/'), other = attached.split(u'/');
    const auto lineOf = [](const QString &label, const QStringList &parts, const QStringList &against) {
        CodeLine line;
        line.runs.push_back({label.leftJustified(12), Ink::Text2});
        // The provider and its type are the same, and long.
        for (qsizetype i = 4; i < parts.size(); ++i) {
            if (i == 5 || i == 6) {
                line.runs.push_back({i == 5 ? u"/…"_s : QString(), Ink::Text2});
                continue;
            }
            const bool differs = parts[i] != against.value(i);
            line.runs.push_back({(i == 4 ? u"…/"_s : u"/"_s) + parts[i], differs ? Ink::Warn : Ink::Text, differs});
        }
        return line;
    };
    auto *ids = new CodeBox;
    ids->setObjectName(u"sameIds"_s);
    ids->setLines({lineOf(tr("Yours"), one, other), lineOf(tr("Attached"), other, one)});
    m_card->content()->insertWidget(0, ids);
    ids->setMinimumHeight(ids->sizeHint().height());
    m_card->content()->insertWidget(
        1, helpLine(yours == attached ? tr("The same resource.")
                                      : tr("The same resource: Azure does not tell capital letters apart.")));
}

void SameCard::takeFocus() { m_use->setFocus(Qt::TabFocusReason); }

} // namespace mooring
