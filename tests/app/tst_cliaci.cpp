#include "tests/app/cli.h"
#include "tests/app/processwatch.h"
#include "tests/core/credentials/keyringsession.h"

#include "core/base/files.h"
#include "core/credentials/credentialstore.h"

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

/// The real program, a real keychain, the practice lab: a model in Azure Container Instances.
class TestCliAci : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        MOORING_NEEDS(!keyringMode().isEmpty(), "dbus-run-session and gnome-keyring-daemon");
        QVERIFY(unlockKeyring());
        cli = std::make_unique<Cli>();
        source = cli->source(u"score.py"_s, "def init():\n    pass\ndef run(body):\n    return 1\n");
        MOORING_OK(makeFolder(cli->folder() + u"/model"_s));
        MOORING_OK(writeFileAtomically(cli->folder() + u"/model/weights.txt"_s, "weights", 0644));
        cli->json({u"practice"_s, u"start"_s});
        const auto signedIn = cli->run({u"signin"_s, u"--cloud"_s, u"practice"_s, u"--service-principal"_s,
                                        u"practice-app"_s, u"--secret"_s, u"client-secret=-"_s},
                                       "secret\n");
        QVERIFY2(signedIn.exitCode == 0, signedIn.errors.constData());
    }
    void cleanupTestCase()
    {
        if (cli)
            cli->run({u"practice"_s, u"stop"_s});
        endKeyring();
    }

    void needsAWorkspaceOfAzure()
    {
        const Json error = cli->error(deploy(u"bearing"_s), 2);
        QCOMPARE(stringAt(error, "code"), u"endpoint.needsWorkspace"_s);
        QVERIFY(stringAt(error, "fix").contains(u"mooring workspace use"_s));
        const Json size = cli->error({u"deploy"_s, u"here"_s, u"--model"_s, cli->folder() + u"/model"_s, u"--to"_s,
                                      u"process"_s, u"--cpu"_s, u"2"_s},
                                     2);
        QCOMPARE(stringAt(size, "code"), u"endpoint.onlyInAzure"_s);
    }

    void fromTheFirstDeploymentToNothing()
    {
        ProcessWatch watch;
        QByteArray shown;
        const auto run = [&](const QStringList &words) {
            const CommandOutput output = cli->run(QStringList{u"--json"_s} + words);
            shown += output.output + output.errors;
            if (output.exitCode != 0)
                qWarning("%s: %s", qPrintable(words.join(u' ')), output.errors.constData());
            return Json::parse(output.output.toStdString(), nullptr, false);
        };
        const Json made = run(inAzure(deploy(u"bearing"_s)));
        QCOMPARE(stringAt(made, "state"), u"running"_s);
        QCOMPARE(stringAt(made, "to"), u"aci"_s);
        QVERIFY(stringAt(made, "scoringUri").startsWith(u"http://127.80.82."_s));
        QVERIFY(stringAt(made, "container").startsWith(u"bearing-v1-"_s));
        QVERIFY2(shown.contains("public and plain HTTP") && shown.contains("Pulled"), shown.constData());
        const QByteArray key = keyOf(made);
        QCOMPARE(key.size(), 43);

        const QString data = cli->folder() + u"/data.json"_s;
        MOORING_OK(writeFileAtomically(data, "{\"a\": 1}", 0644));
        const Json tested = run({u"test"_s, u"bearing"_s, u"--data"_s, data});
        QCOMPARE(intAt(tested, "status"), 200);
        const auto log = cli->run({u"endpoint-logs"_s, u"bearing"_s});
        QVERIFY2(log.output.startsWith("Practice lab: a pretend container") && log.output.contains("request"),
                 log.output.constData());
        const auto build = cli->run({u"endpoint-logs"_s, u"bearing"_s, u"--name"_s, u"build"_s});
        QVERIFY2(build.output.contains("Started"), build.output.constData());
        const Json listed = run({u"endpoints"_s});
        QCOMPARE(stringAt(listed[0], "state"), u"running"_s);
        QCOMPARE(stringAt(listed[0], "scoringUri"), stringAt(made, "scoringUri"));

        const Json second = run(inAzure(deploy(u"bearing"_s) << u"--replace"_s));
        QCOMPARE(stringAt(second, "version"), u"2"_s);
        QVERIFY(stringAt(second, "scoringUri") != stringAt(made, "scoringUri"));
        QVERIFY(shown.contains("nothing was sent"));
        QCOMPARE(stringAt(run({u"stop"_s, u"bearing"_s}), "state"), u"stopped"_s);
        QCOMPARE(stringAt(run({u"restart"_s, u"bearing"_s}), "state"), u"running"_s);
        shown += log.output + build.output;
        const QByteArray other = keyOf(second);
        QVERIFY(!other.isEmpty() && other != key);
        run({u"undeploy"_s, u"bearing"_s});
        QCOMPARE(run({u"endpoints"_s}).size(), size_t(0));
        QVERIFY(keyOf(second).isEmpty());

        const QByteArray kept = everythingIn(cli->profile());
        QVERIFY(kept.contains("practice"));
        for (const QByteArray &secret : {key, other, QByteArray("sig=")}) {
            QVERIFY2(!shown.contains(secret), "it was printed");
            QVERIFY2(!kept.contains(secret), "it was kept");
            QVERIFY2(!watch.saw(secret), "a process had it");
        }
        QVERIFY(watch.saw("endpoint-logs")); // it looks
    }

private:
    QStringList deploy(const QString &name) const
    {
        return {u"deploy"_s,   name,    u"--model"_s, cli->folder() + u"/model"_s,
                u"--source"_s, source,  u"--score"_s, u"score.py"_s,
                u"--to"_s,     u"aci"_s};
    }
    static QStringList inAzure(QStringList words) { return words << u"--workspace"_s << u"practice-ws"_s; }
    /// Of the version that the document tells of, from the keychain of this session.
    QByteArray keyOf(const Json &document) const
    {
        const QString version = stringAt(document, "version");
        const QString owner = stringAt(document, "container").section(u'-', -1);
        return CredentialStore::system()
            ->read(u"endpoint/bearing/v%1-%2"_s.arg(version, owner), CancelToken())
            .valueOr({});
    }

    std::unique_ptr<Cli> cli;
    QString source;
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    TestCliAci test;
    if (!keyringMode().isEmpty() || !hasKeyringPrograms())
        return QTest::qExec(&test, app.arguments());
    return runInKeyringSession(u"keyring"_s, true, app.arguments().mid(1));
}

#include "tst_cliaci.moc"
