// The cards and the page of known machines, looked at.
#include "tests/ui/support/looks.h"
#include "tests/ui/trust/trustbench.h"
#include "ui/shell/promptcard.h"

#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;
using mooring::test::Looks;
using mooring::test::testKey;
using mooring::test::TrustBench;

class TestTrustRenders : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cardsAndPage_data() { Looks::addRows(); }
    void cardsAndPage()
    {
        TrustBench bench;
        Looks looks(bench);
        QVERIFY(bench.open());
        bench.show(testKey('a'));
        QVERIFY(bench.startChecks());
        QVERIFY(bench.appears<QWidget>("newKeyCard"));
        looks.look(u"j1-new"_s);
        bench.find<QLineEdit>("expectedFingerprint")->setText(testKey('a').fingerprint());
        looks.look(u"j1-same"_s);
        MOORING_OK(bench.trust().trust(u"box.lan"_s, 22, testKey('b')));
        bench.show(testKey('a'));
        bench.press("trustOnce");
        QVERIFY(bench.appears<QWidget>("refusedKeyCard"));
        looks.look(u"j2-changed"_s);
        MOORING_OK(bench.trust().trust(u"gpu-box"_s, 22, testKey('c')));
        MOORING_OK(bench.trust().trust(u"10.30.0.5"_s, 2222, testKey('d')));
        bench.window->router().go(u"known-machines"_s);
        looks.look(u"q-known"_s);
        bench.press("addMachineAct");
        looks.look(u"q-add"_s);
        QVERIFY2(looks.wrong().isEmpty(), qPrintable(looks.wrong()));
    }
};

QTEST_MAIN(TestTrustRenders)
#include "tst_trustrenders.moc"
