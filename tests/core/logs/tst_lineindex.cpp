#include "core/logs/linereader.h"
#include "tests/support/testsupport.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace mooring;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(mooring::LogEncoding)

class TestLineIndex : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    static std::shared_ptr<LineIndex> indexOf(const QByteArray &bytes, qsizetype block,
                                              LogEncoding encoding = LogEncoding::Utf8)
    {
        auto index = std::make_shared<LineIndex>(encoding);
        for (qsizetype at = 0; at < bytes.size(); at += block)
            index->append(QByteArrayView(bytes).sliced(at, std::min(block, bytes.size() - at)));
        return index;
    }

    LogContent contentOf(const QByteArray &bytes, qsizetype block = 1024 * 1024,
                         LogEncoding encoding = LogEncoding::Utf8)
    {
        const QString path = m_folder.filePath(u"log"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        file.close();
        return {LogFile::open(path).value(), indexOf(bytes, block, encoding)};
    }

private Q_SLOTS:
    void counts_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<qint64>("lines");
        QTest::newRow("empty") << QByteArray() << qint64(0);
        QTest::newRow("one, unfinished") << "a"_ba << qint64(1);
        QTest::newRow("one") << "a\n"_ba << qint64(1);
        QTest::newRow("empty line") << "\n"_ba << qint64(1);
        QTest::newRow("two") << "a\nb"_ba << qint64(2);
        QTest::newRow("crlf") << "a\r\nb\r\n"_ba << qint64(2);
        QTest::newRow("bare cr is no line end") << "a\rb\rc"_ba << qint64(1);
        QTest::newRow("nul") << QByteArray("a\0\n\0b\n", 6) << qint64(2);
        QTest::newRow("invalid utf-8") << "\xff\xfe\xfd\n\xc3\n"_ba << qint64(2);
        QTest::newRow("64") << QByteArray(64, '\n') << qint64(64);
        QTest::newRow("65") << QByteArray(65, '\n') << qint64(65);
    }
    void counts()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(qint64, lines);
        for (const qsizetype block : {1, 2, 3, 7, 1 << 20}) {
            const auto index = indexOf(bytes, block);
            QCOMPARE(index->lineCount(), lines);
            QCOMPARE(index->indexedBytes(), bytes.size());
        }
    }

    /// Against the simplest possible reader, with lines of every awkward length, in blocks of every awkward size.
    void agreesWithPlainSplit()
    {
        QRandomGenerator random(20261124);
        QByteArray bytes;
        for (int i = 0; i < 900; ++i) {
            const int kind = int(random.bounded(100));
            const int length = kind < 60 ? int(random.bounded(90)) : kind < 98 ? 0 : int(random.bounded(700'000));
            bytes += QByteArray(length, char('a' + i % 26)) + '\n';
        }
        bytes += "unfinished";
        const QList<QByteArray> plain = bytes.split('\n');
        for (const qsizetype block : {777, 65536, 1 << 22}) {
            const LogContent content = contentOf(bytes, block);
            QCOMPARE(content.index->lineCount(), plain.size());
            qint64 offset = 0;
            for (qint64 n = 0; n < plain.size(); ++n) {
                QCOMPARE(offsetOfLine(content, n), offset);
                QCOMPARE(lineAtOffset(content, offset), n);
                QCOMPARE(lineAtOffset(content, offset + plain[n].size()), n);
                const auto lines = readLines(content, n, 1);
                QCOMPARE(lines.size(), size_t(1));
                QCOMPARE(lines[0].number, n);
                QCOMPARE(lines[0].offset, offset);
                QCOMPARE(lines[0].length, plain[n].size());
                QCOMPARE(lines[0].head, plain[n].left(layoutLimit));
                if (plain[n].size() > layoutLimit)
                    QCOMPARE(lines[0].tail, plain[n].right(layoutLimit));
                offset += plain[n].size() + 1;
            }
            const auto all = readLines(content, 0, int(plain.size()) + 10);
            QCOMPARE(qint64(all.size()), plain.size());
        }
    }

    void costsLessThanAByteALine_data()
    {
        QTest::addColumn<int>("length");
        QTest::newRow("empty lines") << 0;
        QTest::newRow("10 bytes") << 9;
        QTest::newRow("100 bytes") << 99;
    }
    void costsLessThanAByteALine()
    {
        QFETCH(int, length);
        QByteArray block;
        for (int i = 0; i < 10'000; ++i)
            block += QByteArray(length, 'x') + '\n';
        LineIndex index;
        for (int i = 0; i < 100; ++i)
            index.append(block);
        QCOMPARE(index.lineCount(), 1'000'000);
        QVERIFY2(index.memoryUse() <= 1'000'000, qPrintable(QString::number(index.memoryUse())));
    }

    void longLineEndsAtAMark()
    {
        LineIndex index;
        const QByteArray block(1 << 20, 'x');
        index.append("first\n");
        for (int i = 0; i < 200; ++i)
            index.append(block);
        QCOMPARE(index.lineCount(), 2);
        QCOMPARE(index.markAfterOffset(6).line, -1);
        index.append("\nlast");
        QCOMPARE(index.markAfterOffset(6), (LineIndex::Mark{2, 6 + 200 * block.size() + 1}));
        QCOMPARE(index.lineCount(), 3);
    }

    void updatesOfTheUnfinishedLine()
    {
        LineIndex index;
        index.append("done\r\n");
        QCOMPARE(index.unfinishedUpdates(), 0);
        index.append("\r 1%\r 2%");
        QCOMPARE(index.unfinishedUpdates(), 2);
        index.append("\r");
        QCOMPARE(index.unfinishedUpdates(), 2);
        index.append(" 3%");
        QCOMPARE(index.unfinishedUpdates(), 3);
        index.append("\nnext\rstate");
        QCOMPARE(index.unfinishedUpdates(), 1);
    }

    void lastLinesWithoutAnIndex_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArrayList>("last");
        QTest::newRow("empty") << QByteArray() << QByteArrayList();
        QTest::newRow("fewer than asked") << "a\nb\n"_ba << QByteArrayList{"a", "b"};
        QTest::newRow("exactly") << "a\nb\nc"_ba << QByteArrayList{"a", "b", "c"};
        QTest::newRow("more") << "a\nb\nc\nd\n"_ba << QByteArrayList{"b", "c", "d"};
        QTest::newRow("lines of 100 kB") << QByteArray(100'000, 'x') + '\n' + QByteArray(100'000, 'y') + "\nc\nd\n"
                                         << QByteArrayList{QByteArray(65536, 'y'), "c", "d"};
        QTest::newRow("longer than is read") << QByteArray(6'000'000, 'x') + "\nd"_ba << QByteArrayList{"d"};
        QTest::newRow("one endless line") << QByteArray(6'000'000, 'x') << QByteArrayList{QByteArray(65536, 'x')};
    }
    void lastLinesWithoutAnIndex()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArrayList, last);
        const LogContent content = contentOf(bytes);
        QByteArrayList heads;
        for (const RawLine &line : readLastLines(*content.file, LogEncoding::Utf8, bytes.size(), 3)) {
            QCOMPARE(line.number, -1);
            heads << line.head;
        }
        QCOMPARE(heads, last);
    }

    void utf16_data()
    {
        QTest::addColumn<LogEncoding>("encoding");
        QTest::newRow("little endian") << LogEncoding::Utf16Le;
        QTest::newRow("big endian") << LogEncoding::Utf16Be;
    }
    void utf16()
    {
        QFETCH(LogEncoding, encoding);
        // U+0A0A and U+0D0A hold the byte of a line feed and end no line.
        const QString text = u"\uFEFFone\n\u0A0A\u0D0A\r\nthree"_s;
        const LogContent content = contentOf(encodeText(text, encoding), 4, encoding);
        QCOMPARE(detectEncoding(content.file->read(0, 4)), encoding);
        const auto lines = readLines(content, 0, 10);
        QCOMPARE(lines.size(), size_t(3));
        QCOMPARE(decodeLine(lines[0], encoding).text, u"one"_s);
        QCOMPARE(decodeLine(lines[1], encoding).text, u"\u0A0A\u0D0A"_s);
        QCOMPARE(decodeLine(lines[2], encoding).text, u"three"_s);
    }

    void foldsALineOverTheLimitToItsLastState()
    {
        QByteArray bar;
        for (int i = 0; i < 20'000; ++i)
            bar += "\r\x1b[32m" + QByteArray::number(i / 200) + "%\x1b[0m " + QByteArray::number(i) + "/20000";
        const LogContent content = contentOf("start\n" + bar + "\nend\n");
        const auto lines = readLines(content, 0, 3);
        QVERIFY(lines[1].length > layoutLimit);
        const DecodedLine shown = decodeLine(lines[1], LogEncoding::Utf8);
        QCOMPARE(shown.text, u"99% 19999/20000"_s);
        QCOMPARE(shown.runs.size(), size_t(1));
        QCOMPARE(shown.updates, -1);
    }

    void saysHowMuchOfALongLineIsHidden()
    {
        const LogContent content = contentOf(QByteArray(1'000'000, 'x') + '\n');
        const DecodedLine shown = decodeLine(readLines(content, 0, 1)[0], LogEncoding::Utf8);
        QCOMPARE(shown.text.size(), layoutLimit);
        QCOMPARE(shown.hiddenBytes, 1'000'000 - layoutLimit);
    }

    void shrunkFileEndsTheReading()
    {
        const LogContent content = contentOf("one\ntwo\nthree\nfour\n");
        QFile file(content.file->path());
        QVERIFY(file.resize(6));
        QVERIFY(readLines(content, 0, 10).size() <= 4);
        QVERIFY(readLines(content, 3, 10).size() <= 1);
    }
};

QTEST_GUILESS_MAIN(TestLineIndex)
#include "tst_lineindex.moc"
