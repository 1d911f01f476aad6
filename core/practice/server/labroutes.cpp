#include "core/practice/server/labroutes.h"

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

std::optional<LabPath> matched(const QStringList &words, const QStringList &segments)
{
    LabPath path;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        if (word.startsWith(u"{*"_s)) {
            path.values[toStd(word.sliced(2).chopped(1))] = segments.mid(i).join(u'/');
            return path;
        }
        if (i >= segments.size())
            return {};
        if (word.startsWith(u'{'))
            path.values[toStd(word.sliced(1).chopped(1))] = segments[i];
        else if (word.compare(segments[i], Qt::CaseInsensitive) != 0)
            return {};
    }
    return words.size() == segments.size() ? std::optional(path) : std::nullopt;
}

} // namespace

QString LabPath::at(const char *name) const
{
    const auto found = values.find(name);
    return found == values.end() ? QString() : found->second;
}

void LabRoutes::add(const QByteArray &method, const QString &pattern, Handler handler)
{
    m_routes.push_back({method, pattern.split(u'/', Qt::SkipEmptyParts), std::move(handler)});
}

std::optional<LabReply> LabRoutes::answer(const LabRequest &request) const
{
    for (const Route &route : m_routes) {
        if (route.method != request.method)
            continue;
        if (const auto path = matched(route.words, request.segments))
            return route.handler(request, *path);
    }
    if (request.method != "HEAD")
        return {};
    LabRequest get = request;
    get.method = "GET";
    return answer(get);
}

} // namespace mooring
