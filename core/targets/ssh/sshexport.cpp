#include "core/targets/ssh/sshexport.h"

#include "core/base/text.h"
#include "core/targets/pythontext.h"
#include "core/transport/ssh/sshconfigfile.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Ssh", text); }

/// What Azure ML dials.
struct AzureMachine
{
    QString resourceId, user, keyFile;
    int port = 22;
};

Result<AzureMachine> azureMachineOf(const SshSettings &settings, const CancelToken &cancel)
{
    if (settings.resourceId.isEmpty())
        return Error::usage(u"export.noWay"_s,
                            tr("Azure ML attaches a machine by its resource ID, and this target names none."))
            .withFix(u"--as mooring, --as ssh"_s);
    const auto route = resolveRoute(settings.address, settings.jump, cancel);
    if (!route)
        return route.error();
    const SshHop &target = route->target();
    QString keyFile = settings.signIn.keyFile;
    if (keyFile.isEmpty() && target.identitiesOnly)
        keyFile = target.identityFiles.value(0);
    return AzureMachine{settings.resourceId, target.user, keyFile, target.port};
}

/// As ssh reads a word: in quotes where it has blanks.
QString quoted(const QString &word)
{
    const bool hasBlank = std::any_of(word.begin(), word.end(), [](QChar c) { return c.isSpace(); });
    return hasBlank ? u'"' + word + u'"' : word;
}

QString hopText(const SshHop &hop)
{
    const QString host = hop.host.contains(u':') ? u'[' + hop.host + u']' : hop.host;
    const QString who = hop.user.isEmpty() ? host : hop.user + u'@' + host;
    return hop.port == 22 ? who : who + u':' + QString::number(hop.port);
}

} // namespace

Result<QByteArray> sshConfigOf(const QString &name, const SshSettings &settings, const CancelToken &cancel)
{
    const auto route = resolveRoute(settings.address, settings.jump, cancel);
    if (!route)
        return route.error();
    const SshHop &target = route->target();
    QStringList lines{u"Host "_s + name, u"  HostName "_s + target.host};
    if (target.port != 22)
        lines << u"  Port %1"_s.arg(target.port);
    if (!target.user.isEmpty())
        lines << u"  User "_s + quoted(target.user);
    QStringList keys{settings.signIn.keyFile};
    if (settings.signIn.keyFile.isEmpty() && target.identitiesOnly)
        keys = target.identityFiles;
    for (const QString &key : keys) {
        if (!key.isEmpty())
            lines << u"  IdentityFile "_s + quoted(withTilde(key));
    }
    if (target.identitiesOnly)
        lines << u"  IdentitiesOnly yes"_s;
    QStringList hops;
    for (size_t i = 0; i + 1 < route->hops.size(); ++i)
        hops << hopText(route->hops[i]);
    if (!hops.isEmpty())
        lines << u"  ProxyJump "_s + hops.join(u',');
    if (target.trustName != target.host)
        lines << u"  HostKeyAlias "_s + target.trustName;
    return lines.join(u'\n').toUtf8() + '\n';
}

Result<QByteArray> sshPythonOf(const QString &name, const SshSettings &settings, const CancelToken &cancel)
{
    const auto machine = azureMachineOf(settings, cancel);
    if (!machine)
        return machine.error();
    const QString secret = machine->keyFile.isEmpty() ? u"password=os.environ[\"SSH_PASSWORD\"]"_s
                                                      : u"private_key_file="_s + pythonText(machine->keyFile);
    return u"import os\n\n"
           "from azureml.core import Workspace\n"
           "from azureml.core.compute import ComputeTarget, RemoteCompute\n\n"
           "workspace = Workspace.from_config()\n"
           "config = RemoteCompute.attach_configuration(\n"
           "    resource_id=%1,\n    ssh_port=%2,\n    username=%3,\n    %4)\n"
           "compute = ComputeTarget.attach(workspace, %5, config)\n"
           "compute.wait_for_completion(show_output=True)\n"_s
               .arg(pythonText(machine->resourceId), QString::number(machine->port), pythonText(machine->user), secret,
                    pythonText(name))
               .toUtf8();
}

Result<QByteArray> sshAzureCliOf(const QString &name, const SshSettings &settings, const CancelToken &cancel)
{
    const auto machine = azureMachineOf(settings, cancel);
    if (!machine)
        return machine.error();
    if (machine->keyFile.isEmpty()) // with a password it would stand in the command line
        return Error::usage(u"export.noWay"_s,
                            tr("az ml takes a password only on its command line, where others see it."))
            .withFix(u"--as sdk"_s);
    return shellCommand({u"az"_s, u"ml"_s, u"compute"_s, u"attach"_s, u"--type"_s, u"VirtualMachine"_s, u"--name"_s,
                         name, u"--resource-id"_s, machine->resourceId, u"--admin-username"_s, machine->user,
                         u"--ssh-port"_s, QString::number(machine->port), u"--ssh-private-key-file"_s,
                         machine->keyFile})
               .toUtf8() +
           '\n';
}

} // namespace mooring
