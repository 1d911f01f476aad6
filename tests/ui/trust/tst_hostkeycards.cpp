#include "core/targets/targetservice.h"
#include "tests/ui/trust/trustbench.h"
#include "ui/shell/sidebar.h"
#include "ui/trust/newkeycard.h"
#include "ui/trust/refusedkeycard.h"
#include "ui/widgets/button.h"
#include "ui/widgets/ladder.h"
#include "ui/widgets/textlabel.h"

#include <QLabel>
#include <QTest>

#include <algorithm>

using namespace mooring;
using namespace Qt::StringLiterals;
using mooring::test::testKey;
using mooring::test::TrustBench;

class TestHostKeyCards : public QObject
{
    Q_OBJECT
    static bool says(const TrustBench &bench, const QString &text)
    {
        const QList<TextLabel *> labels = bench.page()->findChildren<TextLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const TextLabel *label) { return label->isVisible() && label->text().contains(text); });
    }

private Q_SLOTS:
    void aNewKeyIsComparedTrustedAndTheChecksGoOn()
    {
        TrustBench bench;
        QVERIFY(bench.open());
        const HostKey key = testKey('a');
        bench.show(key);
        QVERIFY(bench.startChecks());
        QVERIFY(bench.appears<NewKeyCard>("newKeyCard"));
        auto *expected = bench.find<QLineEdit>("expectedFingerprint");
        auto *always = bench.find<Button>("trustAlways");
        QTRY_VERIFY(expected->hasFocus());
        QCOMPARE(bench.find<Ladder>("ladder")->rows()[0].glyph, Glyph::Waiting);
        QVERIFY(!bench.services->targets->find(u"box"_s));
        QCOMPARE(always->kind(), ButtonKind::Edge);
        QTest::keyClicks(expected, key.fingerprint().left(12));
        QVERIFY(bench.find<QLabel>("fingerprintResult")->text().startsWith(u"5 of 43"_s));
        expected->setText(u"256 "_s + key.fingerprint() + u" root@box (ED25519)"_s);
        QVERIFY(bench.find<QLabel>("fingerprintResult")->text().contains(u"all 43"_s));
        QCOMPARE(always->kind(), ButtonKind::Filled);
        QCOMPARE(bench.find<Button>("next")->kind(), ButtonKind::Edge); // one filled button a page
        bench.remote->ask({}, {});
        QTest::keyClick(expected, Qt::Key_Return); // now, and only now, it means "Trust from now on"
        QTRY_COMPARE(bench.page()->step(), 3);
        QCOMPARE(bench.trust().judge(u"box.lan"_s, 22, key).verdict, HostKeyVerdict::Known);
        QVERIFY(QFile::exists(bench.trust().ownFile()));
    }

    void onceIsNotWritten()
    {
        TrustBench bench;
        QVERIFY(bench.open());
        bench.show(testKey('b'));
        QVERIFY(bench.startChecks());
        QVERIFY(bench.appears<NewKeyCard>("newKeyCard"));
        bench.remote->ask({}, {});
        bench.press("trustOnce");
        QTRY_COMPARE(bench.page()->step(), 3);
        QVERIFY(!QFile::exists(bench.trust().ownFile()));
        MOORING_OK(bench.trust().decide(bench.trust().judge(u"box.lan"_s, 22, testKey('b'))));
    }

    void escAndEnterDoNotTrust_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("Esc") << int(Qt::Key_Escape);
        QTest::newRow("Enter") << int(Qt::Key_Return);
    }
    void escAndEnterDoNotTrust()
    {
        QFETCH(int, key);
        TrustBench bench;
        QVERIFY(bench.open());
        bench.show(testKey('c'));
        QVERIFY(bench.startChecks());
        QVERIFY(bench.appears<NewKeyCard>("newKeyCard"));
        auto *expected = bench.find<QLineEdit>("expectedFingerprint");
        expected->setText(testKey('d').fingerprint()); // another key's
        QVERIFY(bench.find<QLabel>("fingerprintResult")->text().contains(u"Do not trust it"_s));
        const int ladders = bench.remote->firstRuns;
        QTest::keyClick(expected, Qt::Key(key));
        QTRY_VERIFY(!bench.find<NewKeyCard>("newKeyCard"));
        QVERIFY(says(bench, u"Not trusted."_s));
        QCOMPARE(bench.page()->step(), 2);
        QCOMPARE(bench.remote->firstRuns.load(), ladders);
        QVERIFY(!QFile::exists(bench.trust().ownFile()));
        QVERIFY(!bench.services->targets->find(u"box"_s));
        QCOMPARE(bench.find<Ladder>("ladder")->rows()[0].glyph, Glyph::Failed);
        QVERIFY(bench.find<Button>("next")->isEnabled()); // check again
    }

    void aKeyThatCannotBeWrittenIsSaid()
    {
        TrustBench bench;
        QVERIFY(bench.open());
        MOORING_OK(bench.trust().trust(u"box.lan"_s, 22, testKey('x'))); // meanwhile somebody trusted another one
        HostKeyFinding finding{u"box.lan"_s, 22, testKey('e'), HostKeyVerdict::Unknown, {}};
        bench.remote->ask(u"hostKey"_s, finding.toJson());
        QVERIFY(bench.startChecks());
        QVERIFY(bench.appears<NewKeyCard>("newKeyCard"));
        bench.press("trustAlways");
        QTRY_VERIFY(bench.find<QLabel>("trustProblem")->isVisible());
        QVERIFY(!bench.find<QLabel>("trustProblem")->text().isEmpty());
        QVERIFY(bench.find<Button>("doNotTrust")->isEnabled());
    }

    void aChangedKeyHasNoAccept()
    {
        TrustBench bench;
        QVERIFY(bench.open());
        MOORING_OK(bench.trust().trust(u"box.lan"_s, 22, testKey('f')));
        bench.show(testKey('g'));
        QVERIFY(bench.startChecks());
        QVERIFY(bench.appears<RefusedKeyCard>("refusedKeyCard"));
        QVERIFY(!bench.find<QWidget>("trustAlways"));
        QVERIFY(!bench.find<QWidget>("trustOnce"));
        QTRY_VERIFY(bench.find<Button>("doNotConnect")->hasFocus());
        QCOMPARE(bench.find<Button>("doNotConnect")->kind(), ButtonKind::Filled);
        QCOMPARE(bench.find<Button>("next")->kind(), ButtonKind::Edge);
        QCOMPARE(bench.find<Ladder>("ladder")->rows()[0].glyph, Glyph::Failed);
        bench.press("openKnownMachines");
        QCOMPARE(bench.window->router().route(), u"known-machines"_s);
        bench.window->router().go(u"attach"_s);
        bench.press("doNotConnect");
        QTRY_VERIFY(!bench.find<QWidget>("refusedKeyCard"));
        QVERIFY(!bench.services->targets->find(u"box"_s));
    }
};

QTEST_MAIN(TestHostKeyCards)
#include "tst_hostkeycards.moc"
