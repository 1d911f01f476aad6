#pragma once

#include "core/targets/kindregistry.h"

#include <atomic>

namespace mooring::test {

/// Stands in for this computer, the target that every workspace has: titled "Bench machine", with a ladder of four
/// rungs that answer as told.
class FakeKind : public TargetKind
{
public:
    /// What the rungs see; shared with the test, read on the job's thread.
    struct Script
    {
        std::atomic<bool> hold{false};   ///< the second rung waits until false, or until canceled
        std::atomic<bool> broken{false}; ///< the first rung fails
        std::atomic<int> ladders{0};     ///< how often the first rung ran
    };

    explicit FakeKind(std::shared_ptr<Script> script) : m_script(std::move(script)) {}

    QString id() const override { return QStringLiteral("local"); }
    QString title() const override { return QStringLiteral("Bench machine"); }
    QString summary() const override { return QStringLiteral("Stands still for tests."); }
    QString iconName() const override { return QStringLiteral("server"); }
    std::vector<Field> fields() const override { return {}; }
    Capabilities capabilities() const override { return {true, false, {}, {}}; }
    bool attachable() const override { return false; }
    std::optional<TargetRecord> builtinTarget() const override;
    std::vector<Rung> ladder(const FormValues &values) const override;
    QString identity(const FormValues &, const Json &) const override { return QStringLiteral("local"); }
    Result<std::shared_ptr<RunHost>> makeRunHost(const FormValues &, const Json &) const override;

private:
    std::shared_ptr<Script> m_script;
};

} // namespace mooring::test
