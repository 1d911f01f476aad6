// Every page of the shell, looked at.
#include "tests/ui/support/looks.h"

#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;
using mooring::test::Looks;
using mooring::test::WindowBench;

class TestRenders : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyPage_data();
    void everyPage();
};

void TestRenders::everyPage_data() { Looks::addRows(); }

void TestRenders::everyPage()
{
    WindowBench bench;
    Looks looks(bench);
    QVERIFY(bench.open(u"welcome"_s));
    QTRY_COMPARE(bench.script->ladders.load(), 1);
    QTRY_COMPARE(bench.jobs->runningCount(), 0);
    for (const QString &route : {u"welcome"_s, u"targets"_s, u"target/local"_s, u"environments"_s, u"models"_s,
                                 u"endpoints"_s, u"settings"_s}) {
        bench.window->router().go(route);
        looks.look(route);
    }
    QVERIFY2(looks.wrong().isEmpty(), qPrintable(looks.wrong()));
}

QTEST_MAIN(TestRenders)
#include "tst_renders.moc"
