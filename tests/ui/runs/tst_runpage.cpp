#include "core/base/language.h"
#include "core/workspace/workspace.h"
#include "tests/support/guigaps.h"
#include "tests/support/runbench.h"
#include "tests/support/uiwalker.h"
#include "tests/ui/runs/runsuibench.h"
#include "ui/charts/chart.h"
#include "ui/log/logpane.h"
#include "ui/log/logview.h"
#include "ui/runs/causecard.h"
#include "ui/runs/metriccharts.h"
#include "ui/runs/runpage.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/decisiondialog.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/factsline.h"
#include "ui/widgets/phasebar.h"
#include "ui/widgets/style.h"
#include "ui/widgets/tabbar.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/tabpages.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QClipboard>
#include <QStandardPaths>
#include <QTest>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize kPage{1118, 704};
constexpr int kEndMs = 30'000;

/// Logs over the collector with nothing but the standard library.
constexpr char kTracking[] = R"(import json, os, urllib.request

def call(what, body):
    request = urllib.request.Request(os.environ["MLFLOW_TRACKING_URI"] + "/api/2.0/mlflow/runs/" + what, data=json.dumps(body).encode(),
                                     headers={"Content-Type": "application/json", "Authorization": "Bearer " + os.environ.get("MLFLOW_TRACKING_TOKEN", "")})
    urllib.request.urlopen(request).read()

def log(metric, values):
    for step, value in enumerate(values):
        call("log-metric", {"run_id": os.environ["MLFLOW_RUN_ID"], "key": metric, "value": value, "step": step, "timestamp": step})
)";

} // namespace

class TestRunPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<RunsUiBench> m_bench;
    RunPage *m_page = nullptr;

    void show(const QString &id, const QSize &size = kPage) { m_page = m_bench->show<RunPage>(size, id); }
    template <class T>
    T *part(const char *name) const
    {
        // A tab that was never looked at is not there yet.
        for (const char *tab : {"log", "metrics", "outputs", "details"}) {
            if (T *const found = m_page->findChild<T *>(QString::fromLatin1(name)))
                return found;
            const QString before = tabs()->tabs()->current();
            tabs()->show(QString::fromLatin1(tab));
            tabs()->show(before);
        }
        qFatal("no %s", name);
    }
    QString badge() const
    {
        const Badge *found = m_page->findChild<Badge *>();
        return found->isVisible() ? found->word() : QString();
    }
    QString bannerText() const
    {
        for (const Banner *banner : m_page->findChildren<Banner *>(QString(), Qt::FindChildrenRecursively)) {
            if (banner->isVisible() && banner->objectName() != u"causeLeftOut"_s)
                return banner->accessibleName();
        }
        return {};
    }
    QString facts() const { return m_page->findChild<FactsLine *>()->facts().join(u'|'); }
    TabPages *tabs() const { return m_page->findChild<TabPages *>(); }
    void walkAllTabs() const
    {
        for (const char *tab : {"details", "outputs", "metrics", "log"}) {
            tabs()->show(QString::fromLatin1(tab));
            QApplication::sendPostedEvents();
            MOORING_WALK(m_page);
        }
    }
    RunRecord recordFor(RunState state) const
    {
        RunRecord run;
        run.id = u"train-20260101-000000-abcdef"_s;
        run.name = u"train-001"_s;
        run.settings.source = m_bench->source();
        run.settings.script = u"train.py"_s;
        run.settings.target = u"local"_s;
        run.state = state;
        run.createdAt = run.startedAt = QDateTime::currentDateTimeUtc().addSecs(-100);
        if (isEnded(state))
            run.endedAt = run.startedAt->addSecs(72);
        return run;
    }

private Q_SLOTS:
    void initTestCase() { MOORING_NEEDS(!QStandardPaths::findExecutable(u"python3"_s).isEmpty(), "python3"); }
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

    void completed()
    {
        m_bench->write(u"tracking.py"_s, kTracking);
        m_bench->write(u"train.py"_s, "import os, tracking\ntracking.log('train_loss', [1.0, 0.5, "
                                      "0.25])\ntracking.log('val_loss', [1.1, 0.6, 0.406])\n"
                                      "os.makedirs('outputs/model')\nopen('outputs/model/weights.bin', "
                                      "'wb').write(b'x' * 1234)\nprint('all done')\n");
        show(m_bench->start(u"train.py"_s, u"good"_s));
        QTRY_COMPARE_WITH_TIMEOUT(badge(), u"Completed"_s, kEndMs);
        QVERIFY2(facts().contains(u"train.py|This computer|python3|ended "_s), qPrintable(facts()));
        QTRY_COMPARE(part<MetricCharts>("sideCharts")->findChildren<Chart *>().size(), 1);
        const Chart *chart = part<MetricCharts>("sideCharts")->findChildren<Chart *>().front();
        QCOMPARE(chart->title(), u"loss"_s);
        QCOMPARE(chart->series().size(), size_t(2));
        QTRY_COMPARE(chart->series()[1].data->size(), size_t(3));
        QCOMPARE(part<TableView>("outputsTable")->model()->index(0, 0).data().toString(), u"model/weights.bin"_s);
        QTRY_COMPARE(m_page->findChild<LogPane *>()->view()->visibleText(), QStringList{u"all done"_s});
        QVERIFY(!part<Button>("cancelRun")->isVisible());
        QCOMPARE(part<Button>("runAgain")->kind(), ButtonKind::Filled);
        QVERIFY(!part<CauseCard>("cause")->isVisible());
        QVERIFY(bannerText().isEmpty());
        for (const PhaseCell &cell : part<PhaseBar>("phases")->cells())
            QCOMPARE(cell.glyph, Glyph::Good);
        walkAllTabs();
        QTest::mouseClick(part<Button>("runAgain"), Qt::LeftButton);
        QVERIFY(m_bench->navigator.routes.value(0).startsWith(u"new-run?again=train-"_s));
    }

    void failedWithATraceback()
    {
        m_bench->write(u"train.py"_s, "import loader\n\ndef main():\n    loader.load(3)\n\nmain()\n");
        m_bench->write(u"loader.py"_s,
                       "def load(fold):\n    path = 'data/fold_%d.csv' % fold\n    return open(path)\n");
        m_bench->write(u"data/fold_3.csv"_s, "1\n");
        m_bench->write(u".amlignore"_s, "# big\ndata/\n");
        show(m_bench->start(u"train.py"_s, u"bad"_s));
        QTRY_COMPARE_WITH_TIMEOUT(badge(), u"Failed, exit code 1"_s, kEndMs);
        QTRY_VERIFY(part<CauseCard>("cause")->isVisible());
        QCOMPARE(part<ElidedLabel>("causeException")->text(),
                 u"FileNotFoundError: [Errno 2] No such file or directory: 'data/fold_3.csv'"_s);
        QCOMPARE(part<ElidedLabel>("causePlace")->text(), u"loader.py, line 3, in load"_s);
        QVERIFY(
            part<ElidedLabel>("causeReached")->text().startsWith(u"reached from train.py, line 6, through 2 frame"_s));
        QCOMPARE(part<CodeBox>("causeCode")->text(),
                 u"def load(fold):\n    path = 'data/fold_%d.csv' % fold\n    return open(path)"_s);
        QVERIFY(part<Banner>("causeLeftOut")->isVisible());
        QCOMPARE(part<Banner>("causeLeftOut")->accessibleDescription(),
                 u"data/fold_3.csv is in the source folder and did not go along (.amlignore, line 2: data/)."_s);
        QTest::mouseClick(part<Button>("copyTraceback"), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"Traceback"_s));
        QCOMPARE(part<PhaseBar>("phases")->cells()[3].glyph, Glyph::Failed);
        walkAllTabs();
    }

    /// A file that is nowhere: then no rule is to blame.
    void failedWithoutARule()
    {
        m_bench->write(u"train.py"_s, "open('data/nowhere.csv')\n");
        m_bench->write(u".amlignore"_s, "data/\n");
        show(m_bench->start(u"train.py"_s, u"bad"_s));
        QTRY_VERIFY_WITH_TIMEOUT(part<CauseCard>("cause")->isVisible(), kEndMs);
        QVERIFY(!part<Banner>("causeLeftOut")->isVisible());
        QVERIFY(!part<ElidedLabel>("causeReached")->isVisible());
    }

    void killedBySignal()
    {
        m_bench->write(u"train.py"_s,
                       "import os, signal\nprint('before', flush=True)\nos.kill(os.getpid(), signal.SIGKILL)\n");
        show(m_bench->start(u"train.py"_s, u"killed"_s));
        QTRY_COMPARE_WITH_TIMEOUT(badge(), u"Failed, SIGKILL"_s, kEndMs);
        QVERIFY(!part<CauseCard>("cause")->isVisible());
        QTRY_VERIFY(bannerText().contains(u"SIGKILL"_s));
        MOORING_WALK(m_page);
    }

    void canceledThroughTheDialog()
    {
        m_bench->write(u"train.py"_s, "import subprocess, sys, time\nchild = subprocess.Popen([sys.executable, '-c', "
                                      "'import time; time.sleep(600)'])\n"
                                      "print('working', flush=True)\nwhile True:\n    sys.stdout.write('\\r%.1f 1/10' "
                                      "% time.time())\n    sys.stdout.flush()\n    time.sleep(0.02)\n");
        const QString id = m_bench->start(u"train.py"_s, u"endless"_s);
        GuiGaps gaps("page of a run that goes on");
        show(id);
        QTRY_VERIFY_WITH_TIMEOUT(badge().startsWith(u"Running, "_s), kEndMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_page->findChild<LogPane *>()->view()->visibleText().value(0), u"working"_s, kEndMs);
        gaps.reset();
        QTest::qWait(1500);
        MOORING_NO_GAP_OVER(gaps, 100);
        QVERIFY2(facts().contains(u"|pid "_s) && facts().endsWith(u"outlives this window"_s), qPrintable(facts()));
        walkAllTabs();
        QCOMPARE(int(RunBench::processesOf(id).size()) >= 2, true);

        QTest::mouseClick(part<Button>("cancelRun"), Qt::LeftButton);
        auto *dialog = m_page->findChild<DecisionDialog *>(u"cancelDialog"_s);
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->isVisible());
        QTest::keyClick(dialog, Qt::Key_Escape); // changes nothing
        QTRY_VERIFY(!m_page->findChild<DecisionDialog *>(u"cancelDialog"_s));
        QVERIFY(badge().startsWith(u"Running, "_s));

        QTest::mouseClick(part<Button>("cancelRun"), Qt::LeftButton);
        dialog = m_page->findChild<DecisionDialog *>(u"cancelDialog"_s);
        QTRY_VERIFY(dialog->isVisible());
        QTest::mouseClick(dialog->dangerAct(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(badge(), u"Canceled"_s, kEndMs);
        QCOMPARE(RunBench::processesOf(id), QStringList());
        QTRY_VERIFY_WITH_TIMEOUT(facts().endsWith(u"no process left"_s), kEndMs);
        tabs()->show(u"details"_s);
        QTRY_VERIFY(part<TextLabel>("cancelProof")->isVisible());
        QVERIFY2(part<TextLabel>("cancelProof")->text().endsWith(u"ended, none left."_s),
                 qPrintable(part<TextLabel>("cancelProof")->text()));
        QCOMPARE(part<PhaseBar>("phases")->cells()[3].glyph, Glyph::Canceled);
        walkAllTabs();
    }

    void unknown()
    {
        RunRecord run = recordFor(RunState::Unknown);
        run.settings.target = u"gpu-box"_s; // a target that is not attached any more
        run.unknownSince = run.startedAt;
        run.reason = u"gpu-box does not answer."_s;
        m_bench->save(run);
        show(run.id);
        QTRY_VERIFY(badge().startsWith(u"Unknown since "_s));
        QVERIFY(facts().contains(u"gpu-box"_s));
        QVERIFY(!facts().contains(u"no process left"_s)); // nobody knows that
        QVERIFY(!bannerText().isEmpty());
        QVERIFY(part<Button>("cancelRun")->isVisible());
        walkAllTabs();
    }

    void aRunThatDoesNotExist()
    {
        show(u"nobody-20260101-000000-zzzzzz"_s);
        QTRY_VERIFY(bannerText().contains(u"nobody-20260101-000000-zzzzzz"_s));
        QVERIFY(badge().isEmpty());
        for (const char *button : {"openFolder", "runAgain", "cancelRun"})
            QVERIFY(!part<Button>(button)->isVisible());
        MOORING_WALK(m_page);
    }

    void longWordsAndSmallWindows_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        QTest::newRow("en") << u"en"_s << false << kPage;
        QTest::newRow("ko, dark") << u"ko"_s << true << kPage;
        QTest::newRow("smallest") << u"en"_s << false << QSize(776, 576);
        QTest::newRow("200 %") << u"ko"_s << true << QSize(683, 320);
    }
    void longWordsAndSmallWindows()
    {
        QFETCH(QString, language);
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        installLanguage(language);
        applyLook(*qApp, dark ? LookChoice::Dark : LookChoice::Light);
        m_bench->write(u"train.py"_s, "def f():\n    raise ValueError('a very long sentence ' * 60)\n\nf()\n");
        show(m_bench->start(u"train.py"_s, QString(190, u'n')), size);
        QTRY_VERIFY_WITH_TIMEOUT(part<CauseCard>("cause")->isVisible(), kEndMs);
        QApplication::sendPostedEvents();
        QCOMPARE(part<CodeBox>("causeCode")->isVisible(), size.height() > 520); // room for the log
        QVERIFY(m_page->findChild<LogPane *>()->view()->height() > 40);
        const CauseCard *cause = part<CauseCard>("cause");
        QVERIFY2(cause->height() >= cause->minimumSizeHint().height(), "the card is squeezed");
        QVERIFY(part<Button>("runAgain")->isVisible()); // the act that stays in a narrow header
        walkAllTabs();
        QCOMPARE(QColor(m_page->grab().toImage().pixel(3, 3)).lightness() < 128, dark);
    }
};

QTEST_MAIN(TestRunPage)
#include "tst_runpage.moc"
