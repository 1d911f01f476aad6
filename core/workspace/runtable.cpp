#include "core/workspace/runtable.h"

#include "core/base/clock.h"
#include "core/base/jsontext.h"
#include "core/workspace/runrow.h"
#include "core/workspace/sqlconnection.h"

#include <QCoreApplication>

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr int kUsualRuns = 20;

QString tr(const char *text) { return QCoreApplication::translate("mooring::Workspace", text); }

QString columnName(RunQuery::Column column)
{
    switch (column) {
    case RunQuery::Column::Created:
        return u"created_ms"_s;
    case RunQuery::Column::Name:
        return u"name"_s;
    case RunQuery::Column::Experiment:
        return u"experiment"_s;
    case RunQuery::Column::Script:
        return u"script"_s;
    case RunQuery::Column::Target:
        return u"target"_s;
    case RunQuery::Column::State:
        return u"state"_s;
    case RunQuery::Column::Duration:
        return u"duration_ms"_s;
    case RunQuery::Column::Logged:
        break;
    }
    return u"created_ms"_s;
}

/// The columns that make the order of a list; the last one is the id, so that no two runs are equal.
QStringList orderOf(RunQuery::Column column)
{
    if (column == RunQuery::Column::Target || column == RunQuery::Column::State)
        return {columnName(column), u"created_ms"_s, u"id"_s};
    return {columnName(column), u"id"_s};
}

struct Condition
{
    QStringList parts;
    QVariantList values;
    QString text() const { return parts.isEmpty() ? QString() : u" WHERE "_s + parts.join(u" AND "_s); }
};

Condition filterOf(const RunQuery &query)
{
    Condition condition;
    if (!query.target.isEmpty()) {
        condition.parts << u"target=?"_s;
        condition.values << query.target;
    }
    if (query.state) {
        condition.parts << u"state=?"_s;
        condition.values << toWord(*query.state);
    }
    if (!query.text.isEmpty()) {
        condition.parts << u"instr(search, ?) > 0"_s;
        condition.values << query.text.toCaseFolded();
    }
    return condition;
}

/// A record whose document cannot be read is shown with what the columns say and with an unknown state.
RunRecord unreadable(const QSqlQuery &row, const QString &why)
{
    RunRecord run;
    run.id = row.value(0).toString();
    run.name = row.value(2).toString();
    run.settings.target = row.value(3).toString();
    run.settings.experiment = row.value(4).toString();
    run.settings.script = row.value(5).toString();
    run.createdAt = fromEpochMs(row.value(6).toLongLong());
    run.state = RunState::Unknown;
    run.unknownSince = nowUtc();
    run.reason = why;
    return run;
}

Result<RunRecord> parsed(const QString &document)
{
    const Json json = readJson(document.toUtf8());
    return RunRecord::fromStoreJson(json.is_discarded() ? Json() : json);
}

Json idsOf(const std::vector<RunRecord> &runs)
{
    Json ids = Json::array();
    for (const RunRecord &run : runs)
        ids.push_back({{"run", toStd(run.id)}, {"name", toStd(run.name)}});
    return ids;
}

Error unknown(const QString &word)
{
    return Error::usage(u"run.unknown"_s, tr("There is no run “%1”.").arg(word))
        .withFix(tr("List the runs with: mooring runs"));
}

Result<RunRecord> onlyOne(std::vector<RunRecord> found, const QString &word)
{
    if (found.size() == 1)
        return std::move(found.front());
    QStringList ids;
    for (const RunRecord &run : found)
        ids << run.id;
    return Error::usage(u"run.ambiguous"_s, tr("“%1” stands for more than one run: %2.").arg(word, ids.join(u", "_s)))
        .withFix(tr("Name one of them by its whole id."))
        .withDetail({{"candidates", idsOf(found)}});
}

} // namespace

Result<> RunTable::save(const RunRecord &run)
{
    if (run.id.isEmpty())
        return Error::failed(u"run.noId"_s, tr("A run without an id cannot be kept."));
    RunRow row = RunRow::fromRecord(run);
    if (row.createdMs == 0)
        row.createdMs = nowUtc().toMSecsSinceEpoch();
    return row.insert(m_connection);
}

Result<RunRecord> RunTable::find(const QString &id)
{
    auto document = m_connection.value(u"SELECT document FROM run_documents WHERE id=?"_s, {id});
    if (!document)
        return document.error();
    return document->isValid() ? parsed(document->toString()) : Result<RunRecord>(unknown(id));
}

Result<std::vector<RunRecord>> RunTable::select(const QString &tail, const QVariantList &values)
{
    std::vector<RunRecord> list;
    auto read =
        m_connection.run(u"SELECT runs.id, document, name, target, experiment, script, created_ms FROM "_s + tail,
                         values, [&](const QSqlQuery &row) {
                             auto run = parsed(row.value(1).toString());
                             list.push_back(run ? std::move(run).value() : unreadable(row, run.error().message));
                         });
    return read ? Result<std::vector<RunRecord>>(std::move(list)) : Result<std::vector<RunRecord>>(read.error());
}

Result<std::vector<RunRecord>> RunTable::live()
{
    return select(u"runs LEFT JOIN run_documents USING (id) WHERE live=1 ORDER BY created_ms"_s, {});
}

/// What a run logged has no index: each document of the matching runs is looked into.
Result<std::vector<RunRecord>> RunTable::listByLogged(const RunQuery &query)
{
    const bool isParam = query.logged.startsWith(u"params/"_s);
    const Condition condition = filterOf(query);
    const QString direction = query.ascending ? u" ASC"_s : u" DESC"_s;
    // Parameters are texts, most of them numbers. A metric that is a word is not a number (NaN): it comes last too.
    const QString order =
        (isParam
             ? u"logged IS NULL, CAST(logged AS REAL)%1, logged%1"_s
             : u"logged IS NULL OR typeof(logged) = 'text', CASE typeof(logged) WHEN 'text' THEN NULL ELSE logged END%1"_s)
            .arg(direction) +
        u", created_ms DESC, id DESC"_s;
    const QString value =
        u"(SELECT entry.value FROM run_documents AS held, json_each(CASE WHEN json_valid(held.document) THEN "
        "held.document END, '$.logged.%1') AS entry WHERE held.id = runs.id AND entry.key = ?)"_s.arg(
            isParam ? u"params"_s : u"metrics"_s);
    const QString page = u"(SELECT runs.*, "_s + value + u" AS logged FROM runs"_s + condition.text() +
                         u" ORDER BY "_s + order +
                         u" LIMIT ? OFFSET ?) AS runs LEFT JOIN run_documents USING (id) ORDER BY "_s + order;
    QVariantList values{query.logged.section(u'/', 1)};
    values += condition.values;
    values << (query.limit > 0 ? query.limit : -1) << std::max(0, query.skip);
    return select(page, values);
}

Result<std::vector<RunRecord>> RunTable::list(const RunQuery &query)
{
    if (query.sortBy == RunQuery::Column::Logged)
        return listByLogged(query);
    const QStringList order = orderOf(query.sortBy);
    Condition condition = filterOf(query);
    if (!query.beforeId.isEmpty()) {
        const QString key = order.join(u", "_s);
        condition.parts << u"(%1) %2 (SELECT %1 FROM runs WHERE id=?)"_s.arg(key, query.ascending ? u">"_s : u"<"_s);
        condition.values << query.beforeId;
    }
    const QString direction = query.ascending ? u" ASC"_s : u" DESC"_s;
    // The page is cut before the documents are joined: only those of the page are read.
    const QString page = u"(SELECT * FROM runs"_s + condition.text() + u" ORDER BY "_s +
                         order.join(direction + u", "_s) + direction +
                         u" LIMIT ?) AS runs LEFT JOIN run_documents USING (id) ORDER BY "_s +
                         order.join(direction + u", "_s) + direction;
    condition.values << (query.limit > 0 ? query.limit : -1);
    return select(page, condition.values);
}

Result<int> RunTable::count(const RunQuery &query)
{
    const Condition condition = filterOf(query);
    auto number = m_connection.value(u"SELECT count(*) FROM runs"_s + condition.text(), condition.values);
    return number ? Result<int>(number->toInt()) : Result<int>(number.error());
}

Result<RunRecord> RunTable::resolve(const QString &word)
{
    if (word.isEmpty())
        return unknown(word);
    const QString documents = u"runs LEFT JOIN run_documents USING (id) "_s;
    const std::array<std::pair<QString, QVariantList>, 3> ways{{
        {documents + u"WHERE runs.id=?"_s, {word}},
        {documents + u"WHERE name=? COLLATE BINARY ORDER BY created_ms DESC LIMIT 6"_s, {word}},
        {documents + u"WHERE runs.id>=? AND runs.id<? ORDER BY runs.id LIMIT 6"_s,
         {word, word + QString::fromUcs4(U"\U0010FFFF")}},
    }};
    for (const auto &[tail, values] : ways) {
        auto found = select(tail, values);
        if (!found)
            return found.error();
        if (!found->empty())
            return onlyOne(std::move(found).value(), word);
    }
    return unknown(word);
}

Result<QString> RunTable::nextName(const QString &stem)
{
    auto last = m_connection.value(u"SELECT last FROM run_names WHERE stem=?"_s, {stem});
    if (!last)
        return last.error();
    for (int number = last->toInt() + 1;; ++number) {
        const QString name = u"%1-%2"_s.arg(stem).arg(number, 3, 10, QLatin1Char('0'));
        auto taken = m_connection.value(u"SELECT 1 FROM runs WHERE name=?"_s, {name}); // by a person, with --name
        if (!taken)
            return taken.error();
        if (taken->isValid())
            continue;
        auto kept = m_connection.run(
            u"INSERT INTO run_names (stem, last) VALUES (?,?) ON CONFLICT (stem) DO UPDATE SET last=excluded.last"_s,
            {stem, number});
        return kept ? Result<QString>(name) : Result<QString>(kept.error());
    }
}

Result<std::optional<qint64>> RunTable::usualPhaseMs(const QString &target, const QString &phase)
{
    std::vector<qint64> times;
    auto read = m_connection.run(
        u"SELECT ms FROM run_phases WHERE target=? AND phase=? ORDER BY ended_ms DESC LIMIT ?"_s,
        {target, phase, kUsualRuns}, [&](const QSqlQuery &row) { times.push_back(row.value(0).toLongLong()); });
    if (!read)
        return read.error();
    if (times.size() < 3)
        return std::optional<qint64>();
    const auto middle = times.begin() + qsizetype(times.size() / 2);
    std::nth_element(times.begin(), middle, times.end());
    return std::optional<qint64>(*middle);
}

} // namespace mooring
