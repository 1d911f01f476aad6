// Every step of the wizard in both languages, light and dark, at 1366 x 768 and at half of it: nothing is cut, nothing
// without a name. With MOORING_RENDERS=<folder> the pictures are kept there to be looked at.
#include "tests/support/uiwalker.h"
#include "tests/ui/support/windowbench.h"
#include "ui/attach/wizard/attachwizard.h"
#include "ui/widgets/style.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;
using mooring::test::WindowBench;

class TestAttachRenders : public QObject
{
    Q_OBJECT
    WindowBench *m_bench = nullptr;
    QString m_row;
    QStringList m_wrong;

    void look(const QString &name)
    {
        QTest::qWait(60); // reads in the background, layout
        for (const QString &line : mooring::test::walkSettledUi(m_bench->window.get()))
            m_wrong << name + u": "_s + line;
        if (const QString folder = qEnvironmentVariable("MOORING_RENDERS"); !folder.isEmpty())
            m_bench->window->grab().save(QDir(folder).filePath(u"%1-%2.png"_s.arg(name, m_row)));
    }
    void press(const char *name) { m_bench->find<QAbstractButton>(name)->click(); }

private Q_SLOTS:
    void everyStep_data()
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
    void everyStep()
    {
        QFETCH(QString, language);
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        WindowBench bench;
        m_bench = &bench;
        m_row = QString::fromLatin1(QTest::currentDataTag());
        m_wrong.clear();
        bench.remote->find(
            {{u"gpu-box-3"_s, u"~/.ssh/config, line 3"_s, {{u"address"_s, u"gpu-box-3"_s}, {u"port"_s, u"2222"_s}}},
             {u"lab-vm"_s, u"~/.ssh/config, line 9"_s, {{u"address"_s, u"lab-vm"_s}}}});
        UiSettings::Choices choices = bench.settings->choices();
        choices.language = language;
        bench.settings->choose(choices);
        applyLook(*qApp, dark ? LookChoice::Dark : LookChoice::Light);
        bench.window->resize(size);
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
        QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong.join(u'\n')));
        QCOMPARE(bench.window->size(), size); // nothing forced the window to be larger
    }
};

QTEST_MAIN(TestAttachRenders)
#include "tst_attachrenders.moc"
