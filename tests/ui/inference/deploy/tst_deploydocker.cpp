// The wizard with a real engine: layers, their reasons, a build that is stopped, an init() that fails.
#include "core/inference/endpointservice.h"
#include "core/inference/scoringcall.h"
#include "tests/support/dockerbench.h"
#include "tests/support/testsupport.h"
#include "tests/ui/support/looks.h"
#include "ui/inference/deploy/deploywizard.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/formrow.h"
#include "ui/widgets/ladder.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kLong = 90000;
const QByteArray kTraceback =
    "x - Traceback (most recent call last):\n  File \"/var/azureml-app/score.py\", line 2, in init\n"
    "    boom()\nFileNotFoundError: [Errno 2] No such file or directory: '/var/azureml-models/boxed/1/model.pt'\n";

} // namespace

/// Busybox's httpd stands for the inference server, which is served for real without Docker in tst_deployprocess.
class TestDeployDocker : public QObject
{
    Q_OBJECT
    std::unique_ptr<DockerBench> m_docker;
    std::unique_ptr<WindowBench> m_bench;

    QAbstractButton *button(const char *name) const { return m_bench->find<QAbstractButton>(name); }
    DeployWizard *page() const { return m_bench->find<DeployWizard>("deployWizard"); }
    void type(const char *name, const QString &text) const { m_bench->find<QLineEdit>(name)->setText(text); }
    void choose(const char *control, const char *choice) const
    {
        m_bench->find<SegmentedControl>(control)->findChild<QAbstractButton *>(QLatin1String(choice))->click();
    }
    void open(const QString &route = u"deploy"_s)
    {
        m_bench = std::make_unique<WindowBench>();
        QVERIFY(m_bench->open(route));
    }
    void fill() const
    {
        type("endpointName", u"boxed"_s);
        choose("runsIn", "choice-docker");
        choose("modelWay", "choice-folder");
        type("modelFolder", m_docker->path(u"m"_s));
        type("score", m_docker->path(u"code/score.py"_s));
        choose("dockerEnvironment", "choice-dockerfile");
        type("dockerfile", m_docker->path(u"image/Dockerfile"_s));
    }
    void dockerfile(const QByteArray &more = {}) const
    {
        m_docker->write(u"image/Dockerfile"_s,
                        "FROM box:1\nCOPY serve.sh /serve.sh\n" + more + "CMD [\"sh\", \"/serve.sh\"]\n");
    }
    QString wrongRows() const
    {
        QStringList words{QString::number(page()->step())};
        for (const FormRow *row : page()->findChildren<FormRow *>())
            words << row->label() + u": "_s + row->error();
        return words.join(u", "_s);
    }
    QString layers() const
    {
        QStringList words;
        for (const LadderRow &row : m_bench->find<Ladder>("layers")->rows())
            words << row.verdict;
        return words.join(u", "_s);
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *name : {"DOCKER_HOST", "DOCKER_CONTEXT", "MOORING_DOCKER_PLAIN_TCP"})
            qunsetenv(name);
        MOORING_NEEDS(DockerBench::possible(), "root, dockerd and busybox");
        m_docker = std::make_unique<DockerBench>();
        QVERIFY(DockerBench::enterOwnNetwork());
        QVERIFY2(m_docker->start(), m_docker->log());
        QVERIFY(m_docker->makeBox());
        qputenv("MOORING_DOCKER_HOST", m_docker->host().toUtf8());
        m_docker->write(u"m/epoch-30.pt"_s, "A");
        m_docker->write(u"m/labels.json"_s, "{}");
        m_docker->write(u"code/score.py"_s, "def init():\n    boom()\n\n\ndef run(x):\n    return x\n");
        m_docker->write(u"image/serve.sh"_s,
                        "if [ -f /var/azureml-app/broken ]; then cat /var/azureml-app/broken; exit 3; fi\n"
                        "mkdir -p /www; echo Healthy > /www/index.html; trap 'exit 0' TERM\n"
                        "httpd -f -p 5001 -h /www & wait\n");
    }
    void init()
    {
        QFile::remove(m_docker->path(u"code/broken"_s));
        dockerfile();
    }
    void cleanup()
    {
        if (!m_bench)
            return;
        m_bench->jobs->cancelAll();
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->jobs->runningCount(), 0, kLong);
        RecordingContext context;
        (void)m_bench->services->endpoints->undeploy(u"boxed"_s, context).ok();
        m_bench.reset();
    }

    void builtStartedAndReused()
    {
        open();
        QTRY_COMPARE_WITH_TIMEOUT(page()->draft().runner, u"docker"_s, kLong);
        fill();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->find<CodeBox>("dockerfileText")->text().startsWith(u"FROM box:1"_s), kLong);
        dockerfile("RUN sleep 2\n");
        button("next")->click();
        QCOMPARE(page()->step(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(layers().contains(u"going on"_s), kLong);
        QVERIFY2(layers().contains(u"to come"_s), qPrintable(layers()));
        QTRY_COMPARE_WITH_TIMEOUT(page()->step(), 3, kLong);
        const auto made = m_bench->services->endpoints->refresh(u"boxed"_s, {});
        MOORING_OK(made);
        QCOMPARE(made->state, EndpointState::Running);
        QCOMPARE(getFromServer(made->address(), "/", std::chrono::seconds(3), {})->body, QByteArray("Healthy\n"));
    }

    void aChangedFileIsNamed()
    {
        open();
        QTRY_COMPARE_WITH_TIMEOUT(page()->draft().runner, u"docker"_s, kLong);
        fill();
        dockerfile("COPY extra.txt /\nRUN echo one\n");
        m_docker->write(u"image/extra.txt"_s, "one");
        button("next")->click();
        QTRY_COMPARE_WITH_TIMEOUT(page()->step(), 3, kLong);
        m_docker->write(u"image/extra.txt"_s, "another");
        button("deployAnother")->click();
        fill();
        QTRY_VERIFY(!button("replaceEndpoint")->isHidden());
        button("replaceEndpoint")->click();
        button("next")->click();
        QTRY_VERIFY2_WITH_TIMEOUT(page()->step() == 3, qPrintable(wrongRows()), kLong);
        const std::vector<LadderRow> rows = m_bench->find<Ladder>("layers")->rows();
        QCOMPARE(rows.size(), size_t(6)); // the last are the labels that the engine writes
        QCOMPARE(rows[1].verdict, u"reused"_s);
        QVERIFY2(rows[2].answer.contains(u"extra.txt"_s), qPrintable(rows[2].answer));
        QVERIFY2(rows[3].answer.contains(u"Step 3"_s), qPrintable(rows[3].answer)); // it follows
        QVERIFY(m_bench->find<TextLabel>("oldOne")->text().contains(u"boxed, version 1"_s));
    }

    void aStoppedBuildLeavesNothing()
    {
        open();
        QTRY_COMPARE_WITH_TIMEOUT(page()->draft().runner, u"docker"_s, kLong);
        fill();
        dockerfile("RUN sleep 600\n");
        button("next")->click();
        QTRY_VERIFY_WITH_TIMEOUT(layers().contains(u"going on"_s), kLong);
        // Its step is told before its container starts: what is not there yet would be taken for what has gone.
        QTRY_VERIFY_WITH_TIMEOUT(!m_docker->shell(u"docker ps -q"_s).output.trimmed().isEmpty(), kLong);
        QCOMPARE(button("stopDeploy")->text(), u"Stop the build"_s);
        button("stopDeploy")->click();
        QTRY_COMPARE_WITH_TIMEOUT(button("next")->text(), u"Retry"_s, kLong);
        QCOMPARE(page()->step(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(m_docker->shell(u"docker ps -aq"_s).output.trimmed(), QByteArray(), kLong);
    }

    void aFailedStepStandsInTheLadder()
    {
        open();
        QTRY_COMPARE_WITH_TIMEOUT(page()->draft().runner, u"docker"_s, kLong);
        fill();
        dockerfile("RUN echo no such package; exit 4\n");
        button("next")->click();
        QTRY_COMPARE_WITH_TIMEOUT(button("next")->text(), u"Retry"_s, kLong);
        QCOMPARE(page()->step(), 1);
        QVERIFY2(layers().contains(u"failed"_s), qPrintable(layers()));
        dockerfile();
        button("next")->click();
        QTRY_COMPARE_WITH_TIMEOUT(page()->step(), 3, kLong);
    }

    void aFailedInitIsRetriedWithoutABuild()
    {
        open();
        QTRY_COMPARE_WITH_TIMEOUT(page()->draft().runner, u"docker"_s, kLong);
        fill();
        m_docker->write(u"code/broken"_s, kTraceback);
        button("next")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!m_bench->find<QWidget>("initCause")->isHidden(), kLong);
        QCOMPARE(page()->step(), 2);
        QCOMPARE(m_bench->find<ElidedLabel>("causePlace")->text(), u"score.py, line 2, in init"_s); // of this computer
        QFile::remove(m_docker->path(u"code/broken"_s));
        button("next")->click();
        QTRY_COMPARE_WITH_TIMEOUT(page()->step(), 3, kLong);
        const auto made = m_bench->services->endpoints->refresh(u"boxed"_s, {});
        QCOMPARE(made->active, 2);
        for (const Json &step : made->serving()->environment["steps"])
            QVERIFY(boolAt(step, "cached") || stringAt(step, "instruction").startsWith(u"FROM"_s));
    }

    void looks_data() { Looks::addFewRows(); } // each builds
    void looks()
    {
        m_bench = std::make_unique<WindowBench>();
        Looks looks(*m_bench);
        QVERIFY(m_bench->open(u"deploy"_s));
        QTRY_COMPARE_WITH_TIMEOUT(page()->draft().runner, u"docker"_s, kLong);
        fill();
        choose("dockerEnvironment", "choice-image");
        m_bench->find<QComboBox>("image")->setEditText(u"box:1"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->find<CodeBox>("dockerfileText")->text().startsWith(u"FROM box:1"_s), kLong);
        looks.look(u"s1-deploy-docker"_s);
        choose("dockerEnvironment", "choice-dockerfile");
        static int nonce = 0;
        dockerfile("RUN echo step " + QByteArray::number(++nonce) +
                   "; for i in 1 2 3 4 5; do echo Collecting package $i; done\n"
                   "RUN sleep 600\nENV MODE=serve\n");
        button("next")->click();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->find<Ladder>("layers")->rows().size() == 6 &&
                                     isGoingOn(m_bench->find<Ladder>("layers")->rows()[3].glyph),
                                 kLong);
        QTest::qWait(300);
        looks.look(u"s2-deploy-build"_s);
        button("stopDeploy")->click();
        QTRY_VERIFY_WITH_TIMEOUT(button("next")->isEnabled(), kLong);
        looks.look(u"s2-deploy-stopped"_s);
        dockerfile();
        m_docker->write(u"code/broken"_s, kTraceback);
        button("next")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!m_bench->find<QWidget>("initCause")->isHidden(), kLong);
        QTest::qWait(200);
        looks.look(u"s3-deploy-container-failed"_s);
        QVERIFY2(looks.wrong().isEmpty(), qPrintable(looks.wrong()));
    }
};

QTEST_MAIN(TestDeployDocker)
#include "tst_deploydocker.moc"
