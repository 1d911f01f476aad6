#include "tests/app/cli.h"
#include "tests/app/processwatch.h"
#include "tests/core/credentials/keyringsession.h"

#include "core/base/files.h"

#include <csignal>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

/// The real program, a real keychain, the practice lab: online endpoints that others made.
class TestCliOnline : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        MOORING_NEEDS(!keyringMode().isEmpty(), "dbus-run-session and gnome-keyring-daemon");
        QVERIFY(unlockKeyring());
        cli = std::make_unique<Cli>();
        cli->json({u"practice"_s, u"start"_s});
    }
    void cleanupTestCase()
    {
        if (cli)
            cli->run({u"practice"_s, u"stop"_s});
        endKeyring();
    }

    /// Those of this computer are listed all the same; what is missing is one line.
    void beforeSigningIn()
    {
        const auto listed = cli->run(inAzure({u"endpoints"_s, u"--json"_s}));
        QCOMPARE(listed.exitCode, 0);
        QCOMPARE(listed.output.trimmed(), QByteArray("[]"));
        QCOMPARE(listed.errors.trimmed().count('\n'), 0);
        QVERIFY2(listed.errors.contains("signin"), listed.errors.constData());
        const auto signedIn = cli->run({u"signin"_s, u"--cloud"_s, u"practice"_s, u"--service-principal"_s,
                                        u"practice-app"_s, u"--secret"_s, u"client-secret=-"_s},
                                       "secret\n");
        QVERIFY2(signedIn.exitCode == 0, signedIn.errors.constData());
    }

    void lists()
    {
        const Json all = cli->json(inAzure({u"endpoints"_s}));
        QCOMPARE(all.size(), size_t(3));
        QCOMPARE(stringAt(all[0], "endpoint"), u"practice-online"_s);
        QCOMPARE(stringAt(all[0], "state"), u"running"_s);
        QCOMPARE(stringAt(all[0], "owner"), u"foreign"_s);
        QCOMPARE(stringAt(all[0], "to"), u"online"_s);
        QCOMPARE(stringAt(all[0], "version"), u"blue"_s);
        QCOMPARE(stringAt(all[0], "authMode"), u"Key"_s);
        QCOMPARE(intAt(all[0]["deployments"].at(1), "traffic"), 10);
        QVERIFY(all[0]["port"].is_null());
        QCOMPARE(stringAt(all[2], "state"), u"failed"_s);
        QVERIFY(stringAt(all[2], "reason").contains(u"model.json is not there"_s));
        const auto shown = cli->run(inAzure({u"endpoints"_s}));
        QVERIFY2(shown.output.contains("Azure ML, Kubernetes"), shown.output.constData());
        QCOMPARE(cli->json({u"endpoints"_s, u"--workspace"_s, u"local"_s}).size(), size_t(0));
    }

    void tests()
    {
        ProcessWatch watch;
        const Json sample = cli->json(test({}));
        QCOMPARE(intAt(sample, "status"), 200);
        QCOMPARE(intAt(Json::parse(stringAt(sample, "body").toStdString()), "rows"), 2);
        const Json green = cli->json(test({u"--version"_s, u"green"_s, u"--against"_s, u"blue"_s}));
        QCOMPARE(stringAt(green, "version"), u"green"_s);
        QCOMPARE(stringAt(green["against"], "version"), u"blue"_s);
        QCOMPARE(boolAt(green, "same", true), false);
        QCOMPARE(green["differences"].size(), size_t(1));
        QCOMPARE(stringAt(green["differences"].at(0), "path"), u"/deployment"_s);
        const auto failed = cli->run(inAzure({u"test"_s, u"practice-online-failed"_s, u"--data"_s, u"-"_s}), "{}");
        QCOMPARE(failed.exitCode, 1);
        QVERIFY2(failed.errors.contains("503"), failed.errors.constData());
        QVERIFY(watch.saw("practice-online")); // it looks
        for (const QByteArray &secret : {QByteArray("practice-key-of"), QByteArray("PRACTICE_SECRET")}) {
            QVERIFY2(!watch.saw(secret), "a process had it");
            QVERIFY2(!everythingIn(cli->profile()).contains(secret), "it was kept");
        }
        QVERIFY(!toBytes(sample).contains("practice-key-of"));
    }

    void measures()
    {
        const Json report = cli->json(test({u"--load"_s, u"4"_s, u"--seconds"_s, u"1"_s, u"--version"_s, u"blue"_s}));
        QVERIFY2(intAt(report, "requests") > 10, toBytes(report).constData());
        QCOMPARE(intAt(report, "errors"), 0);
        QVERIFY(report["usage"].is_null());
    }

    void logs()
    {
        const auto log = cli->run(inAzure({u"endpoint-logs"_s, u"practice-online"_s, u"--version"_s, u"green"_s}));
        QCOMPARE(log.exitCode, 0);
        QVERIFY2(log.output.contains("POST /score 200"), log.output.constData());
        QVERIFY2(log.errors.contains("deployment green"), log.errors.constData());
        const auto build = cli->run(inAzure({u"endpoint-logs"_s, u"practice-online"_s, u"--name"_s, u"build"_s}));
        QVERIFY2(build.output.contains("Model and code are there"), build.output.constData());
        const auto followed =
            cli->run(inAzure({u"endpoint-logs"_s, u"practice-online-failed"_s, u"-f"_s, u"--timeout"_s, u"2"_s}));
        QCOMPARE(followed.exitCode, 124);
        QCOMPARE(followed.output.count("FileNotFoundError"), 1);
    }

    void changesNothing_data()
    {
        QTest::addColumn<QString>("command");
        for (const char *each : {"reload", "restart", "stop", "undeploy"})
            QTest::newRow(each) << QString::fromLatin1(each);
    }
    void changesNothing()
    {
        QFETCH(QString, command);
        const Json error = cli->error(inAzure({command, u"practice-online"_s}), 2);
        QCOMPARE(stringAt(error, "code"), u"endpoint.readOnly"_s);
        QVERIFY(stringAt(error, "message").contains(u"changes nothing of it"_s));
        QCOMPARE(stringAt(cli->error(inAzure({command, u"nobody"_s}), 2), "code"), u"endpoint.unknown"_s);
    }

    void wrongWords()
    {
        const Json error = cli->error(test({u"--version"_s, u"red"_s}), 2);
        QCOMPARE(stringAt(error, "code"), u"endpoint.noVersion"_s);
        QVERIFY(stringAt(error, "fix").contains(u"blue, green"_s));
        QCOMPARE(stringAt(cli->error(inAzure({u"test"_s, u"nobody"_s}), 2), "code"), u"endpoint.unknown"_s);
        QCOMPARE(stringAt(cli->error({u"test"_s, u"nobody"_s, u"--version"_s, u"blue"_s}, 2), "code"),
                 u"endpoint.badVersion"_s);
    }

    /// Last, for the lab is gone afterwards.
    void theLastKnownOnes()
    {
        const auto lab = Json::parse(readWholeFile(cli->profile() + u"/practice/lab.json"_s).valueOr({}).toStdString());
        QCOMPARE(kill(pid_t(intAt(lab, "pid")), SIGKILL), 0);
        const auto listed = cli->run(inAzure({u"endpoints"_s, u"--json"_s}));
        QCOMPARE(listed.exitCode, 0);
        const Json all = Json::parse(listed.output.toStdString(), nullptr, false);
        QCOMPARE(all.size(), size_t(3));
        QCOMPARE(stringAt(all[0], "state"), u"unknown"_s);
        QVERIFY2(listed.errors.contains("as they were at"), listed.errors.constData());
    }

private:
    static QStringList inAzure(QStringList words) { return words << u"--workspace"_s << u"practice-ws"_s; }
    static QStringList test(const QStringList &words)
    {
        return inAzure(QStringList{u"test"_s, u"practice-online"_s} + words);
    }

    std::unique_ptr<Cli> cli;
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    TestCliOnline test;
    if (!keyringMode().isEmpty() || !hasKeyringPrograms())
        return QTest::qExec(&test, app.arguments());
    return runInKeyringSession(u"keyring"_s, true, app.arguments().mid(1));
}

#include "tst_clionline.moc"
