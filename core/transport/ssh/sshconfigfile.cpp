#include "core/transport/ssh/sshconfigfile.h"

#include "core/base/files.h"
#include "core/transport/ssh/hostpattern.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <glob.h>
#include <pwd.h>
#include <unistd.h>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDeepest = 16;
constexpr int kMostFiles = 256;
constexpr qint64 kLargestFile = 4 * 1024 * 1024;

QStringList filesOf(const QString &pattern)
{
    glob_t found{};
    QStringList files;
    if (glob(QFile::encodeName(pattern).constData(), 0, nullptr, &found) == 0) {
        for (size_t i = 0; i < found.gl_pathc; ++i)
            files << QFile::decodeName(found.gl_pathv[i]);
    }
    globfree(&found);
    return files;
}

std::optional<SshConfigLine> parseLine(QString text, const QString &file, int number)
{
    text = text.trimmed();
    if (text.isEmpty() || text.startsWith(u'#'))
        return {};
    const auto end = std::find_if(text.begin(), text.end(), [](QChar c) { return c.isSpace() || c == u'='; });
    SshConfigLine line;
    line.file = file;
    line.line = number;
    line.keyword = text.left(end - text.begin()).toLower();
    text = text.mid(end - text.begin()).trimmed();
    if (text.startsWith(u'=')) // at most one
        text = text.mid(1);
    line.words = splitSshConfigWords(text);
    return line;
}

struct Reader
{
    QString relativeTo;
    int files = 0;

    std::vector<SshConfigLine> read(const QString &file, int depth)
    {
        std::vector<SshConfigLine> lines;
        if (depth > kDeepest || ++files > kMostFiles)
            return lines;
        const QByteArray content = readWholeFile(file, kLargestFile).valueOr({});
        int number = 0;
        for (const QByteArray &text : content.split('\n')) {
            auto line = parseLine(QString::fromUtf8(text), file, ++number);
            if (!line)
                continue;
            if (line->keyword == u"include")
                line->included = include(line->words, depth);
            lines.push_back(std::move(*line));
        }
        return lines;
    }

    std::vector<SshConfigLine> include(const QStringList &patterns, int depth)
    {
        std::vector<SshConfigLine> all;
        for (const QString &word : patterns) {
            const QString pattern = withoutTilde(word);
            for (const QString &file : filesOf(pattern.startsWith(u'/') ? pattern : relativeTo + u'/' + pattern)) {
                std::vector<SshConfigLine> lines = read(file, depth + 1);
                std::move(lines.begin(), lines.end(), std::back_inserter(all));
            }
        }
        return all;
    }
};

enum class Holds { No, Maybe, Yes };

Holds negate(Holds holds) { return holds == Holds::Maybe ? holds : holds == Holds::No ? Holds::Yes : Holds::No; }

bool hostLineFits(const QStringList &patterns, const QByteArray &host)
{
    bool fits = false;
    for (const QString &pattern : patterns) {
        const bool negated = pattern.startsWith(u'!');
        if (!matchesPattern(host, pattern.mid(negated ? 1 : 0).toUtf8().toLower()))
            continue;
        if (negated)
            return false;
        fits = true;
    }
    return fits;
}

/// All that a HostName line could make of the host.
QList<QByteArray> possibleNames(const std::vector<SshConfigLine> &lines, const QByteArray &host)
{
    QList<QByteArray> names{host};
    for (const SshConfigLine &line : lines) {
        if (line.keyword == u"hostname" && !line.words.isEmpty())
            names << line.words.front().toUtf8().toLower().replace("%h", host);
        names += possibleNames(line.included, host);
    }
    return names;
}

QByteArray localUser()
{
    const passwd *entry = getpwuid(getuid());
    return entry ? QByteArray(entry->pw_name) : QByteArray();
}

/// Goes the way that ssh goes; keeps to "may hold" where only ssh knows.
class ExecFinder
{
public:
    ExecFinder(const std::vector<SshConfigLine> &lines, const QString &host)
        : m_host(host.toUtf8().toLower()), m_names(possibleNames(lines, m_host))
    {
    }

    /// ssh evaluates each Match, even in a file that a Host line for another machine includes.
    std::optional<SshConfigLine> find(const std::vector<SshConfigLine> &lines) const
    {
        for (const SshConfigLine &line : lines) {
            if (line.keyword == u"match" && mayRun(line.words))
                return line;
            if (auto found = find(line.included))
                return found;
        }
        return {};
    }

private:
    bool mayRun(const QStringList &words) const
    {
        Holds all = Holds::Yes;
        for (qsizetype i = 0; i < words.size(); ++i) {
            QString attribute = words[i];
            const bool negated = attribute.startsWith(u'!');
            attribute = attribute.mid(negated ? 1 : 0);
            QString value;
            if (const auto equals = attribute.indexOf(u'='); equals > 0) {
                value = attribute.mid(equals + 1);
                attribute = attribute.left(equals);
            }
            attribute = attribute.toLower();
            if (attribute == u"all" || attribute == u"canonical" || attribute == u"final") {
                all = std::min(all, attribute == u"all" ? Holds::Yes : Holds::Maybe);
                continue;
            }
            if (value.isEmpty())
                value = words.value(++i);
            if (attribute == u"exec" && all != Holds::No)
                return true;
            const Holds holds = predicate(attribute, value.toUtf8());
            all = std::min(all, negated ? negate(holds) : holds);
        }
        return false;
    }

    Holds predicate(const QString &attribute, const QByteArray &patterns) const
    {
        const auto sure = [&](const QByteArray &text) {
            return matchesPatternList(text, patterns) ? Holds::Yes : Holds::No;
        };
        if (attribute == u"originalhost")
            return sure(m_host);
        if (attribute == u"localuser")
            return sure(localUser());
        if (attribute != u"host" || std::any_of(m_names.begin(), m_names.end(),
                                                [&](const QByteArray &name) { return sure(name) == Holds::Yes; }))
            return Holds::Maybe;
        return Holds::No;
    }

    QByteArray m_host;
    QList<QByteArray> m_names;
};

} // namespace

QStringList splitSshConfigWords(const QString &text)
{
    QStringList words;
    for (qsizetype i = 0; i < text.size();) {
        if (text[i].isSpace()) {
            ++i;
            continue;
        }
        if (text[i] == u'#')
            break;
        QString word;
        QChar quote;
        for (; i < text.size() && (!quote.isNull() || !text[i].isSpace()); ++i) {
            const QChar c = text[i];
            const QChar next = i + 1 < text.size() ? text[i + 1] : QChar();
            if (c == u'\\' && (next == u'\\' || next == u'"' || next == u'\'' || (quote.isNull() && next == u' ')))
                word += text[++i];
            else if (quote.isNull() && (c == u'"' || c == u'\''))
                quote = c;
            else if (c == quote && !quote.isNull())
                quote = QChar();
            else
                word += c;
        }
        words << word;
    }
    return words;
}

QString sshUserHome()
{
    const passwd *entry = getpwuid(getuid());
    return entry && entry->pw_dir ? QFile::decodeName(entry->pw_dir) : QDir::homePath();
}

QString withTilde(const QString &path)
{
    const QString home = sshUserHome() + u'/';
    return path.startsWith(home) ? u"~/"_s + path.mid(home.size()) : path;
}

QString withoutTilde(const QString &path)
{
    if (path == u"~")
        return sshUserHome();
    return path.startsWith(u"~/"_s) ? sshUserHome() + path.mid(1) : path;
}

QStringList sshConfigFiles()
{
    const QString chosen = qEnvironmentVariable("MOORING_SSH_CONFIG");
    return chosen.isEmpty() ? QStringList{sshUserHome() + u"/.ssh/config"_s, u"/etc/ssh/ssh_config"_s}
                            : QStringList{chosen};
}

std::vector<SshConfigLine> readSshConfig(const QString &file)
{
    Reader reader;
    reader.relativeTo = file == u"/etc/ssh/ssh_config" ? u"/etc/ssh"_s : sshUserHome() + u"/.ssh"_s;
    return reader.read(file, 0);
}

std::optional<SshConfigLine> findMatchExec(const std::vector<SshConfigLine> &lines, const QString &host)
{
    return ExecFinder(lines, host).find(lines);
}

std::optional<SshConfigLine> findHostLine(const std::vector<SshConfigLine> &lines, const QString &host)
{
    const QByteArray name = host.toUtf8().toLower();
    for (const SshConfigLine &line : lines) {
        if (line.keyword == u"host" && hostLineFits(line.words, name)) {
            QStringList telling = line.words;
            telling.removeAll(u"*"_s);
            if (hostLineFits(telling, name))
                return line;
        }
        if (auto found = findHostLine(line.included, host))
            return found;
    }
    return {};
}

} // namespace mooring
