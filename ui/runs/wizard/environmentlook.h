#pragma once

#include "ui/runs/wizard/rundesk.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace mooring {

class Job;

/// Asks the desk in the background what a target has, and what the chosen environment will lead to. A new question
/// cancels the earlier one, whose answer is dropped. Lives on the window's thread.
class EnvironmentLook : public QObject
{
    Q_OBJECT
public:
    explicit EnvironmentLook(std::shared_ptr<RunDesk> desk, QObject *parent = nullptr);
    ~EnvironmentLook() override;

    /// Once for each target and sort of script.
    void lookForOffer(const RunSettings &settings);
    const EnvironmentOffer &offer() const { return m_offer; }
    /// After a short rest, so that it may be called at each letter typed.
    void plan(const RunSettings &settings);
    /// There is nothing to plan; no answer comes.
    void forget();
    /// Of the settings asked for last; nothing while it is not known.
    const std::optional<Result<EnvironmentForecast>> &answer() const { return m_answer; }

Q_SIGNALS:
    void offered();
    void planning();
    void planned();

private:
    void ask();
    void ended(Job *job);
    void drop();

    std::shared_ptr<RunDesk> m_desk;
    QString m_offerOf;
    EnvironmentOffer m_offer;
    RunSettings m_settings;
    std::unique_ptr<Job> m_job;
    std::shared_ptr<EnvironmentForecast> m_found;
    std::optional<Result<EnvironmentForecast>> m_answer;
    QTimer m_rest;
};

} // namespace mooring
