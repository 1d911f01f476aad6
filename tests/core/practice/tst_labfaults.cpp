#include "core/practice/world/labfaults.h"
#include "tests/support/testsupport.h"

using namespace mooring;
using namespace Qt::StringLiterals;

class TestLabFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void words_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("strikes"); // of six chances
        QTest::newRow("usual: always") << u"quota-zero"_s << u"quota-zero:always"_s << u"111111"_s;
        QTest::newRow("usual: once") << u"expired-token"_s << u"expired-token:once"_s << u"100000"_s;
        QTest::newRow("once") << u"policy:once"_s << u"policy:once"_s << u"100000"_s;
        QTest::newRow("always") << u"wrong-password:always"_s << u"wrong-password:always"_s << u"111111"_s;
        QTest::newRow("after") << u"nested-error:after-3"_s << u"nested-error:after-3"_s << u"000100"_s;
    }
    void words()
    {
        QFETCH(QString, text);
        const auto fault = ChosenFault::parse(text);
        MOORING_OK(fault);
        QTEST(fault->toText(), "written");
        LabFaults faults;
        faults.set({*fault});
        QString strikes;
        for (int i = 0; i < 6; ++i)
            strikes += faults.strikes(fault->fault) ? u'1' : u'0';
        QTEST(strikes, "strikes");
        QCOMPARE(faults.all().begin()->second.lastAt.has_value(), true);
    }

    void refused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("fix");
        QTest::newRow("slip") << u"quota-zer"_s << u"quota-zero"_s;
        QTest::newRow("unknown") << u"earthquake"_s << u"policy"_s;
        QTest::newRow("when") << u"policy:often"_s << u"policy:once"_s;
        QTest::newRow("after what") << u"policy:after-x"_s << u"after-N"_s;
        QTest::newRow("after less than nothing") << u"policy:after--1"_s << u"after-N"_s;
    }
    void refused()
    {
        QFETCH(QString, text);
        QFETCH(QString, fix);
        const auto fault = ChosenFault::parse(text);
        QVERIFY(!fault);
        QCOMPARE(fault.error().code, u"practice.unknownFault"_s);
        QCOMPARE(fault.error().kind, ErrorKind::Usage);
        QVERIFY2(fault.error().fix.contains(fix), qPrintable(fault.error().fix));
    }

    void countsLiveThroughOthers() // switching one on does not begin another anew
    {
        LabFaults faults;
        const auto once = ChosenFault::parse(u"policy:once"_s);
        faults.set({*once});
        QVERIFY(faults.strikes(LabFault::PolicyRefusal));
        faults.set({*once, *ChosenFault::parse(u"quota-zero"_s)});
        QVERIFY(!faults.strikes(LabFault::PolicyRefusal));
        QVERIFY(faults.strikes(LabFault::QuotaZero));
        faults.set({});
        QVERIFY(!faults.strikes(LabFault::QuotaZero));
    }

    void everyFaultHasItsWords()
    {
        QStringList words;
        for (const LabFaultInfo &info : labFaults()) {
            QVERIFY(!info.title.isEmpty() && !info.looks.isEmpty());
            MOORING_OK(ChosenFault::parse(info.word));
            words << info.word;
        }
        QCOMPARE(words.size(), 10);
        QCOMPARE(words.removeDuplicates(), 0);
    }
};

QTEST_GUILESS_MAIN(TestLabFaults)
#include "tst_labfaults.moc"
