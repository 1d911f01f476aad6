#include "tests/support/guigaps.h"
#include "tests/support/testsupport.h"
#include "tests/ui/log/logfixture.h"
#include "ui/log/logview.h"

#include <QAccessible>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTimer>

#include <thread>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

class TestLogView : public QObject
{
    Q_OBJECT

    std::unique_ptr<LogFixture> m_log;
    std::unique_ptr<LogView> m_view;

    void open()
    {
        m_view = std::make_unique<LogView>();
        m_view->resize(800, 400);
        m_view->setPath(m_log->path());
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        QTRY_VERIFY(m_view->snapshot()->complete);
        m_view->setFocus();
    }
    void openLines(int count)
    {
        m_log->appendLines(1, count);
        open();
        QTRY_COMPARE(m_view->visibleText().value(m_view->visibleText().size() - 1), u"line %1"_s.arg(count));
    }
    QString first() const { return m_view->visibleText().value(0); }
    QString last() const { return m_view->visibleText().isEmpty() ? QString() : m_view->visibleText().last(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(m_view.get(), key, modifiers);
    }
    QString clipboardAfter(std::function<void()> act)
    {
        QGuiApplication::clipboard()->setText(u"before"_s);
        act();
        const bool changed = QTest::qWaitFor([] { return QGuiApplication::clipboard()->text() != u"before"; });
        return changed ? QGuiApplication::clipboard()->text() : u"nothing was copied"_s;
    }

private Q_SLOTS:
    void init() { m_log = std::make_unique<LogFixture>(); }
    void cleanup() { m_view.reset(); }

    void beginsAtTheEndAndFollows()
    {
        openLines(1000);
        QVERIFY(m_view->isFollowing());
        m_log->append("the newest\n");
        QTRY_COMPARE(last(), u"the newest"_s);
        QCOMPARE(m_view->verticalScrollBar()->value(), m_view->verticalScrollBar()->maximum());
    }

    void scrollingUpEndsFollowing()
    {
        openLines(1000);
        QSignalSpy spy(m_view.get(), &LogView::followingChanged);
        const QString before = first();
        key(Qt::Key_Up);
        QVERIFY(!m_view->isFollowing());
        QCOMPARE(spy.count(), 1);
        QTRY_VERIFY(first() != before);
        const QString top = first();
        m_log->appendLines(1001, 5);
        QTRY_COMPARE(m_view->snapshot()->lines, 1005);
        QCOMPARE(m_view->newLines(), 5);
        QCOMPARE(first(), top); // what one reads stays where it is
        key(Qt::Key_F);
        QVERIFY(m_view->isFollowing());
        QTRY_COMPARE(last(), u"line 1005"_s);
        QCOMPARE(m_view->newLines(), 0);
    }

    void wheelAndBackToTheEnd()
    {
        openLines(1000);
        const auto wheel = [this](int delta) {
            QWheelEvent event({50, 50}, m_view->mapToGlobal(QPointF(50, 50)), {}, {0, delta}, Qt::NoButton,
                              Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(m_view->viewport(), &event);
        };
        wheel(240);
        QVERIFY(!m_view->isFollowing());
        wheel(-120);
        QVERIFY(!m_view->isFollowing());
        wheel(-1200);
        QVERIFY(m_view->isFollowing());
    }

    void keysMove()
    {
        openLines(5000);
        key(Qt::Key_Home, Qt::ControlModifier);
        QTRY_COMPARE(first(), u"line 1"_s);
        key(Qt::Key_PageDown);
        QTRY_VERIFY(m_view->topLine() > 10);
        key(Qt::Key_PageUp);
        QTRY_COMPARE(first(), u"line 1"_s);
        key(Qt::Key_Down);
        QTRY_COMPARE(first(), u"line 2"_s);
        key(Qt::Key_End, Qt::ControlModifier);
        QVERIFY(m_view->isFollowing());
        QTRY_COMPARE(last(), u"line 5000"_s);
        m_view->verticalScrollBar()->setValue(2500);
        QTRY_COMPARE(first(), u"line 2501"_s);
        QVERIFY(!m_view->isFollowing());
        m_view->goToLine(99);
        QTRY_VERIFY(m_view->visibleText().contains(u"line 100"_s));
    }

    void wraps()
    {
        m_log->append(QByteArray(1000, 'x') + "\nend\n");
        open();
        QTRY_COMPARE(m_view->visibleText().size(), 2);
        QVERIFY(m_view->horizontalScrollBar()->maximum() > 0);
        m_view->setWrap(true);
        const QStringList rows = m_view->visibleText();
        QVERIFY(rows.size() > 8);
        QCOMPARE(m_view->horizontalScrollBar()->maximum(), 0);
        QCOMPARE(rows.mid(0, rows.size() - 1).join(QString()), QString(1000, u'x'));
        QCOMPARE(rows.last(), u"end"_s);
        m_view->setWrap(false);
        QCOMPARE(m_view->visibleText().size(), 2);
    }

    void wrapsWideCharactersWhole()
    {
        m_log->append(QByteArray("\xed\x95\x99\xf0\x9f\x98\x80").repeated(200) + '\n');
        open();
        QTRY_COMPARE(m_view->visibleText().size(), 1);
        m_view->setWrap(true);
        const QStringList rows = m_view->visibleText();
        QVERIFY(rows.size() > 3);
        for (const QString &row : rows) {
            QVERIFY(row.isValidUtf16()); // no half of a pair
            QVERIFY(!row.isEmpty());
        }
    }

    void scrollsInsideAWrappedLine()
    {
        m_log->append("first\n" + QByteArray(20'000, 'y') + "\nlast\n");
        open();
        m_view->setWrap(true);
        QTRY_COMPARE(last(), u"last"_s);
        key(Qt::Key_Home, Qt::ControlModifier);
        QTRY_COMPARE(first(), u"first"_s);
        for (int i = 0; i < 5; ++i)
            key(Qt::Key_Down);
        QTRY_COMPARE(m_view->topLine(), 1);
        QVERIFY(first().startsWith(u'y'));
        for (int i = 0; i < 5; ++i)
            key(Qt::Key_Up);
        QTRY_COMPARE(first(), u"first"_s);
    }

    void foldsAndUnfolds()
    {
        m_log->append("start\n\r 1%\r50%\r99%\nend\n");
        open();
        QTRY_COMPARE(m_view->visibleText(), (QStringList{u"start"_s, u"99%"_s, u"end"_s}));
        m_view->setUnfolded(1, true);
        QTRY_COMPARE(m_view->visibleText(), (QStringList{u"start"_s, u" 1%"_s, u"50%"_s, u"99%"_s, u"end"_s}));
        m_view->setUnfolded(1, false);
        QTRY_COMPARE(m_view->visibleText().size(), 3);
    }

    void selectsByMouseAndCopies()
    {
        m_log->append("first line\n\x1b[31msecond\x1b[0m line\nthird line\n");
        open();
        QTRY_COMPARE(m_view->visibleText().size(), 3);
        m_view->select({0, 6}, {1, 6});
        QCOMPARE(clipboardAfter([this] { key(Qt::Key_C, Qt::ControlModifier); }), u"line\nsecond"_s);
        QCOMPARE(clipboardAfter([this] { key(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier); }),
                 u"first line\n\x1b[31msecond\x1b[0m line\n"_s);
        // A drag from the first row to the last.
        QWidget *const viewport = m_view->viewport();
        QTest::mousePress(viewport, Qt::LeftButton, {}, {120, 12});
        QMouseEvent move(QEvent::MouseMove, QPointF(160, 12 + 36), viewport->mapToGlobal(QPointF(160, 48)),
                         Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(viewport, &move);
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, {160, 48});
        QVERIFY(m_view->hasSelection());
        QCOMPARE(m_view->selectionStart().line, 0);
        QCOMPARE(m_view->selectionEnd().line, 2);
        QTest::mouseDClick(viewport, Qt::LeftButton, {}, {120, 12});
        const QString word = clipboardAfter([this] { m_view->copy(); });
        QVERIFY2(word == u"first" || word == u"line", qPrintable(word));
        key(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(clipboardAfter([this] { m_view->copy(); }), u"first line\nsecond line\nthird line"_s);
    }

    void selectsByKeys()
    {
        openLines(1000);
        key(Qt::Key_Home, Qt::ControlModifier);
        QTRY_COMPARE(first(), u"line 1"_s);
        key(Qt::Key_Right, Qt::ShiftModifier);
        key(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(m_view->selectionEnd(), (LogPosition{0, 2}));
        key(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(clipboardAfter([this] { m_view->copy(); }), u"line 1\nli"_s);
        key(Qt::Key_End, Qt::ShiftModifier | Qt::ControlModifier);
        QCOMPARE(m_view->selectionEnd().line, 999);
        key(Qt::Key_Escape);
        QVERIFY(!m_view->hasSelection());
    }

    void refusesAHugeCopy()
    {
        const QByteArray block(1'000'000, 'x');
        for (int i = 0; i < 70; ++i)
            m_log->append(block + '\n');
        open();
        m_view->selectAll();
        QSignalSpy refused(m_view.get(), &LogView::copyRefused);
        QGuiApplication::clipboard()->setText(u"kept"_s);
        GuiGaps gaps("copy of 70 MB refused");
        m_view->copy();
        QTRY_COMPARE(refused.count(), 1);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"kept"_s);
        QTRY_VERIFY(gaps.count() > 0); // the refusal may come before the first measurement
        MOORING_NO_GAP_OVER(gaps, 50);
    }

    void savesIdentically()
    {
        QByteArray bytes;
        for (int i = 0; i < 200'000; ++i)
            bytes +=
                QByteArray("\x1b[3") + char('0' + i % 8) + QByteArray("m\xff\0 line\r\r\n", 11) + QByteArray::number(i);
        m_log->append(bytes);
        open();
        QSignalSpy saved(m_view.get(), &LogView::saved);
        m_view->saveTo(m_log->other(u"copy"_s));
        QTRY_COMPARE(saved.count(), 1);
        QVERIFY(saved[0][0].toBool());
        QCOMPARE(m_log->content(m_log->other(u"copy"_s)), bytes);
        m_view->saveTo(m_log->path());
        QTRY_COMPARE(saved.count(), 2);
        QVERIFY(!saved[1][0].toBool());
        QCOMPARE(m_log->content(m_log->path()), bytes);
        m_view->select({1, 3}, {2, 1});
        m_view->saveSelectionTo(m_log->other(u"part"_s));
        QTRY_COMPARE(saved.count(), 3);
        const QByteArrayList lines = bytes.split('\n');
        QCOMPARE(m_log->content(m_log->other(u"part"_s)), lines[1] + '\n' + lines[2] + '\n');
    }

    void finds()
    {
        m_log->append(QByteArray("hay\n").repeated(3000) + "a needle\n" + QByteArray("hay\n").repeated(3000) +
                      "NEEDLE\n" + "hay\n");
        open();
        QSignalSpy said(m_view.get(), &LogView::said);
        key(Qt::Key_Home, Qt::ControlModifier);
        m_view->setFind(u"needle"_s);
        QTRY_COMPARE(m_view->findState().count, 2);
        QTRY_COMPARE(m_view->findState().current, 0);
        QTRY_VERIFY(m_view->visibleText().contains(u"a needle"_s));
        key(Qt::Key_N);
        QCOMPARE(m_view->findState().current, 1);
        QTRY_VERIFY(m_view->visibleText().contains(u"NEEDLE"_s));
        QCOMPARE(said.count(), 0);
        key(Qt::Key_N);
        QCOMPARE(m_view->findState().current, 0);
        QCOMPARE(said.count(), 1); // went on from the start
        key(Qt::Key_N, Qt::ShiftModifier);
        QCOMPARE(m_view->findState().current, 1);
        m_log->append("one more needle\n");
        QTRY_COMPARE(m_view->findState().count, 3);
        m_view->setFind(u"nothing like it"_s);
        QTRY_VERIFY(!m_view->findState().searching);
        QCOMPARE(m_view->findState().count, 0);
        m_view->setFind(QString());
        QCOMPARE(m_view->findState().count, 0);
    }

    void findKeys()
    {
        openLines(10);
        QSignalSpy spy(m_view.get(), &LogView::findRequested);
        key(Qt::Key_Slash);
        key(Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(spy.count(), 2);
    }

    void nextError()
    {
        m_log->append(QByteArray("fine\n").repeated(500) + "Traceback (most recent call last):\n" +
                      QByteArray("fine\n").repeated(500) + "ValueError: no\n");
        open();
        QSignalSpy said(m_view.get(), &LogView::said);
        key(Qt::Key_E);
        QTRY_VERIFY(m_view->visibleText().contains(u"Traceback (most recent call last):"_s));
        key(Qt::Key_E);
        QTRY_VERIFY(m_view->visibleText().contains(u"ValueError: no"_s));
        key(Qt::Key_E);
        QTRY_COMPARE(said.count(), 1);
    }

    void theOverviewShowsTheWhole()
    {
        m_log->append(QByteArray("fine\n").repeated(500) + "Traceback (most recent call last):\n" +
                      QByteArray("fine\n").repeated(400) + "needle\n" + QByteArray("fine\n").repeated(98));
        open(); // 1000 lines: the error in the middle, the needle at nine tenths
        const auto *bar = m_view->findChild<OverviewBar *>();
        QVERIFY(bar && bar == m_view->verticalScrollBar());
        const auto at = [bar](const std::vector<OverviewBar::Mark> &marks, double share) {
            const auto around = qsizetype(share * double(marks.size()));
            OverviewBar::Mark worst = OverviewBar::Nothing;
            for (qsizetype row = std::max<qsizetype>(0, around - 2); row <= around + 2 && row < qsizetype(marks.size());
                 ++row)
                worst = std::max(worst, marks[size_t(row)]);
            return worst;
        };
        QTRY_COMPARE(at(bar->rightMarks(), 0.5), OverviewBar::Error);
        QCOMPARE(at(bar->rightMarks(), 0.2), OverviewBar::Nothing);
        QCOMPARE(at(bar->leftMarks(), 0.9), OverviewBar::Nothing);
        m_view->setFind(u"needle"_s);
        QTRY_COMPARE(at(bar->leftMarks(), 0.9), OverviewBar::Hit);
        QTRY_COMPARE(m_view->findState().current, 0);
        key(Qt::Key_E, Qt::ShiftModifier); // from the hit up to the error
        QTRY_VERIFY(m_view->visibleText().contains(u"Traceback (most recent call last):"_s));
        m_view->goToLine(200);
        key(Qt::Key_B);
        QTRY_COMPARE(at(bar->rightMarks(), 0.2), OverviewBar::Bookmark);
        m_view->goToLine(900);
        key(Qt::Key_B, Qt::ShiftModifier);
        QVERIFY(m_view->topLine() <= 200 && m_view->topLine() > 150);
        key(Qt::Key_B); // and away
        QTRY_COMPARE(at(bar->rightMarks(), 0.2), OverviewBar::Nothing);
        QTest::mouseClick(m_view->verticalScrollBar(), Qt::LeftButton, {}, QPoint(5, bar->height() / 2));
        QVERIFY(m_view->topLine() > 400 && m_view->topLine() < 600);
        m_log->append("Traceback (most recent call last):\n"); // what comes later is seen too
        QTRY_COMPARE(at(bar->rightMarks(), 0.995), OverviewBar::Error);
    }

    void truncatedAndReplacedWhileShown()
    {
        openLines(1000);
        m_view->select({10, 0}, {20, 0});
        QVERIFY(QFile(m_log->path()).resize(0));
        QTRY_COMPARE(m_view->snapshot()->lines, 0);
        QVERIFY(!m_view->hasSelection());
        QTRY_VERIFY(m_view->visibleText().isEmpty());
        m_log->append("fresh\n");
        QTRY_COMPARE(m_view->visibleText(), QStringList{u"fresh"_s});
        QFile other(m_log->other(u"next"_s));
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write("replaced\n") == 9);
        other.close();
        QCOMPARE(::rename(qPrintable(other.fileName()), qPrintable(m_log->path())), 0);
        QTRY_COMPARE(m_view->visibleText(), QStringList{u"replaced"_s});
    }

    void hostile_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("nul") << QByteArray(100'000, '\0');
        QTest::newRow("invalid utf-8") << QByteArray(100'000, '\xff');
        QTest::newRow("escapes") << QByteArray("\x1b").repeated(100'000);
        QTest::newRow("clipboard and titles") << QByteArray("\x1b]52;c;ZXZpbA==\a\x1b]0;evil\atext\n").repeated(1000);
        QTest::newRow("bidi") << QByteArray("\xe2\x80\xae"
                                            "abc\xe2\x81\xa6\n")
                                     .repeated(1000);
        QTest::newRow("combining") << QByteArray("a" + QByteArray("\xcc\x81").repeated(30'000) + "\n").repeated(40);
        QTest::newRow("wide") << QByteArray(QByteArray("\xed\x95\x99").repeated(20'000) + "\n").repeated(40);
        QTest::newRow("emoji") << QByteArray(QByteArray("\xf0\x9f\x98\x80").repeated(16'000) + "\n").repeated(40);
        QTest::newRow("tabs") << QByteArray(QByteArray(60'000, '\t') + "\n").repeated(40);
        QTest::newRow("a colour for each character")
            << QByteArray(QByteArray("\x1b[38;2;1;200;3mx\x1b[48;5;99my").repeated(2500) + "\n").repeated(40);
        QTest::newRow("returns") << QByteArray(QByteArray("\rabc").repeated(16'000) + "\n").repeated(40);
        QTest::newRow("lone surrogates as bytes") << QByteArray("\xed\xa0\x80\n").repeated(1000);
        QTest::newRow("utf-16") << QByteArray("\xff\xfe", 2) + QByteArray("a\0\n\0", 4).repeated(5000);
    }
    /// Whatever the bytes are: shown, scrolled, wrapped and followed without a gap, and nothing reaches the clipboard.
    void hostile()
    {
        QFETCH(QByteArray, bytes);
        QGuiApplication::clipboard()->setText(u"mine"_s);
        m_log->append(bytes);
        open();
        {
            GuiGaps gaps(QTest::currentDataTag());
            QTest::qWait(30);
            key(Qt::Key_Home, Qt::ControlModifier);
            QTest::qWait(20);
            key(Qt::Key_PageDown);
            m_view->horizontalScrollBar()->setValue(m_view->horizontalScrollBar()->maximum() / 2);
            QTest::qWait(20);
            m_view->setWrap(true);
            QTest::qWait(20);
            for (int i = 0; i < 5; ++i) {
                key(Qt::Key_PageDown);
                QTest::qWait(5);
            }
            key(Qt::Key_End, Qt::ControlModifier);
            QTest::qWait(30);
            MOORING_NO_GAP_OVER(gaps, 250); // in a build without optimisation; the benchmark holds the real limit
        }
        QCOMPARE(QGuiApplication::clipboard()->text(), u"mine"_s);
        QVERIFY(!m_view->grab().isNull());
    }

    void oneLineOf200MB()
    {
        const QByteArray block(4 << 20, 'x');
        for (int i = 0; i < 50; ++i)
            m_log->append(block);
        GuiGaps gaps("one line of 200 MB");
        open();
        QTRY_COMPARE(m_view->visibleText().size(), 1);
        QCOMPARE(m_view->snapshot()->window[0].decoded.hiddenBytes, 200 * (1 << 20) - layoutLimit);
        m_view->horizontalScrollBar()->setValue(m_view->horizontalScrollBar()->maximum());
        QTest::qWait(30);
        m_log->append("\nafter\n");
        QTRY_COMPARE(last(), u"after"_s);
        MOORING_NO_GAP_OVER(gaps, 150);
    }

    void aMillionEmptyLines()
    {
        m_log->append(QByteArray(1'000'000, '\n'));
        GuiGaps gaps("a million empty lines");
        open();
        QTRY_COMPARE(m_view->snapshot()->lines, 1'000'000);
        m_view->verticalScrollBar()->setValue(500'000);
        QTRY_COMPARE(m_view->snapshot()->window.front().number <= 500'000, true);
        QCOMPARE(m_view->topLine(), 500'000);
        QTest::qWait(20);
        MOORING_NO_GAP_OVER(gaps, 150);
    }

    /// A writer as fast as it can, for a while: the window stays awake and the end is right.
    void growsWhileShown()
    {
        openLines(10);
        constexpr int lines = 200'000;
        std::thread writer([this] {
            QFile file(m_log->path());
            if (!file.open(QIODevice::Append | QIODevice::Unbuffered))
                return;
            QByteArray batch;
            for (int i = 0; i < lines; ++i) {
                batch += "epoch " + QByteArray::number(i) + " \x1b[32mloss\x1b[0m 0.1234\n";
                if (i % 500 == 499) {
                    file.write(batch);
                    batch.clear();
                    std::this_thread::sleep_for(std::chrono::milliseconds(1));
                }
            }
            file.write(batch + "the end\n");
        });
        {
            GuiGaps gaps("following a fast writer");
            const bool done = QTest::qWaitFor([this] { return last() == u"the end"; }, 30'000);
            writer.join();
            QVERIFY(done);
            MOORING_NO_GAP_OVER(gaps, 50);
        }
        QCOMPARE(m_view->snapshot()->lines, 10 + lines + 1);
        QVERIFY(m_view->isFollowing());
    }

    void accessible()
    {
        openLines(3);
        QAccessibleInterface *const access = QAccessible::queryAccessibleInterface(m_view.get());
        QVERIFY(access);
        QCOMPARE(access->role(), QAccessible::Terminal);
        QCOMPARE(access->text(QAccessible::Name), u"Log"_s);
        QAccessibleTextInterface *const text = access->textInterface();
        QVERIFY(text);
        QCOMPARE(text->text(0, text->characterCount()), u"line 1\nline 2\nline 3"_s);
        QCOMPARE(text->text(0, 6), u"line 1"_s);
        const QRect second = text->characterRect(7);
        QCOMPARE(text->offsetAtPoint(second.center()), 7);
    }

    void anotherFile()
    {
        openLines(100);
        LogFixture next(u"next.txt"_s);
        next.append("other\n");
        m_view->setPath(next.path());
        QTRY_COMPARE(m_view->visibleText(), QStringList{u"other"_s});
        QVERIFY(m_view->isFollowing());
        m_view->setPath(QString());
        QTRY_VERIFY(m_view->visibleText().isEmpty());
    }
};

QTEST_MAIN(TestLogView)
#include "tst_logview.moc"
