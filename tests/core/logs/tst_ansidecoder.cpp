#include "core/logs/ansidecoder.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

QString describe(const AnsiColor &color)
{
    switch (color.kind) {
    case AnsiColor::Kind::Indexed:
        return QString::number(color.value);
    case AnsiColor::Kind::Rgb:
        return u'#' + QString::number(color.value, 16).rightJustified(6, u'0');
    case AnsiColor::Kind::Default:
        break;
    }
    return u"-"_s;
}

/// "0+3 fg 1 bold": start, length, what differs from the default.
QStringList describe(const DecodedLine &line)
{
    QStringList all;
    for (const StyleRun &run : line.runs) {
        QString text = u"%1+%2"_s.arg(run.start).arg(run.length);
        const TextStyle &style = run.style;
        if (style.foreground.kind != AnsiColor::Kind::Default)
            text += u" fg "_s + describe(style.foreground);
        if (style.background.kind != AnsiColor::Kind::Default)
            text += u" bg "_s + describe(style.background);
        text += style.bold ? u" bold"_s : QString();
        text += style.dim ? u" dim"_s : QString();
        text += style.italic ? u" italic"_s : QString();
        text += style.underline ? u" underline"_s : QString();
        text += style.strike ? u" strike"_s : QString();
        text += style.inverse ? u" inverse"_s : QString();
        all << text;
    }
    return all;
}

} // namespace

class TestAnsiDecoder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void styles_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("runs");
        QTest::newRow("plain") << u"hello"_s << u"hello"_s << QStringList();
        QTest::newRow("16 colours") << u"\x1b[31mred\x1b[0m on"_s << u"red on"_s << QStringList{u"0+3 fg 1"_s};
        QTest::newRow("bright, background") << u"\x1b[92;44mx"_s << u"x"_s << QStringList{u"0+1 fg 10 bg 4"_s};
        QTest::newRow("256") << u"\x1b[38;5;208mx\x1b[39my"_s << u"xy"_s << QStringList{u"0+1 fg 208"_s};
        QTest::newRow("24 bit") << u"\x1b[38;2;255;128;0;48;2;0;0;1mx"_s << u"x"_s
                                << QStringList{u"0+1 fg #ff8000 bg #000001"_s};
        QTest::newRow("colons") << u"\x1b[38:5:9mx"_s << u"x"_s << QStringList{u"0+1 fg 9"_s};
        QTest::newRow("flags") << u"\x1b[1;2;3;4;7;9mx\x1b[22;23;24;27;29my"_s << u"xy"_s
                               << QStringList{u"0+1 bold dim italic underline strike inverse"_s};
        QTest::newRow("empty parameter resets") << u"\x1b[1mx\x1b[my"_s << u"xy"_s << QStringList{u"0+1 bold"_s};
        QTest::newRow("same style joins") << u"\x1b[1mx\x1b[1my"_s << u"xy"_s << QStringList{u"0+2 bold"_s};
        QTest::newRow("colour out of range") << u"\x1b[38;5;999mx"_s << u"x"_s << QStringList();
        QTest::newRow("256 incomplete") << u"\x1b[38;5mx"_s << u"x"_s << QStringList();
        QTest::newRow("24 bit incomplete") << u"\x1b[1;38;2;1;2mx"_s << u"x"_s << QStringList{u"0+1 bold"_s};
        QTest::newRow("beyond one unit") << u"\x1b[31m\U0001F600\x1b[0mx"_s << u"\U0001F600x"_s
                                         << QStringList{u"0+2 fg 1"_s};
        QTest::newRow("blink and conceal stay readable") << u"\x1b[5;8mx"_s << u"x"_s << QStringList();
    }
    void styles()
    {
        QFETCH(QString, raw);
        const DecodedLine line = decodeAnsi(raw);
        QTEST(line.text, "text");
        QTEST(describe(line), "runs");
    }

    void swallowed_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("text");
        QTest::newRow("title, BEL") << u"a\x1b]0;owned\ab"_s << u"ab"_s;
        QTest::newRow("title, ST") << u"a\x1b]2;owned\x1b\\b"_s << u"ab"_s;
        QTest::newRow("clipboard") << u"a\x1b]52;c;ZXZpbA==\ab"_s << u"ab"_s;
        QTest::newRow("link keeps its text") << u"\x1b]8;;javascript:alert(1)\x1b\\click\x1b]8;;\x1b\\"_s << u"click"_s;
        QTest::newRow("dcs") << u"a\x1bP$q\"p\x1b\\b"_s << u"ab"_s;
        QTest::newRow("apc") << u"a\x1b_Gf=100;AAAA\x1b\\b"_s << u"ab"_s;
        QTest::newRow("pm, sos") << u"a\x1b^x\x1b\\b\x1bXy\x1b\\c"_s << u"abc"_s;
        QTest::newRow("device status") << u"a\x1b[6n\x1b[c\x1b[>c\x1b[?6nb"_s << u"ab"_s;
        QTest::newRow("answerback is swallowed as a picture") << u"a\x05"_s << u"a\u2405"_s;
        QTest::newRow("cursor and screen") << u"\x1b[2J\x1b[H\x1b[5;9Ha\x1b[3Ab\x1b[?1049hc\x1b[?25l"_s << u"abc"_s;
        QTest::newRow("charset") << u"\x1b(0a\x1b(B"_s << u"a"_s;
        QTest::newRow("unterminated csi") << u"a\x1b[31"_s << u"a"_s;
        QTest::newRow("unterminated osc") << u"a\x1b]0;never ends"_s << u"a"_s;
        QTest::newRow("lone escape") << u"a\x1b"_s << u"a"_s;
        QTest::newRow("malformed csi gives the character back") << u"\x1b[3\u00e9m"_s << u"\u00e9m"_s;
        QTest::newRow("escape inside csi") << u"\x1b[3\x1b[1mx"_s << u"x"_s;
        QTest::newRow("sgr with intermediate") << u"\x1b[1 mx"_s << u"x"_s;
    }
    void swallowed()
    {
        QFETCH(QString, raw);
        QTEST(decodeAnsi(raw).text, "text");
    }

    void folds_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("updates");
        QTest::newRow("crlf") << u"abc\r"_s << u"abc"_s << qint64(0);
        QTest::newRow("tqdm") << u"\r 1%|# |\r50%|##|\r99%|##|"_s << u"99%|##|"_s << qint64(2);
        QTest::newRow("shorter state leaves the rest") << u"abcdef\rxy"_s << u"xycdef"_s << qint64(1);
        QTest::newRow("erase to the end") << u"abcdef\rxy\x1b[K"_s << u"xy"_s << qint64(1);
        QTest::newRow("erase first") << u"abcdef\r\x1b[Kxy"_s << u"xy"_s << qint64(1);
        QTest::newRow("erase line, then return") << u"abcdef\x1b[2K\rxy"_s << u"xy"_s << qint64(1);
        QTest::newRow("column one") << u"abcdef\x1b[1Gxy\x1b[K"_s << u"xy"_s << qint64(1);
        QTest::newRow("erase before") << u"abcdef\x1b[3D\x1b[1KX"_s << u"   Xef"_s << qint64(0);
        QTest::newRow("backspace") << u"abc\b\bX"_s << u"aXc"_s << qint64(0);
        QTest::newRow("backspace at the start") << u"\b\b\babc"_s << u"abc"_s << qint64(0);
        QTest::newRow("many returns") << u"a\r\r\r\r"_s << u"a"_s << qint64(0);
        QTest::newRow("right beyond the end") << u"a\x1b[3Cb"_s << u"a   b"_s << qint64(0);
        QTest::newRow("colours of the last state") << u"\x1b[31mred\r\x1b[32mgrn"_s << u"grn"_s << qint64(1);
        QTest::newRow("korean") << u"\r\uD559\uC2B5 1\r\uD559\uC2B5 2"_s << u"\uD559\uC2B5 2"_s << qint64(1);
    }
    void folds()
    {
        QFETCH(QString, raw);
        const DecodedLine line = decodeAnsi(raw);
        QTEST(line.text, "text");
        QTEST(line.updates, "updates");
    }

    void visibleMarks_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("asIs");
        QTest::newRow("nul") << u"a\0b"_s << u"a\u2400b"_s << u"a\0b"_s;
        QTest::newRow("bidi override") << u"if\u202E x"_s << u"if\uFFFD x"_s << u"if\u202E x"_s;
        QTest::newRow("isolate") << u"\u2066x\u2069"_s << u"\uFFFDx\uFFFD"_s << u"\u2066x\u2069"_s;
        QTest::newRow("c1") << u"\u009b31mx"_s << u"\uFFFD31mx"_s << u"\u009b31mx"_s;
        QTest::newRow("line separator") << u"a\u2028b"_s << u"a\uFFFDb"_s << u"a\u2028b"_s;
        QTest::newRow("delete") << u"a\x7f"_s << u"a\u2421"_s << u"a\x7f"_s;
        QTest::newRow("tab stays") << u"a\tb"_s << u"a\tb"_s << u"a\tb"_s;
        QTest::newRow("bom goes") << u"\uFEFFa"_s << u"a"_s << u"a"_s;
        QTest::newRow("damaged") << QString::fromUtf8("a\xff\xc3") << u"a\uFFFD\uFFFD"_s << u"a\uFFFD\uFFFD"_s;
    }
    void visibleMarks()
    {
        QFETCH(QString, raw);
        QTEST(decodeAnsi(raw).text, "shown");
        QTEST(decodeAnsi(raw, Marks::AsIs).text, "asIs");
        QCOMPARE(decodeAnsi(raw).text.size(),
                 decodeAnsi(raw, Marks::AsIs).text.size()); // columns mean the same in both
    }

    void asciiIsTold()
    {
        QVERIFY(decodeAnsi(u"plain"_s).ascii);
        QVERIFY(decodeAnsi(u"\x1b[31mred"_s).ascii);
        QVERIFY(!decodeAnsi(u"a\tb"_s).ascii);
        QVERIFY(!decodeAnsi(u"\u00e9"_s).ascii);
    }

    void states()
    {
        const auto all = decodeStates(u"\r 1%\r\x1b[32m 2%\r 3%\r"_s, 10);
        QCOMPARE(all.size(), size_t(3));
        QCOMPARE(all[0].text, u" 1%"_s);
        QCOMPARE(all[2].text, u" 3%"_s);
        const auto newest = decodeStates(u"a\rb\rc"_s, 2);
        QCOMPARE(newest.size(), size_t(2));
        QCOMPARE(newest[0].text, u"b"_s);
        QVERIFY(decodeStates(u""_s, 5).empty());
    }

    /// Ten million parameters, endless strings, moves to the horizon: linear time, a text within the limit.
    void hostile_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::newRow("parameters") << u"\x1b["_s + QString(u"1;"_s).repeated(5'000'000) + u"mx"_s;
        QTest::newRow("one huge number") << u"\x1b["_s + QString(10'000'000, u'9') + u"mx"_s;
        QTest::newRow("osc") << u"\x1b]52;c;"_s + QString(10'000'000, u'A');
        QTest::newRow("escapes") << QString(2'000'000, u'\x1b');
        QTest::newRow("to the right") << QString(u"\x1b[65535Cx"_s).repeated(10'000);
        QTest::newRow("a style for each character") << [] {
            QString raw;
            for (int i = 0; i < 200'000; ++i)
                raw += u"\x1b[38;2;%1;%2;%3mx"_s.arg(i & 255).arg((i >> 8) & 255).arg(i >> 16);
            return raw;
        }();
    }
    void hostile()
    {
        QFETCH(QString, raw);
        QElapsedTimer timer;
        timer.start();
        const DecodedLine line = decodeAnsi(raw);
        QVERIFY(line.text.size() <= 64 * 1024);
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    }

    void noise()
    {
        QRandomGenerator random(7);
        const QString alphabet = u"\x1b[];:0123456789mKGCDPX_^\\\a\b\r\t?> abc\u202e\u009b\U0001F600"_s;
        for (int round = 0; round < 20'000; ++round) {
            QString raw;
            for (int i = 0; i < 40; ++i)
                raw += alphabet[qsizetype(random.bounded(quint32(alphabet.size())))];
            const DecodedLine line = decodeAnsi(raw);
            for (const StyleRun &run : line.runs)
                QVERIFY(run.start >= 0 && run.length > 0 && run.start + run.length <= line.text.size());
            QVERIFY(!line.text.contains(u'\x1b'));
            QVERIFY(!line.text.contains(u'\u202e'));
        }
    }
};

QTEST_GUILESS_MAIN(TestAnsiDecoder)
#include "tst_ansidecoder.moc"
