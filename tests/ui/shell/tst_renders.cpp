// Every page of the shell in both languages, light and dark, at 1366 x 768 and at half of it: nothing is cut, nothing
// without a name. With MOORING_RENDERS=<folder> the pictures are kept there to be looked at.
#include "core/base/language.h"
#include "tests/support/uiwalker.h"
#include "tests/ui/support/windowbench.h"
#include "ui/widgets/page.h"
#include "ui/widgets/style.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;
using mooring::test::WindowBench;

class TestRenders : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyPage_data();
    void everyPage();
};

void TestRenders::everyPage_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    for (const QString &language : {u"en"_s, u"ko"_s}) {
        for (const bool dark : {false, true}) {
            for (const QSize &size : {QSize(1366, 768), QSize(1024, 640), QSize(683, 384)})
                QTest::addRow("%s %s %d", qPrintable(language), dark ? "dark" : "light", size.width())
                    << language << dark << size;
        }
    }
}

void TestRenders::everyPage()
{
    QFETCH(QString, language);
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    WindowBench bench;
    UiSettings::Choices choices = bench.settings->choices();
    choices.language = language;
    bench.settings->choose(choices);
    applyLook(*qApp, dark ? LookChoice::Dark : LookChoice::Light);
    bench.window->resize(size);
    QVERIFY(bench.open(u"welcome"_s));
    QTRY_COMPARE(bench.script->ladders.load(), 1);
    QTRY_COMPARE(bench.jobs->runningCount(), 0);
    QStringList wrong;
    for (const QString &route : {u"welcome"_s, u"targets"_s, u"target/local"_s, u"environments"_s, u"models"_s,
                                 u"endpoints"_s, u"settings"_s}) {
        bench.window->router().go(route);
        QTest::qWait(60); // reads in the background, layout
        for (const QString &line : mooring::test::walkSettledUi(bench.window.get()))
            wrong << route + u": "_s + line;
        if (const QString folder = qEnvironmentVariable("MOORING_RENDERS"); !folder.isEmpty())
            bench.window->grab().save(QDir(folder).filePath(
                u"%1-%2-%3-%4.png"_s.arg(QString(route).replace(u'/', u'-'), language, dark ? u"dark"_s : u"light"_s,
                                         QString::number(size.width()))));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    QCOMPARE(bench.window->size(), size); // nothing forced the window to be larger
}

QTEST_MAIN(TestRenders)
#include "tst_renders.moc"
