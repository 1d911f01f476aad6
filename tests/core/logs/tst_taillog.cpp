#include "core/logs/taillog.h"
#include "tests/support/testsupport.h"

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

QByteArray stamped(int number, const QByteArray &text = {})
{
    return "2026-11-30T10:00:00." + QByteArray::number(number).rightJustified(6, '0') + "Z " +
           (text.isEmpty() ? "line " + QByteArray::number(number) : text) + '\n';
}

/// A service that shows the end of what was printed.
struct Printed
{
    QByteArrayList lines;
    QByteArray open; ///< a last line that was not ended
    bool isGone = false;
    int wholes = 0; ///< how often all was asked for

    void print(int from, int to)
    {
        for (int i = from; i < to; ++i)
            lines << stamped(i);
    }
    TailLog::Ask ask()
    {
        return [this](int tail) -> Result<std::optional<QByteArray>> {
            if (isGone)
                return std::optional<QByteArray>();
            wholes += tail == 0 ? 1 : 0;
            const auto shown = tail > 0 ? lines.mid(std::max<qsizetype>(0, lines.size() - tail)) : lines;
            return std::optional<QByteArray>(shown.join() + open);
        };
    }
};

QByteArray plain(int from, int to)
{
    QByteArray text;
    for (int i = from; i < to; ++i)
        text += "line " + QByteArray::number(i) + '\n';
    return text;
}

} // namespace

class TestTailLog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesEachLineOnce()
    {
        Printed printed;
        TailLog log(printed.ask());
        QCOMPARE(log.readNew(false).value(), QByteArray());
        int from = 0;
        for (const int to : {1, 3, 3, 400, 900, 1100, 3500, 3501}) { // more than a look shows, more than is remembered
            printed.print(from, to);
            QCOMPARE(log.readNew(false).value(), plain(from, to));
            from = to;
        }
        QVERIFY(printed.wholes >= 2);
    }

    void waitsForTheEndOfALine()
    {
        Printed printed;
        printed.lines << stamped(1);
        printed.open = "2026-11-30T10:00:01Z half";
        TailLog log(printed.ask());
        QCOMPARE(log.readNew(false).value(), QByteArray("line 1\n"));
        QCOMPARE(log.readNew(false).value(), QByteArray());
        printed.open = "2026-11-30T10:00:01Z half a line";
        QCOMPARE(log.readNew(true).value(), QByteArray("half a line"));
    }

    void equalWordsAtOtherTimes()
    {
        Printed printed;
        printed.lines << stamped(1, "same") << stamped(2, "same");
        TailLog log(printed.ask());
        QCOMPARE(log.readNew(false).value(), QByteArray("same\nsame\n"));
        printed.lines << stamped(3, "same");
        QCOMPARE(log.readNew(false).value(), QByteArray("same\n"));
    }

    /// A service that gives no times: what stands in a line is the program's.
    void plainLines()
    {
        Printed printed;
        printed.print(0, 3);
        TailLog log(printed.ask(), TailLog::Lines::Plain);
        QCOMPARE(log.readNew(false).value(), stamped(0) + stamped(1) + stamped(2));
        printed.lines << "same\n"
                      << "same\n";
        QCOMPARE(log.readNew(false).value(), QByteArray("same\nsame\n"));
        printed.lines << "same\n"
                      << "other\n";
        QCOMPARE(log.readNew(false).value(), QByteArray("same\nother\n"));
    }

    void beginsAnew()
    {
        Printed printed;
        printed.print(0, 5);
        TailLog log(printed.ask());
        QCOMPARE(log.readNew(false).value(), plain(0, 5));
        printed.lines.clear(); // the container was started again
        printed.print(7, 9);
        QCOMPARE(log.readNew(false).value(), plain(7, 9));
        printed.isGone = true;
        QCOMPARE(log.readNew(true).value(), QByteArray());
        QVERIFY(log.isGone());
    }

    void linesWithoutTimesStay()
    {
        for (const QByteArray &line : {QByteArray("plain text\n"), QByteArray("2026 was a year that went on\n"),
                                       QByteArray("\n"), QByteArray("----------T--------- x\n")})
            QCOMPARE(withoutTime(line), line);
        QCOMPARE(withoutTime("2026-11-30T10:00:00.123456789Z  x\n"), QByteArray(" x\n"));
        QCOMPARE(withoutTime("2026-11-30T10:00:00+00:00 x\n"), QByteArray("x\n"));
    }
};

QTEST_GUILESS_MAIN(TestTailLog)
#include "tst_taillog.moc"
