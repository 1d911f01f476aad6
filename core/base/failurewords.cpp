#include "core/base/failurewords.h"

#include <QRegularExpression>
#include <QStringList>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestWords = 1000;
constexpr qsizetype kListed = 3;

/// "…not available from current channels:" says nothing without the list that follows.
QString withItsList(const QString &words, const QStringList &lines, qsizetype next)
{
    if (!words.endsWith(u':'))
        return words;
    QStringList listed;
    for (; next < lines.size() && listed.size() < kListed; ++next) {
        const QString line = lines[next].trimmed();
        if (line.startsWith(u"- "))
            listed << line.mid(2).trimmed();
        else if (!line.isEmpty())
            break;
    }
    return listed.isEmpty() ? words : (words + u' ' + listed.join(u", ")).left(kLongestWords);
}

} // namespace

QString failureWords(const QString &log)
{
    static const QRegularExpression colours(u"\\x1b\\[[0-9;]*m"_s);
    static const QRegularExpression signInOfAddress(u"://[^/@\\s]+@"_s);
    static const QRegularExpression rule(
        u"^(error|E|fatal|curl|npm ERR!|([A-Za-z_.]*)(Error|Exception|NotFound))(:? +\\S|:$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QStringList lines = QString(log).remove(colours).split(u'\n');
    for (qsizetype i = lines.size() - 1; i >= 0; --i) {
        const QString words = lines[i].trimmed();
        if (words.size() > kLongestWords || !rule.match(words).hasMatch())
            continue;
        if (words == u"CondaEnvException: Pip failed") // what pip said stands above it
            continue;
        const QString said = withItsList(words, lines, i + 1);
        if (said.contains(u' ')) // not a name alone
            return QString(said).replace(signInOfAddress, u"://…@"_s);
    }
    return {};
}

QString certificateFailure(const QString &log)
{
    for (const char *words : {"certificate_verify_failed", "certificate verify failed", "ssl certificate problem",
                              "certificate signed by unknown authority", "unable to get local issuer certificate",
                              "self-signed certificate", "self signed certificate", "sslcertverificationerror",
                              "server certificate verification failed"}) {
        const qsizetype at = log.indexOf(QLatin1StringView(words), 0, Qt::CaseInsensitive);
        if (at < 0)
            continue;
        const qsizetype begin = at > 0 ? log.lastIndexOf(u'\n', at - 1) + 1 : 0;
        return log.mid(begin, log.indexOf(u'\n', at) - begin).trimmed().left(kLongestWords);
    }
    return {};
}

} // namespace mooring
