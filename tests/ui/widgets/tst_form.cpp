#include "ui/widgets/button.h"
#include "ui/widgets/decisiondialog.h"
#include "ui/widgets/form.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/style.h"
#include "ui/widgets/tabbar.h"
#include "ui/widgets/wizardpage.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

QString portCheck(const QLineEdit *edit)
{
    const int port = edit->text().toInt();
    return port >= 1 && port <= 65535 ? QString() : u"A port is a number from 1 to 65535."_s;
}

QString nameOf(QWidget *widget) { return QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name); }

} // namespace

class TestForm : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, LookChoice::Light); }

    void checksOnLeavingAndOnlyClearsWhileTyping()
    {
        QWidget window;
        auto *form = new Form(&window);
        form->resize(800, 300);
        QLineEdit *port = textField(96), *other = textField(240);
        FormRow *row = form->addRow(u"Port"_s, port, u"Help"_s);
        form->addRow(u"Other"_s, other);
        row->setCheck([port] { return portCheck(port); });
        window.resize(800, 300);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        port->setFocus();
        QTest::keyClicks(port, u"70022"_s);
        QVERIFY(row->error().isEmpty()); // still typing
        other->setFocus();
        QTRY_VERIFY(!row->error().isEmpty());
        QVERIFY(port->property("mooringError").toBool());
        QCOMPARE(port->accessibleDescription(), row->error());
        port->setFocus();
        QTest::keyClick(port, Qt::Key_Backspace); // 7002
        QVERIFY(row->error().isEmpty());
        QCOMPARE(port->accessibleDescription(), u"Help"_s);
    }
    void labelsAreNamesAndBuddies()
    {
        Form form;
        QLineEdit *edit = textField(96);
        form.addRow(u"Port"_s, edit);
        QCOMPARE(nameOf(edit), u"Port"_s);
    }
    void checkAllGoesToTheFirstWrongOneAndOpensItsFold()
    {
        QWidget window;
        auto *form = new Form(&window);
        QLineEdit *good = textField(240), *bad = textField(240);
        form->addRow(u"Good"_s, good)->setCheck([] { return QString(); });
        Button *fold = form->addFold(u"Rarely needed"_s);
        FormRow *row = form->addRow(u"Bad"_s, bad);
        row->setCheck([] { return u"Wrong."_s; });
        window.resize(800, 300);
        form->resize(800, 300);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QVERIFY(!bad->isVisible());
        QCOMPARE(form->checkAll(), row);
        QVERIFY(bad->isVisible() && fold->isChecked());
        QTRY_VERIFY(bad->hasFocus());
        QCOMPARE(form->firstError(), row);
    }
    void settlesAfterTheLastChange()
    {
        Form form;
        QLineEdit *edit = textField(240);
        QSignalSpy settled(form.addRow(u"Path"_s, edit), &FormRow::settled);
        edit->setText(u"/t"_s);
        edit->setText(u"/tm"_s);
        QTRY_COMPARE(settled.size(), 1);
    }
    void secretIsNeverCopiedAndEyeToggles()
    {
        SecretField field;
        field.show();
        field.edit()->setText(u"hunter2"_s);
        QApplication::clipboard()->setText(u"before"_s);
        auto *eye = field.findChild<Button *>();
        QTest::keyClick(eye, Qt::Key_Space);
        QCOMPARE(field.edit()->echoMode(), QLineEdit::Normal);
        field.edit()->selectAll();
        QTest::keyClick(field.edit(), Qt::Key_C, Qt::ControlModifier);
        QTest::keyClick(field.edit(), Qt::Key_X, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"before"_s);
        QCOMPARE(field.secret(), QByteArray("hunter2"));
        QTest::keyClick(eye, Qt::Key_Space);
        QCOMPARE(field.edit()->echoMode(), QLineEdit::Password);
        field.clear();
        QVERIFY(field.isEmpty() && !field.edit()->isUndoAvailable());
        field.setStored(u"stored 12 May"_s);
        QVERIFY(field.keepsStored());
        field.findChild<Button *>(u"replaceSecret"_s)->click();
        QVERIFY(!field.keepsStored());
    }
    void segmentsAreChosenByArrows()
    {
        SegmentedControl control(u"Sign in with"_s);
        control.addChoice(u"key"_s, u"Key"_s);
        control.addChoice(u"password"_s, u"Password"_s);
        control.show();
        QVERIFY(QTest::qWaitForWindowActive(&control));
        QSignalSpy chosen(&control, &SegmentedControl::chosen);
        QCOMPARE(control.current(), u"key"_s);
        auto *first = control.findChild<QAbstractButton *>(u"choice-key"_s);
        first->setFocus();
        QTest::keyClick(first, Qt::Key_Right);
        QCOMPARE(control.current(), u"password"_s);
        QCOMPARE(QAccessible::queryAccessibleInterface(first)->role(), QAccessible::RadioButton);
        control.setCurrent(u"key"_s);
        QCOMPARE(control.current(), u"key"_s);
    }
    void tabsHaveCountsAndNumberKeys()
    {
        TabBar tabs;
        tabs.addTab(u"log"_s, u"Log"_s);
        tabs.addTab(u"metrics"_s, u"Metrics"_s);
        tabs.setCount(u"metrics"_s, u"6"_s);
        tabs.resize(600, 36);
        tabs.show();
        QVERIFY(QTest::qWaitForWindowActive(&tabs));
        QCOMPARE(tabs.current(), u"log"_s);
        QTest::keyClick(&tabs, Qt::Key_2, Qt::ControlModifier);
        QTRY_COMPARE(tabs.current(), u"metrics"_s);
    }
    void wizardEnterOnlyFromAFieldOfOneLine()
    {
        WizardPage page;
        auto *body = new QWidget;
        auto *edit = new QLineEdit(body);
        auto *box = new QCheckBox(u"Box"_s, body);
        page.addStep(u"One"_s, body);
        page.addStep(u"Two"_s, new QWidget);
        page.resize(900, 500);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QSignalSpy next(&page, &WizardPage::nextRequested);
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(next.size(), 1);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Return);
        QCOMPARE(next.size(), 1);
        QVERIFY(!page.backButton()->isEnabled());
        page.setStep(1);
        QVERIFY(page.backButton()->isEnabled());
        QTest::keyClick(&page, Qt::Key_B, Qt::AltModifier);
        QSignalSpy back(&page, &WizardPage::backRequested);
        page.backButton()->click();
        QCOMPARE(back.size(), 1);
    }
    void decisionLosesNothingByEnterAndEsc_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("enter") << int(Qt::Key_Return);
        QTest::newRow("escape") << int(Qt::Key_Escape);
    }
    void decisionLosesNothingByEnterAndEsc()
    {
        QFETCH(int, key);
        DecisionDialog dialog(u"Delete"_s, u"All of it goes."_s, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.setDanger(u"Delete"_s);
        QSignalSpy accepted(&dialog, &QDialog::accepted), rejected(&dialog, &QDialog::rejected);
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QVERIFY(dialog.cancelAct()->hasFocus());
        QTest::keyClick(dialog.cancelAct(), Qt::Key(key));
        QCOMPARE(rejected.size(), 1);
        QCOMPARE(accepted.size(), 0);
    }

    void enterDoesWhatHasTheFocus()
    {
        DecisionDialog dialog(u"Detach"_s, u"It is forgotten."_s, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.setDanger(u"Detach"_s);
        QSignalSpy accepted(&dialog, &QDialog::accepted), rejected(&dialog, &QDialog::rejected);
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QTest::keyClick(dialog.cancelAct(), Qt::Key_Tab);
        QVERIFY(dialog.dangerAct()->hasFocus());
        QTest::keyClick(dialog.dangerAct(), Qt::Key_Return);
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(rejected.size(), 0);
    }

    void aNameThatIsTypedLeadsToTheAct()
    {
        DecisionDialog dialog(u"Delete"_s, u"All of it goes."_s, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.setDanger(u"Delete"_s);
        dialog.askName(u"lab-vm"_s);
        auto *name = dialog.findChild<QLineEdit *>(u"name"_s);
        QSignalSpy accepted(&dialog, &QDialog::accepted), rejected(&dialog, &QDialog::rejected);
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QVERIFY(name->hasFocus());
        QTest::keyClicks(name, u"lab-v"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(name->hasFocus() && !dialog.dangerAct()->isEnabled());
        QTest::keyClicks(name, u"m"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(dialog.dangerAct()->hasFocus());
        QCOMPARE(accepted.size() + rejected.size(), 0);
        QTest::keyClick(dialog.dangerAct(), Qt::Key_Return);
        QCOMPARE(accepted.size(), 1);
    }
};

QTEST_MAIN(TestForm)
#include "tst_form.moc"
