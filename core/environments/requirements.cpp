#include "core/environments/requirements.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

using Kind = RequirementLine::Kind;

const QRegularExpression &includePattern()
{
    static const QRegularExpression pattern(u"^(?:-r|-c|--requirement|--constraint)(?:\\s*=\\s*|\\s*)(\\S.*)$"_s);
    return pattern;
}

QString withoutComment(QString line)
{
    static const QRegularExpression comment(u"(^|\\s)#.*$"_s);
    return line.remove(comment).trimmed();
}

bool isArchive(const QString &text)
{
    static const QRegularExpression pattern(u"\\.(whl|zip|tar\\.gz|tgz|tar\\.bz2|tar\\.xz|tar)(\\[[^\\]]*\\])?$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern.match(text).hasMatch();
}

/// What stands after the name and options of a line that installs from a place: a URL, a file or a folder.
void classifyPlace(const QString &place, RequirementLine &line)
{
    QString path = place;
    if (path.startsWith(u"file:"_s))
        path = path.mid(5).replace(QRegularExpression(u"^//(localhost)?(?=/)"_s), QString());
    else if (path.contains(u"://"_s) || path.startsWith(u"git+"_s)) {
        line.kind = Kind::Package;
        return;
    }
    line.kind = isArchive(path) ? Kind::LocalArchive : Kind::LocalFolder;
    line.path = path;
}

void classify(RequirementLine &line)
{
    static const QRegularExpression name(u"^[A-Za-z0-9][A-Za-z0-9._-]*\\s*(\\[[^\\]]*\\])?\\s*(.*)$"_s);
    static const QRegularExpression editable(u"^(?:-e|--editable)(?:\\s*=\\s*|\\s*)(\\S.*)$"_s);
    const QString &text = line.text;
    if (const auto match = includePattern().match(text); match.hasMatch()) {
        line.kind = Kind::Include;
        line.path = match.captured(1).trimmed();
    } else if (const auto match2 = editable.match(text); match2.hasMatch()) {
        classifyPlace(match2.captured(1).trimmed(), line);
        if (line.kind == Kind::LocalArchive)
            line.kind = Kind::LocalFolder;
    } else if (text.startsWith(u'-')) {
        line.kind = Kind::Option;
    } else if (text.startsWith(u'.') || text.startsWith(u'/') || text.startsWith(u"file:"_s) ||
               text.contains(u"://"_s) || isArchive(text)) {
        const auto match3 =
            QRegularExpression(u"^[A-Za-z0-9][A-Za-z0-9._-]*\\s*(?:\\[[^\\]]*\\])?\\s*@\\s*(\\S+)"_s).match(text);
        classifyPlace(match3.hasMatch() ? match3.captured(1) : text.section(u" ;"_s, 0, 0), line);
    } else if (const auto match4 = name.match(text); match4.hasMatch()) {
        const QString rest = match4.captured(2);
        if (rest.startsWith(u'@'))
            classifyPlace(rest.mid(1).trimmed(), line);
        else if (rest.isEmpty() || QString(u"<>=!~;(-"_s).contains(rest.front()))
            line.kind = Kind::Package;
        else if (rest.startsWith(u'/'))
            classifyPlace(text, line);
    }
}

QString asText(const QByteArray &bytes)
{
    QString text = QString::fromUtf8(bytes);
    if (text.startsWith(QChar(0xfeff)))
        text.remove(0, 1);
    return text;
}

} // namespace

std::vector<RequirementLine> parseRequirements(const QByteArray &bytes)
{
    std::vector<RequirementLine> lines;
    QString joined;
    int first = 0, number = 0;
    const QStringList raw = asText(bytes).split(u'\n');
    for (QString part : raw) {
        ++number;
        if (part.endsWith(u'\r'))
            part.chop(1);
        if (joined.isEmpty())
            first = number;
        const bool isComment = part.trimmed().startsWith(u'#');
        if (part.endsWith(u'\\') && !isComment) {
            joined += part.chopped(1) + u' ';
            continue;
        }
        const QString text = withoutComment(joined + part).simplified();
        joined.clear();
        if (text.isEmpty())
            continue;
        RequirementLine line;
        line.number = first;
        line.text = text;
        classify(line);
        lines.push_back(line);
    }
    return lines;
}

std::optional<int> firstChangedLine(const QByteArray &before, const QByteArray &now)
{
    const auto old = parseRequirements(before);
    const auto current = parseRequirements(now);
    for (size_t i = 0; i < current.size(); ++i) {
        if (i >= old.size() || old[i].text != current[i].text)
            return current[i].number;
    }
    if (old.size() > current.size())
        return current.empty() ? 1 : current.back().number + 1;
    return {};
}

QByteArray withIncludesAt(const QByteArray &text, const std::vector<std::pair<QString, QString>> &places)
{
    QByteArray result;
    for (const QByteArray &raw : text.split('\n')) {
        const QString line = QString::fromUtf8(raw);
        // In a conda file the same option is an item of the pip list: "    - -r more.txt".
        static const QRegularExpression pattern(
            u"^(\\s*(?:-\\s+)?[\"']?(?:-r|-c|--requirement|--constraint)(?:\\s*=\\s*|\\s*))([^\"'#\\s][^\"'#]*?)([\"']?\\s*(?:#.*)?\\r?)$"_s);
        const auto match = pattern.match(line);
        QByteArray out = raw;
        for (const auto &[path, place] : places) {
            if (match.hasMatch() && match.captured(2).trimmed() == path)
                out = (match.captured(1) + place + match.captured(3)).toUtf8();
        }
        result += out + '\n';
    }
    result.chop(1);
    return result;
}

} // namespace mooring
