#include "core/environments/requirements.h"
#include "tests/support/testsupport.h"

using namespace mooring;
using namespace Qt::StringLiterals;
using Kind = RequirementLine::Kind;

Q_DECLARE_METATYPE(mooring::RequirementLine::Kind)

class TestRequirements : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void kinds_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("path");
        const auto row = [](const char *text, Kind kind, const char *path = "") {
            QTest::newRow(text) << QByteArray(text) << kind << QString::fromUtf8(path);
        };
        row("numpy", Kind::Package);
        row("numpy==1.26.4", Kind::Package);
        row("numpy >= 1.2, <2 ; python_version < '3.9'", Kind::Package);
        row("mlflow[extras,gateway]~=2.0", Kind::Package);
        row("torch (>=2)", Kind::Package);
        row("numpy==1.0 --hash=sha256:abc", Kind::Package);
        row("pkg @ https://example.com/pkg.whl", Kind::Package);
        row("git+https://example.com/pkg.git@v1#egg=pkg", Kind::Package);
        row("https://example.com/pkg.whl", Kind::Package);
        row("-e git+https://example.com/pkg.git#egg=pkg", Kind::Package);
        row("--index-url https://example.com/simple", Kind::Option);
        row("-i https://example.com/simple", Kind::Option);
        row("-r more.txt", Kind::Include, "more.txt");
        row("-rmore.txt", Kind::Include, "more.txt");
        row("--requirement=more.txt", Kind::Include, "more.txt");
        row("-c limits.txt", Kind::Include, "limits.txt");
        row("--constraint limits.txt", Kind::Include, "limits.txt");
        row("./wheels/x-1.0-py3-none-any.whl", Kind::LocalArchive, "./wheels/x-1.0-py3-none-any.whl");
        row("wheels/x-1.0.tar.gz", Kind::LocalArchive, "wheels/x-1.0.tar.gz");
        row("x @ file:///opt/x-1.0-py3-none-any.whl", Kind::LocalArchive, "/opt/x-1.0-py3-none-any.whl");
        row(".", Kind::LocalFolder, ".");
        row("-e .", Kind::LocalFolder, ".");
        row("--editable=../pkg", Kind::LocalFolder, "../pkg");
        row("./pkg", Kind::LocalFolder, "./pkg");
        row("/srv/pkg", Kind::LocalFolder, "/srv/pkg");
        row("[tool.poetry]", Kind::Unknown);
        row("import numpy as np", Kind::Unknown);
        row("{\"a\": 1}", Kind::Unknown);
        row("<html>", Kind::Unknown);
    }
    void kinds()
    {
        QFETCH(QByteArray, text);
        const auto lines = parseRequirements(text);
        QCOMPARE(lines.size(), size_t(1));
        QTEST(lines[0].kind, "kind");
        QTEST(lines[0].path, "path");
    }

    void linesAndNumbers()
    {
        const auto lines = parseRequirements(
            "\xef\xbb\xbf# head\r\n\r\nnumpy  ==1 # why\r\npandas \\\r\n  >=2\r\nhttps://e.com/x#egg=y\n   \n");
        QCOMPARE(lines.size(), size_t(3));
        QCOMPARE(lines[0].text, u"numpy ==1"_s);
        QCOMPARE(lines[0].number, 3);
        QCOMPARE(lines[1].text, u"pandas >=2"_s);
        QCOMPARE(lines[1].number, 4);
        QCOMPARE(lines[2].text, u"https://e.com/x#egg=y"_s);
        QCOMPARE(lines[2].number, 6);
    }

    void changes_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("now");
        QTest::addColumn<int>("line"); // 0: none
        QTest::newRow("same") << QByteArray("a\nb\n") << QByteArray("a\nb\n") << 0;
        QTest::newRow("only comments") << QByteArray("a\nb\n") << QByteArray("# x\na\n\nb # y") << 0;
        QTest::newRow("second") << QByteArray("a\nb==1\nc") << QByteArray("a\nb==2\nc") << 2;
        QTest::newRow("added at the end") << QByteArray("a\n") << QByteArray("a\n\nb\n") << 3;
        QTest::newRow("taken away at the end") << QByteArray("a\nb\n") << QByteArray("a\n") << 2;
        QTest::newRow("all taken away") << QByteArray("a\n") << QByteArray() << 1;
        QTest::newRow("first of all") << QByteArray() << QByteArray("a") << 1;
    }
    void changes()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, now);
        QTEST(firstChangedLine(before, now).value_or(0), "line");
    }

    void includesMove()
    {
        const std::vector<std::pair<QString, QString>> places{{u"more/base.txt"_s, u"1-base.txt"_s}};
        QCOMPARE(withIncludesAt("a\n-r more/base.txt # x\nb", places), QByteArray("a\n-r 1-base.txt # x\nb"));
        QCOMPARE(withIncludesAt("- pip:\n  - -r more/base.txt\n  - \"-r more/base.txt\"\n", places),
                 QByteArray("- pip:\n  - -r 1-base.txt\n  - \"-r 1-base.txt\"\n"));
        QCOMPARE(withIncludesAt("-r other.txt\n", places), QByteArray("-r other.txt\n"));
    }
};

QTEST_GUILESS_MAIN(TestRequirements)
#include "tst_requirements.moc"
