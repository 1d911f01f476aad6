#include "ui/allpages.h"

#include "ui/attach/attachpages.h"
#include "ui/azure/ascode/ascodeparts.h"
#include "ui/azure/assets/mlassetpages.h"
#include "ui/azure/azurepages.h"
#include "ui/azure/endpoints/mlendpointpages.h"
#include "ui/azure/runs/mlrunpages.h"
#include "ui/azure/targets/mltargetpages.h"
#include "ui/inference/deploy/deploypages.h"
#include "ui/inference/inferencepages.h"
#include "ui/runs/runpages.h"
#include "ui/runs/wizard/runwizardpages.h"
#include "ui/settings/settingspages.h"
#include "ui/trust/trustpages.h"
#include "ui/workspace/workspacepages.h"

namespace mooring {

void registerAllPages(PageRegistry &registry)
{
    registerWorkspacePages(registry);
    registerAttachPages(registry);
    registerTrustPages(registry);
    registerRunPages(registry);
    registerRunWizardPages(registry);
    registerInferencePages(registry);
    registerDeployPages(registry);
    registerSettingsPages(registry);
    registerAzurePages(registry);
    registerMlTargetPages(registry);
    registerMlRunPages(registry);
    registerMlAssetPages(registry);
    registerMlEndpointPages(registry);
    registerAsCodeParts(registry);
}

} // namespace mooring
