#include "core/base/files.h"
#include "core/base/language.h"
#include "tests/support/guigaps.h"
#include "tests/support/uiwalker.h"
#include "tests/support/workspacesupport.h"
#include "tests/ui/runs/runsuibench.h"
#include "ui/runs/differencecell.h"
#include "ui/runs/runcompare.h"
#include "ui/runs/runspage.h"
#include "ui/runs/runtablemodel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/style.h"
#include "ui/widgets/tableview.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize kPage{1118, 704};

/// An ended run that no watcher changes.
RunRecord endedRun(int n)
{
    RunRecord run = sampleRun(n * 5);
    run.name = u"trial-%1"_s.arg(n, 3, 10, QLatin1Char('0'));
    run.settings.script = u"train.py"_s;
    run.settings.target = u"local"_s;
    run.settings.arguments = {u"--lr"_s, u"0.%1"_s.arg(n)};
    return run;
}

QString textOf(const QWidget *widget)
{
    QString text;
    for (const QLabel *label : widget->findChildren<QLabel *>())
        text += label->isVisible() ? label->text() + u'\n' : QString();
    return text;
}

} // namespace

class TestRunsPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<RunsUiBench> m_bench;
    RunsPage *m_page = nullptr;
    TableView *m_table = nullptr;

    void show(const QSize &size = kPage)
    {
        m_page = m_bench->show<RunsPage>(size);
        m_table = m_page->findChild<TableView *>(u"runsTable"_s);
    }
    void mark(int row) const
    {
        m_table->setCurrentIndex(m_table->model()->index(row, 0));
        QTest::keyClick(m_table, Qt::Key_Space);
    }
    RunCompare *compare() const { return m_page->findChild<RunCompare *>(); }

private Q_SLOTS:
    void init()
    {
        applyLook(*qApp, LookChoice::Light);
        m_bench = std::make_unique<RunsUiBench>();
    }
    void cleanup()
    {
        m_bench.reset();
        installLanguage(u"en"_s);
    }

    void saysThatThereIsNothingYet()
    {
        show();
        QTRY_VERIFY(textOf(m_page).contains(u"No runs yet"_s));
        QVERIFY(!m_table->isVisible());
        MOORING_WALK(m_page);
        m_bench->save(endedRun(1)); // by this or another process
        QTRY_VERIFY(m_table->isVisible());
        QCOMPARE(m_table->model()->rowCount(), 1);
    }

    void filters()
    {
        for (int n = 0; n < 12; ++n)
            m_bench->save(endedRun(n));
        show();
        QTRY_COMPARE(m_table->model()->rowCount(), 12);
        auto *filter = m_page->findChild<QLineEdit *>(u"runsFilter"_s);
        QTest::keyClicks(filter, u"trial-01"_s);
        QTRY_COMPARE(m_table->model()->rowCount(), 2);
        QTest::keyClicks(filter, u"zzz"_s);
        QTRY_VERIFY(textOf(m_page).contains(u"No run has “trial-01zzz”"_s));
        QVERIFY(textOf(m_page).contains(u"The filter hides 12 runs."_s));
        QVERIFY(!textOf(m_page).contains(u"No runs yet"_s)); // nothing found is not nothing there
        MOORING_WALK(m_page);
        m_page->findChild<QAbstractButton *>(u"showAllRuns"_s)->click();
        QVERIFY(filter->text().isEmpty());
        QTRY_COMPARE(m_table->model()->rowCount(), 12);
    }

    /// What runs logged stands in columns that can be chosen, sorted by, and are there again after a restart.
    void showsWhatRunsLogged()
    {
        for (int n = 0; n < 4; ++n) {
            RunRecord run = endedRun(n);
            run.logged = {{"metrics", {{"val_loss", 0.5 - 0.1 * n}, {"acc", 0.9}, {"system/cpu", 7}}},
                          {"params", {{"lr", "0.01"}}}};
            if (n == 3) // an old run that logged nothing
                run.logged = {{"metrics", Json::object()}, {"params", Json::object()}};
            m_bench->save(run);
        }
        show();
        QTRY_COMPARE(m_table->model()->rowCount(), 4);
        const auto *model = m_table->model();
        const auto titles = [&] {
            QStringList list;
            for (int column = RunTableModel::ColumnCount; column < model->columnCount(); ++column)
                list << model->headerData(column, Qt::Horizontal).toString();
            return list;
        };
        QTRY_COMPARE(titles(), (QStringList{u"acc"_s, u"val_loss"_s})); // nobody chose yet
        const int loss = RunTableModel::ColumnCount + 1;
        QCOMPARE(model->index(0, loss).data().toString(), u"–"_s); // unknown is a dash
        QCOMPARE(model->index(1, loss).data().toString(), u"0.3"_s);
        QVERIFY(model->index(1, loss).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
        m_table->sortByColumn(loss, Qt::AscendingOrder);
        QTRY_COMPARE(model->index(0, 0).data().toString(), u"trial-002"_s);
        QCOMPARE(model->index(3, 0).data().toString(), u"trial-003"_s); // without it: last
        MOORING_WALK(m_page);

        auto *menu = m_page->findChild<QMenu *>(u"columnsMenu"_s);
        const auto choose = [&](const QString &title) {
            Q_EMIT menu->aboutToShow();
            for (QAction *action : menu->actions()) {
                if (action->text() == title)
                    return action->trigger();
            }
            QFAIL(qPrintable(title));
        };
        choose(u"val_loss"_s); // goes; the table is sorted by what is always there again
        choose(u"lr"_s);
        choose(u"Script"_s);
        QCOMPARE(titles(), (QStringList{u"acc"_s, u"lr"_s}));
        QTRY_COMPARE(model->index(0, 0).data().toString(), u"trial-003"_s);
        QVERIFY(m_table->isColumnHidden(RunTableModel::ScriptColumn));
        m_bench->page.reset();
        show();
        QTRY_COMPARE(m_table->model()->rowCount(), 4);
        QCOMPARE(m_table->model()->columnCount(), int(RunTableModel::ColumnCount) + 2);
        QVERIFY(m_table->isColumnHidden(RunTableModel::ScriptColumn));
    }

    /// Runs of which nothing is known yet are read, once, and then say it themselves.
    void readsWhatIsNotKnownYet()
    {
        m_bench->write(u"log.sh"_s, "printf '{\"kind\":\"metric\",\"key\":\"loss\",\"value\":0.25,\"step\":1,"
                                    "\"time\":1}\\n' > ../metrics.jsonl\n");
        const QString id = m_bench->start(u"log.sh"_s, u"logs"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->record(id).state, RunState::Completed, 20'000);
        QVERIFY(!m_bench->record(id).logged.is_object());
        show();
        QTRY_COMPARE(m_table->model()->columnCount(), int(RunTableModel::ColumnCount) + 1);
        QCOMPARE(m_table->model()->index(0, RunTableModel::ColumnCount).data().toString(), u"0.25"_s);
        QTRY_VERIFY(m_bench->record(id).logged.is_object());
        QCOMPARE(m_bench->record(id).logged["metrics"]["loss"].get<double>(), 0.25);
    }

    void opensARun()
    {
        m_bench->save(endedRun(3));
        show();
        QTRY_COMPARE(m_table->model()->rowCount(), 1);
        m_table->setCurrentIndex(m_table->model()->index(0, 0));
        QTest::keyClick(m_table, Qt::Key_Return);
        QCOMPARE(m_bench->navigator.routes, QStringList{u"run/"_s + endedRun(3).id});
        QTest::mouseClick(m_page->findChild<QPushButton *>(u"runScript"_s), Qt::LeftButton);
        QCOMPARE(m_bench->navigator.routes.last(), u"new-run"_s);
    }

    void keepsChartsWhileValuesComeIn()
    {
        for (int n : {1, 2}) {
            const RunRecord run = endedRun(n);
            m_bench->save(run);
            const QString folder = m_bench->context->profile.runsFolder() + u'/' + run.id;
            QVERIFY(makeFolder(folder));
            QByteArray lines;
            for (int step = 0; step < 3; ++step)
                lines += QByteArray(R"({"kind":"metric","key":"loss","value":0.5,"time":1,"step":)") +
                         QByteArray::number(step) + "}\n";
            QVERIFY(writeFileAtomically(folder + u"/metrics.jsonl"_s, lines));
        }
        show();
        QTRY_COMPARE(m_table->model()->rowCount(), 2);
        mark(0);
        mark(1);
        QTRY_COMPARE(compare()->findChildren<Chart *>().size(), 1);
        const QPointer<Chart> chart = compare()->findChild<Chart *>();
        chart->setCursor(1);
        QSignalSpy loaded(m_page->findChild<RunTableModel *>(), &RunTableModel::loaded);
        m_page->refresh();
        QTRY_VERIFY(!loaded.isEmpty());
        QTest::qWait(0); // what was to be deleted later is gone
        QVERIFY(chart);
        QCOMPARE(chart->cursor(), std::optional<double>(1));
    }

    void comparesTwoMarked()
    {
        for (int n = 0; n < 3; ++n)
            m_bench->save(endedRun(n));
        show();
        QTRY_COMPARE(m_table->model()->rowCount(), 3);
        mark(0);
        QVERIFY(!compare()->isVisible());
        mark(1);
        QTRY_VERIFY(compare()->isVisible());
        QTRY_VERIFY(textOf(compare()).contains(u"These runs share no metric."_s));
        QStringList values, differing;
        for (const DifferenceCell *cell : compare()->findChildren<DifferenceCell *>())
            (cell->differs() ? differing : values) << cell->value();
        QVERIFY2(values.contains(u"--lr 0.2"_s) && differing.contains(u"--lr 0.1"_s),
                 qPrintable(values.join(u' ') + u'|' + differing.join(u' ')));
        MOORING_WALK(m_page);
        mark(1);
        QTRY_VERIFY(!compare()->isVisible());
    }

    void manyRunsAndLongWords_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        QTest::newRow("en") << u"en"_s << false << kPage;
        QTest::newRow("ko, dark") << u"ko"_s << true << kPage;
        QTest::newRow("smallest") << u"en"_s << false << QSize(776, 576);
        QTest::newRow("200 %") << u"ko"_s << true << QSize(683, 320);
    }
    void manyRunsAndLongWords()
    {
        QFETCH(QString, language);
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        installLanguage(language);
        applyLook(*qApp, dark ? LookChoice::Dark : LookChoice::Light);
        for (int n = 0; n < 9; ++n) {
            RunRecord run = endedRun(n);
            if (n % 2 == 0) {
                run.name = QString(200, u'n') + QString::number(n);
                run.settings.arguments = {QString(300, u'a') + QString::number(n)};
                run.settings.script = QString(80, u's') + u".py"_s;
            }
            m_bench->save(run);
        }
        show(size);
        QTRY_COMPARE(m_table->model()->rowCount(), 9);
        for (int row = 0; row < RunTableModel::kMostMarked; ++row)
            mark(row);
        QTRY_VERIFY(compare()->isVisible());
        QApplication::sendPostedEvents();
        MOORING_WALK(m_page);
        QCOMPARE(QColor(m_page->grab().toImage().pixel(3, 3)).lightness() < 128, dark);
    }

    void staysFastWithManyRuns()
    {
        m_bench.reset();
        m_bench =
            std::make_unique<RunsUiBench>([](const Profile &profile) { QVERIFY(fillWithRuns(profile, 5000).ok()); });
        GuiGaps gaps("5000 runs");
        show();
        QTRY_VERIFY(m_table->model()->rowCount() > 0);
        gaps.reset();
        for (int i = 0; i < 250 && m_table->model()->rowCount() <= 600; ++i) {
            m_table->scrollToBottom();
            QTest::qWait(20);
        }
        QVERIFY(m_table->model()->rowCount() > 600);
        MOORING_NO_GAP_OVER(gaps, 100);
    }
};

QTEST_MAIN(TestRunsPage)
#include "tst_runspage.moc"
