#include "core/inference/deployment.h"
#include "core/inference/endpointservice.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

EndpointRecord endpointWith(int versions)
{
    EndpointRecord record;
    record.name = u"demo"_s;
    record.runner = u"fake"_s;
    record.state = EndpointState::Running;
    record.active = 1;
    for (int number = 1; number <= versions; ++number) {
        EndpointVersion version;
        version.number = number;
        record.versions.push_back(version);
    }
    return record;
}

/// Another Mooring ends its deployment of version 2 between our first look and our lock.
struct ChangingBook : EndpointBook
{
    Result<> saveEndpoint(const EndpointRecord &endpoint) override
    {
        kept = endpoint;
        return {};
    }
    Result<EndpointRecord> findEndpoint(const QString &name) override
    {
        if (!kept || name != kept->name)
            return Error::failed(u"endpoint.unknown"_s, name);
        const EndpointRecord seen = *kept;
        if (std::exchange(changes, false))
            kept = endpointWith(2);
        return seen;
    }
    Result<std::vector<EndpointRecord>> endpoints() override { return std::vector<EndpointRecord>(); }
    Result<> removeEndpoint(const QString &) override
    {
        kept.reset();
        return {};
    }
    Result<qint64> saveCall(const ScoringCall &) override { return qint64(1); }
    Result<std::vector<ScoringCall>> calls(const QString &, int) override { return std::vector<ScoringCall>(); }

    std::optional<EndpointRecord> kept = endpointWith(1);
    bool changes = true;
};

/// Notes what is asked of it.
struct NotingRunner : EndpointRunner
{
    Result<> prepare(EndpointVersion &, const VersionFolder &, const DeployWatch &, JobContext &) override
    {
        return {};
    }
    Result<> start(EndpointVersion &, const VersionFolder &, int, JobContext &) override { return started; }
    Result<InstanceTruth> look(const EndpointVersion &, const VersionFolder &, const CancelToken &) override
    {
        return InstanceTruth();
    }
    Result<> stop(const EndpointVersion &version, const VersionFolder &, JobContext &) override
    {
        stopped << version.number;
        if (onStop)
            onStop();
        return ended;
    }
    Result<> discard(const EndpointVersion &version, const VersionFolder &, JobContext &) override
    {
        discarded << version.number;
        return {};
    }
    Result<> readLog(const EndpointVersion &version, const VersionFolder &, Log, bool, const Sink &sink,
                     const CancelToken &) override
    {
        sink("log of " + QByteArray::number(version.number));
        return {};
    }
    QString servedCode(const VersionFolder &folder) const override { return folder.code(); }
    QString logFile(const EndpointVersion &, const VersionFolder &folder, Log) const override { return folder.path(); }
    bool writesLogFile(const EndpointVersion &, const VersionFolder &, Log) const override { return writesFile; }

    bool writesFile = true;
    Result<> started, ended; ///< how the start and each stop go
    QList<int> stopped, discarded;
    std::function<void()> onStop;
};

struct Bench
{
    QTemporaryDir folder;
    ChangingBook book;
    std::shared_ptr<NotingRunner> runner = std::make_shared<NotingRunner>();
    EndpointService service{book, folder.path(), {{u"fake"_s, runner}}, {}};
    RecordingContext context;
};

} // namespace

/// What a real server does not show: who may change an endpoint, and what of it.
class TestEndpointService : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stopsWhatIsThereUnderTheLock()
    {
        Bench bench;
        MOORING_OK(bench.service.stop(u"demo"_s, bench.context));
        QCOMPARE(bench.runner->stopped, (QList<int>{1, 2}));
        QCOMPARE(bench.book.kept->versions.size(), size_t(2)); // the other's version is not undone
        QCOMPARE(bench.book.kept->state, EndpointState::Stopped);
    }

    void whatCouldNotBeEndedIsSaid_data()
    {
        QTest::addColumn<bool>("ends");
        QTest::addColumn<QString>("fix");
        QTest::newRow("ended") << true << u"look at the network"_s;
        QTest::newRow("not ended") << false << u"mooring undeploy demo"_s;
    }
    void whatCouldNotBeEndedIsSaid()
    {
        QFETCH(bool, ends);
        QFETCH(QString, fix);
        Bench bench;
        const Error lost = Error::of(ErrorKind::NotReachable, u"azure.unreachable"_s, u"It cannot be reached."_s)
                               .withFix(u"look at the network"_s);
        bench.runner->started = lost;
        if (!ends)
            bench.runner->ended = lost;
        EndpointVersion version;
        version.number = 1;
        version.settings.name = u"demo"_s;
        int port = 5001;
        const auto up = bringUp(*bench.runner, version, {bench.folder.path(), 1}, port, {}, bench.context);
        QVERIFY(!up);
        QCOMPARE(up.error().code, lost.code);
        QVERIFY2(up.error().fix.contains(fix), qPrintable(up.error().fix));
        QCOMPARE(bench.runner->stopped, QList<int>{1});
    }

    void undeploysWhatIsThereUnderTheLock()
    {
        Bench bench;
        MOORING_OK(bench.service.undeploy(u"demo"_s, bench.context));
        QCOMPARE(bench.runner->stopped, (QList<int>{1, 2}));
        QCOMPARE(bench.runner->discarded, (QList<int>{1, 2}));
        QVERIFY(!bench.book.kept);
    }

    void onlyOneChangesIt_data()
    {
        using Act = std::function<Result<EndpointRecord>(EndpointService &, JobContext &)>;
        QTest::addColumn<Act>("act");
        QTest::newRow("stop") << Act([](EndpointService &s, JobContext &c) { return s.stop(u"demo"_s, c); });
        QTest::newRow("restart") << Act([](EndpointService &s, JobContext &c) { return s.restart(u"demo"_s, c); });
        QTest::newRow("reload") << Act([](EndpointService &s, JobContext &c) { return s.reload(u"demo"_s, c); });
        QTest::newRow("undeploy") << Act([](EndpointService &s, JobContext &c) { return s.undeploy(u"demo"_s, c); });
    }
    void onlyOneChangesIt()
    {
        using Act = std::function<Result<EndpointRecord>(EndpointService &, JobContext &)>;
        QFETCH(Act, act);
        Bench bench;
        QString code;
        bench.runner->onStop = [&] { code = act(bench.service, bench.context).error().code; };
        bench.book.changes = false;
        MOORING_OK(bench.service.stop(u"demo"_s, bench.context));
        QCOMPARE(code, u"endpoint.busy"_s);
        QCOMPARE(bench.runner->stopped, QList<int>{1});
    }

    void nothingIsMadeForAnUnknownName()
    {
        Bench bench;
        const auto stopped = bench.service.stop(u"other"_s, bench.context);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, u"endpoint.unknown"_s);
        QVERIFY(QDir(bench.folder.path()).isEmpty());
    }

    void readsTheLogOfTheNewestOrTheServing_data()
    {
        QTest::addColumn<bool>("serving");
        QTest::addColumn<QByteArray>("log");
        QTest::newRow("newest") << false << QByteArray("log of 2");
        QTest::newRow("serving") << true << QByteArray("log of 1");
    }
    void readsTheLogOfTheNewestOrTheServing()
    {
        QFETCH(bool, serving);
        QFETCH(QByteArray, log);
        Bench bench;
        bench.book.kept = endpointWith(2);
        QByteArray text;
        const auto take = [&](const QByteArray &bytes) {
            text += bytes;
            return true;
        };
        MOORING_OK(bench.service.readLog(u"demo"_s, EndpointRunner::Log::Server, serving, false, take, {}));
        QCOMPARE(text, log);
        const auto file = bench.service.logFile(u"demo"_s, EndpointRunner::Log::Server, serving);
        MOORING_OK(file);
        QVERIFY(file->endsWith(serving ? u"/v1"_s : u"/v2"_s));
    }
    void readsTheLogOfOneVersion()
    {
        Bench bench;
        bench.book.kept = endpointWith(2);
        QByteArray text;
        const auto take = [&](const QByteArray &bytes) {
            text += bytes;
            return true;
        };
        MOORING_OK(bench.service.readLog(u"demo"_s, EndpointRunner::Log::Server, LogOf::one(1), false, take, {}));
        QCOMPARE(text, QByteArray("log of 1"));
        QCOMPARE(
            bench.service.readLog(u"demo"_s, EndpointRunner::Log::Server, LogOf::one(7), false, take, {}).error().code,
            u"endpoint.noVersion"_s);
    }

    /// A log that only its engine has is in a file too while somebody looks.
    void followsALogThatIsNoFile()
    {
        Bench bench;
        QStringList files;
        const auto note = [&files](const QString &file) { files << file; };
        const auto follow = [&] {
            return bench.service.followLogFile(u"demo"_s, EndpointRunner::Log::Server, false, note, {});
        };
        bench.book.changes = false;
        MOORING_OK(follow());
        QVERIFY(files.value(0).endsWith(u"/v1"_s)); // it is one already
        bench.runner->writesFile = false;
        QVERIFY(QDir(bench.folder.path()).mkpath(u"demo/v1"_s));
        MOORING_OK(follow());
        QFile file(files.value(1));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("log of 1"));
        QCOMPARE(files.size(), 2);
        QCOMPARE(bench.service.followLogFile(u"other"_s, EndpointRunner::Log::Server, false, note, {}).error().code,
                 u"endpoint.unknown"_s);
    }
};

QTEST_GUILESS_MAIN(TestEndpointService)
#include "tst_endpointservice.moc"
