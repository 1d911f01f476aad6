#include "core/practice/world/labtokens.h"

#include "core/base/clock.h"
#include "core/base/jsontext.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kWeb = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray mac(const QByteArray &text, const QByteArray &key)
{
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256).toBase64(kWeb);
}

} // namespace

LabTokens::LabTokens() : m_key(32, 0)
{
    for (char &byte : m_key)
        byte = char(QRandomGenerator::system()->bounded(256));
}

QString LabTokens::make(Json claims, int lifeSeconds) const
{
    const qint64 now = nowUtc().toSecsSinceEpoch();
    claims["iat"] = now;
    claims["nbf"] = now - 300;
    claims["exp"] = now + lifeSeconds;
    const QByteArray head = QByteArray(R"({"typ":"JWT","alg":"HS256","kid":"mooring-practice"})").toBase64(kWeb);
    const QByteArray text = head + '.' + toBytes(claims).toBase64(kWeb);
    return QString::fromLatin1(text + '.' + mac(text, m_key));
}

std::optional<Json> LabTokens::verified(const QString &token) const
{
    const QByteArray bytes = token.toLatin1();
    const auto dot = bytes.lastIndexOf('.');
    if (dot < 0 || mac(bytes.left(dot), m_key) != bytes.mid(dot + 1))
        return {};
    const QByteArray body = QByteArray::fromBase64(bytes.split('.').value(1), QByteArray::Base64UrlEncoding);
    Json claims = readJson(body);
    if (!claims.is_object() || intAt(claims, "exp") < nowUtc().toSecsSinceEpoch())
        return {};
    return claims;
}

QString LabTokens::signature(const QString &text) const { return QString::fromLatin1(mac(text.toUtf8(), m_key)); }

} // namespace mooring
