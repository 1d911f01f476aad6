#pragma once

#include "core/runs/runsettings.h"

#include <QCoreApplication>

#include <utility>
#include <vector>

namespace mooring {

/// A run that is being described: the settings, and beside them what was typed where that may not be understood yet.
/// Knows no widget and touches no disk. The problems are sentences; empty: good.
class RunDraft
{
    Q_DECLARE_TR_FUNCTIONS(mooring::RunDraft)
public:
    using Variables = std::vector<std::pair<QString, QString>>;

    RunDraft() = default;
    explicit RunDraft(const RunSettings &settings) { setSettings(settings); }

    /// What is understood. Texts with a problem are not in it: their last good value is.
    const RunSettings &settings() const { return m_settings; }
    void setSettings(const RunSettings &settings);

    void setSource(const QString &folder) { m_settings.source = folder; }
    void setScript(const QString &script) { m_settings.script = script; }
    void setTarget(const QString &target) { m_settings.target = target; }
    void setName(const QString &name) { m_settings.name = name; }
    void setExperiment(const QString &experiment) { m_settings.experiment = experiment; }
    void setEnvironment(const EnvironmentChoice &choice) { m_settings.environment = choice; }

    QString argumentsText() const { return m_argumentsText; }
    void setArgumentsText(const QString &text);
    QString timeLimitText() const { return m_timeLimitText; }
    void setTimeLimitText(const QString &text);
    const Variables &variables() const { return m_variables; } ///< as typed, in order
    void setVariables(const Variables &variables);

    QString sourceProblem() const;
    QString scriptProblem() const;
    QString argumentsProblem() const { return m_argumentsProblem; }
    QString nameProblem() const;
    QString experimentProblem() const;
    QString variablesProblem() const { return m_variablesProblem; }
    QString timeLimitProblem() const { return m_timeLimitProblem; }

    bool isPython() const { return m_settings.script.endsWith(QStringLiteral(".py")); }
    /// "train.py in bearings-project": script and the folder's own name.
    QString title() const;

private:
    QString problemOf(const RunSettings &settings) const;

    RunSettings m_settings;
    QString m_argumentsText, m_argumentsProblem;
    QString m_timeLimitText, m_timeLimitProblem;
    Variables m_variables;
    QString m_variablesProblem;
};

/// "90 s", "15 min", "2 h 30 min", "1 d" in seconds. A number without a unit is no duration.
Result<int> parseTimeLimit(const QString &text);
/// Exact, and such that parseTimeLimit() reads it.
QString timeLimitText(int seconds);

} // namespace mooring
