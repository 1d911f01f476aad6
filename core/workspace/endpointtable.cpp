#include "core/workspace/endpointtable.h"

#include "core/base/clock.h"
#include "core/base/jsontext.h"
#include "core/base/redactor.h"
#include "core/base/text.h"
#include "core/workspace/sqlconnection.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr int kKeptCalls = 500;
constexpr qsizetype kKeptBody = 256 * 1024; // bytes of each body: a history, not an archive

QString tr(const char *text) { return QCoreApplication::translate("mooring::Workspace", text); }

/// Programs print secrets: they must not reach the disk.
QString textOf(const Json &document) { return QString::fromUtf8(Redactor::instance().redact(toBytes(document))); }

Json parsed(const QString &text) { return readJson(text.toUtf8()); }

/// A document that cannot be read is still an endpoint: what is known is shown, nothing is made up.
EndpointRecord recordOf(const QString &name, const QString &document)
{
    auto record = EndpointRecord::fromStoreJson(parsed(document));
    if (record)
        return std::move(*record);
    EndpointRecord unreadable;
    unreadable.name = name;
    unreadable.state = EndpointState::Failed;
    unreadable.reason = record.error().message;
    return unreadable;
}

} // namespace

Result<> EndpointTable::save(const EndpointRecord &endpoint)
{
    if (endpoint.name.isEmpty())
        return Error::failed(u"endpoint.noName"_s, tr("An endpoint without a name cannot be kept."));
    return m_connection.run(
        u"INSERT INTO endpoints (name, state, document) VALUES (?,?,?) ON CONFLICT (name) DO UPDATE "
        "SET state=excluded.state, document=excluded.document"_s,
        {endpoint.name, toWord(endpoint.state), textOf(endpoint.toStoreJson())});
}

Result<std::vector<EndpointRecord>> EndpointTable::all()
{
    std::vector<EndpointRecord> list;
    auto read =
        m_connection.run(u"SELECT name, document FROM endpoints ORDER BY name"_s, {}, [&](const QSqlQuery &row) {
            list.push_back(recordOf(row.value(0).toString(), row.value(1).toString()));
        });
    return read ? Result<std::vector<EndpointRecord>>(std::move(list)) : read.error();
}

Result<EndpointRecord> EndpointTable::find(const QString &name)
{
    auto document = m_connection.value(u"SELECT document FROM endpoints WHERE name=?"_s, {name});
    if (!document)
        return document.error();
    if (document->isValid())
        return recordOf(name, document->toString());
    QStringList names;
    if (auto read = m_connection.run(u"SELECT name FROM endpoints ORDER BY name"_s, {},
                                     [&](const QSqlQuery &row) { names << row.value(0).toString(); });
        !read)
        return read.error();
    const QString nearest = nearestWord(name, names);
    return Error::usage(u"endpoint.unknown"_s, tr("There is no endpoint named “%1”.").arg(name))
        .withFix(!nearest.isEmpty() ? tr("Did you mean “%1”?").arg(nearest)
                 : names.isEmpty()  ? tr("mooring deploy makes one.")
                                    : tr("The endpoints are: %1.").arg(names.join(u", "_s)))
        .withDetail({{"endpoint", toStd(name)}, {"nearest", textOrNull(nearest)}});
}

Result<> EndpointTable::remove(const QString &name)
{
    if (auto done = m_connection.run(u"DELETE FROM endpoint_calls WHERE endpoint=?"_s, {name}); !done)
        return done;
    return m_connection.run(u"DELETE FROM endpoints WHERE name=?"_s, {name});
}

Result<qint64> EndpointTable::saveCall(const ScoringCall &call)
{
    ScoringCall kept = call;
    kept.body.truncate(kKeptBody);
    kept.request.body.truncate(kKeptBody);
    Json document = kept.toStoreJson();
    document["bodySize"] = qint64(call.body.size());
    document["requestBodySize"] = qint64(call.request.body.size());
    const QDateTime at = call.at.value_or(nowUtc());
    if (auto done = m_connection.run(u"INSERT INTO endpoint_calls (endpoint, at_ms, document) VALUES (?,?,?)"_s,
                                     {call.endpoint, at.toMSecsSinceEpoch(), textOf(document)});
        !done)
        return done.error();
    const auto id = m_connection.value(u"SELECT last_insert_rowid()"_s);
    if (!id)
        return id.error();
    if (auto done = m_connection.run(
            u"DELETE FROM endpoint_calls WHERE endpoint=? AND id <= (SELECT id FROM endpoint_calls WHERE endpoint=? "
            "ORDER BY id DESC LIMIT 1 OFFSET ?)"_s,
            {call.endpoint, call.endpoint, kKeptCalls});
        !done)
        return done.error();
    return id->toLongLong();
}

Result<std::vector<ScoringCall>> EndpointTable::calls(const QString &endpoint, int limit)
{
    std::vector<ScoringCall> list;
    auto read = m_connection.run(u"SELECT id, document FROM endpoint_calls WHERE endpoint=? ORDER BY id DESC LIMIT ?"_s,
                                 {endpoint, limit}, [&](const QSqlQuery &row) {
                                     list.push_back(ScoringCall::fromStoreJson(parsed(row.value(1).toString())));
                                     list.back().id = row.value(0).toLongLong();
                                 });
    return read ? Result<std::vector<ScoringCall>>(std::move(list)) : read.error();
}

} // namespace mooring
