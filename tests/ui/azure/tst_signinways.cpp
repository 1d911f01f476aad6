// The ways to sign in that a person takes in the window: browser, Azure CLI, managed identity. Each comes about, is
// refused, is stopped, and takes too long.
#include "core/base/files.h"
#include "core/base/process.h"
#include "core/practice/world/labworld.h"
#include "tests/support/refusingkeychain.h"
#include "tests/support/testsupport.h"
#include "tests/support/uiwalker.h"
#include "tests/support/webserver.h"
#include "tests/ui/azure/azurebench.h"
#include "tests/ui/azure/practicebrowser.h"
#include "ui/azure/signin/signinstep.h"
#include "ui/context/openworkspace.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QRadioButton>
#include <QTcpSocket>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;
using Does = PracticeBrowser::Does;

namespace {

constexpr int kLimit = 15000; // a real az among them takes seconds

/// A variable of the environment, until this goes.
class Variable
{
public:
    Variable(const char *name, const QByteArray &value)
        : m_name(name), m_was(qgetenv(name)), m_wasSet(qEnvironmentVariableIsSet(name))
    {
        qputenv(name, value);
    }
    ~Variable()
    {
        if (m_wasSet)
            qputenv(m_name, m_was);
        else
            qunsetenv(m_name);
    }
    Q_DISABLE_COPY_MOVE(Variable)

private:
    const char *m_name;
    QByteArray m_was;
    bool m_wasSet;
};

/// The wizard with the practice lab's cloud and a way chosen.
void choose(AzureBench &bench, const char *method, const QStringList &faults = {})
{
    QVERIFY(bench.open(u"welcome"_s));
    bench.startLab(faults);
    bench.window->openWorkspace().noteChange();
    bench.window->router().go(u"open-workspace?cloud=practice"_s);
    QTRY_COMPARE(bench.find<QComboBox>("cloud")->currentData().toString(), u"practice"_s);
    bench.find<QRadioButton>(method)->click();
}

QByteArray authorityOf(const AzureBench &bench) { return readWholeFile(bench.lab().authorityPath()).valueOr({}); }

size_t accounts(const AzureBench &bench) { return bench.services->signIn->accounts().valueOr({}).size(); }

/// Signed in: the wizard has gone on to the account's workspaces.
#define VERIFY_SIGNED_IN(bench)                                                                                        \
    QTRY_VERIFY2_WITH_TIMEOUT((bench).isShown("pickerStep"), qPrintable((bench).textOf("signInText")), kLimit);        \
    QTRY_COMPARE((bench).find<QAbstractButton>("next")->text(), u"Open practice-ws"_s);                                \
    QCOMPARE(accounts(bench), size_t(1))

/// Nobody is signed in, the card says why, and one can try again.
#define VERIFY_ENDED(bench, title, part)                                                                               \
    QTRY_COMPARE_WITH_TIMEOUT((bench).textOf("signInState"), title, kLimit);                                           \
    QVERIFY2((bench).textOf("signInText").contains(part), qPrintable((bench).textOf("signInText")));                   \
    QVERIFY((bench).find<QAbstractButton>("next")->isEnabled());                                                       \
    QVERIFY(!(bench).isShown("stopSignIn"));                                                                           \
    QCOMPARE(accounts(bench), size_t(0));                                                                              \
    MOORING_WALK((bench).window.get())

/// A program `az` before all others on PATH.
struct PretendCli
{
    explicit PretendCli(const QByteArray &script)
    {
        (void)writeFileAtomically(folder.filePath(u"az"_s), "#!/bin/sh\n" + script + "\n", 0755);
    }
    QTemporaryDir folder;
    Variable path{"PATH", folder.path().toUtf8() + ":" + qgetenv("PATH")};
};

/// The real az, with a home of its own, which trusts the lab and knows its cloud.
struct RealCli
{
    explicit RealCli(const AzureBench &bench) : authority("REQUESTS_CA_BUNDLE", bench.lab().authorityPath().toUtf8())
    {
        const Json status = bench.lab().status();
        for (const Json &service : status.value("services", Json::array())) {
            if (stringAt(service, "kind") == u"arm")
                arm = stringAt(service, "url");
        }
    }
    bool run(const QStringList &arguments) const
    {
        Command command;
        command.program = u"az"_s;
        command.arguments = arguments;
        command.limit = std::chrono::seconds(60);
        const auto output = runCommand(command, {});
        if (!output || !output->succeeded())
            qWarning("%s", output ? output->errors.constData() : qPrintable(output.error().text()));
        return output && output->succeeded();
    }
    bool makeCloudKnown() const
    {
        return run({u"cloud"_s, u"register"_s, u"-n"_s, u"practice"_s, u"--endpoint-resource-manager"_s, arm}) &&
               run({u"cloud"_s, u"set"_s, u"-n"_s, u"practice"_s});
    }
    bool signIn() const
    {
        return run({u"login"_s, u"--service-principal"_s, u"-u"_s, u"practice-app"_s, u"-p"_s, u"practice-secret"_s,
                    u"--tenant"_s, QString::fromLatin1(practice::kTenant)});
    }
    /// What it keeps of tokens that still last.
    void forgetTokens() const
    {
        for (const char *name : {"msal_token_cache.json", "msal_http_cache.bin"})
            QFile::remove(home.filePath(QLatin1String(name)));
    }

    QString arm;
    QTemporaryDir home;
    Variable path{"PATH", MOORING_AZURE_CLI "/bin:" + qgetenv("PATH")};
    Variable config{"AZURE_CONFIG_DIR", home.path().toUtf8()};
    Variable discovery{"AZURE_CORE_INSTANCE_DISCOVERY", "false"};
    Variable telemetry{"AZURE_CORE_COLLECT_TELEMETRY", "false"};
    Variable bytecode{"PYTHONPYCACHEPREFIX", MOORING_AZURE_CLI "/bytecode"};
    Variable authority;
};

bool hasRealCli() { return QFile::exists(QStringLiteral(MOORING_AZURE_CLI) + u"/.complete"_s); }

} // namespace

class TestSignInWays : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void browserComesBack()
    {
        AzureBench bench;
        choose(bench, "method-browser");
        PracticeBrowser browser(Does::SignsIn, authorityOf(bench));
        bench.press("next");
        VERIFY_SIGNED_IN(bench);
        QCOMPARE(browser.opened.size(), 1);
        QVERIFY(browser.opened.first().path().endsWith(u"/oauth2/v2.0/authorize"_s));
        QCOMPARE(browser.redirected.size(), 1);
        QCOMPARE(browser.redirected.first().host(), u"localhost"_s);
        QTRY_VERIFY2(browser.lastPage.contains("You can close this window"), browser.lastPage.constData());
        QCOMPARE(bench.textOf("accountKept"), u"Until Mooring ends: there is no keychain"_s);
    }

    void browserIsRefused_data()
    {
        QTest::addColumn<bool>("cancels");
        QTest::addColumn<QStringList>("faults");
        QTest::addColumn<QString>("part");
        QTest::newRow("the person cancels there") << true << QStringList() << u"the user canceled the authentication"_s;
        QTest::newRow("the code is not redeemed") << false << QStringList{u"wrong-password"_s} << u"AADSTS50126"_s;
    }
    void browserIsRefused()
    {
        QFETCH(bool, cancels);
        QFETCH(QString, part);
        QFETCH(QStringList, faults);
        AzureBench bench;
        choose(bench, "method-browser", faults);
        PracticeBrowser browser(cancels ? Does::Cancels : Does::SignsIn, authorityOf(bench));
        bench.press("next");
        VERIFY_ENDED(bench, u"The sign-in was refused."_s, part);
    }

    void browserIsStopped_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("Esc") << true;
        QTest::newRow("Stop waiting") << false;
    }
    void browserIsStopped()
    {
        QFETCH(bool, byKey);
        AzureBench bench;
        choose(bench, "method-browser");
        PracticeBrowser browser(Does::Nothing, {});
        bench.press("next");
        QTRY_COMPARE(bench.textOf("signInState"), u"Waiting for the browser"_s);
        QCOMPARE(bench.find<QAbstractButton>("next")->isEnabled(), false);
        MOORING_WALK(bench.window.get());
        auto *stop = bench.find<QWidget>("stopSignIn");
        stop->setFocus(Qt::TabFocusReason);
        if (byKey)
            QTest::keyClick(stop, Qt::Key_Escape);
        else
            QTest::keyClick(stop, Qt::Key_Space);
        QVERIFY(!bench.isShown("signInCard"));
        QVERIFY(bench.find<QRadioButton>("method-browser")->hasFocus());
        QTRY_COMPARE(bench.jobs->runningCount(), 0);
        const QUrl back(QUrlQuery(browser.opened.first()).queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded));
        QTcpSocket late;
        late.connectToHost(u"127.0.0.1"_s, quint16(back.port()));
        QVERIFY(!late.waitForConnected(1000)); // nobody waits for it any more
        QCOMPARE(accounts(bench), size_t(0));
    }

    void browserTakesTooLong()
    {
        AzureBench bench;
        choose(bench, "method-browser");
        PracticeBrowser browser(Does::Nothing, {});
        bench.find<SignInStep>("signInStep")->setPatience(std::chrono::milliseconds(300));
        bench.press("next");
        VERIFY_ENDED(bench, u"Nobody signed in in time."_s, u"Nobody finished the sign-in in the browser."_s);
    }

    /// The address can be taken to a browser by hand. (Offscreen nothing opens one.)
    void noBrowserIsThere()
    {
        AzureBench bench;
        choose(bench, "method-browser");
        bench.press("next");
        QTRY_COMPARE(bench.textOf("signInState"), u"No browser was opened"_s);
        MOORING_WALK(bench.window.get());
        bench.press("copySignInAddress");
        PracticeBrowser browser(Does::SignsIn, authorityOf(bench));
        browser.open(QUrl(QGuiApplication::clipboard()->text()));
        VERIFY_SIGNED_IN(bench);
    }

    void azureCliThatIsSignedIn()
    {
        MOORING_NEEDS(hasRealCli(), "the Azure CLI in build/azurecli");
        AzureBench bench;
        choose(bench, "method-azure-cli");
        const RealCli az(bench);
        QVERIFY(az.makeCloudKnown());
        QVERIFY(az.signIn());
        bench.press("next");
        QCOMPARE(bench.textOf("signInState"), u"Asking the Azure CLI for a token"_s);
        VERIFY_SIGNED_IN(bench);
        QCOMPARE(bench.textOf("accountKept"), u"Kept, renewed by itself"_s); // by az
    }

    /// In az's own words, as the real one says them.
    void azureCliThatIsNotSignedIn()
    {
        MOORING_NEEDS(hasRealCli(), "the Azure CLI in build/azurecli");
        AzureBench bench;
        choose(bench, "method-azure-cli");
        const RealCli az(bench);
        bench.press("next");
        VERIFY_ENDED(bench, u"The sign-in was refused."_s, u"Please run 'az login' to setup account."_s);
    }

    /// What az kept of itself is not taken any more.
    void azureCliWhoseSignInHasEnded()
    {
        MOORING_NEEDS(hasRealCli(), "the Azure CLI in build/azurecli");
        AzureBench bench;
        choose(bench, "method-azure-cli");
        const RealCli az(bench);
        QVERIFY(az.makeCloudKnown());
        QVERIFY(az.signIn());
        az.forgetTokens();
        MOORING_OK(bench.lab().setFaults({u"wrong-password"_s}, {}));
        bench.press("next");
        VERIFY_ENDED(bench, u"The sign-in was refused."_s, u"AADSTS7000215"_s);
    }

    void azureCliIsNotThere()
    {
        AzureBench bench;
        choose(bench, "method-azure-cli");
        const QTemporaryDir nothing;
        const Variable path("PATH", nothing.path().toUtf8());
        bench.press("next");
        VERIFY_ENDED(bench, u"The sign-in did not come about."_s, u"The Azure CLI (az) is not installed"_s);
    }

    void azureCliIsStopped()
    {
        AzureBench bench;
        choose(bench, "method-azure-cli");
        const PretendCli az("echo $$ > \"$0.pid\"; exec sleep 60");
        bench.press("next");
        const QString pidFile = az.folder.filePath(u"az.pid"_s);
        QTRY_VERIFY(QFile::exists(pidFile));
        bench.press("stopSignIn");
        QVERIFY(!bench.isShown("signInCard"));
        QTRY_COMPARE(bench.jobs->runningCount(), 0);
        const QByteArray pid = readWholeFile(pidFile).valueOr({}).trimmed();
        QTRY_VERIFY(!QFile::exists(u"/proc/"_s + QString::fromLatin1(pid))); // and it is gone
        QCOMPARE(accounts(bench), size_t(0));
    }

    void azureCliTakesTooLong()
    {
        AzureBench bench;
        choose(bench, "method-azure-cli");
        const PretendCli az("exec sleep 60");
        bench.find<SignInStep>("signInStep")->setPatience(std::chrono::milliseconds(500));
        bench.press("next");
        VERIFY_ENDED(bench, u"The sign-in did not come about."_s, u"The Azure CLI did not answer within 500 ms."_s);
    }

    void managedIdentity_data()
    {
        QTest::addColumn<QList<int>>("statuses"); ///< of the answers, one after the other; 200 has the lab's token
        QTest::addColumn<QString>("part");        ///< of the reason; empty: signed in
        QTest::newRow("there") << QList<int>{200} << QString();
        QTest::newRow("being updated, then there") << QList<int>{404, 200} << QString(); // two seconds
        QTest::newRow("refusing") << QList<int>{400} << u"Identity not found"_s;
        QTest::newRow("silent") << QList<int>{0} << u"did not answer"_s;
        QTest::newRow("no such machine") << QList<int>{} << u"Managed identities exist only on computers in Azure."_s;
    }
    void managedIdentity()
    {
        QFETCH(QList<int>, statuses);
        QFETCH(QString, part);
        AzureBench bench;
        choose(bench, "method-managed-identity");
        const Json token = labToken(bench);
        std::atomic<int> asked = 0;
        const WebServer service([&](const WebAsk &) {
            const int status = statuses.value(qMin(asked++, int(statuses.size()) - 1));
            if (status == 200)
                return WebAnswer::json(toBytes(token));
            WebAnswer refused = WebAnswer::json(
                R"({"error":"invalid_request","error_description":"Identity not found"})", status ? status : 200);
            refused.delayMs = status ? 0 : 3000;
            return refused;
        });
        const Variable address("AZURE_POD_IDENTITY_AUTHORITY_HOST",
                               statuses.isEmpty() ? "http://127.0.0.1:9" : service.base());
        bench.find<SignInStep>("signInStep")->setPatience(std::chrono::milliseconds(1500));
        bench.press("next");
        if (part.isEmpty()) {
            VERIFY_SIGNED_IN(bench);
            QCOMPARE(service.asked().front().header("Metadata"), "true");
        } else {
            VERIFY_ENDED(bench, u"The sign-in did not come about."_s, part);
        }
    }

    /// While the service is being updated, one waits up to a minute: not when it is stopped.
    void managedIdentityIsStopped()
    {
        AzureBench bench;
        choose(bench, "method-managed-identity");
        const WebServer service([](const WebAsk &) { return WebAnswer{404, {}}; });
        const Variable address("AZURE_POD_IDENTITY_AUTHORITY_HOST", service.base());
        bench.press("next");
        QTRY_VERIFY(service.count() > 0);
        QCOMPARE(bench.textOf("signInState"), u"Asking this machine's metadata service for a token"_s);
        bench.press("stopSignIn");
        QTRY_COMPARE(bench.jobs->runningCount(), 0);
        QCOMPARE(service.count(), 1);
        QCOMPARE(accounts(bench), size_t(0));
    }

    /// A keychain that fails ends no sign-in: it goes on for the session, and says so.
    void aBrokenKeychainIsSaid()
    {
        RefusingKeychain keychain(Error::failed(u"credentials.failed"_s, u"The keychain did not do what was asked."_s)
                                      .withCause(u"Disk is full."_s));
        std::unique_ptr<SignInService> signIn;
        AzureBench bench;
        bench.prepare = [&, before = bench.prepare](OpenedServices &opened) {
            before(opened);
            signIn = std::make_unique<SignInService>(*opened.workspace, keychain);
            opened.credentials = &keychain;
            opened.signIn = signIn.get();
        };
        choose(bench, "method-browser");
        PracticeBrowser browser(Does::SignsIn, authorityOf(bench));
        bench.press("next");
        QTRY_COMPARE_WITH_TIMEOUT(bench.textOf("signInState"),
                                  u"Signed in until Mooring ends: the keychain did not keep it."_s, kLimit);
        QVERIFY2(bench.textOf("signInText").contains(u"Disk is full."_s), qPrintable(bench.textOf("signInText")));
        QCOMPARE(bench.find<QAbstractButton>("next")->text(), u"&Next"_s);
        MOORING_WALK(bench.window.get());
        bench.press("next");
        VERIFY_SIGNED_IN(bench);
        QVERIFY2(bench.textOf("accountKept").startsWith(u"Until Mooring ends: the keychain did not keep it."_s),
                 qPrintable(bench.textOf("accountKept")));
        bench.press("signOut"); // and what is not kept can be forgotten
        QTRY_VERIFY(bench.isShown("signInStep"));
        QTRY_COMPARE(accounts(bench), size_t(0));
    }

private:
    /// A token of the lab, as the metadata service would give it: all its fields are text.
    static Json labToken(const AzureBench &bench)
    {
        const auto cloud = bench.services->signIn->clouds().find(u"practice"_s);
        const auto client =
            cloud ? bench.services->signIn->client(*cloud) : Result<std::shared_ptr<WebClient>>(cloud.error());
        if (!client)
            return {};
        const SignInPlace place{*cloud, QString::fromLatin1(practice::kTenant), u"practice-app"_s, client->get()};
        const auto reply = signInAsServicePrincipal(place, cloud->scope(), "practice-secret", {});
        return reply ? Json{{"access_token", reply->access.value.toStdString()},
                            {"client_id", "practice-app"},
                            {"expires_in", "3600"},
                            {"resource", toStd(cloud->audience)},
                            {"token_type", "Bearer"},
                            {"refresh_token", ""}}
                     : Json();
    }
};

MOORING_AZURE_TEST_MAIN(TestSignInWays)
#include "tst_signinways.moc"
