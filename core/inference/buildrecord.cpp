#include "core/inference/buildrecord.h"

#include "core/base/files.h"
#include "core/base/jsontext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNamedFiles = 3;
constexpr int kMostVersions = 1000;

QString tr(const char *text) { return QCoreApplication::translate("mooring::BuildRecord", text); }

QString fileIn(const QString &versionFolder) { return versionFolder + u"/build.json"_s; }

Json mapJson(const std::map<QString, QString> &map)
{
    Json json = Json::object();
    for (const auto &[key, value] : map)
        json[toStd(key)] = toStd(value);
    return json;
}

std::map<QString, QString> mapOf(const Json &value, const char *key)
{
    std::map<QString, QString> map;
    if (!value.is_object() || !value.contains(key) || !value[key].is_object())
        return map;
    for (const auto &[name, text] : value[key].items()) {
        if (text.is_string())
            map[fromStd(name)] = fromStd(text.get<std::string>());
    }
    return map;
}

bool copiesFiles(const QString &instruction)
{
    return instruction.startsWith(u"COPY ", Qt::CaseInsensitive) ||
           instruction.startsWith(u"ADD ", Qt::CaseInsensitive);
}

/// Whether a path of the context lies in what the instruction names; a pattern counts as all.
bool isNamedBy(const QString &instruction, const QString &path)
{
    QStringList words = instruction.split(u' ', Qt::SkipEmptyParts).mid(1);
    words.removeIf([](const QString &word) { return word.startsWith(u"--"); });
    if (words.size() > 1)
        words.removeLast(); // where to
    for (const QString &word : std::as_const(words)) {
        const QString clean = QDir::cleanPath(word.startsWith(u'/') ? word.mid(1) : word);
        if (clean == u"." || clean.contains(u'*') || clean.contains(u'[') || path == clean ||
            path.startsWith(clean + u'/'))
            return true;
    }
    return false;
}

QString changedFiles(const BuildRecord &now, const BuildRecord &before, const QString &instruction)
{
    QStringList changed;
    const auto add = [&](const QString &path) {
        if (isNamedBy(instruction, path))
            changed << path;
    };
    for (const auto &[path, mark] : now.files) {
        const auto old = before.files.find(path);
        if (old == before.files.end() || old->second != mark)
            add(path);
    }
    for (const auto &[path, mark] : before.files) {
        if (!now.files.contains(path))
            add(path);
    }
    if (changed.isEmpty())
        return tr("Files that it copies have changed.");
    const auto more = changed.size() - kNamedFiles;
    const QString names = changed.mid(0, kNamedFiles).join(u", "_s);
    return more > 0 ? tr("These files have changed: %1 and %2 more.").arg(names).arg(more)
                    : tr("These files have changed: %1.").arg(names);
}

} // namespace

Json BuildRecord::toJson() const
{
    Json list = Json::array();
    for (const BuildStep &step : steps)
        list.push_back(step.toJson());
    return {{"steps", list}, {"files", mapJson(files)}, {"bases", mapJson(bases)}};
}

BuildRecord BuildRecord::fromJson(const Json &value)
{
    BuildRecord record;
    if (value.is_object() && value.contains("steps") && value["steps"].is_array()) {
        for (const Json &each : value["steps"])
            record.steps.push_back(BuildStep::fromJson(each));
    }
    record.files = mapOf(value, "files");
    record.bases = mapOf(value, "bases");
    return record;
}

std::optional<BuildRecord> BuildRecord::before(const QString &versionFolder)
{
    const QFileInfo folder(versionFolder);
    const int number = folder.fileName().mid(1).toInt();
    for (int each = number - 1; each > 0 && each > number - kMostVersions; --each) {
        const auto text = readWholeFile(fileIn(u"%1/v%2"_s.arg(folder.path()).arg(each)));
        if (text)
            return fromJson(readJson(*text));
    }
    return {};
}

void BuildRecord::save(const QString &versionFolder) const
{
    (void)writeFileAtomically(fileIn(versionFolder), toBytes(toJson()));
}

QString whyBuiltAnew(const BuildRecord &now, const std::optional<BuildRecord> &before)
{
    if (!before)
        return tr("The endpoint was not built here before.");
    const size_t at = now.steps.size() - 1;
    const BuildStep &step = now.steps[at];
    for (size_t i = at; i-- > 0;) {
        const BuildStep &earlier = now.steps[i];
        if (earlier.isBase())
            break;
        if (!earlier.isCached)
            return tr("Step %1 before it was built anew.").arg(earlier.number);
    }
    if (at >= before->steps.size() || before->steps[at].instruction != step.instruction)
        return tr("The instruction is not what it was.");
    for (const auto &[image, id] : now.bases) {
        const auto old = before->bases.find(image);
        if (old != before->bases.end() && old->second != id)
            return tr("The base image %1 has changed.").arg(image);
    }
    if (before->steps[at].hasFailed || !before->steps[at].ms)
        return tr("It failed or was canceled in the build before.");
    if (copiesFiles(step.instruction))
        return changedFiles(now, *before, step.instruction);
    return tr("The engine had no such layer in its cache.");
}

} // namespace mooring
