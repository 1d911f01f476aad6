#include "tests/support/testsupport.h"
#include "ui/inference/deploy/layerrows.h"

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

BuildStep step(int number, const QString &instruction, bool cached, std::optional<qint64> ms = 1, bool failed = false)
{
    BuildStep made;
    made.number = number;
    made.instruction = instruction;
    made.isCached = cached;
    made.hasFailed = failed;
    made.ms = ms;
    return made;
}

QString drawn(const LayerState &state)
{
    QString text;
    for (const LadderRow &row : layerRows(state)) {
        text += row.glyph == Glyph::Good        ? u'+'
                : row.glyph == Glyph::Preparing ? u'~'
                : row.glyph == Glyph::Failed    ? u'x'
                : row.glyph == Glyph::LeftOut   ? u'-'
                                                : u'.';
    }
    return text;
}

} // namespace

/// How a build looks, and what is known of a script that failed.
class TestLayerRows : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void instructions_data()
    {
        QTest::addColumn<QByteArray>("dockerfile");
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("empty") << QByteArray() << QStringList();
        QTest::newRow("comments and blanks")
            << QByteArray("# syntax\n\nFROM a:1\n  # more\nRUN  x\n") << QStringList{u"FROM a:1"_s, u"RUN x"_s};
        QTest::newRow("lines that go on")
            << QByteArray("RUN a && \\\n    # why\n    b\nCMD c\n") << QStringList{u"RUN a && b"_s, u"CMD c"_s};
        QTest::newRow("no last line end") << QByteArray("FROM a\nRUN b \\") << QStringList{u"FROM a"_s, u"RUN b"_s};
    }
    void instructions()
    {
        QFETCH(QByteArray, dockerfile);
        QTEST(dockerfileInstructions(dockerfile), "lines");
    }

    void rows_data()
    {
        QTest::addColumn<LayerState>("state");
        QTest::addColumn<QString>("look");
        const QStringList file{u"FROM box:1"_s, u"COPY a /a"_s, u"RUN b"_s, u"CMD c"_s};
        QTest::newRow("to come") << LayerState{file, {}, false, false} << u"...."_s;
        QTest::newRow("the image is there") << LayerState{file, {}, true, true} << u"++++"_s;
        QTest::newRow("going on") << LayerState{file,
                                                {step(1, u"FROM box:1"_s, false), step(2, u"COPY a /a"_s, true),
                                                 step(3, u"RUN  b"_s, false, std::nullopt)},
                                                false,
                                                false}
                                  << u"++~."_s;
        QTest::newRow("failed") << LayerState{file,
                                              {step(1, u"FROM box:1"_s, false), step(2, u"COPY a /a"_s, false),
                                               step(3, u"RUN b"_s, false, 5, true)},
                                              false,
                                              true}
                                << u"++x-"_s;
        QTest::newRow("BuildKit, without what gives no layer")
            << LayerState{file,
                          {step(1, u"FROM docker.io/library/box:1"_s, false), step(3, u"RUN b"_s, false)},
                          false,
                          true}
            << u"+-+-"_s;
        QTest::newRow("a step that is not in the file")
            << LayerState{file, {step(1, u"FROM box:1"_s, false), step(2, u"RUN other"_s, false)}, false, false}
            << u"++..."_s;
    }
    void rows()
    {
        QFETCH(LayerState, state);
        QTEST(drawn(state), "look");
    }

    void summaryAndFirstCause()
    {
        LayerState state;
        state.instructions = QStringList{u"FROM box:1"_s, u"COPY a /a"_s, u"RUN b"_s, u"CMD c"_s};
        state.steps = {step(1, u"FROM box:1"_s, false), step(2, u"COPY a /a"_s, false),
                       step(3, u"RUN b"_s, false, std::nullopt)};
        state.steps[1].reason = u"These files have changed: a."_s;
        QCOMPARE(layerSummary(state), u"1 reused, 1 built, 1 going on, 1 to come"_s);
        QCOMPARE(firstBuiltAnew(state)->number, 2);
        QVERIFY(layerRows(state)[1].answer.contains(u"These files have changed: a."_s));
        state.steps.resize(1);
        QVERIFY(!firstBuiltAnew(state));
    }
};

QTEST_GUILESS_MAIN(TestLayerRows)
#include "tst_layerrows.moc"
