#pragma once

#include "core/runs/metrics.h"

#include <QByteArray>

namespace mooring {

/// The mask that TensorFlow's record files put over CRC-32C.
quint32 maskedCrc32c(QByteArrayView bytes);

/// Reads the scalars of a TensorBoard event file piece by piece. A last record that is not whole yet is left for later.
class TensorBoardReader
{
public:
    struct Scalar
    {
        QString tag;
        MetricPoint point;
    };

    /// Bytes that start where the ones before were used up; gives how many are used up now. Fewer than given: give the
    /// rest again together with what follows. Large records (images) are stepped over: more than given may be used up.
    qint64 addBytes(QByteArrayView bytes, std::vector<Scalar> &found);

    /// A checksum was wrong: nothing after it is read.
    bool isDamaged() const { return m_damaged; }

private:
    bool m_damaged = false;
};

} // namespace mooring
