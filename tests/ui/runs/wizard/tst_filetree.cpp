// The tree of a plan, what its filters show, and 20 000 files.
#include "tests/support/testsupport.h"
#include "ui/runs/wizard/filetreemodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

SnapshotEntry entry(const QByteArray &path, qint64 size)
{
    SnapshotEntry file;
    file.path = path;
    file.size = size;
    return file;
}

FilesReport sampleReport()
{
    FilesReport report;
    report.plan.source = u"/data/bearings"_s;
    report.plan.folders = {"configs", "src"};
    report.plan.entries = {entry(".env", 212), entry("configs/a.yml", 10), entry("src/model.py", 100),
                           entry("src/new.py", 50), entry("train.py", 7)};
    report.plan.secrets = {
        {".env", 0, u"secrets by its name"_s}, {".env", 3, u"API_TOKEN=…"_s}, {".env", 4, u"DB_PASSWORD=…"_s}};
    report.plan.leftOut = {{"data", true, {true, "data/", ".amlignore", 4}, 12, 1'100'000'000, true},
                           {"src/old.py", false, {true, "old.py", ".gitignore", 2}, 1, 40, true}};
    SnapshotComparison since;
    since.entries = {FileChange::AsBefore, FileChange::AsBefore, FileChange::Changed, FileChange::New,
                     FileChange::AsBefore};
    report.since = since;
    report.lastRun = u"train-040"_s;
    return report;
}

QString textOf(const FileTreeModel &model, const QByteArray &path, int column)
{
    return model.indexOf(model.tree()->find(path), column).data().toString();
}

} // namespace

class TestFileTree : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everythingHasAReason()
    {
        FileTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTree(std::make_shared<const FileTree>(sampleReport()), u"bearings"_s);
        QCOMPARE(model.index(0, 0).data().toString(), u"bearings"_s);
        QStringList names;
        for (int row = 0; row < model.rowCount(model.index(0, 0)); ++row)
            names << model.index(row, 0, model.index(0, 0)).data().toString();
        QCOMPARE(names, (QStringList{u"configs"_s, u"data"_s, u"src"_s, u".env"_s, u"train.py"_s}));
        QCOMPARE(textOf(model, "src/model.py", 2), u"changed since train-040"_s);
        QCOMPARE(textOf(model, "src/new.py", 2), u"new since train-040"_s);
        QCOMPARE(textOf(model, "train.py", 2), u"as in train-040"_s);
        QCOMPARE(textOf(model, ".env", 2), u"looks like a secret: line 3, API_TOKEN=…"_s);
        QCOMPARE(textOf(model, "data", 2), u".amlignore, line 4: data/"_s);
        QCOMPARE(textOf(model, "src", 2), u"2 of 3 files"_s);
        QCOMPARE(textOf(model, "src", 1), u"150 B"_s); // what stays is not in it
        QCOMPARE(textOf(model, "data", 1), u"1.1 GB"_s);
    }

    void filters_data()
    {
        QTest::addColumn<int>("filter");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("shown");
        QTest::newRow("all") << int(FileFilter::All) << u""_s << 7;
        QTest::newRow("going") << int(FileFilter::Going) << u""_s << 5;
        QTest::newRow("left out") << int(FileFilter::LeftOut) << u""_s << 2;
        QTest::newRow("changed") << int(FileFilter::Changed) << u""_s << 2;
        QTest::newRow("text") << int(FileFilter::All) << u"MODEL"_s << 1;
        QTest::newRow("text and filter") << int(FileFilter::LeftOut) << u"src/"_s << 1;
        QTest::newRow("nothing") << int(FileFilter::All) << u"zebra"_s << 0;
    }
    void filters()
    {
        QFETCH(int, filter);
        QFETCH(QString, text);
        FileTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTree(std::make_shared<const FileTree>(sampleReport()), u"bearings"_s);
        model.setFilter(FileFilter(filter), text);
        QTEST(model.shownFiles(), "shown");
        QCOMPARE(model.rowCount(), 1); // the folder itself is always there
    }

    void rulesByTheirWeight()
    {
        const auto rules = rulesByWeight(sampleReport().plan);
        QCOMPARE(rules.size(), size_t(2));
        QCOMPARE(rules[0].rule.pattern, QByteArray("data/"));
        QCOMPARE(rules[0].files, 12);
        QVERIFY(rulesByWeight(SnapshotPlan()).empty());
    }

    void manyFiles()
    {
        FilesReport report;
        for (int folder = 0; folder < 100; ++folder) {
            const QByteArray name = "f" + QByteArray::number(1000 + folder);
            report.plan.folders.push_back(name);
            for (int file = 0; file < 200; ++file)
                report.plan.entries.push_back(entry(name + "/x" + QByteArray::number(1000 + file), 10));
        }
        const auto tree = std::make_shared<const FileTree>(report);
        QCOMPARE(tree->node(0).going, 20000);
        FileTreeModel model;
        model.setTree(tree, u"many"_s);
        QElapsedTimer timer;
        timer.start();
        model.setFilter(FileFilter::All, u"x1199"_s);
        const qint64 took = timer.elapsed();
        QCOMPARE(model.shownFiles(), 100);
        QVERIFY2(took < 500, qPrintable(QString::number(took))); // a few ms on a machine at rest
    }
};

QTEST_GUILESS_MAIN(TestFileTree)
#include "tst_filetree.moc"
