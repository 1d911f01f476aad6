#include "core/targets/local/localrungs.h"

#include "core/base/process.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Local", text); }

Command smiCommand(std::chrono::milliseconds limit)
{
    Command command;
    command.program = u"nvidia-smi"_s;
    command.arguments = {u"--query-gpu=name,memory.total,driver_version"_s, u"--format=csv,noheader"_s};
    command.limit = limit;
    command.outputLimit = 64 * 1024;
    return command;
}

QString lastLine(const CommandOutput &answer)
{
    const QByteArray text = (answer.output + '\n' + answer.errors).trimmed();
    return QString::fromUtf8(text.mid(text.lastIndexOf('\n') + 1)).trimmed();
}

/// Lines of "NVIDIA RTX 4000, 20475 MiB, 550.54".
Json readDevices(const QByteArray &output)
{
    Json devices = Json::array();
    for (const QByteArray &line : output.split('\n')) {
        const QStringList parts = QString::fromUtf8(line).split(u',');
        if (parts.size() != 3)
            continue;
        devices.push_back({{"name", toStd(parts[0].trimmed())},
                           {"memory", toStd(parts[1].trimmed())},
                           {"driver", toStd(parts[2].trimmed())}});
    }
    return devices;
}

RungResult refused(const QString &asked, const CommandOutput &answer)
{
    const QString line = lastLine(answer);
    auto result = RungResult::of(Verdict::Failed, asked,
                                 line.isEmpty() ? tr("nvidia-smi ended with code %1").arg(answer.exitCode) : line)
                      .withFacts({{"gpu", false}, {"gpus", Json::array()}});
    // After an update of the driver the old module is still loaded: the usual reason by far.
    if (line.contains(u"mismatch"_s, Qt::CaseInsensitive))
        result.fix = tr("Restart this computer, so that the driver of the last update is loaded.");
    return result;
}

RungResult lookAtGpu(std::chrono::milliseconds limit, JobContext &context)
{
    const Command command = smiCommand(limit);
    const QString asked = command.program + u' ' + command.arguments.join(u' ');
    const auto answer = runCommand(command, context.cancelToken());
    if (!answer && answer.error().code == u"process.notFound") {
        return RungResult::of(Verdict::Skipped, asked, tr("none found"))
            .withFacts({{"gpu", false}, {"gpus", Json::array()}});
    }
    if (!answer) { // hanging: whether there is a usable GPU is not known
        return RungResult::of(Verdict::Warned, asked, answer.error().message)
            .withFix(tr("A driver that hangs usually needs a restart of this computer."))
            .withFacts({{"gpu", nullptr}, {"gpus", nullptr}});
    }
    if (!answer->succeeded())
        return refused(asked, *answer);
    const Json devices = readDevices(answer->output);
    if (devices.empty())
        return RungResult::of(Verdict::Skipped, asked, tr("none found")).withFacts({{"gpu", false}, {"gpus", devices}});
    QStringList names;
    for (const Json &device : devices)
        names << stringAt(device, "name") + u", "_s + stringAt(device, "memory");
    return RungResult::of(Verdict::Passed, asked,
                          tr("%1, driver %2").arg(names.join(u"; "_s), stringAt(devices[0], "driver")))
        .withFacts({{"gpu", true}, {"gpus", devices}});
}

} // namespace

Rung gpuRung(std::chrono::milliseconds limit)
{
    return {u"gpu"_s,
            tr("GPU"),
            [limit](const Json &, JobContext &context) { return lookAtGpu(limit, context); },
            true,
            {}};
}

} // namespace mooring
