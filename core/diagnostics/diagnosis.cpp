#include "core/diagnostics/diagnosis.h"

#include "core/base/clock.h"
#include "core/credentials/credentialstore.h"
#include "core/runs/runfolder.h"
#include "core/targets/kindregistry.h"
#include "core/targets/targetservice.h"
#include "core/workspace/profile.h"
#include "core/workspace/workspace.h"

#include <QDir>
#include <QLocale>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr qint64 kLogTail = 2 * 1024 * 1024;

Json about(const DiagnosisSources &sources, const CancelToken &cancel)
{
    const auto runs = sources.workspace.runCount();
    return {{"mooring", MOORING_VERSION},
            {"qt", qVersion()},
            {"system", toStd(QSysInfo::prettyProductName())},
            {"kernel", toStd(QSysInfo::kernelType() + u' ' + QSysInfo::kernelVersion())},
            {"architecture", toStd(QSysInfo::currentCpuArchitecture())},
            {"locale", toStd(QLocale::system().name())},
            {"session", textOrNull(qEnvironmentVariable("XDG_SESSION_TYPE"))},
            {"keychain", toStd(toText(sources.credentials.probe(cancel)))},
            {"readOnly", textOrNull(sources.workspace.readOnlyReason())},
            {"runs", runs ? Json(*runs) : Json()},
            {"at", timeOrNull(nowUtc())}};
}

/// Names and sizes of what stands in the profile; no content.
Json profileList(const Profile &profile)
{
    Json list = Json::array();
    const QDir folder(profile.folder());
    for (const QFileInfo &entry : folder.entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden))
        list.push_back({{"name", toStd(entry.fileName() + (entry.isDir() ? u"/"_s : QString()))},
                        {"size", entry.isDir() ? Json() : Json(entry.size())},
                        {"mode", toStd(QString::number(int(entry.permissions()), 16))}});
    return list;
}

Result<> addTarget(DiagnosticBundle &bundle, const DiagnosisSources &sources, const QString &name)
{
    const auto target = sources.targets.find(name);
    if (!target)
        return target.error();
    (void)sources.targets.hostOf(name); // its secrets become known to the Redactor; nobody is contacted
    Json record = target->toFullJson(sources.kinds.find(target->kind));
    record.erase("log");
    if (target->lastCheck)
        record["lastCheck"] = target->lastCheck->toStoreJson();
    bundle.addJson(u"target/record.json"_s, record);
    bundle.addText(u"target/provisioning.log"_s, target->log.toUtf8());
    return {};
}

void addFile(DiagnosticBundle &bundle, RunHost &host, const QString &path, const QString &name,
             const CancelToken &cancel)
{
    const qint64 size = host.fileSize(path, cancel).valueOr(-1);
    if (size >= 0)
        bundle.addText(name, host.readFile(path, std::max<qint64>(0, size - kLogTail), kLogTail, cancel).valueOr({}));
}

Result<> addRun(DiagnosticBundle &bundle, const DiagnosisSources &sources, const RunRecord &run,
                const CancelToken &cancel)
{
    bundle.addJson(u"run/record.json"_s, run.toFullJson());
    const auto files = sources.runs.files(run);
    if (!files) {
        bundle.addText(u"run/files.txt"_s, files.error().text().toUtf8());
        return {};
    }
    const RunFolder folder(QFileInfo(files->folder).path(), run.id);
    for (const QString &log : {u"std"_s, u"build"_s, u"provisioning"_s})
        addFile(bundle, *files->host, folder.log(log), u"run/%1.log"_s.arg(log), cancel);
    addFile(bundle, *files->host, folder.metrics(), u"run/metrics.jsonl"_s, cancel);
    addFile(bundle, *files->host, folder.file(u"events"), u"run/events"_s, cancel);
    return {};
}

} // namespace

Result<DiagnosticBundle> diagnose(const DiagnosisSources &sources, const QString &run, const QString &target,
                                  const CancelToken &cancel)
{
    DiagnosticBundle bundle(QDir::homePath());
    std::optional<RunRecord> record;
    if (!run.isEmpty()) {
        auto found = sources.workspace.findRun(run);
        if (!found)
            return found.error();
        record = std::move(*found);
    }
    // First the target: what is printed by a run may hold its secrets.
    const QString subject = !target.isEmpty() ? target : record ? record->settings.target : QString();
    if (!subject.isEmpty()) {
        const auto added = addTarget(bundle, sources, subject);
        if (!added && !target.isEmpty())
            return added.error();
    }
    if (record) {
        if (auto added = addRun(bundle, sources, *record, cancel); !added)
            return added.error();
    }
    bundle.addJson(u"about.json"_s, about(sources, cancel));
    bundle.addJson(u"profile.json"_s, profileList(sources.profile));
    Json targets = Json::array();
    for (const TargetRecord &each : sources.targets.targets().valueOr({}))
        targets.push_back(each.toListJson(sources.kinds.find(each.kind)));
    bundle.addJson(u"targets.json"_s, targets);
    if (cancel.isCanceled())
        return Error::canceled();
    return bundle;
}

} // namespace mooring
