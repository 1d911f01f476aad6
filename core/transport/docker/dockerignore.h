#pragma once

#include <QByteArray>
#include <QRegularExpression>
#include <QString>

#include <vector>

namespace mooring {

/// The rules of a .dockerignore, which the client applies, not the engine: from the root of the context, `*` within one
/// name, `**` across names, `!` takes back, the last rule that matches counts, a folder stands for all below it.
class DockerIgnore
{
public:
    static DockerIgnore parse(const QByteArray &text);
    /// `path` is relative to the context.
    bool leavesOut(const QString &path) const;
    /// Whether a rule may take back what lies below a folder that is left out.
    bool takesBack() const { return m_takesBack; }
    bool isEmpty() const { return m_rules.empty(); }

private:
    struct Rule
    {
        QRegularExpression expression;
        bool takesBack = false;
    };
    std::vector<Rule> m_rules;
    bool m_takesBack = false;
};

} // namespace mooring
