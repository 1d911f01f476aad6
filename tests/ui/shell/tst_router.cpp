#include "ui/shell/router.h"

#include "ui/widgets/page.h"

#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

class CountingPage : public Page
{
public:
    explicit CountingPage(const QString &route) { setObjectName(route); }
    void shown() override { ++timesShown; }
    bool mayLeave() const override { return !pinned; }
    int timesShown = 0;
    bool pinned = false;
};

struct Bench
{
    Bench()
    {
        router.setStack(&stack);
        router.setMaker([this](const QString &route) -> Page * {
            if (route == u"nothing"_s)
                return nullptr;
            ++made;
            return new CountingPage(route);
        });
    }
    CountingPage *page() { return static_cast<CountingPage *>(router.page()); }
    QStackedWidget stack;
    Router router;
    int made = 0;
};

} // namespace

class TestRouter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void makesAPageOnceAndComesBackToIt();
    void anUnknownRouteLeadsToTheStartPage();
    void forgetsTheOldestPageButNotOneThatMayNotBeLeft();
    void rebuildKeepsTheRoute();
};

void TestRouter::makesAPageOnceAndComesBackToIt()
{
    Bench bench;
    QSignalSpy changed(&bench.router, &Router::routeChanged);
    bench.router.go(u"welcome"_s);
    bench.router.go(u"runs"_s);
    QVERIFY(bench.router.canGoBack());
    bench.router.back();
    QCOMPARE(bench.router.route(), u"welcome"_s);
    QCOMPARE(bench.stack.currentWidget(), bench.router.page());
    QCOMPARE(bench.page()->timesShown, 2);
    QCOMPARE(bench.made, 2);
    QCOMPARE(changed.count(), 3);
    QVERIFY(!bench.router.canGoBack());
    bench.router.go(u"welcome"_s); // where we are
    QVERIFY(!bench.router.canGoBack());
    QCOMPARE(bench.page()->timesShown, 3);
}

void TestRouter::anUnknownRouteLeadsToTheStartPage()
{
    Bench bench;
    bench.router.go(u"nothing"_s);
    QCOMPARE(bench.router.route(), u"welcome"_s);
}

void TestRouter::forgetsTheOldestPageButNotOneThatMayNotBeLeft()
{
    Bench bench;
    bench.router.go(u"new-run"_s);
    bench.page()->pinned = true;
    QPointer<Page> draft = bench.router.page();
    bench.router.go(u"first"_s);
    QPointer<Page> first = bench.router.page();
    for (int i = 0; i < 20; ++i)
        bench.router.go(u"run/%1"_s.arg(i));
    QTRY_VERIFY(!first);
    QVERIFY(draft);
    QVERIFY(bench.stack.count() <= 13);
}

void TestRouter::rebuildKeepsTheRoute()
{
    Bench bench;
    bench.router.go(u"welcome"_s);
    bench.router.go(u"runs"_s);
    QPointer<Page> before = bench.router.page();
    bench.router.rebuild();
    QCOMPARE(bench.router.route(), u"runs"_s);
    QVERIFY(bench.router.page() != before);
    QTRY_VERIFY(!before);
    bench.router.back();
    QCOMPARE(bench.router.route(), u"welcome"_s);
}

QTEST_MAIN(TestRouter)
#include "tst_router.moc"
