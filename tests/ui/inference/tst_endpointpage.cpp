#include "core/base/language.h"
#include "core/workspace/workspace.h"
#include "tests/support/testsupport.h"
#include "tests/support/uiwalker.h"
#include "tests/ui/inference/endpointbench.h"
#include "ui/inference/endpointpage.h"
#include "ui/inference/requestpanel.h"
#include "ui/runs/causecard.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/decisiondialog.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/factsline.h"
#include "ui/widgets/style.h"
#include "ui/widgets/tabbar.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/tabpages.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTest>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize kPage{1118, 704};

} // namespace

/// The page over records: what it shows of each state, and what it offers. With a scripted server behind it.
class TestEndpointPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<EndpointPagesBench> m_bench;
    std::unique_ptr<WebServer> m_server;
    EndpointPage *m_page = nullptr;

    int port() const { return m_server->url().port(); }
    void show(const QString &name, bool canDeploy = true, const QSize &size = kPage)
    {
        m_page = m_bench->show<EndpointPage>(size, name, canDeploy);
    }
    template <class T>
    T *part(const char *name) const
    {
        return m_page->findChild<T *>(QString::fromLatin1(name));
    }
    QString badge() const
    {
        const Badge *found = m_page->findChild<Badge *>();
        return found->isVisible() ? found->word() : QString();
    }
    QString facts() const { return m_page->findChild<FactsLine *>()->facts().join(u'|'); }
    QString bannerText() const
    {
        for (const Banner *banner : m_page->findChildren<Banner *>()) {
            if (banner->isVisible() && banner->objectName() != u"causeLeftOut"_s)
                return banner->accessibleName() + u' ' + banner->accessibleDescription();
        }
        return {};
    }
    TabPages *tabs() const { return part<TabPages>("endpointTabs"); }
    bool offers(const char *button) const { return part<Button>(button)->isVisible(); }
    void walkAllTabs() const
    {
        for (const char *tab : {"log", "versions", "details", "test"}) {
            tabs()->show(QString::fromLatin1(tab));
            QApplication::sendPostedEvents();
            MOORING_WALK(m_page);
        }
    }

private Q_SLOTS:
    void init()
    {
        applyLook(*qApp, LookChoice::Light);
        installLanguage(u"en"_s);
        m_bench = std::make_unique<EndpointPagesBench>();
        m_server = std::make_unique<WebServer>([](const WebAsk &ask) {
            if (ask.path() == "/swagger.json")
                return WebAnswer::json(R"({"definitions": {"ServiceInput": {"example": {"data": [[1, 2]]}}}})");
            if (ask.path() == "/score")
                return ask.body.contains("fail") ? WebAnswer::json(R"({"message": "no"})", 500)
                                                 : WebAnswer::json(R"({"labels": ["outer-race"]})");
            return WebAnswer::json("\"Healthy\"");
        });
    }
    void cleanup()
    {
        m_bench.reset();
        m_server.reset();
    }

    void running()
    {
        m_bench->save(paperEndpoint(u"bearing-api"_s, EndpointState::Running, port(), 7));
        show(u"bearing-api"_s);
        QTRY_COMPARE(badge(), u"Running, healthy"_s);
        QTRY_VERIFY2(facts().contains(u"CPU 3 %, 412 MB"_s), qPrintable(facts()));
        QVERIFY(facts().startsWith(u"127.0.0.1:%1/score|bearing-cnn v7|local Docker|for 2 h"_s.arg(port())));
        for (const char *there : {"copyCode", "reload", "stop"})
            QVERIFY2(offers(there), there);
        QVERIFY(!offers("start"));
        QVERIFY(bannerText().isEmpty());
        QCOMPARE(part<Button>("send")->kind(), ButtonKind::Filled);
        QVERIFY(part<QAction>("update"));
        QCOMPARE(part<TableView>("versions")->model()->rowCount(), 7);
        // What the server offers as an example stands there by itself.
        QTRY_COMPARE(part<QPlainTextEdit>("requestBody")->toPlainText(), u"{\n  \"data\": [\n    [1, 2]\n  ]\n}"_s);
        QCOMPARE(part<QComboBox>("requestSource")->currentData().toString(), u"swagger"_s);
        QVERIFY(part<ElidedLabel>("requestCheck")->text().startsWith(u"valid JSON, "_s));
        walkAllTabs();
    }

    void withoutAPageThatDeploys()
    {
        m_bench->save(paperEndpoint(u"bearing-api"_s, EndpointState::Stopped, port()));
        show(u"bearing-api"_s, false);
        QTRY_COMPARE(badge(), u"Stopped"_s);
        QVERIFY(!part<QAction>("update"));
        QVERIFY(part<QAction>("delete"));
    }

    void stopped()
    {
        m_bench->save(paperEndpoint(u"bearing-api"_s, EndpointState::Stopped, port(), 2));
        show(u"bearing-api"_s);
        QTRY_COMPARE(badge(), u"Stopped"_s);
        QVERIFY(offers("start") && !offers("stop"));
        QCOMPARE(part<Button>("start")->kind(), ButtonKind::Filled);
        QVERIFY(!part<Button>("send")->isEnabled());
        QVERIFY(part<Button>("send")->toolTip().contains(u"bearing-api"_s));
        QVERIFY(!part<Button>("measure")->isEnabled());
        walkAllTabs();
        QTest::mouseClick(part<Button>("start"), Qt::LeftButton); // paper does not run
        QTRY_VERIFY2(bannerText().contains(u"Paper does not run."_s) || bannerText().contains(u"is taken by"_s),
                     qPrintable(bannerText()));
    }

    void aFailedInitIsPinned()
    {
        const QString code = m_bench->folder.filePath(u"serve"_s);
        QDir().mkpath(code);
        QFile script(code + u"/score.py"_s);
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write(
            "import os\nimport torch\n\n\n\n\n\n\ndef init():\n    global model\n    path = "
            "os.environ[\"AZUREML_MODEL_DIR\"]\n    model = torch.load(path + \"/model.pt\")\n    model.eval()\n");
        script.close();
        m_bench->save(brokenEndpoint(u"bearing-api"_s, EndpointState::Running, port(), 7, code));
        show(u"bearing-api"_s);
        QTRY_VERIFY(part<CauseCard>("initCause")->isVisible());
        QCOMPARE(part<ElidedLabel>("causePlace")->text(), u"score.py, line 12, in init"_s);
        QCOMPARE(part<CodeBox>("causeCode")->text().split(u'\n').value(2),
                 u"    model = torch.load(path + \"/model.pt\")"_s);
        QVERIFY2(bannerText().startsWith(u"Version 8 did not start. Version 7 goes on answering"_s),
                 qPrintable(bannerText()));
        QCOMPARE(badge(), u"Running, healthy"_s);
        QCOMPARE(part<Button>("retry")->kind(), ButtonKind::Filled);
        QCOMPARE(part<Button>("send")->kind(), ButtonKind::Edge);
        walkAllTabs();
    }

    void sentAnsweredAndKept()
    {
        m_bench->save(paperEndpoint(u"bearing-api"_s, EndpointState::Running, port(), 2));
        show(u"bearing-api"_s);
        QTRY_VERIFY(part<Button>("send")->isEnabled());
        auto *body = part<QPlainTextEdit>("requestBody");
        QTRY_VERIFY(!body->toPlainText().isEmpty());
        QTest::mouseClick(part<Button>("send"), Qt::LeftButton);
        QTRY_VERIFY(part<ElidedLabel>("answerStatus")->text().startsWith(u"200 OK"_s));
        QCOMPARE(part<QPlainTextEdit>("answerBody")->toPlainText(), u"{\n  \"labels\": [\"outer-race\"]\n}"_s);
        const auto *history = part<TableView>("history")->model();
        QTRY_COMPARE(history->rowCount(), 1);
        QCOMPARE(history->index(0, 0).data().toString(), u"swagger.json"_s);
        body->setPlainText(u"fail"_s);
        QVERIFY(part<ElidedLabel>("requestCheck")->text().contains(u"not JSON"_s)); // said, and sent all the same
        body->setFocus();
        QTest::keyClick(body, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(part<ElidedLabel>("answerStatus")->text().startsWith(u"500 "_s));
        QTRY_COMPARE(history->rowCount(), 2);
        QCOMPARE(history->index(0, 0).data().toString(), u"fail"_s);
        QCOMPARE(part<TableView>("history")->currentIndex().row(), 0);
        // Raw, headers, code.
        for (const char *view : {"choice-raw", "choice-headers"}) {
            part<QAbstractButton>(view)->click();
            const QString wanted =
                QLatin1String(view) == u"choice-raw" ? u"{\"message\": \"no\"}"_s : u"content-type: application/json"_s;
            const QString shown = part<QPlainTextEdit>("answerBody")->toPlainText();
            QVERIFY2(shown.contains(wanted, Qt::CaseInsensitive), qPrintable(shown));
        }
        QVERIFY(part<QWidget>("curl")->isVisible());
        // Replay: an old one is chosen, its request stands there again, Enter sends it.
        part<TableView>("history")->setFocus();
        part<TableView>("history")->selectRow(1);
        QVERIFY(body->toPlainText().contains(u"data"_s));
        QTest::keyClick(part<TableView>("history"), Qt::Key_Return);
        QTRY_COMPARE(history->rowCount(), 3);
        QCOMPARE(history->index(0, 0).data().toString(), u"swagger.json"_s);
        part<Button>("onlyFailed")->click();
        QCOMPARE(history->rowCount(), 1);
    }

    void otherBodies()
    {
        m_bench->save(paperEndpoint(u"bearing-api"_s, EndpointState::Running, port()));
        show(u"bearing-api"_s);
        QTRY_VERIFY(!part<QPlainTextEdit>("requestBody")->toPlainText().isEmpty());
        auto *panel = m_page->findChild<RequestPanel *>();
        const auto write = [this](const QString &name, const QByteArray &content) {
            QFile file(m_bench->folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName()
                                                                                            : QString();
        };
        panel->loadFile(write(u"image.bin"_s, QByteArray("\x89PNG\0\xff", 6)));
        QTRY_COMPARE(panel->request().body, QByteArray("\x89PNG\0\xff", 6));
        QCOMPARE(panel->request().contentType, u"application/octet-stream"_s);
        QCOMPARE(panel->request().label, u"image.bin"_s);
        panel->loadTable(write(u"val.csv"_s, "a,b\n1,2\n3,x\n"));
        QTRY_COMPARE(toBytes(Json::parse(panel->request().body.toStdString(), nullptr, false)),
                     QByteArray(R"({"data":[[1,2]]})"));
        part<QSpinBox>("tableRow")->setValue(2);
        QCOMPARE(toBytes(Json::parse(panel->request().body.toStdString(), nullptr, false)),
                 QByteArray(R"({"data":[[3,"x"]]})"));
        QCOMPARE(panel->request().label, u"row 2"_s);
        part<QSpinBox>("tableRow")->setValue(3);
        QVERIFY(part<ElidedLabel>("requestCheck")->text().contains(u"no row 3"_s));
        panel->loadFile(write(u"rows.csv"_s, "1,2\n"));
        QTRY_COMPARE(panel->request().contentType, u"text/csv"_s);
        panel->loadFile(u"/no/such/file"_s);
        QTRY_VERIFY(part<ElidedLabel>("requestCheck")->text().contains(u"/no/such/file"_s));
    }

    void measuredAndStopped()
    {
        m_bench->save(paperEndpoint(u"bearing-api"_s, EndpointState::Running, port()));
        show(u"bearing-api"_s);
        QTRY_VERIFY(part<Button>("measure")->isEnabled());
        part<QSpinBox>("loadAmount")->setValue(40);
        part<QSpinBox>("loadSeconds")->setValue(2);
        QTest::mouseClick(part<Button>("measure"), Qt::LeftButton);
        QTRY_COMPARE(part<Button>("measure")->text(), u"Stop"_s);
        const auto *facts = part<FactList>("loadFacts");
        QTRY_VERIFY_WITH_TIMEOUT(!facts->fact(u"First request"_s).isEmpty(), 15000);
        QCOMPARE(part<Button>("measure")->text(), u"Measure"_s);
        QVERIFY2(facts->fact(u"Requests"_s).endsWith(u"all answered"_s), qPrintable(facts->fact(u"Requests"_s)));
        QCOMPARE(facts->fact(u"Errors"_s), u"0"_s);
        QCOMPARE(facts->fact(u"Cold start"_s), u"1.9 s, kept apart"_s);
        QVERIFY(!facts->fact(u"Memory at most"_s).isEmpty());
        QVERIFY(part<QWidget>("latencyChart")->accessibleDescription().startsWith(u"p50 "_s));
        walkAllTabs();
        part<QPlainTextEdit>("requestBody")->setPlainText(u"\"fail\""_s);
        part<QAbstractButton>("choice-closed")->click();
        QCOMPARE(part<QSpinBox>("loadAmount")->value(), 8);
        part<QSpinBox>("loadSeconds")->setValue(600);
        QTest::mouseClick(part<Button>("measure"), Qt::LeftButton);
        const auto errors = [this] {
            return part<FactList>("loadFacts")->fact(u"Errors"_s).section(u',', 0, 0).remove(QChar(0x2009)).toInt();
        };
        QTRY_VERIFY_WITH_TIMEOUT(errors() > 0, 15000); // each second what there is so far
        QTest::mouseClick(part<Button>("measure"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(part<Button>("measure")->text(), u"Measure"_s, 15000);
        // A page that is made anew shows what was measured.
        show(u"bearing-api"_s);
        QVERIFY(errors() > 0);
    }

    void foreignIsShownAndNotTouched()
    {
        EndpointRecord foreign = paperEndpoint(u"az-made"_s, EndpointState::Running, 6001);
        foreign.isForeign = true;
        foreign.maker = u"az ml --local"_s;
        foreign.foreignUri = u"http://127.0.0.1:6001/score"_s;
        foreign.versions.clear();
        foreign.active = 0;
        m_bench->runner->others = {foreign};
        show(u"az-made"_s);
        QTRY_COMPARE(badge(), u"Running"_s);
        QVERIFY(bannerText().startsWith(u"az ml --local made this endpoint"_s));
        for (const char *act : {"copyCode", "reload", "start", "stop"})
            QVERIFY2(!offers(act), act);
        QCOMPARE(tabs()->tabs()->current(), u"details"_s);
        QCOMPARE(part<FactList>("endpointFacts")->fact(u"Scoring address"_s), u"http://127.0.0.1:6001/score"_s);
        MOORING_WALK(m_page);
    }

    void oneThatDoesNotExist()
    {
        show(u"nobody"_s);
        QTRY_VERIFY(bannerText().contains(u"nobody"_s));
        QVERIFY(badge().isEmpty());
        QVERIFY(!tabs()->isVisible());
        for (const char *act : {"copyCode", "reload", "start", "stop"})
            QVERIFY2(!offers(act), act);
        QVERIFY(m_page->isOver());
        MOORING_WALK(m_page);
    }

    void deletedThroughTheDialog()
    {
        m_bench->save(paperEndpoint(u"bearing-api"_s, EndpointState::Running, port()));
        show(u"bearing-api"_s);
        QTRY_COMPARE(badge(), u"Running, healthy"_s);
        QTRY_VERIFY(part<QAction>("delete")->isEnabled());
        part<QAction>("delete")->trigger();
        auto *dialog = part<DecisionDialog>("deleteDialog");
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->isVisible());
        QVERIFY(!dialog->dangerAct()->isEnabled()); // not before its name was typed
        MOORING_WALK(dialog);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"name"_s), u"bearing-api"_s);
        QTest::mouseClick(dialog->dangerAct(), Qt::LeftButton);
        QTRY_COMPARE(m_bench->navigator.routes, QStringList{u"endpoints"_s});
        QVERIFY(m_bench->services.workspace->endpoints()->empty());
        QVERIFY(m_page->isOver());
    }

    void codeOfTheRequest()
    {
        m_bench->save(paperEndpoint(u"bearing-api"_s, EndpointState::Running, port()));
        show(u"bearing-api"_s);
        QTRY_COMPARE(badge(), u"Running, healthy"_s);
        part<QPlainTextEdit>("requestBody")->setPlainText(u"{\"it's\": 1}"_s);
        part<QAction>("copyCurl")->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 u"curl -sS -X POST -H 'Content-Type: application/json' --data-binary '{\"it'\\''s\": 1}' "
                 "http://127.0.0.1:%1/score"_s.arg(port()));
        part<QAction>("copyPython")->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"import urllib.request"_s));
    }
};

QTEST_MAIN(TestEndpointPage)
#include "tst_endpointpage.moc"
