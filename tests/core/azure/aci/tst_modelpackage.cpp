#include "core/azure/aci/modelpackage.h"
#include "core/base/files.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QTemporaryDir>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;
using Kind = EnvironmentChoice::Kind;

namespace {

void put(const QString &path, const QByteArray &content)
{
    MOORING_OK(makeFolder(QFileInfo(path).absolutePath()));
    MOORING_OK(writeFileAtomically(path, content, 0644));
}

/// A version whose files were written in the given order.
struct Place
{
    QTemporaryDir folder;
    EndpointVersion version;
    VersionFolder place{folder.filePath(u"demo"_s), 1};
    RecordingContext context;

    explicit Place(QStringList names, const QByteArray &weights = "w")
    {
        for (const QString &name : names)
            put(place.code() + u'/' + name, name.toUtf8());
        for (const QString &name : names)
            put(folder.filePath(u"m/"_s + name), weights);
        version.modelPath = folder.filePath(u"m"_s);
    }
    Result<ModelPackage> pack(const PackageRequirements &requirements = {})
    {
        return packModel(version, place, requirements, folder.filePath(u"p.tar.gz"_s), context);
    }
};

} // namespace

class TestModelPackage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void equalContentIsAnEqualFile()
    {
        const QStringList names{u"score.py"_s, u"a/b.py"_s, u"z.py"_s, u"a/c/d.py"_s};
        Place one(names), other(QStringList(names.rbegin(), names.rend())), changed(names, "v");
        const auto first = one.pack(), second = other.pack(), third = changed.pack();
        MOORING_OK(first);
        MOORING_OK(second);
        MOORING_OK(third);
        QCOMPARE(first->sha256, second->sha256);
        QVERIFY(first->sha256 != third->sha256);
        QCOMPARE(first->sha256.size(), 64);
        QVERIFY(first->size > 100);
        const auto more = one.pack({{{"requirements.txt", "numpy\n"}}, {}});
        QVERIFY(more->sha256 != first->sha256);
    }

    void cancels()
    {
        Place one({u"score.py"_s});
        one.context.cancelToken().cancel();
        QCOMPARE(one.pack().error().kind, ErrorKind::Canceled);
    }

    void missingModel()
    {
        Place one({u"score.py"_s});
        one.version.modelPath = one.folder.filePath(u"none.bin"_s);
        QCOMPARE(one.pack().error().code, u"aci.cannotPack"_s);
    }

    void requirements()
    {
        QTemporaryDir folder;
        put(folder.filePath(u"requirements.txt"_s), "-r more/base.txt\nnumpy==1.26\n");
        put(folder.filePath(u"more/base.txt"_s), "scipy\n");
        DeploymentSettings settings;
        settings.source = folder.path();
        settings.environment = {Kind::File, folder.filePath(u"requirements.txt"_s)};
        const auto found = requirementsOf(settings, folder.path());
        MOORING_OK(found);
        QCOMPARE(found->files.size(), size_t(3));
        QCOMPARE(found->files[0].first, QByteArray("requirements.txt"));
        QVERIFY(found->files[0].second.startsWith("-r environment/"));
        QVERIFY(found->leftOut.isEmpty());
    }

    void condaGivesItsPipPart()
    {
        QTemporaryDir folder;
        put(folder.filePath(u"conda.yml"_s),
            "dependencies:\n  - python=3.11\n  - pip\n  - libgdal\n  - pip:\n    - numpy==1.26\n    - scipy\n");
        DeploymentSettings settings;
        settings.source = folder.path();
        settings.environment = {Kind::File, folder.filePath(u"conda.yml"_s)};
        const auto found = requirementsOf(settings, folder.path());
        MOORING_OK(found);
        QCOMPARE(found->files.size(), size_t(1));
        QCOMPARE(found->files[0].second, QByteArray("numpy==1.26\nscipy\n"));
        QCOMPARE(found->leftOut, QStringList{u"libgdal"_s});
    }

    void mlflowBringsItsOwn()
    {
        QTemporaryDir folder;
        DeploymentSettings settings;
        put(folder.filePath(u"requirements.txt"_s), "mlflow\n");
        QVERIFY(requirementsOf(settings, folder.path())->files.empty());
        put(folder.filePath(u"MLmodel"_s), "flavors: {}\n");
        QCOMPARE(requirementsOf(settings, folder.path())->files.size(), size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestModelPackage)
#include "tst_modelpackage.moc"
