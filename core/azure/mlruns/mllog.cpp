#include "core/azure/mlruns/mllog.h"

#include "core/azure/mlruns/blobstore.h"
#include "core/azure/mlruns/mljob.h"

#include <QElapsedTimer>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kPiece = 8 * 1024 * 1024;

/// What each kind of log is called: by the common runtime first, then by the old one (azureml-core, azure-ai-ml).
QStringList patternsOf(const QString &kind)
{
    if (kind == u"build")
        return {u"^azureml-logs/20_image_build_log\\.txt$"_s, u"image_build"_s};
    if (kind == u"provisioning")
        return {u"^system_logs/lifecycler/lifecycler\\.log$"_s, u"^azureml-logs/55_azureml-execution.*\\.txt$"_s,
                u"^system_logs/"_s};
    return {u"^user_logs/std_log\\.txt$"_s, u"^user_logs/std_log[^/]*\\.txt$"_s,
            u"^azureml-logs/70_driver_log.*\\.txt$"_s, u"^logs/azureml/executionlogs\\.txt$"_s,
            u"^azureml-logs/\\d{2}.+\\.txt$"_s};
}

bool isWorthWaiting(const Error &error)
{
    return error.kind == ErrorKind::NotReachable || error.code == u"azure.unavailable" ||
           error.code == u"azure.throttled";
}

} // namespace

QString MlLog::choose(const std::map<QString, QUrl> &logs, const QString &kind)
{
    for (const QString &pattern : patternsOf(kind)) {
        const QRegularExpression wanted(pattern);
        for (const auto &[name, url] : logs) { // in the order of their names: process 0 first
            if (wanted.match(name).hasMatch())
                return name;
        }
    }
    return {};
}

Result<> MlLog::readNew(const MlRunDetails &details, const OnBytes &onBytes, const CancelToken &cancel)
{
    if (m_name.isEmpty())
        m_name = choose(details.logs, m_kind);
    const auto found = details.logs.find(m_name);
    if (found == details.logs.end())
        return {};
    const BlobStore store(m_arm.cloud(), m_arm.web());
    QUrl address = found->second;
    bool isRenewed = false;
    while (true) {
        auto piece = store.read(address, m_offset, kPiece, cancel);
        if (!piece && piece.error().code == u"azure.forbidden" && !isRenewed) { // the address expired
            isRenewed = true;
            const auto fresh = m_history.details(cancel);
            if (!fresh)
                return fresh.error();
            if (const auto again = fresh->logs.find(m_name); again != fresh->logs.end())
                address = again->second;
            continue;
        }
        if (!piece)
            return piece.error();
        if (piece->isEmpty())
            return {};
        m_offset += piece->size();
        onBytes(*piece);
        if (cancel.isCanceled())
            return Error::canceled();
    }
}

Result<> MlLog::print(const OnBytes &onBytes, const CancelToken &cancel)
{
    const auto details = m_history.details(cancel);
    return details ? readNew(*details, onBytes, cancel) : Result<>(details.error());
}

std::chrono::milliseconds MlLog::pause(qint64 elapsedMs) const
{
    const double seconds = double(elapsedMs) / 1000;
    const double wait = std::max(2.0, 60 / (1 + 100 * std::exp(-seconds / 20))); // as azureml-core and azure-ai-ml do
    return std::chrono::milliseconds(qint64(wait * 1000 * m_pace));
}

Result<MlRunDetails> MlLog::follow(const OnBytes &onBytes, const OnTrouble &onTrouble, const CancelToken &cancel)
{
    QElapsedTimer timer;
    timer.start();
    QString told;
    while (true) {
        const auto details = m_history.details(cancel);
        const auto read = details ? readNew(*details, onBytes, cancel) : Result<>(details.error());
        if (read && isEnded(runStateOf(details->status)))
            return details;
        if (!read && !isWorthWaiting(read.error()))
            return read.error();
        if (!read && read.error().message != told) {
            told = read.error().message;
            onTrouble(read.error().text());
        }
        if (cancel.waitFor(pause(timer.elapsed())))
            return Error::canceled();
    }
}

} // namespace mooring
