#include "core/inference/modelsource.h"

#include "core/base/files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kScriptLimit = 16 * 1024 * 1024;

QString tr(const char *text) { return QCoreApplication::translate("mooring::ModelSource", text); }

Error modelMissing(const QString &model, const QString &cause = {})
{
    return Error::usage(u"endpoint.modelMissing"_s, tr("There is no model at %1.").arg(model)).withCause(cause);
}

/// Functions are defined at the left margin; a module may also bring them by an import, so this only warns of a
/// certainty.
bool definesNothing(const QString &path)
{
    const auto text = readWholeFile(path, kScriptLimit);
    static const QRegularExpression hint(u"\\b(init|run|import)\\b"_s);
    return text && !hint.match(QString::fromUtf8(*text)).hasMatch();
}

Result<> placeScore(ModelSource &model)
{
    DeploymentSettings &settings = model.settings;
    const QFileInfo modelInfo(model.modelPath);
    const QString modelFolder = modelInfo.isDir() ? model.modelPath : modelInfo.absolutePath();
    if (!settings.source.isEmpty() && !QFileInfo(settings.source).isDir())
        return Error::usage(u"endpoint.sourceMissing"_s, tr("There is no folder %1.").arg(settings.source));
    QString path = settings.score;
    if (QFileInfo(path).isRelative()) {
        const QString base = settings.source.isEmpty() ? modelFolder : settings.source;
        path = QDir(base).absoluteFilePath(path);
        if (!QFileInfo(path).isFile() && QFileInfo(QDir(modelFolder).absoluteFilePath(settings.score)).isFile() &&
            settings.source.isEmpty())
            path = QDir(modelFolder).absoluteFilePath(settings.score);
    }
    const QFileInfo info(path);
    if (!info.isFile())
        return Error::usage(u"endpoint.scoreMissing"_s, tr("There is no scoring script %1.").arg(QDir::cleanPath(path)))
            .withFix(tr("It is relative to --source, or to the current folder."));
    const QString script = info.canonicalFilePath();
    const QString source =
        settings.source.isEmpty() ? QFileInfo(script).absolutePath() : QFileInfo(settings.source).canonicalFilePath();
    if (!script.startsWith(source + u'/'))
        return Error::usage(u"endpoint.scoreOutside"_s,
                            tr("The scoring script %1 lies outside the source folder %2.").arg(script, source));
    if (definesNothing(script))
        return Error::usage(u"endpoint.noInit"_s, tr("%1 defines neither init() nor run(x).").arg(script))
            .withFix(tr("A scoring script has init(), called once, and run(x), called for each request."));
    settings.source = source;
    settings.score = script.mid(source.size() + 1);
    return {};
}

} // namespace

Result<QString> findModel(const QString &model, const FindRunOutput &findOutput, const CancelToken &cancel)
{
    if (model.isEmpty())
        return Error::usage(u"endpoint.modelNeeded"_s, tr("Say which model to deploy."))
            .withFix(u"--model DIR, --model run:RUN/PATH"_s);
    if (model.startsWith(u"run:")) {
        const QString word = model.mid(4);
        const auto slash = word.indexOf(u'/');
        if (!findOutput)
            return modelMissing(model);
        auto found =
            findOutput(slash < 0 ? word : word.left(slash), slash < 0 ? QString() : word.mid(slash + 1), cancel);
        if (!found)
            return found.error();
        return QFileInfo(*found).canonicalFilePath();
    }
    const QFileInfo info(model);
    return info.exists() ? Result<QString>(info.canonicalFilePath()) : modelMissing(model);
}

Result<ModelSource> checkModelSource(const DeploymentSettings &settings, const FindRunOutput &findOutput,
                                     const CancelToken &cancel)
{
    if (auto valid = settings.validate(); !valid)
        return valid.error();
    ModelSource model;
    model.settings = settings;
    auto path = findModel(settings.model, findOutput, cancel);
    if (!path)
        return path.error();
    model.modelPath = *path;
    model.isMlflow = QFileInfo(*path + u"/MLmodel"_s).isFile();
    model.makesScore = settings.score.isEmpty() && model.isMlflow;
    if (model.makesScore) {
        model.settings.score = u"score.py"_s;
        return model;
    }
    if (settings.score.isEmpty()) {
        const QFileInfo info(*path);
        const QString folder = !settings.source.isEmpty() ? settings.source
                               : info.isDir()             ? *path
                                                          : info.absolutePath();
        model.settings.score = u"score.py"_s;
        if (!QFileInfo(folder + u"/score.py"_s).isFile())
            return Error::usage(u"endpoint.scoreNeeded"_s,
                                tr("Say which script scores: the model is not an MLflow model."))
                .withFix(u"--score score.py"_s);
    }
    if (auto placed = placeScore(model); !placed)
        return placed.error();
    return model;
}

} // namespace mooring
