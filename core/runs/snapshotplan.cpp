#include "core/runs/snapshotplan.h"

#include "core/base/files.h"
#include "core/runs/foldercursor.h"
#include "core/runs/manifest.h"

#include <sys/stat.h>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::SnapshotPlan", text); }

Json pathObject(const QByteArray &path)
{
    Json object = Json::object();
    putPath(object, path);
    return object;
}

/// The same in every language, for scripts: ".amlignore, line 4: data/", "always: .git/".
std::string ruleOf(const IgnoreDecision &rule)
{
    const std::string pattern = toStd(displayPath(rule.pattern));
    return rule.isAlways() ? "always: " + pattern
                           : toStd(displayPath(rule.file)) + ", line " + std::to_string(rule.line) + ": " + pattern;
}

} // namespace

const SnapshotEntry *SnapshotPlan::find(const QByteArray &path) const
{
    const auto found = std::lower_bound(entries.begin(), entries.end(), path,
                                        [](const SnapshotEntry &entry, const QByteArray &p) { return entry.path < p; });
    return found != entries.end() && found->path == path ? &*found : nullptr;
}

Json SnapshotPlan::toJson() const
{
    Json json = {{"files", Json::array()},   {"ignored", Json::array()}, {"totalSize", totalSize},
                 {"secrets", Json::array()}, {"special", Json::array()}, {"unreadable", Json::array()}};
    for (const SnapshotEntry &entry : entries) {
        Json file = pathObject(entry.path);
        file["size"] = entry.size;
        if (entry.isLink)
            file["link"] = toStd(displayPath(entry.link));
        json["files"].push_back(std::move(file));
    }
    for (const LeftOut &item : leftOut) {
        Json ignored = pathObject(item.path);
        ignored["rule"] = ruleOf(item.rule);
        ignored["folder"] = item.isFolder;
        ignored["file"] = item.rule.isAlways() ? Json() : Json(toStd(displayPath(item.rule.file)));
        ignored["line"] = item.rule.isAlways() ? Json() : Json(item.rule.line);
        ignored["pattern"] = toStd(displayPath(item.rule.pattern));
        ignored["files"] = item.files;
        ignored["size"] = item.size;
        ignored["counted"] = item.counted;
        json["ignored"].push_back(std::move(ignored));
    }
    for (const SecretFinding &finding : secrets) {
        Json secret = pathObject(finding.path);
        secret["line"] = finding.line > 0 ? Json(finding.line) : Json();
        secret["what"] = toStd(finding.what);
        json["secrets"].push_back(std::move(secret));
    }
    for (const SpecialFile &file : special) {
        Json object = pathObject(file.path);
        object["what"] = toStd(file.what);
        json["special"].push_back(std::move(object));
    }
    for (const UnreadableFile &file : unreadable) {
        Json object = pathObject(file.path);
        object["cause"] = toStd(file.cause);
        json["unreadable"].push_back(std::move(object));
    }
    return json;
}

Result<> addToAmlIgnore(const QString &sourceFolder, const QByteArray &pattern)
{
    if (pattern.isEmpty() || pattern.contains('\n') || pattern.contains('\0') || !IgnorePattern::parse(pattern))
        return Error::usage(u"ignore.badPattern"_s,
                            tr("\"%1\" is not a line that leaves something out.").arg(displayPath(pattern)));
    QString path = QDir(sourceFolder).filePath(u".amlignore"_s);
    if (const QString target = QFileInfo(path).canonicalFilePath(); !target.isEmpty())
        path = target; // a link stays a link
    QByteArray content;
    int mode = 0644;
    struct stat info
    {
    };
    if (stat(QFile::encodeName(path).constData(), &info) == 0) {
        auto read = readWholeFile(path, 1024 * 1024);
        if (!read)
            return read.error();
        content = *read;
        mode = int(info.st_mode & 0777);
    }
    const bool windows = content.contains("\r\n");
    for (QByteArray line : content.split('\n')) {
        if (line.endsWith('\r'))
            line.chop(1);
        if (line == pattern)
            return {};
    }
    const QByteArray end = windows ? "\r\n" : "\n";
    if (!content.isEmpty() && !content.endsWith('\n'))
        content += end;
    return writeFileAtomically(path, content + pattern + end, mode);
}

} // namespace mooring
