#include "core/runs/outputs.h"

#include "core/runs/foldertarget.h"
#include "core/runs/hashlist.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mooring {

namespace {

constexpr qint64 firstPiece = 1 << 20;
constexpr qint64 largestPiece = 16 << 20; ///< each piece costs a question to the host
constexpr auto hashLimit = 600s;

constexpr char hashScript[] = R"(cd "$1" 2>/dev/null || exit 0
if command -v sha256sum >/dev/null 2>&1; then tool=sha256sum; else tool="shasum -a 256"; fi
find . -type f -exec $tool {} +
)";

QString tr(const char *text) { return QCoreApplication::translate("mooring::Outputs", text); }

Error alreadyThere(const QByteArray &path, const QString &folder)
{
    return Error::failed(
               u"outputs.exists"_s,
               tr("%1 is already in %2 with other content. Nothing was copied.").arg(QString::fromUtf8(path), folder))
        .withFix(tr("Choose an empty folder."));
}

/// True: has to be copied. False: is there with the same content.
Result<bool> needsCopy(const OutputFile &file, const FolderTarget &target, const QString &folder,
                       const CancelToken &cancel)
{
    if (!FolderTarget::isSafe(file.path))
        return Error::failed(u"outputs.badName"_s,
                             tr("The outputs hold a name that would leave the folder: %1. Nothing was copied.")
                                 .arg(QString::fromUtf8(file.path)));
    qint64 size = 0;
    switch (target.look(file.path, size)) {
    case FolderTarget::There::Nothing:
        return true;
    case FolderTarget::There::Other:
        return alreadyThere(file.path, folder);
    case FolderTarget::There::File:
        break;
    }
    if (size != file.size)
        return alreadyThere(file.path, folder);
    const auto hash = target.hash(file.path, cancel);
    if (!hash)
        return hash.error();
    return *hash == file.sha256 ? Result<bool>(false) : alreadyThere(file.path, folder);
}

Error damaged(const QByteArray &path)
{
    return Error::failed(
               u"outputs.damaged"_s,
               tr("%1 came with another content than the host has. It was not kept.").arg(QString::fromUtf8(path)))
        .withFix(tr("A run that still writes it changes it meanwhile: copy again when the run has ended."));
}

/// Bytes, not files: one large file is the usual case.
struct Progress
{
    JobContext &context;
    qint64 done = 0, total = 0;

    void add(qint64 bytes)
    {
        done += bytes;
        context.progress(done, total);
    }
};

Result<> copyOne(RunHost &host, const QString &outputs, const OutputFile &file, FolderTarget &target,
                 Progress &progress)
{
    const QString path = outputs + u'/' + QString::fromUtf8(file.path);
    if (QString::fromUtf8(file.path).toUtf8() != file.path) {
        return Error::failed(u"outputs.badName"_s, tr("The name %1 is not UTF-8 and cannot be asked for on the target.")
                                                       .arg(QString::fromLatin1(file.path.toPercentEncoding("/"))));
    }
    qint64 offset = 0, piece = firstPiece;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return target.write(file.path, [&]() -> Result<QByteArray> {
        if (progress.context.isCanceled())
            return Error::canceled();
        auto bytes = host.readFile(path, offset, piece, progress.context.cancelToken());
        if (!bytes)
            return bytes;
        offset += bytes->size();
        progress.add(bytes->size());
        piece = std::min(piece * 2, largestPiece);
        hash.addData(*bytes);
        if (bytes->isEmpty() && !file.sha256.isEmpty() && QString::fromLatin1(hash.result().toHex()) != file.sha256)
            return damaged(file.path); // so that it does not appear
        return bytes;
    });
}

} // namespace

Json OutputFile::toJson() const
{
    const bool readable = QString::fromUtf8(path).toUtf8() == path;
    Json json = {{"path", readable ? path.toStdString() : path.toPercentEncoding("/").toStdString()},
                 {"size", size},
                 {"sha256", textOrNull(sha256)}};
    if (!readable)
        json["encoded"] = true;
    return json;
}

Result<std::vector<OutputFile>> listOutputs(RunHost &host, const QString &runFolder, bool withHashes,
                                            const CancelToken &cancel)
{
    const QString folder = runFolder + u"/outputs"_s;
    const auto files = host.listFiles(folder, cancel);
    if (!files)
        return files.error();
    std::map<QByteArray, QString> hashes;
    if (withHashes && !files->empty()) {
        const auto output = host.runScript(hashScript, {folder}, hashLimit, cancel);
        if (!output)
            return output.error();
        hashes = parseHashList(*output);
    }
    std::vector<OutputFile> all;
    for (const HostFile &file : *files) {
        const auto hash = hashes.find(file.path);
        all.push_back({file.path, file.size, hash == hashes.end() ? QString() : hash->second});
    }
    return all;
}

Result<qint64> outputSize(RunHost &host, const QString &runFolder, const CancelToken &cancel)
{
    const auto files = host.listFiles(runFolder + u"/outputs"_s, cancel);
    if (!files)
        return files.error();
    qint64 size = 0;
    for (const HostFile &file : *files)
        size += file.size;
    return size;
}

Result<std::vector<OutputFile>> copyOutputs(RunHost &host, const QString &runFolder, const QString &folder,
                                            JobContext &context)
{
    const auto files = listOutputs(host, runFolder, true, context.cancelToken());
    if (!files)
        return files.error();
    FolderTarget target;
    if (auto opened = target.open(folder); !opened)
        return opened.error();
    std::vector<const OutputFile *> missing;
    for (const OutputFile &file : *files) {
        const auto needed = needsCopy(file, target, folder, context.cancelToken());
        if (!needed)
            return needed.error();
        if (*needed)
            missing.push_back(&file);
    }
    Progress progress{context};
    for (const OutputFile *file : missing)
        progress.total += file->size;
    for (const OutputFile *file : missing) {
        if (auto copied = copyOne(host, runFolder + u"/outputs"_s, *file, target, progress); !copied)
            return copied.error();
    }
    return *files;
}

} // namespace mooring
