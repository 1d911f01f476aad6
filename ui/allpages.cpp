#include "ui/allpages.h"

#include "ui/attach/attachpages.h"
#include "ui/settings/settingspages.h"
#include "ui/workspace/workspacepages.h"

namespace mooring {

void registerAllPages(PageRegistry &registry)
{
    registerWorkspacePages(registry);
    registerAttachPages(registry);
    registerSettingsPages(registry);
}

} // namespace mooring
