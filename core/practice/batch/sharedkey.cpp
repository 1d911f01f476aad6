#include "core/practice/batch/sharedkey.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <map>

namespace mooring {

namespace {

constexpr const char *kSigned[] = {
    "Content-Encoding",  "Content-Language", "Content-Length", "Content-MD5",         "Content-Type", "Date",
    "If-Modified-Since", "If-Match",         "If-None-Match",  "If-Unmodified-Since", "Range"};

QByteArray textToSign(const LabRequest &request, const QString &account)
{
    QByteArray text = request.method + '\n';
    const bool hasNoBody = request.method == "GET" || request.method == "HEAD";
    for (const char *name : kSigned) {
        QByteArray value = request.header(name);
        if (qstrcmp(name, "Content-Length") == 0 && value.isEmpty() && !hasNoBody)
            value = "0"; // for DELETE too
        text += value + '\n';
    }
    std::map<QByteArray, QByteArray> sorted;
    for (const auto &[name, value] : request.headers) {
        if (name.toLower().startsWith("ocp-"))
            sorted[name.toLower()] = value;
    }
    for (const auto &[name, value] : sorted)
        text += name + ':' + value + '\n';
    const auto mark = request.target.indexOf('?');
    text += '/' + account.toUtf8() + (mark < 0 ? request.target : request.target.left(mark));
    sorted.clear();
    for (const auto &[name, value] : request.query.queryItems(QUrl::FullyDecoded)) {
        if (!value.isEmpty())
            sorted.try_emplace(name.toUtf8(), value.toUtf8());
    }
    for (const auto &[name, value] : sorted)
        text += '\n' + name + ':' + value;
    return text;
}

} // namespace

bool isSignedWithSharedKey(const LabRequest &request, const QString &account, const QByteArray &key)
{
    const QByteArray signature =
        QMessageAuthenticationCode::hash(textToSign(request, account), QByteArray::fromBase64(key),
                                         QCryptographicHash::Sha256)
            .toBase64();
    return request.header("Authorization") == "SharedKey " + account.toUtf8() + ':' + signature;
}

} // namespace mooring
