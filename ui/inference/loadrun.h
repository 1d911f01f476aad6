#pragma once

#include "core/inference/loadmeasuring.h"
#include "ui/context/appcontext.h"

#include <QObject>

#include <optional>

namespace mooring {

class Job;

/// A load on an endpoint that goes on or went on, as a job. Belongs to its job and goes with it, so that a page which
/// is made anew finds it again. Window's thread.
class LoadRun : public QObject
{
    Q_OBJECT
public:
    static LoadRun *start(const AppContext &context, const std::shared_ptr<EndpointBench> &bench,
                          const QString &endpoint, int version, const LoadSettings &settings);
    /// The one that goes on, else the newest that ended; null: none.
    static LoadRun *newest(const AppContext &context, const EndpointBench &bench, const QString &endpoint);

    const LoadSettings &settings() const { return m_settings; }
    bool goesOn() const;
    void cancel();
    /// As far as it is known: each second, and the whole at the end.
    const std::optional<LoadReport> &report() const { return m_report; }
    const std::optional<MeasuredLoad> &result() const { return m_result; }
    const std::optional<Error> &error() const { return m_error; }
    QDateTime at() const; ///< when it was started

Q_SIGNALS:
    void changed(); ///< a second went by, or it ended

private:
    LoadRun(std::shared_ptr<EndpointBench> bench, const QString &endpoint, const LoadSettings &settings)
        : m_bench(std::move(bench)), m_endpoint(endpoint), m_settings(settings)
    {
    }
    void hear(const LoadReport &report);

    std::shared_ptr<EndpointBench> m_bench;
    QString m_endpoint;
    LoadSettings m_settings;
    Job *m_job = nullptr;
    std::optional<LoadReport> m_report;
    std::optional<MeasuredLoad> m_result;
    std::optional<Error> m_error;
};

} // namespace mooring
