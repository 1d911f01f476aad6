#include "core/transport/docker/dockerignore.h"

#include <QDir>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString expressionOf(const QString &pattern)
{
    QString text;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar c = pattern[i];
        if (c == u'*' && pattern.mid(i, 3) == u"**/") {
            text += u"(.*/)?"_s;
            i += 2;
        } else if (c == u'*' && pattern.mid(i, 2) == u"**") {
            text += u".*"_s;
            ++i;
        } else if (c == u'*') {
            text += u"[^/]*"_s;
        } else if (c == u'?') {
            text += u"[^/]"_s;
        } else if (c == u'[' && pattern.indexOf(u']', i) > i) {
            const qsizetype end = pattern.indexOf(u']', i);
            text += pattern.mid(i, end + 1 - i);
            i = end;
        } else if (c == u'\\' && i + 1 < pattern.size()) {
            text += QRegularExpression::escape(pattern.mid(++i, 1));
        } else {
            text += QRegularExpression::escape(QString(c));
        }
    }
    return u"\\A"_s + text + u"(/.*)?\\z"_s;
}

} // namespace

DockerIgnore DockerIgnore::parse(const QByteArray &text)
{
    DockerIgnore ignore;
    for (const QString &line : QString::fromUtf8(text).split(u'\n')) {
        QString pattern = line.trimmed();
        if (pattern.isEmpty() || pattern.startsWith(u'#'))
            continue;
        const bool takesBack = pattern.startsWith(u'!');
        pattern = QDir::cleanPath(takesBack ? pattern.mid(1).trimmed() : pattern);
        while (pattern.startsWith(u'/'))
            pattern.remove(0, 1);
        if (pattern.isEmpty() || pattern == u".")
            continue;
        ignore.m_rules.push_back(
            {QRegularExpression(expressionOf(pattern), QRegularExpression::DotMatchesEverythingOption), takesBack});
        ignore.m_takesBack = ignore.m_takesBack || takesBack;
    }
    return ignore;
}

bool DockerIgnore::leavesOut(const QString &path) const
{
    bool out = false;
    for (const Rule &rule : m_rules) {
        if (out == rule.takesBack && rule.expression.match(path).hasMatch())
            out = !rule.takesBack;
    }
    return out;
}

} // namespace mooring
