#include "ui/azure/targets/mltargetside.h"

#include "core/base/text.h"
#include "ui/azure/targets/nodecells.h"
#include "ui/azure/targets/usagemeter.h"
#include "ui/widgets/button.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/noticecard.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/textlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

void empty(QVBoxLayout *column)
{
    while (QLayoutItem *item = column->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

/// The messages of a nested error, outermost first, each deeper by one.
void collect(const Json &error, int depth, QStringList &lines)
{
    if (!error.is_object() || depth > 8)
        return;
    const QString message = stringAt(error, "message"), code = stringAt(error, "code");
    if (!message.isEmpty() || !code.isEmpty())
        lines << QString(depth * 2, u' ') + (depth ? u"└ "_s : QString()) + (message.isEmpty() ? code : message);
    if (error.contains("details") && error["details"].is_array()) {
        for (const Json &detail : error["details"])
            collect(detail, depth + 1, lines);
    }
}

QStringList nestingOf(const Compute &compute)
{
    QStringList lines;
    const Json properties = objectAt(compute.document, "properties");
    if (properties.contains("provisioningErrors") && properties["provisioningErrors"].is_array()) {
        for (const Json &entry : properties["provisioningErrors"])
            collect(entry.is_object() && entry.contains("error") ? entry["error"] : entry, 0, lines);
    }
    return lines;
}

} // namespace

MlTargetSide::MlTargetSide(Place place, QWidget *parent)
    : QWidget(parent),
      m_place(place),
      m_column(new QVBoxLayout(this)),
      m_nodesTitle(sectionTitle(tr("Nodes"))),
      m_nodes(new NodeCells),
      m_nodesEnd(new Separator),
      m_usagePart(nullptr),
      m_usage(new UsageMeter),
      m_facts(new FactList),
      m_costFacts(new FactList)
{
    setObjectName(u"mlTargetSide"_s);
    m_column->setContentsMargins(dp(this, 16), dp(this, 12), dp(this, 16), dp(this, 16));
    m_column->setSpacing(dp(this, 8));
    if (place == Place::List) {
        m_name = sectionTitle({});
        m_name->setObjectName(u"sideName"_s);
        auto *open = linkButton(tr("Open"));
        open->setObjectName(u"openTarget"_s);
        connect(open, &QAbstractButton::clicked, this, &MlTargetSide::openWanted);
        auto *head = new QHBoxLayout;
        head->addWidget(m_name, 1);
        head->addWidget(open);
        m_column->addLayout(head);
        m_column->addWidget(new Separator);
    }
    m_age = new TextLabel({}, Type::Small, Ink::Unknown);
    m_column->addWidget(m_age);
    m_troubleColumn = part(m_trouble);
    m_column->addWidget(m_nodesTitle);
    m_nodes->setObjectName(u"nodeCells"_s);
    m_column->addWidget(m_nodes);
    m_column->addWidget(m_nodesEnd);
    auto *usage = part(m_usagePart);
    usage->addWidget(m_usage);
    usage->addWidget(new Separator);
    m_usagePart->hide();
    connect(m_usage, &UsageMeter::priceWanted, this,
            [this](const std::optional<NodePrice> &price) { Q_EMIT priceWanted(m_target, price); });
    m_costColumn = part(m_costs);
    m_costColumn->addWidget(sectionTitle(tr("What still costs")));
    m_costFacts->setLabelWidth(112);
    m_costColumn->addWidget(m_costFacts);
    m_costColumn->addWidget(new Separator);
    m_column->addWidget(sectionTitle(tr("What Azure says")));
    m_facts->setObjectName(u"azureFacts"_s);
    m_facts->setLabelWidth(112);
    m_column->addWidget(m_facts);
    m_notesColumn = part(m_notes);
    m_column->addStretch(1);
}

QVBoxLayout *MlTargetSide::part(QWidget *&whole)
{
    whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(dp(this, 6));
    m_column->addWidget(whole);
    return column;
}

void MlTargetSide::setTarget(const MlTarget &target, const QString &age)
{
    if (m_name)
        m_name->setText(target.record.name);
    m_age->setText(age);
    m_age->setVisible(!age.isEmpty());
    empty(m_troubleColumn);
    QWidget *card = m_place == Place::List ? troubleCard(target) : nullptr;
    if (card)
        m_troubleColumn->addWidget(card);
    m_trouble->setVisible(card != nullptr);
    showNotes(target);
    showFacts(target);
    const bool isCluster = target.compute && target.compute->isCluster() && target.compute->isManaged();
    const Json *own = isCluster ? target.compute->properties() : nullptr;
    m_most = own ? int(intAt(objectAt(*own, "scaleSettings"), "maxNodeCount", 1)) : 0;
    m_up = own ? int(intAt(*own, "currentNodeCount")) : 0;
    m_isCluster = isCluster;
    showNodes(false); // until somebody knows them
    m_isManaged = target.compute && target.compute->isManaged();
    if (m_target != target.record.name || !m_isManaged)
        m_usagePart->hide();
    m_target = target.record.name;
}

void MlTargetSide::setUsage(const UsageHistory &history)
{
    m_usagePart->setVisible(m_isManaged);
    if (m_isManaged)
        m_usage->setUsage(m_target, history);
}

void MlTargetSide::setNodes(const std::vector<MlNode> &nodes)
{
    m_nodes->setNodes(nodes, m_most);
    showNodes(m_isCluster && (!nodes.empty() || m_up == 0));
}

void MlTargetSide::showNodes(bool areKnown)
{
    for (QWidget *widget : {static_cast<QWidget *>(m_nodesTitle), static_cast<QWidget *>(m_nodes), m_nodesEnd})
        widget->setVisible(areKnown);
}

QWidget *troubleCard(const MlTarget &target)
{
    if (!target.compute || !target.compute->trouble)
        return nullptr;
    const Error &trouble = *target.compute->trouble;
    const QStringList nesting = nestingOf(*target.compute);
    const QString depth = nesting.size() > 1
                              ? MlTargetSide::tr("The deepest of %n nested messages.", nullptr, int(nesting.size()))
                              : QString();
    auto *card = new NoticeCard(Glyph::Failed, trouble.cause.isEmpty() ? trouble.message : trouble.cause, depth);
    card->setObjectName(u"troubleCard"_s);
    card->setBar(true);
    if (nesting.size() > 1)
        card->content()->addWidget(new CodeBox(nesting.join(u'\n')));
    auto *copy = flatButton(MlTargetSide::tr("Copy raw reply"), u"edit-copy"_s);
    copy->setObjectName(u"copyRaw"_s);
    QObject::connect(copy, &QAbstractButton::clicked, card, [document = target.compute->document] {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(toPrettyBytes(document)));
    });
    if (!target.compute->isManaged())
        card->content()->addWidget(
            paragraph(MlTargetSide::tr("Until it is mended the record stays as Failed. Detaching removes only the "
                                       "record; then attach again.")));
    card->content()->addWidget(copy, 0, Qt::AlignLeft);
    return card;
}

/// What is known of the kind: the date of its end, what it asks for, what the service does with it.
void MlTargetSide::showNotes(const MlTarget &target)
{
    empty(m_notesColumn);
    if (target.kind) {
        if (const auto end = target.kind->retirement())
            m_notesColumn->addWidget(
                glyphLine(end->date <= QDate::currentDate() ? Glyph::Failed : Glyph::Warning,
                          tr("%1: %2", "a date, what happens").arg(humanTime(end->date.startOfDay()), end->text)));
        for (const Requirement &requirement : target.kind->requirements())
            m_notesColumn->addWidget(
                glyphLine(Glyph::LeftOut, tr("%1: %2", "what, why").arg(requirement.title, requirement.detail)));
        if (const auto azure = target.kind->azure(); azure && !(target.compute && target.compute->isManaged())) {
            for (const QString &sentence : azure->sent)
                m_notesColumn->addWidget(glyphLine(Glyph::LeftOut, sentence));
        }
    } else {
        m_notesColumn->addWidget(glyphLine(
            Glyph::Unknown, tr("Mooring does not know this kind: it can be detached, and all that Azure says of it "
                               "stands under Details.")));
    }
    const bool hasNotes = m_notesColumn->count() > 0;
    if (hasNotes) {
        m_notesColumn->insertWidget(0, new Separator);
        m_notesColumn->insertWidget(1, sectionTitle(tr("Good to know")));
    }
    m_notes->setVisible(hasNotes);
}

void MlTargetSide::showFacts(const MlTarget &target)
{
    const MlTargetLook look = MlTargetLook::of(target);
    std::vector<std::pair<QString, QString>> facts{{tr("computeType"), look.type}, {tr("State"), look.state}};
    if (target.compute) {
        const Json *own = target.compute->properties();
        facts.emplace_back(tr("Region"), target.compute->location);
        if (own && target.compute->isManaged())
            facts.emplace_back(tr("Size"), stringAt(*own, "vmSize"));
        if (own && target.compute->isCluster())
            facts.emplace_back(tr("Idle"), idleLimit(target));
        if (target.compute->createdOn)
            facts.emplace_back(tr("Created"), humanTime(*target.compute->createdOn));
    }
    const QString resource = stringAt(target.record.settings, "resourceId");
    if (!resource.isEmpty())
        facts.emplace_back(tr("Resource"), resource);
    m_facts->setFacts(facts);
    const bool isManaged = target.compute && target.compute->isManaged();
    m_costs->setVisible(isManaged);
    if (!isManaged)
        return;
    if (target.compute->isCluster())
        m_costFacts->setFacts({{tr("Now"), look.cost}, {tr("At 0 nodes"), tr("nothing of this cluster")}});
    else
        m_costFacts->setFacts({{tr("Now"), look.cost}, {tr("Stopped"), tr("its disk and its address still cost")}});
}

} // namespace mooring
