#pragma once

#include "core/runs/ignorepattern.h"

#include <QString>

#include <memory>

namespace mooring {

/// Why a path stays behind or goes after all: the one rule that decided.
struct IgnoreDecision
{
    bool leftOut = false;
    QByteArray pattern; ///< as written: "data/", "!keep.csv"
    QByteArray file;    ///< path of the ignore file in the source; empty: a rule of ours that always holds
    int line = 0;

    bool isAlways() const { return file.isEmpty(); }
    /// ".amlignore, line 4: data/" or "always left out", translated.
    QString text() const;
};

/// The rules of a source folder while it is walked: `.gitignore` and `.amlignore` of each folder.
///
/// Later lines win over earlier ones and deeper folders over higher ones, as in git; and any rule of an `.amlignore`
/// wins over every `.gitignore`, so that `!data/` there sends what git leaves out. (Azure ML goes further and does not
/// read
/// `.gitignore` at all beside an `.amlignore`. Adding one line for a secret would then send everything that git leaves
/// out.) Always left out, and no rule brings it back: `.git` and `__pycache__/` anywhere; `outputs` and `logs` at the
/// top, where the run writes.
///
/// What is in a folder that is left out is left out with it: do not ask about it. One thread at a time.
class IgnoreRules
{
public:
    /// Goes into a folder (first the source itself, ""); contents as read, empty when there is no such file.
    void enter(const QByteArray &folder, const QByteArray &gitignore, const QByteArray &amlignore);
    /// Goes back to the folders that hold `path`.
    void leaveUntil(const QByteArray &path);
    /// Nothing when no rule says anything. `path` is relative to the source, below the folder entered last.
    std::optional<IgnoreDecision> decide(const QByteArray &path, bool isFolder) const;

private:
    struct Rule
    {
        IgnorePattern pattern;
        int line;
    };
    struct Level
    {
        QByteArray folder; ///< with a final slash unless empty
        std::vector<Rule> git, aml;
    };
    static std::vector<Rule> parse(const QByteArray &content);

    std::vector<Level> m_levels;
};

/// The line for an ignore file that leaves out exactly what has this path (at the top: everything of this name).
QByteArray ignorePatternFor(const QByteArray &path, bool isFolder);

} // namespace mooring
