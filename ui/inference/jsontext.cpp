#include "ui/inference/jsontext.h"

#include "core/base/jsontext.h"
#include "ui/widgets/tokens.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr qsizetype kLineWidth = 72;
constexpr qsizetype kPlainFrom = 20'000; // characters of a line
constexpr qsizetype kShownBytes = 4096;
constexpr int kDeepest = 200;

QString tr(const char *text) { return QCoreApplication::translate("mooring::JsonText", text); }

QString compact(const Json &value) { return QString::fromUtf8(toBytes(value)); }

bool isPlainList(const Json &value)
{
    return value.is_array() &&
           std::all_of(value.begin(), value.end(), [](const Json &each) { return !each.is_structured(); });
}

/// [1, 2, 3] in as few lines as fit.
QString plainList(const Json &list, const QString &indent)
{
    QString text = u"["_s, line;
    for (size_t i = 0; i < list.size(); ++i) {
        const QString word = compact(list[i]) + (i + 1 < list.size() ? u","_s : QString());
        if (!line.isEmpty() && indent.size() + line.size() + word.size() > kLineWidth) {
            text += line.trimmed() + u'\n' + indent + u' ';
            line.clear();
        }
        line += word + u' ';
    }
    return text + line.trimmed() + u']';
}

QString pretty(const Json &value, const QString &indent, int depth)
{
    if (!value.is_structured() || value.empty() || depth > kDeepest)
        return compact(value);
    if (isPlainList(value))
        return plainList(value, indent);
    const QString inner = indent + u"  "_s;
    QStringList lines;
    if (value.is_object()) {
        for (const auto &[key, each] : value.items())
            lines << inner + compact(Json(key)) + u": "_s + pretty(each, inner, depth + 1);
    } else {
        for (const Json &each : value)
            lines << inner + pretty(each, inner, depth + 1);
    }
    const QString body = lines.join(u",\n"_s);
    return value.is_object() ? u"{\n%1\n%2}"_s.arg(body, indent) : u"[\n%1\n%2]"_s.arg(body, indent);
}

QString rowsOfBytes(const QByteArray &bytes)
{
    QStringList lines;
    for (qsizetype at = 0; at < std::min(bytes.size(), kShownBytes); at += 16)
        lines << u"%1  %2"_s.arg(at, 8, 16, QChar(u'0')).arg(QString::fromLatin1(bytes.mid(at, 16).toHex(' ')));
    if (bytes.size() > kShownBytes)
        lines << u"…"_s;
    return lines.join(u'\n');
}

} // namespace

QString prettyJson(const Json &value) { return pretty(value, {}, 0); }

bool isText(const QByteArray &bytes) { return !bytes.contains('\0') && QString::fromUtf8(bytes).toUtf8() == bytes; }

QString prettyBody(const QByteArray &body)
{
    if (!isText(body))
        return rowsOfBytes(body);
    const Json value = readJson(body);
    return value.is_discarded() ? QString::fromUtf8(body) : prettyJson(value);
}

QString jsonProblem(const QByteArray &text)
{
    if (text.trimmed().isEmpty())
        return tr("The body is empty.");
    try { // the parser tells the place in no other way
        const Json value = Json::parse(text.begin(), text.end());
        return value.is_discarded() ? tr("It is not JSON.") : QString();
    } catch (const Json::parse_error &error) {
        const qsizetype at = std::min<qsizetype>(qsizetype(error.byte), text.size());
        return tr("Line %1 is not JSON.").arg(text.left(at).count('\n') + 1);
    } catch (const Json::exception &) {
        return tr("It is not JSON.");
    }
}

void JsonHighlighter::highlightBlock(const QString &text)
{
    if (text.size() > kPlainFrom)
        return;
    const Tokens tokens = Tokens::from(QGuiApplication::palette());
    static const QRegularExpression words(
        u"(\"(?:\\\\.|[^\"\\\\])*\")(\\s*:)?|(-?\\b\\d[\\d.eE+-]*)|\\b(true|false|null)\\b|([{}\\[\\],:])"_s);
    for (auto it = words.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        if (match.hasCaptured(1)) {
            setFormat(int(match.capturedStart(1)), int(match.capturedLength(1)),
                      match.hasCaptured(2) ? tokens.text : tokens.ok);
        } else if (match.hasCaptured(5)) {
            setFormat(int(match.capturedStart()), int(match.capturedLength()), tokens.text2);
        } else {
            setFormat(int(match.capturedStart()), int(match.capturedLength()), tokens.accent);
        }
    }
}

} // namespace mooring
