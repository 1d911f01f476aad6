// Words of one line, durations, and what a draft says of what was typed.
#include "core/base/text.h"
#include "tests/support/testsupport.h"
#include "ui/runs/wizard/argumentline.h"
#include "ui/runs/wizard/rundraft.h"
#include "ui/runs/wizard/sourcecontent.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

void touch(const QString &path)
{
    QDir().mkpath(path.section(u'/', 0, -2));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("x");
}

} // namespace

class TestRunDraft : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void words_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("nothing") << u""_s << QStringList();
        QTest::newRow("blanks") << u"  \t "_s << QStringList();
        QTest::newRow("plain") << u"--epochs 30  --lr=0.1"_s << QStringList{u"--epochs"_s, u"30"_s, u"--lr=0.1"_s};
        QTest::newRow("double quotes") << u"--name \"two words\""_s << QStringList{u"--name"_s, u"two words"_s};
        QTest::newRow("single quotes") << u"'a \"b\" $c' d"_s << QStringList{u"a \"b\" $c"_s, u"d"_s};
        QTest::newRow("an empty word") << u"a '' \"\" b"_s << QStringList{u"a"_s, u""_s, u""_s, u"b"_s};
        QTest::newRow("joined") << u"a'b c'\"d e\"f"_s << QStringList{u"ab cd ef"_s};
        QTest::newRow("escapes") << u"a\\ b \\\" \"x\\\"y\\z\""_s << QStringList{u"a b"_s, u"\""_s, u"x\"y\\z"_s};
        QTest::newRow("no expansion") << u"$HOME *.py ~ `ls` a;b"_s
                                      << QStringList{u"$HOME"_s, u"*.py"_s, u"~"_s, u"`ls`"_s, u"a;b"_s};
        QTest::newRow("hangul") << u"--이름 '베어링 결함'"_s << QStringList{u"--이름"_s, u"베어링 결함"_s};
    }
    void words()
    {
        QFETCH(QString, line);
        QFETCH(QStringList, words);
        const auto split = splitArguments(line);
        MOORING_OK(split);
        QCOMPARE(*split, words);
        const auto again = splitArguments(shellCommand(words));
        MOORING_OK(again);
        QCOMPARE(*again, words);
    }

    void openLines_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("code");
        QTest::newRow("double quote") << u"--name \"two"_s << u"arguments.openQuote"_s;
        QTest::newRow("single quote") << u"it's"_s << u"arguments.openQuote"_s;
        QTest::newRow("backslash") << u"a \\"_s << u"arguments.openBackslash"_s;
    }
    void openLines()
    {
        QFETCH(QString, line);
        const auto split = splitArguments(line);
        QVERIFY(!split);
        QTEST(split.error().code, "code");
        RunDraft draft;
        draft.setArgumentsText(u"good words"_s);
        draft.setArgumentsText(line);
        QVERIFY(!draft.argumentsProblem().isEmpty());
        QCOMPARE(draft.argumentsText(), line);
        QCOMPARE(draft.settings().arguments, (QStringList{u"good"_s, u"words"_s}));
    }

    void timeLimits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("seconds"); // 0: refused
        QTest::newRow("seconds") << u"90 s"_s << 90;
        QTest::newRow("minutes") << u"15min"_s << 900;
        QTest::newRow("both") << u"2 h 30 min"_s << 9000;
        QTest::newRow("day") << u"1 d"_s << 86400;
        QTest::newRow("no unit") << u"90"_s << 0;
        QTest::newRow("no number") << u"min"_s << 0;
        QTest::newRow("zero") << u"0 s"_s << 0;
        QTest::newRow("minus") << u"-5 min"_s << 0;
        QTest::newRow("rest") << u"5 min later"_s << 0;
        QTest::newRow("too long") << u"999999999 d"_s << 0;
    }
    void timeLimits()
    {
        QFETCH(QString, text);
        QFETCH(int, seconds);
        const auto parsed = parseTimeLimit(text);
        QCOMPARE(parsed.ok(), seconds > 0);
        if (!seconds)
            return;
        QCOMPARE(*parsed, seconds);
        QCOMPARE(*parseTimeLimit(timeLimitText(seconds)), seconds);
    }

    void settingsSurvive()
    {
        RunSettings settings;
        settings.source = u"/data/bearings"_s;
        settings.script = u"train.py"_s;
        settings.arguments = QStringList{u"--name"_s, u"two words"_s, u""_s, u"it's"_s};
        settings.environment = {EnvironmentChoice::Kind::File, u"requirements.txt"_s};
        settings.variables = {{u"A"_s, u"1"_s}, {u"B"_s, u"x y"_s}};
        settings.timeLimitSeconds = 5405;
        settings.name = u"n"_s;
        settings.experiment = u"e"_s;
        RunDraft draft(settings);
        QCOMPARE(draft.settings(), settings);
        draft.setArgumentsText(draft.argumentsText());
        draft.setTimeLimitText(draft.timeLimitText());
        draft.setVariables(draft.variables());
        QCOMPARE(draft.settings(), settings);
        const auto read = RunSettings::fromYaml(draft.settings().toYaml());
        MOORING_OK(read);
        QCOMPARE(*read, settings);
        QCOMPARE(draft.title(), u"train.py in bearings"_s);
    }

    void variables_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("good");
        QTest::newRow("good") << u"EPOCHS"_s << u"3"_s << true;
        QTest::newRow("empty row") << u""_s << u""_s << true;
        QTest::newRow("no name") << u""_s << u"3"_s << false;
        QTest::newRow("digit first") << u"1A"_s << u"3"_s << false;
        QTest::newRow("blank") << u"A B"_s << u"3"_s << false;
        QTest::newRow("ours") << u"MOORING_RUN_ID"_s << u"3"_s << false;
        QTest::newRow("twice") << u"FIRST"_s << u"3"_s << false;
    }
    void variables()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(bool, good);
        RunDraft draft;
        draft.setVariables({{u"FIRST"_s, u"1"_s}, {name, value}});
        QCOMPARE(draft.variablesProblem().isEmpty(), good);
        QCOMPARE(draft.settings().variables.empty(), !good);
    }

    void scripts_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<bool>("good");
        QTest::newRow("plain") << u"train.py"_s << true;
        QTest::newRow("below") << u"jobs/train.py"_s << true;
        QTest::newRow("none") << u""_s << false;
        QTest::newRow("outside") << u"../train.py"_s << false;
        QTest::newRow("absolute") << u"/etc/passwd"_s << false;
        QTest::newRow("folder") << u"jobs/"_s << false;
    }
    void scripts()
    {
        QFETCH(QString, script);
        RunDraft draft;
        draft.setScript(script);
        QTEST(draft.scriptProblem().isEmpty(), "good");
    }

    void contentOfAFolder()
    {
        QTemporaryDir folder;
        for (const QString &name :
             {u"train.py"_s, u"prepare.sh"_s, u"jobs/eval.py"_s, u"jobs/deep/no.py"_s, u".venv/x.py"_s,
              u"requirements.txt"_s, u"conda/environment.yml"_s, u"notes.txt"_s, u"pkg/__init__.py"_s})
            touch(folder.filePath(name));
        const SourceContent content = readSourceContent(folder.path());
        QCOMPARE(content.problem, QString());
        QCOMPARE(content.scripts, (QStringList{u"prepare.sh"_s, u"train.py"_s, u"jobs/eval.py"_s}));
        QCOMPARE(content.environmentFiles, (QStringList{u"requirements.txt"_s, u"conda/environment.yml"_s}));
        QCOMPARE(likelyScript(content.scripts), u"train.py"_s);
        QVERIFY(!readSourceContent(folder.filePath(u"missing"_s)).problem.isEmpty());
        QVERIFY(!readSourceContent(folder.filePath(u"train.py"_s)).problem.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRunDraft)
#include "tst_rundraft.moc"
