#include "core/diagnostics/shareable.h"

#include "core/azure/http/redaction.h"
#include "core/base/redactor.h"
#include "core/runs/secrets.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

const char kMask[] = "***";

/// Everything behind the name, up to the end of the line.
QByteArray maskedLine(const QByteArray &line)
{
    const QByteArray name = assignedSecret(line, true);
    if (name.isEmpty())
        return line;
    qsizetype at = line.indexOf(name) + name.size();
    while (at < line.size() && line[at] != '=' && line[at] != ':')
        ++at;
    return line.left(std::min(at + 1, line.size())) + ' ' + kMask;
}

QByteArray maskedLines(const QByteArray &text)
{
    QByteArrayList lines = text.split('\n');
    bool inKey = false;
    for (QByteArray &line : lines) {
        if (line.contains("-----BEGIN") && line.contains("PRIVATE KEY"))
            inKey = true;
        const bool ends = line.contains("-----END");
        line = inKey ? QByteArray(kMask) : maskedLine(line);
        inKey = inKey && !ends;
    }
    return lines.join('\n');
}

/// Tokens and passwords that stand in the middle of a line.
QString maskedWords(QString text)
{
    static const std::pair<QRegularExpression, QString> kRules[] = {
        {QRegularExpression(u"\\b(bearer|basic)\\s+[A-Za-z0-9._~+/=-]{8,}"_s,
                            QRegularExpression::CaseInsensitiveOption),
         u"\\1 ***"_s},
        {QRegularExpression(u"\\beyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]+\\.?[A-Za-z0-9_-]*"_s), u"***"_s},
        {QRegularExpression(u"://[^/\\s:@]+:[^/\\s@]+@"_s), u"://***@"_s},
        {QRegularExpression(u"([?&](sig|code|token|access_token|client_secret|password)=)[^&\\s\"]+"_s,
                            QRegularExpression::CaseInsensitiveOption),
         u"\\1***"_s},
    };
    for (const auto &[pattern, instead] : kRules)
        text.replace(pattern, instead);
    return text;
}

void maskVariables(Json &value)
{
    for (auto item = value.begin(); value.is_structured() && item != value.end(); ++item) {
        const bool isVariables = value.is_object() && item.key() == "variables" && item->is_object();
        for (auto variable = item->begin(); isVariables && variable != item->end(); ++variable)
            *variable = kMask;
        if (!isVariables)
            maskVariables(*item);
    }
}

} // namespace

QByteArray shareable(const QByteArray &text, const QString &home)
{
    const QByteArray known = maskedLines(Redactor::instance().redact(text));
    QString result = maskedWords(QString::fromUtf8(known));
    if (home.size() > 1)
        result.replace(home, u"~"_s);
    return result.toUtf8();
}

QByteArray shareable(const Json &value, const QString &home)
{
    Json masked = withoutSecrets(value);
    maskVariables(masked);
    // Line by line as text too: arguments of a script may hold what no name tells.
    return shareable(toPrettyBytes(masked), home);
}

} // namespace mooring
