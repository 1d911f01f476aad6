#include "core/runs/tensorboard.h"

#include "core/runs/protobufreader.h"

#include <array>
#include <cmath>

namespace mooring {

namespace {

constexpr qint64 headSize = 12, tailSize = 4;
constexpr quint64 scalarRecordLimit = 1 << 20; // larger ones hold images or graphs, never only scalars
constexpr quint64 recordLimit = quint64(1) << 32;
constexpr int floatType = 1, doubleType = 2;

constexpr std::array<quint32, 256> makeTable()
{
    std::array<quint32, 256> table{};
    for (quint32 i = 0; i < 256; ++i) {
        quint32 crc = i;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0x82f63b78u : 0);
        table[i] = crc;
    }
    return table;
}

/// The one number of a tensor without dimensions; nothing for text, histograms and anything with more than one.
std::optional<double> tensorNumber(QByteArrayView tensor)
{
    int type = 0;
    QByteArrayView content, floats, doubles;
    for (ProtobufReader reader(tensor); reader.next();) {
        switch (reader.field()) {
        case 1:
            type = int(reader.varint());
            break;
        case 4:
            content = reader.bytes();
            break;
        case 5:
            floats = reader.bytes();
            break; // packed or not, the bytes are the same
        case 6:
            doubles = reader.bytes();
            break;
        }
    }
    if (type == floatType && content.size() == 4)
        return ProtobufReader::read<float>(content);
    if (type == floatType && content.isEmpty() && floats.size() == 4)
        return ProtobufReader::read<float>(floats);
    if (type == doubleType && content.size() == 8)
        return ProtobufReader::read<double>(content);
    if (type == doubleType && content.isEmpty() && doubles.size() == 8)
        return ProtobufReader::read<double>(doubles);
    return {};
}

void readValue(QByteArrayView value, MetricPoint point, std::vector<TensorBoardReader::Scalar> &found)
{
    QString tag;
    std::optional<double> number;
    for (ProtobufReader reader(value); reader.next();) {
        if (reader.field() == 1 && reader.isBytes())
            tag = QString::fromUtf8(reader.bytes());
        else if (reader.field() == 2 && reader.isFixed32())
            number = reader.asFloat();
        else if (reader.field() == 8 && reader.isBytes())
            number = tensorNumber(reader.bytes());
    }
    if (number && !tag.isEmpty()) {
        point.value = *number;
        found.push_back({tag, point});
    }
}

void readEvent(QByteArrayView event, std::vector<TensorBoardReader::Scalar> &found)
{
    MetricPoint point;
    std::vector<QByteArrayView> summaries;
    for (ProtobufReader reader(event); reader.next();) {
        if (reader.field() == 1 && reader.isFixed64()) {
            const double seconds = reader.asDouble();
            point.time =
                std::isfinite(seconds) && seconds >= 0 && seconds < 1e11 ? qint64(std::llround(seconds * 1000)) : -1;
        } else if (reader.field() == 2) {
            point.step = qint64(reader.varint());
        } else if (reader.field() == 5 && reader.isBytes()) {
            summaries.push_back(reader.bytes());
        }
    }
    for (QByteArrayView summary : summaries) {
        for (ProtobufReader reader(summary); reader.next();) {
            if (reader.field() == 1 && reader.isBytes())
                readValue(reader.bytes(), point, found);
        }
    }
}

} // namespace

quint32 maskedCrc32c(QByteArrayView bytes)
{
    static constexpr auto table = makeTable();
    quint32 crc = ~0u;
    for (char byte : bytes)
        crc = (crc >> 8) ^ table[(crc ^ quint8(byte)) & 0xff];
    crc = ~crc;
    return ((crc >> 15) | (crc << 17)) + 0xa282ead8u;
}

qint64 TensorBoardReader::addBytes(QByteArrayView bytes, std::vector<Scalar> &found)
{
    qint64 used = 0;
    while (!m_damaged && bytes.size() - used >= headSize) {
        const QByteArrayView rest = bytes.sliced(used);
        const auto length = ProtobufReader::read<quint64>(rest);
        if (ProtobufReader::read<quint32>(rest.sliced(8)) != maskedCrc32c(rest.first(8)) || length > recordLimit) {
            m_damaged = true;
            break;
        }
        const qint64 whole = headSize + qint64(length) + tailSize;
        if (length > scalarRecordLimit)
            return used + whole; // further bytes come from there
        if (rest.size() < whole)
            break;
        const QByteArrayView data = rest.sliced(headSize, qint64(length));
        if (ProtobufReader::read<quint32>(rest.sliced(headSize + qint64(length))) != maskedCrc32c(data)) {
            m_damaged = true;
            break;
        }
        readEvent(data, found);
        used += whole;
    }
    return used;
}

} // namespace mooring
