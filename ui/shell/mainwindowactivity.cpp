// What goes on: the workspace's changes, jobs and the keychain, and how tree and strip show them.
#include "core/base/text.h"
#include "core/credentials/credentialstore.h"
#include "core/inference/endpointservice.h"
#include "core/jobs/background.h"
#include "core/jobs/jobrunner.h"
#include "core/targets/targetservice.h"
#include "core/workspace/workspace.h"
#include "ui/azure/practice/practicewatch.h"
#include "ui/shell/activitystrip.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/router.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/workspaceswitcher.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/page.h"
#include "ui/widgets/tokens.h"
#include "ui/workspace/endpointwatch.h"
#include "ui/workspace/targetcheck.h"
#include "ui/workspace/workspacefeed.h"
#include "ui/workspace/workspacemodel.h"

#include <algorithm>

namespace mooring {

namespace {

constexpr std::chrono::seconds kEndpointPause{30};

QString keychainText(CredentialStore::State state)
{
    switch (state) {
    case CredentialStore::State::Ready:
        return MainWindow::tr("Keychain ready");
    case CredentialStore::State::Locked:
        return MainWindow::tr("Keychain locked");
    case CredentialStore::State::Denied:
        return MainWindow::tr("Keychain refuses");
    case CredentialStore::State::Hung:
        return MainWindow::tr("Keychain does not answer");
    case CredentialStore::State::Absent:
        return MainWindow::tr("No keychain, secrets in memory");
    case CredentialStore::State::Unknown:
        break;
    }
    return MainWindow::tr("Keychain unknown");
}

/// Its dashed ring stands with what it is going to be: new targets and endpoints at the end, new runs first.
/// What a deployment of the draft has made so far is the same thing to a person: one line, as long as nothing answers.
void addEndpointDraft(WorkspaceContent &content, WorkspaceItem draft)
{
    std::erase_if(content.endpoints, [&](const WorkspaceItem &each) {
        return draft.glyph != Glyph::NotBegun && !each.draft && each.name == draft.name &&
               (each.glyph == Glyph::Preparing || each.glyph == Glyph::Failed);
    });
    content.endpoints.push_back(std::move(draft));
}

void addDraft(WorkspaceContent &content, const Draft &draft)
{
    WorkspaceItem item;
    item.key = draft.route;
    item.name = draft.title;
    item.route = draft.route;
    item.glyph = draft.glyph;
    item.state = draft.state;
    item.icon = draft.icon;
    item.detail = MainWindow::tr("draft");
    item.live = isGoingOn(draft.glyph);
    item.draft = true;
    if (draft.group == Draft::Group::Targets)
        content.targets.push_back(std::move(item));
    else if (draft.group == Draft::Group::Endpoints)
        addEndpointDraft(content, std::move(item));
    else
        content.runs.insert(content.runs.begin(), std::move(item));
}

} // namespace

void MainWindow::deleteWanted(const QModelIndex &index)
{
    const QString route = index.data(WorkspaceModel::RouteRole).toString();
    if (m_drafts.find(route, m_openWorkspace.name()))
        return m_drafts.remove(route, m_openWorkspace.name());
    if (!index.data(WorkspaceModel::CanDetachRole).toBool())
        return;
    m_router->go(route);
    if (Page *page = m_router->page())
        page->act(QStringLiteral("detach"));
}

void MainWindow::connectWorkspace()
{
    Workspace *workspace = m_services.workspace;
    makeSwitcher();
    makeFeed();
    connect(workspace, &Workspace::changed, this, [this] {
        m_switcher->read();
        m_practice->look();
        if (m_openWorkspace.isLocal()) // reading the other one is itself a change: it keeps what it saw
            m_feed->readSoon();
        if (Page *page = m_router->page())
            page->workspaceChanged();
    });
    m_endpoints = new EndpointWatch(borrowed(*m_services.endpoints), kEndpointPause, this);
    connect(m_endpoints, &EndpointWatch::looked, this, &MainWindow::showContent);
    m_endpoints->setActive(true);
    connect(workspace, &Workspace::readOnlyChanged, this, &MainWindow::updateBanner);
    showWorkspaceName();
    updateBanner();
    m_feed->readSoon();
}

void MainWindow::updateBanner()
{
    if (m_services.workspace->isReadOnly())
        m_banner->tell(Tone::Warn, tr("This workspace can be read, not changed."),
                       m_services.workspace->readOnlyReason());
    else
        m_banner->clear();
}

void MainWindow::showContent()
{
    if (!m_context)
        return;
    WorkspaceContent content = m_read;
    for (const EndpointRecord &endpoint : m_endpoints ? m_endpoints->endpoints() : std::vector<EndpointRecord>()) {
        if (endpoint.isForeign && m_openWorkspace.isLocal()) // those of ours stand in the workspace
            content.endpoints.push_back(endpointItem(endpoint));
    }
    for (const Draft &draft : m_drafts.drafts()) {
        if (draft.workspace == m_openWorkspace.name())
            addDraft(content, draft);
    }
    m_model->apply(content);
    m_sidebar->setCurrentRoute(m_router->route());
    const auto &runs = m_model->content().runs;
    const auto isLive = [](const WorkspaceItem &item) { return item.live; };
    const auto &targets = m_model->content().targets;
    m_sidebar->setLive(std::any_of(runs.begin(), runs.end(), isLive) ||
                       std::any_of(targets.begin(), targets.end(), isLive));
    updateStrip();
}

void MainWindow::updateStrip()
{
    const Job *running = nullptr;
    const Job *failed = nullptr;
    int count = 0;
    for (const auto &job : m_jobs.jobs()) {
        if (job->state() == Job::State::Running || job->state() == Job::State::Waiting) {
            running = job.get();
            ++count;
        } else if (job->state() == Job::State::Failed) {
            failed = job.get();
        }
    }
    if (running) {
        QString text = running->step().isEmpty()
                           ? running->title()
                           : tr("%1: %2", "job, current step").arg(running->title(), running->step());
        if (count > 1)
            text = tr("%1, and %n more", nullptr, count - 1).arg(text);
        const double part =
            running->progressTotal() > 0 ? double(running->progressDone()) / double(running->progressTotal()) : -1;
        m_strip->setActivity(Glyph::Preparing, text, part);
        return;
    }
    const auto &runs = m_model->content().runs;
    const auto live = std::find_if(runs.begin(), runs.end(), [](const WorkspaceItem &run) { return run.live; });
    if (live != runs.end()) {
        const int others =
            int(std::count_if(runs.begin(), runs.end(), [](const WorkspaceItem &run) { return run.live; })) - 1;
        const QString text = tr("%1: %2", "run, state").arg(live->name, live->state);
        m_strip->setActivity(live->glyph, others ? tr("%1, and %n more", nullptr, others).arg(text) : text, -1);
        return;
    }
    if (failed)
        m_strip->setActivity(Glyph::Failed, tr("%1: failed").arg(failed->title()), -1);
    else
        m_strip->setNothingRunning();
}

void MainWindow::probeKeychain()
{
    if (!m_services.credentials)
        return;
    CredentialStore *credentials = m_services.credentials;
    inBackground(
        this, [credentials] { return credentials->probe(CancelToken()); },
        [this](CredentialStore::State state) {
            // None at all is a normal state; one that is there and does not serve is not.
            const bool good = state == CredentialStore::State::Ready || state == CredentialStore::State::Absent;
            m_strip->setKeychain(keychainText(state), good);
        });
}

void MainWindow::checkAllTargets()
{
    if (!m_openWorkspace.isLocal())
        return m_router->go(QStringLiteral("targets"));
    for (const WorkspaceItem &target : m_read.targets)
        TargetCheck::start(*m_context, target.key);
}

} // namespace mooring
