// The wizard on real services: from an empty form to a run that has ended.
#include "core/base/text.h"
#include "core/jobs/jobrunner.h"
#include "core/runs/runservice.h"
#include "core/runs/runwatcher.h"
#include "core/targets/targetservice.h"
#include "core/workspace/workspace.h"
#include "tests/support/testsupport.h"
#include "tests/support/uiwalker.h"
#include "tests/ui/support/uiservices.h"
#include "ui/context/appcontext.h"
#include "ui/context/draftshelf.h"
#include "ui/context/openworkspace.h"
#include "ui/context/uisettings.h"
#include "ui/runs/wizard/homerundesk.h"
#include "ui/runs/wizard/runwizard.h"
#include "ui/widgets/button.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/commandbox.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/formrow.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/style.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QThreadPool>
#include <QTreeView>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

/// Texts that changed just now are laid out by a later event.
#define WALK_WHEN_LAID_OUT()                                                                                           \
    do {                                                                                                               \
        (void)QTest::qWaitFor([this] { return walkUi(m_wizard.get()).isEmpty(); }, 3000);                              \
        MOORING_WALK(m_wizard.get());                                                                                  \
    } while (false)

namespace {

class RecordingNavigator : public Navigator
{
public:
    void go(const QString &route) override { routes << route; }
    void back() override {}
    QStringList routes;
};

void write(const QString &path, const QByteArray &content)
{
    QDir().mkpath(path.section(u'/', 0, -2));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestRunWizard : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    OpenedServices m_services;
    std::unique_ptr<UiSettings> m_settings;
    std::unique_ptr<DraftShelf> m_drafts;
    std::unique_ptr<OpenWorkspace> m_openWorkspace;
    std::unique_ptr<JobRunner> m_jobs;
    RecordingNavigator m_navigator;
    std::unique_ptr<AppContext> m_context;
    std::unique_ptr<RunWizard> m_wizard;

    QString source() const { return m_folder->filePath(u"bearings"_s); }

    template <class T>
    T *part(const QString &name) const
    {
        T *const found = m_wizard->findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    void open(const QString &route)
    {
        m_wizard = std::make_unique<RunWizard>(*m_context, std::make_shared<HomeRunDesk>(*m_context), route);
        m_wizard->resize(1118, 704);
        m_wizard->show();
        m_wizard->shown();
        QVERIFY(QTest::qWaitForWindowExposed(m_wizard.get()));
    }
    void next() { QTest::mouseClick(part<Button>(u"next"_s), Qt::LeftButton); }
    bool at(int step) const { return m_wizard->step() == step; }
    bool footerSays(const QString &words) const
    {
        const QList<QLabel *> labels = m_wizard->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    QString reasonOf(const QString &name) const
    {
        const QAbstractItemModel *model = part<QTreeView>(u"fileTree"_s)->model();
        const auto found =
            model->match(model->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly | Qt::MatchRecursive);
        return found.isEmpty() ? QString() : found.first().siblingAtColumn(2).data().toString();
    }
    /// A folder with a tiny script, a secret and something left out.
    void makeSource()
    {
        write(source() + u"/train.sh"_s, "echo \"trained $1\"\n");
        write(source() + u"/.env"_s, "MODE=test\nAPI_TOKEN=ghp_1234567890abcdefghijklmnopqrstuvwxyz\n");
        write(source() + u"/data/big.bin"_s, "0123456789");
        write(source() + u"/.gitignore"_s, "data/\n");
    }
    void toFiles()
    {
        open(u"new-run?source="_s + source());
        QTRY_COMPARE(part<QComboBox>(u"script"_s)->currentText(), u"train.sh"_s);
        next();
        QTRY_VERIFY(at(1));
        QTRY_VERIFY(!reasonOf(u".env"_s).isEmpty());
    }
    void toReview()
    {
        toFiles();
        next();
        QTRY_VERIFY(at(2));
        next();
        QTRY_VERIFY(at(3));
    }

private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, LookChoice::Light); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto services = openServices(m_folder->filePath(u"profile"_s));
        MOORING_OK(services);
        m_services = std::move(*services);
        m_settings = std::make_unique<UiSettings>(m_services.profile->stateFolder());
        m_drafts = std::make_unique<DraftShelf>(*m_settings);
        m_openWorkspace = std::make_unique<OpenWorkspace>(*m_settings);
        m_jobs = std::make_unique<JobRunner>();
        m_navigator.routes.clear();
        m_context.reset(new AppContext{
            *m_services.profile, *m_services.workspace, *m_services.kinds, *m_services.credentials, *m_services.runs,
            m_services.watcher, *m_services.targets, *m_services.trust, *m_services.endpoints, *m_services.docker,
            *m_services.signIn, *m_jobs, *m_settings, *m_drafts, *m_openWorkspace, m_navigator});
        makeSource();
    }
    void cleanup()
    {
        m_wizard.reset();
        m_jobs.reset();
        QThreadPool::globalInstance()->waitForDone();
        m_context.reset();
        m_drafts.reset();
        m_openWorkspace.reset();
        m_settings.reset();
        m_services = {};
        m_folder.reset();
    }

    void whatWasToldIsADraftAndComesBack()
    {
        open(u"new-run"_s);
        QVERIFY(m_drafts->drafts().empty()); // nothing was said yet
        open(u"new-run?source="_s + source());
        QTRY_COMPARE(part<QComboBox>(u"script"_s)->currentText(), u"train.sh"_s);
        QVERIFY(m_drafts->drafts().empty()); // a script that was found was not said either
        open(u"new-run"_s);
        part<QLineEdit>(u"source"_s)->setText(source());
        QTRY_COMPARE(part<QComboBox>(u"script"_s)->currentText(), u"train.sh"_s);
        QCOMPARE(m_drafts->drafts().size(), size_t(1));
        m_wizard.reset();
        open(u"new-run"_s);
        QCOMPARE(part<QLineEdit>(u"source"_s)->text(), source());
        m_drafts->remove(u"new-run"_s); // thrown away in the tree
        QVERIFY(part<QLineEdit>(u"source"_s)->text().isEmpty());
        QVERIFY(m_drafts->drafts().empty());
    }

    void itsFirstFieldHasTheFocus()
    {
        open(u"new-run"_s);
        QVERIFY(part<QLineEdit>(u"source"_s)->hasFocus());
        toFiles();
        QTest::mouseClick(part<Button>(u"back"_s), Qt::LeftButton);
        QVERIFY(part<QLineEdit>(u"source"_s)->hasFocus());
    }

    void whatIsThrownAwayTakesItsErrorsAlong()
    {
        open(u"new-run"_s);
        part<QLineEdit>(u"source"_s)->setText(m_folder->filePath(u"nowhere"_s));
        part<QLineEdit>(u"arguments"_s)->setText(u"--name \"open"_s);
        next();
        QTRY_VERIFY(footerSays(u"Script: "_s));
        const QList<FormRow *> rows = m_wizard->findChildren<FormRow *>();
        const auto isWrong = [](const FormRow *row) { return !row->error().isEmpty(); };
        QVERIFY(std::any_of(rows.begin(), rows.end(), isWrong));
        m_drafts->remove(u"new-run"_s);
        QVERIFY(std::none_of(rows.begin(), rows.end(), isWrong));
        QVERIFY(!footerSays(u"Script: "_s));
        QThreadPool::globalInstance()->waitForDone(); // what the disk says late is of the folder before
        QCoreApplication::processEvents();
        QVERIFY(std::none_of(rows.begin(), rows.end(), isWrong));
    }

    void nextGoesToTheFirstWrongField()
    {
        open(u"new-run"_s);
        next();
        QVERIFY(at(0));
        QVERIFY(part<QLineEdit>(u"source"_s)->hasFocus());
        QVERIFY(footerSays(u"Source folder: "_s));
        part<QLineEdit>(u"source"_s)->setText(source());
        QTRY_COMPARE(part<QComboBox>(u"script"_s)->currentText(), u"train.sh"_s);
        QTRY_VERIFY(footerSays(u"here and one level below"_s));
        part<QComboBox>(u"script"_s)->setEditText(u"trian.sh"_s);
        next();
        QTRY_VERIFY(footerSays(u"Did you mean train.sh?"_s));
        QVERIFY(at(0));
        QVERIFY(part<Button>(u"next"_s)->isEnabled());
        part<QComboBox>(u"script"_s)->setEditText(u"train.sh"_s);
        QVERIFY(!footerSays(u"Did you mean"_s)); // what was mended is no longer complained of
        part<QLineEdit>(u"arguments"_s)->setText(u"--name \"open"_s);
        next();
        QVERIFY(part<QLineEdit>(u"arguments"_s)->hasFocus());
        part<QLineEdit>(u"arguments"_s)->setText(u"--name \"two words\""_s);
        QVERIFY(footerSays(u"--name | two words"_s));
        part<QLineEdit>(u"timeLimit"_s)->setText(u"soon"_s);
        part<Button>(u"rarelyNeeded"_s)->setChecked(true);
        next();
        QVERIFY(part<QLineEdit>(u"timeLimit"_s)->hasFocus());
        part<QLineEdit>(u"timeLimit"_s)->setText(u"15 min"_s);
        WALK_WHEN_LAID_OUT();
        next();
        QTRY_VERIFY(at(1));
        QCOMPARE(m_wizard->draft().settings().arguments, (QStringList{u"--name"_s, u"two words"_s}));
        QCOMPARE(m_wizard->draft().settings().timeLimitSeconds, std::optional<int>(900));
    }

    void filesSayWhyTheyGoOrStay()
    {
        toFiles();
        QCOMPARE(reasonOf(u"data"_s), u".gitignore, line 1: data/"_s);
        QVERIFY2(reasonOf(u".env"_s).startsWith(u"looks like a secret: line 2, "_s), qPrintable(reasonOf(u".env"_s)));
        QVERIFY(!reasonOf(u".env"_s).contains(u"ghp_"_s));
        QCOMPARE(reasonOf(u"train.sh"_s), u"goes along"_s);
        QCOMPARE(part<QTreeView>(u"fileTree"_s)->currentIndex().data().toString(), u".env"_s);
        QVERIFY(part<QLabel>(u"findingTitle"_s)->text().contains(u"secret"_s));
        QCOMPARE(part<CodeBox>(u"ignoreLine"_s)->text(), u"+ .env"_s);
        WALK_WHEN_LAID_OUT();
    }

    void leaveOutAddsALineAndLooksAgain()
    {
        toFiles();
        QTest::mouseClick(part<Button>(u"leaveOut"_s), Qt::LeftButton);
        QTRY_COMPARE(reasonOf(u".env"_s), u".amlignore, line 1: .env"_s);
        QCOMPARE(read(source() + u"/.amlignore"_s), ".env\n"_ba);
        QTRY_VERIFY(!m_wizard->findChild<Button *>(u"leaveOut"_s));
        // who edits the file elsewhere sees it here too
        write(source() + u"/.amlignore"_s, "# nothing\n");
        QTRY_VERIFY(reasonOf(u".env"_s).startsWith(u"looks like a secret"_s));
    }

    void anyRowCanBeLeftOut()
    {
        toFiles();
        auto *tree = part<QTreeView>(u"fileTree"_s);
        const QModelIndex root = tree->model()->index(0, 0);
        QVERIFY(!part<QAction>(u"leaveOutRow"_s)->isEnabled() || tree->currentIndex() != root);
        tree->setCurrentIndex(
            tree->model()->match(root, Qt::DisplayRole, u"data"_s, 1, Qt::MatchExactly | Qt::MatchRecursive).value(0));
        QVERIFY(!part<QAction>(u"leaveOutRow"_s)->isEnabled()); // it is left out already
        tree->setCurrentIndex(
            tree->model()
                ->match(root, Qt::DisplayRole, u".gitignore"_s, 1, Qt::MatchExactly | Qt::MatchRecursive)
                .value(0));
        part<QAction>(u"leaveOutRow"_s)->trigger();
        QTRY_COMPARE(reasonOf(u".gitignore"_s), u".amlignore, line 1: .gitignore"_s);
    }

    void narrowPagesFit()
    {
        toFiles();
        m_wizard->resize(683, 330);
        QTRY_COMPARE(m_wizard->size(), QSize(683, 330));
        WALK_WHEN_LAID_OUT();
    }

    void environmentsOfAFile()
    {
        write(source() + u"/train.py"_s, "print(1)\n");
        write(source() + u"/requirements.txt"_s, "numpy\n");
        open(u"new-run?source="_s + source());
        QTRY_COMPARE(part<QComboBox>(u"script"_s)->currentText(), u"train.py"_s);
        next();
        QTRY_VERIFY(at(1) && !reasonOf(u".env"_s).isEmpty());
        next();
        QTRY_VERIFY(at(2));
        QTRY_VERIFY(m_wizard->findChild<QRadioButton *>(u"file"_s));
        const auto verdict = [this] { return part<QLabel>(u"environmentVerdict"_s)->text(); };
        QTRY_VERIFY_WITH_TIMEOUT(verdict().contains(u"the python3 of the target"_s), 15000);
        part<QRadioButton>(u"file"_s)->click();
        QCOMPARE(m_wizard->draft().settings().environment,
                 (EnvironmentChoice{EnvironmentChoice::Kind::File, u"requirements.txt"_s}));
        QTRY_VERIFY_WITH_TIMEOUT(verdict().contains(u"first time"_s) || verdict().contains(u"cannot be used"_s), 15000);
        part<QRadioButton>(u"imageChoice"_s)->click();
        QCOMPARE(verdict(), u"Not chosen yet"_s);
        next();
        QVERIFY(at(2));
        QVERIFY(part<QLineEdit>(u"image"_s)->hasFocus());
        part<QLineEdit>(u"image"_s)->setText(u"python:3.11-slim"_s);
        Q_EMIT part<QLineEdit>(u"image"_s)->textEdited(u"python:3.11-slim"_s);
        QCOMPARE(m_wizard->draft().settings().environment,
                 (EnvironmentChoice{EnvironmentChoice::Kind::Image, u"python:3.11-slim"_s}));
        part<QRadioButton>(u"environmentFileChoice"_s)->click();
        QCOMPARE(verdict(), u"Not chosen yet"_s);
        next();
        QVERIFY(at(2));
        QVERIFY(part<QLineEdit>(u"environmentFile"_s)->hasFocus());
        if (!qEnvironmentVariable("MOORING_PICTURES").isEmpty())
            m_wizard->grab().save(qEnvironmentVariable("MOORING_PICTURES") + u"/wizard-environment-python.png"_s);
        WALK_WHEN_LAID_OUT();
    }

    void harmlessIsKeptForThisDraftOnly()
    {
        toFiles();
        QTest::mouseClick(part<Button>(u"harmless"_s), Qt::LeftButton);
        QTRY_VERIFY(!m_wizard->findChild<Button *>(u"harmless"_s));
        QVERIFY(!QFile::exists(source() + u"/.amlignore"_s));
    }

    void aScriptThatStaysHereCannotRun()
    {
        write(source() + u"/.amlignore"_s, "train.sh\n");
        toFiles();
        next();
        QVERIFY(at(1));
        QVERIFY(footerSays(u"A rule keeps the script train.sh here"_s));
    }

    void reviewIsTheSameThingAsACommand()
    {
        toReview();
        QCOMPARE(part<CommandBox>(u"sameCommand"_s)->command(), shellCommand(m_wizard->draft().settings().toCommand()));
        QVERIFY(part<CommandBox>(u"sameCommand"_s)->command().startsWith(u"mooring run train.sh --source "_s));
        const auto yaml = RunSettings::fromYaml(part<CodeBox>(u"sameYaml"_s)->text().toUtf8());
        MOORING_OK(yaml);
        QCOMPARE(*yaml, m_wizard->draft().settings());
        part<QAbstractButton>(u"choice-sdk"_s)->click();
        QTRY_VERIFY(part<CodeBox>(u"sameYaml"_s)->text().contains(u"ScriptRunConfig("_s));
        part<QAbstractButton>(u"choice-cli"_s)->click();
        QVERIFY(part<CodeBox>(u"sameYaml"_s)->text().startsWith(u"# az ml job create"_s));
        part<QAbstractButton>(u"choice-command"_s)->click();
        QTRY_VERIFY(part<FactList>(u"reviewFacts"_s)->fact(u"Files"_s).contains(u"3 files"_s));
        QTRY_VERIFY(!part<FactList>(u"reviewFacts"_s)->fact(u"Environment"_s).contains(u"being looked at"_s));
        QVERIFY(part<QWidget>(u"reviewBanner"_s)->isVisible()); // the secret is still in
        WALK_WHEN_LAID_OUT();
        QTest::mouseClick(part<Button>(u"back"_s), Qt::LeftButton);
        QVERIFY(at(2));
        QTRY_VERIFY(part<QRadioButton>(u"default"_s)->isChecked());
        WALK_WHEN_LAID_OUT();
    }

    void startMakesExactlyOneRun()
    {
        toReview();
        part<QLineEdit>(u"arguments"_s)->setText(u"--size 3"_s);
        part<QLineEdit>(u"timeLimit"_s)->setText(u"15 min"_s);
        QTest::mouseClick(part<Button>(u"next"_s), Qt::LeftButton);
        QTest::mouseClick(part<Button>(u"next"_s), Qt::LeftButton);
        QTest::mouseDClick(part<Button>(u"next"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(m_navigator.routes.size(), 1, 20000);
        const auto runs = m_services.workspace->runs({});
        MOORING_OK(runs);
        QCOMPARE(runs->size(), size_t(1));
        const QString id = runs->front().id;
        QCOMPARE(m_navigator.routes.first(), u"run/"_s + id);
        const auto ended = [&] { return m_services.runs->refresh(id, CancelToken()).value().state; };
        QTRY_COMPARE_WITH_TIMEOUT(ended(), RunState::Completed, 20000);

        // the next look at the same folder knows this run, and its settings can be used again
        write(source() + u"/new.txt"_s, "new");
        open(u"new-run?again="_s + id);
        QTRY_VERIFY(at(3));
        QCOMPARE(m_wizard->draft().settings().script, u"train.sh"_s);
        QCOMPARE(m_wizard->draft().settings().arguments, (QStringList{u"--size"_s, u"3"_s}));
        QVERIFY(m_drafts->drafts().empty()); // an earlier run's settings are nobody's draft
        for (int step = 3; step > 1; --step)
            QTest::mouseClick(part<Button>(u"back"_s), Qt::LeftButton);
        QVERIFY(at(1));
        QTRY_COMPARE(reasonOf(u"new.txt"_s), u"new since "_s + runs->front().name);
        QCOMPARE(reasonOf(u"train.sh"_s), u"as in "_s + runs->front().name);
        QVERIFY(m_drafts->drafts().empty());
        part<QLineEdit>(u"arguments"_s)->setText(u"--size 4"_s);
        QCOMPARE(m_drafts->drafts().size(), size_t(1));
    }

    void aFailedStartKeepsEverything()
    {
        toReview();
        QFile::remove(source() + u"/train.sh"_s);
        next();
        QTRY_VERIFY_WITH_TIMEOUT(footerSays(u"Not started. All settings are kept."_s), 20000);
        QVERIFY(at(3));
        QVERIFY(part<Button>(u"next"_s)->isEnabled());
        QVERIFY(footerSays(u"train.sh is not in the source folder"_s));
        QTest::mouseClick(part<Button>(u"back"_s), Qt::LeftButton);
        QVERIFY(at(2));
        QCOMPARE(m_wizard->draft().settings().source, source());
        QVERIFY(m_navigator.routes.isEmpty());
    }

    void aTargetOfNobodyIsSaidBeforeTheStart()
    {
        open(u"new-run?target=gone-box&source="_s + source());
        QTRY_COMPARE(part<QComboBox>(u"script"_s)->currentText(), u"train.sh"_s);
        QTRY_VERIFY(footerSays(u"There is no target of this name."_s));
        next();
        QVERIFY(footerSays(u"Runs on: There is no target of this name."_s));
        QVERIFY(at(0));
    }

    void anUnknownRunSaysSo()
    {
        open(u"new-run?again=nothing-like-it"_s);
        QTRY_VERIFY(footerSays(u"nothing-like-it"_s));
        QVERIFY(at(0));
    }
};

QTEST_MAIN(TestRunWizard)
#include "tst_runwizard.moc"
