#include "ui/context/pageregistry.h"

#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;

class TestPageRegistry : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesRoutesApart_data();
    void takesRoutesApart();
    void whatNobodyRegisteredIsNull();
};

void TestPageRegistry::takesRoutesApart_data()
{
    QTest::addColumn<QString>("route");
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("source");
    QTest::newRow("plain") << u"runs"_s << u"runs"_s << QString() << QString();
    QTest::newRow("name") << u"run/train-7"_s << u"run"_s << u"train-7"_s << QString();
    QTest::newRow("encoded") << u"target/a%2Fb%20c"_s << u"target"_s << u"a/b c"_s << QString();
    QTest::newRow("query") << u"new-run?source=%2Fhome%2Fa%20b%26c"_s << u"new-run"_s << QString() << u"/home/a b&c"_s;
    QTest::newRow("slash in the query") << u"new-run?source=/home/x"_s << u"new-run"_s << QString() << u"/home/x"_s;
    QTest::newRow("name and query") << u"run/x?source=y"_s << u"run"_s << u"x"_s << u"y"_s;
    QTest::newRow("korean") << u"target/%EC%8B%A4"_s << u"target"_s << u"실"_s << QString();
    QTest::newRow("empty") << QString() << QString() << QString() << QString();
}

void TestPageRegistry::takesRoutesApart()
{
    QFETCH(QString, route);
    QTEST(PageRegistry::prefixOf(route), "prefix");
    QTEST(PageRegistry::nameOf(route), "name");
    QTEST(PageRegistry::queryValue(route, u"source"_s), "source");
}

void TestPageRegistry::whatNobodyRegisteredIsNull()
{
    PageRegistry registry;
    registry.registerPage(u"run"_s, [](const AppContext &, const QString &) -> Page * { return nullptr; });
    QVERIFY(registry.page(u"run/7"_s));
    QVERIFY(!registry.page(u"runs"_s));
    QVERIFY(!registry.part(u"runs-of-target"_s));
}

QTEST_MAIN(TestPageRegistry)
#include "tst_pageregistry.moc"
