#include "ui/widgets/stateglyph.h"
#include "ui/widgets/tokens.h"

#include <QPainter>
#include <QTest>

using namespace mooring;

namespace {

const QList<Glyph> all{Glyph::Good,      Glyph::Serving, Glyph::Warning,    Glyph::Failed,    Glyph::Unknown,
                       Glyph::Preparing, Glyph::Running, Glyph::Finalizing, Glyph::Canceling, Glyph::Waiting,
                       Glyph::NotBegun,  Glyph::LeftOut, Glyph::Stopped,    Glyph::Canceled,  Glyph::Revoked};

/// 32 x 32 with a frame of 2 empty px around the glyph of 28.
QImage painted(Glyph glyph, const QPalette &palette, int turn = 0)
{
    QImage image(32, 32, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintState(&painter, glyph, QRectF(2, 2, 28, 28), palette, turn);
    return image;
}

/// Shape only: how much is covered, in black. So that two states never differ by colour alone.
QImage shape(Glyph glyph)
{
    QImage image = painted(glyph, lightPalette()).convertToFormat(QImage::Format_Alpha8);
    return image;
}

int inkIn(const QImage &image, const QRect &where)
{
    int ink = 0;
    for (int y = where.top(); y <= where.bottom(); ++y) {
        for (int x = where.left(); x <= where.right(); ++x)
            ink += qAlpha(image.pixel(x, y)) > 0 ? 1 : 0;
    }
    return ink;
}

} // namespace

class TestStateGlyph : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyOneIsDistinct()
    {
        for (qsizetype a = 0; a < all.size(); ++a) {
            QVERIFY(inkIn(painted(all[a], lightPalette()), QRect(0, 0, 32, 32)) > 40);
            for (qsizetype b = a + 1; b < all.size(); ++b)
                QVERIFY2(painted(all[a], lightPalette()) != painted(all[b], lightPalette()),
                         qPrintable(QStringLiteral("%1 and %2").arg(a).arg(b)));
        }
    }
    void outlinesDifferWithoutColour()
    {
        // Groups whose outline must tell them apart in one colour.
        const QList<Glyph> outlines{Glyph::Good,     Glyph::Warning, Glyph::Failed,  Glyph::Unknown,
                                    Glyph::NotBegun, Glyph::LeftOut, Glyph::Stopped, Glyph::Canceled};
        for (Glyph a : outlines) {
            for (Glyph b : outlines)
                QVERIFY(a == b || shape(a) != shape(b));
        }
    }
    void nothingIsClipped()
    {
        for (Glyph glyph : all) {
            const QImage image = painted(glyph, lightPalette());
            QCOMPARE(inkIn(image, QRect(0, 0, 32, 2)), 0);
            QCOMPARE(inkIn(image, QRect(0, 30, 32, 2)), 0);
            QCOMPARE(inkIn(image, QRect(0, 0, 2, 32)), 0);
            QCOMPARE(inkIn(image, QRect(30, 0, 2, 32)), 0);
        }
    }
    void onlyWhatGoesOnTurns()
    {
        for (Glyph glyph : all)
            QCOMPARE(painted(glyph, lightPalette(), 0) != painted(glyph, lightPalette(), 4), isGoingOn(glyph));
    }
    void followsThePalette()
    {
        for (Glyph glyph : all)
            QVERIFY(painted(glyph, lightPalette()) != painted(glyph, darkPalette()));
    }
};

QTEST_MAIN(TestStateGlyph)
#include "tst_stateglyph.moc"
