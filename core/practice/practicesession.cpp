#include "core/practice/practicesession.h"

#include "core/azure/cloud/clouddiscovery.h"
#include "core/azure/ml/mlworkspacebook.h"
#include "core/base/files.h"
#include "core/practice/world/labworld.h"

#include <QCoreApplication>
#include <QProcess>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::PracticeLab", text); }

constexpr std::chrono::seconds kStartLimit(20);

QString urlOf(const Json &status, const char *kind)
{
    for (const Json &service : status.value("services", Json::array())) {
        if (stringAt(service, "kind") == QLatin1StringView(kind))
            return stringAt(service, "url");
    }
    return {};
}

} // namespace

PracticeSession::PracticeSession(const QString &profileFolder, Workspace &workspace, SignInService &signIn,
                                 const QString &program)
    : m_profile(profileFolder),
      m_program(program.isEmpty() ? QCoreApplication::applicationFilePath() : program),
      m_lab(profileFolder),
      m_workspace(workspace),
      m_signIn(signIn)
{
}

QString PracticeSession::cloudName() { return u"practice"_s; }

Result<Json> PracticeSession::start(const std::optional<QStringList> &faults, const CancelToken &cancel) const
{
    const bool wasRunning = m_lab.isRunning();
    if (!wasRunning) {
        if (auto cleared = m_lab.stop(cancel); !cleared) // what a killed one left
            return cleared.error();
    }
    if (!wasRunning || faults) {
        if (auto set = m_lab.setFaults(faults.value_or(QStringList()), cancel); !set)
            return set.error();
    }
    if (!wasRunning) {
        if (auto launched = launch(); !launched)
            return launched.error();
    }
    auto status = m_lab.awaitStarted(kStartLimit, cancel);
    if (!status)
        return status;
    if (auto enlisted = enlist(*status, cancel); !enlisted)
        return enlisted.error();
    return status;
}

Result<> PracticeSession::leave(const CancelToken &cancel) const
{
    if (auto stopped = m_lab.stop(cancel); !stopped)
        return stopped;
    return forget(cancel);
}

/// A process of its own that goes on when this one has ended.
Result<> PracticeSession::launch() const
{
    if (auto made = makeFolder(m_profile + u"/practice"_s); !made)
        return made;
    QProcess process;
    process.setProgram(m_program);
    process.setArguments({u"practice"_s, u"serve"_s, u"--folder"_s, m_profile});
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(m_lab.logPath());
    process.setStandardErrorFile(m_lab.logPath(), QIODevice::Append);
    process.setWorkingDirectory(m_profile);
    if (process.startDetached())
        return {};
    return Error::failed(u"practice.notStarted"_s, tr("The practice lab did not start."))
        .withCause(process.errorString());
}

/// Ports and certificate are new with each start: an entry of an earlier one is replaced. The workspace stays.
Result<> PracticeSession::enlist(const Json &status, const CancelToken &cancel) const
{
    CloudBook &book = m_signIn.clouds();
    CloudRequest request;
    request.name = cloudName();
    request.resourceManager = QUrl(urlOf(status, "arm"));
    request.ml = QUrl(urlOf(status, "ml"));
    const auto pem = readWholeFile(stringAt(status, "ca"), 64 * 1024);
    if (!pem)
        return pem.error();
    request.caPem = *pem;
    const auto cloud = discoverCloud(request, cancel);
    if (!cloud)
        return cloud.error();
    (void)book.remove(cloudName()); // absent the first time
    if (auto added = book.add(*cloud); !added)
        return added;
    const auto id = MlWorkspace::parseId(practice::workspaceResourceId());
    if (!id)
        return id.error();
    return MlWorkspaceBook(m_workspace)
        .add({QString::fromLatin1(practice::kWorkspace), cloudName(), cloud->tenant, *id});
}

/// Whoever signed in to it, its workspaces and its cloud are of no use any more.
Result<> PracticeSession::forget(const CancelToken &cancel) const
{
    const auto accounts = m_signIn.accounts();
    if (!accounts)
        return accounts.error();
    for (const Account &account : *accounts) {
        if (account.cloud == cloudName()) {
            if (auto gone = m_signIn.signOut(account.id, cancel); !gone)
                return gone.error();
        }
    }
    MlWorkspaceBook book(m_workspace);
    const auto workspaces = book.all();
    if (!workspaces)
        return workspaces.error();
    for (const MlWorkspace &workspace : *workspaces) {
        if (workspace.cloud != cloudName())
            continue;
        if (auto removed = book.remove(workspace.name); !removed)
            return removed;
    }
    const auto clouds = m_signIn.clouds().all();
    if (!clouds)
        return clouds.error();
    for (const Cloud &cloud : *clouds) {
        if (cloud.name == cloudName())
            return m_signIn.clouds().remove(cloudName());
    }
    return {};
}

} // namespace mooring
