#include "core/targets/builtin/builtinkinds.h"

#include "core/targets/aci/acikind.h"
#include "core/targets/batch/batchkind.h"
#include "core/targets/databricks/databrickskind.h"
#include "core/targets/datalake/datalakekind.h"
#include "core/targets/hdinsight/hdinsightkind.h"
#include "core/targets/kubernetes/kuberneteskind.h"
#include "core/targets/local/localhost.h"
#include "core/targets/local/localkind.h"
#include "core/targets/managed/managedkind.h"
#include "core/targets/ssh/sshkind.h"

#include <QDir>

namespace mooring {

namespace {

LocalSetup localSetup(const KindPlaces &places)
{
    LocalSetup setup;
    setup.dataFolder = places.dataFolder;
    setup.tempFolder = QDir::tempPath();
    if (places.docker)
        setup.docker = places.docker;
    if (!places.runsFolder.isEmpty()) {
        setup.makeHost = [runs = places.runsFolder, environments = places.environmentsFolder] {
            return std::make_shared<LocalHost>(runs, environments);
        };
    }
    return setup;
}

SshSetup sshSetup(const KindPlaces &places)
{
    SshSetup setup;
    setup.trust = places.trust;
    setup.ask = places.ask;
    setup.spoolFolder = places.spoolFolder;
    return setup;
}

} // namespace

void registerBuiltinKinds(KindRegistry &registry, const KindPlaces &places)
{
    registry.add(std::make_unique<LocalKind>(localSetup(places)));
    registry.add(std::make_unique<SshKind>(sshSetup(places)));
    registry.add(makeHdinsightKind());
    registry.add(makeBatchKind());
    registry.add(makeDatabricksKind());
    registry.add(makeDatalakeKind());
    registry.add(makeKubernetesKind());
    registry.add(makeAciKind());
    registry.add(makeManagedKind());
}

} // namespace mooring
