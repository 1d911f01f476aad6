#include "core/base/language.h"
#include "tests/support/testsupport.h"
#include "tests/support/uiwalker.h"
#include "tests/ui/inference/endpointbench.h"
#include "ui/inference/endpointspage.h"
#include "ui/inference/endpointtablemodel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/cellroles.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/stateglyph.h"
#include "ui/widgets/style.h"
#include "ui/widgets/tableview.h"

#include <QApplication>
#include <QTest>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize kPage{1118, 704};

} // namespace

class TestEndpointsPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<EndpointPagesBench> m_bench;

    template <class T>
    T *part(const char *name) const
    {
        return m_bench->page->findChild<T *>(QString::fromLatin1(name));
    }
    QString cell(int row, int column, int role = Qt::DisplayRole) const
    {
        return part<TableView>("endpointsTable")->model()->index(row, column).data(role).toString();
    }

private Q_SLOTS:
    void init()
    {
        applyLook(*qApp, LookChoice::Light);
        installLanguage(u"en"_s);
        m_bench = std::make_unique<EndpointPagesBench>();
    }
    void cleanup() { m_bench.reset(); }

    void nothingYet_data()
    {
        QTest::addColumn<bool>("canDeploy");
        QTest::newRow("one can deploy") << true;
        QTest::newRow("nobody made that page") << false;
    }
    void nothingYet()
    {
        QFETCH(bool, canDeploy);
        m_bench->show<EndpointsPage>(kPage, canDeploy);
        QTRY_VERIFY(part<EmptyState>("noEndpoint")->isVisible());
        QCOMPARE(part<Button>("deployFirst") != nullptr, canDeploy);
        MOORING_WALK(m_bench->page.get());
        if (!canDeploy)
            return;
        QVERIFY(!part<Button>("deployModel")->isVisible()); // one filled button a page
        QTest::mouseClick(part<Button>("deployFirst"), Qt::LeftButton);
        QCOMPARE(m_bench->navigator.routes, QStringList{u"deploy"_s});
    }

    void statesAndForeignOnes()
    {
        WebServer server([](const WebAsk &) { return WebAnswer::json("\"Healthy\""); });
        m_bench->save(paperEndpoint(u"bearing-api"_s, EndpointState::Running, server.url().port(), 7));
        m_bench->save(paperEndpoint(u"bearing-next"_s, EndpointState::Stopped, 5002));
        EndpointRecord foreign = paperEndpoint(u"az-made"_s, EndpointState::Running, 6001);
        foreign.isForeign = true;
        foreign.maker = u"az ml --local"_s;
        foreign.foreignUri = u"http://127.0.0.1:6001/score"_s;
        foreign.active = 0;
        m_bench->runner->others = {foreign};
        m_bench->show<EndpointsPage>(kPage, true);
        QTRY_COMPARE(part<TableView>("endpointsTable")->model()->rowCount(), 3);
        QCOMPARE(cell(0, EndpointTableModel::NameColumn), u"bearing-api"_s);
        QCOMPARE(cell(0, EndpointTableModel::StateColumn), u"Running"_s);
        QCOMPARE(cell(0, EndpointTableModel::VersionColumn), u"7"_s);
        QCOMPARE(cell(0, EndpointTableModel::AddressColumn), u"127.0.0.1:%1/score"_s.arg(server.url().port()));
        QCOMPARE(cell(1, EndpointTableModel::StateColumn), u"Stopped"_s);
        QCOMPARE(part<TableView>("endpointsTable")
                     ->model()
                     ->index(1, EndpointTableModel::StateColumn)
                     .data(CellRole::Glyph)
                     .toInt(),
                 int(Glyph::Stopped));
        QCOMPARE(cell(2, EndpointTableModel::NameColumn, CellRole::SecondLine), u"read-only"_s);
        QCOMPARE(cell(2, EndpointTableModel::CarrierColumn, CellRole::SecondLine), u"az ml --local"_s);
        QVERIFY(part<Button>("deployModel")->isVisible());
        MOORING_WALK(m_bench->page.get());
        auto *table = part<TableView>("endpointsTable");
        table->setFocus();
        table->selectRow(1);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(m_bench->navigator.routes, QStringList{u"endpoint/bearing-next"_s});
    }

    /// Nobody answers on its port: the record that says Running is wrong, and the page says what is true.
    void whatIsTrueNow()
    {
        const int port = [] {
            const WebServer gone([](const WebAsk &) { return WebAnswer(); });
            return gone.url().port();
        }();
        m_bench->save(paperEndpoint(u"bearing-api"_s, EndpointState::Running, port));
        m_bench->show<EndpointsPage>(kPage, false);
        QTRY_COMPARE(cell(0, EndpointTableModel::StateColumn), u"Unhealthy"_s);
        QVERIFY(!cell(0, EndpointTableModel::StateColumn, CellRole::SecondLine).isEmpty());
    }
};

QTEST_MAIN(TestEndpointsPage)
#include "tst_endpointspage.moc"
