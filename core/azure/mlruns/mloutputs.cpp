#include "core/azure/mlruns/mloutputs.h"

#include "core/azure/mlruns/blobstore.h"
#include "core/base/text.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QSaveFile>

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::MlOutputs", text); }

constexpr qint64 kPiece = 16 * 1024 * 1024;

/// Names are the run's own: only those that stay inside a folder are taken.
bool isInside(const QString &path)
{
    if (path.isEmpty() || path.startsWith(u'/') || path.contains(u'\\') || path.contains(QChar(0)) ||
        path.size() > 1000)
        return false;
    for (const QString &part : path.split(u'/')) {
        if (part.isEmpty() || part == u"." || part == u".." || part.toUtf8().size() > 255)
            return false;
    }
    return true;
}

Result<QUrl> addressOf(const RunHistory &history, const QString &path, const CancelToken &cancel)
{
    const QString what = tr("The output %1 could not be found.").arg(path);
    const auto call =
        history.runCall("GET", u"artifacts/contentinfo?path="_s + pathSegment(u"outputs/"_s + path), what, cancel);
    if (!call)
        return call.error();
    const auto info = history.arm().json(*call, cancel);
    if (!info)
        return info.error();
    return QUrl(stringAt(*info, "contentUri"), QUrl::StrictMode);
}

Result<> fetchOne(const RunHistory &history, MlOutput &output, const QString &folder, const CancelToken &cancel)
{
    const auto address = addressOf(history, output.path, cancel);
    if (!address)
        return address.error();
    const QString target = folder + u'/' + output.path;
    const Error failed = Error::failed(u"outputs.cannotWrite"_s, tr("%1 could not be written.").arg(target));
    if (!QDir().mkpath(QFileInfo(target).path()))
        return failed;
    QSaveFile file(target);
    if (!file.open(QIODevice::WriteOnly))
        return Error(failed).withCause(file.errorString());
    const BlobStore store(history.arm().cloud(), history.arm().web());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    qint64 size = 0;
    while (true) {
        const auto piece = store.read(*address, size, kPiece, cancel);
        if (!piece)
            return piece.error();
        if (piece->isEmpty())
            break;
        if (file.write(*piece) != piece->size())
            return Error(failed).withCause(file.errorString());
        hash.addData(*piece);
        size += piece->size();
    }
    if (size == 0) { // an empty file, or none: run history lists also what was deleted from the storage
        const auto isThere = store.isThere(*address, tr("The output %1 could not be found.").arg(output.path), cancel);
        if (!isThere)
            return isThere.error();
        if (!*isThere)
            return Error::failed(
                u"outputs.gone"_s,
                tr("The run lists the output %1, but the storage does not have it any more.").arg(output.path));
    }
    if (!file.commit())
        return Error(failed).withCause(file.errorString());
    output.size = size;
    output.sha256 = QString::fromLatin1(hash.result().toHex());
    return {};
}

} // namespace

Json MlOutput::toJson() const
{
    return {{"path", toStd(path)}, {"size", intOrNull(size)}, {"sha256", textOrNull(sha256)}};
}

Result<std::vector<MlOutput>> listMlOutputs(const RunHistory &history, const CancelToken &cancel)
{
    const auto call = history.runCall("GET", u"artifacts"_s,
                                      tr("The outputs of the run %1 could not be listed.").arg(history.run()), cancel);
    if (!call)
        return call.error();
    const auto list = history.arm().list(*call, cancel);
    if (!list)
        return list.error();
    std::vector<MlOutput> outputs;
    for (const Json &artifact : *list) {
        const QString path = stringAt(artifact, "path");
        if (path.startsWith(u"outputs/"_s) && isInside(path.mid(8)))
            outputs.push_back({path.mid(8), {}, {}});
    }
    std::sort(outputs.begin(), outputs.end(), [](const MlOutput &a, const MlOutput &b) { return a.path < b.path; });
    return outputs;
}

void askSizes(const RunHistory &history, std::vector<MlOutput> &outputs, const CancelToken &cancel)
{
    const BlobStore store(history.arm().cloud(), history.arm().web());
    for (MlOutput &output : outputs) {
        if (output.size)
            continue;
        const auto address = addressOf(history, output.path, cancel);
        const auto size = address ? store.sizeOf(*address, cancel) : Result<std::optional<qint64>>(address.error());
        if (cancel.isCanceled())
            return;
        output.size = size.valueOr({});
    }
}

Result<std::vector<MlOutput>> fetchMlOutputs(const RunHistory &history, const QString &folder, JobContext &context)
{
    auto outputs = listMlOutputs(history, context.cancelToken());
    if (!outputs)
        return outputs;
    for (const MlOutput &output : *outputs) {
        if (QFileInfo::exists(folder + u'/' + output.path))
            return Error::usage(u"outputs.exists"_s,
                                tr("%1 is there already; nothing was fetched.").arg(folder + u'/' + output.path))
                .withFix(tr("Name another folder."));
    }
    qint64 done = 0;
    for (MlOutput &output : *outputs) {
        context.log(output.path);
        if (const auto fetched = fetchOne(history, output, folder, context.cancelToken()); !fetched)
            return fetched.error();
        context.progress(++done, qint64(outputs->size()));
    }
    return outputs;
}

} // namespace mooring
