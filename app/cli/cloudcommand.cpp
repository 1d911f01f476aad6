#include "app/cli/commandline.h"
#include "core/azure/cloud/clouddiscovery.h"
#include "core/base/files.h"

#include <CLI/CLI.hpp>

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::CloudCommand", text); }

struct Options
{
    std::string act, name, resourceManager, login, ml, ca;
};

void print(const Output &out, const std::vector<Cloud> &clouds)
{
    if (out.json) {
        Json list = Json::array();
        for (const Cloud &cloud : clouds)
            list.push_back(cloud.toJson());
        out.document(list);
        return;
    }
    std::vector<QStringList> rows{{tr("Name"), tr("Resource manager"), tr("Sign-in")}};
    for (const Cloud &cloud : clouds)
        rows.push_back({cloud.name, cloud.resourceManager.toString(), cloud.login.toString()});
    out.table(rows);
}

Result<int> list(CommandContext &context, CloudBook &book)
{
    const auto clouds = book.all();
    if (!clouds)
        return clouds.error();
    print(context.out, *clouds);
    return 0;
}

Result<int> add(CommandContext &context, CloudBook &book, const Options &options)
{
    if (options.name.empty() || options.resourceManager.empty())
        return Error::usage(QStringLiteral("cloud.needed"),
                            tr("Say the cloud's name and where its resource manager is."))
            .withFix(QStringLiteral("mooring cloud add NAME --resource-manager URL"));
    CloudRequest request;
    request.name = fromStd(options.name);
    request.resourceManager = QUrl(fromStd(options.resourceManager), QUrl::StrictMode);
    request.login = QUrl(fromStd(options.login), QUrl::StrictMode);
    request.ml = QUrl(fromStd(options.ml), QUrl::StrictMode);
    if (!options.ca.empty()) {
        const auto pem = readWholeFile(fromStd(options.ca), 1024 * 1024);
        if (!pem)
            return pem.error();
        request.caPem = *pem;
    }
    const auto cloud = discoverCloud(request, context.cancel);
    if (!cloud)
        return cloud.error();
    if (auto added = book.add(*cloud); !added)
        return added.error();
    return list(context, book);
}

Result<int> remove(CommandContext &context, CloudBook &book, const Options &options)
{
    if (options.name.empty())
        return Error::usage(QStringLiteral("cloud.needed"), tr("Say which cloud is meant."))
            .withFix(QStringLiteral("mooring cloud list"));
    if (auto removed = book.remove(fromStd(options.name)); !removed)
        return removed.error();
    return list(context, book);
}

} // namespace

void addCloudCommand(CommandSet &commands)
{
    CLI::App *command = commands.add("cloud", tr("Clouds: those that are built in, and your own"));
    auto options = std::make_shared<Options>();
    command->add_option("ACT", options->act, "list, add, remove");
    command->add_option("NAME", options->name, toStd(tr("Name of the cloud")));
    command->add_option("--resource-manager", options->resourceManager, toStd(tr("Address of the resource manager")))
        ->type_name("URL");
    command->add_option("--login", options->login, toStd(tr("Address of the sign-in, where the cloud does not say it")))
        ->type_name("URL");
    command->add_option("--ml", options->ml, toStd(tr("Address of Azure Machine Learning")))->type_name("URL");
    command->add_option("--ca", options->ca, toStd(tr("Certificates that this cloud is trusted with")))
        ->type_name("FILE");
    commands.on(command, [options](CommandContext &context) -> Result<int> {
        const std::string act = options->act.empty() ? "list" : options->act;
        if (act != "list" && act != "add" && act != "remove")
            return Error::usage(QStringLiteral("usage.act"),
                                tr("“%1” is none of list, add, remove.").arg(fromStd(act)));
        const auto services = context.services();
        if (!services)
            return services.error();
        CloudBook &book = (*services)->signIn().clouds();
        return act == "list"  ? list(context, book)
               : act == "add" ? add(context, book, *options)
                              : remove(context, book, *options);
    });
}

} // namespace mooring
