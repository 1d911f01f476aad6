#include "core/azure/ml/targetexport.h"

#include "core/base/text.h"
#include "core/targets/pythontext.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::TargetExport", text); }

Error noWay(const MlTarget &target, const QString &tool)
{
    return Error::usage(u"export.noWay"_s,
                        tr("%1 cannot make a target like %2 (%3).")
                            .arg(tool, target.record.name, target.compute ? target.compute->type : target.record.kind))
        .withFix(u"--as mooring"_s);
}

/// A text in Terraform's language: it reads JSON's quotes and escapes, and "${" would begin something there.
QString quoted(const QString &text) { return QString::fromUtf8(toBytes(Json(toStd(text)))).replace(u"${"_s, u"$${"_s); }

QString setting(const MlTarget &target, const char *field) { return stringAt(target.record.settings, field); }

bool hasSecret(const MlTarget &target, const char *field) { return target.record.settings.contains(field); }

Json scaleOf(const MlTarget &target)
{
    const Json *own = target.compute->properties();
    return own ? objectAt(*own, "scaleSettings") : Json::object();
}

QString sizeOf(const MlTarget &target)
{
    const Json *own = target.compute->properties();
    return own ? stringAt(*own, "vmSize") : QString();
}

QString secondsOf(const Json &scale)
{
    const QString text = stringAt(scale, "nodeIdleTimeBeforeScaleDown", u"PT120S"_s);
    return text.startsWith(u"PT"_s) && text.endsWith(u'S') ? text.mid(2).chopped(1) : u"120"_s;
}

QByteArray ofMooring(const MlTarget &target, const MlWorkspace &workspace)
{
    QStringList words{u"mooring"_s, u"--workspace"_s, workspace.name};
    if (target.compute && target.compute->isManaged()) {
        words += {u"compute"_s,
                  u"create"_s,
                  target.record.name,
                  u"--size"_s,
                  sizeOf(target),
                  u"--type"_s,
                  target.compute->isCluster() ? u"cluster"_s : u"instance"_s};
        if (target.compute->isCluster()) {
            const Json scale = scaleOf(target);
            words += {u"--min"_s,  QString::number(intAt(scale, "minNodeCount")),
                      u"--max"_s,  QString::number(intAt(scale, "maxNodeCount", 1)),
                      u"--idle"_s, secondsOf(scale)};
        }
        return shellCommand(words).toUtf8() + '\n';
    }
    words += {u"attach"_s, target.record.kind, target.record.name};
    const auto azure = target.kind ? target.kind->azure() : std::nullopt;
    for (const Field &field : azure ? azure->fields : std::vector<Field>()) {
        const auto value = target.record.settings.find(toStd(field.id));
        if (value == target.record.settings.end())
            continue;
        if (field.isSecret())
            words += {u"--secret"_s, field.id + u"=-"_s};
        else if (value->is_string())
            words += {u"--set"_s, field.id + u'=' + fromStd(value->get<std::string>())};
    }
    return shellCommand(words).toUtf8() + '\n';
}

/// Class and arguments of azureml-core 1.61 for a computeType; an empty class: it has none.
std::pair<QString, QStringList> pythonOf(const MlTarget &target, const ArmId &resource)
{
    const QString type = target.compute ? target.compute->type : u"Batch"_s;
    const QString id = u"resource_id="_s + pythonText(resource.text),
                  group = u"resource_group="_s + pythonText(resource.resourceGroup);
    if (type == u"VirtualMachine" || type == u"HDInsight") {
        const QString user = setting(target, "user"), port = setting(target, "port");
        QStringList arguments{id, u"ssh_port="_s + (port.isEmpty() ? u"22"_s : port),
                              u"username="_s + (user.isEmpty() ? u"os.environ[\"SSH_USER\"]"_s : pythonText(user))};
        if (hasSecret(target, "password") || setting(target, "keyFile").isEmpty())
            arguments << u"password=os.environ[\"SSH_PASSWORD\"]"_s;
        else
            arguments << u"private_key_file="_s + pythonText(setting(target, "keyFile"));
        return {type == u"HDInsight" ? u"HDInsightCompute"_s : u"RemoteCompute"_s, arguments};
    }
    if (type == u"Databricks")
        return {u"DatabricksCompute"_s,
                {group, u"workspace_name="_s + pythonText(resource.name),
                 u"access_token=os.environ[\"DATABRICKS_TOKEN\"]"_s}};
    if (type == u"Batch" || type == u"DataLakeAnalytics")
        return {type == u"Batch" ? u"BatchCompute"_s : u"AdlaCompute"_s,
                {group, u"account_name="_s + pythonText(resource.name)}};
    if (type == u"AKS")
        return {u"AksCompute"_s, {id}};
    if (type == u"Kubernetes")
        return {u"KubernetesCompute"_s, {id}};
    return {};
}

Result<QByteArray> ofPython(const MlTarget &target, const MlWorkspace &workspace)
{
    QString name;
    QString make;
    if (target.compute && target.compute->isCluster()) {
        const Json scale = scaleOf(target);
        name = u"AmlCompute"_s;
        make = u"config = AmlCompute.provisioning_configuration(vm_size=%1, min_nodes=%2, max_nodes=%3, "
               "idle_seconds_before_scaledown=%4)\ncompute = ComputeTarget.create(ws, %5, config)\n"_s.arg(
                   pythonText(sizeOf(target)), QString::number(intAt(scale, "minNodeCount")),
                   QString::number(intAt(scale, "maxNodeCount", 1)), secondsOf(scale), pythonText(target.record.name));
    } else if (target.compute && target.compute->isInstance()) {
        name = u"ComputeInstance"_s;
        make = u"config = ComputeInstance.provisioning_configuration(vm_size=%1)\n"
               "compute = ComputeTarget.create(ws, %2, config)\n"_s.arg(pythonText(sizeOf(target)),
                                                                        pythonText(target.record.name));
    } else {
        const auto resource =
            ArmId::parse(target.compute ? target.compute->resourceId : stringAt(target.record.settings, "resourceId"));
        const auto [own, arguments] = resource ? pythonOf(target, *resource) : std::pair<QString, QStringList>();
        if (own.isEmpty())
            return noWay(target, u"azureml-core"_s);
        name = own;
        make = u"config = %1.attach_configuration(%2)\ncompute = ComputeTarget.attach(ws, %3, config)\n"_s.arg(
            own, arguments.join(u",\n    "_s), pythonText(target.record.name));
    }
    const QString head =
        u"import os\n\nfrom azureml.core import Workspace\nfrom azureml.core.compute import %1, ComputeTarget\n\n"
        "ws = Workspace.get(name=%2, subscription_id=%3, resource_group=%4)\n"_s.arg(
            name, pythonText(workspace.id.name), pythonText(workspace.id.subscription),
            pythonText(workspace.id.resourceGroup));
    return (head + make + u"compute.wait_for_completion(show_output=True)\n"_s).toUtf8();
}

/// az ml, v2: its attach knows virtual machines and Kubernetes only.
Result<QByteArray> ofAzureCli(const MlTarget &target, const MlWorkspace &workspace)
{
    if (!target.compute)
        return noWay(target, u"az ml"_s);
    const Compute &compute = *target.compute;
    QStringList words{u"az"_s, u"ml"_s, u"compute"_s};
    if (compute.isManaged()) {
        words += {u"create"_s, u"--type"_s, compute.isCluster() ? u"AmlCompute"_s : u"ComputeInstance"_s, u"--size"_s,
                  sizeOf(target)};
        if (compute.isCluster())
            words += {u"--min-instances"_s,
                      QString::number(intAt(scaleOf(target), "minNodeCount")),
                      u"--max-instances"_s,
                      QString::number(intAt(scaleOf(target), "maxNodeCount", 1)),
                      u"--idle-time-before-scale-down"_s,
                      secondsOf(scaleOf(target))};
    } else if (compute.type == u"Kubernetes") {
        words += {u"attach"_s, u"--type"_s, u"Kubernetes"_s, u"--resource-id"_s, compute.resourceId};
        if (const QString space = setting(target, "namespace"); !space.isEmpty())
            words += {u"--namespace"_s, space};
    } else if (compute.type == u"VirtualMachine" && !setting(target, "keyFile").isEmpty()) {
        words += {u"attach"_s,
                  u"--type"_s,
                  u"VirtualMachine"_s,
                  u"--resource-id"_s,
                  compute.resourceId,
                  u"--admin-username"_s,
                  setting(target, "user"),
                  u"--ssh-private-key-file"_s,
                  setting(target, "keyFile")};
    } else {
        return noWay(target, u"az ml"_s); // with a password it would stand in the command line
    }
    words += {u"--name"_s,           target.record.name,         u"--workspace-name"_s, workspace.id.name,
              u"--resource-group"_s, workspace.id.resourceGroup, u"--subscription"_s,   workspace.id.subscription};
    return shellCommand(words).toUtf8() + '\n';
}

Result<QByteArray> ofTerraform(const MlTarget &target, const MlWorkspace &workspace)
{
    if (!target.compute || !target.compute->isManaged())
        return noWay(target, u"Terraform's azurerm"_s);
    const bool isCluster = target.compute->isCluster();
    QString text =
        u"resource \"%1\" %2 {\n  name                          = %2\n"
        "  machine_learning_workspace_id = %3\n"_s.arg(isCluster ? u"azurerm_machine_learning_compute_cluster"_s
                                                                 : u"azurerm_machine_learning_compute_instance"_s,
                                                       quoted(target.record.name), quoted(workspace.id.text));
    if (isCluster) {
        const Json scale = scaleOf(target);
        text += u"  location                      = %1\n  vm_size                       = %2\n"
                "  vm_priority                   = %3\n  scale_settings {\n"
                "    min_node_count                       = %4\n    max_node_count                       = %5\n"
                "    scale_down_nodes_after_idle_duration = %6\n  }\n"_s.arg(
                    quoted(target.compute->location), quoted(sizeOf(target)),
                    quoted(stringAt(*target.compute->properties(), "vmPriority", u"Dedicated"_s)),
                    QString::number(intAt(scale, "minNodeCount")), QString::number(intAt(scale, "maxNodeCount", 1)),
                    quoted(stringAt(scale, "nodeIdleTimeBeforeScaleDown", u"PT120S"_s)));
    } else {
        text += u"  virtual_machine_size          = %1\n"_s.arg(quoted(sizeOf(target)));
    }
    return (text + u"}\n"_s).toUtf8();
}

} // namespace

Result<QByteArray> exportTarget(const MlTarget &target, const MlWorkspace &workspace, const QString &form)
{
    if (form == u"mooring")
        return ofMooring(target, workspace);
    if (form == u"sdk")
        return ofPython(target, workspace);
    if (form == u"cli")
        return ofAzureCli(target, workspace);
    if (form == u"terraform")
        return ofTerraform(target, workspace);
    return Error::usage(u"export.noWay"_s, tr("A target of Azure ML is not exported as %1.").arg(form))
        .withFix(u"--as mooring, sdk, cli, terraform"_s);
}

} // namespace mooring
