#include "core/azure/aci/modelpackage.h"

#include "core/environments/environmentfile.h"
#include "core/transport/docker/tarstream.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <archive.h>
#include <archive_entry.h>

namespace mooring {

using namespace Qt::StringLiterals;
using Kind = EnvironmentChoice::Kind;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::ModelPackage", text); }

/// One stream as a gzip file without a time in it.
class GzipFile
{
public:
    explicit GzipFile(const QString &path) : m_archive(archive_write_new()), m_entry(archive_entry_new())
    {
        archive_write_set_format_raw(m_archive);
        archive_write_add_filter_gzip(m_archive);
        archive_write_set_options(m_archive, "gzip:!timestamp");
        archive_entry_set_filetype(m_entry, AE_IFREG);
        m_isGood = archive_write_open_filename(m_archive, QFile::encodeName(path).constData()) == ARCHIVE_OK &&
                   archive_write_header(m_archive, m_entry) == ARCHIVE_OK;
    }
    ~GzipFile()
    {
        archive_entry_free(m_entry);
        archive_write_free(m_archive);
    }
    Q_DISABLE_COPY_MOVE(GzipFile)

    bool write(const QByteArray &bytes)
    {
        return m_isGood && archive_write_data(m_archive, bytes.constData(), size_t(bytes.size())) == bytes.size();
    }
    bool close() { return m_isGood && archive_write_close(m_archive) == ARCHIVE_OK; }
    QString problem() const { return QString::fromLocal8Bit(archive_error_string(m_archive)); }

private:
    archive *m_archive;
    archive_entry *m_entry;
    bool m_isGood = false;
};

Error cannotPack(const QString &cause)
{
    return Error::failed(u"aci.cannotPack"_s, tr("Code and model could not be packed.")).withCause(cause);
}

/// pip alone is in the image: what else a conda file asks for is told.
PackageRequirements ofConda(const EnvironmentFile &file)
{
    static const QStringList brought{u"pip"_s, u"python"_s};
    PackageRequirements found;
    QByteArray lines;
    if (file.content.contains("pip")) {
        for (const Json &line : file.content["pip"]) {
            if (line.is_string())
                lines += QByteArray::fromStdString(line.get<std::string>()) + '\n';
        }
    }
    if (!lines.isEmpty())
        found.files.emplace_back("requirements.txt", lines);
    for (const Json &each : file.content.value("dependencies", Json::array())) {
        const QString package = each.is_string() ? fromStd(each.get<std::string>()) : QString();
        if (!brought.contains(package.section(u'=', 0, 0).section(u'<', 0, 0).section(u'>', 0, 0).trimmed()))
            found.leftOut << package;
    }
    return found;
}

} // namespace

Result<PackageRequirements> requirementsOf(const DeploymentSettings &settings, const QString &modelPath)
{
    EnvironmentChoice choice = settings.environment;
    const QString own = modelPath + u"/requirements.txt"_s;
    if (choice.kind == Kind::Default && QFileInfo::exists(modelPath + u"/MLmodel"_s) && QFileInfo::exists(own))
        choice = {Kind::File, own};
    if (choice.kind != Kind::File)
        return PackageRequirements();
    const auto file = readEnvironmentFile(choice.value, settings.source.isEmpty() ? modelPath : settings.source);
    if (!file)
        return file.error();
    if (file->kind == EnvironmentFile::Kind::Conda)
        return ofConda(*file);
    PackageRequirements found;
    found.files.emplace_back("requirements.txt", "-r environment/" + file->files.front().place.toUtf8() + '\n');
    for (const SpecFile &each : file->files)
        found.files.emplace_back("environment/" + each.place.toUtf8(), each.built);
    return found;
}

Result<ModelPackage> packModel(const EndpointVersion &version, const VersionFolder &folder,
                               const PackageRequirements &requirements, const QString &path, JobContext &context)
{
    TarStream tar;
    if (auto added = tar.addTree("code", folder.code()); !added)
        return cannotPack(added.error().cause);
    tar.addFolder("model");
    const QFileInfo model(version.modelPath);
    const QByteArray name = "model/" + QFile::encodeName(model.fileName());
    if (!model.isDir())
        tar.addFile(name, version.modelPath);
    else if (auto added = tar.addTree(name, version.modelPath); !added)
        return cannotPack(added.error().cause);
    for (const auto &[place, content] : requirements.files)
        tar.addBytes(place, content);
    GzipFile file(path);
    while (true) {
        if (context.isCanceled())
            return Error::canceled();
        const auto piece = tar.next();
        if (!piece)
            return cannotPack(piece.error().cause);
        if (piece->isEmpty())
            break;
        if (!file.write(*piece))
            return cannotPack(file.problem());
    }
    if (!file.close())
        return cannotPack(file.problem());
    QFile packed(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!packed.open(QIODevice::ReadOnly) || !hash.addData(&packed))
        return cannotPack(packed.errorString());
    return ModelPackage{path, hash.result().toHex(), packed.size()};
}

} // namespace mooring
