#include "ui/trust/knownmachineside.h"

#include "core/base/text.h"
#include "ui/trust/fingerprint.h"
#include "ui/trust/fingerprintbox.h"
#include "ui/widgets/button.h"
#include "ui/widgets/commandbox.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"
#include "ui/workspace/stateglyphs.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

KnownMachineSide::KnownMachineSide(QWidget *parent)
    : QWidget(parent),
      m_glyph(new GlyphLabel(Glyph::Good)),
      m_name(sectionTitle({})),
      m_open(linkButton(tr("Open target"))),
      m_fingerprint(new FingerprintBox),
      m_copy(flatButton(tr("Copy"), u"edit-copy"_s)),
      m_facts(new FactList),
      m_runs(new QWidget),
      m_runLines(new QVBoxLayout(m_runs)),
      m_forgetText(paragraph({})),
      m_command(new CommandBox),
      m_remove(edgeButton(tr("Remove…"), u"edit-delete"_s))
{
    setObjectName(u"knownMachineSide"_s);
    m_open->setObjectName(u"openTarget"_s);
    m_copy->setObjectName(u"copyFingerprint"_s);
    m_copy->setAccessibleName(tr("Copy the fingerprint"));
    m_remove->setObjectName(u"removeKey"_s);
    m_fingerprint->setObjectName(u"fingerprint"_s);
    m_facts->setObjectName(u"machineFacts"_s);
    m_name->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(dp(this, 16), dp(this, 12), dp(this, 16), dp(this, 16));
    column->setSpacing(dp(this, 6));
    auto *head = new QHBoxLayout;
    head->setSpacing(dp(this, 8));
    head->addWidget(m_glyph);
    head->addWidget(m_name, 1);
    head->addWidget(m_open);
    column->addLayout(head);
    column->addWidget(helpLine(tr("Fingerprint")));
    column->addWidget(m_fingerprint);
    column->addWidget(m_copy, 0, Qt::AlignLeft);
    column->addWidget(m_facts);
    m_runs->setObjectName(u"runsThere"_s);
    m_runLines->setContentsMargins(0, dp(this, 4), 0, 0);
    m_runLines->setSpacing(dp(this, 4));
    column->addWidget(m_runs);
    column->addSpacing(dp(this, 4));
    column->addWidget(new Separator);
    column->addSpacing(dp(this, 4));
    column->addWidget(sectionTitle(tr("To forget this key")));
    column->addWidget(m_forgetText);
    column->addWidget(m_command);
    column->addWidget(m_remove, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(m_copy, &QAbstractButton::clicked, m_fingerprint, &FingerprintBox::copy);
    connect(m_remove, &QAbstractButton::clicked, this, &KnownMachineSide::removeWanted);
    connect(m_open, &QAbstractButton::clicked, this, [this] { Q_EMIT targetWanted(m_target); });
    setMachine(nullptr);
}

void KnownMachineSide::setMachine(const KnownMachine *machine)
{
    setVisible(machine != nullptr);
    if (!machine)
        return;
    const KnownHostRecord &record = machine->host.record;
    m_glyph->setGlyph(machine->glyph);
    m_glyph->setAccessibleName(machine->state());
    m_name->setText(machine->name);
    m_target = machine->targets.value(0);
    m_open->setVisible(!m_target.isEmpty());
    m_fingerprint->setFingerprint(record.key.fingerprint());
    const bool own = machine->host.own;
    m_facts->setFacts({
        {tr("State"), machine->state()},
        {tr("Type"), keyTypeText(record.key.type)},
        {tr("Names"), record.hashed ? tr("hashed in the file") : QString(record.hosts).replace(u","_s, u", "_s)},
        {tr("Record"),
         own ? tr("Mooring, trusted by you") : tr("%1, line %2", "a file").arg(machine->file()).arg(record.line)},
        {tr("First seen"), machine->host.firstSeen ? humanTime(*machine->host.firstSeen) : tr("not known")},
        {tr("Targets"), machine->targets.isEmpty() ? u"–"_s : machine->targets.join(u", "_s)},
        {tr("Runs"), humanCount(machine->runs)},
    });
    showRuns(*machine);
    m_forgetText->setText(own ? tr("It stands in Mooring's own file. The next check of the machine then asks again.")
                              : tr("The record is in a file that Mooring reads and never writes. This command takes it "
                                   "out:"));
    m_command->setCommand(own ? QString() : HostTrust::removalCommand(record));
    m_command->setVisible(!own);
    m_remove->setVisible(own);
}

void KnownMachineSide::showRuns(const KnownMachine &machine)
{
    while (QLayoutItem *item = m_runLines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_runs->setVisible(!machine.latest.empty());
    if (machine.latest.empty())
        return;
    m_runLines->addWidget(new Separator);
    m_runLines->addWidget(sectionTitle(machine.runs > int(machine.latest.size())
                                           ? tr("The last of %n runs that went there", nullptr, machine.runs)
                                           : tr("Runs that went there")));
    for (const RunRecord &run : machine.latest) {
        auto *line = new QWidget;
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(dp(this, 8));
        auto *glyph = new GlyphLabel(glyphOf(run.state));
        glyph->setAccessibleName(toText(run.state));
        Button *open = linkButton(run.name.isEmpty() ? run.id : run.name);
        connect(open, &QAbstractButton::clicked, this, [this, id = run.id] { Q_EMIT runWanted(id); });
        row->addWidget(glyph);
        row->addWidget(open);
        row->addStretch(1);
        row->addWidget(new TextLabel(run.createdAt ? humanTime(*run.createdAt) : QString(), Type::Small, Ink::Text2));
        m_runLines->addWidget(line);
    }
}

} // namespace mooring
