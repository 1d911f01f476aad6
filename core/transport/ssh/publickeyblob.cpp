#include "core/transport/ssh/publickeyblob.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace mooring {

namespace {

constexpr qsizetype kSmallestRsaBits = 1024;
constexpr qsizetype kLongestBlob = 16 * 1024;

/// Reads the length-prefixed strings of a blob; `bad` once one does not fit.
struct Reader
{
    QByteArrayView rest;
    bool bad = false;

    QByteArrayView string()
    {
        if (bad || rest.size() < 4)
            return fail();
        const quint32 length = qFromBigEndian<quint32>(rest.data());
        if (length > quint32(rest.size() - 4))
            return fail();
        const QByteArrayView value = rest.sliced(4, qsizetype(length));
        rest = rest.sliced(4 + qsizetype(length));
        return value;
    }
    QByteArrayView fail()
    {
        bad = true;
        return {};
    }
};

qsizetype bitsOf(QByteArrayView number)
{
    while (!number.isEmpty() && number.front() == 0)
        number = number.sliced(1);
    if (number.isEmpty())
        return 0;
    qsizetype bits = number.size() * 8;
    for (unsigned char top = static_cast<unsigned char>(number.front()); !(top & 0x80);
         top = static_cast<unsigned char>(top << 1))
        --bits;
    return bits;
}

bool isPositive(QByteArrayView number) { return !number.isEmpty() && !(number.front() & char(0x80)); }

bool readCurvePoint(Reader &reader, QByteArrayView curve, qsizetype coordinate)
{
    if (reader.string() != curve)
        return false;
    const QByteArrayView point = reader.string();
    return point.size() == 1 + 2 * coordinate && point.front() == 4;
}

bool readBody(QByteArrayView type, Reader &reader)
{
    if (type == "ssh-ed25519")
        return reader.string().size() == 32;
    if (type == "sk-ssh-ed25519@openssh.com")
        return reader.string().size() == 32 && !reader.string().isEmpty();
    if (type == "ssh-rsa") {
        const QByteArrayView exponent = reader.string(), modulus = reader.string();
        return isPositive(exponent) && isPositive(modulus) && bitsOf(modulus) >= kSmallestRsaBits;
    }
    if (type == "ssh-dss") {
        bool good = true;
        for (int i = 0; i < 4; ++i)
            good = isPositive(reader.string()) && good;
        return good;
    }
    if (type == "ecdsa-sha2-nistp256")
        return readCurvePoint(reader, "nistp256", 32);
    if (type == "ecdsa-sha2-nistp384")
        return readCurvePoint(reader, "nistp384", 48);
    if (type == "ecdsa-sha2-nistp521")
        return readCurvePoint(reader, "nistp521", 66);
    if (type == "sk-ecdsa-sha2-nistp256@openssh.com")
        return readCurvePoint(reader, "nistp256", 32) && !reader.string().isEmpty();
    return false;
}

/// ssh takes the names of signatures and its own short names, in any case, for the type.
QByteArray typeFromName(QByteArrayView name)
{
    if (name == "rsa-sha2-256" || name == "rsa-sha2-512")
        return "ssh-rsa";
    static constexpr std::array<std::pair<const char *, const char *>, 4> shortNames{
        {{"rsa", "ssh-rsa"},
         {"dsa", "ssh-dss"},
         {"ed25519", "ssh-ed25519"},
         {"ed25519-sk", "sk-ssh-ed25519@openssh.com"}}};
    const QByteArray lower = name.toByteArray().toLower();
    const auto found =
        std::find_if(shortNames.begin(), shortNames.end(), [&](const auto &pair) { return lower == pair.first; });
    return found == shortNames.end() ? name.toByteArray() : QByteArray(found->second);
}

} // namespace

std::optional<QByteArray> decodeBase64(QByteArrayView text)
{
    const QByteArray bytes = text.toByteArray();
    const auto decoded = QByteArray::fromBase64Encoding(bytes, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.toBase64() != bytes)
        return {};
    return decoded.decoded;
}

std::optional<HostKey> parsePublicKey(QByteArrayView type, QByteArrayView base64)
{
    if (base64.size() > kLongestBlob)
        return {};
    QByteArray text = base64.toByteArray();
    for (const char blank : {'\r', '\v', '\f'}) // passed over by ssh: lines of Windows end so
        text.replace(blank, QByteArray());
    const auto blob = decodeBase64(text);
    const QByteArray name = typeFromName(type);
    if (!blob)
        return {};
    Reader reader{*blob};
    if (reader.string() != name || !readBody(name, reader) || reader.bad || !reader.rest.isEmpty())
        return {};
    return HostKey{QString::fromLatin1(name), *blob};
}

} // namespace mooring
