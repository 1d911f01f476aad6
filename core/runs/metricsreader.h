#pragma once

#include "core/runs/metrics.h"
#include "core/runs/metricsharvest.h"
#include "core/runs/runhost.h"
#include "core/runs/tensorboard.h"

#include <QElapsedTimer>

namespace mooring {

/// Follows everything that a run logs: metrics.jsonl of the collector, system.jsonl of sample.sh ("system/cpu" …), what
/// azureml v1 scripts print, and TensorBoard event files below outputs/ and logs/. Reads only what came since the last
/// update; may be thrown away and made anew at any time. Blocks: worker threads and the command line only. Must not
/// outlive the host.
///
/// A name that several of these use belongs to metrics.jsonl; the others then stand as "tensorboard/loss",
/// "azureml/loss".
class MetricsReader
{
public:
    MetricsReader(RunHost &host, const QString &runFolder);
    ~MetricsReader();

    enum class Look { Often, /*!< new event files are looked for every few seconds */ Everywhere };
    /// True when something came. On an error all that came before it is kept.
    Result<bool> update(const CancelToken &cancel, Look look = Look::Often);
    const RunMetrics &metrics() const { return m_metrics; }
    /// Files that could not be read to their end, as whole sentences.
    QStringList warnings() const;

private:
    struct EventFile;
    enum class Source { Journal, Azureml, TensorBoard };

    Result<> readJournal(const CancelToken &cancel);
    Result<> readLog(const CancelToken &cancel);
    Result<> findEventFiles(const CancelToken &cancel);
    Result<> readEventFile(EventFile &file, const CancelToken &cancel);
    void addRecord(QByteArrayView line);
    void addPoint(const QString &name, const MetricPoint &point, Source source);
    /// Calls `onLine` for each whole line from `offset` on, and moves it behind the last one.
    Result<> readLines(const QString &path, qint64 &offset, const std::function<void(QByteArrayView)> &onLine,
                       const CancelToken &cancel);

    RunHost &m_host;
    QString m_folder;
    RunMetrics m_metrics;
    std::map<QString, Source> m_sources;
    AzuremlHarvest m_harvest;
    std::vector<std::unique_ptr<EventFile>> m_files;
    QElapsedTimer m_sinceSearch;
    qint64 m_journalOffset = 0, m_systemOffset = 0, m_logOffset = 0;
    bool m_changed = false;
};

} // namespace mooring
