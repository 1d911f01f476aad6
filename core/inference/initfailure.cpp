#include "core/inference/initfailure.h"

#include "core/runs/failurecause.h"

namespace mooring {

namespace {

constexpr char kHead[] = "Traceback (most recent call last):";

/// The server writes the head behind its own words: "… azmlinfsrv - Encountered Exception Traceback (most recent …".
QByteArray withHeadsAlone(const QByteArray &log)
{
    QByteArray text;
    text.reserve(log.size());
    for (const QByteArray &line : log.split('\n')) {
        const QByteArray trimmed = line.endsWith('\r') ? line.chopped(1) : line;
        text += trimmed.endsWith(kHead) ? QByteArray(kHead) : trimmed;
        text += '\n';
    }
    return text;
}

QString onThisComputer(const QString &file, const QString &servedFolder, const QString &source)
{
    if (!file.startsWith(u'/'))
        return source + u'/' + file;
    return file.startsWith(servedFolder + u'/') ? source + file.mid(servedFolder.size()) : file;
}

} // namespace

Json InitFailure::toJson() const
{
    return {{"exception", toStd(exception)},
            {"file", textOrNull(file)},
            {"line", line > 0 ? Json(line) : Json()},
            {"function", textOrNull(function)},
            {"traceback", toStd(QString::fromUtf8(traceback))}};
}

std::optional<InitFailure> InitFailure::fromJson(const Json &value)
{
    if (!value.is_object() || stringAt(value, "exception").isEmpty())
        return {};
    return InitFailure{stringAt(value, "exception"), stringAt(value, "file"), int(intAt(value, "line")),
                       stringAt(value, "function"), stringAt(value, "traceback").toUtf8()};
}

std::optional<InitFailure> findInitFailure(const QByteArray &logTail, const QString &servedFolder,
                                           const QString &source)
{
    const auto cause = findFailureCause(withHeadsAlone(logTail));
    if (!cause)
        return {};
    InitFailure failure{cause->exception, {}, 0, {}, cause->traceback};
    failure.traceback.replace(servedFolder.toUtf8() + '/', source.toUtf8() + '/');
    if (const TraceFrame *frame = cause->ownFrame(servedFolder)) {
        failure.file = onThisComputer(frame->file, servedFolder, source);
        failure.line = frame->line;
        failure.function = frame->function;
    }
    return failure;
}

} // namespace mooring
