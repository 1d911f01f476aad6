#pragma once

#include "core/environments/environmentplan.h"
#include "ui/runs/wizard/environmentstep.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace mooring {

struct AppContext;
class Job;

/// Asks the target in the background what it has, and what the chosen environment will lead to. A new question cancels
/// the earlier one, whose answer is dropped. Lives on the window's thread.
class EnvironmentLook : public QObject
{
    Q_OBJECT
public:
    explicit EnvironmentLook(const AppContext &context, QObject *parent = nullptr);
    ~EnvironmentLook() override;

    /// Once for each target, and again when it was not asked for a while.
    void lookForTools(const QString &target);
    const ToolsFound &tools() const { return m_tools; }
    /// After a short rest, so that it may be called at each letter typed.
    void plan(const RunSettings &settings);
    /// There is nothing to plan; no answer comes.
    void forget();
    /// Of the settings asked for last; nothing while it is not known.
    const std::optional<Result<EnvironmentPlan>> &answer() const { return m_answer; }

Q_SIGNALS:
    void toolsFound();
    void planning();
    void planned();

private:
    void ask();
    void ended(Job *job);
    void drop();

    const AppContext &m_context;
    QString m_toolsOf;
    ToolsFound m_tools;
    RunSettings m_settings;
    std::unique_ptr<Job> m_job;
    std::shared_ptr<EnvironmentPlan> m_found;
    std::optional<Result<EnvironmentPlan>> m_answer;
    QTimer m_rest;
};

} // namespace mooring
