#include "core/practice/spark/livylab.h"

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString stateOf(const LabRun &run)
{
    switch (run.phase()) {
    case LabRun::Phase::Waiting:
        return u"starting"_s;
    case LabRun::Phase::Running:
        return u"running"_s;
    case LabRun::Phase::Succeeded:
        return u"success"_s;
    case LabRun::Phase::Failed:
        return u"dead"_s;
    case LabRun::Phase::Canceled:
        return u"killed"_s;
    }
    return u"error"_s;
}

LabReply missing(qint64 id) { return LabReply::json({{"msg", toStd(u"Session '%1' not found."_s.arg(id))}}, 404); }

std::string applicationId(qint64 id) { return toStd(u"application_7072616374_%1"_s.arg(id + 1, 4, 10, QChar(u'0'))); }

Json linesOf(const QByteArray &text, qint64 from, qint64 size)
{
    QList<QByteArray> lines = text.split('\n');
    lines.removeLast();
    Json list = Json::array();
    for (qint64 i = from; i < std::min<qint64>(lines.size(), from + size); ++i)
        list.push_back(lines[i].toStdString());
    return list;
}

} // namespace

LivyLab::LivyLab(LabWorld &world) : m_world(world)
{
    const QString all = u"/livy/batches"_s;
    const QString one = all + u"/{id}"_s;
    m_routes.add("POST", all, [this](const LabRequest &request, const LabPath &) { return begin(request); });
    m_routes.add("GET", all, [this](const LabRequest &request, const LabPath &) {
        Json sessions = Json::array();
        for (const auto &[id, batch] : m_batches)
            sessions.push_back(shown(id, batch));
        return LabReply::json(
            {{"from", request.argument("from").toInt()}, {"total", m_batches.size()}, {"sessions", sessions}});
    });
    m_routes.add("GET", one, [this](const LabRequest &, const LabPath &path) {
        const auto found = m_batches.find(path.at("id").toLongLong());
        return found == m_batches.end() ? missing(path.at("id").toLongLong())
                                        : LabReply::json(shown(found->first, found->second));
    });
    m_routes.add("GET", one + u"/state"_s, [this](const LabRequest &, const LabPath &path) {
        const auto found = m_batches.find(path.at("id").toLongLong());
        return found == m_batches.end()
                   ? missing(path.at("id").toLongLong())
                   : LabReply::json({{"id", found->first}, {"state", toStd(stateOf(found->second.run))}});
    });
    m_routes.add("GET", one + u"/log"_s, [this](const LabRequest &request, const LabPath &path) {
        return log(request, path.at("id").toLongLong());
    });
    m_routes.add("DELETE", one, [this](const LabRequest &, const LabPath &path) {
        return m_batches.erase(path.at("id").toLongLong()) ? LabReply::json({{"msg", "deleted"}})
                                                           : missing(path.at("id").toLongLong());
    });
    m_routes.add("GET", u"/livy/sessions"_s, [](const LabRequest &, const LabPath &) {
        return LabReply::json({{"from", 0}, {"total", 0}, {"sessions", Json::array()}});
    });
}

LabReply LivyLab::answer(const LabRequest &request)
{
    const QByteArray login = request.header("Authorization");
    const QByteArray pair = QByteArray::fromBase64(login.mid(6));
    const bool isKnown = login.startsWith("Basic ") && pair.indexOf(':') > 0 && !pair.endsWith(':');
    if (!isKnown || m_world.faults.strikes(LabFault::WrongPassword)) {
        LabReply reply = LabReply::text("Unauthorized", "text/html", 401);
        return reply.with("WWW-Authenticate", "Basic realm=\"practice-spark\"");
    }
    if ((request.method == "POST" || request.method == "DELETE") && request.header("X-Requested-By").isEmpty())
        return LabReply::json({{"msg", "Missing Required Header for CSRF protection."}}, 400);
    const auto reply = m_routes.answer(request);
    return reply ? *reply : LabReply::text("Not found", "text/html", 404);
}

LabReply LivyLab::begin(const LabRequest &request)
{
    const Json sent = request.json();
    const QString file = stringAt(sent, "file");
    if (file.isEmpty())
        return LabReply::json({{"msg", "requirement failed: file is required"}}, 400);
    if (file.startsWith(u'/') || file.startsWith(u"file:"_s))
        return LabReply::json(
            {{"msg", toStd(u"requirement failed: Local path %1 cannot be added to user sessions."_s.arg(file))}}, 400);
    const qint64 id = m_next++;
    m_batches[id] = {sent, LabRun(m_world, file + u' ' + stringsAt(sent, "args").join(u' '))};
    LabReply reply = LabReply::json(shown(id, m_batches[id]), 201);
    return reply.with("Location", "/" + QByteArray::number(id));
}

LabReply LivyLab::log(const LabRequest &request, qint64 id) const
{
    const auto found = m_batches.find(id);
    if (found == m_batches.end())
        return missing(id);
    const QByteArray text = found->second.run.log();
    const qint64 total = text.count('\n');
    const qint64 size = request.hasArgument("size") ? request.argument("size").toLongLong() : 100;
    const qint64 from =
        request.hasArgument("from") ? request.argument("from").toLongLong() : std::max<qint64>(0, total - size);
    return LabReply::json(
        {{"id", id}, {"from", from}, {"size", size}, {"total", total}, {"log", linesOf(text, from, size)}});
}

Json LivyLab::shown(qint64 id, const Batch &batch)
{
    Json json{{"id", id},
              {"state", toStd(stateOf(batch.run))},
              {"log", linesOf(batch.run.log(), 0, 10)},
              {"appInfo", Json::object()}};
    if (batch.run.phase() != LabRun::Phase::Waiting) {
        json["appId"] = applicationId(id);
        json["appInfo"] = {{"driverLogUrl", "https://practice.invalid/driver"},
                           {"sparkUiUrl", "https://practice.invalid/spark"}};
    }
    return json;
}

} // namespace mooring
