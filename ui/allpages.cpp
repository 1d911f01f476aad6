#include "ui/allpages.h"

#include "ui/attach/attachpages.h"
#include "ui/runs/runpages.h"
#include "ui/settings/settingspages.h"
#include "ui/workspace/workspacepages.h"

namespace mooring {

void registerAllPages(PageRegistry &registry)
{
    registerWorkspacePages(registry);
    registerAttachPages(registry);
    registerRunPages(registry);
    registerSettingsPages(registry);
}

} // namespace mooring
