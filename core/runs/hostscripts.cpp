#include "core/runs/hostscripts.h"

#include "core/environments/remotescript.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mooring::hostscripts {

namespace {

constexpr auto answerLimit = 30s;
constexpr qsizetype statesAtOnce = 200;

QString tr(const char *text) { return QCoreApplication::translate("mooring::HostScripts", text); }

Error badAnswer(const QString &message, const QByteArray &answer)
{
    return Error::failed(u"host.badAnswer"_s, message)
        .withDetail({{"answer", toStd(QString::fromUtf8(answer.left(2000)))}});
}

} // namespace

Result<> prepare(RunHost &host, const QString &runFolder, const CancelToken &cancel)
{
    auto answer = host.runScript(remoteScript(u"prepare.sh"_s), {runFolder}, answerLimit, cancel);
    return answer ? Result<>() : answer.error();
}

Result<> launch(RunHost &host, const QString &runFolder, const CancelToken &cancel)
{
    auto answer = host.runScript(remoteScript(u"launch.sh"_s), {runFolder}, 60s, cancel);
    if (!answer)
        return answer.error();
    if (answer->startsWith("canceled"))
        return Error::of(ErrorKind::RunCanceled, u"run.canceled"_s, tr("It was canceled before it started."));
    if (!answer->startsWith("started "))
        return badAnswer(tr("The host's answer to the start of the run cannot be read."), *answer);
    return {};
}

Result<HostFacts> readStates(RunHost &host, const QStringList &runFolders, const CancelToken &cancel)
{
    HostFacts all;
    for (qsizetype i = 0; i < runFolders.size(); i += statesAtOnce) {
        auto answer = host.runScript(remoteScript(u"state.sh"_s), runFolders.mid(i, statesAtOnce), answerLimit, cancel);
        if (!answer)
            return answer.error();
        auto facts = parseHostFacts(*answer);
        if (!facts)
            return facts.error();
        facts->runs.merge(all.runs);
        all = std::move(*facts);
    }
    return all;
}

ProcessReport parseProcessReport(const QByteArray &output, bool *complete)
{
    ProcessReport report;
    *complete = false;
    for (const QByteArray &line : output.split('\n')) {
        const QList<QByteArray> cells = line.split('\t');
        const ProcessReport::Process process{cells.value(1).toLongLong(), QString::fromUtf8(cells.value(3)).trimmed(),
                                             QString::fromLatin1(cells.value(2))};
        if (line == "end")
            *complete = true;
        else if (cells[0] == "search")
            report.searched = cells.value(1) == "done";
        else if (cells[0] == "ended" && process.pid > 0)
            report.ended.push_back(process);
        else if (cells[0] == "left" && process.pid > 0)
            report.left.push_back({process.pid, process.command, {}});
    }
    return report;
}

Result<ProcessReport> endProcesses(RunHost &host, const QString &runFolder, std::chrono::seconds grace, CancelMark mark,
                                   const CancelToken &cancel)
{
    const QStringList arguments{runFolder, QString::number(grace.count()),
                                mark == CancelMark::Cancel ? u"cancel"_s : u"lost"_s, u"mooring"_s};
    auto answer = host.runScript(remoteScript(u"cancel.sh"_s), arguments, grace + 60s, cancel);
    if (!answer)
        return answer.error();
    bool complete = false;
    ProcessReport report = parseProcessReport(*answer, &complete);
    if (!complete)
        return badAnswer(tr("The host's report about the run's processes was cut off."), *answer);
    return report;
}

Result<Discarded> discard(RunHost &host, const QString &runFolder, bool force, const CancelToken &cancel)
{
    QStringList arguments{runFolder};
    if (force)
        arguments << u"force"_s;
    auto answer = host.runScript(remoteScript(u"discard.sh"_s), arguments, answerLimit, cancel);
    if (!answer)
        return answer.error();
    const QByteArray word = answer->trimmed();
    if (word == "missing")
        return Discarded::Missing;
    if (word == "claimed")
        return Discarded::Claimed;
    return word == "discarded" ? Result(Discarded::Done) : badAnswer(tr("The host's answer cannot be read."), *answer);
}

Result<QStringList> listRuns(RunHost &host, const CancelToken &cancel)
{
    auto answer = host.runScript(remoteScript(u"list.sh"_s), {host.runsFolder()}, answerLimit, cancel);
    if (!answer)
        return answer.error();
    QStringList ids;
    for (const QByteArray &line : answer->split('\n')) {
        if (!line.isEmpty())
            ids << QFile::decodeName(line);
    }
    return ids;
}

} // namespace mooring::hostscripts
