#include "core/logs/progresstext.h"
#include "tests/support/testsupport.h"

using namespace mooring;
using namespace Qt::StringLiterals;

class TestProgressText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("label");
        QTest::addColumn<int>("percent");
        QTest::addColumn<qint64>("done");
        QTest::addColumn<qint64>("total");
        QTest::addColumn<QString>("rate");
        QTest::addColumn<QString>("left");
        QTest::newRow("tqdm") << u"Epoch 12/30:  33%|\u2588\u2588\u2588\u258d     | 418/1250 [00:20<00:41, 20.21it/s]"_s
                              << u"Epoch 12/30"_s << 33 << qint64(418) << qint64(1250) << u"20.21 it/s"_s << u"0:41"_s;
        QTest::newRow("tqdm at start") << u"  0%|          | 0/1250 [00:00<?, ?it/s]"_s << QString() << 0 << qint64(0)
                                       << qint64(1250) << QString() << QString();
        QTest::newRow("tqdm, slow") << u"100%|###| 3/3 [01:02<00:00, 20.10s/it]"_s << QString() << 100 << qint64(3)
                                    << qint64(3) << u"20.10 s/it"_s << u"0:00"_s;
        QTest::newRow("tqdm, hours") << u"train: 5%|# | 5/100 [1:00:00<19:00:00,  1.2MB/s]"_s << u"train"_s << 5
                                     << qint64(5) << qint64(100) << u"1.2 MB/s"_s << u"19:00:00"_s;
        QTest::newRow("percent only") << u"Downloading [=====>    ] 45 %"_s << u"Downloading"_s << 45 << qint64(-1)
                                      << qint64(-1) << QString() << QString();
        QTest::newRow("count only") << u"epoch 3 step 17/200"_s << u"epoch 3 step"_s << 8 << qint64(17) << qint64(200)
                                    << QString() << QString();
        QTest::newRow("over 100") << u"x 250%"_s << u"x"_s << 100 << qint64(-1) << qint64(-1) << QString() << QString();
        QTest::newRow("total of nothing")
            << u"0/0"_s << QString() << 0 << qint64(0) << qint64(0) << QString() << QString();
    }
    void parses()
    {
        QFETCH(QString, text);
        const auto line = parseProgress(text);
        QVERIFY(line.has_value());
        QTEST(line->label, "label");
        QFETCH(int, percent);
        QCOMPARE(int(line->fraction * 100), percent);
        QTEST(line->done, "done");
        QTEST(line->total, "total");
        QTEST(line->rate, "rate");
        QTEST(line->left, "left");
    }

    void nothing_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("text") << u"loading the data"_s;
        QTest::newRow("path") << u"reading data/12/34.txt"_s;
        QTest::newRow("huge") << QString(100'000, u'9');
        QTest::newRow("hostile") << QString(u"1,"_s).repeated(40'000);
    }
    void nothing()
    {
        QFETCH(QString, text);
        QVERIFY(!parseProgress(text));
    }
};

QTEST_GUILESS_MAIN(TestProgressText)
#include "tst_progresstext.moc"
