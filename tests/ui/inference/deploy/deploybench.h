#pragma once

#include "core/base/files.h"
#include "core/inference/endpointservice.h"
#include "tests/support/testsupport.h"
#include "tests/ui/support/windowbench.h"
#include "ui/inference/deploy/deploywizard.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAbstractButton>
#include <QDir>
#include <QLineEdit>

namespace mooring::test {

inline const QString kPython = QStringLiteral(MOORING_TESTENV "/bin/python");
inline const QByteArray kAnswering =
    "import os\n\n\ndef init():\n    global text\n"
    "    text = open(os.path.join(os.environ['AZUREML_MODEL_DIR'], 'model', 'a.txt')).read()\n\n\n"
    "def run(data):\n    return text\n";
inline const QByteArray kBroken = "def init():\n    return {}['weights']\n\n\ndef run(data):\n    return 1\n";

/// The wizard in a window, a model and a scoring script beside it, and the real inference server. Docker is not there.
/// What was deployed is undeployed at the end.
class DeployBench : public WindowBench
{
public:
    DeployBench()
    {
        qputenv("MOORING_DOCKER_HOST", "unix:///nowhere/docker.sock");
        QDir(files.path()).mkpath(QStringLiteral("model"));
        QDir(files.path()).mkpath(QStringLiteral("code"));
        write(QStringLiteral("model/a.txt"), "A");
        script(kAnswering);
    }
    ~DeployBench()
    {
        // Ends what goes on first: the window waits for its jobs.
        if (jobs)
            jobs->cancelAll();
        if (!services)
            return;
        if (jobs)
            (void)QTest::qWaitFor([this] { return jobs->runningCount() == 0; }, 30000);
        RecordingContext context;
        const auto all = services->endpoints->book().endpoints();
        for (const EndpointRecord &each : all.valueOr({}))
            (void)services->endpoints->undeploy(each.name, context).ok();
    }

    QString path(const QString &name) const { return files.filePath(name); }
    void write(const QString &name, const QByteArray &text) const { (void)writeFileAtomically(path(name), text).ok(); }
    void script(const QByteArray &text) const { write(QStringLiteral("code/score.py"), text); }

    DeployWizard *page() const { return find<DeployWizard>("deployWizard"); }
    QAbstractButton *button(const char *name) const { return find<QAbstractButton>(name); }
    void type(const char *name, const QString &text) const { find<QLineEdit>(name)->setText(text); }
    void choose(const char *control, const char *choice) const
    {
        find<SegmentedControl>(control)->findChild<QAbstractButton *>(QLatin1String(choice))->click();
    }
    /// All that deploying as a process takes, typed.
    void fill(const QString &name) const
    {
        choose("runsIn", "choice-process");
        type("endpointName", name);
        choose("modelWay", "choice-folder");
        type("modelFolder", path(QStringLiteral("model")));
        type("score", path(QStringLiteral("code/score.py")));
        choose("processEnvironment", "choice-python");
        type("python", kPython);
    }
    DeploymentSettings settingsOf(const QString &name) const
    {
        DeploymentSettings made;
        made.name = name;
        made.model = path(QStringLiteral("model"));
        made.score = path(QStringLiteral("code/score.py"));
        made.runner = QStringLiteral("process");
        made.environment = {EnvironmentChoice::Kind::Python, kPython};
        return made;
    }
    /// Without the window.
    Result<EndpointRecord> deploy(const QString &name) const
    {
        RecordingContext context;
        return services->endpoints->deploy(settingsOf(name), false, context);
    }
    Result<EndpointRecord> endpoint(const QString &name) const { return services->endpoints->refresh(name, {}); }
    QByteArray score(const QString &name) const
    {
        RecordingContext context;
        const auto call = services->endpoints->score(name, 0, {"{}"}, context);
        return call ? call->body : call.error().text().toUtf8();
    }

    QTemporaryDir files;
};

} // namespace mooring::test
