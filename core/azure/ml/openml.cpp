#include "core/azure/ml/openml.h"

#include "core/azure/ml/mlworkspacebook.h"

namespace mooring {

OpenMl openMlBy(Workspace &workspace, SignInService &signIn)
{
    return [&workspace, &signIn](const QString &name) -> Result<std::shared_ptr<MlClient>> {
        const auto found = MlWorkspaceBook(workspace).find(name);
        return found ? MlClient::open(signIn, *found) : Result<std::shared_ptr<MlClient>>(found.error());
    };
}

} // namespace mooring
