#include "core/workspace/workspace.h"

#include "core/workspace/sqliteworkspace.h"

namespace mooring {

Workspace::~Workspace() = default;

Result<std::unique_ptr<Workspace>> Workspace::open(const Profile &profile)
{
    auto workspace = std::make_unique<SqliteWorkspace>();
    if (auto opened = workspace->openStore(profile); !opened)
        return opened.error();
    return std::unique_ptr<Workspace>(std::move(workspace));
}

} // namespace mooring
