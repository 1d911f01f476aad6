// Every step of the wizard, looked at.
#include "tests/ui/support/looks.h"
#include "ui/attach/wizard/attachwizard.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;
using mooring::test::Looks;
using mooring::test::WindowBench;

class TestAttachRenders : public QObject
{
    Q_OBJECT
    WindowBench *m_bench = nullptr;
    Looks *m_looks = nullptr;

    void look(const QString &name) { m_looks->look(name); }
    void press(const char *name) { m_bench->find<QAbstractButton>(name)->click(); }

private Q_SLOTS:
    void everyStep_data() { Looks::addRows(); }
    void everyStep()
    {
        WindowBench bench;
        m_bench = &bench;
        Looks looks(bench);
        m_looks = &looks;
        bench.remote->find(
            {{u"gpu-box-3"_s, u"~/.ssh/config, line 3"_s, {{u"address"_s, u"gpu-box-3"_s}, {u"port"_s, u"2222"_s}}},
             {u"lab-vm"_s, u"~/.ssh/config, line 9"_s, {{u"address"_s, u"lab-vm"_s}}}});
        QVERIFY(bench.open(u"attach"_s));
        auto *page = bench.find<AttachWizard>("attachWizard");
        look(u"e1-kind"_s);
        press("next");
        bench.find<QLineEdit>("targetName")->setText(u"gpu-box-3"_s);
        bench.find<QLineEdit>("field-address")->setText(u"gpu-box-3.lab.example.org"_s);
        bench.find<QLineEdit>("field-port")->setText(u"70022"_s);
        press("choice-password");
        press("rarelyNeeded");
        press("next");
        look(u"e2-form"_s);
        bench.find<QLineEdit>("field-port")->setText(u"2222"_s);
        press("choice-agent");
        bench.remote->hold = true;
        press("next");
        QTRY_COMPARE(page->step(), 2);
        QTRY_COMPARE(bench.remote->secondRuns.load(), 1);
        look(u"e3-ladder"_s);
        bench.remote->broken = true;
        bench.remote->hold = false;
        QTRY_VERIFY(bench.find<QAbstractButton>("next")->isEnabled());
        look(u"e3-failed"_s);
        bench.remote->broken = false;
        press("next");
        QTRY_COMPARE(page->step(), 3);
        look(u"e4-done"_s);
        press("attachAnother");
        press("next");
        bench.find<QLineEdit>("targetName")->setText(u"another"_s);
        bench.find<QLineEdit>("field-address")->setText(u"gpu-box-3"_s);
        press("next");
        QTRY_VERIFY(bench.find<QAbstractButton>("useExisting"));
        look(u"o2-same"_s);
        QVERIFY2(looks.wrong().isEmpty(), qPrintable(looks.wrong()));
    }
};

QTEST_MAIN(TestAttachRenders)
#include "tst_attachrenders.moc"
