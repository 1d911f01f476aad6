#include "ui/widgets/phasebar.h"
#include "ui/widgets/style.h"
#include "ui/widgets/tokens.h"

#include <QApplication>
#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

std::vector<PhaseCell> cells(double part)
{
    return {{u"Snapshot"_s, Glyph::Good, u"0.8 s"_s, 1, u"214 files"_s, u"usual 0.7 s"_s},
            {u"Run"_s, Glyph::Running, u"11:41"_s, part, u"epoch 12 of 30"_s, u"usual 31 min"_s},
            {u"Outputs"_s, Glyph::NotBegun, {}, -1, {}, {}}};
}

int pixelsOf(const QImage &image, int y, QRgb color)
{
    int count = 0;
    for (int x = 0; x < image.width(); ++x)
        count += image.pixel(x, y) == color ? 1 : 0;
    return count;
}

} // namespace

class TestPhaseBar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, LookChoice::Light); }

    void eachCellIsAProgressBarWithItsName()
    {
        PhaseBar bar;
        bar.setCells(cells(0.4));
        bar.resize(900, 56);
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&bar);
        QCOMPARE(face->childCount(), 3);
        QCOMPARE(face->child(1)->role(), QAccessible::ProgressBar);
        QCOMPARE(face->child(1)->text(QAccessible::Name), u"Run, 11:41, epoch 12 of 30, usual 31 min"_s);
        QCOMPARE(face->indexOfChild(face->child(2)), 2);
    }
    void theRunningCellIsWider()
    {
        PhaseBar bar;
        bar.setCells(cells(0.4));
        bar.resize(924, 56);
        QVERIFY(std::abs(bar.partRect(1).width() - bar.partRect(0).width() * 1.5) <= 1); // whole pixels
        QCOMPARE(bar.partRect(1).left() - bar.partRect(0).right() - 1, 24);
        QCOMPARE(bar.partRect(2).right(), 923);
    }
    void fillIsElapsedByUsual_data()
    {
        QTest::addColumn<double>("part");
        QTest::newRow("a third") << 0.33;
        QTest::newRow("most") << 0.9;
    }
    void fillIsElapsedByUsual()
    {
        QFETCH(double, part);
        PhaseBar bar;
        bar.setCells(cells(part));
        bar.resize(924, 56);
        const int filled = pixelsOf(bar.grab().toImage(), 30, Tokens::from(bar.palette()).accent.rgb());
        QVERIFY2(std::abs(filled - bar.partRect(1).width() * part) < 4, qPrintable(QString::number(filled)));
    }
    void longerThanUsualIsStripedAndSaid()
    {
        PhaseBar bar;
        bar.setCells(cells(1.4));
        bar.resize(924, 56);
        QVERIFY(bar.partName(1).contains(u"longer than usual"_s));
        const int filled = pixelsOf(bar.grab().toImage(), 30, Tokens::from(bar.palette()).accent.rgb());
        QVERIFY(filled > 20 && filled < bar.partRect(1).width());
    }
    void oneRowWhereItIsNarrow()
    {
        PhaseBar bar;
        bar.setCells(cells(0.4));
        bar.resize(500, 56);
        bar.show();
        QTRY_COMPARE(bar.sizeHint().height(), 24);
    }
};

QTEST_MAIN(TestPhaseBar)
#include "tst_phasebar.moc"
