#include "core/practice/labfolder.h"

#include "core/base/clock.h"
#include "core/base/filelock.h"
#include "core/base/files.h"
#include "core/base/jsontext.h"
#include "core/practice/practicelab.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <csignal>
#include <sys/stat.h>
#include <unistd.h>

namespace mooring {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds kLook{200}; // how often the lab looks at its folder
constexpr milliseconds kStopLimit{10'000};

QString tr(const char *text) { return QCoreApplication::translate("mooring::PracticeLab", text); }

Json readFileJson(const QString &path)
{
    const auto content = readWholeFile(path, 1024 * 1024);
    if (!content)
        return nullptr;
    Json value = readJson(*content);
    return value.is_discarded() ? Json() : value;
}

/// 0 when there is none.
ino_t inodeOf(const QString &path)
{
    struct stat info
    {
    };
    return stat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_ino : 0;
}

/// What the person chose; a word of another version is passed over.
std::vector<ChosenFault> chosenFaults(const QString &path)
{
    std::vector<ChosenFault> chosen;
    const Json file = readFileJson(path);
    for (const QString &word : file.is_object() ? stringsAt(file, "faults") : QStringList()) {
        if (const auto fault = ChosenFault::parse(word))
            chosen.push_back(*fault);
    }
    return chosen;
}

Json toJson(const LabFaults::Seen &seen)
{
    return {{"fault", toStd(seen.chosen.toText())}, {"struck", seen.struck}, {"lastAt", timeOrNull(seen.lastAt)}};
}

Json describe(const PracticeLab &lab, const QString &startedAt, const QString &authority)
{
    Json services = Json::array();
    for (const LabService &service : lab.services())
        services.push_back({{"kind", toStd(service.kind)},
                            {"title", toStd(LabService::titleOf(service.kind))},
                            {"url", toStd(service.url)},
                            {"requests", service.requests}});
    Json faults = Json::array();
    for (const LabFaults::Seen &seen : lab.faults())
        faults.push_back(toJson(seen));
    return {{"pid", getpid()},
            {"startedAt", toStd(startedAt)},
            {"ca", toStd(authority)},
            {"services", services},
            {"faults", faults}};
}

QStringList faultWords(const Json &status)
{
    QStringList words;
    for (const Json &fault : status.is_object() ? status.value("faults", Json::array()) : Json::array())
        words << stringAt(fault, "fault");
    words.sort();
    return words;
}

} // namespace

LabFolder::LabFolder(const QString &profileFolder) : m_folder(profileFolder + u"/practice"_s) {}

QString LabFolder::at(const char *name) const { return m_folder + u'/' + QLatin1StringView(name); }
QString LabFolder::authorityPath() const { return at("ca.pem"); }
QString LabFolder::logPath() const { return at("lab.log"); }

Result<> LabFolder::run(const CancelToken &cancel) const
{
    if (auto made = makeFolder(m_folder); !made)
        return made;
    const QString lockPath = at("lock");
    const auto lock = FileLock::acquire(lockPath, milliseconds(2000));
    if (!lock)
        return Error::failed(u"practice.running"_s, tr("The practice lab of this profile is running already."));
    QFile::remove(at("lab.json")); // of one that was killed: it would pass for ours, and its process for us
    const ino_t ours = inodeOf(lockPath);
    auto lab = PracticeLab::start();
    if (!lab)
        return lab.error();
    if (auto written = writeFileAtomically(authorityPath(), (*lab)->authorityPem()); !written)
        return written;
    const QString startedAt = toIso(nowUtc());
    Json told;
    ino_t faultsRead = ~ino_t(0); // each writing is a new file
    do {
        if (const ino_t now = inodeOf(at("faults.json")); now != faultsRead) {
            faultsRead = now;
            (*lab)->setFaults(chosenFaults(at("faults.json")));
        }
        Json now = describe(**lab, startedAt, authorityPath());
        if (now != told) {
            if (auto written = writeFileAtomically(at("lab.json"), toPrettyBytes(now)); !written)
                return written;
            told = std::move(now);
        }
    } while (!cancel.waitFor(kLook) && inodeOf(lockPath) == ours);
    if (inodeOf(lockPath) == ours)
        QFile::remove(at("lab.json"));
    return {};
}

bool LabFolder::isRunning() const
{
    if (!QFile::exists(at("lock")))
        return false;
    const auto lock = FileLock::acquire(at("lock"), milliseconds(0));
    return !lock && lock.error().code == u"lock.held";
}

Json LabFolder::status() const { return isRunning() ? readFileJson(at("lab.json")) : Json(); }

Result<Json> LabFolder::awaitStarted(milliseconds limit, const CancelToken &cancel) const
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < limit.count()) {
        if (const Json now = status(); now.is_object())
            return now;
        if (cancel.waitFor(milliseconds(50)))
            return Error::canceled();
    }
    const auto log = readWholeFile(logPath(), 64 * 1024);
    return Error::failed(u"practice.notStarted"_s, tr("The practice lab did not start."))
        .withCause(log ? QString::fromUtf8(*log).trimmed() : QString());
}

Result<> LabFolder::setFaults(const QStringList &words, const CancelToken &cancel) const
{
    QStringList wanted;
    for (const QString &word : words) {
        const auto fault = ChosenFault::parse(word);
        if (!fault)
            return fault.error();
        wanted << fault->toText();
    }
    wanted.removeDuplicates();
    wanted.sort();
    if (auto made = makeFolder(m_folder); !made)
        return made;
    const Json file{{"faults", stringList(wanted)}};
    if (auto written = writeFileAtomically(at("faults.json"), toPrettyBytes(file)); !written)
        return written;
    QElapsedTimer timer;
    timer.start();
    while (isRunning() && faultWords(status()) != wanted) {
        if (timer.elapsed() > 5000)
            return Error::failed(u"practice.deaf"_s, tr("The practice lab does not take the faults."))
                .withFix(u"mooring practice stop"_s);
        if (cancel.waitFor(milliseconds(50)))
            return Error::canceled();
    }
    return {};
}

Result<> LabFolder::stop(const CancelToken &cancel) const
{
    QElapsedTimer timer;
    timer.start();
    while (isRunning()) {
        const qint64 process = intAt(readFileJson(at("lab.json")), "pid");
        if (process > 1) // it holds the lock: the number is not that of another process
            kill(pid_t(process), SIGTERM);
        if (timer.elapsed() > kStopLimit.count())
            return Error::failed(u"practice.notStopped"_s, tr("The practice lab did not end."));
        if (cancel.waitFor(milliseconds(100)))
            return Error::canceled();
    }
    for (const char *name : {"lab.json", "faults.json", "ca.pem"})
        QFile::remove(at(name));
    return {};
}

} // namespace mooring
