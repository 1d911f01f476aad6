#include "ui/inference/deploy/initcause.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNamed = 8;
constexpr qint64 kLargestCode = 4 * 1024 * 1024;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(mooring::InitCause)
};

/// Nothing when it is not there.
std::optional<QByteArray> readWhole(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? std::optional(file.read(kLargestCode)) : std::nullopt;
}

/// What stands behind AZUREML_MODEL_DIR in a path that a script asked for; empty when it is elsewhere.
QString insideModel(const QString &path)
{
    static const QRegularExpression rule(u"/azureml-models/[^/]+/[0-9]+/(.+)$"_s);
    return rule.match(path).captured(1);
}

QStringList namesOf(const QString &modelPath)
{
    const QFileInfo model(modelPath);
    QStringList names{model.fileName()};
    if (model.isDir())
        names = QDir(modelPath).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    return names;
}

} // namespace

std::pair<QString, QString> knownOfInit(const FailureCause &cause, const QString &modelPath)
{
    if (const QString missing = insideModel(cause.missingFile()); !missing.isEmpty()) {
        const QStringList names = namesOf(modelPath);
        const auto more = names.size() - kNamed;
        const QString list = names.mid(0, kNamed).join(u", "_s);
        return {Text::tr("The model has no %1", "a file").arg(missing),
                more > 0 ? Text::tr("AZUREML_MODEL_DIR has %1 and %n more.", nullptr, int(more)).arg(list)
                         : Text::tr("AZUREML_MODEL_DIR has %1.").arg(list)};
    }
    static const QRegularExpression module(u"^ModuleNotFoundError: No module named '([^']+)'"_s);
    if (const auto match = module.match(cause.exception); match.hasMatch())
        return {Text::tr("The environment has no module %1").arg(match.captured(1)),
                Text::tr("Add its package to the requirements or conda file; then the environment is built anew.")};
    return {};
}

std::optional<CauseView> readInitCause(const EndpointVersion &version, const QString &ranCode)
{
    if (!version.failure)
        return {};
    auto view = readCause(version.failure->traceback, version.codeSource);
    if (!view) {
        view.emplace();
        view->cause.exception = version.failure->exception;
        view->cause.traceback = version.failure->traceback;
    }
    std::tie(view->knownTitle, view->known) = knownOfInit(view->cause, version.modelPath);
    const QString ran = ranCode.isEmpty() || view->file.isEmpty() ? QString() : ranCode + u'/' + view->file;
    if (QFileInfo::exists(ran)) {
        readCode(*view, ran);
        if (view->known.isEmpty() && readWhole(ran) != readWhole(view->absoluteFile))
            std::tie(view->knownTitle, view->known) =
                std::pair(Text::tr("The file has changed since"),
                          Text::tr("These lines are the ones that ran. A reload takes the file as it is now."));
    }
    return view;
}

} // namespace mooring
