#include "core/runs/runfacts.h"

#include "core/base/clock.h"

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::RunFacts", text); }

/// The number, when it is a sensible time: after 1970 and before the year 10000.
std::optional<QDateTime> timeFrom(const QByteArray &digits, qint64 factor)
{
    bool ok = false;
    const qint64 value = digits.toLongLong(&ok);
    if (!ok || value <= 0 || value > 253402300799000 / factor)
        return {};
    return fromEpochMs(value * factor);
}

void addEvent(RunFacts &run, const QByteArray &line)
{
    const QList<QByteArray> words = line.split(' ');
    const auto at = timeFrom(words.value(0), 1);
    if (at && words.size() >= 2)
        run.events.push_back({*at, words[1]});
}

void setFlag(RunFacts &run, const QByteArray &name)
{
    if (name == "missing")
        run.missing = true;
    else if (name == "unreachable")
        run.unreachable = true;
    else if (name == "claimed")
        run.claimed = true;
    else if (name == "cancel")
        run.cancel = true;
    else if (name == "timed_out")
        run.timedOut = true;
    else if (name == "build_failed")
        run.buildFailed = true;
    else if (name == "oom_killed")
        run.outOfMemory = true;
}

void setField(RunFacts &run, const QByteArray &name, const QByteArray &value)
{
    if (name == "pid")
        run.pid = value;
    else if (name == "start")
        run.start = value;
    else if (name == "recorded_boot")
        run.recordedBoot = value;
    else if (name == "exit")
        run.exit = value;
    else if (name == "survivors")
        run.survivors = value;
    else if (name == "exit_time")
        run.exitTime = timeFrom(value, 1000);
    else if (name == "event")
        addEvent(run, value);
    else if (name == "live") {
        run.liveState = value.split(' ').value(0);
        run.liveStart = value.split(' ').value(1);
    } else
        setFlag(run, name);
}

} // namespace

std::optional<QDateTime> RunFacts::timeOf(const char *word) const
{
    for (const RunEvent &event : events) {
        if (event.word == word)
            return event.at;
    }
    return {};
}

Result<HostFacts> parseHostFacts(const QByteArray &text)
{
    if (!text.startsWith("state 1\n")) {
        return Error::failed(u"host.badAnswer"_s, tr("The host's answer about its runs cannot be read."))
            .withDetail({{"answer", toStd(QString::fromUtf8(text.left(2000)))}});
    }
    HostFacts facts;
    QString id;
    RunFacts run;
    for (const QByteArray &line : text.split('\n')) {
        const auto space = line.indexOf(' ');
        const QByteArray name = space < 0 ? line : line.left(space);
        const QByteArray value = space < 0 ? QByteArray() : line.mid(space + 1).trimmed();
        if (name == "run") {
            id = QFile::decodeName(value);
            run = {};
        } else if (name == "end" && !id.isEmpty()) {
            facts.runs[id] = std::move(run);
            id.clear();
        } else if (!id.isEmpty()) {
            setField(run, name, value);
        } else if (name == "now") {
            facts.now = timeFrom(value, 1).value_or(QDateTime());
        } else if (name == "boot") {
            facts.boot = value;
        } else if (name == "host") {
            facts.host = QString::fromUtf8(value);
        }
    }
    return facts;
}

} // namespace mooring
