#include "ui/trust/knownmachine.h"

#include "core/base/files.h"
#include "core/base/text.h"
#include "core/targets/targetservice.h"
#include "core/workspace/workspace.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr int kLatestRuns = 3;
constexpr qsizetype kLongestLine = 600; ///< of a known_hosts file, for people: more is no record

QString tr(const char *text) { return QCoreApplication::translate("mooring::KnownMachines", text); }

/// What the last check of a target says of its machine's key.
struct SeenKey
{
    QString target, host, fingerprint;
    int port = 22;
    int runs = 0;
    std::vector<RunRecord> latest;
    QDateTime at;
    bool refused = false;
    QStringList recorded; ///< fingerprints that stood against it
};

Json keyIn(const Json &facts) { return facts.is_object() && facts.contains("hostKey") ? facts["hostKey"] : Json(); }

std::vector<SeenKey> keysOfTargets(TargetService &targets, Workspace &workspace)
{
    std::vector<SeenKey> seen;
    for (const TargetRecord &target : targets.targets().valueOr({})) {
        if (!target.lastCheck)
            continue;
        const Json known = keyIn(target.lastCheck->facts);
        SeenKey key{target.name,
                    stringAt(known, "host"),
                    stringAt(known, "fingerprint"),
                    int(intAt(known, "port", 22)),
                    0,
                    {},
                    target.lastCheck->at,
                    false,
                    {}};
        for (const RungResult &rung : target.lastCheck->rungs) { // a key that was refused is no fact of the target
            const Json shown = rung.question.isEmpty() ? Json() : keyIn(rung.facts);
            if (stringAt(shown, "verdict") != u"changed"_s || !shown["records"].is_array())
                continue;
            key.refused = true;
            key.host = stringAt(shown, "host");
            key.port = int(intAt(shown, "port", 22));
            for (const Json &record : shown["records"])
                key.recorded << stringAt(record, "fingerprint");
        }
        if (key.host.isEmpty())
            continue;
        RunQuery query;
        query.target = target.name;
        query.limit = kLatestRuns;
        key.runs = workspace.countRuns(query).valueOr(0);
        key.latest = workspace.runs(query).valueOr({});
        seen.push_back(std::move(key));
    }
    return seen;
}

void nameIt(KnownMachine &machine, const std::vector<SeenKey> &seen)
{
    const KnownHostRecord &record = machine.host.record;
    const QStringList names = record.hosts.split(u',', Qt::SkipEmptyParts);
    machine.name = names.value(0, record.hosts);
    machine.second = names.mid(1).join(u", "_s);
    if (record.hashed) {
        const auto known = std::find_if(seen.begin(), seen.end(),
                                        [&](const SeenKey &key) { return record.matches(key.host, key.port); });
        machine.name = known == seen.end() ? tr("Hashed name") : known->host;
        machine.second = tr("the name is hashed in the file");
    }
}

void judge(KnownMachine &machine, const std::vector<SeenKey> &seen)
{
    const KnownHostRecord &record = machine.host.record;
    const QString fingerprint = record.key.fingerprint();
    for (const SeenKey &key : seen) {
        if (key.fingerprint == fingerprint && record.matches(key.host, key.port)) {
            machine.targets << key.target;
            machine.runs += key.runs;
            machine.latest.insert(machine.latest.end(), key.latest.begin(), key.latest.end());
        }
        if (key.refused && key.recorded.contains(fingerprint) && record.matches(key.host, key.port))
            machine.changedSince = key.at;
    }
    std::sort(machine.latest.begin(), machine.latest.end(),
              [](const RunRecord &a, const RunRecord &b) { return a.createdAt > b.createdAt; });
    machine.latest.resize(std::min<size_t>(machine.latest.size(), kLatestRuns));
    if (record.problem != KnownHostRecord::Problem::None)
        machine.glyph = Glyph::LeftOut;
    else if (record.marker == KnownHostRecord::Marker::CertAuthority)
        machine.glyph = Glyph::Unknown;
    else if (record.marker == KnownHostRecord::Marker::Revoked)
        machine.glyph = Glyph::Revoked;
    else if (machine.changedSince)
        machine.glyph = Glyph::Failed;
    if (machine.glyph == Glyph::Revoked)
        machine.second = tr("revoked: never accepted");
    else if (machine.glyph == Glyph::Failed)
        machine.second = tr("shows another key since %1").arg(humanTime(*machine.changedSince));
}

} // namespace

bool KnownMachine::isUsed() const
{
    return host.record.problem == KnownHostRecord::Problem::None &&
           host.record.marker != KnownHostRecord::Marker::CertAuthority;
}

bool KnownMachine::isSystem() const { return host.record.file.startsWith(u"/etc/"_s); }

QString KnownMachine::file() const
{
    if (host.own)
        return u"Mooring"_s;
    const QString home = QDir::homePath() + u'/';
    const QString &file = host.record.file;
    return file.startsWith(home) ? u"~/"_s + file.mid(home.size()) : file;
}

QString KnownMachine::state() const
{
    if (glyph == Glyph::Revoked)
        return tr("revoked");
    if (glyph == Glyph::Failed)
        return tr("another key was shown");
    return isUsed() ? tr("known") : tr("not used");
}

QString lineOf(const KnownHostRecord &record)
{
    const QByteArray line = readWholeFile(record.file).valueOr({}).split('\n').value(record.line - 1).trimmed();
    const QString text = QString::fromUtf8(line);
    return text.size() <= kLongestLine ? text : text.left(kLongestLine) + u'…';
}

std::pair<QString, int> hostAndPort(const QString &name)
{
    if (!name.startsWith(u'['))
        return {name, 22};
    const qsizetype end = name.lastIndexOf(u"]:"_s);
    return end < 0 ? std::pair{name, 22} : std::pair{name.mid(1, end - 1), name.mid(end + 2).toInt()};
}

KnownMachines readKnownMachines(const HostTrust &trust, TargetService &targets, Workspace &workspace)
{
    KnownMachines read;
    const auto records = trust.records();
    if (!records) {
        read.problem = records.error().text();
        return read;
    }
    const std::vector<SeenKey> seen = keysOfTargets(targets, workspace);
    QStringList files;
    for (const TrustedHost &host : *records) {
        KnownMachine machine;
        machine.host = host;
        nameIt(machine, seen);
        judge(machine, seen);
        if (!files.contains(host.record.file))
            files << host.record.file;
        read.machines.push_back(std::move(machine));
    }
    read.files = int(files.size());
    return read;
}

} // namespace mooring
