#include "core/base/text.h"

#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;

class TestText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void durations_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << qint64(0) << u"0 ms"_s;
        QTest::newRow("ms") << qint64(884) << u"884 ms"_s;
        QTest::newRow("tenths") << qint64(4200) << u"4.2 s"_s;
        QTest::newRow("seconds") << qint64(59999) << u"59 s"_s;
        QTest::newRow("minutes") << qint64(741000) << u"12 min 21 s"_s;
        QTest::newRow("round minutes") << qint64(1860000) << u"31 min"_s;
        QTest::newRow("hours") << qint64(11100000) << u"3 h 5 min"_s;
        QTest::newRow("days") << qint64(187200000) << u"2 d 4 h"_s;
    }
    void durations()
    {
        QFETCH(qint64, ms);
        QTEST(humanDuration(ms), "text");
    }

    void sizes_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("0") << qint64(0) << u"0 B"_s;
        QTest::newRow("999") << qint64(999) << u"999 B"_s;
        QTest::newRow("kB") << qint64(1100) << u"1.1 kB"_s;
        QTest::newRow("no 1000 kB") << qint64(999999) << u"1.0 MB"_s;
        QTest::newRow("MB") << qint64(214000000) << u"214 MB"_s;
        QTest::newRow("beyond the units") << std::numeric_limits<qint64>::max() << u"9223 PB"_s;
    }
    void sizes()
    {
        QFETCH(qint64, bytes);
        QTEST(humanSize(bytes), "text");
    }

    void counts()
    {
        QCOMPARE(humanCount(7), u"7"_s);
        QCOMPARE(humanCount(48189), u"48\u2009189"_s);
        QCOMPARE(humanCount(-1234567), u"-1\u2009234\u2009567"_s);
    }

    void nearest()
    {
        const QStringList words{u"address"_s, u"port"_s, u"password"_s};
        QCOMPARE(nearestWord(u"adress"_s, words), u"address"_s);
        QCOMPARE(nearestWord(u"PORT"_s, words), u"port"_s);
        QVERIFY(nearestWord(u"zzzzzz"_s, words).isEmpty());
        QVERIFY(nearestWord(u"port"_s, {}).isEmpty());
    }

    void quotes()
    {
        QCOMPARE(shellQuote("it's"), QByteArray("'it'\\''s'"));
        QCOMPARE(shellQuote(""), QByteArray("''"));
    }

    void commands()
    {
        QCOMPARE(shellCommand({u"run"_s, u"--var"_s, u"A=b"_s, u"/x/y.py"_s}), u"run --var A=b /x/y.py"_s);
        QCOMPARE(shellCommand({u"a b"_s, QString(), u"it's"_s, u"$x"_s, u"가"_s}), u"'a b' '' 'it'\\''s' '$x' '가'"_s);
    }

    void plainNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("plain");
        QTest::newRow("good") << u"gpu-box_2.a"_s << true;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("dash") << u"-rf"_s << false;
        QTest::newRow("dot") << u".."_s << false;
        QTest::newRow("slash") << u"a/b"_s << false;
        QTest::newRow("korean") << u"상자"_s << false;
        QTest::newRow("newline") << u"a\nb"_s << false;
        QTest::newRow("200") << QString(200, u'x') << true;
        QTest::newRow("201") << QString(201, u'x') << false;
    }
    void plainNames()
    {
        QFETCH(QString, name);
        QTEST(isPlainName(name), "plain");
    }
};

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
