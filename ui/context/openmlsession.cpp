#include "ui/context/openmlsession.h"

#include "core/azure/ml/mlworkspacebook.h"

namespace mooring {

Result<std::shared_ptr<MlSession>> openMlSession(const AppContext &context, const QString &name)
{
    const auto workspace = MlWorkspaceBook(context.workspace).find(name);
    if (!workspace)
        return workspace.error();
    auto opened = MlSession::open(context.signIn, *workspace, context.kinds, context.workspace, context.credentials);
    if (!opened)
        return opened.error();
    return std::shared_ptr<MlSession>(std::move(*opened));
}

} // namespace mooring
