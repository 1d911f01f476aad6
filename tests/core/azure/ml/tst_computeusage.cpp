#include "core/azure/ml/computeusage.h"
#include "core/base/clock.h"
#include "tests/support/testsupport.h"

#include <QTimeZone>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

using Looks = std::vector<std::pair<QString, int>>; ///< times and nodes, in the order in which they were made
using Steps = std::vector<std::pair<QString, int>>; ///< where each ends, -1: nobody looked

QDateTime at(const QString &time) { return QDateTime::fromString(time + u'Z', Qt::ISODate); }

UsageHistory historyOf(const Looks &looks)
{
    UsageHistory history;
    for (const auto &[time, nodes] : looks)
        (void)history.add(at(time), nodes);
    return history;
}

} // namespace

/// Nodes over time from what was seen of them.
class TestComputeUsage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void looksToSteps_data()
    {
        QTest::addColumn<Looks>("looks");
        QTest::addColumn<QString>("until"); // the day begins at 00:00
        QTest::addColumn<Steps>("steps");
        QTest::addColumn<double>("nodeMinutes");
        const auto row = [](const char *name, const Looks &looks, const QString &until, const Steps &steps,
                            double nodeMinutes) { QTest::newRow(name) << looks << until << steps << nodeMinutes; };
        const auto t = [](const QString &clock) { return u"2026-11-30T"_s + clock; };
        row("no look", {}, t(u"10:00:00"_s), {{t(u"10:00:00"_s), -1}}, 0);
        row("one look", {{t(u"09:00:00"_s), 4}}, t(u"10:00:00"_s), {{t(u"10:00:00"_s), -1}}, 0);
        row("the same all the time", {{t(u"09:00:00"_s), 4}, {t(u"09:05:00"_s), 4}, {t(u"09:10:00"_s), 4}},
            t(u"09:10:00"_s), {{t(u"09:00:00"_s), -1}, {t(u"09:10:00"_s), 4}}, 40);
        row("up and down", {{t(u"09:00:00"_s), 0}, {t(u"09:05:00"_s), 2}, {t(u"09:10:00"_s), 0}}, t(u"09:10:00"_s),
            {{t(u"09:00:00"_s), -1}, {t(u"09:05:00"_s), 0}, {t(u"09:10:00"_s), 2}}, 10);
        row("as long as it holds", {{t(u"09:00:00"_s), 1}, {t(u"09:10:00"_s), 1}}, t(u"09:10:00"_s),
            {{t(u"09:00:00"_s), -1}, {t(u"09:10:00"_s), 1}}, 10);
        row("longer", {{t(u"09:00:00"_s), 1}, {t(u"09:10:01"_s), 1}}, t(u"09:10:01"_s), {{t(u"09:10:01"_s), -1}}, 0);
        row("a gap", {{t(u"09:00:00"_s), 2}, {t(u"09:10:00"_s), 2}, {t(u"09:40:00"_s), 2}, {t(u"09:50:00"_s), 2}},
            t(u"09:50:00"_s),
            {{t(u"09:00:00"_s), -1}, {t(u"09:10:00"_s), 2}, {t(u"09:40:00"_s), -1}, {t(u"09:50:00"_s), 2}}, 40);
        row("nobody looks any more", {{t(u"09:00:00"_s), 2}, {t(u"09:10:00"_s), 2}}, t(u"12:00:00"_s),
            {{t(u"09:00:00"_s), -1}, {t(u"09:10:00"_s), 2}, {t(u"12:00:00"_s), -1}}, 20);
        row("over midnight", {{u"2026-11-29T23:55:00"_s, 3}, {t(u"00:04:00"_s), 3}}, t(u"00:04:00"_s),
            {{t(u"00:04:00"_s), 3}}, 12);
        row("all of it the day before", {{u"2026-11-29T20:00:00"_s, 3}, {u"2026-11-29T20:05:00"_s, 3}},
            t(u"01:00:00"_s), {{t(u"01:00:00"_s), -1}}, 0);
        row("clock set back an hour: counted once",
            {{t(u"10:00:00"_s), 2}, {t(u"10:10:00"_s), 2}, {t(u"09:10:00"_s), 1}, {t(u"09:20:00"_s), 1}},
            t(u"10:20:00"_s),
            {{t(u"09:10:00"_s), -1},
             {t(u"09:20:00"_s), 1},
             {t(u"10:00:00"_s), -1},
             {t(u"10:10:00"_s), 2},
             {t(u"10:20:00"_s), -1}},
            30);
        row("clock set back: the later look holds",
            {{t(u"10:00:00"_s), 4}, {t(u"10:10:00"_s), 4}, {t(u"10:04:00"_s), 1}, {t(u"10:06:00"_s), 1}},
            t(u"10:10:00"_s),
            {{t(u"10:00:00"_s), -1}, {t(u"10:04:00"_s), 4}, {t(u"10:06:00"_s), 1}, {t(u"10:10:00"_s), 4}}, 34);
        row("a moment before, from another process",
            {{t(u"10:00:00"_s), 1}, {t(u"10:05:00"_s), 1}, {t(u"10:04:59"_s), 1}, {t(u"10:10:00"_s), 1}},
            t(u"10:10:00"_s), {{t(u"10:00:00"_s), -1}, {t(u"10:10:00"_s), 1}}, 10);
        row("clock was years ahead", {{u"2036-01-01T00:00:00"_s, 9}, {t(u"09:00:00"_s), 1}, {t(u"09:05:00"_s), 1}},
            t(u"09:05:00"_s), {{t(u"09:00:00"_s), -1}, {t(u"09:05:00"_s), 1}}, 5);
        row("nothing of that day is over", {{t(u"09:00:00"_s), 1}}, t(u"00:00:00"_s), {}, 0);
    }
    void looksToSteps()
    {
        QFETCH(Looks, looks);
        QFETCH(QString, until);
        QFETCH(Steps, steps);
        QFETCH(double, nodeMinutes);
        const Usage usage = Usage::of(historyOf(looks), at(u"2026-11-30T00:00:00"_s), at(until));
        qint64 from = at(u"2026-11-30T00:00:00"_s).toMSecsSinceEpoch(), seen = 0, unknown = 0;
        QCOMPARE(usage.steps.size(), steps.size());
        for (size_t i = 0; i < steps.size(); ++i) {
            const qint64 to = at(steps[i].first).toMSecsSinceEpoch();
            const UsageStep wanted{from, to, steps[i].second < 0 ? std::nullopt : std::optional(steps[i].second)};
            QVERIFY2(usage.steps[i] == wanted, qPrintable(u"step %1"_s.arg(i)));
            (steps[i].second < 0 ? unknown : seen) += to - from;
            from = to;
        }
        QCOMPARE(usage.seenMs, seen);
        QCOMPARE(usage.unknownMs, unknown);
        QCOMPARE(usage.nodeHours(), nodeMinutes / 60);
    }

    void upSinceWhen_data()
    {
        QTest::addColumn<Looks>("looks");
        QTest::addColumn<QString>("since"); // of 09:20
        const QString day = u"2026-11-30T"_s;
        QTest::newRow("nobody looked") << Looks{} << QString();
        QTest::newRow("up and down") << Looks{{day + u"09:05:00"_s, 1},
                                              {day + u"09:10:00"_s, 0},
                                              {day + u"09:20:00"_s, 0}}
                                     << QString();
        QTest::newRow("more and fewer") << Looks{{day + u"09:00:00"_s, 0},
                                                 {day + u"09:05:00"_s, 1},
                                                 {day + u"09:12:00"_s, 3},
                                                 {day + u"09:20:00"_s, 3}}
                                        << day + u"09:05:00"_s;
        QTest::newRow("after a gap") << Looks{{day + u"08:00:00"_s, 2},
                                              {day + u"09:15:00"_s, 2},
                                              {day + u"09:20:00"_s, 2}}
                                     << day + u"09:15:00"_s;
        QTest::newRow("looked at too long ago")
            << Looks{{day + u"09:00:00"_s, 2}, {day + u"09:05:00"_s, 2}} << QString();
        QTest::newRow("over midnight") << Looks{{u"2026-11-29T23:59:00"_s, 1}} << QString();
    }
    void upSinceWhen()
    {
        QFETCH(Looks, looks);
        QFETCH(QString, since);
        const auto found = upSince(historyOf(looks), at(u"2026-11-30T09:20:00"_s));
        QCOMPARE(found.has_value(), !since.isEmpty());
        if (found)
            QCOMPARE(*found, at(since));
    }

    void onlyNewsIsWritten()
    {
        UsageHistory history;
        const QDateTime begin = at(u"2026-11-30T09:00:00"_s);
        QVERIFY(history.add(begin, 1));
        QVERIFY(!history.add(begin.addSecs(60), 1));
        QVERIFY(history.add(begin.addSecs(60), 2)); // another number is written at once
        QVERIFY(!history.add(begin.addSecs(60 + 119), 2));
        QVERIFY(history.add(begin.addSecs(60 + 119 + 120), 2));
        QCOMPARE(history.stretches.size(), size_t(2));
        // A minute's looks of a day are one stretch.
        for (int minute = 5; minute < 1440; ++minute)
            (void)history.add(begin.addSecs(minute * 60), 2);
        QCOMPARE(history.stretches.size(), size_t(2));
    }

    void itIsBounded()
    {
        UsageHistory history;
        const QDateTime begin = at(u"2026-10-01T00:00:00"_s);
        for (int i = 0; i < 6000; ++i) // another number each five minutes
            (void)history.add(begin.addSecs(i * 300), i % 7);
        QVERIFY(history.stretches.size() <= UsageHistory::kMostStretches);
        QVERIFY(toBytes(history.toStoreJson()).size() < 200'000);
        (void)history.add(begin.addDays(UsageHistory::kKeptDays + 60), 1);
        QCOMPARE(history.stretches.size(), size_t(1));
    }

    void keptAndReadBack()
    {
        UsageHistory history = historyOf({{u"2026-11-30T09:00:00"_s, 1}, {u"2026-11-30T09:05:00"_s, 3}});
        history.price = NodePrice{1.25, u"EUR"_s};
        const UsageHistory back = UsageHistory::fromStoreJson(history.toStoreJson());
        QCOMPARE(back.stretches, history.stretches);
        QCOMPARE(back.price, history.price);
        for (const char *odd :
             {"null", "7", "[]", R"({"stretches":7})", R"({"stretches":[[1,2],[3,4,"x"],[9,5,1],7,{}]})",
              R"({"stretches":[[1.5,2,3]],"price":7})"})
            QVERIFY2(UsageHistory::fromStoreJson(Json::parse(odd)).stretches.empty(), odd);
        QCOMPARE(UsageHistory::fromStoreJson(Json::parse(R"({"stretches":[[1,2,-5],[1,2,99999999999]]})"))
                     .stretches.front()
                     .nodes,
                 0);
    }

    void days_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<int>("hours");
        QTest::newRow("plain") << u"Asia/Seoul"_s << QDate(2026, 11, 30) << 24;
        QTest::newRow("into summer time") << u"Europe/Berlin"_s << QDate(2026, 3, 29) << 23;
        QTest::newRow("out of summer time") << u"Europe/Berlin"_s << QDate(2026, 10, 25) << 25;
        QTest::newRow("midnight that there is not") << u"America/Santiago"_s << QDate(2026, 9, 6) << 23;
    }
    void days()
    {
        QFETCH(QString, zone);
        QFETCH(QDate, day);
        QFETCH(int, hours);
        const auto [from, to] = rangeOfDay(day, QTimeZone(zone.toLatin1()));
        QVERIFY(from.isValid() && to.isValid());
        QCOMPARE(from.msecsTo(to), hours * 3'600'000LL);
        UsageHistory history; // one node all day: as many node hours as the day has
        for (QDateTime time = from.addSecs(-3600); time < to.addSecs(3600); time = time.addSecs(300))
            (void)history.add(time, 1);
        QCOMPARE(Usage::of(history, from, to).nodeHours(), double(hours));
    }

    void prices_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("price"); // -1: none
        QTest::addColumn<QString>("shown");
        QTest::newRow("with a currency") << u"1.20 EUR"_s << 1.2 << u"1.20 EUR"_s;
        QTest::newRow("a sign before") << u"$ 0.9"_s << 0.9 << u"0.90 $"_s;
        QTest::newRow("korean") << u"1500원"_s << 1500.0 << u"1500.00 원"_s;
        QTest::newRow("alone") << u" 3 "_s << 3.0 << u"3.00"_s;
        QTest::newRow("comma") << u"1,5 EUR"_s << 1.5 << u"1.50 EUR"_s;
        QTest::newRow("small") << u"0.004"_s << 0.004 << u"0.004"_s;
        QTest::newRow("large") << u"12500 KRW"_s << 12500.0 << u"12\u2009500 KRW"_s;
        QTest::newRow("a comma for thousands is not guessed at") << u"1,200 KRW"_s << -1.0 << QString();
        QTest::newRow("below nothing") << u"-1"_s << -1.0 << QString();
        QTest::newRow("no number") << u"cheap"_s << -1.0 << QString();
        QTest::newRow("two currencies") << u"$1 EUR"_s << -1.0 << QString();
        QTest::newRow("empty") << QString() << -1.0 << QString();
        QTest::newRow("very long") << QString(400, u'9') << -1.0 << QString();
    }
    void prices()
    {
        QFETCH(QString, text);
        QFETCH(double, price);
        QFETCH(QString, shown);
        const auto read = NodePrice::parse(text);
        QCOMPARE(read.ok(), price >= 0);
        if (!read) {
            QCOMPARE(read.error().code, u"compute.badPrice"_s);
            return;
        }
        QCOMPARE(read->perHour, price);
        QCOMPARE(read->text(), shown);
        QCOMPARE(NodePrice::parse(read->plainText()).value(), *read);
    }

    void whatIsUp_data()
    {
        QTest::addColumn<QByteArray>("properties");
        QTest::addColumn<int>("nodes"); // -1: it does not say
        QTest::newRow("cluster") << QByteArray(R"({"computeType":"AmlCompute","properties":{"currentNodeCount":3}})")
                                 << 3;
        QTest::newRow("cluster that does not say")
            << QByteArray(R"({"computeType":"AmlCompute","properties":{}})") << -1;
        QTest::newRow("cluster of nonsense")
            << QByteArray(R"({"computeType":"AmlCompute","properties":{"currentNodeCount":-4}})") << 0;
        QTest::newRow("instance that runs")
            << QByteArray(R"({"computeType":"ComputeInstance","properties":{"state":"Running"}})") << 1;
        QTest::newRow("instance on its way")
            << QByteArray(R"({"computeType":"ComputeInstance","properties":{"state":"Stopping"}})") << 1;
        QTest::newRow("instance that is stopped")
            << QByteArray(R"({"computeType":"ComputeInstance","properties":{"state":"Stopped"}})") << 0;
        QTest::newRow("instance that nobody knows")
            << QByteArray(R"({"computeType":"ComputeInstance","properties":{"state":"Unknown"}})") << -1;
        QTest::newRow("attached cluster")
            << QByteArray(
                   R"({"computeType":"AmlCompute","isAttachedCompute":true,"properties":{"currentNodeCount":3}})")
            << -1;
        QTest::newRow("another kind") << QByteArray(R"({"computeType":"VirtualMachine","properties":{}})") << -1;
    }
    void whatIsUp()
    {
        QFETCH(QByteArray, properties);
        QFETCH(int, nodes);
        const auto compute = Compute::read({{"name", "c"}, {"properties", Json::parse(properties.toStdString())}});
        QVERIFY(compute.has_value());
        QCOMPARE(nodesUp(*compute).value_or(-1), nodes);
    }
};

QTEST_GUILESS_MAIN(TestComputeUsage)
#include "tst_computeusage.moc"
