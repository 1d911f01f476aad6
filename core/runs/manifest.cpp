#include "core/runs/manifest.h"

#include "core/base/jsontext.h"

#include <QCryptographicHash>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Manifest", text); }

bool isUtf8(const QByteArray &bytes) { return QByteArray::fromStdString(toStd(fromStd(bytes.toStdString()))) == bytes; }

std::string encoded(const QByteArray &bytes) { return bytes.toPercentEncoding("/ ").toStdString(); }

Json lineOf(const ManifestEntry &entry)
{
    const bool plain = isUtf8(entry.path) && isUtf8(entry.link);
    const auto text = [&](const QByteArray &bytes) { return plain ? bytes.toStdString() : encoded(bytes); };
    Json line = {{"path", text(entry.path)}};
    if (entry.isLink) {
        line["link"] = text(entry.link);
    } else {
        line["size"] = entry.size;
        line["sha256"] = entry.sha256.toStdString();
        if (entry.executable)
            line["executable"] = true;
        if (entry.mtimeNs)
            line["mtimeNs"] = entry.mtimeNs;
    }
    if (!plain)
        line["encoded"] = true;
    return line;
}

bool isSafePath(const QByteArray &path)
{
    const QByteArrayList parts = path.split('/');
    return !path.contains('\0') && std::none_of(parts.begin(), parts.end(), [](const QByteArray &part) {
        return part.isEmpty() || part == "." || part == "..";
    });
}

bool isHash(const QByteArray &hex)
{
    return hex.size() == 64 &&
           std::all_of(hex.begin(), hex.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::optional<ManifestEntry> entryOf(const Json &line)
{
    const auto bytesAt = [&](const char *key) -> std::optional<QByteArray> {
        const auto found = line.find(key);
        if (found == line.end() || !found->is_string())
            return {};
        const QByteArray bytes = QByteArray::fromStdString(found->get_ref<const std::string &>());
        return boolAt(line, "encoded") ? QByteArray::fromPercentEncoding(bytes) : bytes;
    };
    if (!line.is_object())
        return {};
    const auto path = bytesAt("path");
    if (!path || !isSafePath(*path))
        return {};
    ManifestEntry entry;
    entry.path = *path;
    if (const auto link = bytesAt("link")) {
        entry.isLink = true;
        entry.link = *link;
        return entry;
    }
    entry.size = intAt(line, "size", -1);
    entry.sha256 = bytesAt("sha256").value_or(QByteArray());
    entry.executable = boolAt(line, "executable");
    entry.mtimeNs = intAt(line, "mtimeNs");
    return entry.size >= 0 && isHash(entry.sha256) ? std::optional(entry) : std::nullopt;
}

} // namespace

bool ManifestEntry::sameContent(const ManifestEntry &other) const
{
    return isLink == other.isLink && executable == other.executable && link == other.link && size == other.size &&
           sha256 == other.sha256;
}

QByteArray toManifestLines(const Manifest &manifest)
{
    QByteArray lines;
    for (const ManifestEntry &entry : manifest)
        lines += toBytes(lineOf(entry)) + '\n';
    return lines;
}

Result<Manifest> readManifest(const QByteArray &lines)
{
    Manifest manifest;
    int number = 0;
    for (qsizetype at = 0; at < lines.size();) {
        ++number;
        const qsizetype next = lines.indexOf('\n', at);
        const qsizetype end = next < 0 ? lines.size() : next;
        const Json line = readJson(QByteArrayView(lines).sliced(at, end - at));
        auto entry = next < 0 ? std::nullopt : entryOf(line); // a last line without its end was cut off
        if (!entry)
            return Error::failed(u"manifest.bad"_s,
                                 tr("Line %1 of the snapshot's manifest cannot be read.").arg(number));
        manifest.push_back(std::move(*entry));
        at = end + 1;
    }
    std::sort(manifest.begin(), manifest.end(), [](const auto &a, const auto &b) { return a.path < b.path; });
    const auto twice = std::adjacent_find(manifest.begin(), manifest.end(),
                                          [](const auto &a, const auto &b) { return a.path == b.path; });
    if (twice != manifest.end())
        return Error::failed(u"manifest.bad"_s,
                             tr("The snapshot's manifest names %1 twice.").arg(displayPath(twice->path)));
    return manifest;
}

QString manifestHash(const Manifest &manifest)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (ManifestEntry entry : manifest) {
        entry.mtimeNs = 0; // same content at another time is the same snapshot
        hash.addData(toBytes(lineOf(entry)) + '\n');
    }
    return QString::fromLatin1(hash.result().toHex());
}

ManifestChanges compareManifests(const Manifest &before, const Manifest &now)
{
    ManifestChanges changes;
    auto old = before.begin();
    for (const ManifestEntry &entry : now) {
        for (; old != before.end() && old->path < entry.path; ++old)
            changes.gone.push_back(old->path);
        if (old == before.end() || old->path != entry.path) {
            changes.added.push_back(entry.path);
            continue;
        }
        if (!old->sameContent(entry))
            changes.changed.push_back(entry.path);
        ++old;
    }
    for (; old != before.end(); ++old)
        changes.gone.push_back(old->path);
    return changes;
}

void putPath(Json &object, const QByteArray &path)
{
    const bool plain = isUtf8(path);
    object["path"] = plain ? path.toStdString() : encoded(path);
    if (!plain)
        object["encoded"] = true;
}

QString displayPath(const QByteArray &path)
{
    if (isUtf8(path) && std::none_of(path.begin(), path.end(), [](char c) { return (c >= 0 && c < ' ') || c == 127; }))
        return fromStd(path.toStdString());
    QString text;
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        text += byte >= ' ' && byte < 127 ? QString(QLatin1Char(c)) : u"\\x%1"_s.arg(int(byte), 2, 16, QChar(u'0'));
    }
    return text;
}

} // namespace mooring
