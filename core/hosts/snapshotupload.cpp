#include "core/hosts/snapshotupload.h"

#include "core/base/text.h"
#include "core/environments/remotescript.h"
#include "core/runs/hashlist.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kIdleLimit = 60s;    ///< without a byte on the way
constexpr auto kAnswerLimit = 120s; ///< the far side may hash what it has
constexpr int kMostTries = 3;

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("mooring::SnapshotUpload", text, nullptr, n);
}

QByteArray objectName(const ManifestEntry &entry) { return entry.sha256 + '-' + QByteArray::number(entry.size); }

/// receive.py under the first Python that is recent enough; it reads what this script does not.
QByteArray lookScript()
{
    return "for python in python3 /usr/bin/python3 /usr/local/bin/python3 /opt/conda/bin/python3 "
           "/anaconda/bin/python3; do\n"
           "    command -v \"$python\" >/dev/null 2>&1 || continue\n"
           "    \"$python\" -I -S -c 'import sys; sys.exit(sys.version_info < (3, 6))' </dev/null 2>/dev/null || "
           "continue\n"
           "    exec \"$python\" -I -S -c " +
           shellQuote(remoteScript(u"receive.py"_s)) +
           " \"$@\"\n"
           "done\n"
           "echo noPython\n";
}

/// With the Python that look() has found, as the first argument.
QByteArray putScript()
{
    return "python=$1\nshift\nexec \"$python\" -I -S -c " + shellQuote(remoteScript(u"receive.py"_s)) + " \"$@\"\n";
}

} // namespace

SnapshotUpload::SnapshotUpload(RemoteShell &shell, QString host, QString store, const SnapshotPlan &plan,
                               QString folder, JobContext &context)
    : m_shell(shell),
      m_host(std::move(host)),
      m_store(std::move(store)),
      m_plan(plan),
      m_folder(std::move(folder)),
      m_context(context)
{
}

Result<SnapshotSummary> SnapshotUpload::run()
{
    if (auto readable = requireReadable(m_plan); !readable)
        return readable.error();
    auto store = look();
    if (!store)
        return store.error();
    if (store->exists)
        return exists();
    auto summary = !store->python.isEmpty() ? runWithPython(std::move(*store)) : runWithTar();
    if (summary)
        m_context.log(tr("Copied %n file(s), %1, sha256 %2", int(summary->files))
                          .arg(humanSize(summary->totalSize), summary->sha256));
    return summary;
}

Result<SnapshotUpload::Store> SnapshotUpload::look()
{
    std::set<qint64> sizes;
    for (const SnapshotEntry &entry : m_plan.entries) {
        if (!entry.isLink)
            sizes.insert(entry.size);
    }
    QByteArray lines;
    for (const qint64 size : sizes)
        lines += QByteArray::number(size) + '\n';
    QByteArray output;
    const auto answer = m_shell.stream(
        lookScript(), {u"have"_s, m_store, m_folder},
        [&lines]() -> Result<QByteArray> { return std::exchange(lines, {}); },
        [&output](const QByteArray &piece) -> Result<> {
            output += piece;
            return {};
        },
        kAnswerLimit, m_context.cancelToken());
    if (!answer)
        return answer.error();
    if (answer->exitCode != 0)
        return refused(*answer);
    Store store;
    for (const QByteArray &line : output.split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words[0] == "python")
            store.python = QString::fromUtf8(line.mid(7));
        else if (line == "exists")
            store.exists = true;
        else if (words[0] == "free" && words.size() == 2)
            store.free = words[1].toLongLong();
        else if (words[0] == "object" && words.size() == 3)
            store.objects.insert(words[1] + '-' + words[2]);
        else if (words[0] == "partial" && words.size() == 4)
            takePartial(words, store);
    }
    return store;
}

/// "partial partial-<size>-<pid> BYTES SHA256". The far side may say anything: it names a file of its own.
void SnapshotUpload::takePartial(const QList<QByteArray> &words, Store &store)
{
    const QList<QByteArray> name = words[1].split('-');
    const qint64 size = name.value(1).toLongLong();
    const qint64 bytes = words[2].toLongLong();
    if (name.size() == 3 && words[1].size() < 64 && bytes > 0 && bytes <= size)
        store.partials[size] = {words[1], bytes, words[3]};
}

/// Reads only files of a size that the host has: a first upload reads each file once.
Result<std::map<size_t, ManifestEntry>> SnapshotUpload::findKnown(const Store &store)
{
    std::set<qint64> sizes;
    for (const QByteArray &object : store.objects)
        sizes.insert(object.mid(object.indexOf('-') + 1).toLongLong());
    std::map<size_t, ManifestEntry> known;
    ContentReader reader(m_plan.source, m_context.cancelToken());
    for (size_t i = 0; i < m_plan.entries.size(); ++i) {
        const SnapshotEntry &entry = m_plan.entries[i];
        if (entry.isLink || !sizes.contains(entry.size))
            continue;
        auto read = reader.readStable(entry, nullptr);
        if (!read)
            return read.error();
        if (store.objects.contains(objectName(*read)))
            known.emplace(i, std::move(*read));
    }
    return known;
}

Result<SnapshotSummary> SnapshotUpload::runWithPython(Store store)
{
    for (int attempt = 1;; ++attempt) {
        auto known = findKnown(store);
        if (!known)
            return known.error();
        qint64 there = 0;
        for (const auto &[index, entry] : *known)
            there += entry.size;
        if (store.free >= 0 && m_plan.totalSize > store.free)
            return diskFull(
                tr("%1 are free there, %2 are needed.").arg(humanSize(store.free), humanSize(m_plan.totalSize)));
        if (there > 0)
            m_context.log(tr("%1 of %2 are there already").arg(humanSize(there), humanSize(m_plan.totalSize)));
        // Once: what it was good for shows in what is missing then.
        UploadStream stream(m_plan, std::move(*known), std::exchange(store.partials, {}), UploadStream::Form::Contents,
                            m_context);
        auto answer = send(putScript(), {store.python, u"put"_s, m_store, m_folder}, stream);
        if (!answer)
            return answer.error();
        QList<QByteArray> lines = answer->output.split('\n');
        if (answer->exitCode != 0 || !lines.contains("end"))
            return refused(*answer);
        if (lines.contains("exists"))
            return exists();
        if (lines.contains("done"))
            return finish(stream);
        // The store was changed by somebody else, or what came is not what was sent: once more, with what is lacking.
        qsizetype missing = 0;
        for (const QByteArray &line : lines) {
            const QList<QByteArray> words = line.split(' ');
            if (words[0] == "missing" && words.size() == 3) {
                store.objects.erase(words[1] + '-' + words[2]);
                ++missing;
            }
        }
        if (attempt == kMostTries || missing == 0)
            return Error::failed(u"snapshot.damaged"_s,
                                 tr("What arrived on %1 is not what was sent. The snapshot was not made.").arg(m_host));
    }
}

Result<SnapshotSummary> SnapshotUpload::runWithTar()
{
    m_context.log(
        tr("%1 has no Python 3.6 or later: all files are sent, also those that are there already.").arg(m_host));
    const QByteArray script = remoteScript(u"receive.sh"_s);
    UploadStream stream(m_plan, {}, {}, UploadStream::Form::Tree, m_context);
    auto answer = send(script, {u"unpack"_s, m_folder}, stream);
    if (!answer)
        return answer.error();
    if (answer->exitCode != 0)
        return refused(*answer);
    if (answer->output.trimmed() == "exists")
        return exists();
    Result<> done = verifyTree(stream.manifest());
    if (done) {
        auto finished = ask(script, {u"finish"_s, m_folder}, m_context.cancelToken());
        if (!finished)
            done = finished.error();
        else if (finished->exitCode != 0)
            done = refused(*finished);
    }
    if (done)
        return finish(stream);
    (void)ask(script, {u"drop"_s, m_folder}, CancelToken()); // the wish that stopped this must not stop the cleaning
    return done.error();
}

Result<> SnapshotUpload::verifyTree(const Manifest &manifest)
{
    auto answer = ask(remoteScript(u"receive.sh"_s), {u"hashes"_s, m_folder}, m_context.cancelToken());
    if (!answer)
        return answer.error();
    const auto hashes = parseHashList(answer->output);
    for (const ManifestEntry &entry : manifest) {
        const auto found = hashes.find(entry.path);
        if (!entry.isLink && (found == hashes.end() || found->second != QString::fromLatin1(entry.sha256)))
            return Error::failed(u"snapshot.damaged"_s,
                                 tr("What arrived on %1 is not what was sent. The snapshot was not made.").arg(m_host))
                .withCause(displayPath(entry.path));
    }
    return {};
}

Result<RemoteShell::Answer> SnapshotUpload::send(const QByteArray &script, const QStringList &arguments,
                                                 UploadStream &stream)
{
    QByteArray output;
    std::optional<Error> ours; // what went wrong while reading here says more than the connection's end that follows
    auto answer = m_shell.stream(
        script, arguments,
        [&stream, &ours]() -> Result<QByteArray> {
            auto piece = stream.next();
            if (!piece)
                ours = piece.error();
            return piece;
        },
        [&output](const QByteArray &piece) -> Result<> {
            output += piece;
            return {};
        },
        kIdleLimit, m_context.cancelToken());
    if (ours)
        return *ours;
    if (answer)
        answer->output = output;
    return answer;
}

Result<RemoteShell::Answer> SnapshotUpload::ask(const QByteArray &script, const QStringList &arguments,
                                                const CancelToken &cancel)
{
    return m_shell.run(script, arguments, kAnswerLimit, cancel);
}

Result<SnapshotSummary> SnapshotUpload::finish(const UploadStream &stream)
{
    SnapshotSummary summary;
    summary.manifest = stream.manifest();
    summary.files = qint64(summary.manifest.size());
    for (const ManifestEntry &entry : summary.manifest)
        summary.totalSize += entry.size;
    summary.sha256 = manifestHash(summary.manifest);
    m_context.log(tr("Sent %1 of %2").arg(humanSize(stream.sent()), humanSize(summary.totalSize)));
    return summary;
}

Error SnapshotUpload::refused(const RemoteShell::Answer &answer) const
{
    const QByteArray errors = answer.errors.trimmed();
    const QString cause = QString::fromUtf8(errors.mid(errors.lastIndexOf('\n') + 1)).left(300);
    if (cause.contains(u"No space left"_s) || cause.contains(u"quota exceeded"_s, Qt::CaseInsensitive))
        return diskFull(cause);
    return Error::failed(u"snapshot.cannotWrite"_s,
                         tr("The snapshot could not be made on %1. Nothing of it is seen there.").arg(m_host))
        .withCause(cause);
}

Error SnapshotUpload::exists() const
{
    return Error::failed(u"snapshot.exists"_s,
                         tr("The folder %1 is there already; a snapshot is made once.").arg(m_folder));
}

Error SnapshotUpload::diskFull(const QString &cause) const
{
    return Error::failed(u"file.diskFull"_s,
                         tr("The disk of %1 has no room for the snapshot. Nothing of it is seen there.").arg(m_host))
        .withCause(cause)
        .withFix(
            tr("Free some space on that disk, or leave large files out with a line in .amlignore, then try again."));
}

} // namespace mooring
