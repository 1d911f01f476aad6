#include "core/runs/secrets.h"

#include "core/runs/foldercursor.h"

#include <cstring>

namespace mooring {

namespace {

constexpr size_t mostFindings = 10;

QString tr(const char *text) { return QCoreApplication::translate("mooring::Secrets", text); }

bool isAlnum(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }
bool isUpperOrDigit(char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }
bool isHex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }
bool isWord(char c) { return isAlnum(c) || c == '_' || c == '-'; }
bool isBase64(char c) { return isAlnum(c) || c == '+' || c == '/' || c == '=' || c == '%' || c == '-' || c == '_'; }

/// Something that can be known by how it begins and how many characters of a kind follow.
struct Mark
{
    const char *start;
    bool (*is)(char);
    qsizetype least;
    const char *what; ///< translated where it is used
    bool inWord;      ///< may follow a letter or digit
};

const Mark marks[] = {
    {"AKIA", isUpperOrDigit, 16, QT_TRANSLATE_NOOP("mooring::Secrets", "AWS access key"), false},
    {"ASIA", isUpperOrDigit, 16, QT_TRANSLATE_NOOP("mooring::Secrets", "AWS access key"), false},
    {"AccountKey=", isBase64, 20, "AccountKey=…", true},
    {"SharedAccessKey=", isBase64, 20, "SharedAccessKey=…", true},
    {"SharedAccessSignature=", isBase64, 20, "SharedAccessSignature=…", true},
    {"&sig=", isBase64, 30, QT_TRANSLATE_NOOP("mooring::Secrets", "signed address (sig=…)"), true},
    {"?sig=", isBase64, 30, QT_TRANSLATE_NOOP("mooring::Secrets", "signed address (sig=…)"), true},
    {"ghp_", isAlnum, 30, QT_TRANSLATE_NOOP("mooring::Secrets", "GitHub token"), false},
    {"gho_", isAlnum, 30, QT_TRANSLATE_NOOP("mooring::Secrets", "GitHub token"), false},
    {"ghu_", isAlnum, 30, QT_TRANSLATE_NOOP("mooring::Secrets", "GitHub token"), false},
    {"ghs_", isAlnum, 30, QT_TRANSLATE_NOOP("mooring::Secrets", "GitHub token"), false},
    {"ghr_", isAlnum, 30, QT_TRANSLATE_NOOP("mooring::Secrets", "GitHub token"), false},
    {"github_pat_", isWord, 22, QT_TRANSLATE_NOOP("mooring::Secrets", "GitHub token"), false},
    {"glpat-", isWord, 20, QT_TRANSLATE_NOOP("mooring::Secrets", "GitLab token"), false},
    {"hf_", isAlnum, 30, QT_TRANSLATE_NOOP("mooring::Secrets", "Hugging Face token"), false},
    {"dapi", isHex, 32, QT_TRANSLATE_NOOP("mooring::Secrets", "Databricks token"), false},
    {"xoxb-", isWord, 20, QT_TRANSLATE_NOOP("mooring::Secrets", "Slack token"), false},
    {"xoxp-", isWord, 20, QT_TRANSLATE_NOOP("mooring::Secrets", "Slack token"), false},
    {"AIza", isWord, 35, QT_TRANSLATE_NOOP("mooring::Secrets", "Google API key"), false},
    {"sk-", isWord, 32, QT_TRANSLATE_NOOP("mooring::Secrets", "API key (sk-…)"), false},
};

qsizetype find(QByteArrayView content, QByteArrayView word, qsizetype from)
{
    const void *at = memmem(content.data() + from, size_t(content.size() - from), word.data(), size_t(word.size()));
    return at ? static_cast<const char *>(at) - content.data() : -1;
}

class Finder
{
public:
    Finder(const QByteArray &path, QByteArrayView content) : m_path(path), m_content(content) {}

    std::vector<SecretFinding> run(bool loose)
    {
        findPrivateKeys();
        for (const Mark &mark : marks)
            findMark(mark);
        findAssignments(loose);
        std::stable_sort(m_found.begin(), m_found.end(), [](const auto &a, const auto &b) { return a.line < b.line; });
        if (m_found.size() > mostFindings)
            m_found.resize(mostFindings);
        return std::move(m_found);
    }

private:
    void addAt(qsizetype at, const QString &what) { addLine(1 + int(m_content.first(at).count('\n')), what); }
    void addLine(int line, const QString &what)
    {
        const bool known = std::any_of(m_found.begin(), m_found.end(), [&](const auto &f) { return f.line == line; });
        if (!known)
            m_found.push_back({m_path, line, what});
    }

    void findPrivateKeys()
    {
        constexpr QByteArrayView begin = "-----BEGIN ";
        for (qsizetype at = find(m_content, begin, 0); at >= 0 && m_found.size() < mostFindings;
             at = find(m_content, begin, at + 1)) {
            if (find(m_content.sliced(at, std::min<qsizetype>(60, m_content.size() - at)), "PRIVATE KEY", 0) >= 0)
                addAt(at, tr("private key"));
        }
    }

    void findMark(const Mark &mark)
    {
        const QByteArrayView start(mark.start);
        int found = 0;
        for (qsizetype at = find(m_content, start, 0); at >= 0 && found < 3;
             at = find(m_content, start, at + start.size())) {
            if (!mark.inWord && at > 0 && isWord(m_content[at - 1]))
                continue;
            qsizetype end = at + start.size();
            while (end < m_content.size() && end - at - start.size() < mark.least && mark.is(m_content[end]))
                ++end;
            if (end - at - start.size() < mark.least)
                continue;
            addAt(at, tr(mark.what));
            ++found;
        }
    }

    void findAssignments(bool loose)
    {
        qsizetype at = 0;
        for (int line = 1; at < m_content.size() && m_found.size() < 2 * mostFindings; ++line) {
            const qsizetype next = m_content.indexOf('\n', at);
            const qsizetype end = next < 0 ? m_content.size() : next;
            // A very long line is data, not a setting that somebody wrote.
            const QByteArray key = assignedSecret(m_content.sliced(at, std::min<qsizetype>(end - at, 2000)), loose);
            if (!key.isEmpty())
                addLine(line, QString::fromLatin1(key) + QStringLiteral("=…"));
            at = end + 1;
        }
    }

    const QByteArray &m_path;
    QByteArrayView m_content;
    std::vector<SecretFinding> m_found;
};

bool isSettingsFile(const QByteArray &name)
{
    static const QByteArrayList endings{".env", ".ini",  ".cfg",   ".conf",   ".properties", ".yaml",
                                        ".yml", ".toml", ".netrc", ".pypirc", ".npmrc"};
    return name.startsWith(".env") ||
           std::any_of(endings.begin(), endings.end(), [&](const auto &e) { return name.endsWith(e); });
}

} // namespace

bool hasSecretName(const QByteArray &path)
{
    static const QByteArrayList names{".env",
                                      ".netrc",
                                      "_netrc",
                                      ".pgpass",
                                      ".pypirc",
                                      ".htpasswd",
                                      ".git-credentials",
                                      ".dockercfg",
                                      "id_rsa",
                                      "id_dsa",
                                      "id_ecdsa",
                                      "id_ed25519",
                                      "credentials",
                                      "credentials.json",
                                      "client_secret.json",
                                      "service-account.json",
                                      "secrets.json",
                                      "secrets.yaml",
                                      "secrets.yml",
                                      "secrets.toml",
                                      "kubeconfig",
                                      "accesstokens.json",
                                      "msal_token_cache.json"};
    static const QByteArrayList endings{
        ".pem", ".pfx", ".p12", ".key", ".jks", ".keystore", ".kdbx", ".ppk", ".publishsettings"};
    const QByteArray name = nameOf(path).toLower();
    if (names.contains(name))
        return true;
    if (name.startsWith(".env."))
        return !name.endsWith(".example") && !name.endsWith(".sample") && !name.endsWith(".template") &&
               !name.endsWith(".dist");
    return std::any_of(endings.begin(), endings.end(),
                       [&](const auto &e) { return name.size() > e.size() && name.endsWith(e); });
}

std::vector<SecretFinding> findSecrets(const QByteArray &path, QByteArrayView content)
{
    content = content.first(std::min<qsizetype>(content.size(), secretScanLimit));
    const bool binary = content.first(std::min<qsizetype>(content.size(), 8000)).indexOf('\0') >= 0; // as git tells it
    std::vector<SecretFinding> found;
    if (!binary)
        found = Finder(path, content).run(isSettingsFile(nameOf(path).toLower()));
    if (found.empty() && hasSecretName(path))
        found.push_back({path, 0, tr("the file's name")});
    return found;
}

} // namespace mooring
