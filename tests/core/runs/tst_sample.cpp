#include "core/base/json.h"
#include "core/base/process.h"
#include "core/runs/runsettings.h"
#include "core/runs/sample.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QTemporaryDir>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

Result<CommandOutput> python(const QString &folder, const QStringList &arguments)
{
    Command command;
    command.program = u"python3"_s;
    command.arguments = arguments;
    command.folder = folder;
    command.limit = std::chrono::seconds(60);
    return runCommand(command, {});
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestSample : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { MOORING_NEEDS(!findProgram(u"python3"_s).isEmpty(), "python3"); }

    void trainsAndScores()
    {
        QTemporaryDir folder;
        const auto sample = writeSample(folder.filePath(u"deep/er/sample"_s));
        MOORING_OK(sample);
        for (const QString &name : {u"train.py"_s, u"score.py"_s, u"README.md"_s, u".amlignore"_s, u"run.yaml"_s,
                                    u"tracking.py"_s, u"sample_input.json"_s})
            QVERIFY2(QFileInfo(*sample + u'/' + name).isWritable(), qPrintable(name));

        const auto trained = python(*sample, {u"train.py"_s, u"--fast"_s});
        MOORING_OK(trained);
        QVERIFY2(trained->succeeded(), trained->errors.constData());
        QVERIFY2(trained->errors.isEmpty(), trained->errors.constData());
        QVERIFY(trained->output.count('\r') >= 8);
        const Json model = Json::parse(contentOf(*sample + u"/outputs/model/model.json"_s).toStdString());
        QVERIFY(numberAt(model["metrics"], "accuracy") > 0.7);
        QVERIFY(numberAt(model["metrics"], "loss") < 0.69);

        const auto scored = python(*sample + u"/outputs/model"_s, {u"score.py"_s});
        MOORING_OK(scored);
        const Json answer = Json::parse(scored->output.toStdString());
        QCOMPARE(answer["predictions"].size(), size_t(2));
        QVERIFY(!boolAt(answer["predictions"][0], "worn", true));
        QVERIFY(boolAt(answer["predictions"][1], "worn"));
    }

    void sameSeedSameModel()
    {
        QTemporaryDir folder;
        const auto sample = writeSample(folder.filePath(u"s"_s));
        MOORING_OK(sample);
        QByteArray models[2];
        for (QByteArray &model : models) {
            MOORING_OK(python(*sample, {u"train.py"_s, u"--fast"_s}));
            model = contentOf(*sample + u"/outputs/model/model.json"_s);
        }
        QVERIFY(!models[0].isEmpty());
        QCOMPARE(models[0], models[1]);
    }

    void scoreAnswersBadRequests_data()
    {
        QTest::addColumn<QString>("body");
        QTest::newRow("no data") << u"{}"_s;
        QTest::newRow("no json") << u"hello"_s;
        QTest::newRow("short row") << u"{\"data\": [[1]]}"_s;
        QTest::newRow("words") << u"{\"data\": [[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\"]]}"_s;
    }
    void scoreAnswersBadRequests()
    {
        QFETCH(QString, body);
        QTemporaryDir folder;
        const auto sample = writeSample(folder.filePath(u"s"_s));
        MOORING_OK(sample);
        MOORING_OK(python(*sample, {u"train.py"_s, u"--fast"_s}));
        const auto result = python(
            *sample, {u"-c"_s, u"import score,sys; score.init(); print(score.run(sys.argv[1])['error'])"_s, body});
        MOORING_OK(result);
        QVERIFY2(result->succeeded() && result->output.contains("vibration_x"),
                 (result->output + result->errors).constData());
    }

    void nothingIsOverwritten()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"s"_s);
        MOORING_OK(writeSample(path));
        QFile mine(path + u"/train.py"_s);
        QVERIFY(mine.open(QIODevice::WriteOnly));
        mine.write("mine");
        mine.close();
        QVERIFY(QFile::remove(path + u"/score.py"_s));
        const auto again = writeSample(path);
        MOORING_OK(again);
        QCOMPARE(*again, path);
        QCOMPARE(contentOf(path + u"/train.py"_s), QByteArray("mine"));
        QVERIFY(!QFile::exists(path + u"/score.py"_s));
    }

    void anEmptyFolderIsFilled()
    {
        QTemporaryDir folder;
        MOORING_OK(writeSample(folder.path()));
        QVERIFY(QFile::exists(folder.filePath(u"train.py"_s)));
    }

    void aFileInTheWay()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"s"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto result = writeSample(folder.filePath(u"s"_s));
        QVERIFY(!result);
        QVERIFY(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot) == QStringList{u"s"_s});
    }

    void itsRunSettingsAreRead()
    {
        QTemporaryDir folder;
        MOORING_OK(writeSample(folder.path()));
        const auto settings = RunSettings::fromYaml(contentOf(folder.filePath(u"run.yaml"_s)));
        MOORING_OK(settings);
        QCOMPARE(settings->script, u"train.py"_s);
        MOORING_OK(settings->validate());
    }
};

QTEST_GUILESS_MAIN(TestSample)
#include "tst_sample.moc"
