#include "ui/inference/endpointnews.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;
using Act = EndpointActs::Act;

namespace {

QString tr(const char *text, const char *comment = nullptr)
{
    return QCoreApplication::translate("mooring::EndpointNews", text, comment);
}

} // namespace

EndpointNews newsOf(const EndpointView &view, const std::optional<Error> &failure)
{
    if (view.failed)
        return {view.error.code == u"endpoint.unknown" ? Tone::Fail : Tone::Unknown, view.error.text(), {}};
    const EndpointRecord &endpoint = view.record;
    if (failure && !(failure->code == u"endpoint.initFailed" && view.cause)) // the card says that better
        return {Tone::Fail, failure->message, QStringList{failure->cause, failure->fix}.join(u' ').trimmed()};
    const QString madeByOthers =
        tr("Others made this endpoint: Mooring sends it requests and reads its logs, and changes nothing of it.");
    if (endpoint.canBeAsked && !endpoint.reason.isEmpty())
        return {endpoint.state == EndpointState::Failed    ? Tone::Fail
                : endpoint.state == EndpointState::Unknown ? Tone::Unknown
                                                           : Tone::Warn,
                endpoint.reason, madeByOthers};
    if (endpoint.canBeAsked)
        return {Tone::Accent, madeByOthers, {}};
    if (endpoint.isForeign)
        return {
            Tone::Accent,
            tr("%1 made this endpoint: Mooring shows it and changes nothing of it.", "a program").arg(endpoint.maker),
            tr("To work with it here, deploy the model under a name of its own.")};
    if (view.cause && endpoint.answers())
        return {Tone::Warn,
                tr("Version %1 did not start. Version %2 goes on answering; nothing was replaced.")
                    .arg(endpoint.versions.back().number)
                    .arg(endpoint.active),
                {}};
    if (!endpoint.reason.isEmpty() && !view.cause)
        return {endpoint.state == EndpointState::Failed ? Tone::Fail : Tone::Warn, endpoint.reason, {}};
    return {};
}

EndpointNews newsOfAct(Act act, const QString &step)
{
    switch (act) {
    case Act::Reload:
        return {Tone::Accent, tr("The code as it is now is being tried. An earlier version goes on until it answers."),
                step};
    case Act::Restart:
        return {Tone::Accent, tr("It is being started.", "endpoint"), step};
    case Act::Stop:
        return {Tone::Accent, tr("It is being stopped.", "endpoint"), step};
    case Act::Delete:
        break;
    }
    return {Tone::Accent, tr("It is being deleted.", "endpoint"), step};
}

} // namespace mooring
