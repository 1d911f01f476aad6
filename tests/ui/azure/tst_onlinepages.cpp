// Online endpoints of an Azure ML workspace in the window, over the practice lab.
#include "tests/support/testsupport.h"
#include "tests/ui/azure/azurebench.h"
#include "tests/ui/support/looks.h"
#include "ui/log/logpane.h"
#include "ui/log/logview.h"
#include "ui/shell/router.h"
#include "ui/widgets/cellroles.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/page.h"
#include "ui/widgets/tabbar.h"
#include "ui/widgets/tabpages.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTableView>

using namespace mooring;
using namespace Qt::StringLiterals;
using mooring::test::AzureBench;
using mooring::test::Looks;

namespace {

constexpr int kLong = 30'000; // ms

class Bench : public AzureBench
{
public:
    Bench() { qputenv("MOORING_DOCKER_HOST", "unix:///nowhere/docker.sock"); }

    /// Of the page that is shown: others of the same kind may be kept.
    template <class T>
    T *find(const char *name) const
    {
        return window->router().page()->findChild<T *>(QLatin1String(name));
    }
    bool isThere(const char *name) const
    {
        const auto *part = find<QWidget>(name);
        return part && part->isVisible();
    }
    void openEndpoint(const QString &name)
    {
        window->router().go(u"endpoint-of-workspace/"_s + name);
        QTRY_VERIFY_WITH_TIMEOUT(isThere("endpointTabs"), kLong);
    }
    void show(const QString &tab) const { find<TabPages>("endpointTabs")->show(tab); }
    QTableView *table(const char *name) const { return find<QTableView>(name); }
    QString cell(const char *name, int row, int column) const
    {
        return table(name)->model()->index(row, column).data().toString();
    }
    QString body() const { return find<QPlainTextEdit>("answerBody")->toPlainText(); }
    QString fact(const QString &label) const { return find<FactList>("endpointFacts")->fact(label); }
    QString log() const { return window->router().page()->findChild<LogPane *>()->view()->visibleText().join(u'\n'); }
};

} // namespace

class TestOnlinePages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void beside()
    {
        Bench bench;
        QVERIFY(bench.open(u"welcome"_s));
        bench.openPractice();
        bench.window->router().go(u"endpoints"_s);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isThere("endpointsTable"), kLong);
        QTRY_COMPARE_WITH_TIMEOUT(bench.table("endpointsTable")->model()->rowCount(), 3, kLong);
        QCOMPARE(bench.cell("endpointsTable", 0, 0), u"practice-online"_s);
        QCOMPARE(bench.cell("endpointsTable", 0, 1), u"Running"_s);
        QCOMPARE(bench.cell("endpointsTable", 0, 2), u"blue"_s);
        QCOMPARE(bench.cell("endpointsTable", 0, 3), u"Azure ML, managed"_s);
        QCOMPARE(bench.cell("endpointsTable", 2, 1), u"Failed"_s);
        Q_EMIT bench.table("endpointsTable")->activated(bench.table("endpointsTable")->model()->index(0, 0));
        QTRY_VERIFY_WITH_TIMEOUT(bench.isThere("endpointTabs"), kLong);
        QCOMPARE(bench.window->router().route(), u"endpoint-of-workspace/practice-online"_s);
    }

    void asksAndReads()
    {
        Bench bench;
        QVERIFY(bench.open(u"welcome"_s));
        bench.openPractice();
        bench.openEndpoint(u"practice-online"_s);
        for (const char *act : {"reload", "start", "stop"})
            QVERIFY2(!bench.isThere(act), act);
        auto *version = bench.find<QComboBox>("requestVersion");
        QCOMPARE(version->itemText(0), u"By traffic"_s);
        QCOMPARE(version->count(), 3);
        auto *source = bench.find<QComboBox>("requestSource");
        QVERIFY(bench.find<QPlainTextEdit>("requestBody")->toPlainText().isEmpty()); // no key for a look
        source->setCurrentIndex(source->findData(u"swagger"_s));
        Q_EMIT source->activated(source->currentIndex());
        QTRY_VERIFY_WITH_TIMEOUT(bench.find<QPlainTextEdit>("requestBody")->toPlainText().contains(u"data"_s), kLong);
        version->setCurrentIndex(version->findText(u"green"_s));
        auto *against = bench.find<QComboBox>("againstVersion");
        against->setCurrentIndex(against->findText(u"Compare with blue"_s));
        bench.find<QAbstractButton>("send")->click();
        QTRY_VERIFY_WITH_TIMEOUT(bench.body().contains(u"green: \"green\""_s), kLong);
        QTRY_VERIFY_WITH_TIMEOUT(bench.find<QLabel>("answerNote")->text().contains(u"deployment"_s), kLong);
        QTRY_COMPARE_WITH_TIMEOUT(bench.table("history")->model()->rowCount(), 2, kLong);

        bench.show(u"versions"_s);
        QCOMPARE(bench.table("versions")->model()->rowCount(), 2);
        QCOMPARE(bench.table("versions")->model()->headerData(0, Qt::Horizontal).toString(), u"Deployment"_s);
        QCOMPARE(bench.cell("versions", 0, 5), u"90 %"_s);
        bench.show(u"details"_s);
        QCOMPARE(bench.fact(u"Provisioning"_s), u"Succeeded"_s);
        QCOMPARE(bench.fact(u"Requests go to"_s), u"blue 90 %, green 10 %"_s);
        QVERIFY(bench.fact(u"Swagger address"_s).endsWith(u"/practice-online/swagger.json"_s));
        QVERIFY(bench.fact(u"Guarded by"_s).contains(u"does not keep"_s));
        QVERIFY(bench.fact(u"Deployment blue"_s).contains(u"practice-bearing:1"_s));
        bench.show(u"log"_s);
        QTRY_VERIFY_WITH_TIMEOUT(bench.log().contains(u"Practice lab: a pretend container"_s), kLong);
    }

    void whatFailed()
    {
        Bench bench;
        QVERIFY(bench.open(u"welcome"_s));
        bench.openPractice();
        bench.openEndpoint(u"practice-online-failed"_s);
        bench.show(u"versions"_s);
        QCOMPARE(bench.cell("versions", 0, 1), u"Failed"_s);
        const QString why = bench.table("versions")->model()->index(0, 1).data(CellRole::SecondLine).toString();
        QVERIFY2(why.contains(u"model.json is not there"_s), qPrintable(why));
        bench.show(u"log"_s);
        QTRY_VERIFY_WITH_TIMEOUT(bench.log().contains(u"FileNotFoundError"_s), kLong);
    }

    void looks_data() { Looks::addFewRows(); }
    void looks()
    {
        Bench bench;
        Looks looks(bench);
        QVERIFY(bench.open(u"welcome"_s));
        bench.openPractice();
        bench.window->router().go(u"endpoints"_s);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isThere("endpointsTable"), kLong);
        QTRY_COMPARE_WITH_TIMEOUT(bench.table("endpointsTable")->model()->rowCount(), 3, kLong);
        looks.look(u"online-list"_s);
        bench.openEndpoint(u"practice-online"_s);
        bench.find<QPlainTextEdit>("requestBody")->setPlainText(u"{\"data\": [[0.9, 0.8, 0.7, 44.0, 34.0, 0.4]]}"_s);
        auto *version = bench.find<QComboBox>("requestVersion");
        version->setCurrentIndex(version->findText(u"green"_s));
        bench.find<QAbstractButton>("send")->click();
        QTRY_VERIFY_WITH_TIMEOUT(bench.body().contains(u"green"_s), kLong);
        QTest::qWait(300);
        looks.look(u"online-test"_s);
        for (const char *tab : {"log", "versions", "details"}) {
            bench.show(QString::fromLatin1(tab));
            QTest::qWait(300);
            looks.look(u"online-"_s + QLatin1StringView(tab));
        }
        bench.openEndpoint(u"practice-online-failed"_s);
        QTest::qWait(300);
        looks.look(u"online-failed"_s);
        QVERIFY2(looks.wrong().isEmpty(), qPrintable(looks.wrong()));
    }
};

MOORING_AZURE_TEST_MAIN(TestOnlinePages)
#include "tst_onlinepages.moc"
