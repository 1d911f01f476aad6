#include "app/cli/commandline.h"
#include "core/base/text.h"
#include "core/targets/hostkeytargets.h"
#include "core/transport/ssh/hostkeyfetch.h"
#include "core/transport/ssh/knownhostsfile.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::TrustCommand", text); }

struct Words
{
    std::string act, host, fingerprint, key;
};

QString markOf(const KnownHostRecord &record)
{
    if (record.problem != KnownHostRecord::Problem::None)
        return QStringLiteral("unreadable");
    switch (record.marker) {
    case KnownHostRecord::Marker::Revoked:
        return QStringLiteral("revoked");
    case KnownHostRecord::Marker::CertAuthority:
        return QStringLiteral("certAuthority");
    case KnownHostRecord::Marker::None:
        break;
    }
    return {};
}

/// How often a run went to a machine with this key; nothing when no attached target has it.
std::optional<qint64> runsOf(Services &services, const std::vector<TargetRecord> &targets, const QString &fingerprint)
{
    std::optional<qint64> runs;
    for (const QString &name : targetsWithHostKey(targets, fingerprint)) {
        RunQuery query;
        query.target = name;
        if (const auto count = services.workspace().countRuns(query))
            runs = runs.value_or(0) + *count;
    }
    return runs;
}

struct Row
{
    TrustedHost host;
    std::optional<qint64> runs;

    bool readable() const { return host.record.problem == KnownHostRecord::Problem::None; }
    QString source() const
    {
        return host.own ? QStringLiteral("mooring")
                        : QStringLiteral("%1:%2").arg(host.record.file).arg(host.record.line);
    }
    Json toJson() const
    {
        const KnownHostRecord &record = host.record;
        const auto machine = machineOf(record);
        return {{"host", textOrNull(machine ? machine->first : record.hosts)},
                {"port", machine ? Json(machine->second) : Json()},
                {"type", textOrNull(record.key.type)},
                {"fingerprint", readable() ? Json(toStd(record.key.fingerprint())) : Json()},
                {"source", toStd(source())},
                {"firstSeen", timeOrNull(host.firstSeen)},
                {"runs", intOrNull(runs)},
                {"marker", textOrNull(markOf(record))}};
    }
};

void print(const Output &out, const std::vector<Row> &rows)
{
    if (out.json) {
        Json list = Json::array();
        for (const Row &row : rows)
            list.push_back(row.toJson());
        out.document(list);
        return;
    }
    std::vector<QStringList> table{
        {tr("Machine"), tr("Key"), tr("Fingerprint"), tr("Record"), tr("First seen"), tr("Runs")}};
    const QString dash = QStringLiteral("–");
    for (const Row &row : rows) {
        const QString mark = markOf(row.host.record);
        table.push_back({row.host.record.hosts, mark.isEmpty() ? row.host.record.key.type : mark,
                         row.readable() ? row.host.record.key.fingerprint() : dash, row.source(),
                         row.host.firstSeen ? humanTime(*row.host.firstSeen) : dash,
                         row.runs ? QString::number(*row.runs) : dash});
    }
    out.table(table);
}

Result<std::vector<Row>> rowsOf(Services &services, const std::function<bool(const TrustedHost &)> &wanted)
{
    auto records = services.trust().records();
    if (!records)
        return records.error();
    const auto targets = services.targets().targets();
    std::vector<Row> rows;
    for (TrustedHost &host : *records) {
        if (!wanted(host))
            continue;
        Row row{std::move(host), {}};
        if (targets && row.readable())
            row.runs = runsOf(services, *targets, row.host.record.key.fingerprint());
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<int> list(CommandContext &context)
{
    const auto services = context.services();
    if (!services)
        return services.error();
    const auto rows = rowsOf(**services, [](const TrustedHost &) { return true; });
    if (!rows)
        return rows.error();
    if (rows->empty() && !context.out.json)
        context.out.talk(tr("No machines are known yet."));
    else
        print(context.out, *rows);
    return 0;
}

/// As the records call it: with the user's configuration, where that can be followed.
Result<SshRoute> routeTo(const QString &host, const CancelToken &cancel)
{
    const auto address = SshAddress::parse(host);
    return address ? resolveRoute(*address, {}, cancel) : Result<SshRoute>(address.error());
}

/// The key given whole, or the one that the machine shows now.
Result<HostKeyFinding> findingFor(CommandContext &context, Services &services, const Words &words)
{
    const auto route = routeTo(fromStd(words.host), context.cancel);
    if (!route)
        return route.error();
    SshSignIn signIn; // to jump hosts
    signIn.ask = services.askPerson();
    if (words.key.empty())
        return fetchHostKey(*route, signIn, services.sharedTrust(), context.cancel);
    const auto key = parseKeyLine(fromStd(words.key));
    if (!key)
        return key.error();
    const SshHop &target = route->target();
    return services.trust().judge(target.trustName, target.trustPort, *key, target.knownHostsFiles);
}

Result<int> add(CommandContext &context, const Words &words)
{
    if (words.fingerprint.empty() && words.key.empty())
        return Error::usage(QStringLiteral("trust.keyNeeded"), tr("Say which key is expected."))
            .withFix(tr("mooring trust add HOST SHA256:…, or --key \"ssh-ed25519 AAAA…\"."));
    std::optional<QString> expected;
    if (!words.fingerprint.empty()) {
        const auto parsed = parseFingerprint(fromStd(words.fingerprint));
        if (!parsed)
            return parsed.error();
        expected = *parsed;
    }
    const auto services = context.services();
    if (!services)
        return services.error();
    const auto finding = findingFor(context, **services, words);
    if (!finding)
        return finding.error();
    HostTrust &trust = (*services)->trust();
    if (auto done = trustExpected(trust, *finding, expected.value_or(finding->shown.fingerprint())); !done)
        return done.error();
    const auto rows = rowsOf(**services, [&](const TrustedHost &host) {
        return host.own && host.record.key == finding->shown && host.record.matches(finding->host, finding->port);
    });
    if (!rows)
        return rows.error();
    print(context.out, *rows);
    return 0;
}

Result<int> remove(CommandContext &context, const Words &words)
{
    QString fingerprint;
    if (!words.fingerprint.empty()) {
        const auto parsed = parseFingerprint(fromStd(words.fingerprint));
        if (!parsed)
            return parsed.error();
        fingerprint = *parsed;
    }
    const auto address = SshAddress::parse(fromStd(words.host));
    if (!address)
        return address.error();
    const auto services = context.services();
    if (!services)
        return services.error();
    HostTrust &trust = (*services)->trust();
    const auto removeAs = [&](const QString &host, int port) -> Result<std::vector<Row>> {
        auto rows = rowsOf(**services, [&](const TrustedHost &known) {
            return known.own && known.record.matches(host, port) &&
                   (fingerprint.isEmpty() ? known.record.marker == KnownHostRecord::Marker::None
                                          : known.record.key.fingerprint() == fingerprint);
        });
        if (!rows)
            return rows;
        const auto removed = trust.remove(host, port, fingerprint);
        return removed ? rows : Result<std::vector<Row>>(removed.error());
    };
    auto rows = removeAs(address->host, address->port > 0 ? address->port : 22);
    if (!rows && rows.error().code == u"trust.unknown") { // an alias stands on record as what it resolves to
        if (const auto route = routeTo(fromStd(words.host), context.cancel)) {
            const SshHop &target = route->target();
            if (auto again = removeAs(target.trustName, target.trustPort);
                again || again.error().code != u"trust.unknown")
                rows = std::move(again);
        }
    }
    if (!rows)
        return rows.error();
    print(context.out, *rows);
    return 0;
}

Result<int> act(CommandContext &context, const Words &words)
{
    if (words.act == "list" || words.act.empty())
        return list(context);
    if (words.act != "add" && words.act != "remove") {
        const QString near =
            nearestWord(fromStd(words.act), {QStringLiteral("list"), QStringLiteral("add"), QStringLiteral("remove")});
        return Error::usage(QStringLiteral("usage.unknownCommand"),
                            tr("There is no command “trust %1”.").arg(fromStd(words.act)))
            .withFix(near.isEmpty() ? tr("There are trust list, trust add and trust remove.")
                                    : tr("The nearest is %1.").arg(near));
    }
    if (words.host.empty())
        return Error::usage(QStringLiteral("trust.hostNeeded"), tr("Say which machine is meant."))
            .withFix(tr("mooring trust list shows all records."));
    return words.act == "add" ? add(context, words) : remove(context, words);
}

} // namespace

void addTrustCommand(CommandSet &commands)
{
    CLI::App *trust = commands.add("trust", tr("Known machines: list, add HOST SHA256:…, remove HOST"));
    auto words = std::make_shared<Words>();
    trust->add_option("ACT", words->act, toStd(tr("list, add or remove")));
    trust->add_option("HOST", words->host, toStd(tr("Machine, with :PORT when it is not 22, or an alias")));
    trust->add_option("FINGERPRINT", words->fingerprint, toStd(tr("The key that is meant: SHA256:…")));
    trust->add_option("--key", words->key, toStd(tr("With add: the public key itself; nothing is contacted")))
        ->type_name("\"TYPE AAAA…\"");
    commands.on(trust, [words](CommandContext &context) { return act(context, *words); });
}

} // namespace mooring
