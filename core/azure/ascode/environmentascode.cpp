#include "core/azure/ascode/environmentascode.h"

#include "core/azure/mlruns/mlenvironment.h"
#include "core/environments/environmentfile.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

using Kind = EnvironmentChoice::Kind;

QString tr(const char *text) { return QCoreApplication::translate("mooring::AsCode", text); }

const QString kName = pythonText(u"mooring"_s);

QString fromFile(const EnvironmentFile &file)
{
    const bool isConda = file.kind == EnvironmentFile::Kind::Conda;
    return u"environment = Environment.%1(%2, %3)\n"_s.arg(
        isConda ? u"from_conda_specification"_s : u"from_pip_requirements"_s, kName, pythonText(file.path));
}

QByteArray indented(const QByteArray &block, const QByteArray &by)
{
    QByteArray lines;
    for (const QByteArray &line : block.trimmed().split('\n'))
        lines += by + line + '\n';
    return lines;
}

} // namespace

Result<QString> EnvironmentAsCode::toPython() const
{
    QString text = u"environment = Environment(%1)\n"_s.arg(kName);
    const QString image = choice.kind == Kind::Image ? choice.value : defaultImage;
    if (!dockerfile.isEmpty()) {
        text = u"environment = Environment.from_dockerfile(%1, %2)\n"_s.arg(kName, pythonText(dockerfile));
    } else if (choice.kind == Kind::File) {
        const auto file = readEnvironmentFile(choice.value, source);
        if (!file)
            return file.error();
        text = fromFile(*file) + u"environment.docker.base_image = %1\n"_s.arg(pythonText(image));
        if (!package.isEmpty())
            text += u"environment.python.conda_dependencies.add_pip_package(%1)\n"_s.arg(pythonText(package));
    } else {
        text += u"environment.python.user_managed_dependencies = True\n"_s;
        text += choice.kind == Kind::Python
                    ? u"environment.python.interpreter_path = %1\n"_s.arg(pythonText(choice.value))
                    : u"environment.docker.base_image = %1\n"_s.arg(pythonText(image));
    }
    if (!variables.empty())
        text += u"environment.environment_variables = %1\n"_s.arg(pythonMap(variables));
    return text;
}

Result<QByteArray> EnvironmentAsCode::toYaml() const
{
    if (!dockerfile.isEmpty())
        return "environment:\n  build:\n    " + yamlLine("path", dockerfile.section(u'/', 0, -2)) + "    " +
               yamlLine("dockerfile_path", dockerfile.section(u'/', -1));
    if (choice.kind == Kind::Python)
        return noWayInTool(u"az ml"_s, tr("It runs in an image: there is no interpreter to name."));
    QByteArray yaml = "environment:\n  " + yamlLine("image", choice.kind == Kind::Image ? choice.value : defaultImage);
    if (choice.kind != Kind::File)
        return yaml;
    const auto file = readEnvironmentFile(choice.value, source);
    if (!file)
        return file.error();
    if (file->kind == EnvironmentFile::Kind::Conda)
        return yaml + "  " + yamlLine("conda_file", file->path);
    const auto conda = condaOf(*file);
    return conda ? yaml + "  conda_file:\n" + indented(*conda, "    ") : Result<QByteArray>(conda.error());
}

} // namespace mooring
