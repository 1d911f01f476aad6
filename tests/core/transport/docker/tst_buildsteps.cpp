#include "core/transport/docker/buildsteps.h"
#include "core/transport/docker/dockerignore.h"
#include "core/transport/docker/engineerrors.h"
#include "core/transport/docker/kitbuild.h"

#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;

/// Logs of builds, as the builders print them.
class TestBuildSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void steps_data()
    {
        QTest::addColumn<QByteArray>("log");
        QTest::addColumn<QStringList>("steps"); // number/total instruction, c: cached, f: failed
        QTest::addColumn<bool>("succeeded");
        QTest::newRow("classic")
            << "Step 1/3 : FROM box:1\n ---> 0123\nStep 2/3 : RUN a && b\n ---> Using cache\n ---> 45\n"
               "Step 3/3 : COPY . /x\n ---> 67\nSuccessfully built 67\n"_ba
            << QStringList{u"1/3 FROM box:1"_s, u"2/3 RUN a && b c"_s, u"3/3 COPY . /x"_s} << true;
        QTest::newRow("podman") << "STEP 1/2: FROM box\nSTEP 2/2: RUN x\n--> Using cache 12\nCOMMIT made\n--> 12\n"_ba
                                << QStringList{u"1/2 FROM box"_s, u"2/2 RUN x c"_s} << true;
        QTest::newRow("classic, failed")
            << "Step 1/2 : FROM box:1\n ---> 01\nStep 2/2 : RUN false\n ---> Running in 9\n"_ba
            << QStringList{u"1/2 FROM box:1"_s, u"2/2 RUN false f"_s} << false;
        QTest::newRow("BuildKit") << "#1 [internal] load build definition from Dockerfile\n#1 DONE 0.0s\n\n#4 [1/3] "
                                     "FROM docker.io/library/box:1\n"
                                     "#4 CACHED\n\n#5 [2/3] RUN make\n#5 0.101 Step 7/9 : not one\n\n#6 [stage-1 3/3] "
                                     "COPY a /a\n#6 DONE 0.1s\n\n"
                                     "#5 [2/3] RUN make\n#5 2.000 done\n#5 DONE 2.5s\n"_ba
                                  << QStringList{u"1/3 FROM docker.io/library/box:1 c"_s, u"2/3 RUN make"_s,
                                                 u"3/3 COPY a /a"_s}
                                  << true;
        QTest::newRow("BuildKit, failed") << "#5 [2/2] RUN false\n#5 ERROR: executor failed running [/bin/sh -c "
                                             "false]: exit code: 1\n------\n > [2/2] RUN "
                                             "false:\n------\n"_ba
                                          << QStringList{u"2/2 RUN false f"_s} << false;
        QTest::newRow("nothing") << ""_ba << QStringList() << true;
        QTest::newRow("no steps") << QByteArray(200000, 'x') + "\n#x [y\n#1 DONE\nStep 1 : x\nStep a/b : x\n"
                                  << QStringList() << true;
    }
    void steps()
    {
        QFETCH(QByteArray, log);
        QFETCH(QStringList, steps);
        QFETCH(bool, succeeded);
        for (const qsizetype piece : {qsizetype(1), qsizetype(7), std::max<qsizetype>(1, log.size())}) {
            if (piece == 1 && log.size() > 10000)
                continue;
            int begun = 0, ended = 0;
            BuildSteps reader([&](BuildStep &, bool hasEnded) { ++(hasEnded ? ended : begun); });
            for (qsizetype at = 0; at < log.size(); at += piece)
                reader.add(log.mid(at, piece));
            reader.end(succeeded);
            QStringList found;
            for (const BuildStep &step : reader.steps()) {
                found << u"%1/%2 %3%4%5"_s.arg(step.number)
                             .arg(step.total)
                             .arg(step.instruction, step.isCached ? u" c"_s : QString(),
                                  step.hasFailed ? u" f"_s : QString());
                QVERIFY(step.ms && *step.ms >= 0);
            }
            QCOMPARE(found, steps);
            QCOMPARE(begun, int(steps.size()));
            QCOMPARE(ended, int(steps.size()));
        }
    }

    void timesOfBuildKit()
    {
        BuildSteps reader;
        reader.add("#5 [2/3] RUN make\n#5 DONE 62.5s\n");
        QCOMPARE(reader.steps().at(0).ms, std::optional<qint64>(62500));
        QCOMPARE(BuildStep::fromJson(reader.steps().at(0).toJson()).ms, std::optional<qint64>(62500));
    }

    void whatTheEngineMeans_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *words, const char *code) {
            QTest::newRow(words) << QString::fromLatin1(words) << QString::fromLatin1(code);
        };
        row("manifest for 127.0.0.1:5000/x:2 not found: manifest unknown: manifest unknown", "docker.imageMissing");
        row("pull access denied for x, repository does not exist or may require 'docker login': denied: requested "
            "access",
            "docker.denied");
        row("Head \"http://127.0.0.1:5000/v2/x/manifests/1\": no basic auth credentials", "docker.denied");
        row("unauthorized: authentication required", "docker.denied");
        row("toomanyrequests: You have reached your pull rate limit. You may increase the limit by authenticating",
            "docker.rateLimit");
        row("Get \"https://registry-1.docker.io/v2/\": dial tcp: lookup registry-1.docker.io: no such host",
            "docker.noNetwork");
        row("Get \"https://r/v2/\": net/http: request canceled while waiting for connection (Client.Timeout exceeded)",
            "docker.noNetwork");
        row("Get \"https://r/v2/\": x509: certificate signed by unknown authority", "docker.certificate");
        row("write /var/lib/docker/tmp/x: no space left on device", "docker.diskFull");
        row("something else", "other.code");
        row("", "other.code");
    }
    void whatTheEngineMeans()
    {
        QFETCH(QString, words);
        QFETCH(QString, code);
        const Error told = explainEngine(Error::failed(u"other.code"_s, u"m"_s).withCause(words), u"x:1"_s);
        QCOMPARE(told.code, code);
        QCOMPARE(told.cause, words);
    }

    void whatNeedsBuildKit_data()
    {
        QTest::addColumn<QByteArray>("dockerfile");
        QTest::addColumn<bool>("needs");
        QTest::newRow("syntax") << "# syntax=docker/dockerfile:1\nFROM x\n"_ba << true;
        QTest::newRow("mount") << "FROM x\nRUN --mount=type=cache,target=/c make\n"_ba << true;
        QTest::newRow("heredoc") << "FROM x\nRUN <<EOF\nmake\nEOF\n"_ba << true;
        QTest::newRow("link") << "FROM x\nCOPY --link a /a\n"_ba << true;
        QTest::newRow("plain") << "FROM x\n# RUN --mount is nice\nCOPY --from=y a /a\nRUN cat <<EOF\n"_ba << false;
        QTest::newRow("empty") << ""_ba << false;
    }
    void whatNeedsBuildKit()
    {
        QFETCH(QByteArray, dockerfile);
        QFETCH(bool, needs);
        QCOMPARE(!needsBuildKit(dockerfile).isEmpty(), needs);
    }
};

QTEST_GUILESS_MAIN(TestBuildSteps)
#include "tst_buildsteps.moc"
