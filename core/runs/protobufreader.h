#pragma once

#include <QByteArrayView>

#include <cstring>
#include <optional>

namespace mooring {

/// Walks the fields of one protobuf message without a schema. Anything malformed ends the walk; nothing is read past
/// the end.
class ProtobufReader
{
public:
    explicit ProtobufReader(QByteArrayView bytes) : m_rest(bytes) {}

    /// To the next field; false at the end or when the rest is malformed.
    bool next()
    {
        const auto tag = takeVarint();
        if (!tag)
            return false;
        m_field = int(*tag >> 3);
        m_wire = int(*tag & 7);
        switch (m_wire) {
        case 0:
            return takeInto(takeVarint());
        case 1:
            return takeBytes(8);
        case 2:
            return takeLength();
        case 5:
            return takeBytes(4);
        }
        return false;
    }

    int field() const { return m_field; }
    quint64 varint() const { return m_wire == 0 ? m_varint : 0; }
    bool isBytes() const { return m_wire == 2; }
    QByteArrayView bytes() const { return m_bytes; }
    double asDouble() const { return m_wire == 1 ? read<double>(m_bytes) : 0; }
    float asFloat() const { return m_wire == 5 ? read<float>(m_bytes) : 0; }
    bool isFixed32() const { return m_wire == 5; }
    bool isFixed64() const { return m_wire == 1; }

    template <class T>
    static T read(QByteArrayView bytes) // little endian, as all machines that we run on
    {
        T value{};
        std::memcpy(&value, bytes.data(), sizeof value);
        return value;
    }

private:
    std::optional<quint64> takeVarint()
    {
        quint64 value = 0;
        for (qsizetype i = 0; i < std::min<qsizetype>(10, m_rest.size()); ++i) {
            value |= quint64(quint8(m_rest[i]) & 0x7f) << (7 * i);
            if (!(quint8(m_rest[i]) & 0x80)) {
                m_rest = m_rest.sliced(i + 1);
                return value;
            }
        }
        return {};
    }
    bool takeInto(std::optional<quint64> value)
    {
        m_varint = value.value_or(0);
        return value.has_value();
    }
    bool takeLength()
    {
        const auto length = takeVarint();
        return length && *length <= quint64(m_rest.size()) && takeBytes(qsizetype(*length));
    }
    bool takeBytes(qsizetype count)
    {
        if (count > m_rest.size())
            return false;
        m_bytes = m_rest.first(count);
        m_rest = m_rest.sliced(count);
        return true;
    }

    QByteArrayView m_rest, m_bytes;
    int m_field = 0, m_wire = -1;
    quint64 m_varint = 0;
};

} // namespace mooring
