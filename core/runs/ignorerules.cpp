#include "core/runs/ignorerules.h"

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::IgnoreRules", text); }

QByteArrayView nameOf(QByteArrayView path) { return path.sliced(path.lastIndexOf('/') + 1); }

/// What no rule can bring back.
std::optional<IgnoreDecision> always(QByteArrayView path, QByteArrayView name, bool isFolder)
{
    if (name == ".git")
        return IgnoreDecision{true, ".git/", {}, 0};
    if (name == "__pycache__" && isFolder)
        return IgnoreDecision{true, "__pycache__/", {}, 0};
    if (path == "outputs" || path == "logs") // of whatever kind: the run's own links stand there
        return IgnoreDecision{true, '/' + path.toByteArray() + '/', {}, 0};
    return {};
}

} // namespace

QString IgnoreDecision::text() const
{
    if (isAlways())
        return tr("always left out");
    return tr("%1, line %2: %3").arg(QString::fromUtf8(file)).arg(line).arg(QString::fromUtf8(pattern));
}

std::vector<IgnoreRules::Rule> IgnoreRules::parse(const QByteArray &content)
{
    std::vector<Rule> rules;
    QByteArrayView rest = content;
    if (rest.startsWith("\xEF\xBB\xBF"))
        rest = rest.sliced(3);
    for (int line = 1; !rest.isEmpty(); ++line) {
        const qsizetype end = rest.indexOf('\n');
        QByteArrayView text = end < 0 ? rest : rest.first(end);
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        if (text.endsWith('\r'))
            text.chop(1);
        if (auto pattern = IgnorePattern::parse(text))
            rules.push_back({std::move(*pattern), line});
    }
    return rules;
}

void IgnoreRules::enter(const QByteArray &folder, const QByteArray &gitignore, const QByteArray &amlignore)
{
    if (!m_levels.empty() && gitignore.isEmpty() && amlignore.isEmpty())
        return;
    m_levels.push_back({folder.isEmpty() ? folder : folder + '/', parse(gitignore), parse(amlignore)});
}

void IgnoreRules::leaveUntil(const QByteArray &path)
{
    while (!m_levels.empty() && !path.startsWith(m_levels.back().folder))
        m_levels.pop_back();
}

std::optional<IgnoreDecision> IgnoreRules::decide(const QByteArray &path, bool isFolder) const
{
    const QByteArrayView name = nameOf(path);
    if (auto decision = always(path, name, isFolder))
        return decision;
    const std::pair<std::vector<Rule> Level::*, const char *> kinds[] = {{&Level::aml, ".amlignore"},
                                                                         {&Level::git, ".gitignore"}};
    for (const auto &[rules, file] : kinds) {
        for (auto level = m_levels.rbegin(); level != m_levels.rend(); ++level) {
            const QByteArrayView below = QByteArrayView(path).sliced(level->folder.size());
            const auto &list = (*level).*rules;
            const auto rule = std::find_if(list.rbegin(), list.rend(),
                                           [&](const Rule &r) { return r.pattern.matches(below, name, isFolder); });
            if (rule != list.rend())
                return IgnoreDecision{!rule->pattern.isNegated(), rule->pattern.text(), level->folder + file,
                                      rule->line};
        }
    }
    return {};
}

QByteArray ignorePatternFor(const QByteArray &path, bool isFolder)
{
    QByteArray pattern;
    for (qsizetype i = 0; i < path.size(); ++i) {
        const char c = path[i];
        const bool lastSpace = c == ' ' && i + 1 == path.size();
        const bool firstMark = i == 0 && (c == '#' || c == '!');
        if (c == '\n' || c == '\r') { // cannot stand in a line; one unknown byte is the nearest
            pattern += '?';
            continue;
        }
        if (lastSpace || firstMark || c == '*' || c == '?' || c == '[' || c == '\\')
            pattern += '\\';
        pattern += c;
    }
    return isFolder ? pattern + '/' : pattern;
}

} // namespace mooring
