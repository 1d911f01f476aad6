#include "core/workspace/sqliteworkspace.h"

#include "core/workspace/endpointtable.h"
#include "core/workspace/runtable.h"
#include "core/workspace/settingtable.h"
#include "core/workspace/store.h"
#include "core/workspace/targettable.h"

namespace mooring {

SqliteWorkspace::SqliteWorkspace() = default;
SqliteWorkspace::~SqliteWorkspace() = default;

Result<> SqliteWorkspace::openStore(const Profile &profile)
{
    // The store's threads end before this object does: it is a good receiver for as long as they call.
    auto opened = Store::open(
        profile, {[this] { QMetaObject::invokeMethod(this, &Workspace::changed, Qt::QueuedConnection); },
                  [this] { QMetaObject::invokeMethod(this, &Workspace::readOnlyChanged, Qt::QueuedConnection); }});
    if (!opened)
        return opened.error();
    m_store = std::move(opened).value();
    return {};
}

QString SqliteWorkspace::name() const { return QStringLiteral("local"); }
bool SqliteWorkspace::isReadOnly() const { return m_store->isReadOnly(); }
QString SqliteWorkspace::readOnlyReason() const { return m_store->readOnlyReason(); }

Result<std::vector<TargetRecord>> SqliteWorkspace::targets()
{
    return m_store->read<std::vector<TargetRecord>>([](SqlConnection &db) { return TargetTable(db).all(); });
}

Result<TargetRecord> SqliteWorkspace::findTarget(const QString &name)
{
    return m_store->read<TargetRecord>([&](SqlConnection &db) { return TargetTable(db).find(name); });
}

Result<> SqliteWorkspace::saveTarget(const TargetRecord &target)
{
    return m_store->write<void>([&](SqlConnection &db) { return TargetTable(db).save(target); });
}

Result<> SqliteWorkspace::removeTarget(const QString &name)
{
    return m_store->write<void>([&](SqlConnection &db) { return TargetTable(db).remove(name); });
}

Result<> SqliteWorkspace::saveRun(const RunRecord &run)
{
    return m_store->write<void>([&](SqlConnection &db) { return RunTable(db).save(run); });
}

Result<RunRecord> SqliteWorkspace::updateRun(const QString &id, const std::function<bool(RunRecord &)> &change)
{
    return m_store->write<RunRecord>([&](SqlConnection &db) -> Result<RunRecord> {
        auto run = RunTable(db).find(id);
        if (!run || !change(*run))
            return run;
        const auto saved = RunTable(db).save(*run);
        return saved ? run : Result<RunRecord>(saved.error());
    });
}

Result<RunRecord> SqliteWorkspace::findRun(const QString &id)
{
    return m_store->read<RunRecord>([&](SqlConnection &db) { return RunTable(db).find(id); });
}

Result<std::vector<RunRecord>> SqliteWorkspace::liveRuns()
{
    return m_store->read<std::vector<RunRecord>>([](SqlConnection &db) { return RunTable(db).live(); });
}

Result<QString> SqliteWorkspace::nextRunName(const QString &stem)
{
    return m_store->write<QString>([&](SqlConnection &db) { return RunTable(db).nextName(stem); });
}

Result<std::vector<RunRecord>> SqliteWorkspace::runs(const RunQuery &query)
{
    return m_store->read<std::vector<RunRecord>>([&](SqlConnection &db) { return RunTable(db).list(query); });
}

Result<int> SqliteWorkspace::runCount() { return countRuns({}); }

Result<int> SqliteWorkspace::countRuns(const RunQuery &query)
{
    return m_store->read<int>([&](SqlConnection &db) { return RunTable(db).count(query); });
}

Result<RunRecord> SqliteWorkspace::resolveRun(const QString &word)
{
    return m_store->read<RunRecord>([&](SqlConnection &db) { return RunTable(db).resolve(word); });
}

Result<std::optional<qint64>> SqliteWorkspace::usualPhaseMs(const QString &target, const QString &phase)
{
    return m_store->read<std::optional<qint64>>(
        [&](SqlConnection &db) { return RunTable(db).usualPhaseMs(target, phase); });
}

Result<> SqliteWorkspace::saveEndpoint(const EndpointRecord &endpoint)
{
    return m_store->write<void>([&](SqlConnection &db) { return EndpointTable(db).save(endpoint); });
}

Result<EndpointRecord> SqliteWorkspace::findEndpoint(const QString &name)
{
    return m_store->read<EndpointRecord>([&](SqlConnection &db) { return EndpointTable(db).find(name); });
}

Result<std::vector<EndpointRecord>> SqliteWorkspace::endpoints()
{
    return m_store->read<std::vector<EndpointRecord>>([](SqlConnection &db) { return EndpointTable(db).all(); });
}

Result<> SqliteWorkspace::removeEndpoint(const QString &name)
{
    return m_store->write<void>([&](SqlConnection &db) { return EndpointTable(db).remove(name); });
}

Result<qint64> SqliteWorkspace::saveCall(const ScoringCall &call)
{
    return m_store->write<qint64>([&](SqlConnection &db) { return EndpointTable(db).saveCall(call); });
}

Result<std::vector<ScoringCall>> SqliteWorkspace::calls(const QString &endpoint, int limit)
{
    return m_store->read<std::vector<ScoringCall>>(
        [&](SqlConnection &db) { return EndpointTable(db).calls(endpoint, limit); });
}

Result<Json> SqliteWorkspace::setting(const QString &key)
{
    return m_store->read<Json>([&](SqlConnection &db) { return SettingTable(db).value(key); });
}

Result<> SqliteWorkspace::saveSetting(const QString &key, const Json &value)
{
    return m_store->write<void>([&](SqlConnection &db) { return SettingTable(db).save(key, value); });
}

Result<Json> SqliteWorkspace::updateSetting(const QString &key, const std::function<bool(Json &)> &change)
{
    return m_store->write<Json>([&](SqlConnection &db) -> Result<Json> {
        auto value = SettingTable(db).value(key);
        if (!value || !change(*value))
            return value;
        const auto saved = SettingTable(db).save(key, *value);
        return saved ? value : Result<Json>(saved.error());
    });
}

} // namespace mooring
