#include "core/inference/endpointservice.h"

#include "core/base/clock.h"
#include "core/inference/deployment.h"
#include "core/inference/endpointlock.h"
#include "core/inference/portowner.h"
#include "core/runs/submitter.h"

#include <QCoreApplication>
#include <QDir>

namespace mooring {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::EndpointService", text); }

Error portBusy(int port, const PortOwner &owner, const QString &endpoint)
{
    const QString who = !endpoint.isEmpty() ? tr("the endpoint %1").arg(endpoint)
                        : owner.pid > 0     ? tr("process %1: %2").arg(owner.pid).arg(owner.command)
                                            : tr("a program of another user");
    return Error::failed(u"endpoint.portBusy"_s, tr("Port %1 is taken by %2.").arg(QString::number(port), who))
        .withFix(endpoint.isEmpty() ? tr("Choose another port, or leave it out to get a free one.")
                                    : tr("Stop it, or deploy under its name with --replace."))
        .withDetail({{"port", port},
                     {"pid", owner.pid > 0 ? Json(owner.pid) : Json()},
                     {"command", textOrNull(owner.command)},
                     {"endpoint", textOrNull(endpoint)}});
}

} // namespace

EndpointService::EndpointService(EndpointBook &book, QString folder, Runners runners, FindRunOutput findOutput)
    : m_book(book), m_folder(std::move(folder)), m_runners(std::move(runners)), m_findOutput(std::move(findOutput))
{
}

Result<EndpointRunner *> EndpointService::runner(const QString &word) const
{
    const auto found = m_runners.find(word);
    if (found != m_runners.end())
        return found->second.get();
    return Error::usage(u"usage.notInThisVersion"_s, tr("Endpoints in “%1” are not in this version.").arg(word));
}

QString EndpointService::usualRunner(const DeploymentSettings &settings, const CancelToken &cancel) const
{
    using Kind = EnvironmentChoice::Kind;
    if (const auto known = m_book.findEndpoint(settings.name); known && !known->runner.isEmpty())
        return known->runner;
    if (!settings.dockerfile.isEmpty() || settings.environment.kind == Kind::Image)
        return u"docker"_s;
    const auto docker = m_runners.find(u"docker"_s);
    const bool hasDocker =
        settings.environment.kind != Kind::Python && docker != m_runners.end() && docker->second->isAvailable(cancel);
    return hasDocker ? u"docker"_s : u"process"_s;
}

Result<int> EndpointService::choosePort(const DeploymentSettings &settings, const EndpointRecord &record,
                                        const QString &takesPortOf)
{
    const auto others = m_book.endpoints();
    if (!others)
        return others.error();
    const auto ownerOf = [&](int port) -> QString {
        for (const EndpointRecord &other : *others) {
            if (other.name != record.name && other.port == port)
                return other.name;
        }
        return {};
    };
    const int wanted = settings.port.value_or(record.port);
    if (wanted == 0 || (wanted == record.port && record.active > 0)) {
        if (wanted > 0)
            return wanted; // its own, whatever its state
        const int port = findFreePort(firstPort(), [&](int each) { return !ownerOf(each).isEmpty(); });
        return port > 0 ? Result<int>(port)
                        : Error::failed(u"endpoint.noPort"_s, tr("This computer has no free port left."));
    }
    if (!takesPortOf.isEmpty() && ownerOf(wanted) != takesPortOf) {
        return Error::usage(u"endpoint.otherPort"_s,
                            tr("The endpoint %1 does not have the port %2.").arg(takesPortOf).arg(wanted));
    }
    if (takesPortOf.isEmpty() && !isPortFree(wanted))
        return portBusy(wanted, findPortOwner(wanted).value_or(PortOwner()), ownerOf(wanted));
    return wanted;
}

Result<EndpointRecord> EndpointService::deploy(const DeployRequest &request, JobContext &context)
{
    const DeploymentSettings &settings = request.settings;
    const bool replace = request.replace;
    if (!request.takesPortOf.isEmpty()) {
        if (!settings.port)
            return Error::usage(u"endpoint.portNeeded"_s,
                                tr("Say which port the endpoint shall take from %1.").arg(request.takesPortOf))
                .withFix(u"--port N"_s);
        if (auto known = ours(request.takesPortOf); !known)
            return known.error();
    }
    const auto run = runner(settings.runner);
    if (!run)
        return run.error();
    if (auto able = (*run)->check(settings); !able)
        return able.error();
    const auto source = checkModelSource(settings, m_findOutput, context.cancelToken());
    if (!source)
        return source.error();
    if ((*run)->givesAddresses() && !request.takesPortOf.isEmpty())
        return Error::usage(
            u"endpoint.noPortHere"_s,
            tr("An endpoint in “%1” has an address of its own: it takes no port of another.").arg(settings.runner));
    EndpointLock lock(folderOf(settings.name), settings.name);
    if (auto taken = lock.take(context.cancelToken()); !taken)
        return taken.error();
    auto found = m_book.findEndpoint(settings.name);
    if (!found && found.error().code != u"endpoint.unknown")
        return found.error();
    if (found && !replace) {
        return Error::usage(u"endpoint.exists"_s, tr("There is an endpoint named “%1” already.").arg(settings.name))
            .withFix(tr("Replace it with --replace, or choose another name."))
            .withDetail({{"endpoint", toStd(settings.name)}});
    }
    EndpointRecord record;
    if (found) {
        record = std::move(*found);
    } else {
        record.name = settings.name;
        record.createdAt = nowUtc();
    }
    if (found && record.runner != settings.runner) { // versions of one endpoint run in the same way
        return Error::usage(u"endpoint.otherRunner"_s,
                            tr("The endpoint %1 runs in “%2”.").arg(record.name, record.runner))
            .withFix(tr("Undeploy it first, or choose another name."));
    }
    record.runner = settings.runner;
    return deployLocked(*source, std::move(record), context, request);
}

/// It is held from the moment that it gives its port until this deployment has ended.
PortGiver EndpointService::giverOf(const QString &name)
{
    if (name.isEmpty())
        return {};
    struct Given
    {
        std::optional<Held> held;
        int port = 0;
    };
    const auto given = std::make_shared<Given>();
    PortGiver giver;
    giver.give = [this, name, given](JobContext &context) -> Result<> {
        auto held = hold(name, context.cancelToken());
        if (!held)
            return held.error();
        given->held = std::move(held).value();
        context.log(tr("The endpoint %1 is stopped and gives its port away.").arg(name));
        EndpointRecord &record = given->held->record;
        given->port = std::exchange(record.port, 0);
        const auto port = choosePort({}, record, {});
        record.port = port ? *port : given->port;
        return stopHeld(*given->held, context);
    };
    giver.takeBack = [this, name, given](JobContext &context) {
        EndpointRecord &record = given->held->record;
        record.port = given->port;
        EndpointVersion *version = record.version(record.active);
        const auto back =
            version ? Deployment(m_book, *given->held->runner, folderOf(name), record).start(*version, context)
                    : Result<>();
        record.state = version && back ? EndpointState::Running : EndpointState::Stopped;
        record.reason = back ? QString() : back.error().text();
        record.changedAt = nowUtc();
        (void)m_book.saveEndpoint(record);
    };
    return giver;
}

Result<EndpointRecord> EndpointService::deployLocked(const ModelSource &source, EndpointRecord record,
                                                     JobContext &context, const DeployRequest &request)
{
    const auto run = runner(record.runner);
    if (!run)
        return run.error();
    if (auto settled = settle(record, context.cancelToken()); !settled)
        return settled.error();
    const bool needsPort = !(*run)->givesAddresses();
    const auto port = needsPort ? choosePort(source.settings, record, request.takesPortOf) : Result<int>(0);
    if (!port)
        return port.error();
    const int portBefore = record.port;
    // A version that does not serve has no place to keep.
    if (record.state != EndpointState::Running && record.state != EndpointState::Unhealthy) {
        if (EndpointVersion *before = record.version(record.active)) {
            if (auto stopped = (*run)->stop(*before, {folderOf(record.name), before->number}, context); !stopped)
                return stopped.error();
            before->state = EndpointVersion::State::Replaced;
            before->own = {};
        }
        record.active = 0;
    }
    record.port = *port;
    record.worker = Submitter::thisProcess();
    const Submitter atWork(record.name);
    PortGiver giver = giverOf(request.takesPortOf);
    if (needsPort && !source.settings.port)
        giver.another = [this, name = record.name] {
            EndpointRecord anew;
            anew.name = name;
            return choosePort({}, anew, {}).valueOr(0);
        };
    Deployment deployment(m_book, **run, folderOf(record.name), record, portBefore, std::move(giver), request.watch);
    const auto made = deployment.make(source, context);
    record.worker.clear();
    (void)m_book.saveEndpoint(record);
    if (!made)
        return made.error();
    context.log(tr("Version %1 answers at %2").arg(record.active).arg(record.scoringUri()));
    return record;
}

Result<EndpointService::Held> EndpointService::hold(const QString &name, const CancelToken &cancel)
{
    if (const auto known = ours(name); !known) // no lock is made for what is not there
        return known.error();
    Held held;
    held.lock = std::make_unique<EndpointLock>(folderOf(name), name);
    if (auto taken = held.lock->take(cancel); !taken)
        return taken.error();
    auto record = m_book.findEndpoint(name); // another process may have changed it until we had the lock
    if (!record)
        return record.error();
    const auto run = runner(record->runner);
    if (!run)
        return run.error();
    held.record = std::move(*record);
    held.runner = *run;
    return held;
}

Result<EndpointRecord> EndpointService::reload(const QString &name, JobContext &context)
{
    auto held = hold(name, context.cancelToken());
    if (!held)
        return held.error();
    const EndpointVersion *newest = held->record.latest();
    if (!newest)
        return Error::failed(u"endpoint.versionGone"_s, tr("The endpoint %1 has no version to reload.").arg(name));
    DeploymentSettings settings = newest->settings;
    if (newest->codeSource.startsWith(folderOf(name) + u'/'))
        settings.score.clear(); // the script was made, and will be made again
    const auto source = checkModelSource(settings, m_findOutput, context.cancelToken());
    if (!source)
        return source.error();
    return deployLocked(*source, std::move(held->record), context);
}

Result<EndpointRecord> EndpointService::restart(const QString &name, JobContext &context)
{
    auto held = hold(name, context.cancelToken());
    if (!held)
        return held.error();
    EndpointRecord &record = held->record;
    EndpointVersion *version = record.version(record.active);
    if (!version)
        return Error::failed(u"endpoint.neverServed"_s, tr("No version of the endpoint %1 ever served.").arg(name))
            .withFix(tr("Mend it, then: mooring reload %1").arg(name));
    if (auto stopped = held->runner->stop(*version, {folderOf(name), version->number}, context); !stopped)
        return stopped.error();
    version->own = {};
    if (!held->runner->givesAddresses() && !isPortFree(record.port))
        return portBusy(record.port, findPortOwner(record.port).value_or(PortOwner()), {});
    record.state = EndpointState::Deploying;
    record.worker = Submitter::thisProcess();
    const Submitter atWork(name);
    const auto started = Deployment(m_book, *held->runner, folderOf(name), record).start(*version, context);
    record.worker.clear();
    record.state = started ? EndpointState::Running : EndpointState::Failed;
    record.reason = started ? QString() : started.error().text();
    record.changedAt = nowUtc();
    if (auto saved = m_book.saveEndpoint(record); !saved)
        return saved.error();
    if (!started)
        return started.error();
    return std::move(record);
}

Result<> EndpointService::stopHeld(Held &held, JobContext &context)
{
    EndpointRecord &record = held.record;
    for (EndpointVersion &version : record.versions) {
        if (auto stopped = held.runner->stop(version, {folderOf(record.name), version.number}, context); !stopped)
            return stopped;
        version.own = {};
    }
    record.state = EndpointState::Stopped;
    record.reason.clear();
    record.worker.clear();
    record.changedAt = nowUtc();
    return m_book.saveEndpoint(record);
}

Result<EndpointRecord> EndpointService::stop(const QString &name, JobContext &context)
{
    auto held = hold(name, context.cancelToken());
    if (!held)
        return held.error();
    if (auto stopped = stopHeld(*held, context); !stopped)
        return stopped.error();
    return std::move(held->record);
}

Result<EndpointRecord> EndpointService::undeploy(const QString &name, JobContext &context)
{
    auto held = hold(name, context.cancelToken());
    if (!held)
        return held.error();
    if (auto stopped = stopHeld(*held, context); !stopped)
        return stopped.error();
    for (const EndpointVersion &version : held->record.versions) {
        if (auto gone = held->runner->discard(version, {folderOf(name), version.number}, context); !gone)
            return gone.error();
    }
    if (auto removed = m_book.removeEndpoint(name); !removed)
        return removed.error();
    if (!QDir(folderOf(name)).removeRecursively()) // links to the model are links: it stays
        context.log(tr("Not everything in %1 could be deleted.").arg(folderOf(name)), LogLine::Level::Warning);
    return std::move(held->record);
}

Result<> EndpointService::withVersion(const QString &name, int number, JobContext &context, const VersionWork &work)
{
    auto record = refresh(name, context.cancelToken());
    if (!record)
        return record.error();
    const bool serves = record->state == EndpointState::Running || record->state == EndpointState::Unhealthy;
    if (number == 0 || (number == record->active && serves)) {
        if (!serves && record->state != EndpointState::Deploying) {
            return Error::of(ErrorKind::NotReachable, u"endpoint.notRunning"_s,
                             tr("The endpoint %1 does not run: it is %2.").arg(name, toText(record->state)))
                .withCause(record->reason)
                .withFix(record->active > 0 ? u"mooring restart "_s + name : u"mooring reload "_s + name);
        }
        const EndpointVersion *active = record->serving();
        const auto server = active ? withItsKey(*record, *active, record->port, context.cancelToken())
                                   : Result<ServerAddress>(record->address());
        return server ? work(*server, record->active) : Result<>(server.error());
    }
    EndpointVersion *version = record->version(number);
    if (!version)
        return noVersion(name, QString::number(number));
    const auto run = runner(record->runner);
    if (!run)
        return run.error();
    const VersionFolder folder(folderOf(name), number);
    int port = (*run)->givesAddresses() ? 0 : findTrialPort();
    context.log(tr("Starting version %1 for this call.").arg(number));
    if (auto up = bringUp(**run, *version, folder, port, port > 0 ? findTrialPort : nullptr, context); !up)
        return up;
    JobContext undo;
    const auto server = withItsKey(*record, *version, port, context.cancelToken());
    auto done = server ? work(*server, number) : Result<>(server.error());
    (void)(*run)->stop(*version, folder, undo);
    return done;
}

Result<ServerAddress> EndpointService::withItsKey(const EndpointRecord &record, const EndpointVersion &version,
                                                  int port, const CancelToken &cancel)
{
    ServerAddress server = version.address(port);
    const auto run = version.needsKey ? runner(record.runner) : Result<EndpointRunner *>(nullptr);
    if (!run)
        return run.error();
    if (*run) {
        auto key = (*run)->key(version, {folderOf(record.name), version.number}, cancel);
        if (!key)
            return key.error();
        server.key = std::move(*key);
    }
    return server;
}

Result<Payload> EndpointService::samplePayload(const QString &name, const CancelToken &cancel, SampleFrom from)
{
    const auto record = ours(name);
    if (!record)
        return record.error();
    const EndpointVersion *version = record->serving() ? record->serving() : record->latest();
    if (version && from != SampleFrom::Swagger) {
        const VersionFolder folder(folderOf(name), version->number);
        if (auto found = findSamplePayload({folder.code(), folder.models()}))
            return *found;
    }
    const auto server = from == SampleFrom::Files || !version ? Result<ServerAddress>(Error::canceled())
                                                              : withItsKey(*record, *version, record->port, cancel);
    const auto swagger =
        server ? getFromServer(*server, "/swagger.json", 5s, cancel) : Result<HttpAnswer>(server.error());
    if (swagger) {
        if (auto found = payloadFromSwagger(swagger->body))
            return *found;
    }
    return Error::usage(u"endpoint.noSample"_s, tr("Say what to send: the endpoint %1 brings no sample.").arg(name))
        .withFix(u"--data FILE"_s);
}

} // namespace mooring
