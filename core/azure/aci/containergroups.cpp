#include "core/azure/aci/containergroups.h"

#include "core/azure/arm/longoperation.h"
#include "core/azure/http/errorchain.h"
#include "core/azure/http/jsonreply.h"
#include "core/base/text.h"

#include <QCoreApplication>
#include <QSet>

namespace mooring {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString kApiVersion = u"2023-05-01"_s;

QString tr(const char *text) { return QCoreApplication::translate("mooring::ContainerGroups", text); }

/// What to do about the words that Azure refuses a group with; empty: it says enough.
QString fixOf(const QString &word)
{
    if (word == u"InaccessibleImage" || word == u"ImageNotFound" || word == u"RegistryErrorResponse")
        return tr("Name an image that Azure can pull without a password, with --image.");
    if (word.contains(u"Quota"))
        return tr("Undeploy another endpoint of the region, or ask for a higher quota in the Azure portal.");
    if (word.startsWith(u"DnsNameLabel") || word.startsWith(u"DnsRecord"))
        return tr("Choose another DNS label, or none.");
    if (word == u"ServiceUnavailable" || word.startsWith(u"RegionCapacity") || word.startsWith(u"InsufficientCapacity"))
        return tr("The region has no room now: try it later, or with less cores and memory.");
    return {};
}

/// Azure's own word first, then its sentence.
Error explained(Error error)
{
    const QString word = error.detail.is_object() ? stringAt(error.detail, "serverCode") : QString();
    if (!word.isEmpty() && !error.cause.startsWith(word))
        error.cause = error.cause.isEmpty() ? word : word + u": "_s + error.cause;
    if (error.fix.isEmpty())
        error.fix = fixOf(word);
    return error;
}

/// Tells each event once, and again when it happened again.
class EventTeller
{
public:
    explicit EventTeller(JobContext &context) : m_context(context) {}

    void tell(const ContainerGroup &group)
    {
        for (const ContainerEvent &event : group.events) {
            const QString mark = u"%1 %2 %3"_s.arg(event.name).arg(event.count).arg(event.message);
            if (m_told.contains(mark))
                continue;
            m_told.insert(mark);
            const bool isBad = event.type == u"Warning" || event.name == u"Failed" || event.name == u"BackOff";
            QString text = event.message.isEmpty() ? event.name : event.name + u": "_s + event.message;
            if (event.count > 1)
                text = tr("%1: %2 (%3 times)").arg(event.name, event.message).arg(event.count);
            m_context.log(text, isBad ? LogLine::Level::Warning : LogLine::Level::Info);
        }
    }

private:
    JobContext &m_context;
    QSet<QString> m_told;
};

} // namespace

ArmCall ContainerGroups::call(const QByteArray &method, const QString &name, const QString &below, const QString &what,
                              Json body) const
{
    const ArmId &workspace = m_client.workspace().id;
    const ArmId id = ArmId::of(workspace.subscription, workspace.resourceGroup, u"Microsoft.ContainerInstance"_s,
                               u"containerGroups"_s, name);
    return {method, id.path() + below, kApiVersion, what, std::move(body)};
}

Result<std::optional<ContainerGroup>> ContainerGroups::find(const QString &name, const CancelToken &cancel)
{
    const ArmCall asked = call("GET", name, {}, tr("The container group %1 could not be read.").arg(name));
    const auto document = m_client.arm().jsonIfThere(asked, cancel);
    if (!document)
        return document.error();
    return *document ? std::optional(ContainerGroup::of(**document)) : std::nullopt;
}

Result<ContainerGroup> ContainerGroups::make(const QString &name, const Json &body, JobContext &context)
{
    const QString what = tr("The container group %1 could not be made.").arg(name);
    const auto begun = m_client.arm().send(call("PUT", name, {}, what, body), context.cancelToken());
    if (!begun)
        return begun.error();
    if (!begun->isSuccess())
        return explained(errorOf(*begun, what));
    EventTeller teller(context);
    LongOperation operation{what, call("GET", name, {}, what)};
    operation.pause = m_pause;
    operation.onLook = [&]() -> Result<> {
        const auto group = find(name, context.cancelToken());
        if (!group || !*group)
            return group ? Result<>() : Result<>(group.error());
        teller.tell(**group);
        const QString problem = (*group)->pullProblem();
        return problem.isEmpty() ? Result<>()
                                 : Result<>(Error::failed(u"aci.imagePull"_s, what)
                                                .withCause(problem)
                                                .withFix(fixOf(u"InaccessibleImage"_s)));
    };
    const auto made = followOperation(m_client.arm(), *begun, operation, context);
    if (!made)
        return made.error().kind == ErrorKind::Canceled ? made.error() : explained(made.error());
    const ContainerGroup group = ContainerGroup::of(*made);
    teller.tell(group);
    return group;
}

Result<> ContainerGroups::remove(const QString &name, JobContext &context)
{
    const QString what = tr("The container group %1 could not be deleted.").arg(name);
    const auto begun = m_client.arm().send(call("DELETE", name, {}, what), context.cancelToken());
    if (!begun)
        return begun.error();
    if (!begun->isSuccess() && begun->status != 404)
        return errorOf(*begun, what);
    Result<> told;
    if (begun->status != 404 && begun->status != 204) {
        LongOperation operation{what, call("GET", name, {}, what)};
        operation.pause = m_pause;
        operation.limit = 10min;
        operation.isDelete = true;
        if (const auto ended = followOperation(m_client.arm(), *begun, operation, context); !ended)
            told = ended.error();
    }
    // What is still there costs: nobody is believed, neither that it is gone nor, of a group that had failed, that its
    // deletion has.
    const auto left = find(name, context.cancelToken());
    if (!left)
        return told ? Result<>(left.error()) : told;
    if (*left && !told)
        return told;
    if (*left)
        return Error::failed(u"aci.stillThere"_s, what).withCause(tr("Azure still shows it after the deletion."));
    return {};
}

Result<std::optional<QByteArray>> ContainerGroups::log(const QString &name, int tail, const CancelToken &cancel)
{
    QString below = u"/containers/%1/logs?timestamps=true"_s.arg(QLatin1StringView(kContainerName));
    if (tail > 0)
        below += u"&tail=%1"_s.arg(tail);
    const ArmCall asked =
        call("GET", name, below, tr("The log of the container group %1 could not be read.").arg(name));
    const auto document = m_client.arm().jsonIfThere(asked, cancel);
    if (!document)
        return document.error();
    return *document ? std::optional(stringAt(**document, "content").toUtf8()) : std::nullopt;
}

} // namespace mooring
