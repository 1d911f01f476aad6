#include "core/targets/builtin/builtinkinds.h"
#include "tests/support/workspacesupport.h"
#include "ui/runs/runtablemodel.h"
#include "ui/widgets/cellroles.h"
#include "ui/widgets/stateglyph.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QThreadPool>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

class TestRunTableModel : public QObject
{
    Q_OBJECT

    std::unique_ptr<TemporaryProfile> m_profile;
    std::unique_ptr<Workspace> m_workspace;
    KindRegistry m_kinds;
    std::unique_ptr<RunTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    void open(int runs, bool tested = true)
    {
        m_tester.reset();
        m_model.reset();
        QThreadPool::globalInstance()->waitForDone();
        m_workspace.reset();
        m_profile = std::make_unique<TemporaryProfile>();
        if (runs > 0)
            QVERIFY(fillWithRuns(m_profile->profile, runs).ok());
        m_workspace = m_profile->open();
        m_model = std::make_unique<RunTableModel>(*m_workspace, m_kinds);
        if (tested)
            m_tester = std::make_unique<QAbstractItemModelTester>(
                m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model->refresh();
        QTRY_COMPARE(m_model->matching(), runs);
    }
    void save(const RunRecord &run) const { QVERIFY(m_workspace->saveRun(run).ok()); }
    QString idAt(int row) const { return m_model->index(row, 0).data(RunTableModel::RunIdRole).toString(); }
    bool mark(int row, bool on = true) const
    {
        return m_model->setData(m_model->index(row, RunTableModel::NameColumn), on ? Qt::Checked : Qt::Unchecked,
                                Qt::CheckStateRole);
    }
    QString text(int row, int column) const { return m_model->index(row, column).data().toString(); }

private Q_SLOTS:
    void initTestCase() { registerBuiltinKinds(m_kinds); }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        QThreadPool::globalInstance()->waitForDone();
        m_workspace.reset();
    }

    void nothing()
    {
        open(0);
        QCOMPARE(m_model->rowCount(), 0);
        QVERIFY(!m_model->record(0));
        QVERIFY(!m_model->record(-1));
        QVERIFY(!m_model->canFetchMore({}));
    }

    void pages()
    {
        open(1000, false);                                                 // the tester reads every row again and again
        QVERIFY(m_model->rowCount() < 1000);                               // not all at once
        QCOMPARE(text(0, RunTableModel::NameColumn), sampleRun(999).name); // newest first
        for (int limit = 0; m_model->canFetchMore({}) && limit < 20; ++limit) {
            const int before = m_model->rowCount();
            m_model->fetchMore({});
            QTRY_VERIFY(m_model->rowCount() > before || !m_model->canFetchMore({}));
        }
        QCOMPARE(m_model->rowCount(), 1000);
        QSet<QString> ids;
        for (int row = 0; row < 1000; ++row)
            ids << idAt(row);
        QCOMPARE(ids.size(), 1000); // none twice, none missing
        QSignalSpy loaded(m_model.get(), &RunTableModel::loaded);
        m_model->refresh(); // what was scrolled to stays there
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(m_model->rowCount(), 1000);
    }

    /// A view asks for more while rows come, as the tester does: no page is read twice.
    void asksWhileRowsCome()
    {
        open(230);
        QTRY_COMPARE(m_model->rowCount(), 230);
        QVERIFY(!m_model->canFetchMore({}));
        QSet<QString> ids;
        for (int row = 0; row < 230; ++row)
            ids << idAt(row);
        QCOMPARE(ids.size(), 230);
    }

    void cells()
    {
        open(0);
        RunRecord run = sampleRun(1);
        run.settings.target = u"local"_s;
        run.state = RunState::Failed;
        run.signal = u"SIGKILL"_s;
        run.endedAt = run.startedAt->addSecs(72);
        save(run);
        RunRecord unknown = sampleRun(2);
        unknown.state = RunState::Unknown;
        unknown.unknownSince = unknown.createdAt;
        unknown.startedAt.reset();
        unknown.settings.target = u"gpu-box"_s;
        save(unknown);
        m_model->refresh();
        QTRY_COMPARE(m_model->rowCount(), 2);
        QCOMPARE(text(1, RunTableModel::StateColumn), u"Failed, SIGKILL"_s);
        QCOMPARE(text(1, RunTableModel::TargetColumn), u"This computer"_s);
        QCOMPARE(text(1, RunTableModel::DurationColumn), u"1 min 12 s"_s);
        QCOMPARE(m_model->index(1, RunTableModel::StateColumn).data(CellRole::Glyph).toInt(), int(Glyph::Failed));
        QVERIFY(text(0, RunTableModel::StateColumn).startsWith(u"Unknown since "_s));
        QCOMPARE(text(0, RunTableModel::TargetColumn), u"gpu-box"_s);
        QCOMPARE(text(0, RunTableModel::StartedColumn), u"–"_s); // not 0 and not empty
        QCOMPARE(text(0, RunTableModel::DurationColumn), u"–"_s);
        QVERIFY(!m_model->index(0, 99).data().isValid());
    }

    void changesInPlace()
    {
        open(20);
        QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
        QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
        RunRecord run = *m_model->record(3);
        run.state = RunState::Canceled;
        run.exitCode.reset();
        save(run);
        m_model->refresh();
        QTRY_COMPARE(text(3, RunTableModel::StateColumn), u"Canceled"_s);
        QCOMPARE(resets.size(), 0);
        QVERIFY(changes.size() > 0);
    }

    void newRowsAboveKeepSelectionAndMarks()
    {
        open(20);
        QTableView view;
        view.setModel(m_model.get());
        view.selectRow(5);
        const QString selected = idAt(5), marked = idAt(7);
        QVERIFY(mark(7));
        for (int n = 100; n < 103; ++n)
            save(sampleRun(n));
        m_model->refresh();
        QTRY_COMPARE(m_model->rowCount(), 23);
        QCOMPARE(view.currentIndex().data(RunTableModel::RunIdRole).toString(), selected);
        QCOMPARE(view.currentIndex().row(), 8);
        QCOMPARE(m_model->marked().front().id, marked);
        QCOMPARE(m_model->index(10, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    }

    void marks()
    {
        open(20);
        QSignalSpy changed(m_model.get(), &RunTableModel::marksChanged);
        for (int row = 0; row < RunTableModel::kMostMarked; ++row) {
            QVERIFY(mark(row));
            QCOMPARE(m_model->index(row, 0).data(CellRole::Series).toInt(), row);
        }
        QVERIFY(!mark(10)); // no colour for a seventh
        QVERIFY(!mark(0));  // marked already
        QCOMPARE(changed.size(), RunTableModel::kMostMarked);
        QVERIFY(mark(0, false));
        QCOMPARE(m_model->index(1, 0).data(CellRole::Series).toInt(), 0); // the others move up
        QVERIFY(!m_model->index(0, 0).data(CellRole::Series).isValid());
        QVERIFY(!m_model->setData(m_model->index(2, 0), u"name"_s, Qt::EditRole));
        m_model->clearMarks();
        QVERIFY(m_model->marked().empty());
        const auto before = changed.size();
        m_model->clearMarks();
        QCOMPARE(changed.size(), before);
    }

    void marksFollowTheRecord()
    {
        open(5);
        QVERIFY(mark(2));
        RunRecord run = *m_model->record(2);
        run.name = u"renamed"_s;
        save(run);
        m_model->refresh();
        QTRY_COMPARE(m_model->marked().front().name, u"renamed"_s);
    }

    void sortsAndFilters()
    {
        open(50);
        RunQuery query = m_model->query();
        query.text = u"EVALUATE"_s;
        m_model->setQuery(query);
        QTRY_COMPARE(m_model->matching(), 8); // every seventh
        QTRY_COMPARE(m_model->rowCount(), 8);
        for (int row = 0; row < 8; ++row)
            QCOMPARE(text(row, RunTableModel::ScriptColumn), u"evaluate.py"_s);
        query.text = u"nothing is called so"_s;
        m_model->setQuery(query);
        QTRY_COMPARE(m_model->matching(), 0);
        QCOMPARE(m_model->rowCount(), 0);
        query.text.clear();
        m_model->setQuery(query);
        QTRY_COMPARE(m_model->rowCount(), 50);
        m_model->sort(RunTableModel::NameColumn, Qt::AscendingOrder);
        QTRY_COMPARE(text(0, RunTableModel::NameColumn), u"train-000"_s);
        QCOMPARE(text(49, RunTableModel::NameColumn), u"train-049"_s);
        m_model->sort(RunTableModel::NameColumn, Qt::DescendingOrder);
        QTRY_COMPARE(text(0, RunTableModel::NameColumn), u"train-049"_s);
    }

    void theLastQuestionIsAnswered()
    {
        open(50);
        for (const QString &word :
             {u"train-00"_s, u"train-01"_s, u"lab"_s, u"train-04"_s}) { // faster than answers come
            RunQuery query = m_model->query();
            query.text = word;
            m_model->setQuery(query);
        }
        QTRY_COMPARE(m_model->matching(), 10);
        QTRY_COMPARE(m_model->rowCount(), 10);
        QTest::qWait(50); // answers to the earlier ones come late, and are not taken
        QCOMPARE(text(0, RunTableModel::NameColumn), u"train-049"_s);
    }
};

QTEST_MAIN(TestRunTableModel)
#include "tst_runtablemodel.moc"
