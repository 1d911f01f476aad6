#include "core/targets/databricks/databrickskind.h"

#include "core/targets/describedkind.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Databricks", text); }

std::vector<Field> fields()
{
    Field token = secretField(u"accessToken"_s, tr("Access token"));
    token.required = true;
    Field url = plainField(u"workspaceUrl"_s, tr("Workspace address"), tr("For using the workspace directly."));
    url.type = Field::Type::Url;
    return {plainField(u"workspaceName"_s, tr("Databricks workspace"), tr("Its name in Azure.")),
            groupField(),
            subscriptionField(),
            std::move(token),
            rareField(std::move(url)),
            rareField(plainField(u"clusterId"_s, tr("Cluster"), tr("Its id; empty: each run makes one.")))};
}

Result<Json> properties(const FormValues &values)
{
    if (!values.hasSecret(u"accessToken"_s))
        return Error::usage(u"field.invalid"_s, tr("The access token of the Databricks workspace is missing."))
            .withFix(u"--secret accessToken=-"_s);
    return Result<Json>(Json{{"databricksAccessToken", values.secret(u"accessToken"_s).toStdString()}});
}

QString hostOf(const Json &resource) { return stringAt(objectAt(resource, "properties"), "workspaceUrl"); }

RungResult look(const Json &resource)
{
    const QString state = stringAt(objectAt(resource, "properties"), "provisioningState");
    if (!state.isEmpty() && state != u"Succeeded")
        return RungResult::of(Verdict::Failed, {}, tr("The Databricks workspace is in the state %1.").arg(state));
    if (hostOf(resource).isEmpty())
        return RungResult::of(Verdict::Warned, {}, tr("The Databricks workspace does not say its address."));
    return RungResult::of(Verdict::Passed, {}, tr("The Databricks workspace at %1.").arg(hostOf(resource)));
}

/// Who the token belongs to. Azure ML itself does not look at it when it is attached.
RungResult prove(const FormValues &values, const Json &resource, const AskService &ask, const CancelToken &cancel)
{
    if (hostOf(resource).isEmpty())
        return RungResult::of(Verdict::Warned, {}, tr("The token cannot be tried: the address is not known."));
    const QUrl url(u"https://%1/api/2.0/preview/scim/v2/Me"_s.arg(hostOf(resource)), QUrl::StrictMode);
    const QString asked = u"GET "_s + url.toString();
    const auto who = ask(url, values.secret(u"accessToken"_s), cancel);
    if (!who) {
        Error said = who.error();
        said.fix.clear(); // it is about signing in to Azure
        auto result = RungResult::of(Verdict::Failed, asked, said.text());
        result.failure = who.error().kind == ErrorKind::SignIn || who.error().kind == ErrorKind::NotReachable
                             ? who.error().kind
                             : ErrorKind::RungFailed;
        return std::move(result).withFix(tr("Make a token in the user settings of the Databricks workspace."));
    }
    return RungResult::of(Verdict::Passed, asked,
                          tr("The token is good: it is of %1.").arg(stringAt(*who, "userName")));
}

AzureAttachment azure()
{
    AzureAttachment is;
    is.types = QStringList{u"Databricks"_s};
    is.fields = fields();
    is.nameField = u"workspaceName"_s;
    is.resources = {{u"Microsoft.Databricks"_s, u"workspaces"_s}};
    is.apiVersion = u"2024-05-01"_s;
    is.properties = properties;
    is.look = look;
    is.prove = prove;
    is.serviceHosts = QStringList{u"azuredatabricks.net"_s, u"databricks.azure.us"_s, u"databricks.azure.cn"_s};
    is.sameSubscription = true;
    is.sent =
        QStringList{tr("The access token goes to Azure ML. Who may list the keys of the workspace's computes can read "
                       "it there."),
                    tr("Azure ML uses Databricks in pipelines only.")};
    return is;
}

} // namespace

std::unique_ptr<TargetKind> makeDatabricksKind()
{
    KindDescription is;
    is.id = u"databricks"_s;
    is.iconName = u"notebook"_s;
    is.title = [] { return u"Databricks"_s; };
    is.summary = [] { return tr("An Azure Databricks workspace, for steps of pipelines."); };
    is.fields = fields;
    is.can = {true, false, {}, {}};
    is.requirements = [] {
        return std::vector<Requirement>{
            {tr("The same subscription"), tr("As the Azure ML workspace.")},
            {tr("An access token"), tr("From the user settings of the Databricks workspace.")}};
    };
    is.azure = azure;
    return std::make_unique<DescribedKind>(std::move(is));
}

} // namespace mooring
