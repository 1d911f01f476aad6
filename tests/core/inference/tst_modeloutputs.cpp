#include "core/inference/modeloutputs.h"
#include "tests/support/testsupport.h"

using namespace mooring;
using namespace Qt::StringLiterals;

/// Which outputs of a run can be served.
class TestModelOutputs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void found_data()
    {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<QStringList>("models"); // path, kind, number of files
        QTest::newRow("nothing") << QStringList() << QStringList();
        QTest::newRow("no model") << QStringList{u"metrics.csv"_s, u"plots/loss.png"_s} << QStringList();
        QTest::newRow("one file") << QStringList{u"model.pkl"_s, u"notes.txt"_s} << QStringList{u"model.pkl file 1"_s};
        QTest::newRow("a folder of them") << QStringList{u"model/epoch-30.pt"_s, u"model/labels.json"_s, u"log.txt"_s}
                                          << QStringList{u"model folder 2"_s, u"model/epoch-30.pt file 1"_s};
        QTest::newRow("of our sample") << QStringList{u"model/model.json"_s, u"model/sample_input.json"_s,
                                                      u"model/score.py"_s}
                                       << QStringList{u"model folder 3"_s};
        QTest::newRow("its script tells")
            << QStringList{u"score.py"_s, u"weights.bin"_s} << QStringList{u" folder 2"_s};
        QTest::newRow("its name tells") << QStringList{u"best/model/weights.bin"_s}
                                        << QStringList{u"best/model folder 1"_s};
        QTest::newRow("MLflow first, and whole")
            << QStringList{u"a/weights.onnx"_s, u"best/MLmodel"_s, u"best/model.pkl"_s, u"best/requirements.txt"_s}
            << QStringList{u"best mlflow 3"_s, u"a folder 1"_s, u"a/weights.onnx file 1"_s};
        QTest::newRow("MLflow at the top") << QStringList{u"MLmodel"_s, u"model.pkl"_s} << QStringList{u" mlflow 2"_s};
        QTest::newRow("case of the ending")
            << QStringList{u"M/NET.PT"_s} << QStringList{u"M folder 1"_s, u"M/NET.PT file 1"_s};
    }
    void found()
    {
        QFETCH(QStringList, files);
        QFETCH(QStringList, models);
        std::vector<OutputFile> outputs;
        for (const QString &path : files)
            outputs.push_back({path.toUtf8(), 10, {}});
        QStringList found;
        for (const ModelOutput &each : findModelOutputs(outputs)) {
            found << u"%1 %2 %3"_s.arg(each.path, each.isMlflow   ? u"mlflow"_s
                                                  : each.isFolder ? u"folder"_s
                                                                  : u"file"_s)
                         .arg(each.files);
            QCOMPARE(each.size, each.files * 10);
        }
        QCOMPARE(found, models);
    }

    void modelOf()
    {
        QCOMPARE((ModelOutput{u"model"_s, true, false, 1, 1}).modelOf(u"cnn-1"_s), u"run:cnn-1/model"_s);
        QCOMPARE((ModelOutput{{}, true, true, 1, 1}).modelOf(u"cnn-1"_s), u"run:cnn-1"_s);
    }
};

QTEST_GUILESS_MAIN(TestModelOutputs)
#include "tst_modeloutputs.moc"
