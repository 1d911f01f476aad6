#include "tests/support/testsupport.h"
#include "ui/log/logcolors.h"

using namespace mooring;

class TestLogColors : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Every colour that a program can name can be read, on our ground and on its own.
    void readable_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << lightPalette();
        QTest::newRow("dark") << darkPalette();
    }
    void readable()
    {
        QFETCH(QPalette, palette);
        const Tokens tokens = Tokens::from(palette);
        const LogColors colors(tokens);
        for (quint32 index = 0; index < 256; ++index) {
            for (const bool dim : {false, true}) {
                TextStyle style;
                style.foreground = {AnsiColor::Kind::Indexed, index};
                style.dim = dim;
                const QColor color = colors.foreground(style, tokens.text);
                QVERIFY2(contrast(color, tokens.sunken) >= 4.4, qPrintable(QString::number(index)));
            }
            TextStyle onGround;
            onGround.background = {AnsiColor::Kind::Indexed, index};
            const QColor ground = colors.background(onGround);
            QVERIFY(ground.isValid());
            QVERIFY2(contrast(colors.foreground(onGround, tokens.text), ground) >= 4.4,
                     qPrintable(QString::number(index)));
        }
        for (const quint32 rgb : {0x000000u, 0xffffffu, 0x808080u, 0xffff00u, 0x0000ffu}) {
            TextStyle style;
            style.foreground = {AnsiColor::Kind::Rgb, rgb};
            QVERIFY(contrast(colors.foreground(style, tokens.text), tokens.sunken) >= 4.4);
        }
    }

    void namedColoursAreTheTokens()
    {
        const Tokens tokens = Tokens::from(lightPalette());
        const LogColors colors(tokens);
        TextStyle style;
        QCOMPARE(colors.foreground(style, tokens.text), tokens.text);
        QVERIFY(!colors.background(style).isValid());
        style.foreground = {AnsiColor::Kind::Indexed, 1};
        QCOMPARE(colors.foreground(style, tokens.text), tokens.ansi[1]);
        style.foreground = {AnsiColor::Kind::Indexed, 9}; // bright is the same
        QCOMPARE(colors.foreground(style, tokens.text), tokens.ansi[1]);
        style.inverse = true;
        QCOMPARE(colors.background(style), tokens.ansi[1]);
    }
};

QTEST_MAIN(TestLogColors)
#include "tst_logcolors.moc"
