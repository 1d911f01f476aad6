#include "core/azure/mlruns/codeupload.h"

#include "core/azure/http/errorchain.h"
#include "core/azure/http/jsonreply.h"
#include "core/azure/mlruns/blobstore.h"
#include "core/base/files.h"
#include "core/base/text.h"
#include "core/runs/snapshot.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QUuid>

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("mooring::CodeUpload", text, nullptr, n);
}

constexpr qint64 kChunk = 1024 * 1024;
constexpr qint64 kLarge = 100 * 1024 * 1024; ///< azure-ai-ml warns from here on
const QString kHashVersion = u"202208"_s;

/// The version of the code with that hash, if the workspace has it. The name asked with is nobody's: the one found is
/// in the answer (measured with azure-ai-ml 1.35).
Result<QString> findSame(MlClient &client, const QByteArray &hash, const CancelToken &cancel)
{
    const QString name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const auto call = client.call(
        "GET", u"codes/%1/versions?hash=%2&hashVersion=%3"_s.arg(name, QString::fromLatin1(hash), kHashVersion),
        tr("Code that was sent before could not be looked for."));
    const auto document = client.arm().jsonIfThere(call, cancel);
    if (!document)
        return document.error();
    if (!*document)
        return QString();
    const auto value = (*document)->find("value");
    if (value == (*document)->end() || !value->is_array() || value->empty())
        return QString();
    const QString id = stringAt(value->front(), "id");
    const auto parsed = ArmId::parse(id); // only of this workspace
    return parsed && parsed->key().startsWith(client.workspace().id.key() + u"/codes/"_s) ? id : QString();
}

struct Upload
{
    QUrl container; ///< with its SAS
    QString blobUri;
};

Result<Upload> beginUpload(MlClient &client, const QString &version, const CancelToken &cancel)
{
    const auto begun = client.arm().json(client.call("POST", version + u"/startPendingUpload"_s,
                                                     tr("Azure ML gave no place for the code."),
                                                     {{"pendingUploadType", "TemporaryBlobReference"}}),
                                         cancel);
    if (!begun)
        return begun.error();
    const Json place = objectAt(*begun, "blobReferenceForConsumption");
    Upload upload{QUrl(stringAt(objectAt(place, "credential"), "sasUri"), QUrl::StrictMode),
                  stringAt(place, "blobUri")};
    if (upload.container.host().isEmpty() || upload.blobUri.isEmpty())
        return Error::failed(u"azure.badUpload"_s, tr("Azure ML gave no place for the code."))
            .withCause(tr("The answer has no address."));
    return upload;
}

Result<> sendFiles(MlClient &client, const Upload &upload, const QString &folder, const QStringList &paths,
                   const QString &name, JobContext &context)
{
    const BlobStore store(client.arm().cloud(), client.arm().web());
    // The mark of a finished upload stands on the first file, which therefore goes last.
    for (qsizetype i = paths.size() - 1; i >= 0; --i) {
        std::map<QByteArray, QByteArray> metadata;
        if (i == 0)
            metadata = {{"upload_status", "completed"}, {"name", name.toLatin1()}, {"version", "1"}};
        if (auto sent = store.put(upload.container, u"src/"_s + paths[i], folder + u'/' + paths[i], metadata,
                                  context.cancelToken());
            !sent)
            return sent;
        context.progress(paths.size() - i, paths.size());
    }
    return {};
}

} // namespace

Result<QByteArray> codeHash(const QString &folder, const QStringList &paths, const CancelToken &cancel)
{
    QStringList sorted = paths;
    std::sort(sorted.begin(), sorted.end(), [](const QString &a, const QString &b) {
        const QString lowA = a.toLower(), lowB = b.toLower();
        return lowA == lowB ? a < b : lowA < lowB;
    });
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::number(sorted.size()));
    for (const QString &path : sorted)
        hash.addData('#' + path.toUtf8() + '#' + QByteArray::number(QFileInfo(folder + u'/' + path).size()));
    for (const QString &path : sorted) {
        for (qint64 offset = 0;; offset += kChunk) {
            if (cancel.isCanceled())
                return Error::canceled();
            const auto chunk = readFileRange(folder + u'/' + path, offset, kChunk);
            if (!chunk)
                return chunk.error();
            hash.addData(*chunk);
            if (chunk->size() < kChunk)
                break;
        }
    }
    return hash.result().toHex();
}

Result<SnapshotPlan> planCode(const QString &folder, JobContext &context)
{
    auto plan = planSnapshot(folder, context);
    if (!plan)
        return plan;
    std::vector<SnapshotEntry> sent;
    for (SnapshotEntry &entry : plan->entries) {
        const QString path = QString::fromUtf8(entry.path);
        if (entry.isLink)
            plan->special.push_back({entry.path, tr("a link, and code in Azure ML has none")});
        else if (path.toUtf8() != entry.path)
            return Error::usage(u"azure.badPath"_s, tr("The name of %1 is not UTF-8.").arg(displayPath(entry.path)))
                .withFix(tr("Give it another name, or leave it out with a line in .amlignore."));
        else
            sent.push_back(std::move(entry));
    }
    plan->entries = std::move(sent);
    std::sort(plan->special.begin(), plan->special.end(),
              [](const SpecialFile &a, const SpecialFile &b) { return a.path < b.path; });
    return plan;
}

Result<UploadedCode> uploadCode(MlClient &client, const QString &folder, JobContext &context)
{
    auto plan = planCode(folder, context);
    if (!plan)
        return plan.error();
    if (!plan->special.empty())
        context.log(tr("%n link(s) or special file(s) stay here.", int(plan->special.size())), LogLine::Level::Warning);
    QStringList paths;
    for (const SnapshotEntry &entry : plan->entries)
        paths << QString::fromUtf8(entry.path);
    if (paths.isEmpty())
        return Error::usage(u"azure.noCode"_s, tr("The folder has no file that would go to Azure ML."));
    if (plan->totalSize > kLarge)
        context.log(tr("The code has %1: data is better kept in a datastore.").arg(humanSize(plan->totalSize)),
                    LogLine::Level::Warning);
    const QTemporaryDir room;
    const QString copy = room.filePath(u"code"_s);
    if (const auto copied = copySnapshot(*plan, copy, context); !copied)
        return copied.error();
    const auto hash = codeHash(copy, paths, context.cancelToken());
    if (!hash)
        return hash.error();
    UploadedCode code{{}, *hash, paths.size(), plan->totalSize, false};
    const auto same = findSame(client, *hash, context.cancelToken());
    if (!same)
        return same.error();
    if (!same->isEmpty()) {
        code.id = *same;
        code.isReused = true;
        context.log(tr("The same code is in the workspace already: nothing is sent."));
        return code;
    }
    const QString name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QString version = u"codes/%1/versions/1"_s.arg(name);
    const auto upload = beginUpload(client, version, context.cancelToken());
    if (!upload)
        return upload.error();
    if (const auto sent = sendFiles(client, *upload, copy, paths, name, context); !sent)
        return sent.error();
    const Json body = {
        {"properties",
         {{"codeUri", toStd(upload->blobUri + u"/src"_s)},
          {"isAnonymous", true},
          {"properties", {{"hash_sha256", hash->toStdString()}, {"hash_version", toStd(kHashVersion)}}}}}};
    const auto made = client.arm().json(client.call("PUT", version, tr("The code could not be registered."), body),
                                        context.cancelToken());
    if (!made)
        return made.error();
    code.id = client.workspace().id.text + u'/' + version;
    context.log(tr("%n file(s) sent, %1 in all.", int(code.files)).arg(humanSize(code.size)));
    return code;
}

} // namespace mooring
