#include "core/targets/local/localrungs.h"

#include "core/base/files.h"
#include "core/base/text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSysInfo>
#include <QThread>

#include <cerrno>
#include <cstring>
#include <sys/statvfs.h>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kScarce = 1'000'000'000;

QString tr(const char *text) { return QCoreApplication::translate("mooring::Local", text); }

RungResult lookAtSystem(const Json &, JobContext &)
{
    const QString name = QSysInfo::prettyProductName();
    const QString architecture = QSysInfo::currentCpuArchitecture();
    const QString kernel = QSysInfo::kernelVersion();
    return RungResult::of(Verdict::Passed, u"uname -mrs; cat /etc/os-release"_s,
                          tr("%1, %2, kernel %3").arg(name, architecture, kernel))
        .withFacts({{"system", toStd(name)},
                    {"arch", toStd(architecture)},
                    {"kernel", toStd(kernel)},
                    {"hostName", toStd(QSysInfo::machineHostName())}});
}

RungResult lookAtCores(const Json &, JobContext &)
{
    const int cores = QThread::idealThreadCount(); // those that this process may use, not those of the board
    const auto text = readWholeFile(u"/proc/loadavg"_s, 4096);
    bool isNumber = false;
    const double load = text ? text->split(' ').value(0).toDouble(&isNumber) : 0;
    const QString loadText = isNumber ? QLocale::c().toString(load, 'f', 1) : QString();
    return RungResult::of(Verdict::Passed, u"nproc; cat /proc/loadavg"_s,
                          isNumber ? tr("%1, load %2").arg(QString::number(cores), loadText) : QString::number(cores))
        .withFacts({{"cores", cores}, {"load", isNumber ? Json(load) : Json(nullptr)}});
}

/// In bytes; nothing when the kernel does not say.
std::optional<qint64> memoryEntry(const QByteArray &meminfo, const QByteArray &name)
{
    for (const QByteArray &line : meminfo.split('\n')) {
        if (!line.startsWith(name + ':'))
            continue;
        bool isNumber = false;
        const qint64 kib = line.mid(name.size() + 1).simplified().split(' ').value(0).toLongLong(&isNumber);
        return isNumber ? std::optional(kib * 1024) : std::nullopt;
    }
    return {};
}

RungResult lookAtMemory(const Json &, JobContext &)
{
    const QString asked = u"cat /proc/meminfo"_s;
    const auto text = readWholeFile(u"/proc/meminfo"_s, 1 << 20);
    const auto total = text ? memoryEntry(*text, "MemTotal") : std::nullopt;
    const auto available = text ? memoryEntry(*text, "MemAvailable") : std::nullopt;
    if (!total || !available)
        return RungResult::of(Verdict::Warned, asked, tr("the system does not say"));
    auto result = RungResult::of(*available < kScarce ? Verdict::Warned : Verdict::Passed, asked,
                                 tr("%1 of %2 free").arg(humanSize(*available), humanSize(*total)))
                      .withFacts({{"memoryTotal", *total}, {"memoryAvailable", *available}});
    if (result.verdict == Verdict::Warned)
        result.fix = tr("Close other programs before a run that needs much memory.");
    return result;
}

struct Space
{
    qint64 total = 0;
    qint64 free = 0;
    int error = 0;
};

Space spaceOf(const QString &folder)
{
    struct statvfs info
    {
    };
    if (statvfs(QFile::encodeName(folder).constData(), &info) != 0)
        return {0, 0, errno};
    return {qint64(info.f_blocks) * qint64(info.f_frsize), qint64(info.f_bavail) * qint64(info.f_frsize), 0};
}

RungResult lookAtDisk(const QString &dataFolder, const QString &tempFolder)
{
    const Space data = spaceOf(dataFolder);
    const Space temp = spaceOf(tempFolder);
    const QString asked = u"df -P %1 %2"_s.arg(QString::fromUtf8(shellQuote(dataFolder.toUtf8())),
                                               QString::fromUtf8(shellQuote(tempFolder.toUtf8())));
    if (data.error != 0 || temp.error != 0) {
        const QString folder = data.error != 0 ? dataFolder : tempFolder;
        return RungResult::of(Verdict::Failed, asked,
                              tr("%1: %2").arg(
                                  folder, QString::fromLocal8Bit(strerror(data.error != 0 ? data.error : temp.error))))
            .withFix(tr("Make the folder %1, or choose another.").arg(folder));
    }
    const bool isScarce = data.free < kScarce || temp.free < kScarce;
    auto result = RungResult::of(isScarce ? Verdict::Warned : Verdict::Passed, asked,
                                 tr("%1 of %2 free, %3 for temporary files")
                                     .arg(humanSize(data.free), humanSize(data.total), humanSize(temp.free)))
                      .withFacts({{"diskTotal", data.total}, {"diskFree", data.free}, {"tempFree", temp.free}});
    if (isScarce)
        result.fix = tr("Make room in %1.").arg(data.free < kScarce ? dataFolder : tempFolder);
    return result;
}

} // namespace

Rung systemRung() { return {u"system"_s, tr("System"), lookAtSystem, false, {}}; }
Rung coresRung() { return {u"cores"_s, tr("Cores"), lookAtCores, false, {}}; }
Rung memoryRung() { return {u"memory"_s, tr("Memory"), lookAtMemory, false, {}}; }

Rung diskRung(const QString &dataFolder, const QString &tempFolder)
{
    return {u"disk"_s,
            tr("Disk and temp space"),
            [dataFolder, tempFolder](const Json &, JobContext &) { return lookAtDisk(dataFolder, tempFolder); },
            false,
            {}};
}

} // namespace mooring
