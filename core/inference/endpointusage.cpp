#include "core/inference/endpointservice.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::EndpointService", text); }

} // namespace

Result<> EndpointRunner::watchUsage(const EndpointVersion &, const VersionFolder &, const UsageSink &,
                                    const CancelToken &)
{
    return Error::usage(u"endpoint.noUsage"_s, tr("What an endpoint takes is told for containers, not for a process."));
}

Result<> EndpointService::watchUsage(const QString &name, const EndpointRunner::UsageSink &sink,
                                     const CancelToken &cancel)
{
    const auto record = ours(name);
    if (!record)
        return record.error();
    const EndpointVersion *version = record->serving();
    const auto run = runner(record->runner);
    if (!run)
        return run.error();
    if (!version)
        return Error::failed(u"endpoint.neverServed"_s, tr("No version of the endpoint %1 ever served.").arg(name));
    return (*run)->watchUsage(*version, {folderOf(name), version->number}, sink, cancel);
}

/// A foreign endpoint is asked for only when ours has no such name: that takes a look at the engine.
Result<EndpointRecord> EndpointService::ours(const QString &name) const
{
    auto record = m_book.findEndpoint(name);
    if (record || record.error().code != u"endpoint.unknown")
        return record;
    for (const auto &[word, each] : m_runners) {
        for (const EndpointRecord &foreign : each->foreign(CancelToken())) {
            if (foreign.name == name) {
                return Error::usage(u"endpoint.foreign"_s,
                                    tr("The endpoint %1 was made by %2: Mooring shows it and changes nothing of it.")
                                        .arg(name, foreign.maker))
                    .withFix(tr("Deploy the model here under a name of its own."));
            }
        }
    }
    return record;
}

} // namespace mooring
