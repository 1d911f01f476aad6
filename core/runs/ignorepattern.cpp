#include "core/runs/ignorepattern.h"

#include <cstring>

namespace mooring {

namespace {

bool isSpecial(char c) { return c == '*' || c == '?' || c == '[' || c == '\\'; }

/// Spaces at the end do not count, unless a backslash stands before them.
QByteArrayView withoutTrailingSpaces(QByteArrayView line)
{
    qsizetype end = -1;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i] == ' ') {
            end = end < 0 ? i : end;
        } else {
            if (line[i] == '\\' && ++i >= line.size())
                return line;
            end = -1;
        }
    }
    return end < 0 ? line : line.first(end);
}

/// The [:names:] of a class, ASCII only as in git. False: no such name.
bool addNamed(QByteArrayView name, std::bitset<256> &set)
{
    const auto lower = [](int c) { return c >= 'a' && c <= 'z'; };
    const auto upper = [](int c) { return c >= 'A' && c <= 'Z'; };
    const auto digit = [](int c) { return c >= '0' && c <= '9'; };
    const auto alnum = [=](int c) { return lower(c) || upper(c) || digit(c); };
    const auto graph = [](int c) { return c > ' ' && c < 127; };
    const std::pair<const char *, std::function<bool(int)>> classes[] = {
        {"alnum", alnum},
        {"alpha", [=](int c) { return lower(c) || upper(c); }},
        {"blank", [](int c) { return c == ' ' || c == '\t'; }},
        {"cntrl", [](int c) { return c < ' ' || c == 127; }},
        {"digit", digit},
        {"graph", graph},
        {"lower", lower},
        {"print", [=](int c) { return c == ' ' || graph(c); }},
        {"punct", [=](int c) { return graph(c) && !alnum(c); }},
        {"space", [](int c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }},
        {"upper", upper},
        {"xdigit", [=](int c) { return digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }},
    };
    for (const auto &[known, has] : classes) {
        if (name != QByteArrayView(known))
            continue;
        for (int c = 0; c < 128; ++c) {
            if (has(c))
                set.set(size_t(c));
        }
        return true;
    }
    return false;
}

} // namespace

std::optional<IgnorePattern> IgnorePattern::parse(QByteArrayView line)
{
    if (const qsizetype nul = line.indexOf('\0'); nul >= 0)
        line = line.first(nul);
    if (line.startsWith('#'))
        return {};
    line = withoutTrailingSpaces(line);
    if (line.isEmpty())
        return {};
    IgnorePattern pattern;
    pattern.m_text = line.toByteArray();
    if (line.startsWith('!')) {
        pattern.m_negated = true;
        line = line.sliced(1);
    }
    if (line.endsWith('/')) {
        pattern.m_folderOnly = true;
        line.chop(1);
    }
    pattern.m_anyFolder = line.indexOf('/') < 0;
    if (pattern.m_anyFolder && line.isEmpty()) {
        pattern.m_tokens.push_back({Token::Kind::Never}); // "/" and "!" name nothing
        return pattern;
    }
    if (line.startsWith('/'))
        line = line.sliced(1);
    qsizetype special = 0;
    while (special < line.size() && !isSpecial(line[special]))
        ++special;
    pattern.m_prefix = line.first(special).toByteArray();
    // git compares the prefix apart and starts the pattern anew behind it: "a**/b" is "a" and then "**/b". So do we.
    pattern.compile(line.sliced(special), !pattern.m_anyFolder);
    pattern.noteOneStar();
    return pattern;
}

void IgnorePattern::compile(QByteArrayView glob, bool inPath)
{
    for (qsizetype i = 0; i < glob.size();) {
        switch (glob[i]) {
        case '*':
            i = compileStars(glob, i, inPath);
            break;
        case '?':
            m_tokens.push_back({Token::Kind::AnyByte});
            ++i;
            break;
        case '[':
            i = compileClass(glob, i);
            break;
        case '\\':
            if (i + 1 == glob.size()) {
                m_tokens.push_back({Token::Kind::Never});
                return;
            }
            ++i;
            [[fallthrough]];
        default:
            m_tokens.push_back({Token::Kind::Byte, static_cast<unsigned char>(glob[i++])});
        }
    }
}

void IgnorePattern::noteOneStar()
{
    if (m_tokens.empty() || m_tokens[0].kind != Token::Kind::Star)
        return;
    m_oneStar =
        std::all_of(m_tokens.begin() + 1, m_tokens.end(), [](const Token &t) { return t.kind == Token::Kind::Byte; });
    for (size_t i = 1; m_oneStar && i < m_tokens.size(); ++i)
        m_suffix += char(m_tokens[i].byte);
}

qsizetype IgnorePattern::compileStars(QByteArrayView glob, qsizetype at, bool inPath)
{
    qsizetype end = at;
    while (end < glob.size() && glob[end] == '*')
        ++end;
    const QByteArrayView rest = glob.sliced(end);
    const bool whole =
        (at == 0 || glob[at - 1] == '/') && (rest.isEmpty() || rest.startsWith('/') || rest.startsWith("\\/"));
    if (end - at < 2 || !whole || !inPath) {
        m_tokens.push_back({Token::Kind::Star});
        return end;
    }
    if (rest.startsWith('/')) // "**/" may also stand for nothing
        m_tokens.push_back({Token::Kind::SkipFolders});
    m_tokens.push_back({Token::Kind::DoubleStar});
    return end;
}

qsizetype IgnorePattern::compileClass(QByteArrayView glob, qsizetype at)
{
    const auto get = [&](qsizetype i) { return i < glob.size() ? static_cast<unsigned char>(glob[i]) : 0u; };
    std::bitset<256> set;
    qsizetype i = at + 1;
    const bool negated = get(i) == '!' || get(i) == '^';
    i += negated;
    unsigned previous = 0;
    bool broken = false;
    for (bool first = true; !broken && (first || get(i) != ']'); first = false, ++i) {
        unsigned c = get(i);
        if (c == 0) {
            broken = true; // no end
        } else if (c == '\\') {
            c = get(++i);
            broken = c == 0;
            set.set(c);
            previous = c;
        } else if (c == '-' && previous && get(i + 1) && get(i + 1) != ']') {
            c = get(++i);
            if (c == '\\')
                c = get(++i);
            broken = c == 0;
            for (unsigned b = previous; b <= c; ++b)
                set.set(b);
            previous = 0;
        } else if (const qsizetype close = glob.indexOf(']', i + 2); c == '[' && get(i + 1) == ':' && close < 0) {
            broken = true;
        } else if (c == '[' && get(i + 1) == ':' && close > i + 2 && glob[close - 1] == ':') {
            broken = !addNamed(glob.sliced(i + 2, close - i - 3), set);
            i = close;
            previous = 0;
        } else {
            set.set(c);
            previous = c;
        }
    }
    if (broken) {
        m_tokens.push_back({Token::Kind::Never});
        return glob.size();
    }
    if (negated)
        set.flip();
    set.reset('/');
    m_tokens.push_back({Token::Kind::Class, 0, int(m_classes.size())});
    m_classes.push_back(set);
    return i + 1;
}

bool IgnorePattern::matches(QByteArrayView path, QByteArrayView name, bool isFolder) const
{
    if (m_folderOnly && !isFolder)
        return false;
    const QByteArrayView text = m_anyFolder ? name : path;
    return text.startsWith(m_prefix) && matchesGlob(text.sliced(m_prefix.size()));
}

/// Where a byte leads from a state; true when the state itself stays alive.
bool IgnorePattern::step(size_t state, unsigned char byte, std::vector<size_t> &next) const
{
    const Token &token = m_tokens[state];
    switch (token.kind) {
    case Token::Kind::Byte:
        if (byte == token.byte)
            next.push_back(state + 1);
        return false;
    case Token::Kind::AnyByte:
        if (byte != '/')
            next.push_back(state + 1);
        return false;
    case Token::Kind::Class:
        if (m_classes[size_t(token.classIndex)].test(byte))
            next.push_back(state + 1);
        return false;
    case Token::Kind::Star:
        return byte != '/';
    case Token::Kind::DoubleStar:
        return true;
    case Token::Kind::SkipFolders:
    case Token::Kind::Never:
        break;
    }
    return false;
}

bool IgnorePattern::matchesGlob(QByteArrayView text) const
{
    if (m_tokens.empty())
        return text.isEmpty();
    if (m_oneStar)
        return text.endsWith(m_suffix) && text.chopped(m_suffix.size()).indexOf('/') < 0;
    const size_t end = m_tokens.size();
    thread_local std::vector<size_t> current, next, pending, reached;
    thread_local std::vector<quint32> seen;
    seen.assign(end + 1, 0);
    quint32 round = 0;
    // Puts a state into `list` together with those that it reaches without a byte.
    const auto add = [&](size_t state, std::vector<size_t> &list) {
        pending.push_back(state);
        while (!pending.empty()) {
            const size_t s = pending.back();
            pending.pop_back();
            if (seen[s] == round)
                continue;
            seen[s] = round;
            list.push_back(s);
            if (s == end)
                continue;
            const auto kind = m_tokens[s].kind;
            if (kind == Token::Kind::Star || kind == Token::Kind::DoubleStar || kind == Token::Kind::SkipFolders)
                pending.push_back(s + 1);
            if (kind == Token::Kind::SkipFolders)
                pending.push_back(s + 3); // behind the stars and their slash
        }
    };
    current.clear();
    ++round;
    add(0, current);
    for (const char c : text) {
        next.clear();
        ++round;
        for (const size_t state : current) {
            if (state == end)
                continue;
            reached.clear();
            if (step(state, static_cast<unsigned char>(c), reached))
                reached.push_back(state);
            for (const size_t r : reached)
                add(r, next);
        }
        if (next.empty())
            return false;
        std::swap(current, next);
    }
    return std::find(current.begin(), current.end(), end) != current.end();
}

} // namespace mooring
