#pragma once

#include <QByteArray>

#include <bitset>
#include <optional>
#include <vector>

namespace mooring {

/// One line of an ignore file, with git's meaning to the byte (gitignore(5), wildmatch with WM_PATHNAME).
///
/// Matching takes time proportional to pattern times name, whatever the pattern: all its states are followed at once
/// and nothing is tried again.
class IgnorePattern
{
public:
    /// Nothing for blank lines and comments. `line` has no line break.
    static std::optional<IgnorePattern> parse(QByteArrayView line);

    /// `path` is relative to the folder of the ignore file, `name` its last part.
    bool matches(QByteArrayView path, QByteArrayView name, bool isFolder) const;
    bool isNegated() const { return m_negated; }
    /// As written, without trailing spaces.
    const QByteArray &text() const { return m_text; }

private:
    struct Token
    {
        enum class Kind { Byte, AnyByte, Class, Star, DoubleStar, SkipFolders, Never };
        Kind kind;
        unsigned char byte = 0;
        int classIndex = 0;
    };
    void compile(QByteArrayView glob, bool inPath);
    void noteOneStar();
    qsizetype compileStars(QByteArrayView glob, qsizetype at, bool inPath);
    qsizetype compileClass(QByteArrayView glob, qsizetype at);
    bool matchesGlob(QByteArrayView text) const;
    bool step(size_t state, unsigned char byte, std::vector<size_t> &next) const;

    QByteArray m_text;
    QByteArray m_prefix; ///< what stands before the first special character
    QByteArray m_suffix; ///< of a pattern that is prefix*suffix and nothing more, the usual kind
    bool m_oneStar = false;
    std::vector<Token> m_tokens;
    std::vector<std::bitset<256>> m_classes;
    bool m_negated = false;
    bool m_folderOnly = false;
    bool m_anyFolder = false; ///< no slash in it: looks at the name alone
};

} // namespace mooring
