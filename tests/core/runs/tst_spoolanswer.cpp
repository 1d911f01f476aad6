#include "core/runs/spoolanswer.h"
#include "tests/support/testsupport.h"

using namespace mooring;
using namespace Qt::StringLiterals;

class TestSpoolAnswer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wholeAnswer()
    {
        const QByteArray answer = "spool 1\nfile 12 3 4 a b\nab\n\0\nfile 0 0 0 c\n\ngone d\ndone\n"_ba;
        const SpoolAnswer parsed = parseSpoolAnswer(answer);
        QVERIFY(parsed.whole && !parsed.missing);
        QCOMPARE(parsed.files.size(), size_t(2));
        QCOMPARE(parsed.files[0].name, "a b"_ba);
        QCOMPARE(parsed.files[0].size, qint64(12));
        QCOMPARE(parsed.files[0].start, qint64(3));
        QCOMPARE(parsed.files[0].bytes, "ab\n\0"_ba);
        QCOMPARE(parsed.files[1].bytes, QByteArray());
        QCOMPARE(parsed.gone, std::vector<QByteArray>{"d"});
        QVERIFY(parseSpoolAnswer("spool 1\nmissing\ndone\n").missing);
    }

    /// Cut off anywhere: what came whole is there, and never a byte that is not the file's.
    void cutOffAnywhere()
    {
        const QByteArray answer = "spool 1\nfile 9 0 4 a\nabcd\nfile 9 0 9 b\n123456789\ndone\n"_ba;
        for (qsizetype i = 0; i < answer.size(); ++i) {
            const SpoolAnswer parsed = parseSpoolAnswer(answer.left(i));
            QVERIFY(!parsed.whole);
            for (const auto &file : parsed.files)
                QCOMPARE(file.bytes, file.name == "a" ? "abcd"_ba : "123456789"_ba);
        }
        QVERIFY(parseSpoolAnswer(answer).whole);
    }

    void badAnswers_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("another version") << "spool 2\ndone\n"_ba;
        QTest::newRow("no number") << "spool 1\nfile x 0 1 a\nb\ndone\n"_ba;
        QTest::newRow("negative") << "spool 1\nfile 5 0 -1 a\nb\ndone\n"_ba;
        QTest::newRow("huge") << "spool 1\nfile 5 0 9223372036854775807 a\nb\ndone\n"_ba;
        QTest::newRow("became shorter while it was read") << "spool 1\nfile 9 0 9 a\nabc\ndone\n"_ba;
        QTest::newRow("no name") << "spool 1\nfile 9 0 1 \na\ndone\n"_ba;
        QTest::newRow("noise") << "welcome\nspool 1\ndone\n"_ba;
    }
    void badAnswers()
    {
        QFETCH(QByteArray, answer);
        const SpoolAnswer parsed = parseSpoolAnswer(answer);
        QVERIFY(!parsed.whole);
        QVERIFY(parsed.files.empty());
    }
};

QTEST_GUILESS_MAIN(TestSpoolAnswer)
#include "tst_spoolanswer.moc"
