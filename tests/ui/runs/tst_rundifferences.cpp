#include "core/targets/builtin/builtinkinds.h"
#include "ui/runs/rundifferences.h"

#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;

class TestRunDifferences : public QObject
{
    Q_OBJECT

    KindRegistry m_kinds;

    static std::shared_ptr<const RunMetrics> params(const std::map<QString, QString> &values)
    {
        auto metrics = std::make_shared<RunMetrics>();
        metrics->params = values;
        return metrics;
    }
    static const RunDifference *row(const RunDifferences &differences, const QString &name)
    {
        const auto found = std::find_if(differences.rows.begin(), differences.rows.end(),
                                        [&](const RunDifference &row) { return row.name == name; });
        return found == differences.rows.end() ? nullptr : &*found;
    }

private Q_SLOTS:
    void initTestCase() { registerBuiltinKinds(m_kinds); }

    void parameters()
    {
        const std::vector<RunRecord> runs(3);
        const auto found = compareRuns(runs,
                                       {params({{u"lr"_s, u"3e-4"_s}, {u"batch"_s, u"64"_s}}),
                                        params({{u"lr"_s, u"1e-3"_s}, {u"batch"_s, u"64"_s}}),
                                        params({{u"lr"_s, u"3e-4"_s}, {u"batch"_s, u"64"_s}, {u"warmup"_s, u"10"_s}})},
                                       m_kinds);
        QVERIFY(!row(found, u"batch"_s)); // the same everywhere
        const RunDifference *lr = row(found, u"lr"_s);
        QVERIFY(lr);
        QCOMPARE(lr->values, QStringList({u"3e-4"_s, u"1e-3"_s, u"3e-4"_s}));
        QCOMPARE(lr->differs, std::vector<bool>({false, true, false}));
        const RunDifference *warmup = row(found, u"warmup"_s);
        QVERIFY(warmup);
        QCOMPARE(warmup->values, QStringList({u"–"_s, u"–"_s, u"10"_s})); // unknown is not 0
        QCOMPARE(warmup->differs, std::vector<bool>({false, false, true}));
        QCOMPARE(int(found.rows.size()), 2);
        QVERIFY(found.compared > 3);
    }

    void allDifferent()
    {
        const auto found =
            compareRuns(std::vector<RunRecord>(2), {params({{u"lr"_s, u"1"_s}}), params({{u"lr"_s, u"2"_s}})}, m_kinds);
        QCOMPARE(row(found, u"lr"_s)->differs, std::vector<bool>({false, true})); // measured against the first
    }

    void settings()
    {
        std::vector<RunRecord> runs(2);
        runs[0].settings.target = u"local"_s;
        runs[1].settings.target = u"gpu-box"_s;
        runs[0].settings.script = runs[1].settings.script = u"train.py"_s;
        runs[0].settings.arguments = {u"--lr"_s, u"1"_s};
        runs[1].snapshot = {{"sha256", "07be12d0123456789"}};
        const auto found = compareRuns(runs, {}, m_kinds);
        QCOMPARE(row(found, u"Target"_s)->values, QStringList({u"This computer"_s, u"gpu-box"_s}));
        QCOMPARE(row(found, u"Arguments"_s)->values, QStringList({u"--lr 1"_s, u"–"_s}));
        QCOMPARE(row(found, u"Snapshot"_s)->values, QStringList({u"–"_s, u"07be12d"_s}));
        QVERIFY(!row(found, u"Environment"_s));
    }

    void theSame() { QVERIFY(compareRuns(std::vector<RunRecord>(4), {}, m_kinds).rows.empty()); }
    void none() { QCOMPARE(compareRuns({}, {}, m_kinds).compared, 0); }

    void shortNames_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QStringList>("shorter");
        QTest::newRow("numbers") << QStringList{u"cnn-038"_s, u"cnn-040"_s} << QStringList{u"038"_s, u"040"_s};
        QTest::newRow("within a word") << QStringList{u"train"_s, u"trail"_s} << QStringList{u"train"_s, u"trail"_s};
        QTest::newRow("nothing in common") << QStringList{u"a-1"_s, u"b-1"_s} << QStringList{u"a-1"_s, u"b-1"_s};
        QTest::newRow("the same name twice") << QStringList{u"a-1"_s, u"a-1"_s} << QStringList{u"1"_s, u"1"_s};
        QTest::newRow("one begins the other") << QStringList{u"a-"_s, u"a-b"_s} << QStringList{u"a-"_s, u"a-b"_s};
        QTest::newRow("one") << QStringList{u"a-1"_s} << QStringList{u"a-1"_s};
        QTest::newRow("none") << QStringList() << QStringList();
        QTest::newRow("empty") << QStringList{QString(), u"a-1"_s} << QStringList{QString(), u"a-1"_s};
        QTest::newRow("three") << QStringList{u"x_a_1"_s, u"x_a_2"_s, u"x_b"_s}
                               << QStringList{u"a_1"_s, u"a_2"_s, u"b"_s};
    }
    void shortNames()
    {
        QFETCH(QStringList, names);
        QTEST(mooring::shortNames(names), "shorter");
    }
};

QTEST_GUILESS_MAIN(TestRunDifferences)
#include "tst_rundifferences.moc"
