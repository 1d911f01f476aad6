#include "core/transport/http/httpparser.h"

#include <QCoreApplication>

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>

#include <limits>
#include <string>

namespace mooring {

using namespace Qt::StringLiterals;
namespace http = boost::beast::http;

namespace {

constexpr std::uint32_t kHeadLimit = 64 * 1024;

QString tr(const char *text) { return QCoreApplication::translate("mooring::HttpParser", text); }

QByteArray toBytes(boost::beast::string_view text) { return {text.data(), qsizetype(text.size())}; }

} // namespace

class HttpParser::Beast : public http::basic_parser<false>
{
public:
    using Text = boost::beast::string_view;
    using Code = boost::beast::error_code;

    Beast(HttpHead &head, OnBody onBody) : m_head(head), m_onBody(std::move(onBody))
    {
        header_limit(kHeadLimit);
        body_limit(std::numeric_limits<std::uint64_t>::max()); // none at all means nothing may come, in Boost 1.74
        eager(true);
    }

    std::string pending; ///< fed, not yet taken: an unfinished head or chunk line

private:
    void on_request_impl(http::verb, Text, Text, int, Code &) override {}
    void on_response_impl(int status, Text reason, int, Code &) override
    {
        m_head.status = status;
        m_head.reason = toBytes(reason);
    }
    void on_field_impl(http::field, Text name, Text value, Code &code) override
    {
        m_fields += name.size() + value.size() + 4; // with what parts them
        if (m_fields > kHeadLimit)
            code = http::error::header_limit;
        if (!is_header_done()) // not those behind the body
            m_head.headers.emplace_back(toBytes(name), toBytes(value));
    }
    void on_header_impl(Code &) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t> &, Code &) override {}
    std::size_t on_body_impl(Text body, Code &) override
    {
        m_onBody({body.data(), body.size()});
        return body.size();
    }
    void on_chunk_header_impl(std::uint64_t, Text, Code &) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, Text body, Code &) override
    {
        m_onBody({body.data(), body.size()});
        return body.size();
    }
    void on_finish_impl(Code &) override {}

    HttpHead &m_head;
    OnBody m_onBody;
    std::size_t m_fields = 0; // bytes of all, those behind the body included
};

namespace {

Error badAnswer(const boost::beast::error_code &code)
{
    return Error::failed(u"socket.badAnswer"_s, tr("The answer is not HTTP as it should be."))
        .withCause(QString::fromStdString(code.message()));
}

} // namespace

HttpParser::HttpParser(OnBody onBody, bool headOnly) : m_beast(std::make_unique<Beast>(m_head, std::move(onBody)))
{
    m_beast->skip(headOnly);
}

HttpParser::~HttpParser() = default;

Result<> HttpParser::feed(std::string_view bytes)
{
    // Only what could not be taken is kept, and that is a head or the line of a chunk: never a body.
    std::string_view rest = bytes;
    if (!m_beast->pending.empty()) {
        m_beast->pending.append(bytes);
        rest = m_beast->pending;
    }
    while (!rest.empty() && !m_beast->is_done()) {
        boost::beast::error_code code;
        const auto taken = m_beast->put(boost::asio::const_buffer(rest.data(), rest.size()), code);
        rest.remove_prefix(taken);
        if (code == http::error::need_more) {
            if (taken == 0 || rest.empty())
                break;
            continue;
        }
        if (code)
            return badAnswer(code);
        if (taken == 0)
            break;
    }
    if (rest.size() > kHeadLimit && !m_beast->is_done())
        return badAnswer(http::error::header_limit);
    m_beast->pending = m_beast->is_done() ? std::string() : std::string(rest);
    return {};
}

Result<> HttpParser::end()
{
    if (m_beast->is_done())
        return {};
    boost::beast::error_code code;
    if (m_beast->is_header_done() && m_beast->need_eof())
        m_beast->put_eof(code);
    else
        code = http::error::partial_message;
    return code ? badAnswer(code) : Result<>();
}

bool HttpParser::hasHead() const { return m_beast->is_header_done(); }
bool HttpParser::isDone() const { return m_beast->is_done(); }

} // namespace mooring
