#include "core/targets/ssh/sshkind.h"

#include "core/base/text.h"
#include "core/hosts/sshhost.h"
#include "core/targets/ssh/sshexport.h"
#include "core/targets/ssh/sshform.h"
#include "core/targets/ssh/sshrungs.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kMostLinks = 64; ///< from here on, those that nobody holds are forgotten

QString tr(const char *text) { return QCoreApplication::translate("mooring::Ssh", text); }

std::shared_ptr<SshLink> makeLink(const SshSettings &settings, const SshSetup &setup)
{
    return std::make_shared<SshLink>(
        [settings, setup](const CancelToken &cancel) -> Result<std::shared_ptr<SshConnection>> {
            const auto route = resolveRoute(settings.address, settings.jump, cancel);
            if (!route)
                return route.error();
            SshSignIn signIn = settings.signIn;
            signIn.ask = setup.ask;
            return SshDialer::dial(*route, signIn, setup.trust, cancel);
        });
}

/// A name that a target may have, out of an alias.
QString targetName(const QString &alias)
{
    QString name = alias;
    for (QChar &c : name) {
        const bool isGood = (c.unicode() < 0x80 && c.isLetterOrNumber()) || c == u'-' || c == u'_' || c == u'.';
        c = isGood ? c : QChar(u'-');
    }
    while (name.startsWith(u'-') || name.startsWith(u'.'))
        name.remove(0, 1);
    return name.left(200);
}

} // namespace

QString SshKind::id() const { return u"ssh"_s; }
QString SshKind::title() const { return tr("Machine over SSH"); }
QString SshKind::summary() const
{
    return tr("Any Linux machine that you can reach with SSH, with its Python or Docker.");
}
QString SshKind::iconName() const { return u"server"_s; }

std::vector<Field> SshKind::fields() const { return sshFields(); }

std::vector<Requirement> SshKind::requirements() const
{
    return {{tr("Linux and a POSIX shell"), tr("Any distribution. Azure ML itself supports Ubuntu only.")},
            {tr("Python 3.8, conda or Docker"), tr("One is enough. None is installed for you.")},
            {tr("Some room at home"), tr("For code and outputs, below ~/.mooring.")}};
}

Capabilities SshKind::capabilities() const { return {true, false, {}, {}}; }

std::vector<Rung> SshKind::ladder(const FormValues &values) const
{
    std::vector<Rung> rungs;
    const auto settings = SshSettings::from(values);
    if (!settings || !m_setup.trust) {
        const Error error =
            settings ? Error::failed(u"target.noHost"_s, tr("Machines over SSH cannot be reached without a profile."))
                     : settings.error();
        rungs.push_back({u"lookup"_s,
                         tr("Name lookup"),
                         [error](const Json &, JobContext &) { return failedBy(error, {}); },
                         false,
                         {}});
        return rungs;
    }
    auto check = std::make_shared<SshCheck>(*settings, m_setup, linkFor(*settings),
                                            resolveRoute(settings->address, settings->jump, {}));
    addConnectionRungs(rungs, check);
    addMachineRungs(rungs, check);
    addToolRungs(rungs, check);
    addProvingRungs(rungs, check);
    return rungs;
}

/// The machine, whatever way leads there and whoever signs in. Both facts, or it cannot be told yet.
QString SshKind::identity(const FormValues &, const Json &facts) const
{
    if (!facts.is_object() || !facts.contains("hostKey") || !facts.contains("machineId"))
        return {};
    const QString key = stringAt(facts["hostKey"], "fingerprint");
    return key.isEmpty() ? QString() : u"ssh/%1/%2"_s.arg(key, stringAt(facts, "machineId"));
}

Result<std::shared_ptr<RunHost>> SshKind::makeRunHost(const FormValues &values, const Json &facts) const
{
    const auto settings = SshSettings::from(values);
    if (!settings)
        return settings.error();
    if (!m_setup.trust)
        return Error::failed(u"target.noHost"_s, tr("Machines over SSH cannot be reached without a profile."));
    const QString home = stringAt(facts, "home");
    if (!home.startsWith(u'/')) {
        return Error::failed(
                   u"target.unchecked"_s,
                   tr("%1 has not been checked yet, so its home folder is not known.").arg(settings->address.host))
            .withFix(tr("Check it first."));
    }
    const QString folder = settings->workFolderIn(home);
    SshHostPlaces places;
    places.host = settings->address.host;
    places.runsFolder = folder + u"/runs"_s;
    places.environmentsFolder = folder + u"/environments"_s;
    places.storeFolder = folder + u"/objects"_s;
    places.spoolFolder = m_setup.spoolFolder;
    return std::shared_ptr<RunHost>(std::make_shared<SshHost>(linkFor(*settings), std::move(places)));
}

std::optional<Result<QByteArray>> SshKind::exportAs(const QString &form, const TargetRecord &target) const
{
    using Writer = Result<QByteArray> (*)(const QString &, const SshSettings &, const CancelToken &);
    const std::map<QString, Writer> writers{
        {u"ssh"_s, sshConfigOf}, {u"sdk"_s, sshPythonOf}, {u"cli"_s, sshAzureCliOf}};
    const auto writer = writers.find(form);
    if (writer == writers.end())
        return {};
    FormValues values(fields());
    if (const auto loaded = values.load(target.settings); !loaded)
        return Result<QByteArray>(loaded.error());
    const auto settings = SshSettings::from(values);
    return settings ? writer->second(target.name, *settings, {}) : Result<QByteArray>(settings.error());
}

std::vector<FoundTarget> SshKind::found() const
{
    std::vector<FoundTarget> targets;
    for (const ConfiguredHost &host : configuredHosts())
        targets.push_back(
            {targetName(host.alias), tr("%1, line %2").arg(host.file).arg(host.line), {{u"address"_s, host.alias}}});
    return targets;
}

std::shared_ptr<SshLink> SshKind::linkFor(const SshSettings &settings) const
{
    const std::lock_guard lock(m_mutex);
    if (m_links.size() >= kMostLinks)
        std::erase_if(m_links, [](const auto &entry) { return entry.second.use_count() == 1; });
    std::shared_ptr<SshLink> &link = m_links[settings.connectionKey()];
    if (!link)
        link = makeLink(settings, m_setup);
    return link;
}

} // namespace mooring
