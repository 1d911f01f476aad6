#include "core/transport/ssh/knownhostsfile.h"

#include "core/base/clock.h"
#include "core/transport/ssh/hostpattern.h"
#include "core/transport/ssh/publickeyblob.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <algorithm>
#include <cstring>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kShownOfUnreadable = 120;
constexpr qsizetype kLongestComment = 500;
constexpr auto kFirstSeen = "mooring first-seen="_L1;

bool isBlank(char c) { return c == ' ' || c == '\t'; }

QByteArrayView skipBlanks(QByteArrayView text)
{
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.sliced(1);
    return text;
}

QByteArrayView takeWord(QByteArrayView &text)
{
    text = skipBlanks(text);
    const auto end = std::find_if(text.begin(), text.end(), isBlank);
    const QByteArrayView word = text.first(end - text.begin());
    text = text.sliced(word.size());
    return word;
}

/// For people: bytes of a file that may hold anything.
QString plain(QByteArrayView bytes, qsizetype most)
{
    QString text = QString::fromUtf8(bytes.first(std::min(bytes.size(), most)));
    for (QChar &c : text) {
        if (!c.isPrint())
            c = u'\uFFFD';
    }
    return text.trimmed();
}

/// What stands before the key, taken apart.
struct Head
{
    KnownHostRecord::Marker marker = KnownHostRecord::Marker::None;
    bool good = true;
    QByteArrayView hosts;
    QByteArrayView rest;
};

Head takeHead(QByteArrayView line)
{
    Head head;
    if (line.front() == '@') {
        const QByteArrayView marker = takeWord(line);
        line = skipBlanks(line);
        if (marker == "@revoked")
            head.marker = KnownHostRecord::Marker::Revoked;
        else if (marker == "@cert-authority")
            head.marker = KnownHostRecord::Marker::CertAuthority;
        else
            head.good = false;
        head.good = head.good && !line.isEmpty() && line.front() != '@'; // only one marker
    }
    head.hosts = takeWord(line);
    head.rest = line;
    return head;
}

/// "|1|salt|hash", both of them 20 bytes.
struct HashedName
{
    QByteArray salt, hash;
};

std::optional<HashedName> parseHashed(QByteArrayView hosts)
{
    if (!hosts.startsWith("|1|"))
        return {};
    hosts = hosts.sliced(3);
    const auto bar = hosts.indexOf('|');
    if (bar < 0)
        return {};
    const auto salt = decodeBase64(hosts.first(bar)), hash = decodeBase64(hosts.sliced(bar + 1));
    if (!salt || !hash || salt->size() != 20 || hash->size() != 20)
        return {};
    return HashedName{*salt, *hash};
}

QByteArray hmacSha1(const QByteArray &name, const QByteArray &salt)
{
    return QMessageAuthenticationCode::hash(name, salt, QCryptographicHash::Sha1);
}

bool isMatch(QByteArrayView hosts, const QByteArray &name)
{
    if (hosts.isEmpty() || hosts.front() != '|')
        return matchesPatternList(name, hosts);
    const auto hashed = parseHashed(hosts);
    return hashed && hmacSha1(name, hashed->salt) == hashed->hash;
}

KnownHostRecord recordOf(QByteArrayView line, const Head &head, const QString &file, int number)
{
    KnownHostRecord record;
    record.file = file;
    record.line = number;
    record.marker = head.marker;
    record.hashed = !head.hosts.isEmpty() && head.hosts.front() == '|';
    QByteArrayView rest = head.rest;
    const QByteArrayView type = takeWord(rest);
    const QByteArrayView blob = takeWord(rest);
    const auto key = parsePublicKey(type, blob);
    if (!head.good || !key || (record.hashed && !parseHashed(head.hosts))) {
        record.problem = KnownHostRecord::Problem::Unreadable;
        record.hosts = plain(head.good && !type.isEmpty() ? head.hosts : line, kShownOfUnreadable);
        return record;
    }
    record.hosts = QString::fromUtf8(head.hosts);
    record.key = *key;
    record.comment = plain(skipBlanks(rest), kLongestComment);
    return record;
}

/// Calls for each line that is neither blank nor a comment.
template <class Work>
void forEachLine(const QByteArray &content, Work work)
{
    int number = 0;
    for (qsizetype from = 0; from < content.size();) {
        qsizetype end = content.indexOf('\n', from);
        if (end < 0)
            end = content.size();
        QByteArrayView line(content.constData() + from, end - from);
        from = end + 1;
        ++number;
        if (const auto zero = line.indexOf('\0'); zero >= 0) // there ssh stops reading it
            line = line.first(zero);
        while (!line.isEmpty() && line.back() == '\r')
            line.chop(1);
        line = skipBlanks(line);
        if (!line.isEmpty() && line.front() != '#')
            work(line, number);
    }
}

} // namespace

bool KnownHostRecord::matches(const QString &host, int port) const
{
    return problem == Problem::None && isMatch(hosts.toUtf8(), knownHostsName(host, port));
}

std::vector<KnownHostRecord> parseKnownHosts(const QByteArray &content, const QString &file)
{
    std::vector<KnownHostRecord> records;
    forEachLine(content, [&](QByteArrayView line, int number) {
        records.push_back(recordOf(line, takeHead(line), file, number));
    });
    return records;
}

std::vector<KnownHostRecord> knownHostRecordsFor(const QByteArray &content, const QString &file, const QString &host,
                                                 int port)
{
    const QByteArray name = knownHostsName(host, port);
    std::vector<KnownHostRecord> records;
    forEachLine(content, [&](QByteArrayView line, int number) {
        const Head head = takeHead(line);
        if (!head.good || !isMatch(head.hosts, name))
            return;
        KnownHostRecord record = recordOf(line, head, file, number);
        if (record.problem == KnownHostRecord::Problem::None)
            records.push_back(std::move(record));
    });
    return records;
}

QByteArray knownHostsLine(const QString &host, int port, const HostKey &key, const QDateTime &firstSeen)
{
    const QByteArray name = knownHostsName(host, port);
    const QByteArray line = name + ' ' + key.type.toLatin1() + ' ' + key.blob.toBase64() + ' ' +
                            (kFirstSeen + toIso(firstSeen)).toLatin1() + '\n';
    const auto back = parseKnownHosts(line, {});
    const bool same = back.size() == 1 && back.front().problem == KnownHostRecord::Problem::None &&
                      back.front().marker == KnownHostRecord::Marker::None && back.front().hosts.toUtf8() == name &&
                      back.front().key == key;
    const bool onlyThis = std::none_of(name.begin(), name.end(), [](char c) { return strchr("*?!,|", c) != nullptr; });
    return same && onlyThis ? line : QByteArray();
}

std::optional<QDateTime> firstSeenOf(const KnownHostRecord &record)
{
    if (!record.comment.startsWith(kFirstSeen))
        return {};
    const QDateTime time = QDateTime::fromString(record.comment.mid(kFirstSeen.size()), Qt::ISODateWithMs).toUTC();
    return time.isValid() ? std::optional(time) : std::nullopt;
}

std::optional<std::pair<QString, int>> machineOf(const KnownHostRecord &record)
{
    const auto isPattern = [](QChar c) { return u"*?!,"_s.contains(c); };
    if (record.problem != KnownHostRecord::Problem::None || record.hashed ||
        std::any_of(record.hosts.begin(), record.hosts.end(), isPattern))
        return {};
    const auto bracket = record.hosts.lastIndexOf(u"]:"_s);
    if (!record.hosts.startsWith(u'[') || bracket < 0)
        return std::pair(record.hosts, 22);
    return std::pair(record.hosts.mid(1, bracket - 1), record.hosts.mid(bracket + 2).toInt());
}

QByteArray withoutLines(const QByteArray &content, const std::set<int> &lines)
{
    QByteArray kept;
    int number = 0;
    for (qsizetype from = 0; from < content.size();) {
        qsizetype end = content.indexOf('\n', from);
        end = end < 0 ? content.size() : end + 1;
        if (!lines.contains(++number))
            kept += content.mid(from, end - from);
        from = end;
    }
    return kept;
}

} // namespace mooring
