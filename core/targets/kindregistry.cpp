#include "core/targets/kindregistry.h"

#include "core/base/text.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Kinds", text); }

} // namespace

void KindRegistry::add(std::unique_ptr<TargetKind> kind)
{
    Q_ASSERT(!find(kind->id()));
    m_kinds.push_back(std::move(kind));
}

const TargetKind *KindRegistry::find(const QString &id) const
{
    for (const auto &kind : m_kinds) {
        if (kind->id() == id)
            return kind.get();
    }
    return nullptr;
}

Result<const TargetKind *> KindRegistry::require(const QString &id) const
{
    if (const TargetKind *kind = find(id))
        return kind;
    if (plannedKindIds().contains(id))
        return Error::usage(u"usage.notInThisVersion"_s, tr("The kind %1 is not in this version.").arg(id))
            .withDetail({{"kind", toStd(id)}});
    QStringList known;
    for (const auto &kind : m_kinds)
        known << kind->id();
    auto error = Error::usage(u"kind.unknown"_s, tr("There is no kind of compute target named %1.").arg(id))
                     .withDetail({{"kind", toStd(id)}});
    const QString nearest = nearestWord(id, known);
    return std::move(error).withFix(nearest.isEmpty() ? tr("The kinds are: %1.").arg(known.join(u", "_s))
                                                      : tr("Did you mean %1?").arg(nearest));
}

std::vector<PlannedKind> plannedKinds()
{
    return {{u"hdinsight"_s, u"HDInsight Spark"_s, u"hdi-cluster"_s},
            {u"batch"_s, u"Azure Batch"_s, u"batch"_s},
            {u"databricks"_s, u"Databricks"_s, u"notebook"_s},
            {u"datalake"_s, u"Data Lake Analytics"_s, u"lake"_s},
            {u"kubernetes"_s, tr("Kubernetes cluster"), u"hexnodes"_s},
            {u"aci"_s, u"Container Instances"_s, u"container"_s},
            {u"managed"_s, tr("Managed cluster"), u"cloud"_s}};
}

QStringList plannedKindIds()
{
    QStringList ids;
    for (const PlannedKind &kind : plannedKinds())
        ids << kind.id;
    return ids;
}

} // namespace mooring
