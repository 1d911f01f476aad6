#include "core/workspace/runrow.h"

#include "core/base/jsontext.h"
#include "core/base/redactor.h"
#include "core/workspace/sqlconnection.h"

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

Json parsed(const QString &text)
{
    Json value = readJson(text.toUtf8());
    return value.is_discarded() ? Json() : value;
}

/// Free text may quote what a program printed: a secret in it must not reach the disk.
RunRecord redacted(RunRecord run)
{
    run.reason = Redactor::instance().redact(run.reason);
    for (Json &phase : run.phases) {
        if (const QString note = stringAt(phase, "note"); !note.isEmpty())
            phase["note"] = toStd(Redactor::instance().redact(note));
    }
    return run;
}

qint64 msOf(const std::optional<QDateTime> &time) { return time ? time->toMSecsSinceEpoch() : 0; }

} // namespace

RunRow RunRow::fromRecord(const RunRecord &run)
{
    RunRow row;
    row.id = run.id;
    row.name = run.name;
    row.target = run.settings.target;
    row.state = toWord(run.state);
    row.experiment = run.experiment();
    row.script = run.settings.script;
    row.createdMs = msOf(run.createdAt);
    row.live = !isEnded(run.state);
    row.durationMs = row.live ? -1 : run.durationMs().value_or(-1);
    row.document = QString::fromUtf8(toBytes(redacted(run).toStoreJson()));
    if (run.state == RunState::Completed)
        row.takePhases(run.phases);
    row.makeSearch();
    return row;
}

RunRow RunRow::fromVersion1(const QSqlQuery &stored)
{
    RunRow row;
    row.id = stored.value(0).toString();
    row.name = stored.value(1).toString();
    row.target = stored.value(2).toString();
    row.state = stored.value(3).toString();
    row.experiment = stored.value(4).toString();
    row.document = stored.value(6).toString();
    const Json document = parsed(row.document);
    row.script = stringAt(document, "script");
    row.createdMs = QDateTime::fromString(stored.value(5).toString(), Qt::ISODateWithMs).toMSecsSinceEpoch();
    const auto state = runStateFromWord(row.state);
    row.live = !state || !isEnded(*state);
    const auto started = timeAt(document, "startedAt"), ended = timeAt(document, "endedAt");
    if (!row.live && started && ended)
        row.durationMs = std::max<qint64>(0, started->msecsTo(*ended));
    if (state == RunState::Completed && document.is_object() && document.contains("phases"))
        row.takePhases(document["phases"]);
    row.makeSearch();
    return row;
}

void RunRow::takePhases(const Json &list)
{
    if (!list.is_array())
        return;
    for (const Json &phase : list) {
        const QString word = stringAt(phase, "phase");
        const auto started = timeAt(phase, "startedAt"), ended = timeAt(phase, "endedAt");
        if (!word.isEmpty() && started && ended && *started <= *ended)
            phases.push_back({word, started->msecsTo(*ended), ended->toMSecsSinceEpoch()});
    }
}

void RunRow::makeSearch() { search = QStringList{name, id, experiment, script, target}.join(u'\n').toCaseFolded(); }

Result<> RunRow::insert(SqlConnection &connection) const
{
    auto done = connection.run(
        u"INSERT INTO runs (id, name, target, state, experiment, script, created_ms, duration_ms, live, search) "
        "VALUES (?,?,?,?,?,?,?,?,?,?) ON CONFLICT (id) DO UPDATE SET name=excluded.name, target=excluded.target, "
        "state=excluded.state, experiment=excluded.experiment, script=excluded.script, created_ms=excluded.created_ms, "
        "duration_ms=excluded.duration_ms, live=excluded.live, search=excluded.search"_s,
        {id, name, target, state, experiment, script, createdMs, durationMs, int(live), search});
    if (done)
        done = connection.run(
            u"INSERT INTO run_documents (id, document) VALUES (?,?) ON CONFLICT (id) DO UPDATE SET document=excluded.document"_s,
            {id, document});
    if (done)
        done = connection.run(u"DELETE FROM run_phases WHERE run_id=?"_s, {id});
    for (const Phase &phase : phases) {
        if (done)
            done = connection.run(
                u"INSERT OR REPLACE INTO run_phases (run_id, target, phase, ms, ended_ms) VALUES (?,?,?,?,?)"_s,
                {id, target, phase.name, phase.ms, phase.endedMs});
    }
    return done;
}

} // namespace mooring
