#include "ui/azure/openworkspacejob.h"

#include "core/azure/ml/mlclient.h"
#include "core/azure/ml/mlworkspacebook.h"
#include "core/base/text.h"
#include "core/jobs/jobrunner.h"
#include "ui/context/appcontext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

/// Its own name, made plain, and not one that another has.
QString freeName(const QString &wanted, const std::vector<MlWorkspace> &known)
{
    QString plain;
    for (const QChar letter : wanted)
        plain += isPlainName(u'a' + QString(letter)) ? letter : QChar(u'-');
    if (!isPlainName(plain) || MlWorkspaceBook::isLocal(plain.toLower()))
        plain = u"azureml-"_s + plain;
    const auto isTaken = [&](const QString &name) {
        return std::any_of(known.begin(), known.end(), [&](const MlWorkspace &other) {
            return other.name.compare(name, Qt::CaseInsensitive) == 0;
        });
    };
    QString name = plain;
    for (int i = 2; isTaken(name); ++i)
        name = u"%1-%2"_s.arg(plain).arg(i);
    return name;
}

Result<OpenedWorkspace> look(SignInService &signIn, Workspace &store, MlWorkspace workspace, const CancelToken &cancel)
{
    MlWorkspaceBook book(store);
    const auto known = book.all();
    if (!known)
        return known.error();
    OpenedWorkspace opened;
    const auto same = std::find_if(known->begin(), known->end(), [&](const MlWorkspace &other) {
        return other.cloud == workspace.cloud && other.id.key() == workspace.id.key();
    });
    opened.wasKnown = same != known->end();
    if (opened.wasKnown)
        workspace = *same;
    else
        workspace.name = freeName(workspace.id.name, *known);
    const auto client = MlClient::open(signIn, workspace);
    if (!client)
        return client.error();
    const auto document = (*client)->document(cancel);
    if (!document)
        return document.error();
    opened.location = stringAt(*document, "location");
    if (const auto properties = document->find("properties"); properties != document->end())
        opened.state = stringAt(*properties, "provisioningState");
    if (auto added = book.add(workspace); !added)
        return added.error();
    opened.workspace = std::move(workspace);
    return opened;
}

} // namespace

OpenWorkspaceJob *OpenWorkspaceJob::start(const AppContext &context, const QString &cloud, const QString &tenant,
                                          const ArmId &id)
{
    auto *opening = new OpenWorkspaceJob;
    opening->m_job =
        context.jobs.start(tr("Open %1").arg(id.name),
                           [signIn = &context.signIn, store = &context.workspace, cloud, tenant, id,
                            opened = opening->m_opened](JobContext &work) -> Result<> {
                               auto looked = look(*signIn, *store, {{}, cloud, tenant, id}, work.cancelToken());
                               if (!looked)
                                   return looked.error();
                               *opened = std::move(*looked);
                               return {};
                           });
    opening->setParent(opening->m_job);
    return opening;
}

} // namespace mooring
