#include "core/environments/environmentfile.h"

#include "core/base/files.h"
#include "core/environments/requirements.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <yaml-cpp/yaml.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr qint64 textLimit = 4 * 1024 * 1024;
constexpr qint64 archiveLimit = 2ll * 1024 * 1024 * 1024;
constexpr int includeLimit = 50;

QString tr(const char *text) { return QCoreApplication::translate("mooring::EnvironmentFile", text); }

Error unknownFile(const QString &name, const QString &why)
{
    return Error::usage(u"environment.fileUnknown"_s,
                        tr("%1 is neither a requirements file nor a conda file.").arg(name))
        .withCause(why)
        .withFix(
            tr("Give a requirements.txt as pip reads it, or a YAML file with \"dependencies\" as conda reads it."));
}

Error localFolder(const QString &name, const RequirementLine &line)
{
    return Error::usage(u"environment.localPath"_s, tr("%1 line %2 installs from a folder (%3). A kept environment "
                                                       "would go on using the folder of its first run.")
                                                        .arg(name)
                                                        .arg(line.number)
                                                        .arg(line.text))
        .withFix(tr(
            "Take the line out: the source folder itself is on Python's path in a run. Or name a built wheel (.whl)."));
}

Result<QByteArray> readText(const QString &path, const QString &name)
{
    auto text = readWholeFile(path, textLimit);
    if (!text && text.error().code == u"file.missing"_s) {
        return Error::usage(u"environment.fileMissing"_s, tr("There is no environment file %1.").arg(name))
            .withCause(path)
            .withFix(tr("Check the name; it is relative to the source folder."));
    }
    if (text && text->contains('\0'))
        return unknownFile(name, tr("It holds bytes that are no text."));
    return text;
}

Result<QString> hashOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return QString(); // pip says it better, with the line, when the build comes to it
    if (file.size() > archiveLimit)
        return Error::failed(u"file.tooLarge"_s, tr("%1 is larger than expected and was not read.").arg(path));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(&file);
    return QString::fromLatin1(hash.result().toHex());
}

/// Reads one requirements text and, through it, all that it includes.
class Reader
{
public:
    Reader(EnvironmentFile &file, QString sourceFolder) : m_file(file), m_source(std::move(sourceFolder)) {}

    /// Appends the file; gives its place. A file that is already there is not read again: includes may go in circles.
    Result<QString> addRequirements(const QString &path, const QString &name)
    {
        for (size_t i = 0; i < m_paths.size(); ++i) {
            if (m_paths[i].first == path)
                return m_paths[i].second;
        }
        if (m_paths.size() >= size_t(includeLimit))
            return unknownFile(name, tr("More than %1 files are included.").arg(includeLimit));
        const auto text = readText(path, name);
        if (!text)
            return text.error();
        const QString place =
            u"%1-%2"_s.arg(m_paths.size())
                .arg(QFileInfo(path).fileName().replace(QRegularExpression(u"[^A-Za-z0-9._-]"_s), u"_"_s));
        m_paths.emplace_back(path, place);
        const size_t index = m_file.files.size();
        m_file.files.push_back({name, place, *text, *text});
        Json lines = Json::array();
        if (auto done = addLines(parseRequirements(*text), path, name, index, lines); !done)
            return done.error();
        m_file.content["files"].push_back(std::move(lines));
        return place;
    }

    Result<> addLines(const std::vector<RequirementLine> &all, const QString &path, const QString &name, size_t index,
                      Json &lines)
    {
        std::vector<std::pair<QString, QString>> places;
        for (const RequirementLine &line : all) {
            if (line.kind == RequirementLine::Kind::Unknown)
                return unknownFile(name,
                                   tr("Line %1 is not a requirement: %2").arg(line.number).arg(line.text.left(120)));
            if (line.kind == RequirementLine::Kind::LocalFolder)
                return localFolder(name, line);
            lines.push_back(toStd(line.text));
            if (line.kind == RequirementLine::Kind::Package)
                m_file.packages << line.text;
            if (line.kind == RequirementLine::Kind::LocalArchive) {
                const auto hash = hashOf(QDir(m_source).absoluteFilePath(line.path));
                if (!hash)
                    return hash.error();
                lines.push_back("sha256:" + toStd(*hash));
            }
            if (line.kind == RequirementLine::Kind::Include && !line.path.contains(u"://"_s)) {
                const QString included = QDir::cleanPath(QFileInfo(path).dir().absoluteFilePath(line.path));
                const auto place =
                    addRequirements(included, QDir::cleanPath(QFileInfo(name).path() + u'/' + line.path));
                if (!place)
                    return place.error();
                places.emplace_back(line.path, *place);
            }
        }
        m_file.files[index].built = withIncludesAt(m_file.files[index].text, places);
        return {};
    }

private:
    EnvironmentFile &m_file;
    QString m_source;
    std::vector<std::pair<QString, QString>> m_paths;
};

Result<> readCondaDependencies(const YAML::Node &dependencies, EnvironmentFile &file, Reader &reader)
{
    std::vector<std::string> conda;
    std::string pip;
    for (const YAML::Node &item : dependencies) {
        if (item.IsScalar()) {
            conda.push_back(item.Scalar());
            file.packages << fromStd(item.Scalar());
            continue;
        }
        if (!item.IsMap() || !item["pip"] || !item["pip"].IsSequence())
            return unknownFile(
                file.files.front().name,
                tr("Line %1 is neither a package nor a list of pip packages.").arg(item.Mark().line + 1));
        for (const YAML::Node &line : item["pip"])
            pip += line.as<std::string>() + '\n';
    }
    std::sort(conda.begin(), conda.end());
    file.content["dependencies"] = conda;
    Json lines = Json::array();
    const auto parsed = parseRequirements(QByteArray::fromStdString(pip));
    if (auto done = reader.addLines(parsed, file.path, file.files.front().name, 0, lines); !done)
        return done;
    file.content["pip"] = std::move(lines);
    return {};
}

Result<> readConda(const YAML::Node &root, EnvironmentFile &file, Reader &reader)
{
    file.kind = EnvironmentFile::Kind::Conda;
    file.content["channels"] = Json::array();
    if (root["channels"] && root["channels"].IsSequence()) {
        for (const YAML::Node &channel : root["channels"])
            file.content["channels"].push_back(channel.as<std::string>());
    }
    if (root["variables"] && root["variables"].IsMap()) {
        std::map<std::string, std::string> variables;
        for (const auto &pair : root["variables"])
            variables[pair.first.as<std::string>()] = pair.second.as<std::string>();
        file.variables = variables;
        file.content["variables"] = variables;
    }
    if (!root["dependencies"].IsSequence())
        return unknownFile(file.files.front().name, tr("Its \"dependencies\" is not a list."));
    return readCondaDependencies(root["dependencies"], file, reader);
}

/// The document when the text is a YAML map, as conda files are; requirements never are. Undefined otherwise.
Result<YAML::Node> asMap(const QByteArray &text, const QString &name)
{
    const bool saysYaml = name.endsWith(u".yml"_s) || name.endsWith(u".yaml"_s);
    try {
        const YAML::Node root = YAML::Load(text.toStdString());
        if (root.IsMap())
            return root;
    } catch (const YAML::Exception &error) {
        if (saysYaml)
            return unknownFile(name, QString::fromUtf8(error.what()));
    }
    if (saysYaml)
        return unknownFile(name, tr("It is no YAML map."));
    return YAML::Node(YAML::NodeType::Undefined);
}

/// As seen from the source folder when it lies there, else as it was given.
QString nameForPeople(const QString &path, const QString &given, const QString &sourceFolder)
{
    const QString folder = QDir::cleanPath(sourceFolder) + u'/';
    return path.startsWith(folder) ? path.mid(folder.size()) : given;
}

} // namespace

Result<EnvironmentFile> readEnvironmentFile(const QString &given, const QString &sourceFolder)
{
    EnvironmentFile file;
    file.path = QDir::cleanPath(QDir(sourceFolder).absoluteFilePath(given));
    const QString name = nameForPeople(file.path, given, sourceFolder);
    const auto text = readText(file.path, name);
    if (!text)
        return text.error();
    const auto root = asMap(*text, name);
    if (!root)
        return root.error();
    Reader reader(file, sourceFolder);
    if (!root->IsDefined() || !root->IsMap()) {
        file.content["files"] = Json::array();
        if (auto added = reader.addRequirements(file.path, name); !added)
            return added.error();
        return file;
    }
    file.files.push_back({name, u"environment.yml"_s, *text, *text});
    if (!(*root)["dependencies"]) {
        const bool azure = (*root)["image"] || (*root)["conda_file"] || (*root)["build"];
        return unknownFile(name,
                           azure ? tr("It describes an Azure ML environment. Name the conda file that it points to.")
                                 : tr("It has no \"dependencies\"."));
    }
    try {
        if (auto done = readConda(*root, file, reader); !done)
            return done.error();
    } catch (const YAML::Exception &error) {
        return unknownFile(name, QString::fromUtf8(error.what()));
    }
    return file;
}

} // namespace mooring
