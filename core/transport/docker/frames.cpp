#include "core/transport/docker/frames.h"

#include "core/base/jsontext.h"

#include <QCoreApplication>

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kHead = 8;
constexpr size_t kLineLimit = 1024 * 1024;
constexpr int kMostStreams = 3;

Error badStream(const QString &cause)
{
    return Error::failed(u"docker.badStream"_s,
                         QCoreApplication::translate("mooring::Docker", "The engine's answer cannot be understood."))
        .withCause(cause);
}

Result<bool> pass(std::string_view line, const DockerLines::OnLine &onLine)
{
    while (!line.empty() && (line.back() == '\r' || line.back() == ' '))
        line.remove_suffix(1);
    if (line.empty())
        return true;
    const Json json = readJson(line);
    if (!json.is_object())
        return badStream(QString::fromUtf8(line.data(), qsizetype(std::min<size_t>(line.size(), 200))));
    return onLine(json);
}

} // namespace

Result<bool> DockerFrames::feed(std::string_view bytes, const Sink &sink)
{
    while (!bytes.empty()) {
        if (m_left > 0) {
            const auto piece = bytes.substr(0, std::min<size_t>(m_left, bytes.size()));
            m_left -= quint32(piece.size());
            bytes.remove_prefix(piece.size());
            const bool more = sink(m_stream, piece);
            m_isFirst = false;
            if (!more)
                return false;
            continue;
        }
        const auto part = bytes.substr(0, kHead - m_head.size());
        m_head += part;
        bytes.remove_prefix(part.size());
        if (m_head.size() < kHead)
            break;
        const auto byte = [this](size_t i) { return quint32(quint8(m_head[i])); };
        if (byte(0) > kMostStreams || byte(1) != 0 || byte(2) != 0 || byte(3) != 0)
            return badStream(u"frame head "_s + QString::fromLatin1(QByteArray::fromStdString(m_head).toHex(' ')));
        m_stream = int(byte(0));
        m_isFirst = true;
        m_left = byte(4) << 24 | byte(5) << 16 | byte(6) << 8 | byte(7);
        m_head.clear();
    }
    return true;
}

Result<bool> DockerLines::feed(std::string_view bytes, const OnLine &onLine)
{
    while (!bytes.empty()) {
        const size_t end = bytes.find('\n');
        m_line += bytes.substr(0, end);
        if (m_line.size() > kLineLimit)
            return badStream(u"a line without end"_s);
        if (end == std::string_view::npos)
            break;
        bytes.remove_prefix(end + 1);
        const std::string line = std::exchange(m_line, {});
        if (auto more = pass(line, onLine); !more || !*more)
            return more;
    }
    return true;
}

Result<bool> DockerLines::end(const OnLine &onLine) { return pass(std::exchange(m_line, {}), onLine); }

} // namespace mooring
