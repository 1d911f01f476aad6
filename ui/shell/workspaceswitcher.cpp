#include "ui/shell/workspaceswitcher.h"

#include "core/azure/ml/mlworkspacebook.h"
#include "core/jobs/background.h"
#include "core/practice/practicesession.h"
#include "ui/context/openworkspace.h"
#include "ui/widgets/icons.h"

#include <QActionGroup>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

WorkspaceSwitcher::WorkspaceSwitcher(Workspace &workspace, OpenWorkspace &open, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_open(open)
{
}

void WorkspaceSwitcher::read()
{
    if (std::exchange(m_reading, true)) {
        m_again = true;
        return;
    }
    inBackground(
        this, [workspace = &m_workspace] { return MlWorkspaceBook(*workspace).all(); },
        [this](const Result<std::vector<MlWorkspace>> &all) {
            m_reading = false;
            if (std::exchange(m_again, false))
                return read();
            if (!all) // a store that cannot be read now keeps what was known
                return;
            m_all = *all;
            if (!m_open.isLocal() && !current())
                m_open.open({});
            Q_EMIT changed();
        });
}

std::optional<MlWorkspace> WorkspaceSwitcher::current() const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(),
                                    [this](const MlWorkspace &workspace) { return workspace.name == m_open.name(); });
    return found == m_all.end() ? std::optional<MlWorkspace>() : *found;
}

bool WorkspaceSwitcher::isPractice() const
{
    const auto open = current();
    return open && open->cloud == PracticeSession::cloudName();
}

QString WorkspaceSwitcher::localTitle() const
{
    const QString name = m_workspace.name();
    return name == "local"_L1 ? tr("My workspace") : name;
}

QString WorkspaceSwitcher::localPlace() { return tr("On this computer"); }

QString WorkspaceSwitcher::placeOf(const MlWorkspace &workspace)
{
    return workspace.cloud == PracticeSession::cloudName()
               ? tr("Azure ML, pretend")
               : tr("Azure ML, %1", "%1 a resource group").arg(workspace.id.resourceGroup);
}

QString WorkspaceSwitcher::iconOf(const MlWorkspace &workspace)
{
    return workspace.cloud == PracticeSession::cloudName() ? u"beaker"_s : u"cloud"_s;
}

QMenu *WorkspaceSwitcher::makeMenu(QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->setObjectName(u"workspaceMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *group = new QActionGroup(menu);
    const auto add = [&](const QString &name, const QString &title, const QString &place, const QString &iconName) {
        // An ampersand of a name is no mnemonic.
        QString text = title;
        QAction *action = menu->addAction(icon(iconName), text.replace(u'&', u"&&"_s) + u'\t' + place);
        action->setObjectName(u"workspace-"_s + name);
        action->setCheckable(true);
        action->setChecked(name == m_open.name());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, name] { m_open.open(name); });
    };
    add({}, localTitle(), localPlace(), u"workspace"_s);
    for (const MlWorkspace &workspace : m_all)
        add(workspace.name, workspace.name, placeOf(workspace), iconOf(workspace));
    menu->addSeparator();
    const auto lead = [&](const QString &name, const QString &text, const QString &iconName, const QString &route) {
        QAction *action = menu->addAction(icon(iconName), text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, [this, route] { Q_EMIT routeWanted(route); });
    };
    lead(u"openAzureWorkspace"_s, tr("Open an Azure ML workspace…"), u"cloud"_s, u"open-workspace"_s);
    lead(u"practiceLab"_s, tr("Practice lab"), u"beaker"_s, u"practice"_s);
    menu->addSeparator();
    lead(u"startPage"_s, tr("Start page"), u"workspace"_s, u"welcome"_s);
    return menu;
}

} // namespace mooring
