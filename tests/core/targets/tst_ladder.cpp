#include "core/targets/ladder.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>

#include <thread>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

Rung rung(const QString &id, Verdict verdict, bool dispensable = false, const QStringList &needs = {})
{
    return {id, id.toUpper(),
            [id, verdict](const Json &, JobContext &) {
                return RungResult::of(verdict, u"ask "_s + id, u"answer "_s + id).withFacts({{toStd(id), true}});
            },
            dispensable, needs};
}

QStringList verdicts(const LadderReport &report)
{
    QStringList words;
    for (const RungResult &result : report.rungs)
        words << result.id + u' ' + toWord(result.verdict);
    return words;
}

} // namespace

class TestLadder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void words()
    {
        for (const Verdict verdict : {Verdict::Waiting, Verdict::Running, Verdict::Passed, Verdict::Warned,
                                      Verdict::Failed, Verdict::Skipped}) {
            QCOMPARE(verdictFromWord(toWord(verdict)), std::optional(verdict));
            QVERIFY(!toText(verdict).isEmpty());
        }
        QCOMPARE(toWord(Verdict::Passed), u"passed"_s);
        QCOMPARE(toWord(Verdict::Skipped), u"skipped"_s);
        QVERIFY(!verdictFromWord(u"Passed"_s));
        QVERIFY(!verdictFromWord({}));
    }

    void worst_data()
    {
        QTest::addColumn<QList<int>>("rungs"); // Verdict, +100: dispensable
        QTest::addColumn<QString>("verdict");
        const int passed = int(Verdict::Passed), warned = int(Verdict::Warned), failed = int(Verdict::Failed),
                  skipped = int(Verdict::Skipped);
        QTest::newRow("none") << QList<int>{} << u"waiting"_s;
        QTest::newRow("all passed") << QList<int>{passed, passed} << u"passed"_s;
        QTest::newRow("one skipped") << QList<int>{passed, skipped} << u"passed"_s;
        QTest::newRow("all skipped") << QList<int>{skipped} << u"skipped"_s;
        QTest::newRow("warned") << QList<int>{passed, warned, skipped} << u"warned"_s;
        QTest::newRow("failed") << QList<int>{failed, warned, passed} << u"failed"_s;
        QTest::newRow("dispensable failed") << QList<int>{passed, failed + 100} << u"warned"_s;
        QTest::newRow("both failed") << QList<int>{failed, failed + 100} << u"failed"_s;
    }
    void worst()
    {
        QFETCH(QList<int>, rungs);
        std::vector<Rung> ladder;
        for (const int code : rungs)
            ladder.push_back(rung(QString::number(ladder.size()), Verdict(code % 100), code >= 100));
        test::RecordingContext context;
        const auto report = runLadder(u"t"_s, ladder, {}, context, {});
        QTEST(toWord(report.verdict), "verdict");
        QCOMPARE(report.failure().has_value(), report.verdict == Verdict::Failed);
    }

    void failureSaysWhy()
    {
        const std::vector<Rung> ladder{{u"net"_s,
                                        u"Network"_s,
                                        [](const Json &, JobContext &) {
                                            auto result = RungResult::of(Verdict::Failed, {}, u"no route"_s);
                                            result.failure = ErrorKind::NotReachable;
                                            return result;
                                        },
                                        false,
                                        {}}};
        test::RecordingContext context;
        const auto report = runLadder(u"t"_s, ladder, {}, context, {});
        QCOMPARE(report.failure(), std::optional(ErrorKind::NotReachable));
        QCOMPARE(LadderReport::fromStoreJson(report.toStoreJson()).failure(), std::optional(ErrorKind::NotReachable));
    }

    void needs()
    {
        const std::vector<Rung> ladder{rung(u"a"_s, Verdict::Failed), rung(u"b"_s, Verdict::Passed, false, {u"a"_s}),
                                       rung(u"c"_s, Verdict::Passed, false, {u"b"_s}), rung(u"d"_s, Verdict::Warned),
                                       rung(u"e"_s, Verdict::Passed, false, {u"d"_s})};
        test::RecordingContext context;
        const auto report = runLadder(u"t"_s, ladder, {}, context, {});
        QCOMPARE(verdicts(report),
                 (QStringList{u"a failed"_s, u"b skipped"_s, u"c skipped"_s, u"d warned"_s, u"e passed"_s}));
        QCOMPARE(report.rungs[1].answered, u"needs A"_s);
        QCOMPARE(report.rungs[1].ms, 0);
    }

    void factsArePassedOn()
    {
        QByteArray seen;
        std::vector<Rung> ladder{rung(u"a"_s, Verdict::Passed), rung(u"b"_s, Verdict::Passed)};
        ladder.push_back({u"c"_s,
                          u"C"_s,
                          [&](const Json &facts, JobContext &) {
                              seen = toBytes(facts);
                              return RungResult::of(Verdict::Passed, {}, {});
                          },
                          false,
                          {}});
        test::RecordingContext context;
        const auto report = runLadder(u"t"_s, ladder, {}, context, {});
        QCOMPARE(seen, QByteArray(R"({"a":true,"b":true})"));
        QCOMPARE(toBytes(report.facts), QByteArray(R"({"a":true,"b":true})"));
    }

    void onlySomeAfterAnEarlierReport()
    {
        const std::vector<Rung> first{rung(u"a"_s, Verdict::Passed), rung(u"b"_s, Verdict::Failed, true),
                                      rung(u"c"_s, Verdict::Passed, true, {u"b"_s})};
        test::RecordingContext context;
        const auto earlier = runLadder(u"t"_s, first, {}, context, {});
        QCOMPARE(toWord(earlier.verdict), u"warned"_s);

        const auto alone = runLadder(u"t"_s, first, {u"c"_s}, context, {}, &earlier);
        QCOMPARE(verdicts(alone), QStringList{u"c skipped"_s}); // what it needs failed at the time

        const std::vector<Rung> repaired{rung(u"a"_s, Verdict::Passed), rung(u"b"_s, Verdict::Passed, true),
                                         rung(u"c"_s, Verdict::Passed, true, {u"b"_s})};
        const auto fresh = runLadder(u"t"_s, repaired, {u"b"_s, u"c"_s}, context, {}, &earlier);
        QCOMPARE(verdicts(fresh), (QStringList{u"b passed"_s, u"c passed"_s}));
        const auto merged = mergeReports(earlier, fresh, repaired);
        QCOMPARE(verdicts(merged), (QStringList{u"a passed"_s, u"b passed"_s, u"c passed"_s}));
        QCOMPARE(toWord(merged.verdict), u"passed"_s);
        QVERIFY(merged.facts.contains("a"));
    }

    void toldBeforeAndAfterEach()
    {
        QStringList told;
        test::RecordingContext context;
        (void)runLadder(u"t"_s,
                        {rung(u"a"_s, Verdict::Passed), rung(u"b"_s, Verdict::Failed),
                         rung(u"c"_s, Verdict::Passed, false, {u"b"_s})},
                        {}, context,
                        [&](const RungResult &result) { told << result.id + u' ' + toWord(result.verdict); });
        QCOMPARE(told, (QStringList{u"a running"_s, u"a passed"_s, u"b running"_s, u"b failed"_s, u"c skipped"_s}));
    }

    void logHasQuestionAndAnswer()
    {
        test::RecordingContext context;
        (void)runLadder(u"t"_s, {rung(u"a"_s, Verdict::Passed), rung(u"b"_s, Verdict::Failed)}, {}, context, {});
        QVERIFY2(context.text().contains(u"a ask a\n"_s), qPrintable(context.text()));
        QVERIFY2(context.text().contains(u"answer b"_s), qPrintable(context.text()));
        QCOMPARE(context.lines.back().level, LogLine::Level::Failure);
    }

    void cancelEndsTheCurrentRung()
    {
        CancelToken cancel;
        test::RecordingContext context(cancel);
        const Rung waiting{u"wait"_s,
                           u"Wait"_s,
                           [](const Json &, JobContext &inner) {
                               inner.cancelToken().waitFor(std::chrono::seconds(30));
                               return RungResult::of(Verdict::Failed, {}, u"cut short"_s);
                           },
                           false,
                           {}};
        std::thread later([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            cancel.cancel();
        });
        QElapsedTimer timer;
        timer.start();
        const auto report =
            runLadder(u"t"_s, {rung(u"a"_s, Verdict::Passed), waiting, rung(u"b"_s, Verdict::Passed)}, {}, context, {});
        later.join();
        QVERIFY(timer.elapsed() < 10000);
        QCOMPARE(verdicts(report), (QStringList{u"a passed"_s, u"wait skipped"_s, u"b skipped"_s}));
        QVERIFY(report.canceled);
    }

    void publicJson()
    {
        test::RecordingContext context;
        auto report = runLadder(u"t"_s, {rung(u"a"_s, Verdict::Passed)}, {}, context, {});
        report.totalMs = 5;
        report.rungs[0].ms = 4;
        QCOMPARE(
            toBytes(report.toJson()),
            QByteArray(
                R"({"target":"t","verdict":"passed","totalMs":5,"rungs":[{"id":"a","title":"A","verdict":"passed",)"
                R"("ms":4,"asked":"ask a","answered":"answer a","fix":null}]})"));
    }

    void theKeyOfAMachineIsPublic()
    {
        test::RecordingContext context;
        auto report =
            runLadder(u"t"_s, {rung(u"a"_s, Verdict::Passed), rung(u"b"_s, Verdict::Passed)}, {}, context, {});
        report.rungs[1].facts["hostKey"] = {{"fingerprint", "SHA256:x"}};
        const Json json = report.toJson();
        QVERIFY(!json["rungs"][0].contains("hostKey"));
        QCOMPARE(stringAt(json["rungs"][1]["hostKey"], "fingerprint"), u"SHA256:x"_s);
    }

    void storeRoundTrip()
    {
        test::RecordingContext context;
        auto report =
            runLadder(u"t"_s, {rung(u"a"_s, Verdict::Passed), rung(u"b"_s, Verdict::Failed, true)}, {}, context, {});
        report.rungs[1] = std::move(report.rungs[1]).withFixCommand(u"sudo it"_s);
        const auto again = LadderReport::fromStoreJson(report.toStoreJson());
        QCOMPARE(toBytes(again.toStoreJson()), toBytes(report.toStoreJson()));
        QVERIFY(again.rungs[1].fixIsCommand);
        QVERIFY(again.at.isValid());
    }

    void damagedStore_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("null") << QByteArray("null");
        QTest::newRow("list") << QByteArray("[]");
        QTest::newRow("wrong types") << QByteArray(
            R"({"target":1,"verdict":[],"totalMs":"x","at":3,"rungs":{},"facts":[]})");
        QTest::newRow("wrong rungs") << QByteArray(R"({"rungs":[null,7,"x",{"verdict":"great","facts":3}]})");
    }
    void damagedStore()
    {
        QFETCH(QByteArray, json);
        const auto report = LadderReport::fromStoreJson(Json::parse(json.toStdString()));
        QCOMPARE(report.verdict, Verdict::Waiting);
        QVERIFY(report.facts.is_object());
        for (const RungResult &result : report.rungs)
            QCOMPARE(result.verdict, Verdict::Waiting);
    }
};

QTEST_GUILESS_MAIN(TestLadder)
#include "tst_ladder.moc"
