#pragma once

#include "core/workspace/workspace.h"

namespace mooring {

class Store;

/// The Workspace on a Store: each function is one read or one write of a table.
class SqliteWorkspace : public Workspace
{
    Q_OBJECT
public:
    SqliteWorkspace();
    ~SqliteWorkspace() override;
    Result<> openStore(const Profile &profile);

    QString name() const override;
    bool isReadOnly() const override;
    QString readOnlyReason() const override;

    Result<std::vector<TargetRecord>> targets() override;
    Result<TargetRecord> findTarget(const QString &name) override;
    Result<> saveTarget(const TargetRecord &target) override;
    Result<> removeTarget(const QString &name) override;

    Result<> saveRun(const RunRecord &run) override;
    Result<RunRecord> updateRun(const QString &id, const std::function<bool(RunRecord &)> &change) override;
    Result<RunRecord> findRun(const QString &id) override;
    Result<std::vector<RunRecord>> liveRuns() override;
    Result<QString> nextRunName(const QString &stem) override;
    Result<std::vector<RunRecord>> runs(const RunQuery &query) override;
    Result<int> runCount() override;
    Result<int> countRuns(const RunQuery &query) override;
    Result<RunRecord> resolveRun(const QString &word) override;
    Result<std::optional<qint64>> usualPhaseMs(const QString &target, const QString &phase) override;

    Result<> saveEndpoint(const EndpointRecord &endpoint) override;
    Result<EndpointRecord> findEndpoint(const QString &name) override;
    Result<std::vector<EndpointRecord>> endpoints() override;
    Result<> removeEndpoint(const QString &name) override;
    Result<qint64> saveCall(const ScoringCall &call) override;
    Result<std::vector<ScoringCall>> calls(const QString &endpoint, int limit) override;

    Result<Json> setting(const QString &key) override;
    Result<> saveSetting(const QString &key, const Json &value) override;
    Result<Json> updateSetting(const QString &key, const std::function<bool(Json &)> &change) override;

private:
    std::unique_ptr<Store> m_store;
};

} // namespace mooring
