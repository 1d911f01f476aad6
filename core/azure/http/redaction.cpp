#include "core/azure/http/redaction.h"

#include "core/azure/http/jsonreply.h"
#include "core/base/redactor.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kNames{"password",
                            "passphrase",
                            "privatekeydata",
                            "publickeydata",
                            "databricksaccesstoken",
                            "userstoragekey",
                            "primarykey",
                            "secondarykey",
                            "primary",
                            "secondary",
                            "sasuri",
                            "sastoken",
                            "accesstoken",
                            "access_token",
                            "refresh_token",
                            "id_token",
                            "client_secret",
                            "client_assertion",
                            "device_code",
                            "code_verifier",
                            "token_value",
                            "securevalue",
                            "secret",
                            "clientsecret",
                            "adminuserpassword",
                            "appinsightsinstrumentationkey",
                            "primaryaccesskey",
                            "secondaryaccesskey",
                            "workspacekey",
                            "storageaccountkey",
                            "authorization",
                            "bloburiwithsas"};
constexpr std::array kEnds{"kubeconfig", "connectionstring"};

/// Lists of secrets whose entries call the secret "value".
constexpr std::array kValueLists{"passwords", "kubeconfigs"};

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    return text;
}

QString maskedText(QString text)
{
    static const QRegularExpression query(
        u"([?&;](?:sig|code|client_secret|access_token|refresh_token|id_token|client_assertion)=)[^&\\s\"'<>]+"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression bearer(u"(Bearer\\s+)[A-Za-z0-9._~+/=-]{8,}"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    text.replace(query, u"\\1***"_s);
    text.replace(bearer, u"\\1***"_s);
    return Redactor::instance().redact(text);
}

Json cleaned(const Json &value, bool hideValues)
{
    if (value.is_string())
        return toStd(maskedText(fromStd(value.get_ref<const std::string &>())));
    if (value.is_array()) {
        Json list = Json::array();
        for (const Json &item : value)
            list.push_back(cleaned(item, hideValues));
        return list;
    }
    if (!value.is_object())
        return value;
    Json object = Json::object();
    for (const auto &[key, item] : value.items()) {
        const std::string name = lower(key);
        const bool isSecret = isSecretKey(key) || (hideValues && name == "value");
        if (isSecret && !item.is_null() && !item.is_structured())
            object[key] = "***";
        else
            object[key] = cleaned(item, std::find(kValueLists.begin(), kValueLists.end(), name) != kValueLists.end());
    }
    return object;
}

} // namespace

bool isSecretKey(const std::string &key)
{
    const std::string name = lower(key);
    if (std::find(kNames.begin(), kNames.end(), name) != kNames.end())
        return true;
    return std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view end) { return name.ends_with(end); });
}

Json withoutSecrets(const Json &value) { return cleaned(value, false); }

QByteArray withoutSecrets(const QByteArray &body)
{
    if (const auto json = parseJson(body))
        return toBytes(withoutSecrets(*json));
    return maskedText(QString::fromUtf8(body)).toUtf8();
}

QString printable(const QUrl &url) { return maskedText(url.toString(QUrl::RemoveUserInfo | QUrl::FullyEncoded)); }

} // namespace mooring
