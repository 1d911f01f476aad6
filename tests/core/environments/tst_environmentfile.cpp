#include "core/environments/environmentfile.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QTemporaryDir>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

void put(const QTemporaryDir &folder, const QString &name, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(folder.filePath(name)).path());
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

class TestEnvironmentFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void kindFollowsContent_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected"); // kind, or code
        const auto row = [](const char *title, const char *name, const QByteArray &text, const char *expected) {
            QTest::newRow(title) << QString::fromUtf8(name) << text << QString::fromUtf8(expected);
        };
        row("requirements", "requirements.txt", "numpy==1.26\n# x\npandas\n", "requirements");
        row("requirements of one word", "deps", "numpy", "requirements");
        row("empty requirements", "requirements.txt", "", "requirements");
        row("conda", "environment.yml", "dependencies:\n  - python=3.11\n  - pip:\n    - numpy\n", "conda");
        row("conda by another name", "deps.txt", "channels: [conda-forge]\ndependencies: [python=3.11]\n", "conda");
        row("requirements called yaml", "environment.yml", "numpy==1.0\npandas\n", "environment.fileUnknown");
        row("azure environment", "environment.yml", "image: x\nconda_file: conda.yml\n", "environment.fileUnknown");
        row("map without dependencies", "a.yml", "name: x\n", "environment.fileUnknown");
        row("dependencies of the wrong type", "a.yml", "dependencies: 3\n", "environment.fileUnknown");
        row("a dependency that is a map", "a.yml", "dependencies: [{a: b}]\n", "environment.fileUnknown");
        row("pip of the wrong type", "a.yml", "dependencies: [{pip: numpy}]\n", "environment.fileUnknown");
        row("truncated yaml", "a.yml", "dependencies: [python=3", "environment.fileUnknown");
        row("toml", "pyproject.toml", "[project]\nname = \"x\"\n", "environment.fileUnknown");
        row("a script", "train.py", "import numpy as np\n", "environment.fileUnknown");
        row("binary", "requirements.txt", QByteArray("numpy\0\x01", 7), "environment.fileUnknown");
        row("local folder", "requirements.txt", "numpy\n-e .\n", "environment.localPath");
        row("local folder in conda's pip", "a.yml", "dependencies: [{pip: [-e .]}]\n", "environment.localPath");
        row("missing include", "requirements.txt", "-r nothing.txt\n", "environment.fileMissing");
    }
    void kindFollowsContent()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, text);
        QTemporaryDir folder;
        put(folder, name, text);
        const auto file = readEnvironmentFile(name, folder.path());
        const QString got = !file                                        ? file.error().code
                            : file->kind == EnvironmentFile::Kind::Conda ? u"conda"_s
                                                                         : u"requirements"_s;
        QTEST(got, "expected");
        if (!file)
            QVERIFY(file.error().message.contains(name) || file.error().message.contains(u"nothing.txt"_s));
    }

    void missingFile()
    {
        QTemporaryDir folder;
        const auto file = readEnvironmentFile(u"requirements.txt"_s, folder.path());
        QVERIFY(!file);
        QCOMPARE(file.error().code, u"environment.fileMissing"_s);
        QCOMPARE(file.error().kind, ErrorKind::Usage);
    }

    void includesCount()
    {
        QTemporaryDir folder;
        put(folder, u"requirements.txt"_s, "-r more/base.txt\nnumpy\n");
        put(folder, u"more/base.txt"_s, "-c limits.txt\npandas\n-r ../requirements.txt\n");
        put(folder, u"more/limits.txt"_s, "six<2\n");
        const auto file = readEnvironmentFile(u"requirements.txt"_s, folder.path());
        MOORING_OK(file);
        QCOMPARE(file->files.size(), size_t(3));
        QCOMPARE(file->files[1].name, u"more/base.txt"_s);
        QCOMPARE(file->files[0].built, QByteArray("-r " + file->files[1].place.toUtf8() + "\nnumpy\n"));
        QVERIFY(file->files[1].built.contains("-r " + file->files[0].place.toUtf8()));
        const Json before = file->content;
        put(folder, u"more/limits.txt"_s, "six<3\n");
        QVERIFY(readEnvironmentFile(u"requirements.txt"_s, folder.path())->content != before);
    }

    void namesForPeople()
    {
        QTemporaryDir folder, other;
        put(folder, u"deps/requirements.txt"_s, "numpy\n");
        put(other, u"requirements.txt"_s, "numpy\n");
        QCOMPARE(readEnvironmentFile(folder.filePath(u"deps/requirements.txt"_s), folder.path())->files[0].name,
                 u"deps/requirements.txt"_s);
        QCOMPARE(readEnvironmentFile(other.filePath(u"requirements.txt"_s), folder.path())->files[0].name,
                 other.filePath(u"requirements.txt"_s));
    }

    void commentsDoNotCount()
    {
        QTemporaryDir folder;
        put(folder, u"a.txt"_s, "numpy\npandas\n");
        put(folder, u"b.txt"_s, "# why\nnumpy   # because\n\npandas\n");
        put(folder, u"c.txt"_s, "pandas\nnumpy\n");
        const auto a = readEnvironmentFile(u"a.txt"_s, folder.path()),
                   b = readEnvironmentFile(u"b.txt"_s, folder.path()),
                   c = readEnvironmentFile(u"c.txt"_s, folder.path());
        QVERIFY(a->content == b->content);
        QVERIFY(a->content != c->content);
    }

    void archivesCountByContent()
    {
        QTemporaryDir folder;
        put(folder, u"requirements.txt"_s, "./x-1.0-py3-none-any.whl\n");
        put(folder, u"x-1.0-py3-none-any.whl"_s, "one");
        const Json one = readEnvironmentFile(u"requirements.txt"_s, folder.path())->content;
        put(folder, u"x-1.0-py3-none-any.whl"_s, "two");
        QVERIFY(readEnvironmentFile(u"requirements.txt"_s, folder.path())->content != one);
    }

    void condaContent()
    {
        QTemporaryDir folder;
        put(folder, u"a.yml"_s,
            "name: one\nchannels: [x, y]\ndependencies: [python=3.11, numpy, {pip: [b, a]}]\nvariables: {K: 1}\n");
        put(folder, u"b.yml"_s,
            "name: two\nchannels: [x, y]\ndependencies: [numpy, python=3.11, {pip: [b, a]}]\nvariables: {K: '1'}\n");
        put(folder, u"c.yml"_s,
            "channels: [y, x]\ndependencies: [numpy, python=3.11, {pip: [b, a]}]\nvariables: {K: '1'}\n");
        put(folder, u"d.yml"_s,
            "channels: [x, y]\ndependencies: [numpy, python=3.11, {pip: [a, b]}]\nvariables: {K: '1'}\n");
        const auto a = readEnvironmentFile(u"a.yml"_s, folder.path()),
                   b = readEnvironmentFile(u"b.yml"_s, folder.path());
        MOORING_OK(a);
        MOORING_OK(b);
        QVERIFY(a->content == b->content);
        QCOMPARE(stringAt(a->variables, "K"), u"1"_s);
        QVERIFY(readEnvironmentFile(u"c.yml"_s, folder.path())->content != a->content);
        QVERIFY(readEnvironmentFile(u"d.yml"_s, folder.path())->content != a->content);
        QCOMPARE(a->packages, (QStringList{u"python=3.11"_s, u"numpy"_s, u"b"_s, u"a"_s}));
    }

    void condaIncludes()
    {
        QTemporaryDir folder;
        put(folder, u"a.yml"_s, "dependencies:\n  - python\n  - pip:\n    - -r more.txt\n");
        put(folder, u"more.txt"_s, "numpy\n");
        const auto file = readEnvironmentFile(u"a.yml"_s, folder.path());
        MOORING_OK(file);
        QCOMPARE(file->files.size(), size_t(2));
        QVERIFY(file->files[0].built.contains("- -r " + file->files[1].place.toUtf8()));
        QVERIFY(file->packages.contains(u"numpy"_s));
    }

    void yamlBombIsAnError()
    {
        QTemporaryDir folder;
        put(folder, u"a.yml"_s, QByteArray(20000, '['));
        QVERIFY(!readEnvironmentFile(u"a.yml"_s, folder.path()));
    }
};

QTEST_GUILESS_MAIN(TestEnvironmentFile)
#include "tst_environmentfile.moc"
