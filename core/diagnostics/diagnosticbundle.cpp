#include "core/diagnostics/diagnosticbundle.h"

#include "core/base/files.h"
#include "core/diagnostics/shareable.h"

#include <QCoreApplication>
#include <QDateTime>

#include <archive.h>
#include <archive_entry.h>
#include <memory>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

using Archive = std::unique_ptr<archive, decltype(&archive_write_free)>;
using Header = std::unique_ptr<archive_entry, decltype(&archive_entry_free)>;

la_ssize_t keep(archive *, void *bytes, const void *piece, size_t size)
{
    static_cast<QByteArray *>(bytes)->append(static_cast<const char *>(piece), qsizetype(size));
    return la_ssize_t(size);
}

bool addEntry(archive *zip, const DiagnosticBundle::Entry &entry, time_t time)
{
    const Header header(archive_entry_new(), archive_entry_free);
    archive_entry_set_pathname_utf8(header.get(), entry.name.toUtf8().constData());
    archive_entry_set_filetype(header.get(), AE_IFREG);
    archive_entry_set_perm(header.get(), 0600);
    archive_entry_set_mtime(header.get(), time, 0);
    archive_entry_set_size(header.get(), entry.content.size());
    return archive_write_header(zip, header.get()) >= ARCHIVE_WARN &&
           archive_write_data(zip, entry.content.constData(), size_t(entry.content.size())) == entry.content.size();
}

} // namespace

void DiagnosticBundle::addText(const QString &name, const QByteArray &text)
{
    m_entries.push_back({name, shareable(text, m_home)});
}

void DiagnosticBundle::addJson(const QString &name, const Json &value)
{
    m_entries.push_back({name, shareable(value, m_home)});
}

Json DiagnosticBundle::list() const
{
    Json list = Json::array();
    for (const Entry &entry : m_entries)
        list.push_back({{"name", toStd(entry.name)}, {"size", entry.content.size()}});
    return list;
}

Result<> DiagnosticBundle::write(const QString &path) const
{
    QByteArray bytes;
    const Archive zip(archive_write_new(), archive_write_free);
    bool good = zip && archive_write_set_format_zip(zip.get()) == ARCHIVE_OK &&
                archive_write_open(zip.get(), &bytes, nullptr, keep, nullptr) == ARCHIVE_OK;
    const time_t now = time_t(QDateTime::currentSecsSinceEpoch());
    for (const Entry &entry : m_entries)
        good = good && addEntry(zip.get(), entry, now);
    if (!good || archive_write_close(zip.get()) != ARCHIVE_OK)
        return Error::failed(u"diagnosis.cannotPack"_s,
                             QCoreApplication::translate("mooring::Diagnosis", "The diagnosis could not be packed."))
            .withCause(zip ? QString::fromUtf8(archive_error_string(zip.get())) : QString());
    return writeFileAtomically(path, bytes, 0600);
}

} // namespace mooring
