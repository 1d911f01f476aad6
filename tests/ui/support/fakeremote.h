#pragma once

#include "core/targets/kindregistry.h"

#include <atomic>
#include <mutex>

namespace mooring::test {

/// A kind that can be attached, with every type of field, whose machine answers as told. The machine's name is its
/// address up to the first dot.
class FakeRemote : public TargetKind
{
public:
    /// What the rungs see; shared with the test, read on the job's thread.
    struct Script
    {
        std::atomic<bool> hold{false};   ///< the second rung waits until false, or until canceled
        std::atomic<bool> broken{false}; ///< the second rung fails
        std::atomic<bool> retired{false};
        std::atomic<int> firstRuns{0}; ///< how often the first rung ran
        std::atomic<int> secondRuns{0};

        void ask(const QString &word, const Json &facts); ///< the first rung fails with this question; empty: no more
        void find(const std::vector<FoundTarget> &targets);

        std::mutex lock; ///< of all below
        QString question;
        Json questionFacts;
        std::vector<FoundTarget> found;
        QByteArray password; ///< as the second rung saw it
    };

    explicit FakeRemote(std::shared_ptr<Script> script) : m_script(std::move(script)) {}

    QString id() const override { return QStringLiteral("remote"); }
    QString title() const override { return QStringLiteral("Far machine"); }
    QString summary() const override { return QStringLiteral("Anything with an address."); }
    QString iconName() const override { return QStringLiteral("server"); }
    std::vector<Field> fields() const override;
    Capabilities capabilities() const override { return {true, false, {}, {}}; }
    std::vector<Requirement> requirements() const override
    {
        return {{QStringLiteral("A shell"), QStringLiteral("Any will do.")}};
    }
    std::optional<Retirement> retirement() const override;
    std::vector<Rung> ladder(const FormValues &values) const override;
    QString identity(const FormValues &, const Json &facts) const override;
    Result<std::shared_ptr<RunHost>> makeRunHost(const FormValues &, const Json &) const override;
    std::vector<FoundTarget> found() const override;

private:
    std::shared_ptr<Script> m_script;
};

} // namespace mooring::test
