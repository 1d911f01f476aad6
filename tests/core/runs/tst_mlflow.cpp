#include "core/base/process.h"
#include "core/runs/metricsreader.h"
#include "tests/core/runs/collectorprocess.h"
#include "tests/core/runs/folderhost.h"
#include "tests/support/testsupport.h"

#include <cmath>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

const QString python = QStringLiteral(MOORING_TESTENV "/bin/python");

/// Runs a fixture script as a run's script: collector.env read, in a folder of its own.
Result<CommandOutput> runScript(const QString &name, const test::CollectorProcess *collector,
                                const QStringList &arguments, const QString &folder)
{
    Command command;
    command.program = u"/bin/sh"_s;
    const QString enter = collector ? u". '%1'; "_s.arg(collector->file(u"collector.env"_s)) : QString();
    command.arguments = QStringList{u"-c"_s, enter + u"exec \"$@\""_s, u"sh"_s, python,
                                    QStringLiteral(MOORING_SOURCE_DIR "/tests/fixtures/python/") + name} +
                        arguments;
    command.folder = folder;
    command.limit = std::chrono::seconds(150);
    return runCommand(command, {});
}

} // namespace

class TestMlflow : public QObject
{
    Q_OBJECT

    static RunMetrics read(const test::CollectorProcess &collector)
    {
        test::FolderHost host;
        MetricsReader reader(host, collector.run());
        if (auto done = reader.update({}); !done)
            qWarning("%s", qPrintable(done.error().text()));
        return reader.metrics();
    }

private Q_SLOTS:
    void initTestCase()
    {
        MOORING_NEEDS(QFile::exists(QStringLiteral(MOORING_TESTENV "/.complete")), "the Python packages of the tests");
    }

    void theRealPackage()
    {
        test::CollectorProcess collector;
        QVERIFY(collector.start());
        QTemporaryDir folder;
        const auto output = runScript(u"mlflow_script.py"_s, &collector, {}, folder.path());
        MOORING_OK(output);
        QVERIFY2(output->succeeded(), output->errors.constData());
        const RunMetrics metrics = read(collector);
        const auto &loss = metrics.metrics.at(u"loss"_s);
        QCOMPARE(loss.size(), size_t(5));
        QCOMPARE(loss[4].step, 4);
        QCOMPARE(loss[4].value, 0.2);
        QVERIFY(loss[4].time > 1'700'000'000'000);
        QVERIFY(std::isnan(metrics.metrics.at(u"bad"_s)[0].value));
        QVERIFY(std::isinf(metrics.metrics.at(u"far"_s)[0].value));
        QCOMPARE(metrics.metrics.at(u"batch"_s).size(), size_t(900));
        QCOMPARE(metrics.metrics.at(u"second"_s)[0].step, 3);
        QCOMPARE(metrics.params, (std::map<QString, QString>{{u"a"_s, u"1"_s}, {u"b"_s, u"x"_s}}));
        QCOMPARE(metrics.tags.at(u"kept"_s), u"한글"_s);
        QVERIFY(!metrics.tags.contains(u"gone"_s));
        QCOMPARE(metrics.children.size(), size_t(1));
        QCOMPARE(metrics.children.begin()->second.name, u"child"_s);
        QCOMPARE(metrics.children.begin()->second.metrics.at(u"loss"_s)[0].value, 9.0);
        QCOMPARE(collector.content(u"outputs/f.txt"_s), QByteArray("hello"));
        QVERIFY(QFile::exists(collector.file(u"outputs/sub/dir/empty.txt"_s)));
        QCOMPARE(collector.content(u"outputs/notes/한글 a.txt"_s), QByteArray("some text"));
    }

    void autolog()
    {
        test::CollectorProcess collector;
        QVERIFY(collector.start());
        QTemporaryDir folder;
        const auto output = runScript(u"autolog_script.py"_s, &collector, {}, folder.path());
        MOORING_OK(output);
        QVERIFY2(output->succeeded(), output->errors.constData());
        const RunMetrics metrics = read(collector);
        QCOMPARE(metrics.params.at(u"max_iter"_s), u"50"_s);
        QCOMPARE(metrics.metrics.at(u"training_accuracy_score"_s).size(), size_t(1));
        QVERIFY(metrics.metrics.at(u"training_accuracy_score"_s)[0].value > 0.8);
        QVERIFY(collector.content(u"outputs/model/MLmodel"_s).contains("sklearn"));
        QVERIFY(metrics.children.empty());
    }

    void manyThreads()
    {
        test::CollectorProcess collector;
        QVERIFY(collector.start());
        QTemporaryDir folder;
        const auto output = runScript(u"threads_script.py"_s, &collector, {}, folder.path());
        MOORING_OK(output);
        QVERIFY2(output->succeeded(), output->errors.constData());
        const RunMetrics metrics = read(collector);
        QCOMPARE(metrics.metrics.size(), size_t(8));
        for (const auto &[name, points] : metrics.metrics)
            QCOMPARE(points.size(), size_t(25));
    }

    void tensorboard()
    {
        test::FolderHost host;
        const auto output =
            runScript(u"tensorboard_script.py"_s, nullptr, {host.run() + u"/logs/fit"_s}, host.folder.path());
        MOORING_OK(output);
        QVERIFY2(output->succeeded(), output->errors.constData());
        MetricsReader reader(host, host.run());
        MOORING_OK(reader.update({}));
        QVERIFY2(reader.warnings().isEmpty(), qPrintable(reader.warnings().join(u' ')));
        const auto &metrics = reader.metrics().metrics;
        QCOMPARE(metrics.size(), size_t(2));
        QCOMPARE(metrics.at(u"fit/loss"_s).size(), size_t(100));
        QCOMPARE(metrics.at(u"fit/loss"_s)[99].step, 99);
        QCOMPARE(metrics.at(u"fit/loss"_s)[99].time, qint64(1'099'000));
        QCOMPARE(metrics.at(u"fit/loss"_s)[1].value, 0.5);
        QVERIFY(std::isnan(metrics.at(u"fit/accuracy/test"_s)[0].value));
    }
};

QTEST_GUILESS_MAIN(TestMlflow)
#include "tst_mlflow.moc"
