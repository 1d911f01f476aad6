#pragma once

#include "core/runs/metrics.h"

#include <QByteArray>

namespace mooring {

/// Finds the metrics of unchanged azureml v1 scripts in what they print when they run without a service:
///     Attempted to log scalar metric loss:
///     0.25
/// Scalars, lists of numbers and rows ({'a': 1, 'b': 2} becomes name/a and name/b). Other kinds are passed over.
class AzuremlHarvest
{
public:
    struct Found
    {
        QString name;
        MetricPoint point; ///< step: how many of that name came before; time unknown
    };

    /// One line without its end. Lines must come in order.
    void addLine(QByteArrayView line, std::vector<Found> &found);

private:
    void take(const QString &name, double value, std::vector<Found> &found);

    enum class Kind { None, Scalar, List, Row };
    Kind m_waiting = Kind::None;
    QString m_name;
    std::map<QString, qint64> m_counts;
};

} // namespace mooring
