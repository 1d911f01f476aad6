#include "ui/workspace/workspacemodel.h"

#include "ui/workspace/stateglyphs.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

WorkspaceItem item(const QString &key, Glyph glyph = Glyph::Good)
{
    WorkspaceItem made;
    made.key = key;
    made.name = key;
    made.route = u"run/"_s + key;
    made.glyph = glyph;
    made.state = u"completed"_s;
    return made;
}

QStringList rowsOf(const WorkspaceModel &model, WorkspaceModel::Group group)
{
    QStringList rows;
    const QModelIndex parent = model.groupIndex(group);
    for (int row = 0; row < model.rowCount(parent); ++row)
        rows << model.index(row, 0, parent).data().toString();
    return rows;
}

WorkspaceContent runsContent(const QStringList &keys)
{
    WorkspaceContent content;
    for (const QString &key : keys)
        content.runs.push_back(item(key));
    content.runCount = int(keys.size());
    return content;
}

} // namespace

class TestWorkspaceModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hasFiveGroupsFromTheStart();
    void merges_data();
    void merges();
    void aChangedStateKeepsTheRow();
    void countsAllRunsNotOnlyThoseShown();
    void findsTheRowOfARoute();
    void everyStateHasItsShape();
};

void TestWorkspaceModel::hasFiveGroupsFromTheStart()
{
    WorkspaceModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), int(WorkspaceModel::GroupCount));
    for (int group = 0; group < model.rowCount(); ++group) {
        const QModelIndex index = model.index(group, 0);
        QVERIFY(!index.data().toString().isEmpty());
        QVERIFY(!index.data(WorkspaceModel::RouteRole).toString().isEmpty());
        QVERIFY(!index.data(WorkspaceModel::CountRole).isValid()); // nothing is not "0"
    }
}

void TestWorkspaceModel::merges_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("fresh");
    QTest::addColumn<QStringList>("after");
    QTest::newRow("first read") << QStringList{} << QStringList{u"b"_s, u"a"_s} << QStringList{u"b"_s, u"a"_s};
    QTest::newRow("a new run comes to the top")
        << QStringList{u"b"_s, u"a"_s} << QStringList{u"c"_s, u"b"_s, u"a"_s} << QStringList{u"c"_s, u"b"_s, u"a"_s};
    QTest::newRow("the oldest goes") << QStringList{u"b"_s, u"a"_s} << QStringList{u"c"_s, u"b"_s}
                                     << QStringList{u"c"_s, u"b"_s};
    QTest::newRow("all go") << QStringList{u"b"_s, u"a"_s} << QStringList{} << QStringList{};
    QTest::newRow("in the middle") << QStringList{u"c"_s, u"a"_s} << QStringList{u"c"_s, u"b"_s, u"a"_s}
                                   << QStringList{u"c"_s, u"b"_s, u"a"_s};
    QTest::newRow("rows that stay are not sorted anew")
        << QStringList{u"b"_s, u"a"_s} << QStringList{u"a"_s, u"b"_s} << QStringList{u"b"_s, u"a"_s};
    QTest::newRow("all others") << QStringList{u"b"_s, u"a"_s} << QStringList{u"d"_s, u"c"_s}
                                << QStringList{u"d"_s, u"c"_s};
}

void TestWorkspaceModel::merges()
{
    QFETCH(QStringList, before);
    QFETCH(QStringList, fresh);
    QFETCH(QStringList, after);
    WorkspaceModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply(runsContent(before));
    model.apply(runsContent(fresh));
    QCOMPARE(rowsOf(model, WorkspaceModel::Runs), after);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.apply(runsContent(fresh));
    QCOMPARE(resets.count(), 0);
    QCOMPARE(changes.count(), 0); // the same again announces nothing
}

void TestWorkspaceModel::aChangedStateKeepsTheRow()
{
    WorkspaceModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    WorkspaceContent content = runsContent({u"b"_s, u"a"_s});
    model.apply(content);
    const QPersistentModelIndex kept = model.index(1, 0, model.groupIndex(WorkspaceModel::Runs));
    content.runs[1].glyph = Glyph::Failed;
    content.runs[1].state = u"failed"_s;
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.apply(content);
    QCOMPARE(changes.count(), 1);
    QVERIFY(kept.isValid());
    QCOMPARE(kept.data(WorkspaceModel::GlyphRole).toInt(), int(Glyph::Failed));
    QCOMPARE(kept.data(Qt::AccessibleTextRole).toString(), u"a, failed"_s);
}

void TestWorkspaceModel::countsAllRunsNotOnlyThoseShown()
{
    WorkspaceModel model;
    WorkspaceContent content = runsContent({u"b"_s, u"a"_s});
    content.runCount = 128;
    model.apply(content);
    QCOMPARE(model.groupIndex(WorkspaceModel::Runs).data(WorkspaceModel::CountRole).toInt(), 128);
}

void TestWorkspaceModel::findsTheRowOfARoute()
{
    WorkspaceModel model;
    model.apply(runsContent({u"b"_s, u"a"_s}));
    QCOMPARE(model.indexOfRoute(u"run/a"_s).data().toString(), u"a"_s);
    QCOMPARE(model.indexOfRoute(u"runs"_s), model.groupIndex(WorkspaceModel::Runs));
    QVERIFY(!model.indexOfRoute(u"run/zzz"_s).isValid());
    QVERIFY(!model.indexOfRoute({}).isValid());
}

void TestWorkspaceModel::everyStateHasItsShape()
{
    QCOMPARE(glyphOf(RunState::Running), Glyph::Running);
    QCOMPARE(glyphOf(RunState::CancelRequested), Glyph::Canceling);
    QCOMPARE(glyphOf(RunState::Unknown), Glyph::Unknown);
    QCOMPARE(glyphOfTarget(u"ready"_s), Glyph::Good);
    QCOMPARE(glyphOfTarget(u"a word of tomorrow"_s), Glyph::Unknown);
    QCOMPARE(glyphOf(Verdict::Skipped), Glyph::LeftOut);
}

QTEST_MAIN(TestWorkspaceModel)
#include "tst_workspacemodel.moc"
