#include "core/practice/ml/mllab.h"

#include "core/practice/arm/armerror.h"

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

const QString kWorkspace =
    u"/subscriptions/{s}/resourceGroups/{g}/providers/Microsoft.MachineLearningServices/workspaces/{w}"_s;

} // namespace

MlLab::MlLab(LabWorld &world, ArmLab &arm, LabBlobStore &blobs)
    : m_world(world),
      m_workspaces(world),
      m_computes(world, arm.resources),
      m_assets(blobs),
      m_jobs(world, blobs),
      m_history(m_jobs),
      m_online(world)
{
}

void MlLab::addTo(LabRoutes &arm)
{
    m_workspaces.addTo(arm);
    m_computes.addTo(arm, kWorkspace);
    m_assets.addTo(arm, kWorkspace);
    m_jobs.addTo(arm, kWorkspace);
    m_online.addTo(arm, kWorkspace);
}

void MlLab::open()
{
    m_computes.seed(
        u"practice-cluster"_s,
        {{"computeType", "AmlCompute"},
         {"properties",
          {{"vmSize", "STANDARD_DS3_V2"},
           {"osType", "Linux"},
           {"scaleSettings", {{"minNodeCount", 0}, {"maxNodeCount", 4}, {"nodeIdleTimeBeforeScaleDown", "PT120S"}}}}}});
    m_computes.seed(u"practice-instance"_s,
                    {{"computeType", "ComputeInstance"}, {"properties", {{"vmSize", "STANDARD_DS3_V2"}}}});
    m_online.open();
    m_assets.seedModel(u"practice-bearings"_s, u"Says which bearing is worn."_s);
    m_computes.addTo(m_routes, u"/rp/workspaces"_s + kWorkspace); // azureml-core reads and lists there
    m_history.addTo(m_routes, kWorkspace);
}

LabReply MlLab::answer(const LabRequest &request)
{
    if (request.path.startsWith(u"/discovery"_s))
        return m_workspaces.discovery();
    if (const auto refusal = armTokenRefused(m_world, request))
        return *refusal;
    m_world.operations.settle();
    const auto reply = m_routes.answer(request);
    return reply ? *reply : notFound(request.path);
}

} // namespace mooring
