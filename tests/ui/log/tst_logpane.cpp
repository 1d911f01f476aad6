#include "tests/support/guigaps.h"
#include "tests/support/testsupport.h"
#include "tests/ui/log/logfixture.h"
#include "ui/log/livestrip.h"
#include "ui/log/logpane.h"
#include "ui/log/logtoolrow.h"
#include "ui/log/logview.h"
#include "ui/log/logwindow.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/style.h"
#include "ui/widgets/tokens.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

class TestLogPane : public QObject
{
    Q_OBJECT

    std::unique_ptr<LogFixture> m_log;
    std::unique_ptr<LogPane> m_pane;

    template <class T>
    T *part(const QString &name) const
    {
        T *const found = m_pane->findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    void open(bool live = false)
    {
        m_pane = std::make_unique<LogPane>();
        m_pane->resize(766, 520);
        m_pane->setLive(live);
        m_pane->setLogs({{u"std_log.txt"_s, m_log->path()}});
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    }
    QString allText(QWidget *widget) const
    {
        QString text;
        for (const QLabel *label : widget->findChildren<QLabel *>())
            text += label->text() + u'\n';
        return text;
    }
    QString emptyText() const
    {
        auto *const empty = part<EmptyState>(u"logEmpty"_s);
        return empty->isVisible() ? allText(empty) : QString();
    }

private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, LookChoice::Light); }
    void init() { m_log = std::make_unique<LogFixture>(); }
    void cleanup() { m_pane.reset(); }

    void showsSizeLinesEncoding()
    {
        m_log->append(QByteArray("0123456789\n").repeated(48'189));
        open();
        QTRY_COMPARE(part<ElidedLabel>(u"logFacts"_s)->text(), u"530 kB, 48\u2009189 lines"_s);
        QCOMPARE(part<Chip>(u"logEncoding"_s)->text(), u"UTF-8"_s);
        QVERIFY(part<LogView>(u"logView"_s)->isVisible());
        QCOMPARE(part<Button>(u"logChoice"_s)->text(), u"std_log.txt"_s);
        for (const Button *button : m_pane->findChildren<Button *>())
            QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(),
                     qPrintable(button->objectName()));
    }

    void emptyStates()
    {
        open();
        QTRY_VERIFY(emptyText().contains(u"There is no log"_s));
        QVERIFY(emptyText().contains(m_log->path()));
        m_pane->setLive(true);
        QTRY_VERIFY(emptyText().contains(u"No output yet"_s));
        m_log->append({});
        m_pane->setLive(false);
        QTRY_VERIFY(emptyText().contains(u"Nothing was written"_s));
        m_log->append("x\n");
        QTRY_VERIFY(emptyText().isEmpty());
        m_pane->setLogs({});
        QTRY_VERIFY(emptyText().contains(u"No log"_s));
    }

    void silenceIsExplained()
    {
        m_log->append({});
        open(true);
        QTRY_VERIFY(emptyText().contains(u"No output yet"_s));
        QTRY_VERIFY_WITH_TIMEOUT(emptyText().contains(u"Python buffers its output"_s), 20'000);
        QVERIFY(emptyText().contains(u"No output for 1"_s));
        m_log->append("at last\n");
        QTRY_VERIFY(emptyText().isEmpty());
    }

    void liveStrip()
    {
        m_log->append("start\n\rEpoch 12/30:  33%|###   | 418/1250 [00:20<00:41, 20.20it/s]");
        open(true);
        auto *const strip = part<LiveStrip>(u"liveStrip"_s);
        QTRY_VERIFY(strip->isVisible());
        m_log->append("\rEpoch 12/30:  34%|###   | 419/1250 [00:20<00:41, 20.20it/s]");
        QTRY_VERIFY(strip->text().contains(u"419/1250"_s));
        QVERIFY(!strip->grab().isNull());
        m_log->append("\ndone\n");
        QTRY_VERIFY(!strip->isVisible());
        m_log->append("\r1%\r2%");
        QTRY_VERIFY(strip->isVisible());
        m_pane->setLive(false); // it has ended: what stands there is its last line, not live
        QVERIFY(!strip->isVisible());
    }

    void liveStripKeepsUpWithTheLog()
    {
        m_log->append("\rEpoch 1/40 1/10\rEpoch 1/40 2/10");
        open(true);
        auto *const strip = part<LiveStrip>(u"liveStrip"_s);
        QTRY_VERIFY(strip->isVisible());
        int seen = 0;
        QStringList behind;
        connect(m_pane->view(), &LogView::snapshotChanged, strip, [&] {
            const auto snapshot = m_pane->view()->snapshot();
            if (snapshot->liveUpdates == 0)
                return;
            ++seen;
            if (strip->text() != snapshot->liveText)
                behind << strip->text();
        });
        for (int epoch = 1; epoch <= 20; ++epoch) {
            m_log->append("\n\rEpoch " + QByteArray::number(epoch) + "/40 1/10\rEpoch " + QByteArray::number(epoch) +
                          "/40 2/10");
            const QString wanted = u"Epoch %1/40 2/10"_s.arg(epoch);
            QTRY_COMPARE(m_pane->view()->snapshot()->liveText, wanted);
            QCOMPARE(strip->text(), wanted); // not one frame later
            QVERIFY(strip->isVisible());
        }
        QVERIFY(seen > 0);
        QVERIFY2(behind.isEmpty(), qPrintable(behind.join(u'\n')));
    }

    void liveStripStaysBetweenTwoBars()
    {
        m_log->append("\r1/10\r2/10");
        open(true);
        auto *const strip = part<LiveStrip>(u"liveStrip"_s);
        QTRY_VERIFY(strip->isVisible());
        m_log->append("\n");
        QTRY_COMPARE(m_pane->view()->snapshot()->liveUpdates, 0);
        QVERIFY(strip->isVisible());
        QTRY_VERIFY(!strip->isVisible());
        QVERIFY(strip->text().isEmpty());
    }

    void followButton()
    {
        m_log->appendLines(1, 1000);
        open();
        auto *const follow = part<Button>(u"logFollow"_s);
        QTRY_VERIFY(follow->isChecked());
        QTRY_COMPARE(m_pane->view()->snapshot()->lines, 1000);
        QTest::keyClick(m_pane->view(), Qt::Key_PageUp);
        QTRY_VERIFY(!follow->isChecked());
        m_log->appendLines(1001, 1200);
        QTRY_COMPARE(follow->text(), u"1\u2009200 new lines"_s);
        QTest::mouseClick(follow, Qt::LeftButton);
        QVERIFY(m_pane->view()->isFollowing());
        QTRY_COMPARE(follow->text(), u"Follow"_s);
        QVERIFY(follow->isChecked());
    }

    void findField()
    {
        m_log->append(QByteArray("hay\n").repeated(200) + "Error one\n" + QByteArray("hay\n").repeated(200) +
                      "Error two\n");
        open();
        QTRY_COMPARE(m_pane->view()->snapshot()->lines, 402);
        m_pane->startFind();
        auto *const field = part<SearchField>(u"logFind"_s);
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, u"Error"_s);
        QTRY_COMPARE(m_pane->view()->findState().count, 2);
        QTRY_VERIFY(m_pane->view()->findState().current >= 0);
        const qint64 before = m_pane->view()->findState().current;
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(m_pane->view()->findState().current != before);
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(field->text().isEmpty());
        QVERIFY(m_pane->view()->hasFocus());
    }

    void goesToALine_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("key");
        QTest::addColumn<qint64>("line"); // from 0; -1: nothing happened
        QTest::newRow("plain") << u"500"_s << int(Qt::Key_Return) << qint64(499);
        QTest::newRow("as it is shown") << u"1\u2009000"_s << int(Qt::Key_Return) << qint64(999);
        QTest::newRow("beyond the end") << u"999999999"_s << int(Qt::Key_Return) << qint64(1999);
        QTest::newRow("zero") << u"0"_s << int(Qt::Key_Return) << qint64(0);
        QTest::newRow("no number") << u"abc"_s << int(Qt::Key_Return) << qint64(-1);
        QTest::newRow("Esc") << u"500"_s << int(Qt::Key_Escape) << qint64(-1);
    }
    void goesToALine()
    {
        QFETCH(QString, typed);
        QFETCH(int, key);
        QFETCH(qint64, line);
        m_log->appendLines(1, 2000);
        open();
        QTRY_COMPARE(m_pane->view()->snapshot()->lines, 2000);
        QTest::keyClick(m_pane->view(), Qt::Key_G, Qt::ControlModifier);
        auto *const field = part<QLineEdit>(u"logLine"_s);
        QTRY_VERIFY(field->hasFocus());
        field->setText(typed);
        QTest::keyClick(field, Qt::Key(key));
        QVERIFY(!field->isVisible());
        QVERIFY(m_pane->view()->hasFocus());
        QCOMPARE(m_pane->view()->isFollowing(), line < 0);
        if (line >= 0)
            QVERIFY(qAbs(m_pane->view()->topLine() - line) < 40);
    }

    void wrapButton()
    {
        m_log->append(QByteArray(5000, 'x') + '\n');
        open();
        QTRY_COMPARE(m_pane->view()->visibleText().size(), 1);
        QTest::mouseClick(part<Button>(u"logWrap"_s), Qt::LeftButton);
        QVERIFY(m_pane->view()->wraps());
        QVERIFY(m_pane->view()->visibleText().size() > 10);
    }

    void saysWhatBecameOfTheFile()
    {
        m_log->append("one\ntwo\n");
        open();
        QTRY_COMPARE(m_pane->view()->snapshot()->lines, 2);
        auto *const notice = part<Banner>(u"logNotice"_s);
        QVERIFY(!notice->isVisible());
        QVERIFY(QFile(m_log->path()).resize(0));
        m_log->append("new\n");
        QTRY_VERIFY(notice->isVisible());
        QVERIFY(allText(notice).contains(u"8 B"_s));
    }

    void refusedCopyOffersSaving()
    {
        const QByteArray block(1'000'000, 'x');
        for (int i = 0; i < 66; ++i)
            m_log->append(block + '\n');
        open();
        QTRY_VERIFY(m_pane->view()->snapshot()->complete && m_pane->view()->snapshot()->lines == 66);
        m_pane->view()->selectAll();
        m_pane->view()->copy();
        auto *const notice = part<Banner>(u"logNotice"_s);
        QTRY_VERIFY(notice->isVisible());
        QVERIFY2(allText(notice).contains(u"66.0 MB"_s), qPrintable(allText(notice)));
        QCOMPARE(notice->findChildren<Button *>().size(), 1);
    }

    void switchesLogs()
    {
        m_log->append("of std\n");
        open();
        LogFixture build(u"build.txt"_s);
        build.append("of build\n");
        m_pane->setLogs({{u"std_log.txt"_s, m_log->path()}, {u"build.txt"_s, build.path()}});
        QCOMPARE(m_pane->current(), 0);
        m_pane->setCurrent(1);
        QTRY_COMPARE(m_pane->view()->visibleText(), QStringList{u"of build"_s});
        QCOMPARE(part<Button>(u"logChoice"_s)->text(), u"build.txt"_s);
        m_pane->setLogs({{u"build.txt"_s, build.path()}}); // the current one stays
        QCOMPARE(m_pane->current(), 0);
        QTRY_COMPARE(m_pane->view()->visibleText(), QStringList{u"of build"_s});
    }

    /// A build log that is found before the log of what runs does not hide it.
    void theFirstIsShownAlsoWhenItComesLater()
    {
        m_log->append("of std\n");
        open();
        LogFixture build(u"build.txt"_s);
        build.append("of build\n");
        const std::vector<LogSource> alone{{u"build.txt"_s, build.path()}};
        const std::vector<LogSource> both{{u"std_log.txt"_s, m_log->path()}, alone.front()};
        m_pane->setLogs(alone);
        QTRY_COMPARE(m_pane->view()->visibleText(), QStringList{u"of build"_s});
        m_pane->setLogs(both);
        QTRY_COMPARE(m_pane->view()->visibleText(), QStringList{u"of std"_s});
        m_pane->setLogs(alone);
        m_pane->setCurrent(0); // a person chooses it
        m_pane->setLogs(both);
        QCOMPARE(m_pane->current(), 1);
        m_pane->setLogs({both.front()}); // and it is gone
        m_pane->setLogs(both);
        QCOMPARE(m_pane->current(), 0);
    }

    void window()
    {
        m_log->append("hello\n");
        LogWindow window(m_log->path());
        window.show();
        QVERIFY(window.windowTitle().startsWith(u"std_log.txt"_s));
        QTRY_COMPARE(window.pane()->view()->visibleText(), QStringList{u"hello"_s});
    }

    /// Looks the same in both palettes; with MOORING_PICTURES=DIR the pictures are kept to be looked at.
    void pictures_data()
    {
        QTest::addColumn<int>("look");
        QTest::newRow("light") << int(LookChoice::Light);
        QTest::newRow("dark") << int(LookChoice::Dark);
    }
    void pictures()
    {
        QFETCH(int, look);
        applyLook(*qApp, LookChoice(look));
        m_log->append(QByteArray("filler\n").repeated(48'164));
        m_log->append(
            "$ \x1b[1mpython train.py --fold 1 --epochs 30 --lr 3e-4\x1b[0m\n"
            "torch 2.3.1+cu121, cuda 12.1, device 0: RTX 4000\n"
            "[\x1b[36mdata\x1b[0m] train 38 400 windows, 12 bearings; val 9 600 windows\n"
            "[\x1b[36mdata\x1b[0m] cache \x1b[34m/home/user/.cache/bearings\x1b[0m is warm, nothing read from disk\n"
            "[\x1b[35mmodel\x1b[0m] ConvNet1d: 6 blocks, 1 284 614 parameters, bf16\n"
            "\x1b[1;33mWARNING\x1b[0m torch.compile: falling back to eager for layer \"pool\" (dynamic shape)\n");
        for (int epoch = 5; epoch < 12; ++epoch) {
            const QByteArray n = QByteArray::number(epoch).rightJustified(2);
            m_log->append("\repoch " + n + "/30   1% 12/1250\repoch " + n +
                          "/30 100% 1250/1250 [01:02<00:00, 20.1it/s]\n"
                          "\x1b[1mepoch " +
                          n +
                          "\x1b[0m  \x1b[90mloss\x1b[0m 0.4633  \x1b[90mval_loss\x1b[0m 0.4911  \x1b[90mval_acc\x1b[0m"
                          " \x1b[32m0.848\x1b[0m  \x1b[90mlr\x1b[0m 3.0e-04\n");
        }
        m_log->append("[\x1b[36mckpt\x1b[0m] saved \x1b[34moutputs/epoch-11.pt\x1b[0m (5.1 MB), best so far\n"
                      "\xed\x95\x99\xec\x8a\xb5 \xec\xa7\x84\xed\x96\x89: \xec\x86\x90\xec\x8b\xa4 0.2534 "
                      "\xf0\x9f\x98\x80 \x1b[38;5;208m256\x1b[0m"
                      " \x1b[38;2;90;200;250m24 bit\x1b[0m \x1b[41m red ground \x1b[0m \x1b[7minverse\x1b[0m "
                      "\x1b[4munder\x1b[0m\n"
                      "\x1b[1;31mFloatingPointError\x1b[0m: loss is nan at step 18 206\n"
                      "\x1b[1;33mWARNING\x1b[0m loss is NaN at step 13 762, batch skipped (1 of 3 allowed)\n"
                      "\rEpoch 12/30:  33%|\xe2\x96\x88\xe2\x96\x88\xe2\x96\x8d  | 417/1250 [00:20<00:41, 20.20it/s]"
                      "\rEpoch 12/30:  33%|\xe2\x96\x88\xe2\x96\x88\xe2\x96\x8d  | 418/1250 [00:20<00:41, 20.20it/s]");
        open(true);
        QTRY_VERIFY(m_pane->view()->snapshot()->complete && part<LiveStrip>(u"liveStrip"_s)->isVisible());
        m_pane->view()->setCauseLine(48'186);
        part<SearchField>(u"logFind"_s)->setText(u"loss"_s);
        QTRY_VERIFY(m_pane->view()->findState().current >= 0);
        m_pane->view()->setFollowing(true);
        QTest::qWait(200);
        const QImage picture = m_pane->grab().toImage();
        const Tokens tokens = Tokens::from(qApp->palette());
        QCOMPARE(picture.pixelColor(300, 300).isValid(), true);
        QCOMPARE(picture.pixelColor(4, 460), tokens.sunken); // the ground of the view, left of the numbers
        const QString folder = qEnvironmentVariable("MOORING_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(picture.save(folder + u"/logpane-"_s + QString::fromLatin1(QTest::currentDataTag()) + u".png"_s));
    }
};

QTEST_MAIN(TestLogPane)
#include "tst_logpane.moc"
