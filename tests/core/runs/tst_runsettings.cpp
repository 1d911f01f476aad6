#include "core/base/files.h"
#include "core/base/process.h"
#include "core/runs/runsettings.h"
#include "tests/core/runs/sourcetree.h"
#include "tests/support/testsupport.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(mooring::RunSettings)

class TestRunSettings : public QObject
{
    Q_OBJECT

    static RunSettings full()
    {
        RunSettings s;
        s.source = u"."_s;
        s.script = u"train.py"_s;
        s.arguments = QStringList{u"--epochs"_s, u"5"_s};
        s.environment = {EnvironmentChoice::Kind::Python, u".venv/bin/python"_s};
        s.target = u"local"_s;
        s.variables = {{u"OMP_NUM_THREADS"_s, u"2"_s}};
        s.timeLimitSeconds = 3600;
        s.name = u"train-007"_s;
        s.experiment = u"bearings"_s;
        return s;
    }

    static QString randomText(QRandomGenerator &random)
    {
        static const QStringList parts{u"a"_s,
                                       u" "_s,
                                       u"\n"_s,
                                       u"\t"_s,
                                       u"\r"_s,
                                       u"'"_s,
                                       u"\""_s,
                                       u"\\"_s,
                                       u":"_s,
                                       u": "_s,
                                       u"#"_s,
                                       u" #"_s,
                                       u"- "_s,
                                       u"-"_s,
                                       u"?"_s,
                                       u"&a"_s,
                                       u"*a"_s,
                                       u"!"_s,
                                       u"%"_s,
                                       u"@"_s,
                                       u"`"_s,
                                       u"{"_s,
                                       u"}"_s,
                                       u"["_s,
                                       u"]"_s,
                                       u","_s,
                                       u"|"_s,
                                       u">"_s,
                                       u"1"_s,
                                       u"0x1F"_s,
                                       u"1e5"_s,
                                       u"yes"_s,
                                       u"null"_s,
                                       u"~"_s,
                                       u"---"_s,
                                       u"..."_s,
                                       u"한국어"_s,
                                       u"é"_s,
                                       u"\u0301"_s,
                                       u"🚢"_s,
                                       QString(QChar(0x85)),
                                       QString(QChar(0x2028)),
                                       QString(QChar(0xFEFF)),
                                       QString(QChar(0xFFFF)),
                                       QString(QChar(1)),
                                       QString(QChar(0x7f)),
                                       QString(QChar(0xA0)),
                                       QString(QChar(0xFFFD)),
                                       QString(QChar(0xE000))};
        QString text;
        for (int n = random.bounded(6); n > 0; --n)
            text += parts[random.bounded(int(parts.size()))];
        return text;
    }

private Q_SLOTS:
    void readable()
    {
        QCOMPARE(full().toYaml(), QByteArray("source: .\n"
                                             "script: train.py\n"
                                             "arguments:\n"
                                             "  - --epochs\n"
                                             "  - \"5\"\n"
                                             "environment:\n"
                                             "  python: .venv/bin/python\n"
                                             "target: local\n"
                                             "variables:\n"
                                             "  OMP_NUM_THREADS: \"2\"\n"
                                             "timeLimit: 3600 # seconds\n"
                                             "name: train-007\n"
                                             "experiment: bearings\n"));
    }

    void roundTrip_data()
    {
        QTest::addColumn<QString>("text");
        const QStringList texts{u""_s,
                                u" "_s,
                                u" leading"_s,
                                u"trailing "_s,
                                u"yes"_s,
                                u"No"_s,
                                u"on"_s,
                                u"null"_s,
                                u"~"_s,
                                u"true"_s,
                                u"12"_s,
                                u"1.5"_s,
                                u"-3"_s,
                                u"-.inf"_s,
                                u".5"_s,
                                u"0x1F"_s,
                                u"0o17"_s,
                                u"1_000"_s,
                                u"12:30:45"_s,
                                u"2024-01-01"_s,
                                u"1e5"_s,
                                u"="_s,
                                u"<<"_s,
                                u"-"_s,
                                u"--"_s,
                                u"---"_s,
                                u"..."_s,
                                u"- a"_s,
                                u"a: b"_s,
                                u"a #b"_s,
                                u"#a"_s,
                                u"*alias"_s,
                                u"&anchor"_s,
                                u"!!tag"_s,
                                u"%TAG"_s,
                                u"@at"_s,
                                u"`tick"_s,
                                u"{a}"_s,
                                u"[a]"_s,
                                u"|"_s,
                                u">"_s,
                                u"it's"_s,
                                u"say \"hi\""_s,
                                u"back\\slash\\n"_s,
                                u"two\nlines"_s,
                                u"\n"_s,
                                u"a\n\n b\n"_s,
                                u"\r\n"_s,
                                u"tab\there"_s,
                                u"한국어 é"_s,
                                u"e\u0301"_s,
                                u"🚢"_s,
                                QString(QChar(0x85)),
                                QString(QChar(0x2028)),
                                QString(QChar(0xFEFF)) + u"bom"_s,
                                QString(QChar(0xFFFF)),
                                QString(QChar(0x1b)) + u"[31m"_s,
                                QString(QChar(0x7f)),
                                QString(70000, u'x'),
                                u"$HOME `id` $(id)"_s};
        for (const QString &text : texts)
            QTest::addRow("%s", text.left(20).toUtf8().toPercentEncoding(" ").constData()) << text;
    }
    void roundTrip()
    {
        QFETCH(QString, text);
        RunSettings s;
        s.source = s.script = s.target = s.name = s.experiment = text;
        s.arguments = QStringList{text, u"x"_s, text};
        s.variables = {{u"A"_s, text}, {text, u"b"_s}};
        for (const auto kind :
             {EnvironmentChoice::Kind::Python, EnvironmentChoice::Kind::File, EnvironmentChoice::Kind::Image}) {
            s.environment = {kind, text};
            const auto back = RunSettings::fromYaml(s.toYaml());
            MOORING_OK(back);
            QVERIFY(*back == s);
            const auto fromJson = RunSettings::fromJson(Json::parse(toBytes(s.toJson()).toStdString()));
            MOORING_OK(fromJson);
            QVERIFY(*fromJson == s);
        }
    }

    void roundTripRandom()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 3000; ++i) {
            RunSettings s;
            s.script = randomText(random);
            for (int n = random.bounded(4); n > 0; --n)
                s.arguments << randomText(random);
            for (int n = random.bounded(4); n > 0; --n)
                s.variables[randomText(random)] = randomText(random);
            if (random.bounded(2))
                s.timeLimitSeconds = random.bounded(100000);
            const auto back = RunSettings::fromYaml(s.toYaml());
            QVERIFY2(back.ok() && *back == s, s.toYaml().constData());
        }
    }

    /// What we write is the same texts to another reader of YAML, so a script may read run.yaml too.
    void anotherReaderAgrees()
    {
        const CancelToken cancel;
        Command probe;
        probe.program = u"python3"_s;
        probe.arguments = QStringList{u"-c"_s, u"import yaml"_s};
        const auto probed = runCommand(probe, cancel);
        MOORING_NEEDS(probed && probed->succeeded(), "python3 with yaml");
        QRandomGenerator random(11);
        RunSettings s = full();
        s.arguments = QStringList{u"yes"_s, u"1_0"_s,  u"12:30"_s, u".5"_s, u"_1"_s, u"0b1"_s,  u"="_s,
                                  u"./a"_s, u"../b"_s, u"--c=1"_s, u"."_s,  u".."_s, u"null"_s, u"-x"_s};
        for (int i = 0; i < 500; ++i)
            s.arguments << randomText(random);
        Command read;
        read.program = u"python3"_s;
        read.arguments = QStringList{
            u"-c"_s,
            u"import sys,json,yaml; print(json.dumps(yaml.safe_load(sys.stdin.buffer.read().decode())['arguments']))"_s};
        read.input = s.toYaml();
        const auto answer = runCommand(read, cancel);
        MOORING_OK(answer);
        QVERIFY2(answer->succeeded(), answer->errors.constData());
        const Json got = Json::parse(answer->output.toStdString());
        QCOMPARE(got.size(), size_t(s.arguments.size()));
        for (size_t i = 0; i < got.size(); ++i)
            QCOMPARE(fromStd(got[i].dump()), fromStd(Json(toStd(s.arguments[qsizetype(i)])).dump()));
    }

    void defaults()
    {
        const auto s = RunSettings::fromYaml("script: a.py\n");
        MOORING_OK(s);
        QCOMPARE(s->target, u"local"_s);
        QVERIFY(s->environment.kind == EnvironmentChoice::Kind::Default);
        QVERIFY(!s->timeLimitSeconds);
        const auto nulls = RunSettings::fromYaml("script: a.py\nname:\narguments: ~\nenvironment:\ntarget:\n");
        MOORING_OK(nulls);
        QVERIFY(*nulls == *s);
        MOORING_OK(RunSettings::fromYaml("\xEF\xBB\xBFscript: a.py\r\n")); // as some editors write
        const auto people =
            RunSettings::fromYaml("# mine\nscript: 'a.py'\narguments: [--n, 5, yes, 1.0]\nvariables: {A: 1}\n");
        MOORING_OK(people);
        QCOMPARE(people->arguments, (QStringList{u"--n"_s, u"5"_s, u"yes"_s, u"1.0"_s}));
        QCOMPARE(people->variables.at(u"A"_s), u"1"_s);
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QByteArray &yaml, const QString &code, const QString &says) {
            QTest::newRow(name) << yaml << code << says;
        };
        row("unknown key", "script: a\narguements: [x]\n", u"settings.unknownKey"_s,
            u"Line 2: \"arguements\" is not a key of run settings. Did you mean \"arguments\"?"_s);
        row("nothing near", "script: a\nqqqqqqqqq: 1\n", u"settings.unknownKey"_s, u"The keys are: source, script"_s);
        row("unknown environment", "environment:\n  pyton: x\n", u"settings.unknownKey"_s,
            u"Line 2: \"pyton\" is not a key of run settings. Did you mean \"python\"?"_s);
        row("two environments", "environment: {python: a, image: b}\n", u"settings.wrongType"_s,
            u"one of python, file and image"_s);
        row("environment text", "script: a\nenvironment: conda\n", u"settings.wrongType"_s,
            u"Line 2: \"environment\" must be"_s);
        row("arguments text", "script: a\n\narguments: --x\n", u"settings.wrongType"_s,
            u"Line 3: \"arguments\" must be a list"_s);
        row("nested argument", "arguments:\n  - a\n  - [b]\n", u"settings.wrongType"_s,
            u"Line 3: \"arguments\" must be a text"_s);
        row("null argument", "arguments:\n  - a\n  -\n", u"settings.wrongType"_s, u"for an empty one"_s);
        row("script list", "script: [a]\n", u"settings.wrongType"_s, u"Line 1: \"script\" must be a text"_s);
        row("variables list", "variables: [A=1]\n", u"settings.wrongType"_s, u"\"variables\" must be"_s);
        row("variable map", "variables:\n  A: {b: c}\n", u"settings.wrongType"_s, u"Line 2: \"A\" must be a text"_s);
        row("time limit text", "timeLimit: 2h\n", u"settings.wrongType"_s,
            u"Line 1: \"timeLimit\" must be a whole number of seconds"_s);
        row("time limit too big", "timeLimit: 99999999999\n", u"settings.wrongType"_s, u"timeLimit"_s);
        row("time limit list", "timeLimit: [1]\n", u"settings.wrongType"_s, u"timeLimit"_s);
        row("key twice", "script: a\nscript: b\n", u"settings.twice"_s, u"Line 2: \"script\" stands there twice"_s);
        row("variable twice", "variables:\n  A: 1\n  A: 2\n", u"settings.twice"_s, u"Line 3"_s);
        row("alias", "script: &a x\nname: *a\n", u"settings.alias"_s, u"Line 1"_s);
        row("merge", "variables:\n  <<: *a\n", u"settings.notYaml"_s, u"not valid YAML"_s);
        row("tag", "script: !!binary aGk=\n", u"settings.tag"_s, u"Line 1"_s);
        row("two documents", "script: a\n---\nscript: b\n", u"settings.documents"_s, u"more than one"_s);
        row("empty", "", u"settings.empty"_s, u"empty"_s);
        row("comment only", "# hi\n", u"settings.empty"_s, u"empty"_s);
        row("list", "- a\n", u"settings.wrongType"_s, u"list of keys"_s);
        row("text", "train.py", u"settings.wrongType"_s, u"list of keys"_s);
        row("map as key", "{a: b}: c\n", u"settings.wrongType"_s, u"each key a text"_s);
        row("truncated quote", "script: \"tra", u"settings.notYaml"_s, u"not valid YAML"_s);
        row("truncated list", "arguments: [a, ", u"settings.notYaml"_s, u"not valid YAML"_s);
        row("bad indent", "script: a\n  name: b\n", u"settings.notYaml"_s, u"Line 2"_s);
        row("not UTF-8", "script: \xff\xfe\n", u"settings.notText"_s, u"UTF-8"_s);
        row("NUL", QByteArray("script: a\0b\n", 12), u"settings.notText"_s, u"UTF-8"_s);
        row("json of something else", "{\"apiVersion\": 1}", u"settings.unknownKey"_s, u"apiVersion"_s);
        row("huge", QByteArray(1024 * 1024 + 1, '#'), u"settings.tooLarge"_s, u"1 MB"_s);
    }
    void refused()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QString, says);
        const auto settings = RunSettings::fromYaml(yaml);
        QVERIFY(!settings);
        QTEST(settings.error().code, "code");
        QVERIFY2(settings.error().text().contains(says), qPrintable(settings.error().text()));
        QVERIFY(settings.error().kind == ErrorKind::Usage);
    }

    void bombs_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QByteArray laughs = "a: &a [x,x,x,x,x,x,x,x,x]\n";
        for (char c = 'b'; c < 'k'; ++c)
            laughs += QByteArray(1, c) + ": &" + c + " [" +
                      QByteArray("*").append(char(c - 1)).append(',').repeated(9) + "]\n";
        QTest::newRow("laughs") << laughs;
        QTest::newRow("deep lists") << QByteArray(1'000'000, '[');
        QTest::newRow("deep maps") << QByteArray("{a: ").repeated(200'000);
        QTest::newRow("deep block") << QByteArray("- ").repeated(400'000);
        QTest::newRow("deep questions") << QByteArray("? ").repeated(400'000);
        QTest::newRow("closing") << QByteArray(1'000'000, ']');
        QTest::newRow("one line") << QByteArray("script: ") + QByteArray(1'000'000, 'a') + "\nx: 1\n";
        QTest::newRow("many keys") << QByteArray("? a\n").repeated(200'000);
    }
    void bombs()
    {
        QFETCH(QByteArray, yaml);
        const qint64 before = threadCpuMs();
        QVERIFY(!RunSettings::fromYaml(yaml));
        QVERIFY2(threadCpuMs() - before < 5000, qPrintable(QString::number(threadCpuMs() - before)));
    }

    void jsonWrongTypes_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char *json :
             {"[]", "{\"script\":1}", "{\"arguments\":\"a\"}", "{\"arguments\":[1]}", "{\"variables\":[]}",
              "{\"variables\":{\"A\":1}}", "{\"environment\":\"x\"}", "{\"environment\":{\"python\":1}}",
              "{\"environment\":{\"python\":\"a\",\"file\":\"b\"}}", "{\"timeLimitMs\":\"1\"}", "{\"timeLimitMs\":-1}"})
            QTest::newRow(json) << QByteArray(json);
    }
    void jsonWrongTypes()
    {
        QFETCH(QByteArray, json);
        const auto settings = RunSettings::fromJson(Json::parse(json.toStdString()));
        QVERIFY(!settings);
        QCOMPARE(settings.error().code, u"settings.wrongType"_s);
    }

    void loadAndSave()
    {
        QTemporaryDir folder;
        MOORING_OK(makeFolder(folder.filePath(u"project/code"_s)));
        RunSettings s = full();
        s.source = folder.filePath(u"project/code"_s);
        const QString path = folder.filePath(u"project/run.yaml"_s);
        MOORING_OK(s.save(path));
        QVERIFY(readWholeFile(path)->startsWith("source: code\n"));
        const auto back = RunSettings::load(path);
        MOORING_OK(back);
        QVERIFY(*back == s);

        s.source = folder.filePath(u"project"_s);
        MOORING_OK(s.save(path));
        QVERIFY(readWholeFile(path)->startsWith("source: .\n"));
        QVERIFY(RunSettings::load(path)->source == s.source);

        s.source = folder.filePath(u"project-2"_s); // outside, though its path begins alike
        MOORING_OK(s.save(path));
        QVERIFY(readWholeFile(path)->startsWith("source: /"));
        QVERIFY(RunSettings::load(path)->source == s.source);

        MOORING_OK(writeFileAtomically(path, "script: a.py\n"));
        QCOMPARE(RunSettings::load(path)->source, folder.filePath(u"project"_s));
        MOORING_OK(writeFileAtomically(path, "script: a.py\nsource: ../other\n"));
        QCOMPARE(RunSettings::load(path)->source, folder.filePath(u"other"_s));

        MOORING_OK(writeFileAtomically(path, "skript: a.py\n"));
        const QString text = RunSettings::load(path).error().text();
        QVERIFY2(text.startsWith(path + u": Line 1: "_s), qPrintable(text));
        QCOMPARE(RunSettings::load(u"/nonexistent/run.yaml"_s).error().code, u"file.missing"_s);
    }

    void validates_data()
    {
        QTest::addColumn<RunSettings>("settings");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const QString &code, const std::function<void(RunSettings &)> &change) {
            RunSettings s = full();
            change(s);
            QTest::newRow(name) << s << code;
        };
        row("good", {}, [](RunSettings &) {});
        row("good in a folder", {}, [](RunSettings &s) { s.script = u"a/../b/./train.py"_s; });
        row("no script", u"settings.noScript"_s, [](RunSettings &s) { s.script.clear(); });
        row("absolute script", u"settings.scriptOutside"_s, [](RunSettings &s) { s.script = u"/tmp/a.py"_s; });
        row("outside", u"settings.scriptOutside"_s, [](RunSettings &s) { s.script = u"a/../../b.py"_s; });
        row("named like outside", {}, [](RunSettings &s) { s.script = u"..a.py"_s; });
        row("folder", u"settings.scriptIsFolder"_s, [](RunSettings &s) { s.script = u"a/"_s; });
        row("dot", u"settings.scriptIsFolder"_s, [](RunSettings &s) { s.script = u"a/.."_s; });
        row("no source", u"settings.noSource"_s, [](RunSettings &s) { s.source.clear(); });
        row("no target", u"settings.noTarget"_s, [](RunSettings &s) { s.target.clear(); });
        row("variable name", u"settings.variableName"_s, [](RunSettings &s) { s.variables = {{u"1A"_s, {}}}; });
        row("variable with =", u"settings.variableName"_s, [](RunSettings &s) { s.variables = {{u"A=B"_s, {}}}; });
        row("variable empty", u"settings.variableName"_s, [](RunSettings &s) { s.variables = {{u""_s, u"x"_s}}; });
        row("ours", u"settings.variableReserved"_s, [](RunSettings &s) {
            s.variables = {{u"MOORING_RUN_ID"_s, u"x"_s}};
        });
        row("empty value", {}, [](RunSettings &s) { s.variables = {{u"A"_s, {}}}; });
        row("NUL in argument", u"settings.nul"_s, [](RunSettings &s) { s.arguments << QString(QChar(0)); });
        row("longest argument", {}, [](RunSettings &s) { s.arguments << QString(131071, u'x'); });
        row("too long", u"settings.tooLong"_s, [](RunSettings &s) { s.arguments << QString(131072, u'x'); });
        row("too long in bytes", u"settings.tooLong"_s, [](RunSettings &s) { s.arguments << QString(65536, u'é'); });
        row("time limit 0", u"settings.timeLimit"_s, [](RunSettings &s) { s.timeLimitSeconds = 0; });
        row("name with line break", u"settings.badName"_s, [](RunSettings &s) { s.name = u"a\nb"_s; });
        row("empty environment", u"settings.emptyEnvironment"_s, [](RunSettings &s) {
            s.environment = {EnvironmentChoice::Kind::Image, u" "_s};
        });
    }
    void validates()
    {
        QFETCH(RunSettings, settings);
        QFETCH(QString, code);
        const auto result = settings.validate();
        QCOMPARE(result ? QString() : result.error().code, code);
    }

    void asCommand()
    {
        QCOMPARE(
            full().toCommand().join(u'|'),
            u"mooring|run|train.py|--source|.|--python|.venv/bin/python|--var|OMP_NUM_THREADS=2|--time-limit|3600|--name|train-007|--experiment|bearings|--|--epochs|5"_s);
        RunSettings odd;
        odd.script = u"-x.py"_s;
        odd.source = u"-src"_s;
        odd.target = u"gpu box"_s;
        odd.name = u"--json"_s;
        odd.environment = {EnvironmentChoice::Kind::File, u"-env.yml"_s};
        odd.arguments = QStringList{u""_s, u"--"_s};
        QCOMPARE(odd.toCommand().join(u'|'),
                 u"mooring|run|./-x.py|--source|./-src|--target|gpu box|--env=-env.yml|--name=--json|--||--"_s);
    }
};

QTEST_GUILESS_MAIN(TestRunSettings)
#include "tst_runsettings.moc"
