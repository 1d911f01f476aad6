#include "ui/workspace/loglines.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

std::vector<LogLine> linesUpTo(int count)
{
    std::vector<LogLine> lines;
    for (int i = 0; i < count; ++i)
        lines.push_back({QDateTime(QDate(2026, 5, 12), QTime(14, 2, i % 60)), u"copy"_s, u"file %1"_s.arg(i),
                         LogLine::Level::Info});
    return lines;
}

} // namespace

class TestLogLines : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void copiesWhatIsSelected();
    void staysAtTheEndOnlyWhileOneLooksThere();
};

void TestLogLines::copiesWhatIsSelected()
{
    LogLinesView view;
    QAbstractItemModelTester tester(view.lines(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    view.lines()->setLines(linesUpTo(3));
    view.lines()->append({{QDateTime(), QString(), u"without a time"_s, LogLine::Level::Failure}});
    QCOMPARE(view.lines()->rowCount(), 4);
    view.selectAll();
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"14:02:00 copy file 0\n14:02:01 copy file 1\n14:02:02 copy file 2\nwithout a time"_s);
}

void TestLogLines::staysAtTheEndOnlyWhileOneLooksThere()
{
    LogLinesView view;
    view.resize(400, 120);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.lines()->setLines(linesUpTo(200));
    QTRY_VERIFY(view.verticalScrollBar()->maximum() > 0);
    QTRY_COMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
    view.verticalScrollBar()->setValue(0);
    view.lines()->append(linesUpTo(50));
    QTRY_VERIFY(view.verticalScrollBar()->maximum() > 230);
    QCOMPARE(view.verticalScrollBar()->value(), 0);
}

QTEST_MAIN(TestLogLines)
#include "tst_loglines.moc"
