#include "ui/azure/picker/pickerside.h"

#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

PickerSide::PickerSide(QWidget *parent)
    : QWidget(parent), m_title(sectionTitle({})), m_facts(new FactList), m_note(helpLine({})), m_knownBox(new QWidget)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(dp(this, 16), dp(this, 12), dp(this, 16), dp(this, 16));
    column->setSpacing(dp(this, 8));
    m_facts->setObjectName(u"workspaceFacts"_s);
    m_facts->setLabelWidth(112);
    column->addWidget(m_title);
    column->addWidget(m_facts);
    column->addWidget(m_note);
    auto *box = new QVBoxLayout(m_knownBox);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(dp(this, 8));
    box->addWidget(new Separator);
    box->addWidget(sectionTitle(tr("Opened before")));
    m_known = new QVBoxLayout;
    m_known->setSpacing(dp(this, 8));
    box->addLayout(m_known);
    column->addWidget(m_knownBox);
    column->addStretch(1);
    setOffered({});
    setKnown({});
}

void PickerSide::setOffered(const std::optional<OfferedWorkspace> &offered)
{
    m_facts->setVisible(offered.has_value());
    m_note->setText(offered
                        ? tr("Its keys were not read. Mooring asks for a key only when a page needs it, and says so.")
                        : tr("Choose a workspace to see what the list says of it."));
    m_title->setText(offered ? offered->listed.id.name : tr("No workspace chosen"));
    if (!offered)
        return;
    const ListedWorkspace &listed = offered->listed;
    m_facts->setFacts(
        {{tr("Resource group"), listed.id.resourceGroup},
         {tr("Workspace ID"), listed.workspaceId.isEmpty() ? u"–"_s : listed.workspaceId},
         {tr("Storage"), listed.storage.isEmpty() ? u"–"_s : listed.storage},
         {tr("Registry"), listed.registry.isEmpty() ? tr("none before the first build") : listed.registry},
         {tr("Network"), listed.isPublic ? tr("public") : tr("its own only")},
         {tr("Legacy mode"), listed.isLegacy ? tr("on") : tr("off")}});
}

void PickerSide::setKnown(const std::vector<MlWorkspace> &known)
{
    while (QLayoutItem *item = m_known->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (const MlWorkspace &workspace : known) {
        auto *widget = new QWidget;
        auto *row = new QHBoxLayout(widget);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(dp(this, 8));
        auto *texts = new QVBoxLayout;
        texts->setSpacing(0);
        texts->addWidget(new ElidedLabel(workspace.name));
        texts->addWidget(new ElidedLabel(workspace.id.resourceGroup, Type::Small, Ink::Text2));
        row->addLayout(texts, 1);
        Button *open = edgeButton(tr("Open"));
        open->setSmall(true);
        open->setObjectName(u"openKnown-"_s + workspace.name);
        open->setAccessibleName(tr("Open %1").arg(workspace.name));
        connect(open, &QAbstractButton::clicked, this, [this, name = workspace.name] { Q_EMIT openWanted(name); });
        row->addWidget(open);
        m_known->addWidget(widget);
    }
    m_knownBox->setVisible(!known.empty());
}

} // namespace mooring
