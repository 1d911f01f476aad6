#include "core/runs/secrets.h"

#include <cstring>

namespace mooring {

namespace {

constexpr qsizetype longestName = 80;

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool isNameChar(char c) { return isLetter(c) || isDigit(c) || c == '_' || c == '-' || c == '.'; }
bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r'; }
bool isQuote(char c) { return c == '"' || c == '\''; }

/// "apiToken", "API_TOKEN" and "api-token" are all api, token.
QByteArrayList wordsOf(QByteArrayView name)
{
    QByteArrayList words;
    QByteArray word;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const char c = name[i];
        const bool hump = isUpper(c) && i > 0 && !isUpper(name[i - 1]);
        if ((hump || !(isLetter(c) || isDigit(c))) && !word.isEmpty())
            words << std::exchange(word, {});
        if (isLetter(c) || isDigit(c))
            word += isUpper(c) ? char(c + 32) : c;
    }
    if (!word.isEmpty())
        words << word;
    return words;
}

/// Cheap, and "no" nearly always: every secret word below holds one of these.
bool maySaySecret(QByteArrayView name)
{
    char lower[longestName + 1];
    size_t size = 0;
    for (const char c : name)
        lower[size++] = isUpper(c) ? char(c + 32) : c;
    lower[size] = 0;
    return std::strstr(lower, "key") || std::strstr(lower, "tok") || std::strstr(lower, "pas") ||
           std::strstr(lower, "pwd") || std::strstr(lower, "sec") || std::strstr(lower, "string");
}

bool saysSecret(QByteArrayView name)
{
    if (!maySaySecret(name))
        return false;
    static const QByteArrayList secret{
        "password",  "passwd",     "pwd",       "passphrase", "secret",  "token",           "apikey",
        "accesskey", "accountkey", "secretkey", "privatekey", "authkey", "connectionstring"};
    static const QByteArrayList beforeKey{"api",  "access",     "account", "secret",  "private",
                                          "auth", "encryption", "signing", "storage", "subscription"};
    static const QByteArrayList aboutIt{"file",  "path",   "url",    "uri",    "name", "id",  "len",    "length",
                                        "size",  "limit",  "type",   "count",  "ttl",  "dir", "folder", "field",
                                        "label", "prefix", "suffix", "expiry", "env",  "var", "class",  "index"};
    const QByteArrayList words = wordsOf(name);
    if (words.isEmpty() || aboutIt.contains(words.last()))
        return false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QByteArray before = i > 0 ? words[i - 1] : QByteArray();
        if (secret.contains(words[i]) || (words[i] == "key" && beforeKey.contains(before)) ||
            (words[i] == "string" && before == "connection"))
            return true;
    }
    return false;
}

/// Something to fill in, or code that fetches the real one.
bool isPlaceholder(const QByteArray &value)
{
    static const QByteArrayList signs{"example", "changeme", "change_me",   "change-me", "placeholder", "your",
                                      "xxxx",    "****",     "todo",        "dummy",     "redacted",    "...",
                                      "<",       ">",        "${",          "$(",        "{{",          "%(",
                                      "getenv",  "environ",  "\xe2\x80\xa6"};
    static const QByteArrayList words{"none", "null", "true", "false", "nil", "undefined", "yes", "no", "~"};
    const QByteArray lower = value.toLower();
    return value.startsWith('$') || words.contains(lower) ||
           std::any_of(signs.begin(), signs.end(), [&](const auto &sign) { return lower.contains(sign); });
}

bool looksMade(const QByteArray &value)
{
    const bool letter = std::any_of(value.begin(), value.end(), isLetter);
    const bool digit = std::any_of(value.begin(), value.end(), isDigit);
    return value.size() >= 8 && letter && digit && !value.contains(' ');
}

bool isSecretValue(QByteArrayView rest, bool loose, bool shell)
{
    while (!rest.isEmpty() && isBlank(rest.front()))
        rest = rest.sliced(1);
    if (rest.size() > 1 && isQuote(rest.front())) {
        const qsizetype end = rest.indexOf(rest.front(), 1);
        const QByteArray value = rest.sliced(1, (end < 0 ? rest.size() : end) - 1).toByteArray();
        return !isPlaceholder(value) && (loose || shell ? value.size() >= 4 : looksMade(value));
    }
    if (!loose && !shell)
        return false;
    qsizetype end = 0;
    while (end < rest.size() && !isBlank(rest[end]))
        ++end;
    const QByteArray value = rest.first(end).toByteArray();
    static const QByteArrayView code = "([{&|>!*#,;";
    return value.size() >= (loose ? 4 : 6) && code.indexOf(value.front()) < 0 && !value.contains('(') &&
           !isPlaceholder(value);
}

} // namespace

QByteArray assignedSecret(QByteArrayView line, bool loose)
{
    const char *const text = line.data();
    for (qsizetype at = 0; at < line.size(); ++at) {
        if (text[at] != '=' && text[at] != ':')
            continue;
        const char next = at + 1 < line.size() ? line[at + 1] : ' ';
        if (next == '=' || next == ':' ||
            (at > 0 && (line[at - 1] == '=' || line[at - 1] == '!' || line[at - 1] == ':')))
            continue;
        qsizetype end = at;
        while (end > 0 && isBlank(line[end - 1]))
            --end;
        const bool apart = end != at;
        if (end > 0 && isQuote(line[end - 1]))
            --end;
        qsizetype start = end;
        while (start > 0 && isNameChar(line[start - 1]) && end - start < longestName)
            --start;
        const QByteArrayView name = line.sliced(start, end - start);
        if (name.isEmpty() || !saysSecret(name))
            continue;
        // NAME=value as a shell reads it, anywhere: at the start of the line or behind a space, capitals, no blanks
        // around.
        const bool shell = line[at] == '=' && !apart && !isBlank(next) &&
                           std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; }) &&
                           (start == 0 || isBlank(line[start - 1]));
        if (isSecretValue(line.sliced(at + 1), loose, shell))
            return name.toByteArray();
    }
    return {};
}

} // namespace mooring
