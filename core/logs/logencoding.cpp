#include "core/logs/logencoding.h"

#include <QStringDecoder>
#include <QStringEncoder>

#include <cstring>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QStringConverter::Encoding converterOf(LogEncoding encoding)
{
    switch (encoding) {
    case LogEncoding::Utf16Le:
        return QStringConverter::Utf16LE;
    case LogEncoding::Utf16Be:
        return QStringConverter::Utf16BE;
    case LogEncoding::Utf8:
        break;
    }
    return QStringConverter::Utf8;
}

} // namespace

LogEncoding detectEncoding(QByteArrayView head)
{
    if (head.size() < 2)
        return LogEncoding::Utf8;
    const auto first = static_cast<uchar>(head[0]);
    const auto second = static_cast<uchar>(head[1]);
    if (first == 0xff && second == 0xfe)
        return LogEncoding::Utf16Le;
    if (first == 0xfe && second == 0xff)
        return LogEncoding::Utf16Be;
    return LogEncoding::Utf8;
}

QString encodingName(LogEncoding encoding)
{
    switch (encoding) {
    case LogEncoding::Utf16Le:
        return u"UTF-16 LE"_s;
    case LogEncoding::Utf16Be:
        return u"UTF-16 BE"_s;
    case LogEncoding::Utf8:
        break;
    }
    return u"UTF-8"_s;
}

QString decodeText(QByteArrayView bytes, LogEncoding encoding)
{
    if (encoding == LogEncoding::Utf8)
        return QString::fromUtf8(bytes);
    QStringDecoder decoder(converterOf(encoding), QStringConverter::Flag::Stateless);
    return decoder.decode(bytes);
}

QByteArray encodeText(QStringView text, LogEncoding encoding)
{
    if (encoding == LogEncoding::Utf8)
        return text.toUtf8();
    QStringEncoder encoder(converterOf(encoding));
    return encoder.encode(text);
}

int unitSize(LogEncoding encoding) { return encoding == LogEncoding::Utf8 ? 1 : 2; }

Newline nextNewline(QByteArrayView block, qsizetype from, qint64 offset, LogEncoding encoding)
{
    const char *const data = block.data();
    while (from < block.size()) {
        const void *hit = std::memchr(data + from, '\n', static_cast<size_t>(block.size() - from));
        if (!hit)
            return {};
        const qsizetype at = static_cast<const char *>(hit) - data;
        if (encoding == LogEncoding::Utf8)
            return {at, at + 1};
        const bool even = (offset + at) % 2 == 0;
        if (encoding == LogEncoding::Utf16Le && even && at + 1 < block.size() && data[at + 1] == 0)
            return {at, at + 2};
        if (encoding == LogEncoding::Utf16Be && !even && at > 0 && data[at - 1] == 0)
            return {at - 1, at + 1};
        from = at + 1;
    }
    return {};
}

} // namespace mooring
