#include "tests/app/cli.h"

#include <QDir>
#include <QFile>

#include <csignal>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

class TestCliPractice : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup()
    {
        if (cli)
            cli->run({u"practice"_s, u"stop"_s});
        cli.reset();
    }

    void startsShowsStops()
    {
        cli = std::make_unique<Cli>();
        QCOMPARE(boolAt(cli->json({u"practice"_s, u"status"_s}), "running", true), false);
        const Json started =
            cli->json({u"practice"_s, u"start"_s, u"--fault"_s, u"policy"_s, u"--fault"_s, u"quota-zero:once"_s});
        QCOMPARE(boolAt(started, "running", false), true);
        QCOMPARE(stringAt(started, "cloud"), u"practice"_s);
        QCOMPARE(stringAt(started, "workspace"), u"practice-ws"_s);
        QCOMPARE(started["services"].size(), size_t(9));
        for (const Json &service : started["services"])
            QVERIFY(stringAt(service, "url").startsWith(u"https://localhost:"_s));
        QCOMPARE(started["faults"].size(), size_t(2));
        const Json clouds = cli->json({u"cloud"_s, u"list"_s});
        QCOMPARE(stringAt(clouds.back(), "name"), u"practice"_s);

        const Json workspaces = cli->json({u"workspace"_s, u"list"_s});
        QCOMPARE(stringAt(workspaces.back(), "name"), u"practice-ws"_s);
        QCOMPARE(stringAt(workspaces.back(), "resourceId"), stringAt(started, "resourceId"));

        // Again: the same lab, the same faults.
        const Json again = cli->json({u"practice"_s, u"start"_s});
        QCOMPARE(addresses(again), addresses(started));
        QCOMPARE(again["faults"].size(), size_t(2));
        const Json changed = cli->json({u"practice"_s, u"status"_s, u"--fault"_s, u"log-stops"_s});
        QCOMPARE(stringAt(changed["faults"].at(0), "fault"), u"log-stops:always"_s);

        QCOMPARE(boolAt(cli->json({u"practice"_s, u"stop"_s}), "running", true), false);
        QCOMPARE(boolAt(cli->json({u"practice"_s, u"status"_s}), "running", true), false);
        for (const Json &cloud : cli->json({u"cloud"_s, u"list"_s}))
            QVERIFY(stringAt(cloud, "name") != u"practice"_s);
        QCOMPARE(cli->json({u"workspace"_s, u"list"_s}).size(), size_t(1));
        QCOMPARE(boolAt(cli->json({u"practice"_s, u"stop"_s}), "running", true), false);
    }

    void signsIn_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("application") << QStringList{u"--service-principal"_s, u"practice-app"_s, u"--secret"_s,
                                                    u"client-secret=-"_s};
        QTest::newRow("device code") << QStringList{u"--device-code"_s};
    }
    void signsIn()
    {
        QFETCH(QStringList, words);
        cli = std::make_unique<Cli>();
        cli->json({u"practice"_s, u"start"_s});
        const auto signedIn =
            cli->run(QStringList{u"signin"_s, u"--cloud"_s, u"practice"_s, u"--json"_s} + words, "secret\n");
        QVERIFY2(signedIn.exitCode == 0, signedIn.errors.constData());
        const Json accounts = cli->json({u"accounts"_s});
        QCOMPARE(accounts.size(), size_t(1));
        QVERIFY(stringAt(accounts[0], "account").startsWith(u"practice-"_s));
        cli->json({u"practice"_s, u"stop"_s});
        QCOMPARE(cli->json({u"accounts"_s}).size(), size_t(0));
    }

    void refusesAWrongPassword()
    {
        cli = std::make_unique<Cli>();
        cli->json({u"practice"_s, u"start"_s, u"--fault"_s, u"wrong-password"_s});
        const auto refused = cli->run({u"signin"_s, u"--cloud"_s, u"practice"_s, u"--service-principal"_s, u"a"_s,
                                       u"--secret"_s, u"client-secret=-"_s},
                                      "secret\n");
        QCOMPARE(refused.exitCode, 4);
        QVERIFY2(refused.errors.contains("AADSTS7000215"), refused.errors.constData());
        // The lab writes what it counts down once a second.
        QTRY_COMPARE(intAt(cli->json({u"practice"_s, u"status"_s})["faults"].at(0), "struck"), 1);
    }

    void endsWithItsProfile()
    {
        cli = std::make_unique<Cli>();
        cli->json({u"practice"_s, u"start"_s});
        const auto file = Json::parse(read(cli->profile() + u"/practice/lab.json"_s).toStdString());
        const auto process = pid_t(intAt(file, "pid"));
        QCOMPARE(kill(process, 0), 0);
        QVERIFY(QDir(cli->profile()).removeRecursively());
        QTRY_VERIFY_WITH_TIMEOUT(kill(process, 0) != 0 || isZombie(process), 10'000);
    }

    void startsAgainAfterItWasKilled()
    {
        cli = std::make_unique<Cli>();
        const Json before = cli->json({u"practice"_s, u"start"_s, u"--fault"_s, u"policy"_s});
        const auto file = Json::parse(read(cli->profile() + u"/practice/lab.json"_s).toStdString());
        QCOMPARE(kill(pid_t(intAt(file, "pid")), SIGKILL), 0);
        QTRY_COMPARE(boolAt(cli->json({u"practice"_s, u"status"_s}), "running", true), false);
        const Json after = cli->json({u"practice"_s, u"start"_s});
        QVERIFY(addresses(after) != addresses(before));
        QCOMPARE(after["faults"].size(), size_t(0));
        QCOMPARE(addresses(cli->json({u"practice"_s, u"status"_s})), addresses(after));
        cli->json({u"signin"_s, u"--cloud"_s, u"practice"_s, u"--device-code"_s}); // where it is now
    }

    void wrongWords()
    {
        cli = std::make_unique<Cli>();
        QCOMPARE(stringAt(cli->error({u"practice"_s, u"dance"_s}, 2), "code"), u"usage.act"_s);
        const Json error = cli->error({u"practice"_s, u"start"_s, u"--fault"_s, u"quota-zer"_s}, 2);
        QCOMPARE(stringAt(error, "code"), u"practice.unknownFault"_s);
        QCOMPARE(boolAt(cli->json({u"practice"_s, u"status"_s}), "running", true), false);
        QCOMPARE(stringAt(cli->error({u"practice"_s, u"status"_s, u"--fault"_s, u"policy"_s}, 1), "code"),
                 u"practice.notRunning"_s);
    }

private:
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static bool isZombie(pid_t process) { return read(u"/proc/%1/stat"_s.arg(process)).contains(") Z "); }
    static QStringList addresses(const Json &status)
    {
        QStringList urls;
        for (const Json &service : status["services"])
            urls << stringAt(service, "url");
        return urls;
    }

    std::unique_ptr<Cli> cli;
};

QTEST_GUILESS_MAIN(TestCliPractice)
#include "tst_clipractice.moc"
