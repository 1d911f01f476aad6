#pragma once

#include "core/transport/http/httpmessage.h"

#include <QCoreApplication>

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>

#include <limits>
#include <string>
#include <string_view>

/// Boost.Beast's parser, fed with pieces of any size. Only the two parsers beside this file include it.
namespace mooring::beast {

namespace http = boost::beast::http;

constexpr std::uint32_t kHeadLimit = 64 * 1024;

inline QByteArray toBytes(boost::beast::string_view text) { return {text.data(), qsizetype(text.size())}; }

inline Error notHttp(const QString &code, const QString &message, const boost::beast::error_code &why)
{
    return Error::failed(code, message).withCause(QString::fromStdString(why.message()));
}

/// What both directions have: fields and body. The first line is the deriving class's.
template <bool isRequest>
class Parser : public http::basic_parser<isRequest>
{
public:
    using Text = boost::beast::string_view;
    using Code = boost::beast::error_code;
    using OnBody = std::function<void(std::string_view)>;

    Parser(HttpHeaders &headers, OnBody onBody) : m_headers(headers), m_onBody(std::move(onBody))
    {
        this->header_limit(kHeadLimit);
        // None at all means nothing may come, in Boost 1.74.
        this->body_limit(std::numeric_limits<std::uint64_t>::max());
        this->eager(true);
    }

    /// What was fed behind the message's end is left in `rest`.
    Code feed(std::string_view bytes, std::string *rest = nullptr)
    {
        // Only what could not be taken is kept, and that is a head or the line of a chunk: never a body.
        std::string_view left = bytes;
        if (!m_pending.empty()) {
            m_pending.append(bytes);
            left = m_pending;
        }
        while (!left.empty() && !this->is_done()) {
            Code code;
            const auto taken = this->put(boost::asio::const_buffer(left.data(), left.size()), code);
            left.remove_prefix(taken);
            if (code == http::error::need_more) {
                if (taken == 0 || left.empty())
                    break;
                continue;
            }
            if (code)
                return code;
            if (taken == 0)
                break;
        }
        if (left.size() > kHeadLimit && !this->is_done())
            return http::error::header_limit;
        if (rest && this->is_done())
            rest->assign(left);
        m_pending = this->is_done() ? std::string() : std::string(left);
        return {};
    }

protected:
    void on_request_impl(http::verb, Text, Text, int, Code &) override {}
    void on_response_impl(int, Text, int, Code &) override {}

private:
    void on_field_impl(http::field, Text name, Text value, Code &code) override
    {
        m_fields += name.size() + value.size() + 4; // with what parts them
        if (m_fields > kHeadLimit)
            code = http::error::header_limit;
        if (!this->is_header_done()) // not those behind the body
            m_headers.emplace_back(toBytes(name), toBytes(value));
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

    HttpHeaders &m_headers;
    OnBody m_onBody;
    std::string m_pending;    // fed, not yet taken: an unfinished head or chunk line
    std::size_t m_fields = 0; // bytes of all, those behind the body included
};

} // namespace mooring::beast
