#include "core/logs/logfinder.h"
#include "tests/support/testsupport.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace mooring;
using namespace Qt::StringLiterals;

class TestLogSearch : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    LogContent contentOf(const QByteArray &bytes, LogEncoding encoding = LogEncoding::Utf8)
    {
        const QString path = m_folder.filePath(u"log"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        file.close();
        auto index = std::make_shared<LineIndex>(encoding);
        index->append(bytes);
        return {LogFile::open(path).value(), index};
    }
    static QList<qint64> find(const LogContent &content, const LogPattern &pattern)
    {
        QList<qint64> lines;
        searchLines(content, pattern, 0, content.index->indexedBytes(), {}, [&](qint64 line) {
            lines << line;
            return true;
        });
        return lines;
    }

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<qint64>>("lines");
        QTest::newRow("none") << "a\nb\n"_ba << u"x"_s << QList<qint64>{};
        QTest::newRow("nothing asked") << "a\nb\n"_ba << QString() << QList<qint64>{};
        QTest::newRow("each line once") << "aa a\nb\nxa\n"_ba << u"a"_s << QList<qint64>{0, 2};
        QTest::newRow("small finds large") << "Error\nerror\nerr\n"_ba << u"error"_s << QList<qint64>{0, 1};
        QTest::newRow("large is exact") << "Error\nerror\n"_ba << u"Error"_s << QList<qint64>{0};
        QTest::newRow("unfinished last line") << "a\nneedle"_ba << u"needle"_s << QList<qint64>{1};
        QTest::newRow("not across lines") << "nee\ndle\n"_ba << u"needle"_s << QList<qint64>{};
        QTest::newRow("korean") << "\xed\x95\x99\xec\x8a\xb5 1\nx\n"_ba << u"\uD559\uC2B5"_s << QList<qint64>{0};
        QTest::newRow("beside nul and damage")
            << QByteArray("a\0b\n\xff needle \xfe\n", 15) << u"needle"_s << QList<qint64>{1};
        QTest::newRow("longer than the file") << "ab"_ba << u"abcdef"_s << QList<qint64>{};
    }
    void finds()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        QTEST(find(contentOf(bytes), literalPattern(text, LogEncoding::Utf8)), "lines");
    }

    /// Matches at, before and across the borders of the blocks; lines of all lengths.
    void acrossBlocks()
    {
        for (int shift = -8; shift <= 8; ++shift) {
            QByteArray bytes;
            QList<qint64> expected;
            qint64 line = 0;
            for (int block = 1; block <= 3; ++block) {
                const qsizetype where = block * 1024 * 1024 + shift;
                while (bytes.size() + 70 < where) {
                    bytes += QByteArray(63, 'x') + '\n';
                    ++line;
                }
                bytes += QByteArray(where - bytes.size(), 'y') + "needle\n";
                expected << line++;
            }
            QCOMPARE(find(contentOf(bytes), literalPattern(u"needle"_s, LogEncoding::Utf8)), expected);
        }
    }

    void insideALongLine()
    {
        QByteArray bytes =
            "first\n" + QByteArray(5'000'000, 'x') + "needle" + QByteArray(3'000'000, 'x') + "needle\nneedle\n";
        QCOMPARE(find(contentOf(bytes), literalPattern(u"needle"_s, LogEncoding::Utf8)), (QList<qint64>{1, 2}));
    }

    void utf16()
    {
        const QByteArray bytes = encodeText(u"\uFEFFone\nTwo\nthree two\n"_s, LogEncoding::Utf16Le);
        const LogContent content = contentOf(bytes, LogEncoding::Utf16Le);
        QCOMPARE(find(content, literalPattern(u"two"_s, LogEncoding::Utf16Le)), QList<qint64>{2});
    }

    void errors()
    {
        const LogContent content =
            contentOf("ok\nTraceback (most recent call last):\n  File\nValueError: no\nERROR x\nerrors 0\nerror: y\n");
        QCOMPARE(find(content, errorPattern(LogEncoding::Utf8)), (QList<qint64>{1, 3, 4, 6}));
    }

    void finderCollects()
    {
        QByteArray bytes;
        for (int i = 0; i < 50'000; ++i)
            bytes += i % 1000 == 7 ? "needle\n" : "hay hay hay hay hay\n";
        LogFinder finder;
        finder.findAll(contentOf(bytes), literalPattern(u"needle"_s, LogEncoding::Utf8));
        QTRY_VERIFY(!finder.isSearching());
        QCOMPARE(finder.count(), size_t(50));
        QCOMPARE(finder.at(0), 7);
        QCOMPARE(finder.at(49), 49'007);
        QCOMPARE(finder.at(50), -1);
        QCOMPARE(finder.indexFrom(8), size_t(1));
        QCOMPARE(finder.indexFrom(49'008), size_t(50));
    }

    void finderExtends()
    {
        LogContent content = contentOf("needle\nhay\nnee");
        LogFinder finder;
        finder.findAll(content, literalPattern(u"needle"_s, LogEncoding::Utf8));
        QTRY_VERIFY(!finder.isSearching());
        QCOMPARE(finder.count(), size_t(1));
        finder.extend(contentOf("needle\nhay\nneedle\nneedle\n"));
        QTRY_VERIFY(!finder.isSearching());
        QCOMPARE(finder.count(), size_t(3));
        QCOMPARE(finder.at(2), 3);
    }

    void newSearchDropsTheOld()
    {
        const LogContent content = contentOf(QByteArray(20'000'000, 'a') + "\nb\n");
        LogFinder finder;
        for (int i = 0; i < 50; ++i)
            finder.findAll(content, literalPattern(u"a"_s, LogEncoding::Utf8));
        finder.findAll(content, literalPattern(u"b"_s, LogEncoding::Utf8));
        QTRY_VERIFY(!finder.isSearching());
        QCOMPARE(finder.count(), size_t(1));
        QCOMPARE(finder.at(0), 1);
        finder.clear();
        QCOMPARE(finder.count(), size_t(0));
    }

    void nextError()
    {
        const LogContent content = contentOf("ERROR 0\nok\nERROR 2\nok\n");
        LogFinder finder;
        QSignalSpy spy(&finder, &LogFinder::foundNext);
        const auto next = [&](qint64 line) {
            spy.clear();
            finder.findNext(content, errorPattern(LogEncoding::Utf8), line);
            return QTest::qWaitFor([&] { return spy.count() == 1; }) ? spy[0][0].toLongLong() : -99;
        };
        QCOMPARE(next(-1), 0);
        QCOMPARE(next(0), 2);
        QCOMPARE(next(2), -1);
        QCOMPARE(next(100), -1);
    }

    void canceledSearchStops()
    {
        const LogContent content = contentOf(QByteArray(8'000'000, 'x'));
        CancelToken cancel;
        cancel.cancel();
        int hits = 0;
        searchLines(content, literalPattern(u"x"_s, LogEncoding::Utf8), 0, 8'000'000, cancel,
                    [&](qint64) { return ++hits > 0; });
        QCOMPARE(hits, 0);
    }
};

QTEST_GUILESS_MAIN(TestLogSearch)
#include "tst_logsearch.moc"
