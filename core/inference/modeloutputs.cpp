#include "core/inference/modeloutputs.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <map>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

bool isModelFile(const QString &path)
{
    static const QStringList endings{u"pkl"_s, u"pickle"_s, u"joblib"_s,      u"pt"_s,   u"pth"_s,  u"onnx"_s,
                                     u"h5"_s,  u"keras"_s,  u"safetensors"_s, u"ckpt"_s, u"pb"_s,   u"tflite"_s,
                                     u"cbm"_s, u"ubj"_s,    u"mlmodel"_s,     u"gguf"_s, u"skops"_s};
    return endings.contains(QFileInfo(path).suffix().toLower());
}

QString folderOf(const QString &path)
{
    const auto slash = path.lastIndexOf(u'/');
    return slash < 0 ? QString() : path.left(slash);
}

bool isBelow(const QString &path, const QString &folder)
{
    return folder.isEmpty() || path == folder || path.startsWith(folder + u'/');
}

void weigh(ModelOutput &output, const std::vector<OutputFile> &files)
{
    for (const OutputFile &file : files) {
        if (isBelow(QFile::decodeName(file.path), output.path)) {
            ++output.files;
            output.size += file.size;
        }
    }
}

} // namespace

QString ModelOutput::modelOf(const QString &run) const
{
    return path.isEmpty() ? u"run:%1"_s.arg(run) : u"run:%1/%2"_s.arg(run, path);
}

std::vector<ModelOutput> findModelOutputs(const std::vector<OutputFile> &files)
{
    std::vector<ModelOutput> mlflow, folders, alone;
    for (const OutputFile &file : files) {
        const QString path = QFile::decodeName(file.path);
        if (path == u"MLmodel" || path.endsWith(u"/MLmodel"))
            mlflow.push_back({folderOf(path), true, true, 0, 0});
    }
    for (const OutputFile &file : files) {
        const QString path = QFile::decodeName(file.path);
        const QString folder = folderOf(path);
        const bool isTold = std::any_of(mlflow.begin(), mlflow.end(),
                                        [&](const ModelOutput &each) { return isBelow(path, each.path); });
        if (isTold)
            continue;
        const bool isModel = isModelFile(path), bringsScript = QFileInfo(path).fileName() == u"score.py";
        if (isModel)
            alone.push_back({path, false, false, 0, 0});
        const bool isNew =
            std::none_of(folders.begin(), folders.end(), [&](const ModelOutput &each) { return each.path == folder; });
        if (isNew && (bringsScript || (!folder.isEmpty() && (isModel || QFileInfo(folder).fileName() == u"model"))))
            folders.push_back({folder, true, false, 0, 0});
    }
    std::vector<ModelOutput> all;
    for (std::vector<ModelOutput> *part : {&mlflow, &folders, &alone}) {
        for (ModelOutput &each : *part) {
            weigh(each, files);
            all.push_back(std::move(each));
        }
    }
    return all;
}

} // namespace mooring
