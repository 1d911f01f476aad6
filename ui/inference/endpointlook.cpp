#include "ui/inference/endpointlook.h"

#include "ui/inference/deploy/initcause.h"

namespace mooring {

namespace {

constexpr int kShownCalls = 100;

/// What other programs made is not in the store.
std::optional<EndpointRecord> findForeign(EndpointBench &endpoints, const QString &name, const CancelToken &cancel)
{
    const EndpointList all = endpoints.list(cancel);
    for (const EndpointRecord &each : all.endpoints) {
        if (each.isForeign && each.name == name)
            return each;
    }
    return {};
}

} // namespace

EndpointView lookAtEndpoint(EndpointBench &endpoints, const QString &name, const CancelToken &cancel)
{
    EndpointView view;
    auto record = endpoints.refresh(name, cancel);
    if (!record) {
        const auto foreign = record.error().code == QLatin1String("endpoint.foreign")
                                 ? findForeign(endpoints, name, cancel)
                                 : std::nullopt;
        view.failed = !foreign;
        if (foreign)
            view.record = *foreign;
        else
            view.error = record.error();
        return view;
    }
    view.record = std::move(*record);
    if (auto calls = endpoints.calls(name, kShownCalls))
        view.calls = std::move(*calls);
    if (const EndpointVersion *newest = view.record.latest())
        view.cause = readInitCause(*newest, endpoints.codeOf(name, newest->number));
    return view;
}

} // namespace mooring
