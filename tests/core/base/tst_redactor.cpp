#include "core/base/redactor.h"

#include <QTest>

using namespace mooring;

class TestRedactor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void removes_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray secret("s3cret/&token?");
        QTest::newRow("plain") << "x " + secret + " y";
        QTest::newRow("base64") << "Basic " + secret.toBase64();
        QTest::newRow("base64url") << secret.toBase64(QByteArray::Base64UrlEncoding);
        QTest::newRow("percent") << "?t=" + secret.toPercentEncoding();
        QTest::newRow("hex") << secret.toHex();
    }
    void removes()
    {
        Redactor redactor;
        redactor.add("s3cret/&token?");
        QFETCH(QByteArray, text);
        const QByteArray clean = redactor.redact(text);
        QVERIFY2(clean.contains("***"), clean.constData());
        QVERIFY(!clean.contains("s3cret"));
    }

    void longestFirst()
    {
        Redactor redactor;
        redactor.add("abcd");
        redactor.add("abcdefgh");
        QCOMPARE(redactor.redact(QByteArray("abcdefgh")), QByteArray("***"));
    }

    void shortValuesAreLeft()
    {
        Redactor redactor;
        redactor.add("ab");
        QCOMPARE(redactor.redact(QByteArray("table")), QByteArray("table"));
    }
};

QTEST_GUILESS_MAIN(TestRedactor)
#include "tst_redactor.moc"
