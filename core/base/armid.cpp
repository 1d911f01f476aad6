#include "core/base/armid.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Arm", text); }

Error wrong(const QString &sentence)
{
    return Error::usage(u"azure.badResourceId"_s, sentence)
        .withFix(u"/subscriptions/SUBSCRIPTION/resourceGroups/GROUP/providers/PROVIDER/TYPE/NAME"_s);
}

bool isWord(const QString &text, QLatin1StringView word) { return text.compare(word, Qt::CaseInsensitive) == 0; }

bool matches(const QString &text, const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                              QRegularExpression::CaseInsensitiveOption |
                                  QRegularExpression::UseUnicodePropertiesOption)
        .match(text)
        .hasMatch();
}

} // namespace

Result<ArmId> ArmId::parse(const QString &written)
{
    const QString text = written.trimmed();
    if (text.size() > 2000)
        return wrong(tr("A resource ID is not as long as that."));
    QStringList parts = text.split(u'/');
    while (parts.size() > 1 && parts.last().isEmpty())
        parts.removeLast();
    if (parts.size() < 2 || !parts[0].isEmpty() || !isWord(parts[1], "subscriptions"_L1))
        return wrong(tr("A resource ID begins with /subscriptions/."));
    if (!matches(parts.value(2), u"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"_s))
        return wrong(tr("The subscription in a resource ID has 32 hexadecimal digits in five groups."));
    if (!isWord(parts.value(3), "resourceGroups"_L1) || !matches(parts.value(4), u"[-\\w.()]{1,90}"_s) ||
        parts[4].endsWith(u'.'))
        return wrong(tr("The resource ID lacks /resourceGroups/ with the name of a group after the subscription."));
    if (!isWord(parts.value(5), "providers"_L1) || parts.size() < 9 || parts.size() % 2 == 0)
        return wrong(tr("The resource ID ends before the name of a resource."));
    QStringList types;
    for (qsizetype i = 6; i < parts.size(); ++i) {
        if (!matches(parts[i], u"[-\\w.()~]{1,260}"_s) || parts[i] == u"." || parts[i] == u"..")
            return wrong(
                tr("“%1” in the resource ID has characters that Azure does not allow.").arg(parts[i].left(80)));
        if (i > 6 && i % 2 == 1)
            types << parts[i];
    }
    return ArmId{parts[2], parts[4], parts[6], types.join(u'/'), parts.last(), parts.join(u'/')};
}

Result<ArmId> ArmId::parseOf(const QString &text, const QString &provider, const QString &type)
{
    auto id = parse(text);
    if (id &&
        (id->provider.compare(provider, Qt::CaseInsensitive) != 0 || id->type.compare(type, Qt::CaseInsensitive) != 0))
        return Error::usage(u"azure.otherResource"_s, tr("This is the ID of another kind of resource (%1), not of %2.")
                                                          .arg(id->provider + u'/' + id->type, provider + u'/' + type));
    return id;
}

ArmId ArmId::of(const QString &subscription, const QString &group, const QString &provider, const QString &type,
                const QString &name)
{
    return {subscription,
            group,
            provider,
            type,
            name,
            u"/subscriptions/%1/resourceGroups/%2/providers/%3/%4/%5"_s.arg(subscription, group, provider, type, name)};
}

QString ArmId::path() const
{
    QStringList parts;
    for (const QString &part : text.split(u'/'))
        parts << pathSegment(part);
    return parts.join(u'/');
}

QString ArmId::key() const { return text.toLower(); }

} // namespace mooring
