#include "tests/bench/logmaker.h"

#include <QFile>

namespace mooring::bench {

bool makeLog(const QString &path, qint64 bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return false;
    QByteArray block;
    qint64 written = 0;
    for (quint64 line = 0; written < bytes; ++line) {
        const quint64 noise = line * 6364136223846793005ULL >> 33;
        block += "step " + QByteArray::number(line) + "  \x1b[90mloss\x1b[0m 0." + QByteArray::number(noise % 100000) +
                 "  lr 3.0e-04  throughput " + QByteArray::number(noise % 977) + " samples/s  " +
                 QByteArray(int(noise % 60), '.') + '\n';
        if (line % 5000 == 4999)
            block += "WARNING loss is NaN at this step, batch skipped\n";
        if (block.size() < 4 << 20)
            continue;
        if (file.write(block) != block.size())
            return false;
        written += block.size();
        block.clear();
    }
    return file.flush();
}

} // namespace mooring::bench
