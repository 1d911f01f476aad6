// The cards and the page of known machines in both languages, light and dark, wide and narrow: nothing is cut, nothing
// without a name. With MOORING_RENDERS=<folder> the pictures are kept there to be looked at.
#include "tests/support/uiwalker.h"
#include "tests/ui/trust/trustbench.h"
#include "ui/shell/promptcard.h"
#include "ui/widgets/style.h"

#include <QApplication>
#include <QDir>
#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;
using mooring::test::testKey;
using mooring::test::TrustBench;

class TestTrustRenders : public QObject
{
    Q_OBJECT
    TrustBench *m_bench = nullptr;
    QStringList m_wrong;

    void look(const QString &name)
    {
        QTest::qWait(60); // reads in the background, layout
        for (const QString &line : mooring::test::walkSettledUi(m_bench->window.get()))
            m_wrong << name + u": "_s + line;
        if (const QString folder = qEnvironmentVariable("MOORING_RENDERS"); !folder.isEmpty())
            m_bench->window->grab().save(
                QDir(folder).filePath(u"%1-%2.png"_s.arg(name, QString::fromLatin1(QTest::currentDataTag()))));
    }

private Q_SLOTS:
    void cardsAndPage_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        for (const QString &language : {u"en"_s, u"ko"_s}) {
            for (const bool dark : {false, true}) {
                for (const QSize &size : {QSize(1366, 768), QSize(683, 384)})
                    QTest::addRow("%s-%s-%d", qPrintable(language), dark ? "dark" : "light", size.width())
                        << language << dark << size;
            }
        }
    }
    void cardsAndPage()
    {
        QFETCH(QString, language);
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        TrustBench bench;
        m_bench = &bench;
        m_wrong.clear();
        UiSettings::Choices choices = bench.settings->choices();
        choices.language = language;
        bench.settings->choose(choices);
        applyLook(*qApp, dark ? LookChoice::Dark : LookChoice::Light);
        bench.window->resize(size);
        QVERIFY(bench.open());
        bench.show(testKey('a'));
        QVERIFY(bench.startChecks());
        QVERIFY(bench.appears<QWidget>("newKeyCard"));
        look(u"j1-new"_s);
        bench.find<QLineEdit>("expectedFingerprint")->setText(testKey('a').fingerprint());
        look(u"j1-same"_s);
        MOORING_OK(bench.trust().trust(u"box.lan"_s, 22, testKey('b')));
        bench.show(testKey('a'));
        bench.press("trustOnce");
        QVERIFY(bench.appears<QWidget>("refusedKeyCard"));
        look(u"j2-changed"_s);
        MOORING_OK(bench.trust().trust(u"gpu-box"_s, 22, testKey('c')));
        MOORING_OK(bench.trust().trust(u"10.30.0.5"_s, 2222, testKey('d')));
        bench.window->router().go(u"known-machines"_s);
        look(u"q-known"_s);
        QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong.join(u'\n')));
        QCOMPARE(bench.window->size(), size);
    }
};

QTEST_MAIN(TestTrustRenders)
#include "tst_trustrenders.moc"
