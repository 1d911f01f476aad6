#include "core/transport/ssh/hosttrust.h"

#include "core/base/clock.h"
#include "core/base/filelock.h"
#include "core/base/files.h"
#include "core/base/text.h"
#include "core/transport/ssh/hostpattern.h"
#include "core/transport/ssh/hosttrusttexts.h"
#include "core/transport/ssh/knownhostsfile.h"
#include "core/transport/ssh/sshconfigfile.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargestFile = 64 * 1024 * 1024;
constexpr auto kLockLimit = std::chrono::seconds(5);

QString tr(const char *text) { return QCoreApplication::translate("mooring::HostTrust", text); }

QByteArray contentOf(const QString &file) { return readWholeFile(file, kLargestFile).valueOr({}); }

/// `none` and devices say nothing: /dev/null is a usual way to switch a file off.
bool isFile(const QString &path) { return QFileInfo(path).isFile(); }

/// A missing file is empty; one that cannot be read must not be taken for empty, or it would be written over.
Result<QByteArray> readOwn(const QString &file)
{
    auto content = readWholeFile(file, kLargestFile);
    return content || content.error().code != u"file.missing" ? content : Result<QByteArray>(QByteArray());
}

Error cannotWrite(const QString &file, const Error &why)
{
    return Error::failed(u"trust.cannotWrite"_s,
                         tr("%1, where known machines are kept, could not be written.").arg(file))
        .withCause(why.cause.isEmpty() ? why.message : why.cause)
        .withFix(why.fix);
}

/// Whole or not at all, one writer at a time; `change` gives the new content.
Result<> rewrite(const QString &file, const std::function<Result<QByteArray>(const QByteArray &)> &change)
{
    if (auto made = makeFolder(QFileInfo(file).absolutePath()); !made)
        return cannotWrite(file, made.error());
    const auto lock = FileLock::acquire(file + u".lock"_s, kLockLimit);
    if (!lock)
        return cannotWrite(file, lock.error());
    const auto before = readOwn(file);
    if (!before)
        return cannotWrite(file, before.error());
    const auto after = change(*before);
    if (!after)
        return after.error();
    if (*after == *before)
        return {};
    if (QFileInfo(file).exists() && !QFileInfo(file).isWritable()) // a rename would not ask
        return cannotWrite(file, Error::failed({}, tr("The file is read-only.")));
    if (auto written = writeFileAtomically(file, *after); !written)
        return cannotWrite(file, written.error());
    return {};
}

/// Those that the configuration names, for whichever machine.
void addKnownHostsFiles(const std::vector<SshConfigLine> &lines, QStringList &files)
{
    for (const SshConfigLine &line : lines) {
        if (line.keyword == u"userknownhostsfile" || line.keyword == u"globalknownhostsfile") {
            for (const QString &word : line.words) {
                const QString file = withoutTilde(word);
                if (file.startsWith(u'/') && !files.contains(file))
                    files << file;
            }
        }
        addKnownHostsFiles(line.included, files);
    }
}

} // namespace

HostTrust::HostTrust(QString ownFile, QStringList otherFiles)
    : m_ownFile(std::move(ownFile)), m_otherFiles(std::move(otherFiles))
{
}

QStringList HostTrust::defaultFiles()
{
    const QString home = sshUserHome() + u"/.ssh/"_s;
    QStringList files{home + u"known_hosts"_s, home + u"known_hosts2"_s, u"/etc/ssh/ssh_known_hosts"_s,
                      u"/etc/ssh/ssh_known_hosts2"_s};
    for (const QString &config : sshConfigFiles())
        addKnownHostsFiles(readSshConfig(config), files);
    return files;
}

QStringList HostTrust::filesFor(const QStringList &files) const
{
    QStringList all{m_ownFile};
    for (const QString &file : files.isEmpty() ? m_otherFiles : files) {
        if (!all.contains(file) && isFile(file))
            all << file;
    }
    return all;
}

HostKeyFinding HostTrust::judge(const QString &host, int port, const HostKey &key, const QStringList &files) const
{
    std::vector<KnownHostRecord> equal, different, revoked, authorities;
    for (const QString &file : filesFor(files)) {
        for (KnownHostRecord &record : knownHostRecordsFor(contentOf(file), file, host, port)) {
            const bool same = record.key == key;
            if (record.marker == KnownHostRecord::Marker::CertAuthority)
                authorities.push_back(std::move(record));
            else if (record.marker == KnownHostRecord::Marker::None)
                (same ? equal : different).push_back(std::move(record));
            else if (same)
                revoked.push_back(std::move(record));
        }
    }
    HostKeyFinding finding{host, port, key, HostKeyVerdict::Unknown, {}};
    const auto conclude = [&finding](HostKeyVerdict verdict, std::vector<KnownHostRecord> &because) {
        finding.verdict = verdict;
        finding.records = std::move(because);
        return finding;
    };
    if (!revoked.empty())
        return conclude(HostKeyVerdict::Revoked, revoked);
    if (!equal.empty())
        return conclude(HostKeyVerdict::Known, equal);
    if (!different.empty())
        return conclude(HostKeyVerdict::Changed, different);
    if (!authorities.empty())
        return conclude(HostKeyVerdict::CannotJudge, authorities);
    return finding;
}

QStringList HostTrust::knownTypes(const QString &host, int port, const QStringList &files) const
{
    QStringList types;
    for (const QString &file : filesFor(files)) {
        for (const KnownHostRecord &record : knownHostRecordsFor(contentOf(file), file, host, port)) {
            if (record.marker == KnownHostRecord::Marker::None && !types.contains(record.key.type))
                types << record.key.type;
        }
    }
    return types;
}

Result<> HostTrust::decide(const HostKeyFinding &finding)
{
    if (finding.verdict == HostKeyVerdict::Known)
        return {};
    if (finding.verdict == HostKeyVerdict::Revoked || finding.verdict == HostKeyVerdict::Changed)
        return hostKeyRefusal(finding, m_ownFile);
    const std::lock_guard oneQuestion(m_asking);
    if (isAccepted(finding)) // perhaps by the answer to the question before this one
        return {};
    QString expected;
    bool acceptNew = false;
    Asker asker;
    {
        const std::lock_guard guard(m_mutex);
        expected = m_expected;
        const QByteArray name = knownHostsName(finding.host, finding.port);
        if (!expected.isEmpty() && m_expectedOf.isEmpty())
            m_expectedOf = name;
        if (!expected.isEmpty() && m_expectedOf != name)
            return hostKeyRefusal(finding, m_ownFile); // nobody was asked about this one
        acceptNew = m_acceptNew;
        asker = m_asker;
    }
    if (!expected.isEmpty() && expected != finding.shown.fingerprint())
        return hostKeyUnexpected(finding, expected);
    if (!expected.isEmpty() || acceptNew)
        return accept(finding);
    const Answer answer = asker ? asker(finding) : Answer::No;
    if (answer == Answer::No)
        return hostKeyRefusal(finding, m_ownFile);
    if (answer == Answer::Always)
        return accept(finding);
    trustOnce(finding.host, finding.port, finding.shown);
    return {};
}

bool HostTrust::isAccepted(const HostKeyFinding &finding) const
{
    {
        const std::lock_guard guard(m_mutex);
        const std::pair entry(QString::fromUtf8(knownHostsName(finding.host, finding.port)), finding.shown);
        if (std::find(m_once.begin(), m_once.end(), entry) != m_once.end())
            return true;
    }
    const auto own = knownHostRecordsFor(contentOf(m_ownFile), m_ownFile, finding.host, finding.port);
    return std::any_of(own.begin(), own.end(), [&](const KnownHostRecord &record) {
        return record.marker == KnownHostRecord::Marker::None && record.key == finding.shown;
    });
}

Result<> HostTrust::accept(const HostKeyFinding &finding)
{
    const auto written = trust(finding.host, finding.port, finding.shown);
    if (written || written.error().code == u"trust.otherKey")
        return written;
    trustOnce(finding.host, finding.port, finding.shown);
    Teller teller;
    {
        const std::lock_guard guard(m_mutex);
        teller = m_teller;
    }
    if (teller)
        teller(written.error().text() + u' ' + tr("The key of %1 is trusted this once only.").arg(finding.host));
    return {};
}

void HostTrust::expect(const QString &fingerprint)
{
    const std::lock_guard guard(m_mutex);
    m_expected = fingerprint;
    m_expectedOf.clear();
}

void HostTrust::acceptNew(bool on)
{
    const std::lock_guard guard(m_mutex);
    m_acceptNew = on;
}

void HostTrust::setAsker(Asker asker)
{
    const std::lock_guard guard(m_mutex);
    m_asker = std::move(asker);
}

void HostTrust::setTeller(Teller teller)
{
    const std::lock_guard guard(m_mutex);
    m_teller = std::move(teller);
}

Result<> HostTrust::trust(const QString &host, int port, const HostKey &key)
{
    const QByteArray line = knownHostsLine(host, port, key, nowUtc());
    if (line.isEmpty())
        return Error::usage(u"trust.badName"_s,
                            tr("“%1” with this key cannot stand in a file of known machines.").arg(host));
    return rewrite(m_ownFile, [&](const QByteArray &before) -> Result<QByteArray> {
        for (const KnownHostRecord &record : knownHostRecordsFor(before, m_ownFile, host, port)) {
            if (record.marker != KnownHostRecord::Marker::None)
                continue;
            if (record.key == key)
                return before;
            return Error::of(ErrorKind::SignIn, u"trust.otherKey"_s,
                             tr("Another key of %1 is on record (%2).").arg(host, placeOf(record)))
                .withFix(tr("Remove it first, if it is no longer right: %1").arg(ownRemovalCommand(host, port)));
        }
        QByteArray after = before;
        if (after.isEmpty())
            after = "# Machines that Mooring trusts, in the format of OpenSSH's known_hosts.\n";
        if (!after.endsWith('\n'))
            after += '\n';
        return after + line;
    });
}

void HostTrust::trustOnce(const QString &host, int port, const HostKey &key)
{
    const std::lock_guard guard(m_mutex);
    m_once.emplace_back(QString::fromUtf8(knownHostsName(host, port)), key);
}

Result<int> HostTrust::remove(const QString &host, int port, const QString &fingerprint)
{
    const auto isMeant = [&](const KnownHostRecord &record) {
        return fingerprint.isEmpty() ? record.marker == KnownHostRecord::Marker::None
                                     : record.key.fingerprint() == fingerprint;
    };
    std::set<int> lines;
    const auto written = rewrite(m_ownFile, [&](const QByteArray &before) -> Result<QByteArray> {
        for (const KnownHostRecord &record : knownHostRecordsFor(before, m_ownFile, host, port)) {
            if (isMeant(record))
                lines.insert(record.line);
        }
        return withoutLines(before, lines);
    });
    if (!written)
        return written.error();
    if (!lines.empty())
        return int(lines.size());
    for (const QString &file : filesFor({}).mid(1)) {
        for (const KnownHostRecord &record : knownHostRecordsFor(contentOf(file), file, host, port)) {
            if (isMeant(record))
                return Error::usage(
                           u"trust.otherFile"_s,
                           tr("%1 is on record in %2, which Mooring never changes.").arg(host, placeOf(record)))
                    .withFix(tr("Remove it there: %1").arg(removalCommand(record)))
                    .withDetail({{"file", toStd(record.file)}, {"line", record.line}});
        }
    }
    return Error::usage(u"trust.unknown"_s, fingerprint.isEmpty()
                                                ? tr("Nothing is on record for %1.").arg(hostText(host, port))
                                                : tr("This key is not on record for %1.").arg(hostText(host, port)))
        .withFix(tr("mooring trust list shows all records."));
}

QString HostTrust::removalCommand(const KnownHostRecord &record)
{
    const bool plain =
        record.marker == KnownHostRecord::Marker::None && record.problem == KnownHostRecord::Problem::None &&
        !record.hashed &&
        std::none_of(record.hosts.begin(), record.hosts.end(), [](QChar c) { return u"*?!,"_s.contains(c); });
    // ssh-keygen takes out every line of a name; a line of several names, of patterns or of a hash is meant alone.
    return plain ? shellCommand({u"ssh-keygen"_s, u"-R"_s, record.hosts, u"-f"_s, record.file})
                 : shellCommand({u"sed"_s, u"-i"_s, u"%1d"_s.arg(record.line), record.file});
}

Result<std::vector<TrustedHost>> HostTrust::records() const
{
    std::vector<TrustedHost> all;
    for (const QString &file : filesFor({})) {
        const bool own = file == m_ownFile;
        const auto content = readOwn(file);
        if (!content && own)
            return content.error();
        if (!content) {
            KnownHostRecord whole;
            whole.file = file;
            whole.problem = KnownHostRecord::Problem::Unreadable;
            all.push_back({whole, false, {}});
            continue;
        }
        for (KnownHostRecord &record : parseKnownHosts(*content, file)) {
            const auto firstSeen = own ? firstSeenOf(record) : std::nullopt;
            all.push_back({std::move(record), own, firstSeen});
        }
    }
    return all;
}

} // namespace mooring
