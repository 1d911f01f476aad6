#include "core/runs/metricsreader.h"
#include "tests/core/runs/folderhost.h"
#include "tests/support/testsupport.h"

#include <QtEndian>

#include <cmath>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

const QByteArray vector =
    QByteArray::fromHex("1a00000000000000129bd82d09000000000000f83f10072a0d0a0b0a046c6f7373150000803ec9d07b8d");

QByteArray little(auto value)
{
    QByteArray bytes(sizeof value, 0);
    qToLittleEndian(value, bytes.data());
    return bytes;
}

QByteArray record(const QByteArray &data)
{
    const QByteArray length = little(quint64(data.size()));
    return length + little(maskedCrc32c(length)) + data + little(maskedCrc32c(data));
}

QByteArray field(int number, const QByteArray &bytes)
{
    QByteArray length;
    for (auto left = quint64(bytes.size());; left >>= 7) {
        length += char((left & 0x7f) | (left > 0x7f ? 0x80 : 0));
        if (left <= 0x7f)
            break;
    }
    return QByteArray(1, char(number << 3 | 2)) + length + bytes;
}

QByteArray number(int field, quint64 value) { return QByteArray(1, char(field << 3)) + QByteArray(1, char(value)); }

/// An event at 1.5 s and step 7 with one value of these fields.
QByteArray eventOf(const QByteArray &value)
{
    return record(QByteArray(1, char(9)) + little(1.5) + number(2, 7) + field(5, field(1, field(1, "loss") + value)));
}

QStringList read(const QByteArray &bytes)
{
    TensorBoardReader reader;
    std::vector<TensorBoardReader::Scalar> found;
    reader.addBytes(bytes, found);
    QStringList words;
    for (const auto &scalar : found)
        words << u"%1 %2 %3 %4"_s.arg(scalar.tag).arg(scalar.point.step).arg(scalar.point.time).arg(scalar.point.value);
    if (reader.isDamaged())
        words << u"damaged"_s;
    return words;
}

} // namespace

class TestTensorBoard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void checksum()
    {
        QCOMPARE(maskedCrc32c(QByteArray::fromHex("1a00000000000000")),
                 qFromLittleEndian<quint32>(QByteArray::fromHex("129bd82d").constData()));
    }

    void values_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("expected");
        const QStringList quarter{u"loss 7 1500 0.25"_s};
        const auto row = [](const char *name, const QByteArray &bytes, const QStringList &expected) {
            QTest::newRow(name) << bytes << expected;
        };
        row("empty", {}, {});
        row("the known vector", vector, quarter);
        row("version first", record(field(3, "brain.Event:2")) + vector, quarter);
        row("tensor, content", eventOf(field(8, number(1, 1) + field(2, {}) + field(4, little(0.25f)))), quarter);
        row("tensor, packed floats", eventOf(field(8, number(1, 1) + field(5, little(0.25f)))), quarter);
        row("tensor, single float", eventOf(field(8, number(1, 1) + QByteArray(1, char(5 << 3 | 5)) + little(0.25f))),
            quarter);
        row("tensor, double content", eventOf(field(8, number(1, 2) + field(4, little(0.25)))), quarter);
        row("tensor, single double", eventOf(field(8, number(1, 2) + QByteArray(1, char(6 << 3 | 1)) + little(0.25))),
            quarter);
        row("tensor of two", eventOf(field(8, number(1, 1) + field(5, little(0.25f) + little(0.5f)))), {});
        row("tensor of text", eventOf(field(8, number(1, 7) + field(8, "hello"))), {});
        row("histogram", eventOf(field(5, "xyz")), {});
        row("nan", eventOf(QByteArray(1, char(2 << 3 | 5)) + little(float(NAN))), {u"loss 7 1500 nan"_s});
        row("wrong checksum of the data", vector.chopped(1) + 'x', {u"damaged"_s});
        row("wrong checksum of the length", 'x' + vector.mid(1), {u"damaged"_s});
        row("not an event file", QByteArray(1000, 'x'), {u"damaged"_s});
        row("absurd length", little(~quint64(0)) + little(maskedCrc32c(little(~quint64(0)))) + QByteArray(100, 'x'),
            {u"damaged"_s});
        row("a message that ends too early", record(QByteArray::fromHex("2aff")), {});
        row("a varint without end", record(QByteArray(30, char(0xff))), {});
        row("a group", record(QByteArray::fromHex("0b0c")), {});
        row("damage after a value", vector + QByteArray(16, 'x'), quarter + QStringList{u"damaged"_s});
    }
    void values()
    {
        QFETCH(QByteArray, bytes);
        QTEST(read(bytes), "expected");
    }

    void everyTruncation()
    {
        for (qsizetype length = 0; length < vector.size(); ++length) {
            TensorBoardReader reader;
            std::vector<TensorBoardReader::Scalar> found;
            QCOMPARE(reader.addBytes(vector.first(length), found), 0);
            QVERIFY(found.empty() && !reader.isDamaged());
        }
    }

    void everyFlippedByte()
    {
        for (qsizetype i = 0; i < vector.size(); ++i) {
            QByteArray bytes = vector;
            bytes[i] = char(bytes[i] ^ 0x40);
            QVERIFY2(!read(bytes).contains(u"loss 7 1500 0.25"_s), qPrintable(QString::number(i)));
        }
    }

    void filesOfARun()
    {
        test::FolderHost host;
        host.put(u"logs/train/events.out.tfevents.1.host"_s, vector.first(20));
        host.put(u"outputs/events.out.tfevents.2.host"_s, record(QByteArray(2'500'000, 'x')) + vector);
        host.put(u"outputs/notes.txt"_s, vector);
        MetricsReader reader(host, host.run());
        MOORING_OK(reader.update({}));
        QCOMPARE(reader.metrics().metrics.size(), size_t(1));
        QCOMPARE(reader.metrics().metrics.at(u"loss"_s).size(), size_t(1));
        host.append(u"logs/train/events.out.tfevents.1.host"_s, vector.mid(20) + vector);
        QVERIFY(*reader.update({}));
        QCOMPARE(reader.metrics().metrics.at(u"train/loss"_s).size(), size_t(2));
        QVERIFY(!*reader.update({}));
        host.append(u"logs/train/events.out.tfevents.1.host"_s, QByteArray(16, 'x'));
        MOORING_OK(reader.update({}));
        QCOMPARE(reader.warnings().size(), 1);
        host.put(u"outputs/new/events.out.tfevents.3"_s, vector);
        MOORING_OK(reader.update({}, MetricsReader::Look::Everywhere));
        QVERIFY(reader.metrics().metrics.contains(u"new/loss"_s));
    }

    /// More bytes than one read, with records across its border.
    void manyRecords()
    {
        test::FolderHost host;
        const int count = 60'000;
        QByteArray all;
        for (int i = 0; i < count; ++i)
            all += vector;
        host.put(u"logs/events.out.tfevents.1"_s, all);
        MetricsReader reader(host, host.run());
        MOORING_OK(reader.update({}));
        QCOMPARE(reader.metrics().pointCount(), count);
    }
};

QTEST_GUILESS_MAIN(TestTensorBoard)
#include "tst_tensorboard.moc"
