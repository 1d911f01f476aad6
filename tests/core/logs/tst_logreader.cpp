#include "core/logs/logreader.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace mooring;
using namespace Qt::StringLiterals;

class TestLogReader : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<LogReader> m_reader;

    void append(const QByteArray &bytes)
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::Append | QIODevice::Unbuffered));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    void replace(const QByteArray &bytes, const QString &path)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    void open(int rows = 10)
    {
        m_reader = std::make_unique<LogReader>();
        m_reader->setWant({-1, rows, {}});
        m_reader->open(m_path);
    }
    QStringList texts() const
    {
        QStringList all;
        const auto snapshot = m_reader->snapshot(); // held: the reader may replace it meanwhile
        for (const ShownLine &line : snapshot->window)
            all << line.decoded.text;
        return all;
    }
    qint64 firstNumber() const
    {
        const auto snapshot = m_reader->snapshot();
        return snapshot->window.empty() ? -2 : snapshot->window.front().number;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"std_log.txt"_s);
    }
    void cleanup() { m_reader.reset(); }

    void showsTheEnd()
    {
        append("one\ntwo\nthree\n");
        open(2);
        QTRY_COMPARE(texts(), (QStringList{u"two"_s, u"three"_s}));
        QCOMPARE(firstNumber(), 1);
        const auto snapshot = m_reader->snapshot();
        QVERIFY(snapshot->complete && snapshot->atEnd);
        QCOMPARE(snapshot->lines, 3);
        QCOMPARE(snapshot->size, 14);
    }

    void answersAWindow()
    {
        QByteArray bytes;
        for (int i = 0; i < 1000; ++i)
            bytes += "line " + QByteArray::number(i) + '\n';
        append(bytes);
        open();
        m_reader->setWant({500, 3, {}});
        QTRY_COMPARE(texts(), (QStringList{u"line 500"_s, u"line 501"_s, u"line 502"_s}));
        m_reader->setWant({998, 30, {}});
        QTRY_COMPARE(texts(), (QStringList{u"line 998"_s, u"line 999"_s}));
        m_reader->setWant({5000, 3, {}});
        QTRY_COMPARE(m_reader->snapshot()->want, (LogWant{5000, 3, {}}));
        QVERIFY(texts().isEmpty());
    }

    void followsGrowth()
    {
        append("one\n");
        open();
        QTRY_COMPARE(texts(), QStringList{u"one"_s});
        const int generation = m_reader->snapshot()->generation;
        append("tw");
        QTRY_COMPARE(texts(), (QStringList{u"one"_s, u"tw"_s}));
        append("o\nthree\n");
        QTRY_COMPARE(texts(), (QStringList{u"one"_s, u"two"_s, u"three"_s}));
        QCOMPARE(m_reader->snapshot()->generation, generation);
        QVERIFY(m_reader->snapshot()->grownAtMs > 0);
    }

    void liveLine()
    {
        append("start\n\r 10%|#   | 1/10\r 20%|##  | 2/10");
        open();
        QTRY_COMPARE(m_reader->snapshot()->liveText, u" 20%|##  | 2/10"_s);
        QCOMPARE(m_reader->snapshot()->liveUpdates, 2);
        append("\r100%|####| 10/10\n");
        QTRY_VERIFY(m_reader->snapshot()->liveText.isEmpty());
        QCOMPARE(texts().last(), u"100%|####| 10/10"_s);
        QCOMPARE(m_reader->snapshot()->window.back().decoded.updates, 2);
    }

    void unfolds()
    {
        append("plain\n\r1%\r2%\r3%\n");
        open();
        QTRY_COMPARE(texts(), (QStringList{u"plain"_s, u"3%"_s}));
        QVERIFY(m_reader->snapshot()->window[1].states.empty());
        m_reader->setWant({-1, 10, {1}});
        QTRY_COMPARE(m_reader->snapshot()->window[1].states.size(), size_t(3));
        QCOMPARE(m_reader->snapshot()->window[1].states[0].text, u"1%"_s);
        QVERIFY(m_reader->snapshot()->window[0].states.empty());
    }

    void truncation()
    {
        append("one\ntwo\nthree\n");
        open();
        QTRY_COMPARE(texts().size(), 3);
        const int generation = m_reader->snapshot()->generation;
        QVERIFY(QFile(m_path).resize(0));
        QTRY_VERIFY(m_reader->snapshot()->lastBreak.has_value());
        QCOMPARE(m_reader->snapshot()->lastBreak->kind, LogBreak::Kind::Truncated);
        QCOMPARE(m_reader->snapshot()->lastBreak->bytesBefore, 14);
        QVERIFY(m_reader->snapshot()->generation > generation);
        append("new\n");
        QTRY_COMPARE(texts(), QStringList{u"new"_s});
    }

    void replacedByRename()
    {
        append("old 1\nold 2\n");
        open();
        QTRY_COMPARE(texts().size(), 2);
        const QString other = m_folder->filePath(u"other"_s);
        replace("new 1\nnew 2\nnew 3\n", other);
        QCOMPARE(::rename(qPrintable(other), qPrintable(m_path)), 0);
        QTRY_COMPARE(texts(), (QStringList{u"new 1"_s, u"new 2"_s, u"new 3"_s}));
        QCOMPARE(m_reader->snapshot()->lastBreak->kind, LogBreak::Kind::Replaced);
        append("new 4\n"); // the new file is the one that is followed
        QTRY_COMPARE(texts().size(), 4);
    }

    /// Rewritten in place between two looks, and longer than before: neither size nor inode tell.
    void rewrittenLonger()
    {
        append("old content\n");
        open();
        QTRY_COMPARE(texts().size(), 1);
        replace("quite another content\nand more\n", m_path);
        QTRY_COMPARE(texts(), (QStringList{u"quite another content"_s, u"and more"_s}));
        QVERIFY(m_reader->snapshot()->lastBreak.has_value());
    }

    void deletedStaysReadable()
    {
        append("kept\n");
        open();
        QTRY_COMPARE(texts().size(), 1);
        QVERIFY(QFile::remove(m_path));
        QTRY_VERIFY(m_reader->snapshot()->gone);
        QCOMPARE(texts(), QStringList{u"kept"_s});
        append("back\n");
        QTRY_COMPARE(texts(), QStringList{u"back"_s});
        QVERIFY(!m_reader->snapshot()->gone);
    }

    void missingIsWaitedFor()
    {
        open();
        QTRY_VERIFY(m_reader->snapshot()->error.has_value());
        QCOMPARE(m_reader->snapshot()->error->code, u"log.missing"_s);
        append("here\n");
        QTRY_COMPARE(texts(), QStringList{u"here"_s});
        QVERIFY(!m_reader->snapshot()->error.has_value());
    }

    void notAFile_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("folder") << u"folder"_s;
        QTest::newRow("fifo") << u"fifo"_s;
        QTest::newRow("device") << u"device"_s;
    }
    void notAFile()
    {
        QFETCH(QString, kind);
        if (kind == u"folder")
            QVERIFY(QDir().mkdir(m_path));
        else if (kind == u"fifo")
            QCOMPARE(::mkfifo(qPrintable(m_path), 0600), 0);
        else
            m_path = u"/dev/zero"_s;
        open();
        QTRY_VERIFY(m_reader->snapshot()->error.has_value());
        QCOMPARE(m_reader->snapshot()->error->code, u"log.notAFile"_s);
        QVERIFY(m_reader->snapshot()->error->message.contains(m_path));
    }

    void emptyThenUtf16()
    {
        append({});
        open();
        QTRY_VERIFY(m_reader->snapshot()->complete);
        append(QByteArray("\xff\xfe"
                          "a\0\n\0b\0",
                          8));
        QTRY_COMPARE(texts(), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(m_reader->snapshot()->encoding(), LogEncoding::Utf16Le);
        QVERIFY(!m_reader->snapshot()->lastBreak.has_value());
    }

    void aMillionEmptyLines()
    {
        append(QByteArray(1'000'000, '\n'));
        open(3);
        QTRY_VERIFY(m_reader->snapshot()->complete);
        QCOMPARE(m_reader->snapshot()->lines, 1'000'000);
        QCOMPARE(firstNumber(), 999'997);
        m_reader->setWant({500'000, 2, {}});
        QTRY_COMPARE(firstNumber(), 500'000);
    }

    void oneLineOf200MB()
    {
        const QByteArray block(1 << 20, 'x');
        for (int i = 0; i < 200; ++i)
            append(block);
        open(3);
        QTRY_COMPARE(m_reader->snapshot()->size, 200 * block.size());
        QTRY_VERIFY(m_reader->snapshot()->complete);
        QCOMPARE(m_reader->snapshot()->window.size(), size_t(1));
        QCOMPARE(m_reader->snapshot()->window[0].decoded.text.size(), layoutLimit);
        QCOMPARE(m_reader->snapshot()->window[0].decoded.hiddenBytes, 200 * block.size() - layoutLimit);
        append("\nafter\n");
        QTRY_COMPARE(texts().value(1), u"after"_s);
        QCOMPARE(m_reader->snapshot()->lines, 2);
    }

    /// The end is there before the line numbers are.
    void tailBeforeTheIndex()
    {
        QByteArray block;
        for (int i = 0; i < 100'000; ++i)
            block += "0123456789 0123456789 0123456789 0123456789\n";
        for (int i = 0; i < 30; ++i)
            append(block);
        append("the last line\n");
        m_reader = std::make_unique<LogReader>();
        std::vector<std::shared_ptr<const LogSnapshot>> seen;
        connect(m_reader.get(), &LogReader::updated, this, [&] { seen.push_back(m_reader->snapshot()); });
        m_reader->setWant({-1, 5, {}});
        m_reader->open(m_path);
        QTRY_VERIFY(m_reader->snapshot()->complete);
        QCOMPARE(m_reader->snapshot()->lines, 3'000'001);
        QTRY_COMPARE(firstNumber(), 2'999'996);
        const auto withText = std::find_if(seen.begin(), seen.end(), [](const auto &s) { return !s->window.empty(); });
        QVERIFY(withText != seen.end());
        QCOMPARE((*withText)->window.back().decoded.text, u"the last line"_s);
    }

    /// However fast the file grows, announcements come at most once a frame or so.
    void announcesInFrames()
    {
        append("start\n");
        open();
        QTRY_VERIFY(m_reader->snapshot()->complete);
        QSignalSpy spy(m_reader.get(), &LogReader::updated);
        QElapsedTimer timer;
        timer.start();
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::Append | QIODevice::Unbuffered));
        while (timer.elapsed() < 500) {
            file.write("a line of the log\n");
            QCoreApplication::processEvents();
        }
        QVERIFY2(spy.count() <= 500 / 16 + 5, qPrintable(QString::number(spy.count())));
        QVERIFY(spy.count() >= 3);
        QTRY_COMPARE(m_reader->snapshot()->size, file.size());
    }

    void endsWhileReading()
    {
        append(QByteArray(50'000'000, '\n'));
        for (int i = 0; i < 20; ++i)
            open(); // each one destroys the reader before it is through
    }
};

QTEST_GUILESS_MAIN(TestLogReader)
#include "tst_logreader.moc"
