#include "core/transport/http/httprequestparser.h"

#include "core/transport/http/beastparser.h"

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::HttpParser", text); }

Error badRequest(const boost::beast::error_code &code)
{
    return beast::notHttp(u"socket.badRequest"_s, tr("The request is not HTTP as it should be."), code);
}

} // namespace

class HttpRequestParser::Beast : public beast::Parser<true>
{
public:
    Beast(HttpRequest &request, OnBody onBody) : Parser(request.headers, std::move(onBody)), m_request(request) {}

private:
    void on_request_impl(beast::http::verb, Text method, Text target, int, Code &) override
    {
        m_request.method = beast::toBytes(method);
        m_request.target = beast::toBytes(target);
    }

    HttpRequest &m_request;
};

HttpRequestParser::HttpRequestParser(qint64 bodyLimit) : m_bodyLimit(bodyLimit) { begin(); }

HttpRequestParser::~HttpRequestParser() = default;

void HttpRequestParser::begin()
{
    m_request = HttpRequest{.method = {}, .target = {}, .host = {}};
    m_continued = false;
    m_beast = std::make_unique<Beast>(m_request, [this](std::string_view bytes) {
        m_tooLarge = m_tooLarge || m_request.body.size() + qint64(bytes.size()) > m_bodyLimit;
        if (!m_tooLarge)
            m_request.body.append(bytes.data(), qsizetype(bytes.size()));
    });
}

Result<> HttpRequestParser::feed(std::string_view bytes)
{
    if (m_beast->is_done()) { // before take(): the next one is coming already
        m_rest.append(bytes);
        return {};
    }
    if (const auto code = m_beast->feed(bytes, &m_rest))
        return badRequest(code);
    if (m_tooLarge)
        return badRequest(beast::http::error::body_limit);
    return {};
}

bool HttpRequestParser::isDone() const { return m_beast->is_done(); }
bool HttpRequestParser::isKeptAlive() const { return m_beast->keep_alive(); }

bool HttpRequestParser::wantsContinue()
{
    if (m_continued || !m_beast->is_header_done() || m_beast->is_done())
        return false;
    for (const auto &[name, value] : m_request.headers) {
        if (name.compare("Expect", Qt::CaseInsensitive) == 0 && value.compare("100-continue", Qt::CaseInsensitive) == 0)
            return m_continued = true;
    }
    return false;
}

HttpRequest HttpRequestParser::take()
{
    HttpRequest taken = std::move(m_request);
    const std::string rest = std::exchange(m_rest, {});
    begin();
    if (!rest.empty())
        (void)feed(rest); // what is wrong with it is said at the next piece
    return taken;
}

} // namespace mooring
