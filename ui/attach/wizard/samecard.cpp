#include "ui/attach/wizard/samecard.h"

#include "core/base/text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/noticecard.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

SameCard::SameCard(const QString &target, QWidget *parent)
    : QWidget(parent), m_facts(new FactList), m_use(filledButton(tr("Use %1", "a target").arg(target)))
{
    setObjectName(u"sameCard"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *card = new NoticeCard(Glyph::Failed, tr("This is attached already, as %1", "a target").arg(target),
                                tr("A second attachment would share one working folder with the first. The checks "
                                   "stopped before anything was touched."));
    card->setBar(true);
    layout->addWidget(card);
    m_facts->setObjectName(u"sameFacts"_s);
    card->content()->addWidget(m_facts);
    card->content()->addWidget(new Separator);
    auto *row = new QHBoxLayout;
    row->setSpacing(dp(this, 12));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(sectionTitle(tr("Use %1", "a target").arg(target)));
    words->addWidget(paragraph(tr("It opens with its checks and runs. This draft goes.")));
    row->addLayout(words, 1);
    m_use->setObjectName(u"useExisting"_s);
    row->addWidget(m_use, 0, Qt::AlignTop);
    card->content()->addLayout(row);
    card->content()->addWidget(new Separator);
    card->content()->addWidget(paragraph(
        tr("To attach it under the new name, detach %1 first. Its runs keep their history.", "a target").arg(target)));
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

void SameCard::takeFocus() { m_use->setFocus(Qt::TabFocusReason); }

} // namespace mooring
