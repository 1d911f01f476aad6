#include "core/targets/ssh/sshrungs.h"

#include "core/environments/pythontools.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Ssh", text); }

QString plain(const QString &text) { return plainLine(text.toUtf8()); }

Json toolFacts(const std::vector<PythonTool> &pythons, const std::vector<CondaTool> &condas, const Answers &answers)
{
    Json pythonList = Json::array(), condaList = Json::array();
    for (const PythonTool &python : pythons)
        pythonList.push_back({{"path", toStd(plain(python.path))},
                              {"version", textOrNull(plain(python.version))},
                              {"venv", python.canMakeVenv},
                              {"problem", textOrNull(python.problem)}});
    for (const CondaTool &tool : condas)
        condaList.push_back({{"name", toStd(plain(tool.name))},
                             {"path", toStd(plain(tool.path))},
                             {"version", textOrNull(plain(tool.version))}});
    return {{"pythons", std::move(pythonList)},
            {"condaTools", std::move(condaList)},
            {"uv", textOrNull(answers.text("uv"))}};
}

RungResult lookForPythons(SshCheck &check, JobContext &context)
{
    const QString asked = u"python3 -c 'import sys; …'; conda --version; uv --version"_s;
    const auto answer = check.ask(SshCheck::Part::Tools, context.cancelToken());
    if (!answer)
        return failedBy(answer.error(), asked);
    const auto pythons = parsePythons(answer->output);
    const auto condas = parseCondaTools(answer->output);
    const Answers answers = Answers::parse(answer->output);
    const Json facts = toolFacts(pythons, condas, answers);
    QStringList versions, problems;
    bool hasVenv = false, works = false;
    for (const PythonTool &python : pythons) {
        if (python.works())
            versions << u"Python "_s + plain(python.version);
        else
            problems << plain(u"%1: %2"_s.arg(python.path, python.problem));
        works = works || python.works();
        hasVenv = hasVenv || (python.works() && python.canMakeVenv);
    }
    for (const CondaTool &tool : condas)
        versions << plain(tool.name + u' ' + tool.version);
    if (const QString uv = answers.text("uv", 1); !uv.isEmpty())
        versions << uv;
    versions.removeDuplicates();
    if (!works && condas.empty()) {
        return RungResult::of(Verdict::Failed, asked, problems.isEmpty() ? tr("none found") : problems.join(u"; "_s))
            .withFixCommand(u"sudo apt-get install python3 python3-venv"_s)
            .withFacts(facts);
    }
    QString text = versions.join(u", "_s);
    if (!hasVenv && condas.empty())
        text = tr("%1, without venv").arg(text);
    if (!problems.isEmpty())
        text += u"; "_s + problems.join(u"; "_s);
    auto result = RungResult::of(problems.isEmpty() ? Verdict::Passed : Verdict::Warned, asked, text).withFacts(facts);
    return hasVenv || !condas.empty() ? std::move(result)
                                      : std::move(result).withFixCommand(u"sudo apt-get install python3-venv"_s);
}

Json dockerFacts(const Answers &engines)
{
    const QString state = engines.text("docker");
    const bool isUnknown = state.isEmpty() || state == u"hung";
    return {{"docker", isUnknown ? Json(nullptr) : Json(state == u"running")},
            {"dockerState", textOrNull(state)},
            {"dockerVersion", textOrNull(engines.text("dockerVersion"))}};
}

RungResult lookAtDocker(SshCheck &check, JobContext &context)
{
    const QString asked = u"docker info"_s;
    const auto answer = check.ask(SshCheck::Part::Engines, context.cancelToken());
    if (!answer)
        return failedBy(answer.error(), asked);
    const Answers engines = Answers::parse(answer->output);
    const QString state = engines.text("docker"), text = engines.text("docker", 1);
    const Json facts = dockerFacts(engines);
    const auto of = [&](Verdict verdict, const QString &answered) {
        return RungResult::of(verdict, asked, answered).withFacts(facts);
    };
    if (state == u"running")
        return of(Verdict::Passed, engines.text("dockerVersion"));
    if (state == u"notInstalled") // not a fault: who trains without containers never misses it
        return of(Verdict::Skipped, tr("not installed")).withFixCommand(u"sudo apt-get install docker.io"_s);
    if (state == u"clientOnly")
        return of(Verdict::Skipped, tr("the docker command is there, its engine is not installed"))
            .withFixCommand(u"sudo apt-get install docker.io"_s);
    if (state == u"notRunning")
        return of(Verdict::Warned, tr("installed, not running")).withFixCommand(u"sudo systemctl start docker"_s);
    if (state == u"noRight")
        return of(Verdict::Failed, tr("it runs, but this user is not in the group docker"))
            .withFixCommand(u"sudo usermod -aG docker %1"_s.arg(engines.text("user").isEmpty() ? u"$(id -un)"_s
                                                                                               : engines.text("user")));
    if (state == u"newMember")
        return of(Verdict::Failed, tr("this session began before the user joined the group docker"))
            .withFix(tr("Check again: that is a new session."));
    if (state == u"hung")
        return of(Verdict::Warned, tr("It did not answer within %1 s.").arg(SshCheck::engineSeconds))
            .withFixCommand(u"sudo systemctl restart docker"_s);
    return of(Verdict::Failed, text.isEmpty() ? tr("Docker did not answer what it was asked.") : text);
}

/// "NVIDIA RTX 4000, 20475 MiB, 550.54"
Json deviceOf(const QString &line)
{
    const QStringList parts = line.split(u',');
    return {{"name", toStd(parts.value(0).trimmed())},
            {"memory", toStd(parts.value(1).trimmed())},
            {"driver", toStd(parts.value(2).trimmed())}};
}

RungResult lookAtGpu(SshCheck &check, JobContext &context)
{
    const QString asked = u"nvidia-smi --query-gpu=name,memory.total,driver_version --format=csv,noheader"_s;
    const auto answer = check.ask(SshCheck::Part::Engines, context.cancelToken());
    if (!answer)
        return failedBy(answer.error(), asked);
    const Answers engines = Answers::parse(answer->output);
    const QString state = engines.text("gpuState"), text = engines.text("gpuState", 1);
    Json devices = Json::array();
    QStringList names;
    for (const QString &line : engines.all("gpu")) {
        devices.push_back(deviceOf(line));
        names << stringAt(devices.back(), "name") + u", "_s + stringAt(devices.back(), "memory");
    }
    if (state == u"none" || (state == u"found" && devices.empty()))
        return RungResult::of(Verdict::Skipped, asked, tr("none found"))
            .withFacts({{"gpu", false}, {"gpus", Json::array()}});
    if (state == u"found")
        return RungResult::of(Verdict::Passed, asked,
                              tr("%1, driver %2").arg(names.join(u"; "_s), stringAt(devices[0], "driver")))
            .withFacts({{"gpu", true}, {"gpus", devices}});
    if (state == u"hung")
        return RungResult::of(Verdict::Warned, asked, tr("It did not answer within %1 s.").arg(SshCheck::engineSeconds))
            .withFix(tr("A driver that hangs usually needs a restart of the machine."))
            .withFacts({{"gpu", nullptr}, {"gpus", nullptr}});
    auto result = RungResult::of(Verdict::Failed, asked, text.isEmpty() ? tr("nvidia-smi gives no answer") : text)
                      .withFacts({{"gpu", false}, {"gpus", Json::array()}});
    // After an update of the driver the old module is still loaded: the usual reason by far.
    if (text.contains(u"mismatch"_s, Qt::CaseInsensitive))
        result.fix = tr("Restart the machine, so that the driver of the last update is loaded.");
    return result;
}

RungResult lookAtGpuInDocker(SshCheck &check, JobContext &context)
{
    const QString asked = u"docker info --format '{{.Runtimes}}'; nvidia-ctk"_s;
    const auto answer = check.ask(SshCheck::Part::Engines, context.cancelToken());
    if (!answer)
        return failedBy(answer.error(), asked);
    const Answers engines = Answers::parse(answer->output);
    const bool isRuntime = engines.text("dockerRuntimes").contains(u"nvidia"_s);
    const QStringList tools = engines.all("toolkit");
    const bool works = isRuntime || tools.contains(u"cdi"_s);
    const Json facts{{"gpuInDocker", works}};
    if (works)
        return RungResult::of(Verdict::Passed, asked, isRuntime ? u"nvidia"_s : u"CDI"_s).withFacts(facts);
    if (!tools.isEmpty())
        return RungResult::of(Verdict::Failed, asked, tr("the toolkit is installed, Docker does not know it"))
            .withFixCommand(u"sudo nvidia-ctk runtime configure --runtime=docker && sudo systemctl restart docker"_s)
            .withFacts(facts);
    return RungResult::of(Verdict::Failed, asked, tr("the NVIDIA container toolkit is not installed"))
        .withFixCommand(u"sudo apt-get install nvidia-container-toolkit"_s)
        .withFacts(facts);
}

} // namespace

void addToolRungs(RungList &rungs, const SharedCheck &check)
{
    using Act = RungResult (*)(SshCheck &, JobContext &);
    const auto add = [&](const QString &id, const QString &title, Act act, const QStringList &needs) {
        rungs.push_back(
            {id, title, [check, act](const Json &, JobContext &context) { return act(*check, context); }, true, needs});
    };
    add(u"pythons"_s, tr("Python"), lookForPythons, {u"shell"_s});
    add(u"docker"_s, tr("Docker as this user"), lookAtDocker, {u"shell"_s});
    add(u"gpu"_s, tr("GPU driver"), lookAtGpu, {u"shell"_s});
    add(u"gpuContainer"_s, tr("GPU in Docker"), lookAtGpuInDocker, {u"docker"_s, u"gpu"_s});
}

} // namespace mooring
