#include "core/targets/hdinsight/hdinsightkind.h"

#include "core/targets/describedkind.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::HDInsight", text); }

std::vector<Field> fields()
{
    Field address =
        plainField(u"address"_s, tr("Address"), tr("Of the head node for SSH: NAME-ssh.azurehdinsight.net."));
    Field port = plainField(u"port"_s, tr("Port"), tr("22 when nothing else is said."));
    port.type = Field::Type::Port;
    Field keyFile =
        plainField(u"keyFile"_s, tr("Key file"), tr("On this computer. It goes to Azure ML, not its path."));
    keyFile.type = Field::Type::Path;
    Field livyUrl = plainField(u"livyUrl"_s, tr("Livy address"), tr("For runs that Mooring submits to the cluster."));
    livyUrl.type = Field::Type::Url;
    return {plainField(u"clusterName"_s, tr("Cluster"), tr("Its name in Azure.")),
            rareField(std::move(address)),
            rareField(std::move(port)),
            plainField(u"user"_s, tr("SSH user"), tr("The one that was said when the cluster was made.")),
            std::move(keyFile),
            secretField(u"passphrase"_s, tr("Passphrase")),
            secretField(u"password"_s, tr("SSH password")),
            groupField(),
            subscriptionField(),
            rareField(plainField(u"resourceId"_s, tr("Azure resource ID"),
                                 tr("In place of cluster, group and subscription."))),
            rareField(std::move(livyUrl)),
            rareField(plainField(u"livyUser"_s, tr("Livy user"), tr("The cluster login, not the SSH user."))),
            rareField(secretField(u"livyPassword"_s, tr("Livy password")))};
}

Result<Json> properties(const FormValues &values)
{
    auto account = sshAccountOf(values);
    if (const QString address = values.value(u"address"_s).trimmed(); account && !address.isEmpty())
        (*account)["address"] = toStd(address);
    return account;
}

/// clusterState is free text; only Running means usable (cluster.json 2021-06-01).
RungResult look(const Json &resource)
{
    const Json properties = objectAt(resource, "properties");
    const QString state = stringAt(properties, "clusterState");
    const QString kind = stringAt(objectAt(properties, "clusterDefinition"), "kind");
    bool hasSsh = false;
    if (const auto ends = properties.find("connectivityEndpoints"); ends != properties.end() && ends->is_array()) {
        for (const Json &end : *ends)
            hasSsh = hasSsh || stringAt(end, "name").compare(u"SSH"_s, Qt::CaseInsensitive) == 0;
    }
    if (!state.isEmpty() && state != u"Running")
        return RungResult::of(Verdict::Failed, {}, tr("The cluster is in the state %1.").arg(state))
            .withFix(tr("Start it, or wait until it runs."));
    if (!kind.isEmpty() && kind.compare(u"SPARK"_s, Qt::CaseInsensitive) != 0)
        return RungResult::of(Verdict::Warned, {}, tr("A cluster of the kind %1; Azure ML uses Spark.").arg(kind));
    if (!hasSsh)
        return RungResult::of(Verdict::Warned, {}, tr("The cluster says no address for SSH."))
            .withFix(tr("Azure ML wants a cluster with a public address."));
    return RungResult::of(Verdict::Passed, {}, tr("A Spark cluster that runs, with an address for SSH."));
}

AzureAttachment azure()
{
    AzureAttachment is;
    is.types = QStringList{u"HDInsight"_s};
    is.fields = fields();
    is.idField = u"resourceId"_s;
    is.nameField = u"clusterName"_s;
    is.resources = {{u"Microsoft.HDInsight"_s, u"clusters"_s}};
    is.apiVersion = u"2021-06-01"_s;
    is.properties = properties;
    is.look = look;
    is.sent = QStringList{tr("The SSH user with its password or key goes to Azure ML, which signs in from its own "
                             "addresses and adds a key "
                             "of its own to the cluster."),
                          tr("Who may list the keys of the workspace's computes can read the password or key there.")};
    is.left = QStringList{tr("The key that Azure ML added to the cluster, if it did.")};
    return is;
}

} // namespace

std::unique_ptr<TargetKind> makeHdinsightKind()
{
    KindDescription is;
    is.id = u"hdinsight"_s;
    is.iconName = u"hdi-cluster"_s;
    is.title = [] { return u"HDInsight Spark"_s; };
    is.summary = [] { return tr("A Spark cluster of Azure HDInsight with a public address."); };
    is.fields = fields;
    is.can = {true, false, {}, {}};
    is.requirements = [] {
        return std::vector<Requirement>{
            {tr("A public address"), tr("Azure ML signs in from its own addresses.")},
            {tr("A local SSH user"), tr("HDInsight 5.1 makes none unless it is asked to.")}};
    };
    is.azure = azure;
    return std::make_unique<DescribedKind>(std::move(is));
}

} // namespace mooring
