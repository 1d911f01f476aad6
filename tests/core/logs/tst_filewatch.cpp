#include "core/base/files.h"
#include "core/logs/filewatch.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>

#include <thread>

using namespace mooring;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What ends a wait, and that nothing else does: a wait that always ends keeps a core busy.
class TestFileWatch : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;
    QString m_path;

    void write(const QByteArray &text) const
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append));
        QCOMPARE(file.write(text), text.size());
    }

private Q_SLOTS:
    void init() { m_path = m_folder.filePath(QString::fromLatin1(QTest::currentDataTag()) + u".txt"_s); }

    void nothingHappens_data()
    {
        QTest::addColumn<bool>("isThere");
        QTest::newRow("a file") << true;
        QTest::newRow("no file") << false;
    }
    void nothingHappens()
    {
        QFETCH(bool, isThere);
        if (isThere)
            write("x");
        FileWatch watch;
        watch.setPath(m_path);
        QVERIFY(!watch.wait(20ms));
        for (int i = 0; i < 3; ++i) { // as a follower does that looks whether the file has come
            watch.setPath(m_path);
            QVERIFY(!watch.wait(20ms));
        }
    }

    void somethingHappens_data()
    {
        QTest::addColumn<bool>("isThere");
        QTest::addColumn<bool>("again");
        QTest::newRow("grows") << true << false;
        QTest::newRow("grows, set anew") << true << true;
        QTest::newRow("comes") << false << false;
        QTest::newRow("comes, set anew") << false << true;
    }
    void somethingHappens()
    {
        QFETCH(bool, isThere);
        QFETCH(bool, again);
        if (isThere)
            write("x");
        FileWatch watch;
        watch.setPath(m_path);
        if (again)
            watch.setPath(m_path);
        write("y");
        QVERIFY(watch.wait(5s));
        QFile::remove(m_path);
    }

    void isWoken()
    {
        FileWatch watch;
        std::thread other([&watch] { watch.wake(); });
        QVERIFY(watch.wait(5s));
        other.join();
        QVERIFY(!watch.waitForWake(1ms));
    }
};

QTEST_GUILESS_MAIN(TestFileWatch)
#include "tst_filewatch.moc"
