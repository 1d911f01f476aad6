#include "core/logs/logcopy.h"
#include "tests/support/testsupport.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace mooring;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(mooring::LogPosition)

class TestLogCopy : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    LogContent contentOf(const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(u"log"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        file.close();
        auto index = std::make_shared<LineIndex>();
        index->append(bytes);
        return {LogFile::open(path).value(), index};
    }
    static QByteArray contentOfFile(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : "cannot read"_ba;
    }

private Q_SLOTS:
    void texts_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<LogPosition>("from");
        QTest::addColumn<LogPosition>("to");
        QTest::addColumn<QString>("text");
        const qsizetype end = layoutLimit;
        QTest::newRow("part of a line") << "hello world\n"_ba << LogPosition{0, 6} << LogPosition{0, 9} << u"wor"_s;
        QTest::newRow("backwards") << "hello world\n"_ba << LogPosition{0, 9} << LogPosition{0, 6} << u"wor"_s;
        QTest::newRow("over lines") << "abc\ndef\nghi\n"_ba << LogPosition{0, 1} << LogPosition{2, 2}
                                    << u"bc\ndef\ngh"_s;
        QTest::newRow("colours go") << "\x1b[31mred\x1b[0m x\n"_ba << LogPosition{0, 0} << LogPosition{0, end}
                                    << u"red x"_s;
        QTest::newRow("the last state") << "\r1%\r2%\n"_ba << LogPosition{0, 0} << LogPosition{0, end} << u"2%"_s;
        QTest::newRow("true characters, not the marks") << "a\xe2\x80\xae"
                                                           "b\n"_ba
                                                        << LogPosition{0, 0} << LogPosition{0, end} << u"a\u202Eb"_s;
        QTest::newRow("tabs stay") << "a\tb\n"_ba << LogPosition{0, 0} << LogPosition{0, end} << u"a\tb"_s;
        QTest::newRow("crlf") << "a\r\nb\r\n"_ba << LogPosition{0, 0} << LogPosition{1, end} << u"a\nb"_s;
        QTest::newRow("beyond the end") << "a\nb\n"_ba << LogPosition{1, 0} << LogPosition{9, 0} << u"b\n"_s;
    }
    void texts()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(LogPosition, from);
        QFETCH(LogPosition, to);
        const auto text = copyText(contentOf(bytes), from, to);
        MOORING_OK(text);
        QTEST(*text, "text");
    }

    void longLinesAreCopiedEntirely()
    {
        const QByteArray bytes = "a\n" + QByteArray(300'000, 'x') + "\nb\n";
        const auto text = copyText(contentOf(bytes), {0, 0}, {2, 1});
        MOORING_OK(text);
        QCOMPARE(text->toUtf8() + '\n', bytes);
    }

    void rawIsRaw()
    {
        const QByteArray bytes = "\x1b[31mred\x1b[0m\n\r1%\r2%\nlast"_ba;
        const auto text = copyRaw(contentOf(bytes), 0, 1);
        MOORING_OK(text);
        QCOMPARE(text->toUtf8(), "\x1b[31mred\x1b[0m\n\r1%\r2%\n"_ba);
    }

    void tooMuchIsRefused()
    {
        const LogContent content = contentOf(QByteArray(3000, 'x') + '\n' + QByteArray(3000, 'y'));
        const auto text = copyText(content, {0, 0}, {1, 5}, 5000);
        QVERIFY(!text);
        QCOMPARE(text.error().code, u"log.copyTooLarge"_s);
        QVERIFY(text.error().fix.contains(u"Save"_s));
        QVERIFY(!copyRaw(content, 0, 1, 5000));
        MOORING_OK(copyText(content, {0, 0}, {0, 100}, 1000)); // a piece of a long line is small
    }

    void savesIdentically()
    {
        QRandomGenerator random(3);
        QByteArray bytes(9'000'001, Qt::Uninitialized);
        for (char &byte : bytes)
            byte = char(random.generate());
        const LogContent content = contentOf(bytes);
        const QString copy = m_folder.filePath(u"copy.txt"_s);
        const auto saved = saveBytes(content, 0, bytes.size(), copy, {});
        MOORING_OK(saved);
        QCOMPARE(*saved, bytes.size());
        QCOMPARE(QCryptographicHash::hash(contentOfFile(copy), QCryptographicHash::Sha256),
                 QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
        MOORING_OK(saveBytes(content, 100, 5'000'000, copy, {}));
        QCOMPARE(contentOfFile(copy), bytes.mid(100, 4'999'900));
    }

    void failedSavesLeaveNothing_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("onto itself") << u"itself"_s;
        QTest::newRow("canceled") << u"canceled"_s;
        QTest::newRow("no such folder") << u"folder"_s;
        QTest::newRow("log ended early") << u"short"_s;
    }
    void failedSavesLeaveNothing()
    {
        QFETCH(QString, how);
        const LogContent content = contentOf("some bytes\n");
        const QString old = m_folder.filePath(u"old.txt"_s);
        QFile file(old);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("old") == 3);
        file.close();
        const QStringList before = QDir(m_folder.path()).entryList();
        CancelToken cancel;
        if (how == u"canceled")
            cancel.cancel();
        const QString to = how == u"itself"   ? content.file->path()
                           : how == u"folder" ? m_folder.filePath(u"none/x"_s)
                                              : old;
        const auto saved = saveBytes(content, 0, how == u"short" ? 100 : 11, to, cancel);
        QVERIFY(!saved);
        QVERIFY(!saved.error().message.isEmpty());
        QCOMPARE(contentOfFile(old), "old"_ba);
        QCOMPARE(contentOfFile(content.file->path()), "some bytes\n"_ba);
        QCOMPARE(QDir(m_folder.path()).entryList(), before);
    }
};

QTEST_GUILESS_MAIN(TestLogCopy)
#include "tst_logcopy.moc"
