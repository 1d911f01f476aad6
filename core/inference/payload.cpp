#include "core/inference/payload.h"

#include "core/base/files.h"
#include "core/base/jsontext.h"
#include "core/base/text.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kPayloadLimit = 16 * 1024 * 1024;

QString tr(const char *text) { return QCoreApplication::translate("mooring::Payload", text); }

const Json *at(const Json &object, std::initializer_list<const char *> path)
{
    const Json *here = &object;
    for (const char *key : path) {
        if (!here->is_object() || !here->contains(key))
            return nullptr;
        here = &(*here)[key];
    }
    return here;
}

/// An MLflow input example is the data alone, split by columns or a list.
Json asRequest(const Json &example, bool isMlflow)
{
    if (!isMlflow)
        return example;
    return example.is_object() && example.contains("columns") ? Json{{"input_data", example}}
                                                              : Json{{"inputs", example}};
}

const Json *member(const Json &object, const std::string &key)
{
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
}

/// Null pointers stand for what is not there.
void compare(const Json *left, const Json *right, const QString &path, std::vector<AnswerDifference> &differences)
{
    if (left && right && *left == *right)
        return;
    const bool areThere = left && right;
    if (areThere && left->is_object() && right->is_object()) {
        for (const auto &[key, value] : left->items())
            compare(&value, member(*right, key), path + u'/' + fromStd(key), differences);
        for (const auto &[key, value] : right->items()) {
            if (!left->contains(key))
                differences.push_back({path + u'/' + fromStd(key), {}, value});
        }
    } else if (areThere && left->is_array() && right->is_array()) {
        for (size_t i = 0; i < std::max(left->size(), right->size()); ++i)
            compare(i < left->size() ? &(*left)[i] : nullptr, i < right->size() ? &(*right)[i] : nullptr,
                    path + u'/' + QString::number(i), differences);
    } else {
        differences.push_back(
            {path, left ? std::optional(*left) : std::nullopt, right ? std::optional(*right) : std::nullopt});
    }
}

QList<QByteArray> cells(const QByteArray &line)
{
    QList<QByteArray> list;
    QByteArray cell;
    bool quoted = false;
    for (const char c : line) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            list << std::exchange(cell, {});
        else
            cell += c;
    }
    return list << cell;
}

Json valueOf(const QByteArray &cell)
{
    const QByteArray text = cell.trimmed();
    if (text.isEmpty())
        return {};
    const Json value = readJson(text);
    return value.is_number() || value.is_boolean() ? value : Json(toStd(QString::fromUtf8(text)));
}

} // namespace

QString contentTypeOf(const QString &fileName, const QByteArray &content)
{
    if (fileName.endsWith(u".csv", Qt::CaseInsensitive))
        return u"text/csv"_s;
    if (fileName.endsWith(u".json", Qt::CaseInsensitive))
        return u"application/json"_s;
    const bool isText = !content.contains('\0') && QString::fromUtf8(content).toUtf8() == content;
    return isText ? u"application/json"_s : u"application/octet-stream"_s;
}

std::optional<Payload> findSamplePayload(const QStringList &folders)
{
    for (const QString &folder : folders) {
        for (const QString &name : {u"sample_input.json"_s, u"sample_request.json"_s, u"sample-request.json"_s,
                                    u"serving_input_example.json"_s, u"input_example.json"_s}) {
            const QString path = folder + u'/' + name;
            const auto text = readWholeFile(path, kPayloadLimit);
            if (!text)
                continue;
            Payload payload{{*text}, path};
            if (name == u"input_example.json") {
                const Json example = readJson(*text);
                if (example.is_discarded())
                    continue;
                payload.request.body = toPrettyBytes(asRequest(example, true));
            }
            return payload;
        }
    }
    return {};
}

std::optional<Payload> payloadFromSwagger(const QByteArray &swagger)
{
    const Json document = readJson(swagger);
    const Json *example = at(document, {"definitions", "ServiceInput", "example"});
    if (!example)
        example = at(document, {"components", "schemas", "ServiceInput", "example"});
    if (!example || example->is_null() || (example->is_object() && example->empty()))
        return {};
    return Payload{{toPrettyBytes(*example)}, tr("the server's swagger.json")};
}

std::optional<Payload> payloadFromRow(const QByteArray &csv, int row, bool withNames)
{
    QList<QByteArray> lines = QByteArray(csv).replace("\r\n", "\n").split('\n');
    if (row < 0 || row + 1 >= lines.size() || lines[row + 1].trimmed().isEmpty())
        return {};
    Json values = Json::array(), names = Json::array();
    for (const QByteArray &cell : cells(lines[row + 1]))
        values.push_back(valueOf(cell));
    for (const QByteArray &cell : cells(lines[0]))
        names.push_back(toStd(QString::fromUtf8(cell.trimmed())));
    const Json data = Json::array({values});
    const Json body = withNames ? Json{{"input_data", {{"columns", names}, {"data", data}}}} : Json{{"data", data}};
    return Payload{{toPrettyBytes(body)}, tr("row %1").arg(row + 1)};
}

QString AnswerDifference::text(const std::optional<Json> &value)
{
    return value ? QString::fromUtf8(toBytes(*value)) : tr("(missing)");
}

std::vector<AnswerDifference> compareAnswers(const QByteArray &left, const QByteArray &right)
{
    std::vector<AnswerDifference> differences;
    const Json a = readJson(left), b = readJson(right);
    if (!a.is_discarded() && !b.is_discarded())
        compare(&a, &b, {}, differences);
    else if (left != right)
        differences.push_back({{}, Json(toStd(QString::fromUtf8(left))), Json(toStd(QString::fromUtf8(right)))});
    return differences;
}

QString asCurl(const QString &scoringUri, const ScoringRequest &request, bool needsKey)
{
    QStringList words{u"curl"_s, u"-sS"_s, u"-X"_s, u"POST"_s, u"-H"_s, u"Content-Type: "_s + request.contentType};
    for (const auto &[name, value] : request.headers)
        words << u"-H"_s << QString::fromUtf8(name + ": " + value);
    const QString command = shellCommand(words << u"--data-binary"_s << QString::fromUtf8(request.body) << scoringUri);
    return needsKey ? command + u" -H \"Authorization: Bearer $KEY\""_s : command;
}

QString asPython(const QString &scoringUri, const ScoringRequest &request, bool needsKey)
{
    const auto quoted = [](const QString &text) { return QString::fromUtf8(toBytes(Json(toStd(text)))); };
    QString headers = quoted(u"Content-Type"_s) + u": "_s + quoted(request.contentType);
    for (const auto &[name, value] : request.headers)
        headers += u", "_s + quoted(QString::fromUtf8(name)) + u": "_s + quoted(QString::fromUtf8(value));
    if (needsKey)
        headers += u", \"Authorization\": \"Bearer \" + os.environ[\"KEY\"]"_s;
    return (needsKey ? u"import os\n"_s : QString()) +
           u"import urllib.request\n\n"
           "body = %1.encode()\n"
           "request = urllib.request.Request(%2, body, {%3})\n"
           "with urllib.request.urlopen(request) as answer:\n"
           "    print(answer.status, answer.read().decode())\n"_s.arg(quoted(QString::fromUtf8(request.body)),
                                                                      quoted(scoringUri), headers);
}

} // namespace mooring
