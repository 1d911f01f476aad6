#include "core/targets/ssh/sshform.h"

#include "core/base/text.h"
#include "core/targets/ssh/keyfilereading.h"
#include "core/targets/ssh/resourceid.h"
#include "core/targets/ssh/sshsettings.h"

#include <QCoreApplication>

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

using Values = std::map<QString, QString>;

QString tr(const char *text) { return QCoreApplication::translate("mooring::Ssh", text); }

QString at(const Values &all, const QString &id)
{
    const auto found = all.find(id);
    return found == all.end() ? QString() : found->second.trimmed();
}

bool signsInWith(const Values &all, QStringView method)
{
    const QString chosen = at(all, u"signIn"_s);
    return chosen.isEmpty() || chosen == u"auto" || chosen == method;
}

QString addressProblem(const QString &value, const Values &)
{
    if (value.isEmpty())
        return {};
    const auto address = SshAddress::parse(value.trimmed());
    return address ? QString() : address.error().message;
}

QString userProblem(const QString &value, const Values &)
{
    const bool isBad = value.startsWith(u'-') || std::any_of(value.begin(), value.end(), [](QChar c) {
                           return c.isSpace() || QStringView(u"'\"`$;&|<>()\\@:").contains(c);
                       });
    return isBad ? tr("A user name has no blanks and none of the characters @ : ; & | < > ( ) $ ` \\ or quotes.")
                 : QString();
}

QString jumpProblem(const QString &value, const Values &)
{
    if (value.isEmpty() || value == u"none")
        return {};
    for (const QString &hop : value.split(u',')) {
        if (const auto address = SshAddress::parse(hop.trimmed()); !address)
            return address.error().message;
    }
    return {};
}

/// Azure ML is given the address and the user beside the resource ID: an ID alone is not enough.
QString resourceIdProblem(const QString &value, const Values &all)
{
    if (value.isEmpty())
        return {};
    if (const auto id = VirtualMachineId::parse(value); !id)
        return id.error().message;
    const auto address = readAddress(all);
    if (!address || !address->user.isEmpty())
        return {};
    for (const ConfiguredHost &host : configuredHosts()) {
        if (host.alias == address->host)
            return {};
    }
    return tr("Beside a resource ID the user name is needed too: the ID does not name one.");
}

QString workFolderProblem(const QString &value, const Values &)
{
    if (value.isEmpty())
        return {};
    const bool isAnchored = value.startsWith(u'/') || value == u"~" || value.startsWith(u"~/");
    if (!isAnchored)
        return tr("The working folder is a path on that machine that begins with / or ~/.");
    const QStringList parts = value.split(u'/');
    if (parts.contains(u".."_s))
        return tr("The working folder has no .. in it.");
    return value == u"/" ? tr("The working folder cannot be the top of the machine's file system.") : QString();
}

QString hopText(const SshHop &hop)
{
    QString text = hop.user.isEmpty() ? hop.host : hop.user + u'@' + hop.host;
    return hop.port == 22 ? text : text + u':' + QString::number(hop.port);
}

QString readAddressField(const QString &value, const Values &all)
{
    if (value.trimmed().isEmpty())
        return {};
    const auto address = readAddress(all);
    if (!address)
        return {};
    const auto route = resolveRoute(*address, at(all, u"jump"_s), {});
    if (!route)
        return route.error().text();
    QStringList through;
    for (size_t i = 0; i + 1 < route->hops.size(); ++i)
        through << route->hops[i].host;
    const QString target = hopText(route->target());
    const bool isAlias = !route->alias.isEmpty() && !route->source.isEmpty();
    if (isAlias && !through.isEmpty())
        return tr("An alias of %1: %2, through %3").arg(route->source, target, through.join(u", "_s));
    if (isAlias)
        return tr("An alias of %1: %2").arg(route->source, target);
    return through.isEmpty() ? tr("Goes to %1").arg(target)
                             : tr("Goes to %1, through %2").arg(target, through.join(u", "_s));
}

QString readResourceId(const QString &value, const Values &)
{
    const auto id = VirtualMachineId::parse(value);
    return id ? tr("The virtual machine %1 in the resource group %2.").arg(id->name, id->resourceGroup) : QString();
}

Field text(const QString &id, const QString &label, const QString &help)
{
    Field field;
    field.id = id;
    field.label = label;
    field.help = help;
    return field;
}

Field addressField()
{
    Field field = text(u"address"_s, tr("Address"), tr("A name, an alias of ~/.ssh/config, or user@host:port."));
    field.required = true;
    field.check = addressProblem;
    field.reading = readAddressField;
    return field;
}

Field userField()
{
    Field field = text(u"user"_s, tr("User"), tr("Comes before the one in the address and in ~/.ssh/config."));
    field.check = userProblem;
    return field;
}

Field portField()
{
    Field field = text(u"port"_s, tr("Port"), tr("22 when nothing else is said."));
    field.type = Field::Type::Port;
    field.rare = true;
    return field;
}

Field signInField()
{
    Field field = text(u"signIn"_s, tr("Sign in with"),
                       tr("Automatic (auto) tries agent, key files and password, in this order."));
    field.type = Field::Type::Choice;
    field.choices = QStringList{u"auto"_s, u"agent"_s, u"key"_s, u"password"_s};
    field.choiceTitles = QStringList{tr("Automatic"), tr("Agent"), tr("Key file"), tr("Password")};
    field.fallback = u"auto"_s;
    return field;
}

Field keyFileField()
{
    Field field = text(u"keyFile"_s, tr("Key file"), tr("On this computer. Empty: those of ~/.ssh."));
    field.type = Field::Type::Path;
    field.visible = [](const Values &all) { return signsInWith(all, u"key"); };
    field.reading = [](const QString &value, const Values &) {
        return value.trimmed().isEmpty() ? QString() : describeKeyFile(value.trimmed());
    };
    return field;
}

Field secret(const QString &id, const QString &label, QStringView method)
{
    Field field = text(id, label, tr("Never written to a file, a log or a command line."));
    field.type = Field::Type::Secret;
    field.visible = [method](const Values &all) { return signsInWith(all, method); };
    return field;
}

Field jumpField()
{
    Field field =
        text(u"jump"_s, tr("Jump host"), tr("user@host:port, several parted by commas; none: straight there."));
    field.check = jumpProblem;
    field.rare = true;
    return field;
}

Field resourceIdField()
{
    Field field =
        text(u"resourceId"_s, tr("Azure resource ID"),
             tr("Only for attaching the machine in an Azure ML workspace too: Ubuntu, with a public address."));
    field.check = resourceIdProblem;
    field.reading = readResourceId;
    field.rare = true;
    return field;
}

Field workFolderField()
{
    Field field =
        text(u"workFolder"_s, tr("Working folder"), tr("On that machine: runs, environments and their files."));
    field.fallback = u"~/.mooring"_s;
    field.check = workFolderProblem;
    field.rare = true;
    return field;
}

} // namespace

std::vector<Field> sshFields()
{
    return {addressField(),
            userField(),
            portField(),
            signInField(),
            keyFileField(),
            secret(u"passphrase"_s, tr("Passphrase"), u"key"),
            secret(u"password"_s, tr("Password"), u"password"),
            jumpField(),
            resourceIdField(),
            workFolderField()};
}

} // namespace mooring
