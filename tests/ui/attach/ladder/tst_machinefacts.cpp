#include "ui/attach/ladder/machinefacts.h"

#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;

using Facts = std::vector<std::pair<QString, QString>>;

class TestMachineFacts : public QObject
{
    Q_OBJECT

    static LadderReport report(std::initializer_list<std::pair<QString, Json>> rungs)
    {
        LadderReport report;
        for (const auto &[answer, facts] : rungs) {
            RungResult rung = RungResult::of(Verdict::Passed, u"asked"_s, answer).withFacts(facts);
            rung.title = u"Rung %1"_s.arg(report.rungs.size() + 1);
            if (facts.is_object())
                report.facts.update(facts);
            report.rungs.push_back(std::move(rung));
        }
        return report;
    }

private Q_SLOTS:
    void facts_data()
    {
        QTest::addColumn<LadderReport>("report");
        QTest::addColumn<Facts>("facts");
        const Json machine{{"osName", "Debian 12"}, {"arch", "x86_64"}, {"cores", 16}, {"load", "2.4 1.0 0.9"}};
        QTest::newRow("nothing") << LadderReport() << Facts();
        QTest::newRow("a machine") << report({{u"port 22 answered"_s, {{"peer", "10.0.0.4"}}},
                                              {u"Debian 12, x86_64, 16 cores"_s, machine},
                                              {u"fine"_s,
                                               {{"memoryTotal", 64000000000}, {"memoryAvailable", 41000000000}}},
                                              {u"fine"_s, {{"diskTotal", 480000000000}, {"diskFree", 188000000000}}},
                                              {u"RTX 4000"_s, {{"gpus", Json::array()}}},
                                              {u"Python 3.11.2, conda 24.5"_s, {{"pythons", {}}, {"condaTools", {}}}},
                                              {u"27.1, no right to use it"_s, {{"dockerState", "noRight"}}}})
                                   << Facts{{u"System"_s, u"Debian 12, x86_64"_s},
                                            {u"Cores"_s, u"16, load 2.4"_s},
                                            {u"Memory"_s, u"41.0 GB of 64.0 GB free"_s},
                                            {u"Disk"_s, u"188 GB of 480 GB free"_s},
                                            {u"GPU"_s, u"RTX 4000"_s},
                                            {u"Python"_s, u"Python 3.11.2, conda 24.5"_s},
                                            {u"Docker"_s, u"27.1, no right to use it"_s}};
        QTest::newRow("conda by itself") << report({{u"a"_s, {{"cores", 2}, {"load", 0.25}}},
                                                    {u"3.11"_s, {{"pythons", {}}}},
                                                    {u"conda 24.5"_s, {{"condaTools", {}}}}})
                                         << Facts{{u"Cores"_s, u"2, load 0.3"_s},
                                                  {u"Python"_s, u"3.11"_s},
                                                  {u"Conda"_s, u"conda 24.5"_s}};
        QTest::newRow("unknown numbers")
            << report(
                   {{u"a"_s, {{"cores", nullptr}, {"load", nullptr}, {"memoryTotal", nullptr}, {"system", "Linux"}}}})
            << Facts{{u"System"_s, u"Linux"_s}};
        QTest::newRow("no machine: its rungs") << report({{u"standard tier"_s, {{"sku", "standard"}}}, {QString(), {}}})
                                               << Facts{{u"Rung 1"_s, u"standard tier"_s}, {u"Rung 2"_s, u"Passed"_s}};
    }
    void facts()
    {
        QFETCH(LadderReport, report);
        QFETCH(Facts, facts);
        QCOMPARE(machineFacts(report), facts);
    }

    void whereItIs()
    {
        QCOMPARE(placeOf(report({{u"a"_s, {{"user", "kim"}, {"hostName", "bench-3"}}}})), u"kim@bench-3"_s);
        QCOMPARE(placeOf(report({{u"a"_s, {{"hostName", "bench-3"}}}})), QString());
        QCOMPARE(placeOf(LadderReport()), QString());
    }
};

QTEST_GUILESS_MAIN(TestMachineFacts)
#include "tst_machinefacts.moc"
