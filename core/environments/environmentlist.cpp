#include "core/environments/environmentlist.h"

#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/base/jsontext.h"
#include "core/environments/remotescript.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mooring {

namespace {

constexpr auto listLimit = 60s;
constexpr auto removeLimit = 120s;

QString tr(const char *text) { return QCoreApplication::translate("mooring::EnvironmentList", text); }

bool isKey(const QString &name)
{
    static const QRegularExpression pattern(u"^wb_[0-9a-f]{32}$"_s);
    return pattern.match(name).hasMatch();
}

std::optional<QDateTime> secondsToTime(const QByteArray &word)
{
    bool good = false;
    const qint64 seconds = word.toLongLong(&good);
    return good ? std::optional(fromEpochMs(seconds * 1000)) : std::nullopt;
}

std::optional<CachedEnvironment> parseLine(const QByteArray &line)
{
    const QList<QByteArray> words = line.split('\t');
    if (words.size() < 6 || !isKey(QString::fromUtf8(words[0])))
        return {};
    CachedEnvironment environment;
    environment.key = QString::fromUtf8(words[0]);
    environment.complete = words[1] == "complete";
    environment.createdAt = secondsToTime(words[2]);
    environment.lastUsedAt = secondsToTime(words[3]);
    bool hasSize = false;
    const qint64 kilobytes = words[4].toLongLong(&hasSize);
    if (hasSize)
        environment.size = kilobytes * 1024;
    const Json record = readJson(words.mid(5).join('\t'));
    environment.kind = stringAt(record, "kind");
    environment.from = stringAt(record, "from");
    environment.source = stringAt(record, "source");
    environment.tool = stringAt(record, "tool");
    environment.python = stringAt(record, "python");
    environment.packages = stringsAt(record, "packages");
    return environment;
}

} // namespace

Result<std::vector<CachedEnvironment>> listEnvironments(EnvironmentHost &host, bool withSizes,
                                                        const CancelToken &cancel)
{
    const auto output =
        host.runScript(remoteScript(u"environments.sh"_s),
                       {u"list"_s, host.environmentsFolder(), withSizes ? u"sizes"_s : u"-"_s}, listLimit, cancel);
    if (!output)
        return output.error();
    std::vector<CachedEnvironment> all;
    for (const QByteArray &line : output->split('\n')) {
        if (auto environment = parseLine(line))
            all.push_back(std::move(*environment));
    }
    return all;
}

Result<> removeEnvironment(EnvironmentHost &host, const QString &key, const CancelToken &cancel)
{
    if (!isKey(key))
        return Error::usage(u"environment.unknown"_s, tr("%1 is not an environment of Mooring.").arg(key));
    const auto done = host.runScript(remoteScript(u"environments.sh"_s), {u"remove"_s, host.environmentsFolder(), key},
                                     removeLimit, cancel);
    if (!done)
        return done.error();
    if (done->startsWith("used"))
        return Error::failed(u"environment.inUse"_s,
                             tr("A process runs from the environment %1 (process %2). Nothing was deleted.")
                                 .arg(key, QString::fromUtf8(done->mid(5).simplified())))
            .withFix(tr("Wait for the run to end, or cancel it."));
    if (done->startsWith("building"))
        return Error::failed(u"environment.building"_s,
                             tr("The environment %1 is being built. Nothing was deleted.").arg(key));
    return {};
}

} // namespace mooring
