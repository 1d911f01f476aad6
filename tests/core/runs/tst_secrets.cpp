#include "core/runs/secrets.h"
#include "tests/core/runs/sourcetree.h"
#include "tests/support/testsupport.h"

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

class TestSecrets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void content_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("line"); // -1: nothing found
        QTest::addColumn<QString>("what");
        QTest::addColumn<QByteArray>("value"); // must not appear
        const auto row = [](const char *name, const char *path, const QByteArray &content, int line,
                            const QString &what = {}, const QByteArray &value = "c4nary") {
            QTest::newRow(name) << QByteArray(path) << content << line << what << value;
        };
        const QByteArray hex32("0123456789abcdef0123456789abcdef"), word36("c4naryc4naryc4naryc4naryc4naryc4nary");
        row("dotenv", ".env", "# a\nDEBUG=1\nAPI_TOKEN=c4nary-9\n", 3, u"API_TOKEN=…"_s);
        row("dotenv export", "x.env", "export DB_PASSWORD='c4nary 9'\n", 1, u"DB_PASSWORD=…"_s);
        row("dotenv, harmless", "conf/dev.env", "DEBUG=1\nPORT=8080\nTOKENIZER=bert\n", -1);
        row("dotenv, empty", "dev.env", "API_TOKEN=\n", -1);
        row("dotenv, to fill in", "dev.env", "API_TOKEN=<your token>\nSECRET=changeme\nPASSWORD=${PW}\n", -1);
        row("yaml", "a/conf.yaml", "db:\n  user: me\n  password: c4nary9x\n", 3, u"password=…"_s);
        row("yaml null", "a/conf.yaml", "password: null\ntoken: ~\n", -1);
        row("json", "x.json", "{\n \"clientSecret\": \"c4nary99\"\n}", 2, u"clientSecret=…"_s);
        row("python", "a.py", "import os\ntoken = \"c4naryAbc123\"\n", 2, u"token=…"_s);
        row("python argument", "a.py", "connect(host='h', password='c4nary123')\n", 1, u"password=…"_s);
        row("python, from the environment", "a.py", "token = os.environ[\"API_TOKEN\"]\npassword = getpass()\n", -1);
        row("python, a type", "a.py", "def f(token: str, password: Optional[str] = None):\n", -1);
        row("python, words", "a.py",
            "pad_token = \"[PAD]\"\ntoken = 'hello'\nmax_tokens = 4096\ntoken_path = 'abc12345'\n", -1);
        row("python, compared", "a.py", "if token == \"c4naryAbc123\": pass\n", -1);
        row("shell in a script", "go.sh", "API_KEY=c4nary99 python a.py\n", 1, u"API_KEY=…"_s);
        row("AWS", "notes.txt", "x\ny AKIAABCDEFGHIJKLMNOP z\n", 2, u"AWS access key"_s, "AKIAABCDEFGHIJKLMNOP");
        row("AWS, part of a word", "notes.txt", "XAKIAABCDEFGHIJKLMNOP\n", -1);
        row("private key", "deploy", "-----BEGIN OPENSSH PRIVATE KEY-----\nc4nary\n", 1, u"private key"_s);
        row("certificate", "a.txt", "-----BEGIN CERTIFICATE-----\nMIIC\n", -1);
        row("storage", "a.cs",
            "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=c4nary4567890123456789012345678901234567890==;\n",
            1, u"AccountKey=…"_s);
        row("GitHub", "a.md", "ghp_" + word36 + "\n", 1, u"GitHub token"_s);
        row("GitHub, too short", "a.md", "ghp_abc\n", -1);
        row("Hugging Face", "a.ipynb", "\"login('hf_" + word36 + "')\"\n", 1, u"Hugging Face token"_s);
        row("Databricks", "a.txt", "dapi" + hex32 + "\n", 1, u"Databricks token"_s, hex32);
        row("Databricks, a word", "a.txt", "dapifoo " + hex32 + "\n", -1);
        row("signed address", "a.txt",
            "https://a.blob.core.windows.net/c?sv=2020&sig=c4nary89012345678901234567890123456789%3D\n", 1,
            u"signed address (sig=…)"_s);
        row("binary", "a.bin", QByteArray("API_TOKEN=c4nary99\0", 19), -1);
        row("windows lines", ".env", "A=1\r\nSECRET_KEY=c4nary9\r\n", 2, u"SECRET_KEY=…"_s);
        row("no line end", ".env", "SECRET_KEY=c4nary9", 1, u"SECRET_KEY=…"_s);
        row("quote never closed", ".env", "PASSWORD=\"c4nary9", 1, u"PASSWORD=…"_s);
        row("not UTF-8", ".env",
            "\xff\xfe=1\nPASSWORD=\xff"
            "c4nary\n",
            2, u"PASSWORD=…"_s);
        row("empty", "a.txt", "", -1);
        row("signs only", "a.env", "====::::\n=\n:\n\"=\"\n", -1);
        row("secret word in a value", "a.py", "print('password: ', x)\n", -1);
    }
    void content()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, content);
        QFETCH(int, line);
        QFETCH(QByteArray, value);
        const auto found = findSecrets(path, content);
        if (line < 0) {
            QVERIFY2(found.empty(), found.empty() ? "" : qPrintable(found[0].what));
            return;
        }
        QCOMPARE(found.size(), size_t(1));
        QCOMPARE(found[0].line, line);
        QTEST(found[0].what, "what");
        QVERIFY(!found[0].what.toUtf8().contains(value));
    }

    void names_data()
    {
        QTest::addColumn<bool>("secret");
        for (const char *name : {".env", "a/.env", ".env.local", "id_rsa", "keys/id_ed25519", "x.pem", "x.PFX",
                                 ".netrc", "a/credentials", "v.kdbx", "secrets.yaml"})
            QTest::newRow(name) << true;
        for (const char *name : {".env.example", "id_rsa.pub", "env", "credentials.py", "a.key/b", "pem", ".pem",
                                 "secrets.py", "train.py"})
            QTest::newRow(name) << false;
    }
    void names() { QTEST(hasSecretName(QTest::currentDataTag()), "secret"); }

    void nameWithoutContent()
    {
        const auto found = findSecrets("v.kdbx", QByteArrayView("\0\1\2", 3));
        QCOMPARE(found.size(), size_t(1));
        QCOMPARE(found[0].line, 0);
    }

    void fewAndFast()
    {
        const qint64 before = threadCpuMs();
        QCOMPARE(findSecrets(".env", QByteArray("PASSWORD=abcd1234\n").repeated(7000)).size(), size_t(10));
        QVERIFY(findSecrets("a.py", QByteArray(131072, '=')).empty());
        QVERIFY(findSecrets("a.py", QByteArray("token:").repeated(22000)).empty());
        QVERIFY(findSecrets("a.py", QByteArray("ghp_").repeated(32000)).empty());
        QVERIFY(findSecrets("a.py", QByteArray("-----BEGIN ").repeated(12000)).empty());
        QVERIFY2(threadCpuMs() - before < 2000, qPrintable(QString::number(threadCpuMs() - before)));
    }

    void onlyTheStartIsRead()
    {
        QVERIFY(findSecrets("a.env", QByteArray(secretScanLimit, '\n') + "PASSWORD=abcd1234\n").empty());
        QCOMPARE(findSecrets("a.env", QByteArray(1000, '\n') + "PASSWORD=abcd1234\n").size(), size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
