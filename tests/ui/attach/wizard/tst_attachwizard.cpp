#include "core/credentials/credentialstore.h"
#include "core/targets/describedkind.h"
#include "core/targets/targetservice.h"
#include "tests/support/testsupport.h"
#include "tests/ui/support/windowbench.h"
#include "ui/attach/wizard/attachwizard.h"
#include "ui/attach/wizard/checkstep.h"
#include "ui/attach/wizard/foundlist.h"
#include "ui/attach/wizard/homedesk.h"
#include "ui/attach/wizard/kindlist.h"
#include "ui/context/draftshelf.h"
#include "ui/shell/sidebar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/formrow.h"
#include "ui/widgets/ladder.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/textlabel.h"
#include "ui/workspace/loglines.h"
#include "ui/workspace/workspacemodel.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QLineEdit>
#include <QTest>
#include <QTreeView>

#include <algorithm>

using namespace mooring;
using namespace Qt::StringLiterals;
using mooring::test::WindowBench;

namespace {

/// The wizard in a real window, driven through its widgets.
struct Wizard : WindowBench
{
    using WindowBench::WindowBench;
    explicit Wizard(const QString &profileFolder) : WindowBench(profileFolder) {}

    AttachWizard *page() const { return find<AttachWizard>("attachWizard"); }
    bool openWizard(const QString &route = u"attach"_s)
    {
        return open(route) && QTest::qWaitFor([this] { return page() && !page()->header()->title().isEmpty(); });
    }
    template <class T>
    T *part(const QString &name) const
    {
        return page()->findChild<T *>(name);
    }
    void press(const QString &name) const { part<QAbstractButton>(name)->click(); }
    void type(const QString &field, const QString &text) const { part<QLineEdit>(field)->setText(text); }
    bool says(const QString &text) const
    {
        const QList<TextLabel *> labels = page()->findChildren<TextLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const TextLabel *label) { return label->isVisible() && label->text().contains(text); });
    }
    void fill() const
    {
        press(u"next"_s);
        type(u"field-address"_s, u"box.lan"_s);
        type(u"targetName"_s, u"box"_s);
    }
    Glyph rung(int at) const { return part<Ladder>(u"ladder"_s)->rows()[size_t(at)].glyph; }
    QModelIndex row(const QString &name) const
    {
        const auto *tree = window->sidebar()->tree();
        const QModelIndex group = tree->model()->index(WorkspaceModel::Targets, 0);
        for (int i = 0; i < tree->model()->rowCount(group); ++i) {
            if (tree->model()->index(i, 0, group).data().toString() == name)
                return tree->model()->index(i, 0, group);
        }
        return {};
    }
};

} // namespace

class TestAttachWizard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void kindsOfAzureMlAreGrey()
    {
        KindRegistry registry;
        KindDescription lake;
        lake.id = u"lake"_s;
        lake.title = lake.summary = [] { return u"Lake"_s; };
        registry.add(std::make_unique<DescribedKind>(std::move(lake)));
        KindList kinds(registry, &HomeDesk::reason);
        kinds.select(u"lake"_s);
        QVERIFY(kinds.kind().isEmpty());
        kinds.setCurrentIndex(kinds.model()->index(0, 0));
        QVERIFY(kinds.kind().isEmpty());
        QVERIFY(
            kinds.currentIndex().data(Qt::AccessibleTextRole).toString().endsWith(u"Needs an Azure ML workspace."_s));
    }

    void kindsSayWhatTheyCan()
    {
        Wizard bench;
        bench.remote->retired = true;
        QVERIFY(bench.openWizard());
        auto *kinds = bench.part<KindList>(u"kindList"_s);
        QStringList texts;
        for (int i = 0; i < kinds->model()->rowCount(); ++i)
            texts << kinds->model()->index(i, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY(texts[1].contains(u"can train"_s));
        QVERIFY(texts[1].contains(u"cannot serve inference"_s));
        QVERIFY(texts[1].contains(u"Retired"_s));
        QCOMPARE(kinds->kind(), u"remote"_s); // the first that can be attached
        kinds->setCurrentIndex(kinds->model()->index(0, 0));
        QVERIFY(kinds->kind().isEmpty());
        bench.press(u"next"_s);
        QCOMPARE(bench.page()->step(), 0);
        QVERIFY(bench.says(u"Choose a kind that can be attached."_s));
    }

    void fromNothingToATarget()
    {
        Wizard bench;
        QVERIFY(bench.openWizard());
        bench.fill();
        QCOMPARE(bench.page()->step(), 1);
        QTRY_VERIFY(bench.says(u"Read: box.lan."_s)); // in the help's place, after a while, in the background
        QTRY_VERIFY(bench.row(u"box"_s).isValid());   // the draft stands in the tree
        QCOMPARE(bench.row(u"box"_s).data(WorkspaceModel::GlyphRole).toInt(), int(Glyph::NotBegun));
        bench.remote->hold = true;
        bench.press(u"next"_s);
        QTRY_COMPARE(bench.page()->step(), 2);
        QCOMPARE(bench.part<Ladder>(u"ladder"_s)->rows().size(), size_t(3)); // waiting ones from the start
        QTRY_COMPARE(bench.rung(0), Glyph::Good);
        QTRY_COMPARE(bench.rung(1), Glyph::Preparing);
        QCOMPARE(bench.rung(2), Glyph::NotBegun);
        QVERIFY(!bench.part<QAbstractButton>(u"next"_s)->isEnabled());
        QVERIFY(bench.part<QAbstractButton>(u"stop"_s)->isVisible());
        QTRY_VERIFY(bench.part<LogLinesView>(u"provisioningLog"_s)->lines()->allText().contains(u"knocking"_s));
        QCOMPARE(bench.row(u"box"_s).data(WorkspaceModel::GlyphRole).toInt(), int(Glyph::Preparing));
        bench.window->router().go(u"targets"_s); // one may look elsewhere meanwhile
        bench.remote->hold = false;
        QTRY_COMPARE(bench.page()->step(), 3);
        bench.window->router().go(u"attach"_s);
        MOORING_OK(bench.services->targets->find(u"box"_s));
        QVERIFY(bench.says(u"box is attached"_s));
        QVERIFY(bench.says(u"2 passed, 1 warned"_s));
        QTRY_COMPARE(bench.part<CodeBox>(u"attachCommand"_s)->text(),
                     u"mooring attach remote box --set address=box.lan"_s);
        QVERIFY(bench.settings->layout("drafts").empty());
        QTRY_COMPARE(bench.row(u"box"_s).data(WorkspaceModel::RouteRole).toString(), u"target/box"_s);
        bench.press(u"next"_s);
        QTRY_COMPARE(bench.window->router().route(), u"target/box"_s);
        QCOMPARE(bench.page()->step(), 0); // ready for another
    }

    void enterOnAKindGoesOneStep()
    {
        Wizard bench;
        QVERIFY(bench.openWizard());
        auto *kinds = bench.part<KindList>(u"kindList"_s);
        QTRY_VERIFY(kinds->hasFocus()); // from the start
        QTest::keyClick(kinds, Qt::Key_Return);
        QCOMPARE(bench.page()->step(), 1);
        QVERIFY(bench.part<QLineEdit>(u"targetName"_s)->hasFocus());
        const QList<FormRow *> rows = bench.page()->findChildren<FormRow *>();
        QVERIFY(std::all_of(rows.begin(), rows.end(), [](const FormRow *row) { return row->error().isEmpty(); }));
    }

    void whatIsThrownAwayTakesItsErrorsAlong()
    {
        Wizard bench;
        QVERIFY(bench.openWizard());
        bench.press(u"next"_s);
        bench.type(u"targetName"_s, u"box"_s);
        bench.type(u"field-address"_s, u"a b"_s);
        bench.press(u"next"_s);
        const auto wrong = [&] {
            const QList<FormRow *> rows = bench.page()->findChildren<FormRow *>();
            return std::count_if(rows.begin(), rows.end(), [](const FormRow *row) { return !row->error().isEmpty(); });
        };
        QVERIFY(wrong() > 0);
        QVERIFY(bench.says(u"An address has no spaces."_s));
        QTRY_VERIFY(bench.row(u"box"_s).isValid());
        Q_EMIT bench.window->sidebar()->deleteWanted(bench.row(u"box"_s)); // in the tree
        QTRY_COMPARE(bench.page()->step(), 0);
        QVERIFY(!bench.says(u"An address has no spaces."_s));
        bench.press(u"next"_s);
        QCOMPARE(bench.page()->step(), 1);
        QCOMPARE(wrong(), 0);
        QVERIFY(bench.part<QLineEdit>(u"targetName"_s)->text().isEmpty());
    }

    void theRungThatRunsCanBeSkipped()
    {
        Wizard bench;
        QVERIFY(bench.openWizard());
        bench.fill();
        bench.remote->hold = true; // for good: nobody lets it go
        bench.press(u"next"_s);
        QTRY_COMPARE(bench.page()->step(), 2);
        QTRY_COMPARE(bench.rung(1), Glyph::Preparing);
        QVERIFY(bench.part<Ladder>(u"ladder"_s)->hasFocus()); // the button that had it is off
        QVERIFY(bench.part<QAbstractButton>(u"skipCheck"_s)->isVisible());
        bench.press(u"skipCheck"_s);
        QTRY_COMPARE(bench.page()->step(), 3);
        QVERIFY(bench.part<QAbstractButton>(u"next"_s)->hasFocus());
        QCOMPARE(bench.rung(0), Glyph::Good);
        QCOMPARE(bench.rung(1), Glyph::LeftOut);
        QCOMPARE(bench.rung(2), Glyph::LeftOut);     // needs it
        QCOMPARE(bench.remote->firstRuns.load(), 1); // what had passed is not asked again
        QTRY_VERIFY(bench.part<CodeBox>(u"attachCommand"_s)->text().contains(u"--skip-rung signin"_s));
        const auto target = bench.services->targets->find(u"box"_s);
        MOORING_OK(target);
        QCOMPARE(target->lastCheck->find(u"signin"_s)->verdict, Verdict::Skipped);
        bench.remote->hold = false;
    }

    void theRungThatFailedCanBeSkippedOrRunAgain()
    {
        Wizard bench;
        QVERIFY(bench.openWizard());
        bench.fill();
        bench.remote->broken = true;
        bench.press(u"next"_s);
        QTRY_VERIFY(bench.part<QAbstractButton>(u"skipCheck"_s)->isVisible());
        QTRY_COMPARE(bench.rung(1), Glyph::Failed);
        auto *ladder = bench.part<Ladder>(u"ladder"_s);
        ladder->select(u"signin"_s);
        QTRY_VERIFY(bench.jobs->runningCount() == 0);
        const int before = bench.remote->secondRuns;
        QTest::keyClick(ladder, Qt::Key_R);
        QTRY_COMPARE(bench.remote->secondRuns.load(), before + 1);
        QTRY_VERIFY(bench.jobs->runningCount() == 0);
        QVERIFY(!bench.services->targets->find(u"box"_s));
        bench.press(u"skipCheck"_s);
        QTRY_COMPARE(bench.page()->step(), 3);
        QCOMPARE(bench.remote->secondRuns.load(), before + 1);
        MOORING_OK(bench.services->targets->find(u"box"_s));
    }

    void aWrongFieldTakesTheFocus()
    {
        Wizard bench;
        QVERIFY(bench.openWizard());
        bench.press(u"next"_s);
        bench.type(u"field-address"_s, u"a b"_s);
        bench.type(u"targetName"_s, u"box"_s);
        bench.press(u"next"_s);
        QCOMPARE(bench.page()->step(), 1);
        QVERIFY(bench.part<QLineEdit>(u"field-address"_s)->hasFocus());
        QVERIFY(bench.says(u"Address: An address has no spaces."_s));
        QCOMPARE(bench.part<QLineEdit>(u"field-address"_s)->accessibleDescription(), u"An address has no spaces."_s);
        bench.type(u"field-address"_s, u"ab"_s); // typing takes an error away
        QVERIFY(bench.part<QLineEdit>(u"field-address"_s)->accessibleDescription() != u"An address has no spaces."_s);
        bench.type(u"field-port"_s, u"70022"_s);
        bench.press(u"next"_s);
        QVERIFY(bench.part<QLineEdit>(u"field-port"_s)->hasFocus());
        bench.type(u"field-port"_s, u"22"_s);
        bench.type(u"targetName"_s, u"local"_s);
        QTRY_VERIFY((bench.press(u"next"_s), bench.says(u"There is already a target named local."_s)));
        QCOMPARE(bench.remote->firstRuns.load(), 0);
    }

    void fieldsComeAndGoAndSecretsStaySecret()
    {
        Wizard bench;
        QVERIFY(bench.openWizard());
        bench.fill();
        auto *password = bench.part<SecretField>(u"field-password"_s);
        QVERIFY(!password->isVisible());
        bench.press(u"choice-password"_s);
        QVERIFY(password->isVisible());
        QVERIFY(!bench.part<QLineEdit>(u"field-workFolder"_s)->isVisible()); // rarely needed
        bench.press(u"rarelyNeeded"_s);
        QVERIFY(bench.part<QLineEdit>(u"field-workFolder"_s)->isVisible());
        bench.press(u"next"_s);
        QVERIFY(bench.says(u"Password is needed."_s));
        password->edit()->setText(u"hunter22"_s);
        // There is no keychain here: the box says so and cannot be ticked.
        QTRY_VERIFY(!bench.part<QCheckBox>(u"keep-password"_s)->isEnabled());
        QVERIFY(!bench.part<QCheckBox>(u"keep-password"_s)->isChecked());
        bench.settings->flush();
        QFile file(bench.settings->path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray kept = file.readAll();
        QVERIFY(kept.contains("box.lan"));
        QVERIFY(!kept.contains("hunter22"));
        bench.press(u"next"_s);
        QTRY_COMPARE(bench.page()->step(), 3);
        QCOMPARE(bench.remote->password, QByteArray("hunter22"));
        QCOMPARE(bench.services->credentials->read(u"target/box/password"_s, {}).valueOr({}), QByteArray("hunter22"));
        QTRY_VERIFY(bench.part<CodeBox>(u"attachCommand"_s)->text().contains(u"--secret password=-"_s));
        bench.press(u"attachAnother"_s);
        bench.press(u"next"_s);
        QVERIFY(bench.part<SecretField>(u"field-password"_s)->isEmpty());
    }

    void aFailedLadderKeepsAllAndCanRunAgain()
    {
        Wizard bench;
        bench.remote->broken = true;
        QVERIFY(bench.openWizard());
        bench.fill();
        bench.press(u"next"_s);
        QTRY_VERIFY(bench.page()->step() == 2 && bench.says(u"Not attached. Sign-in: it does not know you"_s));
        QVERIFY(!bench.services->targets->find(u"box"_s));
        QCOMPARE(bench.rung(1), Glyph::Failed);
        QCOMPARE(bench.rung(2), Glyph::LeftOut);
        QCOMPARE(bench.part<Ladder>(u"ladder"_s)->rows()[1].fix, u"sudo let-me in"_s);
        QCOMPARE(bench.part<QLabel>(u"rungAnswer"_s)->text(), u"it does not know you"_s);
        bench.press(u"back"_s);
        QCOMPARE(bench.part<QLineEdit>(u"field-address"_s)->text(), u"box.lan"_s);
        bench.press(u"next"_s);
        QTRY_COMPARE(bench.remote->secondRuns.load(), 2);
        QTRY_VERIFY(bench.part<QAbstractButton>(u"next"_s)->isEnabled());
        bench.remote->broken = false;
        auto *ladder = bench.part<Ladder>(u"ladder"_s);
        ladder->select(u"signin"_s);
        ladder->setFocus();
        QTest::keyClick(ladder, Qt::Key_R); // this one again, and what was left out because of it
        QTRY_COMPARE(bench.page()->step(), 3);
        QCOMPARE(bench.remote->firstRuns.load(), 2);
        QCOMPARE(bench.services->targets->find(u"box"_s)->lastCheck->rungs.size(), size_t(3));
    }

    void stopAttachesNothing()
    {
        Wizard bench;
        bench.remote->hold = true;
        QVERIFY(bench.openWizard());
        bench.fill();
        bench.press(u"next"_s);
        QTRY_VERIFY(bench.page()->step() == 2 && bench.rung(1) == Glyph::Preparing);
        bench.press(u"stop"_s);
        QTRY_VERIFY(bench.says(u"Stopped. Nothing was attached."_s));
        QVERIFY(!bench.services->targets->find(u"box"_s));
        QVERIFY(!bench.part<QAbstractButton>(u"stop"_s)->isVisible());
        bench.press(u"next"_s); // check again
        QTRY_COMPARE(bench.remote->secondRuns.load(), 2);
        bench.press(u"back"_s); // what is changed now would not be what is checked
        QCOMPARE(bench.page()->step(), 1);
        QTRY_COMPARE(bench.jobs->runningCount(), 0);
        QVERIFY(!bench.services->targets->find(u"box"_s));
    }

    void theSameThingIsNotAttachedTwice()
    {
        Wizard bench;
        QVERIFY(bench.openWizard());
        bench.fill();
        bench.press(u"next"_s);
        QTRY_COMPARE(bench.page()->step(), 3);
        bench.press(u"attachAnother"_s);
        bench.press(u"next"_s);
        bench.type(u"field-address"_s, u"box.wan"_s);
        bench.type(u"targetName"_s, u"other"_s);
        bench.press(u"next"_s);
        QTRY_VERIFY(bench.page()->findChild<QAbstractButton *>(u"useExisting"_s));
        auto *use = bench.part<Button>(u"useExisting"_s);
        QCOMPARE(use->text(), u"Use box"_s);
        QCOMPARE(use->kind(), ButtonKind::Filled);
        QCOMPARE(bench.part<Button>(u"next"_s)->kind(), ButtonKind::Edge);
        QVERIFY(!bench.services->targets->find(u"other"_s));
        use->click();
        QTRY_COMPARE(bench.window->router().route(), u"target/box"_s);
        QVERIFY(bench.settings->layout("drafts").empty());
    }

    void longListsCanBeSearched()
    {
        Wizard bench;
        std::vector<FoundTarget> many;
        for (int i = 0; i < 40; ++i)
            many.push_back({u"host-%1"_s.arg(i), u"~/.ssh/config, line 1"_s, {{u"address"_s, u"10.0.0.%1"_s.arg(i)}}});
        bench.remote->find(many);
        QVERIFY(bench.openWizard());
        auto *found = bench.part<FoundList>(u"foundList"_s);
        QTRY_COMPARE(found->model()->rowCount(), 41);
        QVERIFY(bench.part<QLineEdit>(u"findFound"_s)->isVisible());
        bench.type(u"findFound"_s, u"HOST-39"_s);
        QCOMPARE(found->model()->rowCount(), 2); // with the head of its file
        QCOMPARE(found->usableCount(), 40);
        bench.type(u"findFound"_s, u"0.0.17"_s); // by address
        QCOMPARE(found->model()->rowCount(), 2);
        bench.type(u"findFound"_s, u"nobody"_s);
        QCOMPARE(found->model()->rowCount(), 0);
        bench.type(u"findFound"_s, {});
        QCOMPARE(found->model()->rowCount(), 41);
    }

    void foundIsNotAttachedAndFillsTheForm()
    {
        Wizard bench;
        bench.remote->find(
            {{u"gpu-box"_s, u"~/.ssh/config, line 3"_s, {{u"address"_s, u"gpu-box"_s}, {u"port"_s, u"2222"_s}}},
             {u"lab"_s, u"~/.ssh/config, line 9"_s, {{u"address"_s, u"lab"_s}}}});
        QVERIFY(bench.openWizard());
        auto *found = bench.part<FoundList>(u"foundList"_s);
        QTRY_COMPARE(found->usableCount(), 2);
        QCOMPARE(found->model()->rowCount(), 3); // one file, two hosts
        QCOMPARE(bench.remote->firstRuns.load(), 0);
        QTest::mouseClick(found->viewport(), Qt::LeftButton, {},
                          found->visualRect(found->model()->index(1, 0)).center());
        QTRY_COMPARE(bench.page()->step(), 1);
        QCOMPARE(bench.part<QLineEdit>(u"targetName"_s)->text(), u"gpu-box"_s);
        QCOMPARE(bench.part<QLineEdit>(u"field-port"_s)->text(), u"2222"_s);
        bench.press(u"next"_s);
        QTRY_COMPARE(bench.page()->step(), 3);
        bench.press(u"attachAnother"_s);
        QTRY_COMPARE(found->usableCount(), 1); // that one is attached now
        QVERIFY(found->model()->index(1, 0).data(Qt::AccessibleTextRole).toString().endsWith(u", attached"_s));
    }

    void leavingKeepsADraftAlsoForTheNextWindow()
    {
        QTemporaryDir folder;
        {
            Wizard bench(folder.filePath(u"profile"_s));
            QVERIFY(bench.openWizard());
            bench.fill();
            bench.press(u"saveDraft"_s);
            QTRY_COMPARE(bench.window->router().route(), u"targets"_s);
            QVERIFY(bench.row(u"box"_s).data(WorkspaceModel::DraftRole).toBool());
            bench.window->router().go(u"attach"_s);
            QCOMPARE(bench.page()->step(), 1);
        }
        Wizard again(folder.filePath(u"profile"_s));
        QVERIFY(again.open(u"targets"_s));
        QTRY_VERIFY(again.row(u"box"_s).isValid());
        again.window->router().go(again.row(u"box"_s).data(WorkspaceModel::RouteRole).toString());
        QTRY_COMPARE(again.page()->step(), 1);
        QCOMPARE(again.part<QLineEdit>(u"field-address"_s)->text(), u"box.lan"_s);
        // Delete in the tree throws it away, here and in the open page.
        auto *tree = again.window->sidebar()->tree();
        tree->setCurrentIndex(again.row(u"box"_s));
        QTest::keyClick(tree, Qt::Key_Delete);
        QTRY_VERIFY(!again.row(u"box"_s).isValid());
        QCOMPARE(again.page()->step(), 0);
    }

    void cancelThrowsTheDraftAway()
    {
        Wizard bench;
        QVERIFY(bench.open(u"targets"_s));
        bench.window->router().go(u"attach"_s);
        bench.fill();
        QTRY_VERIFY(bench.row(u"box"_s).isValid());
        bench.press(u"back"_s);
        bench.press(u"cancelAttach"_s);
        QCOMPARE(bench.window->router().route(), u"targets"_s);
        QTRY_VERIFY(!bench.row(u"box"_s).isValid());
    }

    void anotherLanguageKeepsTheDraftAndTheChecks()
    {
        Wizard bench;
        bench.remote->hold = true;
        QVERIFY(bench.openWizard());
        bench.fill();
        bench.press(u"next"_s);
        QTRY_VERIFY(bench.page()->step() == 2 && bench.rung(1) == Glyph::Preparing);
        const auto *before = bench.page();
        UiSettings::Choices choices = bench.settings->choices();
        choices.textPercent = 120; // makes every page anew, as another language does
        bench.settings->choose(choices);
        QTRY_VERIFY(bench.page() && bench.page() != before);
        QTRY_COMPARE(bench.page()->step(), 2);
        QTRY_COMPARE(bench.rung(1), Glyph::Preparing);
        bench.remote->hold = false;
        QTRY_COMPARE(bench.page()->step(), 3);
        MOORING_OK(bench.services->targets->find(u"box"_s));
    }

    void waysToIt()
    {
        Wizard bench;
        QVERIFY(bench.open(u"targets"_s));
        QTRY_VERIFY(bench.find<QAbstractButton>("attachTarget"));
        bench.find<QAbstractButton>("attachTarget")->click();
        QCOMPARE(bench.window->router().route(), u"attach"_s);
        bench.window->router().go(u"welcome"_s);
        bench.window->router().page()->findChild<QAbstractButton *>(u"attachTarget"_s)->click();
        QCOMPARE(bench.window->router().route(), u"attach"_s);
        bench.window->router().go(u"targets"_s);
        auto *tree = bench.window->sidebar()->tree();
        const QRect group = tree->visualRect(tree->model()->index(WorkspaceModel::Targets, 0));
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, {group.right() - 20, group.center().y()});
        QCOMPARE(bench.window->router().route(), u"attach"_s);
    }
};

QTEST_MAIN(TestAttachWizard)
#include "tst_attachwizard.moc"
