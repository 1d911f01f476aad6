#include "ui/widgets/tokens.h"

#include <QTest>

using namespace mooring;

namespace {

QPalette foreign(QRgb window, QRgb base, QRgb text, QRgb highlight, QRgb onHighlight)
{
    QPalette p;
    p.setColor(QPalette::Window, QColor(window));
    p.setColor(QPalette::Base, QColor(base));
    p.setColor(QPalette::Text, QColor(text));
    p.setColor(QPalette::WindowText, QColor(text));
    p.setColor(QPalette::Highlight, QColor(highlight));
    p.setColor(QPalette::HighlightedText, QColor(onHighlight));
    return p;
}

} // namespace

class TestTokens : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void contrastOfEveryText_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << lightPalette();
        QTest::newRow("dark") << darkPalette();
        QTest::newRow("warm") << foreign(0xEFE9DF, 0xFCF8F1, 0x2B2A28, 0x96532F, 0xFFFFFF);
        QTest::newRow("breeze") << foreign(0xEFF0F1, 0xFFFFFF, 0x232629, 0x3DAEE9, 0xFFFFFF);
        QTest::newRow("dracula") << foreign(0x282A36, 0x21222C, 0xF8F8F2, 0xBD93F9, 0x282A36);
        QTest::newRow("black") << foreign(0x000000, 0x000000, 0xFFFFFF, 0xFFE24D, 0x000000);
    }
    void contrastOfEveryText()
    {
        QFETCH(QPalette, palette);
        const Tokens t = Tokens::from(palette);
        const auto atLeast = [](const char *what, const QColor &ink, const QColor &ground, double wanted) {
            const double got = contrast(ink, ground);
            if (got < wanted - 0.05)
                qWarning("%s: %.2f, wanted %.1f", what, got, wanted);
            return got >= wanted - 0.05;
        };
        for (const QColor &ground : {t.base, t.window, t.sunken}) {
            QVERIFY(atLeast("text", t.text, ground, 10));
            QVERIFY(atLeast("text2", t.text2, ground, 4.5));
            QVERIFY(atLeast("text3", t.text3, ground, 4.5));
        }
        QVERIFY(atLeast("text on accentSoft", t.text, t.accentSoft, 4.5));
        QVERIFY(atLeast("lineStrong", t.lineStrong, t.base, 3.0));
        QVERIFY(atLeast("onAccent", t.onAccent, t.accent, 4.5));
        for (const Tone tone : {Tone::Accent, Tone::Ok, Tone::Warn, Tone::Fail, Tone::Unknown, Tone::Muted}) {
            QVERIFY(atLeast("tone on base", t.tone(tone), t.base, 4.5));
            QVERIFY(atLeast("tone on window", t.tone(tone), t.window, 4.5));
            if (tone != Tone::Accent)
                QVERIFY(atLeast("tone on its soft", t.tone(tone), t.soft(tone), 4.5));
        }
        for (const QColor &series : t.series)
            QVERIFY(atLeast("series", series, t.base, 4.5));
        for (const QColor &ansi : t.ansi)
            QVERIFY(atLeast("ansi", ansi, t.sunken, 4.5));
    }

    void ownPalettesHaveTheMeasuredColours()
    {
        const Tokens light = Tokens::from(lightPalette()), dark = Tokens::from(darkPalette());
        QCOMPARE(light.accentSoft, QColor(0xE2EEF7));
        QCOMPARE(light.warn, QColor(0x8A5300));
        QCOMPARE(dark.fail, QColor(0xF28F86));
        QVERIFY(dark.dark && !light.dark && !light.highContrast);
        // The lowest figures that were measured when the colours were chosen.
        const auto lowest = [](const QColor &ink, std::initializer_list<QColor> grounds) {
            double least = 21;
            for (const QColor &ground : grounds)
                least = std::min(least, contrast(ink, ground));
            return std::round(least * 10) / 10;
        };
        QCOMPARE(lowest(light.text, {light.base, light.window, light.sunken, light.accentSoft}), 14.3);
        QCOMPARE(lowest(light.fail, {light.base, light.window, light.sunken, light.failSoft}), 5.6);
        QCOMPARE(lowest(dark.accent, {dark.base, dark.window, dark.sunken, dark.accentSoft}), 6.0);
        QCOMPARE(lowest(dark.ok, {dark.base, dark.window, dark.sunken, dark.okSoft}), 6.9);
    }

    void highContrastIsSeen()
    {
        const Tokens t = Tokens::from(foreign(0x000000, 0x000000, 0xFFFFFF, 0xFFE24D, 0x000000));
        QVERIFY(t.highContrast);
        QCOMPARE(t.text2, t.text);
        QCOMPARE(t.edge, t.text);
        QVERIFY(contrast(t.fail, t.base) >= 7.0);
    }

    void readsThePaletteAgain()
    {
        QPalette p = lightPalette();
        const QColor before = Tokens::from(p).accent;
        p.setColor(QPalette::Highlight, QColor(0x96532F));
        QVERIFY(Tokens::from(p).accent != before);
    }
};

QTEST_MAIN(TestTokens)
#include "tst_tokens.moc"
