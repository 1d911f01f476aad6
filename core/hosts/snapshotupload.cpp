#include "core/hosts/snapshotupload.h"

#include "core/base/text.h"
#include "core/environments/remotescript.h"
#include "core/runs/hashlist.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kIdleLimit = 60s;    ///< without a byte on the way; the far side says "busy" in between
constexpr auto kAnswerLimit = 120s; ///< the far side may hash what it has
constexpr int kMostTries = 3;

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("mooring::SnapshotUpload", text, nullptr, n);
}

QByteArray objectName(const ManifestEntry &entry) { return entry.sha256 + '-' + QByteArray::number(entry.size); }

/// receive.py under the first Python that is recent enough. It tells itself apart from an interpreter that does not
/// work (1), is too old (97) or is none (126, 127): those take nothing of the input.
QByteArray receiveScript()
{
    return "for python in python3 /usr/bin/python3 /usr/local/bin/python3 /opt/conda/bin/python3 "
           "/anaconda/bin/python3; do\n"
           "    command -v \"$python\" >/dev/null 2>&1 || continue\n"
           "    \"$python\" -I -S -c 'import sys; sys.version_info < (3, 6) and sys.exit(97); exec(sys.argv.pop(1))' " +
           shellQuote(remoteScript(u"receive.py"_s)) +
           " \"$@\"\n"
           "    code=$?\n"
           "    case $code in 1 | 97 | 126 | 127) ;; *) exit $code ;; esac\n"
           "done\n"
           "echo noPython\n";
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
    for (int attempt = 1; attempt <= kMostTries; ++attempt) {
        UploadAnswer answer;
        auto made = runWithPython(answer);
        if (!made)
            return made.error();
        if (*made)
            return std::move(**made);
        if (!answer.hasPython())
            return runWithTar();
        if (answer.exists())
            return exists();
        if (answer.missing().empty())
            break;
        // The store was changed by somebody else, or what came is not what was sent: once more, with what is lacking.
        m_missing.insert(answer.missing().begin(), answer.missing().end());
    }
    return damaged();
}

Result<std::optional<SnapshotSummary>> SnapshotUpload::runWithPython(UploadAnswer &answer)
{
    std::optional<UploadStream> stream;
    std::optional<Error> ours; // what went wrong while reading here says more than the connection's end that follows
    bool asked = false;
    const auto next = [&]() -> Result<QByteArray> {
        if (!std::exchange(asked, true))
            return sizes();
        if (answer.exists())
            return QByteArray();
        if (!stream) {
            if (auto begun = begin(answer, stream); !begun)
                return begun.error();
        }
        return stream->next();
    };
    const auto said = m_shell.converse(
        receiveScript(), {m_store, m_folder},
        [&]() -> Result<QByteArray> {
            auto piece = next();
            if (!piece)
                ours = piece.error();
            return piece;
        },
        [&] { return asked && !answer.hasLooked(); },
        [&](const QByteArray &piece) -> Result<> {
            answer.take(piece);
            return {};
        },
        kIdleLimit, m_context.cancelToken());
    if (ours)
        return *ours;
    if (!said)
        return said.error();
    if (!answer.hasPython() || answer.exists())
        return std::optional<SnapshotSummary>();
    if (said->exitCode != 0 || !answer.hasEnded())
        return refused(*said);
    return answer.isDone() && stream ? std::optional(finish(*stream)) : std::nullopt;
}

/// The question: which contents of these sizes are there?
QByteArray SnapshotUpload::sizes() const
{
    std::set<qint64> sizes;
    for (const SnapshotEntry &entry : m_plan.entries) {
        if (!entry.isLink)
            sizes.insert(entry.size);
    }
    QByteArray lines;
    for (const qint64 size : sizes)
        lines += QByteArray::number(size) + '\n';
    return lines + '\n';
}

Result<> SnapshotUpload::begin(const UploadAnswer &answer, std::optional<UploadStream> &stream)
{
    auto known = findKnown(answer.objects());
    if (!known)
        return known.error();
    if (answer.free() >= 0 && m_plan.totalSize > answer.free())
        return diskFull(
            tr("%1 are free there, %2 are needed.").arg(humanSize(answer.free()), humanSize(m_plan.totalSize)));
    qint64 there = 0;
    for (const auto &[index, entry] : *known)
        there += entry.size;
    if (there > 0)
        m_context.log(tr("%1 of %2 are there already").arg(humanSize(there), humanSize(m_plan.totalSize)));
    stream.emplace(m_plan, std::move(*known), answer.partials(), UploadStream::Form::Contents, m_context);
    return {};
}

/// Reads only files of a size that the host has: a first upload reads each file once.
Result<std::map<size_t, ManifestEntry>> SnapshotUpload::findKnown(const std::set<QByteArray> &objects)
{
    std::set<qint64> sizes;
    for (const QByteArray &object : objects)
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
        const QByteArray name = objectName(*read);
        if (objects.contains(name) && !m_missing.contains(name))
            known.emplace(i, std::move(*read));
    }
    return known;
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
            return damaged().withCause(displayPath(entry.path));
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

SnapshotSummary SnapshotUpload::finish(const UploadStream &stream)
{
    SnapshotSummary summary;
    summary.manifest = stream.manifest();
    summary.files = qint64(summary.manifest.size());
    for (const ManifestEntry &entry : summary.manifest)
        summary.totalSize += entry.size;
    summary.sha256 = manifestHash(summary.manifest);
    m_context.log(tr("Sent %1 of %2").arg(humanSize(stream.sent()), humanSize(summary.totalSize)));
    m_context.log(
        tr("Copied %n file(s), %1, sha256 %2", int(summary.files)).arg(humanSize(summary.totalSize), summary.sha256));
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

Error SnapshotUpload::damaged() const
{
    return Error::failed(u"snapshot.damaged"_s,
                         tr("What arrived on %1 is not what was sent. The snapshot was not made.").arg(m_host));
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
