#include "core/hosts/uploadstream.h"

#include <QCoreApplication>

#include <archive.h>
#include <archive_entry.h>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kPiece = 256 * 1024;
constexpr qint64 kLarge = 1024 * 1024; ///< above, a file is sent while it is read and again when it changed

QString tr(const char *text) { return QCoreApplication::translate("mooring::UploadStream", text); }

la_ssize_t append(archive *, void *out, const void *bytes, size_t size)
{
    static_cast<QByteArray *>(out)->append(static_cast<const char *>(bytes), qsizetype(size));
    return la_ssize_t(size);
}

QByteArray line(std::initializer_list<QByteArray> fields)
{
    QByteArray text;
    for (const QByteArray &field : fields)
        (text += field).append('\0');
    return text;
}

} // namespace

UploadStream::UploadStream(const SnapshotPlan &plan, std::map<size_t, ManifestEntry> known,
                           std::map<qint64, PartialContent> partials, Form form, JobContext &context)
    : m_plan(plan),
      m_known(std::move(known)),
      m_partials(std::move(partials)),
      m_form(form),
      m_context(context),
      m_reader(plan.source, context.cancelToken()),
      m_archive(archive_write_new()),
      m_entry(archive_entry_new())
{
    archive_write_set_format_gnutar(m_archive); // long names as they are, sizes without limit, no header of its own
    archive_write_set_bytes_per_block(m_archive, 0);
    archive_write_set_bytes_in_last_block(m_archive, 1);
    archive_write_open(m_archive, &m_out, nullptr, append, nullptr);
    m_manifest.reserve(plan.entries.size());
}

UploadStream::~UploadStream()
{
    archive_entry_free(m_entry);
    archive_write_free(m_archive);
}

Error UploadStream::writerFailed() const
{
    const char *text = archive_error_string(m_archive);
    return Error::failed(u"snapshot.cannotPack"_s, tr("The snapshot could not be packed for the way."))
        .withCause(QString::fromUtf8(text ? text : ""));
}

Result<QByteArray> UploadStream::next()
{
    while (m_out.size() < kPiece && !m_ended) {
        if (m_context.isCanceled())
            return Error::canceled();
        if (auto stepped = step(); !stepped)
            return stepped.error();
    }
    return std::exchange(m_out, {});
}

Result<> UploadStream::step()
{
    if (m_inLarge)
        return m_left > 0 ? sendPiece() : endLarge();
    if (!m_foldersDone)
        return addFolders();
    if (m_index < m_plan.entries.size())
        return begin(m_plan.entries[m_index]);
    m_ended = true;
    if (m_form == Form::Contents) {
        if (auto added = addList(); !added)
            return added;
    }
    return archive_write_close(m_archive) == ARCHIVE_OK ? Result<>() : writerFailed();
}

Result<> UploadStream::begin(const SnapshotEntry &entry)
{
    if (entry.isLink)
        return addLink(entry);
    if (const auto known = m_known.find(m_index); known != m_known.end()) {
        report(known->second.size);
        keep(known->second);
        return {};
    }
    return entry.size <= kLarge ? sendWhole(entry) : beginLarge(entry);
}

Result<> UploadStream::beginLarge(const SnapshotEntry &entry)
{
    if (auto opened = m_reader.open(entry); !opened)
        return opened;
    QByteArray name = nameOfContent(entry);
    m_left = m_reader.size();
    if (const auto partial = m_partials.find(m_left); partial != m_partials.end()) {
        const PartialContent there = partial->second;
        m_partials.erase(partial); // for one file, and once
        auto begins = beginsWith(there);
        if (!begins)
            return begins.error();
        if (*begins) {
            name = there.name + ' ' + QByteArray::number(there.bytes);
            m_left -= there.bytes;
            report(there.bytes);
        } else if (auto opened = m_reader.open(entry); !opened) {
            return opened;
        }
    }
    m_inLarge = true;
    return header(name, m_left, m_reader.executable() ? 0700 : 0600);
}

Result<bool> UploadStream::beginsWith(const PartialContent &partial)
{
    for (qint64 left = partial.bytes; left > 0;) {
        auto piece = m_reader.read(std::min(kPiece, left));
        if (!piece)
            return piece.error();
        if (piece->isEmpty())
            return false;
        left -= piece->size();
    }
    return m_reader.hashSoFar() == partial.sha256;
}

Result<> UploadStream::sendWhole(const SnapshotEntry &entry)
{
    QByteArray content;
    auto read = m_reader.readStable(entry, &content);
    if (!read)
        return read.error();
    if (auto begun = header(nameOfContent(entry), content.size(), read->executable ? 0700 : 0600); !begun)
        return begun;
    if (auto put = data(content); !put)
        return put;
    m_sent += content.size();
    report(content.size());
    keep(std::move(*read));
    return {};
}

Result<> UploadStream::sendPiece()
{
    auto piece = m_reader.read(std::min(kPiece, m_left));
    if (!piece)
        return piece.error();
    if (piece->isEmpty()) // it has shrunk: the length was promised, and finish() will say that this was of no use
        piece->fill('\0', qsizetype(std::min(kPiece, m_left)));
    m_left -= piece->size();
    m_sent += piece->size();
    report(piece->size());
    return data(*piece);
}

Result<> UploadStream::endLarge()
{
    auto finished = m_reader.finish();
    if (!finished)
        return finished.error();
    m_inLarge = false;
    ++m_tries;
    if (*finished) {
        m_tries = 0;
        keep(std::move(**finished));
        return {};
    }
    m_done -= m_reader.size();
    if (m_tries >= ContentReader::mostTries)
        return m_reader.changing();
    // The same entry begins again; what was sent of it has a hash that nobody asks for, or is overwritten.
    return m_context.cancelToken().waitFor(std::chrono::milliseconds(50 * m_tries)) ? Error::canceled() : Result<>();
}

Result<> UploadStream::addLink(const SnapshotEntry &entry)
{
    ManifestEntry made;
    made.path = entry.path;
    made.isLink = true;
    made.link = entry.link;
    keep(std::move(made));
    return m_form == Form::Tree ? header("./" + entry.path, 0, 0, entry.link) : Result<>();
}

Result<> UploadStream::addFolders()
{
    m_foldersDone = true;
    if (m_form == Form::Contents)
        return {};
    for (const QByteArray &folder : m_plan.folders) {
        if (auto added = header("./" + folder + '/', 0, 0700); !added)
            return added;
    }
    return {};
}

Result<> UploadStream::addList()
{
    const QByteArray text = listText();
    auto begun = header("list", text.size(), 0600);
    return begun ? data(text) : begun;
}

QByteArray UploadStream::listText() const
{
    QByteArray text;
    for (const QByteArray &folder : m_plan.folders)
        text += line({"folder", folder});
    for (const ManifestEntry &entry : m_manifest) {
        text +=
            entry.isLink
                ? line({"link", entry.path, entry.link})
                : line({"file", entry.path, entry.sha256, QByteArray::number(entry.size), entry.executable ? "x" : ""});
    }
    return text;
}

Result<> UploadStream::header(const QByteArray &name, qint64 size, int mode, const QByteArray &link)
{
    archive_entry_clear(m_entry);
    archive_entry_set_pathname(m_entry, name.constData());
    archive_entry_set_size(m_entry, size);
    archive_entry_set_perm(m_entry, mode_t(link.isEmpty() ? mode : 0777));
    archive_entry_set_filetype(m_entry, !link.isEmpty() ? AE_IFLNK : name.endsWith('/') ? AE_IFDIR : AE_IFREG);
    if (!link.isEmpty())
        archive_entry_set_symlink(m_entry, link.constData());
    return archive_write_header(m_archive, m_entry) == ARCHIVE_OK ? Result<>() : writerFailed();
}

Result<> UploadStream::data(const QByteArray &bytes)
{
    const auto written = archive_write_data(m_archive, bytes.constData(), size_t(bytes.size()));
    return written == la_ssize_t(bytes.size()) ? Result<>() : writerFailed();
}

void UploadStream::keep(ManifestEntry entry)
{
    m_manifest.push_back(std::move(entry));
    ++m_index;
}

void UploadStream::report(qint64 bytes)
{
    m_done += bytes;
    m_context.progress(std::min(m_done, m_plan.totalSize), m_plan.totalSize);
}

/// In the order of arrival, for whoever looks into the stream; the receiver goes by hashes.
QByteArray UploadStream::nameOfContent(const SnapshotEntry &entry) const
{
    return m_form == Form::Tree ? "./" + entry.path : "content-" + QByteArray::number(qulonglong(m_index));
}

} // namespace mooring
