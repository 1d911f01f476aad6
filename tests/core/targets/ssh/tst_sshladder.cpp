#include "core/targets/ssh/tinyjob.h"
#include "tests/core/targets/ssh/sshform.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QScopeGuard>
#include <QTcpServer>

#include <thread>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

/// The ladder of a machine over SSH, against a real sshd.
class TestSshLadder : public QObject
{
    Q_OBJECT
    std::unique_ptr<RemoteMachine> m_machine;
    std::unique_ptr<SshKind> m_kind;

    void makeMachine(const QString &shell = u"/bin/sh"_s)
    {
        m_machine = std::make_unique<RemoteMachine>(shell);
        m_kind = std::make_unique<SshKind>(setupFor(*m_machine));
    }
    void startMachine(const QString &shell = u"/bin/sh"_s)
    {
        makeMachine(shell);
        QVERIFY2(m_machine->start(), qPrintable(m_machine->server.log()));
    }
    FormValues form() const { return formFor(*m_kind, *m_machine); }
    LadderReport check(const FormValues &values, const QStringList &only = {}, const LadderReport *earlier = nullptr,
                       const CancelToken &cancel = {})
    {
        RecordingContext context(cancel);
        const LadderReport report = runLadder(u"box"_s, m_kind->ladder(values), only, context, {}, earlier);
        m_log = context.text();
        return report;
    }
    QString m_log;

    static QString words(const LadderReport &report)
    {
        QStringList lines;
        for (const RungResult &rung : report.rungs)
            lines << u"%1 %2 %3 ms: %4"_s.arg(rung.id, toWord(rung.verdict)).arg(rung.ms).arg(rung.answered);
        return lines.join(u'\n');
    }
    static Verdict verdictOf(const LadderReport &report, const QString &id)
    {
        const RungResult *rung = report.find(id);
        return rung ? rung->verdict : Verdict::Waiting;
    }
    static QString answerOf(const LadderReport &report, const QString &id)
    {
        const RungResult *rung = report.find(id);
        return rung ? rung->answered : u"no such rung"_s;
    }

private Q_SLOTS:
    void initTestCase() { MOORING_NEEDS(SshServer::available(), "no sshd"); }
    void cleanup()
    {
        m_kind.reset();
        m_machine.reset();
    }

    void allRungs()
    {
        startMachine();
        QElapsedTimer timer;
        timer.start();
        const LadderReport report = check(form());
        qInfo().noquote() << timer.elapsed() << "ms\n" << words(report);
        QStringList ids;
        for (const RungResult &rung : report.rungs) {
            ids << rung.id;
            QVERIFY2(!rung.title.isEmpty() && !rung.answered.isEmpty(), qPrintable(rung.id));
            QVERIFY2(!rung.asked.isEmpty() || rung.verdict == Verdict::Skipped, qPrintable(rung.id));
            QVERIFY2(rung.verdict != Verdict::Failed || rung.dispensable, qPrintable(rung.id + rung.answered));
        }
        QCOMPARE(ids, (QStringList{u"lookup"_s, u"connect"_s, u"banner"_s, u"hostKey"_s, u"signIn"_s, u"shell"_s,
                                   u"system"_s, u"clock"_s, u"disk"_s, u"pythons"_s, u"docker"_s, u"gpu"_s,
                                   u"gpuContainer"_s, u"transfer"_s, u"outlives"_s, u"tinyJob"_s}));
        for (const char *id : {"lookup", "connect", "banner", "hostKey", "signIn", "shell", "clock", "disk", "pythons",
                               "transfer", "outlives", "tinyJob"})
            QVERIFY2(verdictOf(report, QString::fromLatin1(id)) == Verdict::Passed, qPrintable(words(report)));
        QVERIFY(!report.failure());
        QCOMPARE(stringAt(report.facts, "home"), m_machine->home());
        QCOMPARE(stringAt(report.facts["hostKey"], "fingerprint"), m_machine->server.fingerprint());
        QVERIFY(intAt(report.facts, "cores") > 0 && intAt(report.facts, "memoryTotal") > 0);
        QVERIFY(answerOf(report, u"signIn"_s).startsWith(m_machine->user()));
        QVERIFY(boolAt(report.facts, "outlives"));

        const QString identity = m_kind->identity(form(), report.facts);
        QVERIFY(identity.contains(m_machine->server.fingerprint()));
        QVERIFY(identity.endsWith(stringAt(report.facts, "machineId")));
        QCOMPARE(m_kind->identity(form(), Json::object()), QString());

        // Nothing is left of it over there.
        QVERIFY2(!QFile::exists(m_machine->workFolder()), "the ladder takes back what it made");
        const auto host = m_kind->makeRunHost(form(), report.facts);
        MOORING_OK(host);
        QCOMPARE((*host)->runsFolder(), m_machine->workFolder() + u"/runs"_s);
        const auto said = (*host)->runScript("echo $((6*7))", {}, std::chrono::seconds(10), {});
        MOORING_OK(said);
        QCOMPARE(*said, QByteArray("42\n"));
        QCOMPARE(m_machine->server.log().count(u"Accepted publickey"_s), 2); // the ladder's and its second one
    }

    void oneRungAlone()
    {
        startMachine();
        const LadderReport whole = check(form());
        m_machine->server.killSessions();
        m_kind = std::make_unique<SshKind>(setupFor(*m_machine)); // a later day
        for (const QString &id : {u"docker"_s, u"hostKey"_s, u"tinyJob"_s, u"outlives"_s, u"transfer"_s}) {
            const LadderReport report = check(form(), {id}, &whole);
            QCOMPARE(report.rungs.size(), 1U);
            QVERIFY2(report.rungs[0].verdict == verdictOf(whole, id), qPrintable(words(report)));
        }
    }

    void uncheckedTargetsHaveNoHost()
    {
        startMachine();
        const auto host = m_kind->makeRunHost(form(), Json::object());
        QVERIFY(!host);
        QCOMPARE(host.error().code, u"target.unchecked"_s);
    }

    void nobodyListens()
    {
        makeMachine(); // not started
        FormValues values = form();
        (void)values.set(u"address"_s, u"127.0.0.1:%1"_s.arg(freePort()));
        const LadderReport report = check(values);
        QCOMPARE(verdictOf(report, u"connect"_s), Verdict::Failed);
        QCOMPARE(report.failure(), std::optional(ErrorKind::NotReachable));
        for (const RungResult &rung : report.rungs) {
            if (rung.id != u"lookup" && rung.id != u"connect")
                QCOMPARE(rung.verdict, Verdict::Skipped);
        }
    }

    void unknownName()
    {
        makeMachine();
        FormValues values = form();
        (void)values.set(u"address"_s, u"nobody@no-such-host.invalid"_s);
        const LadderReport report = check(values);
        QCOMPARE(verdictOf(report, u"lookup"_s), Verdict::Failed);
        QCOMPARE(report.failure(), std::optional(ErrorKind::NotReachable));
    }

    void silentServer()
    {
        makeMachine();
        QTcpServer silent; // accepts by its queue and never says a word
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        FormValues values = form();
        (void)values.set(u"address"_s, u"me@127.0.0.1:%1"_s.arg(silent.serverPort()));
        CancelToken cancel;
        std::thread later([&cancel] {
            std::this_thread::sleep_for(std::chrono::milliseconds(700));
            cancel.cancel();
        });
        QElapsedTimer timer;
        timer.start();
        const LadderReport report = check(values, {}, nullptr, cancel);
        later.join();
        QVERIFY(timer.elapsed() < 5000);
        QVERIFY(report.canceled);
        QCOMPARE(verdictOf(report, u"connect"_s), Verdict::Passed);
        QCOMPARE(verdictOf(report, u"banner"_s), Verdict::Skipped);
    }

    void unknownKeyIsAQuestion()
    {
        makeMachine();
        m_machine->trust->acceptNew(false);
        QVERIFY(m_machine->start());
        const LadderReport report = check(form());
        const RungResult *rung = report.find(u"hostKey"_s);
        QVERIFY(rung && rung->verdict == Verdict::Failed);
        QCOMPARE(rung->question, u"hostKey"_s);
        QCOMPARE(stringAt(rung->facts["hostKey"], "verdict"), u"unknown"_s);
        QCOMPARE(stringAt(rung->facts["hostKey"], "fingerprint"), m_machine->server.fingerprint());
        QCOMPARE(report.failure(), std::optional(ErrorKind::SignIn));
        QCOMPARE(m_machine->server.attempts(), 0); // nothing was sent
        QCOMPARE(m_kind->identity(form(), report.facts), QString());
    }

    void changedKeyIsRefused()
    {
        startMachine();
        QVERIFY(!check(form(), {u"hostKey"_s}).failure());
        QVERIFY(m_machine->server.restart(true));
        const int before = m_machine->server.attempts();
        const LadderReport report = check(form());
        const RungResult *rung = report.find(u"hostKey"_s);
        QVERIFY(rung && rung->verdict == Verdict::Failed);
        QCOMPARE(rung->question, u"hostKey"_s);
        QCOMPARE(stringAt(rung->facts["hostKey"], "verdict"), u"changed"_s);
        QCOMPARE(m_machine->server.attempts(), before);
    }

    void wrongKey()
    {
        startMachine();
        const SshKeyPair other = SshKeyPair::make(m_machine->server.path(u"other"_s));
        FormValues values = form();
        (void)values.set(u"keyFile"_s, other.file);
        const LadderReport report = check(values);
        QCOMPARE(verdictOf(report, u"hostKey"_s), Verdict::Passed);
        QCOMPARE(verdictOf(report, u"signIn"_s), Verdict::Failed);
        QCOMPARE(report.failure(), std::optional(ErrorKind::SignIn));
        QCOMPARE(report.find(u"signIn"_s)->question, QString());
        QCOMPARE(verdictOf(report, u"shell"_s), Verdict::Skipped);
    }

    void loginShells_data()
    {
        QTest::addColumn<QString>("shell");
        for (const char *shell : {"/bin/bash", "/bin/dash", "/usr/bin/zsh", "/usr/bin/fish", "/usr/bin/tcsh"})
            QTest::newRow(shell) << QString::fromLatin1(shell);
    }
    void loginShells()
    {
        QFETCH(QString, shell);
        MOORING_NEEDS(TestAccount::possible() && QFile::exists(shell), "no such shell, or not root");
        startMachine(shell);
        const LadderReport report = check(form());
        QVERIFY2(!report.failure(), qPrintable(words(report)));
        QCOMPARE(verdictOf(report, u"shell"_s), Verdict::Passed);
        QCOMPARE(answerOf(report, u"shell"_s), shell);
        QCOMPARE(verdictOf(report, u"tinyJob"_s), Verdict::Passed);
    }

    void noisyStartFiles()
    {
        MOORING_NEEDS(TestAccount::possible(), "not root");
        startMachine(u"/bin/bash"_s);
        QVERIFY(m_machine->account->write(u".bashrc"_s, "echo 'Welcome to the box'\necho oops >&2\n"));
        const LadderReport report = check(form());
        const RungResult *rung = report.find(u"shell"_s);
        QVERIFY2(rung && rung->verdict == Verdict::Warned, qPrintable(words(report)));
        QVERIFY2(rung->answered.contains(u"Welcome to the box"_s), qPrintable(rung->answered));
        QVERIFY(rung->fixIsCommand);
        QCOMPARE(verdictOf(report, u"tinyJob"_s), Verdict::Passed);
        QCOMPARE(verdictOf(report, u"transfer"_s), Verdict::Passed);
    }

    void accountThatOnlyCopiesFiles()
    {
        makeMachine();
        m_machine->server.configure(u"ForceCommand internal-sftp"_s);
        QVERIFY(m_machine->start());
        const LadderReport report = check(form());
        QCOMPARE(verdictOf(report, u"signIn"_s), Verdict::Passed);
        QVERIFY2(verdictOf(report, u"shell"_s) == Verdict::Failed, qPrintable(words(report)));
        QCOMPARE(report.failure(), std::optional(ErrorKind::RungFailed));
        QVERIFY2(verdictOf(report, u"transfer"_s) == Verdict::Warned, qPrintable(words(report)));
        QVERIFY2(answerOf(report, u"transfer"_s).contains(u"SFTP"_s), qPrintable(words(report)));
        QCOMPARE(verdictOf(report, u"tinyJob"_s), Verdict::Skipped);
    }

    void oneSessionAtATime()
    {
        makeMachine();
        m_machine->server.configure(u"MaxSessions 1"_s);
        QVERIFY(m_machine->start());
        const LadderReport report = check(form());
        QVERIFY2(!report.failure(), qPrintable(words(report)));
        QCOMPARE(verdictOf(report, u"tinyJob"_s), Verdict::Passed);
    }

    void noPython()
    {
        MOORING_NEEDS(geteuid() == 0, "only root hides programs");
        makeMachine();
        m_machine->hidePython();
        QVERIFY(m_machine->start());
        const LadderReport report = check(form(), {u"pythons"_s});
        QVERIFY2(verdictOf(report, u"pythons"_s) == Verdict::Failed, qPrintable(words(report)));
        QVERIFY(report.rungs[0].dispensable && report.rungs[0].fixIsCommand);
        QVERIFY(!report.failure());
    }

    void workFolderThatCannotBeWritten()
    {
        MOORING_NEEDS(TestAccount::possible(), "not root");
        startMachine();
        FormValues values = form();
        (void)values.set(u"workFolder"_s, u"/usr/share/mooring-work"_s);
        const LadderReport report = check(values);
        QCOMPARE(verdictOf(report, u"disk"_s), Verdict::Failed);
        QCOMPARE(verdictOf(report, u"transfer"_s), Verdict::Failed);
        QCOMPARE(verdictOf(report, u"tinyJob"_s), Verdict::Failed);
    }

    void throughAJumpHost()
    {
        startMachine();
        RemoteMachine bastion;
        bastion.server.authorize(m_machine->key.publicLine);
        QVERIFY(bastion.start());
        // The key file is for the machine itself; what leads there is an agent's or the configuration's business.
        QProcess agent;
        const QString socket = m_machine->server.path(u"agent.sock"_s);
        agent.start(u"ssh-agent"_s, {u"-D"_s, u"-a"_s, socket});
        QVERIFY(agent.waitForStarted());
        QTRY_VERIFY(QFile::exists(socket));
        const QByteArray agentBefore = qgetenv("SSH_AUTH_SOCK");
        qputenv("SSH_AUTH_SOCK", socket.toUtf8());
        const auto restore = qScopeGuard([&] {
            qputenv("SSH_AUTH_SOCK", agentBefore);
            agent.kill();
            agent.waitForFinished();
        });
        QCOMPARE(QProcess::execute(u"ssh-add"_s, {u"-q"_s, m_machine->key.file}), 0);
        FormValues values = form();
        (void)values.set(u"jump"_s, bastion.address());
        const LadderReport report = check(values);
        QVERIFY2(!report.failure(), qPrintable(words(report)));
        QCOMPARE(report.rungs[0].id, u"jump1"_s);
        QCOMPARE(verdictOf(report, u"jump1"_s), Verdict::Passed);
        QCOMPARE(stringAt(report.facts["hostKey"], "fingerprint"), m_machine->server.fingerprint());
    }

    void cancelStopsTheMachinesScripts()
    {
        startMachine();
        CancelToken cancel;
        std::thread later([&cancel] {
            std::this_thread::sleep_for(std::chrono::milliseconds(250));
            cancel.cancel();
        });
        QElapsedTimer timer;
        timer.start();
        const LadderReport report = check(form(), {}, nullptr, cancel);
        later.join();
        QVERIFY(timer.elapsed() < 5000);
        QVERIFY(report.canceled);
    }

    void tinyJobReports_data()
    {
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<bool>("works");
        const QByteArray good =
            "@@prepared\n@@launched\nmooring-check\n@@state\nstate 1\nnow 1\nboot b\nhost h\nrun check-1\npid 7\n"
            "start 9\nlive S 9\nevent 1 running\nend\n@@cancel\nended\t7\tSIGTERM\tsh\nsearch\tdone\nend\n@@after\n"
            "state 1\nnow 2\nboot b\nhost h\nrun check-1\npid 7\nstart 9\nexit 143\ncancel\nend\n@@end\n";
        QTest::newRow("good") << good << true;
        QTest::newRow("nothing") << QByteArray() << false;
        for (const char *mark : {"@@prepared", "@@launched", "@@state", "@@cancel", "@@after"})
            QTest::newRow(mark) << good.left(good.indexOf(mark)) << false;
        QTest::newRow("not seen running") << QByteArray(good).replace("live S 9", "live S 8") << false;
        QTest::newRow("printed nothing") << QByteArray(good).replace("mooring-check", "") << false;
        QTest::newRow("one is left") << QByteArray(good).replace("ended\t7\tSIGTERM\tsh", "left\t7\t-\tsh") << false;
        QTest::newRow("did not end") << QByteArray(good).replace("exit 143\n", "") << false;
    }
    void tinyJobReports()
    {
        QFETCH(QByteArray, output);
        QFETCH(bool, works);
        const TinyJob job = parseTinyJob(output, u"/home/x/runs/check-1"_s);
        QCOMPARE(job.works(), works);
        QVERIFY(works || !job.problem().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSshLadder)
#include "tst_sshladder.moc"
