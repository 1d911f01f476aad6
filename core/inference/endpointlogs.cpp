#include "core/inference/endpointservice.h"

#include "core/inference/growinglog.h"

namespace mooring {

using namespace Qt::StringLiterals;
using Log = EndpointRunner::Log;

Result<> EndpointService::withLogged(const QString &name, LogOf of,
                                     const std::function<Result<>(EndpointRunner &, const EndpointVersion &)> &work)
{
    const auto record = ours(name);
    if (!record)
        return record.error();
    const auto run = runner(record->runner);
    if (!run)
        return run.error();
    const EndpointVersion *version = of.version > 0                    ? record->version(of.version)
                                     : of.serving && record->serving() ? record->serving()
                                                                       : record->latest();
    if (!version && of.version > 0)
        return noVersion(name, QString::number(of.version));
    return version ? work(**run, *version) : Result<>();
}

Result<> EndpointService::readLog(const QString &name, Log log, LogOf of, bool follow, const EndpointRunner::Sink &sink,
                                  const CancelToken &cancel)
{
    return withLogged(name, of, [&](EndpointRunner &run, const EndpointVersion &version) {
        return run.readLog(version, {folderOf(name), version.number}, log, follow, sink, cancel);
    });
}

Result<QString> EndpointService::logFile(const QString &name, Log log, LogOf of)
{
    QString path;
    const auto found = withLogged(name, of, [&](EndpointRunner &run, const EndpointVersion &version) {
        path = run.logFile(version, {folderOf(name), version.number}, log);
        return Result<>();
    });
    return found ? Result<QString>(path) : found.error();
}

Result<> EndpointService::followLogFile(const QString &name, Log log, LogOf of,
                                        const std::function<void(const QString &)> &onFile, const CancelToken &cancel)
{
    return withLogged(name, of, [&](EndpointRunner &run, const EndpointVersion &version) -> Result<> {
        const VersionFolder folder(folderOf(name), version.number);
        if (run.writesLogFile(version, folder, log)) {
            onFile(run.logFile(version, folder, log));
            return {};
        }
        const QString path = folder.path() + u"/following-"_s + version.instance + u".log"_s;
        GrowingLog file(path);
        onFile(path);
        return run.readLog(
            version, folder, log, true,
            [&file](const QByteArray &bytes) {
                file.write(bytes);
                return true;
            },
            cancel);
    });
}

} // namespace mooring
