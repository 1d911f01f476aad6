#include "core/base/json.h"

#include "core/base/clock.h"

#include <cmath>

template class nlohmann::basic_json<nlohmann::ordered_map>;
template class nlohmann::basic_json<>;

namespace mooring {

namespace {

const Json *find(const Json &object, const char *key)
{
    if (!object.is_object())
        return nullptr;
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
}

} // namespace

QByteArray toBytes(const Json &value)
{
    return QByteArray::fromStdString(value.dump(-1, ' ', false, Json::error_handler_t::replace));
}

QByteArray toPrettyBytes(const Json &value)
{
    return QByteArray::fromStdString(value.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

QString stringAt(const Json &object, const char *key, const QString &fallback)
{
    const Json *value = find(object, key);
    return value && value->is_string() ? fromStd(value->get_ref<const std::string &>()) : fallback;
}

qint64 intAt(const Json &object, const char *key, qint64 fallback)
{
    return optionalIntAt(object, key).value_or(fallback);
}

double numberAt(const Json &object, const char *key, double fallback)
{
    const Json *value = find(object, key);
    return value && value->is_number() ? value->get<double>() : fallback;
}

bool boolAt(const Json &object, const char *key, bool fallback)
{
    const Json *value = find(object, key);
    return value && value->is_boolean() ? value->get<bool>() : fallback;
}

std::optional<qint64> optionalIntAt(const Json &object, const char *key)
{
    const Json *value = find(object, key);
    if (!value)
        return {};
    if (value->is_number_unsigned()) { // over 2^63 would become negative: treated as of the wrong type
        const auto number = value->get<std::uint64_t>();
        return number <= std::uint64_t(INT64_MAX) ? std::optional<qint64>(qint64(number)) : std::nullopt;
    }
    if (value->is_number_integer())
        return value->get<qint64>();
    return {};
}

QStringList stringsAt(const Json &object, const char *key)
{
    QStringList list;
    if (const Json *value = find(object, key); value && value->is_array()) {
        for (const Json &item : *value) {
            if (item.is_string())
                list << fromStd(item.get_ref<const std::string &>());
        }
    }
    return list;
}

std::optional<QDateTime> timeAt(const Json &object, const char *key)
{
    const QString text = stringAt(object, key);
    if (text.isEmpty())
        return {};
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    return time.isValid() ? std::optional(time.toUTC()) : std::nullopt;
}

Json textOrNull(const QString &text) { return text.isEmpty() ? Json() : Json(toStd(text)); }
Json intOrNull(const std::optional<qint64> &value) { return value ? Json(*value) : Json(); }
Json timeOrNull(const std::optional<QDateTime> &time) { return time ? Json(toStd(toIso(*time))) : Json(); }

Json stringList(const QStringList &list)
{
    Json array = Json::array();
    for (const QString &item : list)
        array.push_back(toStd(item));
    return array;
}

} // namespace mooring
