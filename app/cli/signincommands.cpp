#include "app/cli/commandline.h"
#include "app/cli/secretsource.h"
#include "core/base/text.h"

#include <CLI/CLI.hpp>

#include <QProcess>

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::SignInCommands", text); }

struct Options
{
    std::string cloud, tenant, principal, identity;
    bool browser = false, deviceCode = false, azureCli = false, managed = false;
};

Result<SignInMethod> methodOf(const Options &options)
{
    std::vector<SignInMethod> chosen;
    if (options.browser)
        chosen.push_back(SignInMethod::Browser);
    if (options.deviceCode)
        chosen.push_back(SignInMethod::DeviceCode);
    if (!options.principal.empty())
        chosen.push_back(SignInMethod::ServicePrincipal);
    if (options.azureCli)
        chosen.push_back(SignInMethod::AzureCli);
    if (options.managed)
        chosen.push_back(SignInMethod::ManagedIdentity);
    if (chosen.size() == 1)
        return chosen.front();
    return Error::usage(QStringLiteral("signin.method"), tr("Say one way to sign in."))
        .withFix(QStringLiteral("--browser, --device-code, --service-principal ID, --azure-cli, --managed-identity"));
}

/// The address has no secret in it: a challenge and a random state.
void openInBrowser(const Output &out, const QUrl &url)
{
    out.talk(tr("Sign in in the browser. Where none opens, open this address on this computer:"));
    out.talk(QString::fromLatin1(url.toEncoded()));
    if (qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY"))
        QProcess::startDetached(QStringLiteral("xdg-open"), {QString::fromLatin1(url.toEncoded())});
}

void showCode(const Output &out, const DeviceCode &code)
{
    out.talk(tr("Open %1 on any computer and enter the code %2.").arg(code.address, code.userCode));
}

void print(const Output &out, const std::vector<Account> &accounts)
{
    if (out.json) {
        Json list = Json::array();
        for (const Account &account : accounts)
            list.push_back(account.toJson());
        out.document(list);
        return;
    }
    if (accounts.empty()) {
        out.text(tr("Nobody is signed in."));
        return;
    }
    std::vector<QStringList> rows{{tr("Account"), tr("Tenant"), tr("Cloud"), tr("Method"), tr("Signs in again by")}};
    for (const Account &account : accounts)
        rows.push_back({account.account, account.tenant, account.cloud, toWord(account.method),
                        account.endsAt ? humanTime(*account.endsAt) : tr("not known")});
    out.table(rows);
}

Result<int> signIn(CommandContext &context, const Options &options)
{
    const auto method = methodOf(options);
    if (!method)
        return method.error();
    SignInRequest request;
    request.method = *method;
    request.cloud = fromStd(options.cloud);
    request.tenant = fromStd(options.tenant);
    request.clientId = fromStd(options.principal.empty() ? options.identity : options.principal);
    const auto secrets = readSecrets(context.secrets);
    if (!secrets)
        return secrets.error();
    if (const auto found = secrets->find(QStringLiteral("client-secret")); found != secrets->end())
        request.secret = found->second;
    if (*method == SignInMethod::ServicePrincipal && request.secret.isEmpty())
        return Error::usage(QStringLiteral("secret.missing"), tr("A service principal signs in with a secret."))
            .withFix(QStringLiteral("--secret client-secret=-"));
    request.openBrowser = [out = context.out](const QUrl &url) { openInBrowser(out, url); };
    request.showCode = [out = context.out](const DeviceCode &code) { showCode(out, code); };
    const auto services = context.services();
    if (!services)
        return services.error();
    const auto account = (*services)->signIn().signIn(request, context.cancel);
    if (!account)
        return account.error();
    if (!account->notKept.isEmpty())
        context.out.talk(
            tr("This sign-in ends with this command: the keychain did not keep it. %1").arg(account->notKept));
    else if (!account->isKept)
        context.out.talk(tr("There is no keychain: this sign-in ends with this command."));
    print(context.out, {*account});
    return 0;
}

} // namespace

void addSignInCommands(CommandSet &commands)
{
    CLI::App *in = commands.add("signin", tr("Sign in to Azure"));
    auto options = std::make_shared<Options>();
    in->add_option("--cloud", options->cloud, toStd(tr("Cloud; mooring cloud list shows them")))->type_name("C");
    in->add_option("--tenant", options->tenant, toStd(tr("Tenant: its id or domain")))->type_name("T");
    in->add_flag("--browser", options->browser, toStd(tr("In the browser of this computer")));
    in->add_flag("--device-code", options->deviceCode, toStd(tr("With a code, in a browser anywhere")));
    in->add_option("--service-principal", options->principal, toStd(tr("As an application")))->type_name("ID");
    in->add_flag("--azure-cli", options->azureCli, toStd(tr("As who is signed in to the Azure CLI")));
    in->add_flag("--managed-identity", options->managed, toStd(tr("As this computer, in Azure")));
    in->add_option("--identity", options->identity, toStd(tr("Which of several managed identities")))->type_name("ID");
    commands.takeSecrets(*in);
    commands.on(in, [options](CommandContext &context) { return signIn(context, *options); });

    CLI::App *off = commands.add("signout", tr("Forget an account"));
    auto word = std::make_shared<std::string>();
    off->add_option("ACCOUNT", *word, toStd(tr("Account, tenant or cloud; needed where several are signed in")));
    commands.on(off, [word](CommandContext &context) -> Result<int> {
        const auto services = context.services();
        if (!services)
            return services.error();
        if (const auto gone = (*services)->signIn().signOut(fromStd(*word), context.cancel); !gone)
            return gone.error();
        const auto left = (*services)->signIn().accounts();
        if (!left)
            return left.error();
        print(context.out, *left);
        return 0;
    });

    commands.on(commands.add("accounts", tr("Who is signed in")), [](CommandContext &context) -> Result<int> {
        const auto services = context.services();
        if (!services)
            return services.error();
        const auto accounts = (*services)->signIn().accounts();
        if (!accounts)
            return accounts.error();
        print(context.out, *accounts);
        return 0;
    });
}

} // namespace mooring
