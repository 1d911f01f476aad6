#include "core/inference/loadmeasuring.h"

namespace mooring {

Result<MeasuredLoad> measureLoad(EndpointBench &endpoints, const QString &name, int version, LoadSettings settings,
                                 JobContext &context, const std::function<void(const LoadReport &)> &onSecond)
{
    MeasuredLoad measured;
    const auto done =
        endpoints.withVersion(name, version, context, [&](const ServerAddress &server, int number) -> Result<> {
            settings.server = server;
            settings.path = server.path.toLatin1();
            measured.version = number;
            const auto first = endpoints.ask(server, settings.request, settings.requestLimit, context.cancelToken());
            if (!first)
                return first.error();
            measured.firstMs = first->ms;
            auto report = runLoad(settings, context.cancelToken(), onSecond);
            if (!report)
                return report.error();
            measured.report = std::move(*report);
            return {};
        });
    return done ? Result<MeasuredLoad>(std::move(measured)) : done.error();
}

} // namespace mooring
