#include "core/transport/http/httpparser.h"

#include "core/transport/http/beastparser.h"

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::HttpParser", text); }

Error badAnswer(const boost::beast::error_code &code)
{
    return beast::notHttp(u"socket.badAnswer"_s, tr("The answer is not HTTP as it should be."), code);
}

} // namespace

class HttpParser::Beast : public beast::Parser<false>
{
public:
    Beast(HttpHead &head, OnBody onBody) : Parser(head.headers, std::move(onBody)), m_head(head) {}

private:
    void on_response_impl(int status, Text reason, int, Code &) override
    {
        m_head.status = status;
        m_head.reason = beast::toBytes(reason);
    }

    HttpHead &m_head;
};

HttpParser::HttpParser(OnBody onBody, bool headOnly) : m_beast(std::make_unique<Beast>(m_head, std::move(onBody)))
{
    m_beast->skip(headOnly);
}

HttpParser::~HttpParser() = default;

Result<> HttpParser::feed(std::string_view bytes)
{
    const auto code = m_beast->feed(bytes);
    return code ? badAnswer(code) : Result<>();
}

Result<> HttpParser::end()
{
    if (m_beast->is_done())
        return {};
    boost::beast::error_code code;
    if (m_beast->is_header_done() && m_beast->need_eof())
        m_beast->put_eof(code);
    else
        code = beast::http::error::partial_message;
    return code ? badAnswer(code) : Result<>();
}

bool HttpParser::hasHead() const { return m_beast->is_header_done(); }
bool HttpParser::isDone() const { return m_beast->is_done(); }

} // namespace mooring
