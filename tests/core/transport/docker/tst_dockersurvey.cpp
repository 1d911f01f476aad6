#include "core/transport/docker/dockerchoice.h"
#include "core/transport/docker/dockerfacts.h"
#include "core/transport/docker/dockersurvey.h"
#include "tests/support/dockerbench.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QFileInfo>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Outcome = DockerTry::Outcome;
using Place = DockerTry::Place;

/// Every address in the order in which Docker is looked for, with a real engine at one of them; the choice of a person.
class TestDockerSurvey : public QObject
{
    Q_OBJECT
    std::unique_ptr<DockerBench> m_bench;

    DockerSearch nowhere() const
    {
        return {
            m_bench->path(u"none.sock"_s), m_bench->path(u"config"_s), {m_bench->path(u"podman/podman.sock"_s)}, {}};
    }
    static const DockerTry &at(const std::vector<DockerTry> &tries, Place place)
    {
        static const DockerTry none;
        const auto found =
            std::find_if(tries.begin(), tries.end(), [&](const auto &each) { return each.place == place; });
        return found == tries.end() ? none : *found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        MOORING_NEEDS(DockerBench::possible(), "root, dockerd and busybox");
        m_bench = std::make_unique<DockerBench>();
        QVERIFY(DockerBench::enterOwnNetwork());
        QVERIFY2(m_bench->start(), m_bench->log());
        QVERIFY(m_bench->makeBox());
    }
    void init()
    {
        for (const char *name :
             {"DOCKER_HOST", "DOCKER_CONTEXT", "DOCKER_TLS", "DOCKER_TLS_VERIFY", "DOCKER_CERT_PATH"})
            qunsetenv(name);
    }

    void nobodyAnswers()
    {
        const auto tries = surveyDocker(nowhere(), 2s, {});
        QCOMPARE(at(tries, Place::Setting).outcome, Outcome::Unset);
        QCOMPARE(at(tries, Place::Host).outcome, Outcome::Unset);
        QCOMPARE(at(tries, Place::Context).outcome, Outcome::Unset);
        QCOMPARE(at(tries, Place::System).outcome, Outcome::Failed); // it counts
        QCOMPARE(at(tries, Place::Podman).outcome, Outcome::Absent);
        QCOMPARE(countingTry(tries)->place, Place::System);
    }

    void theSystemsSocketCounts()
    {
        DockerSearch search = nowhere();
        search.defaultSocket = m_bench->path(u"d.sock"_s);
        const auto tries = surveyDocker(search, 5s, {});
        QCOMPARE(at(tries, Place::System).outcome, Outcome::Used);
        QVERIFY(!at(tries, Place::System).words.version.isEmpty());
        QVERIFY(at(tries, Place::System).ms >= 0);
    }

    void anotherAnswersAndIsNotTaken()
    {
        DockerSearch search = nowhere();
        search.otherSockets << m_bench->path(u"d.sock"_s);
        const auto tries = surveyDocker(search, 5s, {});
        QCOMPARE(countingTry(tries)->outcome, Outcome::Failed);
        QCOMPARE(tries.back().outcome, Outcome::Answers);
    }

    void whoIsNamedFirstCounts_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("counts");
        QTest::addColumn<int>("outcome");
        QTest::newRow("setting") << u"engine"_s << u"unix:///nowhere"_s << int(Place::Setting) << int(Outcome::Used);
        QTest::newRow("DOCKER_HOST") << QString() << u"engine"_s << int(Place::Host) << int(Outcome::Used);
        QTest::newRow("it fails") << QString() << u"unix:///nowhere"_s << int(Place::Host) << int(Outcome::Failed);
        QTest::newRow("plain tcp") << u"tcp://127.0.0.1:1"_s << QString() << int(Place::Setting)
                                   << int(Outcome::Failed);
        QTest::newRow("no such context") << u"lab"_s << QString() << int(Place::Setting) << int(Outcome::Failed);
    }
    void whoIsNamedFirstCounts()
    {
        QFETCH(QString, setting);
        QFETCH(QString, host);
        QFETCH(int, counts);
        QFETCH(int, outcome);
        const auto real = [&](const QString &word) { return word == u"engine" ? m_bench->host() : word; };
        DockerSearch search = nowhere();
        search.chosen = real(setting);
        if (!host.isEmpty())
            qputenv("DOCKER_HOST", real(host).toUtf8());
        const auto tries = surveyDocker(search, 5s, {});
        QCOMPARE(int(countingTry(tries)->place), counts);
        QCOMPARE(int(countingTry(tries)->outcome), outcome);
        if (outcome == int(Outcome::Failed))
            QVERIFY(!countingTry(tries)->problem.isEmpty());
        QVERIFY(at(tries, Place::System).outcome != Outcome::Used); // named and failed is not replaced
    }

    void aContextWithItsName()
    {
        const auto made = m_bench->shell(u"docker context create lab --docker host=unix://$PWD/d.sock >/dev/null\n"
                                         "docker context use lab >/dev/null\n"_s);
        QVERIFY2(made.succeeded(), made.errors);
        const auto tries = surveyDocker(nowhere(), 5s, {});
        QCOMPARE(at(tries, Place::Context).outcome, Outcome::Used);
        QCOMPARE(at(tries, Place::Context).name, u"lab"_s);
        QVERIFY(m_bench->shell(u"docker context use default >/dev/null"_s).succeeded());
    }

    void facts()
    {
        DockerSearch search = nowhere();
        const auto none = readDockerFacts(search, {});
        QVERIFY(!none);
        search.chosen = m_bench->host();
        const auto found = readDockerFacts(search, {});
        MOORING_OK(found);
        QVERIFY(!found->version.isEmpty() && found->isOnThisComputer && !found->isPodman);
        QVERIFY(found->find(u"box:1"_s) && found->find(u"box:1"_s)->size > 0);
        QVERIFY(!found->find(u"box"_s)); // that is box:latest
    }

    void theChoiceIsKept()
    {
        const QString file = m_bench->path(u"state/docker.json"_s);
        DockerSearch found = nowhere();
        DockerChoice choice(file, [&found] { return found; });
        QCOMPARE(choice.value(), DockerChoice::Value());
        QVERIFY(choice.search().chosen.isEmpty());
        MOORING_OK(choice.choose({m_bench->host(), u"tcp://a:2375"_s}));
        QCOMPARE(choice.search().chosen, m_bench->host());
        QCOMPARE(choice.search().rules.plainTcpHost, u"tcp://a:2375"_s);
        QCOMPARE(DockerChoice(file).value().address, m_bench->host()); // another process
        QVERIFY(!(QFileInfo(file).permissions() & (QFile::ReadOther | QFile::ReadGroup)));
        found.chosen = u"unix:///of/this/session"_s;
        QCOMPARE(choice.search().chosen, found.chosen);
        QCOMPARE(choice.forced(), found.chosen);
        MOORING_OK(choice.choose({}));
        QCOMPARE(choice.value(), DockerChoice::Value());
    }
};

QTEST_GUILESS_MAIN(TestDockerSurvey)
#include "tst_dockersurvey.moc"
