#include "core/runs/runsettings.h"

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

bool isAsciiLetter(QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); }

/// Words that YAML 1.1 or 1.2 readers take for something else than a text.
bool isSpecialWord(const QString &text)
{
    static const QStringList words{u"null"_s, u"true"_s, u"false"_s, u"yes"_s,  u"no"_s,  u"on"_s,
                                   u"off"_s,  u"y"_s,    u"n"_s,     u".inf"_s, u".nan"_s};
    return words.contains(text.toLower());
}

/// Strict on purpose: a text that any reader could take for a number, a date or a mark goes in quotes.
bool canBePlain(const QString &text)
{
    if (text.isEmpty() || isSpecialWord(text))
        return false;
    qsizetype start = 0;
    while (start < 2 && start < text.size() && text[start] == text[0] && (text[0] == u'-' || text[0] == u'.'))
        ++start;
    const bool startsWell = start < text.size()
                                ? isAsciiLetter(text[start]) || text[start] == u'/' || text[start] == u'_'
                                : text[0] == u'.';
    return startsWell && std::all_of(text.begin(), text.end(), [](QChar c) {
               return isAsciiLetter(c) || (c >= u'0' && c <= u'9') || u"_./=+@-"_s.contains(c);
           });
}

QByteArray escaped(char32_t c)
{
    switch (c) {
    case U'"':
        return "\\\"";
    case U'\\':
        return "\\\\";
    case U'\n':
        return "\\n";
    case U'\t':
        return "\\t";
    case U'\r':
        return "\\r";
    default:
        break;
    }
    // The plane's last two and FDD0..FDEF are not characters: yaml-cpp replaces them when they stand there as they are.
    const bool notCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    const bool lineBreak = c == 0x2028 || c == 0x2029; // for YAML 1.1 readers
    if (QChar::isPrint(c) && !notCharacter && !lineBreak && c != 0xFEFF)
        return QString::fromUcs4(&c, 1).toUtf8();
    const QByteArray hex = QByteArray::number(c, 16);
    return hex.size() <= 4 ? "\\u" + hex.rightJustified(4, '0') : "\\U" + hex.rightJustified(8, '0');
}

} // namespace

QByteArray yamlScalar(const QString &text)
{
    if (canBePlain(text))
        return text.toLatin1();
    QByteArray quoted = "\"";
    for (const uint c : text.toUcs4())
        quoted += escaped(char32_t(c));
    return quoted + '"';
}

} // namespace mooring
