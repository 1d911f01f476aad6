#include "app/cli/endpointplace.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::EndpointCommands", text); }

} // namespace

Result<std::unique_ptr<OnlineEndpoints>> onlineEndpoints(CommandContext &context)
{
    const auto ml = context.ml();
    if (!ml)
        return ml.error();
    if (!*ml)
        return std::unique_ptr<OnlineEndpoints>();
    const auto services = context.services();
    if (!services)
        return services.error();
    const std::shared_ptr<MlClient> client = (*ml)->client;
    return std::make_unique<OnlineEndpoints>([client](const QString &) { return Result(client); },
                                             (*services)->workspace(), client->workspace().name);
}

Result<EndpointPlace> placeOf(CommandContext &context, const QString &name)
{
    const auto services = context.services();
    if (!services)
        return services.error();
    EndpointPlace here{&(*services)->endpoints(), nullptr};
    if ((*services)->workspace().findEndpoint(name))
        return here;
    auto online = onlineEndpoints(context);
    if (!online)
        return online.error();
    if (!*online)
        return here;
    auto record = (*online)->refresh(name, context.cancel);
    if (!record)
        return record.error().code == u"endpoint.unknown" ? std::move(here) : Result<EndpointPlace>(record.error());
    EndpointPlace there;
    there.bench = online->get();
    there.online = std::move(*online);
    there.record = std::move(*record);
    return there;
}

Result<int> EndpointPlace::version(const QString &endpoint, const std::string &word) const
{
    const QString text = fromStd(word);
    if (text.isEmpty())
        return 0;
    if (record) {
        const EndpointVersion *named = record->versionLabeled(text);
        if (named)
            return named->number;
        QStringList names;
        for (const EndpointVersion &each : record->versions)
            names << each.title;
        return noVersion(endpoint, text)
            .withFix(names.isEmpty() ? QString() : tr("It has: %1.").arg(names.join(u", "_s)));
    }
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (isNumber && number > 0)
        return number;
    return Error::usage(u"endpoint.badVersion"_s, tr("“%1” is no version: they are numbered from 1.").arg(text));
}

} // namespace mooring
