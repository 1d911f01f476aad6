#include "ui/charts/daychart.h"
#include "ui/widgets/seriesmark.h"
#include "ui/widgets/style.h"
#include "ui/widgets/tokens.h"

#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

bool near(QRgb a, const QColor &b)
{
    return std::abs(qRed(a) - b.red()) + std::abs(qGreen(a) - b.green()) + std::abs(qBlue(a) - b.blue()) < 60;
}

int inkIn(const QWidget &chart, const QRectF &where, const QColor &color)
{
    const QImage image = const_cast<QWidget &>(chart).grab().toImage();
    int count = 0;
    for (int y = int(where.top()); y < int(where.bottom()); ++y) {
        for (int x = int(where.left()); x < int(where.right()); ++x)
            count += image.valid(x, y) && near(image.pixel(x, y), color) ? 1 : 0;
    }
    return count;
}

} // namespace

/// One number over a day, looked at pixel by pixel.
class TestDayChart : public QObject
{
    Q_OBJECT

    const QDateTime m_from{QDate(2026, 11, 30), QTime(0, 0), Qt::UTC};

    qint64 hour(double hours) const { return m_from.toMSecsSinceEpoch() + qint64(hours * 3'600'000); }
    std::unique_ptr<DayChart> chart(std::vector<DayStep> steps) const
    {
        auto made = std::make_unique<DayChart>(u"Nodes up"_s, [](const DayStep &step) {
            return step.value ? u"%1 nodes"_s.arg(*step.value) : u"nobody looked"_s;
        });
        made->resize(400, made->sizeHint().height());
        made->setDay(m_from, m_from.addDays(1), std::move(steps), u"4.0 node hours"_s);
        return made;
    }
    /// The strip in the middle of a step, at its height.
    static QRectF stripOf(const DayChart &chart, qint64 from, qint64 to, int value)
    {
        const double left = chart.xOf(from), width = chart.xOf(to) - left, y = chart.yOf(value);
        return {left + width * 0.3, y - 2, width * 0.4, 4};
    }

private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, LookChoice::Light); }

    void stepsGapsAndWhatIsToCome_data()
    {
        QTest::addColumn<LookChoice>("look");
        QTest::newRow("light") << LookChoice::Light;
        QTest::newRow("dark") << LookChoice::Dark;
    }
    void stepsGapsAndWhatIsToCome()
    {
        QFETCH(LookChoice, look);
        applyLook(*qApp, look);
        const auto made = chart(
            {{hour(0), hour(6), 0}, {hour(6), hour(9), 4}, {hour(9), hour(11), std::nullopt}, {hour(11), hour(14), 2}});
        const Tokens t = Tokens::from(made->palette());
        const QColor line = seriesColor(0, made->palette());
        for (const auto &[from, to, value] :
             {std::tuple(0.0, 6.0, 0), std::tuple(6.0, 9.0, 4), std::tuple(11.0, 14.0, 2)})
            QVERIFY2(inkIn(*made, stripOf(*made, hour(from), hour(to), value), line) > 10,
                     qPrintable(QString::number(from)));
        const QRectF gap = stripOf(*made, hour(9), hour(11), 0);
        QCOMPARE(inkIn(*made, gap, line), 0); // it is not none
        QVERIFY(inkIn(*made, gap, t.unk) > 2);
        const QRectF above(gap.left(), made->plot().top(), gap.width(), made->plot().height() - 6);
        QCOMPARE(inkIn(*made, above, line) + inkIn(*made, above, t.unk), 0);
        const QRectF later(made->xOf(hour(15)), made->plot().top(), 60, made->plot().height() + 2);
        QCOMPARE(inkIn(*made, later, line) + inkIn(*made, later, t.unk), 0);
        QVERIFY(inkIn(*made, {made->xOf(hour(14)) - 2, made->plot().top(), 4, made->plot().height()}, t.text) > 20);
        applyLook(*qApp, LookChoice::Light);
    }

    void oneNodeHasTheWholeHeight()
    {
        const auto made = chart({{hour(0), hour(6), 1}});
        QCOMPARE(made->yOf(1), made->plot().top());
        const auto many = chart({{hour(0), hour(6), 5}});
        QCOMPARE(many->yOf(6), many->plot().top()); // lines at whole nodes
    }

    void keys()
    {
        const auto made = chart({{hour(0), hour(6), 0}, {hour(6), hour(9), 4}, {hour(9), hour(11), std::nullopt}});
        QCOMPARE(made->accessibleDescription(), u"4.0 node hours"_s);
        QTest::keyClick(made.get(), Qt::Key_Left); // from the newest on
        QCOMPARE(made->accessibleDescription(), u"nobody looked"_s);
        QTest::keyClick(made.get(), Qt::Key_Left);
        QCOMPARE(made->accessibleDescription(), u"4 nodes"_s);
        QTest::keyClick(made.get(), Qt::Key_Home);
        QCOMPARE(made->current(), 0);
        QTest::keyClick(made.get(), Qt::Key_Left);
        QCOMPARE(made->current(), 0);
        QTest::keyClick(made.get(), Qt::Key_End);
        QTest::keyClick(made.get(), Qt::Key_Right);
        QCOMPARE(made->current(), 2);
        // More of the same day: the cursor stays where it is.
        made->setDay(
            m_from, m_from.addDays(1),
            {{hour(0), hour(6), 0}, {hour(6), hour(9), 4}, {hour(9), hour(11), std::nullopt}, {hour(11), hour(12), 1}},
            u"5.0 node hours"_s);
        QCOMPARE(made->current(), 2);
        QTest::keyClick(made.get(), Qt::Key_Escape);
        QCOMPARE(made->current(), -1);
        QCOMPARE(made->accessibleDescription(), u"5.0 node hours"_s);
        QSignalSpy wanted(made.get(), &DayChart::tableWanted);
        QTest::keyClick(made.get(), Qt::Key_T);
        QCOMPARE(wanted.count(), 1);
    }

    void withNothingAtAll()
    {
        const auto made = chart({});
        for (const int key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End})
            QTest::keyClick(made.get(), Qt::Key(key));
        QCOMPARE(made->current(), -1);
        made->grab();
        DayChart never(u"Nodes up"_s, [](const DayStep &) { return QString(); });
        never.resize(300, 96);
        never.grab(); // before a day was given
    }

    void thePointerReads()
    {
        const auto made = chart({{hour(0), hour(12), 3}, {hour(12), hour(18), std::nullopt}});
        const QPoint over(int(made->xOf(hour(15))), 40);
        QTest::mouseMove(made.get(), over);
        QMouseEvent move(QEvent::MouseMove, over, made->mapToGlobal(over), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(made.get(), &move);
        QCOMPARE(made->current(), 1);
        QHelpEvent help(QEvent::ToolTip, over, made->mapToGlobal(over));
        QApplication::sendEvent(made.get(), &help);
        QTRY_COMPARE(QToolTip::text(), u"nobody looked"_s);
    }
};

QTEST_MAIN(TestDayChart)
#include "tst_daychart.moc"
