#include "core/runs/failurecause.h"

#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;

class TestFailureCause : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QByteArray>("log");
        QTest::addColumn<QString>("exception"); // empty: none
        QTest::addColumn<QString>("file");      // of our own frame
        QTest::addColumn<int>("line");
        const QByteArray simple =
            "epoch 1\nTraceback (most recent call last):\n  File \"/r/code/train.py\", line 7, in <module>\n    "
            "main()\n"
            "  File \"/usr/lib/python3/json/x.py\", line 99, in load\n    raise E\nValueError: no data\nbye\n";
        QTest::newRow("simple") << simple << u"ValueError: no data"_s << u"/r/code/train.py"_s << 7;
        QTest::newRow("chained: the first is the cause")
            << QByteArray("Traceback (most recent call last):\n  File \"a.py\", line 1, in f\n    x\nKeyError: 'a'\n\n"
                          "During handling of the above exception, another exception occurred:\n\n"
                          "Traceback (most recent call last):\n  File \"b.py\", line 2, in g\n    y\nRuntimeError: b\n")
            << u"KeyError: 'a'"_s << u"a.py"_s << 1;
        QTest::newRow("two apart: the last")
            << QByteArray(
                   "Traceback (most recent call last):\n  File \"a.py\", line 1, in f\nKeyError: 'a'\ncaught it\n"
                   "Traceback (most recent call last):\n  File \"b.py\", line 2, in g\nTypeError: b\n")
            << u"TypeError: b"_s << u"b.py"_s << 2;
        QTest::newRow("carriage returns")
            << QByteArray("Traceback (most recent call last):\r\n  File \"a.py\", line 3, in f\r\nE: x\r\n")
            << u"E: x"_s << u"a.py"_s << 3;
        QTest::newRow("cut off") << QByteArray("Traceback (most recent call last):\n  File \"a.py\", line 3")
                                 << QString() << QString() << 0;
        QTest::newRow("none") << QByteArray("all good\n") << QString() << QString() << 0;
        QTest::newRow("empty") << QByteArray() << QString() << QString() << 0;
        QTest::newRow("invalid bytes")
            << QByteArray("Traceback (most recent call last):\n  File \"\xff.py\", line 3, in f\nE: \xfe\n")
            << u"E: \uFFFD"_s << u"\uFFFD.py"_s << 3;
        QTest::newRow("no number") << QByteArray(
                                          "Traceback (most recent call last):\n  File \"a.py\", line x, in f\nE: y\n")
                                   << u"E: y"_s << QString() << 0;
    }
    void finds()
    {
        QFETCH(QByteArray, log);
        QFETCH(QString, exception);
        QFETCH(QString, file);
        const auto cause = findFailureCause(log);
        QCOMPARE(cause.has_value(), !exception.isEmpty());
        if (!cause)
            return;
        QCOMPARE(cause->exception, exception);
        const TraceFrame *frame = cause->ownFrame(u"/r/code"_s);
        QCOMPARE(frame != nullptr, !file.isEmpty());
        if (frame) {
            QCOMPARE(frame->file, file);
            QTEST(frame->line, "line");
        }
    }

    void missingFile_data()
    {
        QTest::addColumn<QString>("exception");
        QTest::addColumn<QString>("file");
        const QString head = u"FileNotFoundError: [Errno 2] No such file or directory: "_s;
        QTest::newRow("plain") << head + u"'data/x.csv'"_s << u"data/x.csv"_s;
        QTest::newRow("with an apostrophe") << head + u"\"it's.csv\""_s << u"it's.csv"_s;
        QTest::newRow("escaped") << head + u"'a\\nb'"_s << QString();
        QTest::newRow("two") << head + u"'a' -> 'b'"_s << QString();
        QTest::newRow("empty name") << head + u"''"_s << QString();
        QTest::newRow("cut") << head + u"'a"_s << QString();
        QTest::newRow("own words") << u"FileNotFoundError: no such fold"_s << QString();
        QTest::newRow("another exception") << u"ValueError: 'data/x.csv'"_s << QString();
    }
    void missingFile()
    {
        QFETCH(QString, exception);
        FailureCause cause;
        cause.exception = exception;
        QTEST(cause.missingFile(), "file");
    }

    void aSibling()
    {
        FailureCause cause;
        cause.frames = {{u"/r/code2/x.py"_s, 1, {}}};
        QVERIFY(!cause.ownFrame(u"/r/code"_s));
    }
};

QTEST_GUILESS_MAIN(TestFailureCause)
#include "tst_failurecause.moc"
