#include "core/transport/http/httpclient.h"

#include "core/transport/http/httpparser.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

// A log is written line by line, and whoever reads each at once makes the writer wake him each time: behind the first
// ones, lines are let gather.
constexpr qsizetype kCrumb = 4096;
constexpr int kManyCrumbs = 100;
constexpr milliseconds kGathering(1);

QString tr(const char *text) { return QCoreApplication::translate("mooring::HttpClient", text); }

class Exchange
{
public:
    Exchange(ByteStream &stream, const HttpLimits &limits, const CancelToken &cancel, BodySink *sink, bool headOnly)
        : m_stream(stream),
          m_limits(limits),
          m_cancel(cancel),
          m_sink(sink),
          m_parser([this](std::string_view bytes) { take(bytes); }, headOnly)
    {
        m_timer.start();
    }

    Result<HttpAnswer> run(const HttpRequest &request)
    {
        if (auto sent = send(request); !sent && !m_sendFailed)
            return sent.error();
        if (auto received = receive(); !received)
            return m_sendFailed && !m_parser.hasHead() ? *m_sendFailed : named(received.error());
        return HttpAnswer{m_parser.head(), std::move(m_body)};
    }

private:
    milliseconds limit() const
    {
        if (m_limits.total.count() <= 0)
            return m_limits.idle;
        return std::clamp(m_limits.total - milliseconds(m_timer.elapsed()), milliseconds(0), m_limits.idle);
    }

    /// A server may refuse before it has read all, and close: its answer is worth more than the failed write.
    Result<> write(const QByteArray &bytes)
    {
        auto sent = m_stream.write(bytes, limit(), m_cancel);
        if (!sent && sent.error().code == u"socket.failed")
            m_sendFailed = sent.error();
        return sent;
    }

    Result<> send(const HttpRequest &request)
    {
        if (auto sent = write(renderRequest(request, false)); !sent || !request.source)
            return sent;
        while (true) {
            auto piece = request.source();
            if (!piece)
                return piece.error();
            const QByteArray size = QByteArray::number(piece->size(), 16) + "\r\n";
            if (auto sent = write(size + *piece + "\r\n"); !sent || piece->isEmpty())
                return sent;
        }
    }

    Result<> receive()
    {
        std::vector<char> buffer(64 * 1024);
        int crumbs = 0;
        while (!m_parser.isDone() && !m_enough) {
            const auto n = m_stream.read(buffer, limit(), m_cancel);
            if (!n)
                return n.error();
            auto fed = *n == 0 ? m_parser.end() : m_parser.feed({buffer.data(), size_t(*n)});
            if (m_problem)
                return *m_problem;
            if (!fed)
                return fed;
            if (*n == 0)
                break;
            if (m_sink && *n < kCrumb && ++crumbs > kManyCrumbs && m_cancel.waitFor(kGathering))
                return Error::canceled();
        }
        return {};
    }

    void take(std::string_view bytes)
    {
        if (m_problem || m_enough)
            return;
        if (!m_asked) {
            m_asked = true;
            if (m_sink && !m_sink->wants(m_parser.head()))
                m_sink = nullptr;
        }
        if (m_sink) {
            const auto more = m_sink->take(bytes);
            if (!more)
                m_problem = more.error();
            else
                m_enough = !*more;
        } else if (m_body.size() + qsizetype(bytes.size()) > m_limits.body) {
            m_problem = Error::failed(u"socket.badAnswer"_s, tr("%1 answers without end.").arg(m_stream.name()));
        } else {
            m_body.append(bytes.data(), qsizetype(bytes.size()));
        }
    }

    Error named(Error error) const
    {
        if (error.code == u"socket.badAnswer" && !error.message.contains(m_stream.name()))
            error.message = tr("What answers at %1 does not speak HTTP as it should.").arg(m_stream.name());
        return error;
    }

    ByteStream &m_stream;
    const HttpLimits m_limits;
    const CancelToken &m_cancel;
    BodySink *m_sink;
    HttpParser m_parser;
    QElapsedTimer m_timer;
    QByteArray m_body;
    std::optional<Error> m_problem, m_sendFailed;
    bool m_asked = false, m_enough = false;
};

} // namespace

Result<HttpAnswer> exchange(ByteStream &stream, const HttpRequest &request, const HttpLimits &limits,
                            const CancelToken &cancel, BodySink *sink)
{
    return Exchange(stream, limits, cancel, sink, request.method == "HEAD").run(request);
}

} // namespace mooring
