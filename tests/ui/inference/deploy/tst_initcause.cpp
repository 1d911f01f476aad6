#include "core/base/files.h"
#include "tests/support/testsupport.h"
#include "ui/inference/deploy/initcause.h"

#include <QDir>
#include <QTemporaryDir>

using namespace mooring;
using namespace Qt::StringLiterals;

/// What is shown of a scoring script that could not be started.
class TestInitCause : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knownOfInit_data()
    {
        QTest::addColumn<QString>("exception");
        QTest::addColumn<QString>("known"); // a piece of it; empty: nothing is
        QTest::newRow("another name")
            << u"FileNotFoundError: [Errno 2] No such file or directory: '/var/azureml-models/api/8/model.pt'"_s
            << u"epoch-30.pt, labels.json"_s;
        QTest::newRow("elsewhere") << u"FileNotFoundError: [Errno 2] No such file or directory: '/data/x'"_s
                                   << QString();
        QTest::newRow("a module") << u"ModuleNotFoundError: No module named 'torch'"_s << u"torch"_s;
        QTest::newRow("nothing known") << u"KeyError: 'weights'"_s << QString();
    }
    void knownOfInit()
    {
        QFETCH(QString, exception);
        QFETCH(QString, known);
        QTemporaryDir folder;
        for (const QString &name : {u"labels.json"_s, u"epoch-30.pt"_s})
            QVERIFY(QFile(folder.filePath(name)).open(QIODevice::WriteOnly));
        FailureCause cause;
        cause.exception = exception;
        const auto [title, text] = mooring::knownOfInit(cause, folder.path());
        QCOMPARE(title.isEmpty(), known.isEmpty());
        QVERIFY2((title + text).contains(known), qPrintable(title + text));
    }

    void theLinesThatRanAreShown_data()
    {
        QTest::addColumn<QByteArray>("ran");
        QTest::addColumn<QByteArray>("now"); // null: the file is gone
        QTest::addColumn<QString>("marked");
        QTest::addColumn<bool>("saysChanged");
        const QByteArray broken = "def init():\n    a = 1\n    raise KeyError('weights')\n";
        QTest::newRow("the same") << broken << broken << u"    raise KeyError('weights')"_s << false;
        QTest::newRow("mended") << broken << QByteArray("import json\n\n\ndef init():\n    pass\n")
                                << u"    raise KeyError('weights')"_s << true;
        QTest::newRow("gone") << broken << QByteArray() << u"    raise KeyError('weights')"_s << true;
        QTest::newRow("nothing kept") << QByteArray() << QByteArray("one\ntwo\nthree\n") << u"three"_s << false;
    }
    void theLinesThatRanAreShown()
    {
        QFETCH(QByteArray, ran);
        QFETCH(QByteArray, now);
        QFETCH(QString, marked);
        QFETCH(bool, saysChanged);
        QTemporaryDir source, kept;
        const QString script = source.filePath(u"score.py"_s);
        if (!ran.isNull())
            MOORING_OK(writeFileAtomically(kept.filePath(u"score.py"_s), ran));
        if (!now.isNull())
            MOORING_OK(writeFileAtomically(script, now));
        EndpointVersion version;
        version.codeSource = source.path();
        version.failure.emplace();
        version.failure->exception = u"KeyError: 'weights'"_s;
        version.failure->traceback = "Traceback (most recent call last):\n  File \"" + script.toUtf8() +
                                     "\", line 3, in init\n    raise KeyError('weights')\nKeyError: 'weights'\n";
        const auto view = readInitCause(version, kept.path());
        QVERIFY(view);
        QCOMPARE(view->absoluteFile, script); // the one to mend
        QCOMPARE(view->line, 3);
        QCOMPARE(view->code.value(3 - view->firstLine), marked);
        QCOMPARE(view->knownTitle.contains(u"changed"_s), saysChanged);
    }
};

QTEST_GUILESS_MAIN(TestInitCause)
#include "tst_initcause.moc"
