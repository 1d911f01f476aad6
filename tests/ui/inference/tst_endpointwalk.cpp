#include "core/base/files.h"
#include "core/base/language.h"
#include "core/workspace/workspace.h"
#include "tests/support/guigaps.h"
#include "tests/support/testsupport.h"
#include "tests/support/uiwalker.h"
#include "tests/ui/inference/endpointbench.h"
#include "ui/inference/endpointpage.h"
#include "ui/log/logpane.h"
#include "ui/log/logview.h"
#include "ui/runs/causecard.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/decisiondialog.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/style.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/tabpages.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTcpServer>
#include <QTest>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize kPage{1118, 704};
constexpr int kStartMs = 60'000; // a server starts in seconds, also on a busy machine

const QByteArray kScript = "import json, os\n"
                           "def init():\n"
                           "    global text\n"
                           "    text = open(os.path.join(os.environ['AZUREML_MODEL_DIR'], 'model', 'a.txt')).read()\n"
                           "def run(body):\n"
                           "    print('scoring', body, flush=True)\n"
                           "    return {'text': text, 'version': 1}\n";

} // namespace

/// The whole way of one endpoint through the window, with the real inference server as a process.
class TestEndpointWalk : public QObject
{
    Q_OBJECT

    std::unique_ptr<EndpointPagesBench> m_bench;
    EndpointPage *m_page = nullptr;

    QString file(const QString &name) const { return m_bench->folder.filePath(name); }
    void script(const QByteArray &text) const { MOORING_OK(writeFileAtomically(file(u"code/score.py"_s), text)); }
    Result<EndpointRecord> deploy() const
    {
        QDir(m_bench->folder.path()).mkpath(u"model"_s);
        QDir(m_bench->folder.path()).mkpath(u"code"_s);
        script(kScript);
        (void)writeFileAtomically(file(u"model/a.txt"_s), "A");
        (void)writeFileAtomically(file(u"code/sample_input.json"_s), R"({"q": 1})");
        DeploymentSettings settings;
        settings.name = u"bearing"_s;
        settings.model = file(u"model"_s);
        settings.source = file(u"code"_s);
        settings.score = u"score.py"_s;
        settings.runner = u"process"_s;
        settings.environment = {EnvironmentChoice::Kind::Python, QStringLiteral(MOORING_TESTENV "/bin/python")};
        RecordingContext context;
        return m_bench->endpoints().deploy(settings, false, context);
    }
    EndpointRecord record() const { return m_bench->services.workspace->findEndpoint(u"bearing"_s).value(); }
    template <class T>
    T *part(const char *name) const
    {
        return m_page->findChild<T *>(QString::fromLatin1(name));
    }
    QString badge() const { return m_page->findChild<Badge *>()->word(); }
    QString bannerText() const
    {
        for (const Banner *banner : m_page->findChildren<Banner *>()) {
            if (banner->isVisible() && banner->objectName() != u"causeLeftOut"_s)
                return banner->accessibleName() + u' ' + banner->accessibleDescription();
        }
        return {};
    }
    void click(const char *name) const
    {
        auto *button = part<Button>(name);
        QTRY_VERIFY2(button->isVisible() && button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    QString answer() const { return part<QPlainTextEdit>("answerBody")->toPlainText(); }
    QString answerStatus() const { return part<ElidedLabel>("answerStatus")->text(); }
    int calls() const { return part<TableView>("history")->model()->rowCount(); }
    bool isIdle() const { return m_bench->jobs.runningCount() == 0; }

private Q_SLOTS:
    void initTestCase()
    {
        MOORING_NEEDS(QFile::exists(QStringLiteral(MOORING_TESTENV "/.complete")), "the Python packages of the tests");
    }

    void fromItsFirstAnswerToItsEnd()
    {
        applyLook(*qApp, LookChoice::Light);
        installLanguage(u"en"_s);
        m_bench = std::make_unique<EndpointPagesBench>(false);
        const auto deployed = deploy();
        MOORING_OK(deployed);
        m_page = m_bench->show<EndpointPage>(kPage, u"bearing"_s, true);
        QTRY_COMPARE(badge(), u"Running, healthy"_s);

        // Its sample stands there; sent, answered, kept.
        QTRY_COMPARE(part<QPlainTextEdit>("requestBody")->toPlainText(), u"{\"q\": 1}"_s);
        click("send");
        QTRY_VERIFY2_WITH_TIMEOUT(answerStatus().startsWith(u"200 OK"_s), qPrintable(answerStatus()), kStartMs);
        QCOMPARE(answer(), u"{\n  \"text\": \"A\",\n  \"version\": 1\n}"_s);
        QTRY_COMPARE(calls(), 1);
        MOORING_WALK(m_page);

        // Its log goes on while one looks at it.
        part<TabPages>("endpointTabs")->show(u"log"_s);
        const auto logged = [this] { return m_page->findChild<LogPane *>()->view()->visibleText().join(u'\n'); };
        QTRY_VERIFY_WITH_TIMEOUT(logged().contains(u"scoring {\"q\": 1}"_s), kStartMs);
        part<TabPages>("endpointTabs")->show(u"test"_s);
        part<QPlainTextEdit>("requestBody")->setPlainText(u"{\"q\": 2}"_s);
        click("send");
        QTRY_COMPARE(calls(), 2);
        part<TabPages>("endpointTabs")->show(u"log"_s);
        QTRY_VERIFY_WITH_TIMEOUT(logged().contains(u"scoring {\"q\": 2}"_s), kStartMs);
        MOORING_WALK(m_page);
        part<TabPages>("endpointTabs")->show(u"test"_s);

        // Loaded.
        part<QAbstractButton>("choice-closed")->click();
        part<QSpinBox>("loadAmount")->setValue(2);
        part<QSpinBox>("loadSeconds")->setValue(1);
        GuiGaps gaps("page of an endpoint under load");
        click("measure");
        const auto *facts = part<FactList>("loadFacts");
        QTRY_VERIFY_WITH_TIMEOUT(!facts->fact(u"First request"_s).isEmpty(), kStartMs);
        MOORING_NO_GAP_OVER(gaps, 100);
        QVERIFY2(facts->fact(u"Requests"_s).endsWith(u"all answered"_s), qPrintable(facts->fact(u"Requests"_s)));
        QVERIFY(facts->fact(u"Cold start"_s).endsWith(u", kept apart"_s));
        QCOMPARE(calls(), 2); // a load is no part of the history

        // Broken: pinned with file and line; the first version goes on.
        script(QByteArray(kScript).replace("global text\n", "global text\n    text = {}['weights']\n"));
        click("reload");
        QTRY_VERIFY_WITH_TIMEOUT(part<CauseCard>("initCause")->isVisible(), kStartMs);
        QCOMPARE(part<ElidedLabel>("causeException")->text(), u"KeyError: 'weights'"_s);
        QCOMPARE(part<ElidedLabel>("causePlace")->text(), u"score.py, line 4, in init"_s);
        QTRY_COMPARE(badge(), u"Running, healthy"_s);
        QTRY_VERIFY2(bannerText().startsWith(u"Version 2 did not start. Version 1 goes on answering"_s),
                     qPrintable(bannerText()));
        QTRY_VERIFY(part<Button>("retry")->isEnabled());
        MOORING_WALK(m_page);
        click("send");
        QTRY_COMPARE(calls(), 3);

        // Mended: Retry makes a third version, on the same environment.
        const Json environment = record().latest()->environment;
        script(QByteArray(kScript).replace("'version': 1", "'version': 3"));
        QTRY_VERIFY(part<Button>("retry")->isEnabled());
        click("retry");
        QTRY_VERIFY_WITH_TIMEOUT(!part<CauseCard>("initCause")->isVisible() && badge() == u"Running, healthy"_s,
                                 kStartMs);
        QCOMPARE(record().active, 3);
        QCOMPARE(stringAt(record().latest()->environment, "python"), stringAt(environment, "python"));
        QTRY_VERIFY(isIdle());

        // The same request to two versions.
        auto *against = part<QComboBox>("againstVersion");
        QTRY_VERIFY(against->findData(1) >= 0);
        against->setCurrentIndex(against->findData(1));
        click("send");
        QTRY_VERIFY2_WITH_TIMEOUT(answer().contains(u"/version"_s), qPrintable(answer()), kStartMs);
        QVERIFY2(answer().contains(u"v3: 3"_s) && answer().contains(u"v1: 1"_s), qPrintable(answer()));
        QTRY_COMPARE(calls(), 5);

        // Stopped, and its port is somebody's.
        click("stop");
        QTRY_COMPARE_WITH_TIMEOUT(badge(), u"Stopped"_s, kStartMs);
        QTRY_VERIFY(part<Button>("start")->isVisible() && part<Button>("start")->isEnabled());
        QVERIFY(!part<Button>("send")->isEnabled());
        QTcpServer thief;
        QVERIFY(thief.listen(QHostAddress::LocalHost, quint16(deployed->port)));
        click("start");
        QTRY_VERIFY2_WITH_TIMEOUT(
            bannerText().contains(
                u"Port %1 is taken by process %2"_s.arg(deployed->port).arg(QCoreApplication::applicationPid())),
            qPrintable(bannerText()), kStartMs);
        thief.close();
        QTRY_VERIFY(part<Button>("start")->isEnabled());
        click("start");
        QTRY_COMPARE_WITH_TIMEOUT(badge(), u"Running, healthy"_s, kStartMs);
        QTRY_VERIFY(part<QAction>("delete")->isEnabled());

        // Deleted; what it was made of stays.
        part<QAction>("delete")->trigger();
        auto *dialog = part<DecisionDialog>("deleteDialog");
        QTRY_VERIFY(dialog->isVisible());
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"name"_s), u"bearing"_s);
        QTest::mouseClick(dialog->dangerAct(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->navigator.routes, QStringList{u"endpoints"_s}, kStartMs);
        QVERIFY(m_bench->services.workspace->endpoints()->empty());
        QVERIFY(QFile::exists(file(u"model/a.txt"_s)) && QFile::exists(file(u"code/score.py"_s)));
        m_bench.reset();
    }
};

QTEST_MAIN(TestEndpointWalk)
#include "tst_endpointwalk.moc"
