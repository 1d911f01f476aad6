#include "core/azure/http/redaction.h"
#include "core/base/redactor.h"
#include "tests/support/testsupport.h"

using namespace mooring;
using namespace Qt::StringLiterals;

/// Nothing that answers of Azure hold as a secret survives, by name of its key or by its value.
class TestRedaction : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answers_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("vm") << QByteArray(
            R"({"administratorAccount":{"username":"u","password":"CANARY","publicKeyData":"CANARY","privateKeyData":"CANARY"}})");
        QTest::newRow("databricks") << QByteArray(R"({"databricksAccessToken":"CANARY"})");
        QTest::newRow("aks") << QByteArray(R"({"userKubeConfig":"CANARY","adminKubeConfig":"CANARY"})");
        QTest::newRow("workspace keys") << QByteArray(
            R"({"userStorageKey":"CANARY","appInsightsInstrumentationKey":"CANARY","containerRegistryCredentials":{"username":"r","passwords":[{"name":"password","value":"CANARY"}]},"notebookAccessKeys":{"primaryAccessKey":"CANARY","secondaryAccessKey":"CANARY"}})");
        QTest::newRow("kubernetes") << QByteArray(
            R"({"properties":{"relayConnectionString":"CANARY","serviceBusConnectionString":"CANARY"}})");
        QTest::newRow("batch") << QByteArray(R"({"primary":"CANARY","secondary":"CANARY"})");
        QTest::newRow("token") << QByteArray(
            R"({"access_token":"CANARY","refresh_token":"CANARY","id_token":"CANARY","accessToken":"CANARY"})");
        QTest::newRow("pending upload") << QByteArray(
            R"({"blobReferenceForConsumption":{"credential":{"sasUri":"https:\/\/a/b?sig=CANARY"}}})");
        QTest::newRow("log files") << QByteArray(R"({"logFiles":{"a.txt":"https:\/\/a/b?sv=1&sig=CANARY&sp=r"}})");
        QTest::newRow("kubeconfigs") << QByteArray(R"({"kubeconfigs":[{"name":"c","value":"CANARY"}]})");
        QTest::newRow("container") << QByteArray(R"({"environmentVariables":[{"name":"K","secureValue":"CANARY"}]})");
        QTest::newRow("upper case") << QByteArray(R"({"PassWord":"CANARY","ACCESS_TOKEN":"CANARY"})");
        QTest::newRow("header in a text") << QByteArray(R"({"message":"sent Authorization: Bearer CANARYCANARY.x"})");
        QTest::newRow("no JSON") << QByteArray("<a href='https://x?sig=CANARY'>Bearer CANARYCANARY</a>");
        QTest::newRow("cut off") << QByteArray(R"({"url":"https:\/\/x?a=1&sig=CANARY)");
    }
    void answers()
    {
        QFETCH(QByteArray, body);
        const QByteArray clean = withoutSecrets(body);
        QVERIFY2(!clean.contains("CANARY"), clean.constData());
        QVERIFY(clean.contains("***"));
    }

    void whatIsNoSecretStays()
    {
        const QByteArray body =
            R"({"name":"vm1","tags":{"value":"x"},"parameters":[{"value":"5"}],"key":null,"password":null})";
        QCOMPARE(withoutSecrets(body), body);
    }

    void byValueToo()
    {
        Redactor::instance().add("some-access-token");
        QVERIFY(!withoutSecrets(QByteArray(R"({"message":"some-access-token"})")).contains("some-access-token"));
        Redactor::instance().clear();
    }

    void addresses()
    {
        QCOMPARE(printable(QUrl(u"https://u:p@h/x?sv=1&sig=abc%2Fd&sp=r"_s)), u"https://h/x?sv=1&sig=***&sp=r"_s);
        QCOMPARE(printable(QUrl(u"http://localhost:1/?code=abc&state=s"_s)), u"http://localhost:1/?code=***&state=s"_s);
    }
};

QTEST_GUILESS_MAIN(TestRedaction)
#include "tst_redaction.moc"
