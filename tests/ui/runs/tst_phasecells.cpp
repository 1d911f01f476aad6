#include "core/base/clock.h"
#include "ui/runs/phasecells.h"

#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

const QDateTime kStart = QDateTime::fromString(u"2026-01-01T10:00:00Z"_s, Qt::ISODate);

/// "snapshot 2" ended after 2 s, "run -" goes on; each begins where the one before ended.
Json phases(const QStringList &list)
{
    Json all = Json::array();
    QDateTime at = kStart;
    for (const QString &word : list) {
        const QStringList parts = word.split(u' ');
        Json phase{
            {"phase", toStd(parts[0])}, {"startedAt", toStd(toIso(at))}, {"endedAt", nullptr}, {"note", nullptr}};
        if (parts[1] != u'-') {
            at = at.addMSecs(qint64(parts[1].toDouble() * 1000));
            phase["endedAt"] = toStd(toIso(at));
        }
        all.push_back(phase);
    }
    return all;
}

using Glyphs = QList<Glyph>;

} // namespace

class TestPhaseCells : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void glyphs_data()
    {
        QTest::addColumn<RunState>("state");
        QTest::addColumn<QStringList>("began");
        QTest::addColumn<Glyphs>("glyphs");
        const Glyph good = Glyph::Good, none = Glyph::NotBegun;
        const QStringList all{u"snapshot 1"_s, u"environment 2"_s, u"queue 0"_s, u"run 60"_s, u"outputs 1"_s};
        const QStringList running{u"snapshot 1"_s, u"environment 2"_s, u"queue 0"_s, u"run -"_s};
        QTest::newRow("not started") << RunState::NotStarted << QStringList() << Glyphs{none, none, none, none, none};
        QTest::newRow("preparing, snapshot")
            << RunState::Preparing << QStringList{u"snapshot -"_s} << Glyphs{Glyph::Preparing, none, none, none, none};
        QTest::newRow("preparing, environment")
            << RunState::Preparing << QStringList{u"snapshot 1"_s, u"environment -"_s}
            << Glyphs{good, Glyph::Preparing, none, none, none};
        QTest::newRow("queued") << RunState::Queued << QStringList{u"snapshot 1"_s, u"environment 2"_s, u"queue -"_s}
                                << Glyphs{good, good, Glyph::Waiting, none, none};
        QTest::newRow("running") << RunState::Running << running << Glyphs{good, good, good, Glyph::Running, none};
        QTest::newRow("canceling") << RunState::CancelRequested << running
                                   << Glyphs{good, good, good, Glyph::Canceling, none};
        QTest::newRow("finalizing") << RunState::Finalizing
                                    << QStringList{u"snapshot 1"_s, u"environment 2"_s, u"queue 0"_s, u"run 60"_s,
                                                   u"outputs -"_s}
                                    << Glyphs{good, good, good, good, Glyph::Finalizing};
        QTest::newRow("completed") << RunState::Completed << all << Glyphs{good, good, good, good, good};
        QTest::newRow("failed in the script")
            << RunState::Failed << all << Glyphs{good, good, good, Glyph::Failed, good};
        QTest::newRow("failed in the environment")
            << RunState::Failed << QStringList{u"snapshot 1"_s, u"environment 2"_s}
            << Glyphs{good, Glyph::Failed, none, none, none};
        QTest::newRow("failed in the snapshot")
            << RunState::Failed << QStringList{u"snapshot 1"_s} << Glyphs{Glyph::Failed, none, none, none, none};
        QTest::newRow("failed, end of the phase not seen")
            << RunState::Failed << running << Glyphs{good, good, good, Glyph::Failed, none};
        QTest::newRow("canceled") << RunState::Canceled << all << Glyphs{good, good, good, Glyph::Canceled, good};
        QTest::newRow("unknown") << RunState::Unknown << running << Glyphs{good, good, good, Glyph::Unknown, none};
    }
    void glyphs()
    {
        QFETCH(RunState, state);
        QFETCH(QStringList, began);
        RunRecord run;
        run.state = state;
        run.phases = phases(began);
        const auto cells = phaseCells(run, {}, kStart.addSecs(100));
        Glyphs found;
        for (const PhaseCell &cell : cells)
            found << cell.glyph;
        QTEST(found, "glyphs");
        for (size_t i = 0; i < cells.size(); ++i) {
            QVERIFY(!cells[i].name.isEmpty());
            QCOMPARE(cells[i].elapsed.isEmpty(), int(i) >= began.size()); // what has not begun has no time
        }
    }

    void times_data()
    {
        QTest::addColumn<qint64>("usual"); // 0: unknown
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("elapsed");
        QTest::addColumn<double>("part");
        QTest::newRow("nothing to compare with") << 0LL << 42LL << u"42 s"_s << -1.0;
        QTest::newRow("half") << 120'000LL << 60LL << u"1:00"_s << 0.5;
        QTest::newRow("over usual") << 60'000LL << 90LL << u"1:30"_s << 1.5;
        QTest::newRow("hours") << 0LL << 3723LL << u"1:02:03"_s << -1.0;
        QTest::newRow("the clock went back") << 60'000LL << -50LL << u"0 ms"_s << 0.0;
    }
    void times()
    {
        QFETCH(qint64, usual);
        QFETCH(qint64, seconds);
        RunRecord run;
        run.state = RunState::Running;
        run.phases = phases({u"snapshot 1"_s, u"run -"_s});
        std::map<QString, qint64> known;
        if (usual > 0)
            known[u"run"_s] = usual;
        const PhaseCell cell = phaseCells(run, known, kStart.addSecs(1 + seconds))[3];
        QTEST(cell.elapsed, "elapsed");
        QTEST(cell.part, "part");
        QCOMPARE(cell.usual.isEmpty(), usual == 0);
    }

    void anEndedRunDoesNotGoOnCounting()
    {
        RunRecord run;
        run.state = RunState::Failed;
        run.endedAt = kStart.addSecs(11);
        run.phases = phases({u"snapshot 1"_s, u"run -"_s});
        QCOMPARE(phaseCells(run, {}, kStart.addSecs(5000))[3].elapsed, u"10 s"_s);
    }

    void notes()
    {
        RunRecord run;
        run.state = RunState::Completed;
        run.phases = phases({u"snapshot 1"_s, u"environment 2"_s, u"queue 0"_s, u"run 3"_s, u"outputs 1"_s});
        run.phases[1]["note"] = "reused: same content";
        run.snapshot = {{"files", 214}, {"totalSize", 3'100'000}};
        run.outputSize = 0;
        const auto cells = phaseCells(run, {}, kStart);
        QVERIFY2(cells[0].note.contains(u"214") && cells[0].note.contains(u"3.1 MB"), qPrintable(cells[0].note));
        QCOMPARE(cells[1].note, u"reused: same content"_s);
        QVERIFY(cells[3].note.isEmpty());
        QCOMPARE(cells[4].note, u"nothing to keep"_s);
    }

    void oddRecords_data()
    {
        QTest::addColumn<QByteArray>("phases");
        QTest::newRow("no list") << QByteArray("{}");
        QTest::newRow("null") << QByteArray("null");
        QTest::newRow("wrong types") << QByteArray(
            R"([1, "run", null, {"phase": 7}, {"phase": "run", "startedAt": 5}])");
        QTest::newRow("no time") << QByteArray(R"([{"phase": "run", "startedAt": "yesterday"}])");
        QTest::newRow("unknown phase") << QByteArray(R"([{"phase": "lunch", "startedAt": "2026-01-01T10:00:00Z"}])");
    }
    void oddRecords()
    {
        QFETCH(QByteArray, phases);
        RunRecord run;
        run.state = RunState::Running;
        run.phases = Json::parse(phases.begin(), phases.end());
        const auto cells = phaseCells(run, {}, kStart);
        QCOMPARE(int(cells.size()), 5);
        for (const PhaseCell &cell : cells)
            QCOMPARE(cell.glyph, Glyph::NotBegun);
    }
};

QTEST_GUILESS_MAIN(TestPhaseCells)
#include "tst_phasecells.moc"
