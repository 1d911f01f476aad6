#include "core/targets/kubernetes/kuberneteskind.h"

#include "core/targets/describedkind.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Kubernetes", text); }

std::vector<Field> fields()
{
    Field kubeconfig = plainField(u"kubeconfig"_s, tr("Kubeconfig"), tr("For using the cluster directly."));
    kubeconfig.type = Field::Type::Path;
    return {plainField(u"resourceId"_s, tr("Azure resource ID"),
                       tr("Of an AKS cluster, or of one connected by Azure Arc.")),
            plainField(u"namespace"_s, tr("Namespace"), tr("Where jobs run. Empty: default.")),
            rareField(std::move(kubeconfig)),
            rareField(plainField(u"context"_s, tr("Context"), tr("Of the kubeconfig; empty: its current one.")))};
}

/// The schema's own default is sent too: what stands in the form is what is attached.
Result<Json> properties(const FormValues &values)
{
    const QString name = values.value(u"namespace"_s).trimmed();
    return Result<Json>(Json{{"namespace", name.isEmpty() ? "default" : toStd(name)}});
}

RungResult look(const Json &resource)
{
    const Json properties = objectAt(resource, "properties");
    const QString power = stringAt(objectAt(properties, "powerState"), "code");
    const QString state = stringAt(properties, "provisioningState");
    if (power == u"Stopped")
        return RungResult::of(Verdict::Failed, {}, tr("The cluster is stopped.")).withFix(tr("Start it."));
    if (!state.isEmpty() && state != u"Succeeded")
        return RungResult::of(Verdict::Warned, {}, tr("The cluster is in the state %1.").arg(state));
    return RungResult::of(Verdict::Passed, {}, tr("The cluster is there. It needs the extension of Azure ML."));
}

AzureAttachment azure()
{
    AzureAttachment is;
    is.types = QStringList{u"Kubernetes"_s, u"AKS"_s};
    is.jobTypes = QStringList{u"Kubernetes"_s};
    is.fields = fields();
    is.idField = u"resourceId"_s;
    is.resources = {{u"Microsoft.ContainerService"_s, u"managedClusters"_s},
                    {u"Microsoft.Kubernetes"_s, u"connectedClusters"_s}};
    is.apiVersion = u"2024-09-01"_s;
    is.properties = properties;
    is.look = look;
    is.sent =
        QStringList{tr("The cluster's resource ID and the namespace go to Azure ML, whose extension must be on the "
                       "cluster.")};
    return is;
}

} // namespace

std::unique_ptr<TargetKind> makeKubernetesKind()
{
    KindDescription is;
    is.id = u"kubernetes"_s;
    is.iconName = u"hexnodes"_s;
    is.title = [] { return tr("Kubernetes cluster"); };
    is.summary = [] { return tr("An AKS cluster, or one that Azure Arc connects."); };
    is.fields = fields;
    is.can = {true, true, true, {}};
    is.azure = azure;
    return std::make_unique<DescribedKind>(std::move(is));
}

} // namespace mooring
