#include "core/targets/ssh/resourceid.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Ssh", text); }

Error wrong(const QString &sentence)
{
    return Error::usage(u"ssh.badResourceId"_s, sentence)
        .withFix(
            u"/subscriptions/SUBSCRIPTION/resourceGroups/GROUP/providers/Microsoft.Compute/virtualMachines/NAME"_s);
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

Result<VirtualMachineId> VirtualMachineId::parse(const QString &text)
{
    QStringList parts = text.trimmed().split(u'/');
    if (parts.size() > 1 && parts.last().isEmpty())
        parts.removeLast();
    if (parts.size() < 2 || !parts[0].isEmpty() || !isWord(parts[1], "subscriptions"_L1))
        return wrong(tr("A resource ID begins with /subscriptions/."));
    const QString subscription = parts.value(2);
    if (!matches(subscription, u"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"_s))
        return wrong(tr("The subscription in a resource ID has 32 hexadecimal digits in five groups."));
    if (!isWord(parts.value(3), "resourceGroups"_L1) || !matches(parts.value(4), u"[\\w().-]{1,90}"_s) ||
        parts[4].endsWith(u'.'))
        return wrong(tr("The resource ID lacks /resourceGroups/ with the name of a group after the subscription."));
    if (!isWord(parts.value(5), "providers"_L1) || parts.size() < 9)
        return wrong(tr("The resource ID ends before the name of a virtual machine."));
    if (!isWord(parts[6], "Microsoft.Compute"_L1) || !isWord(parts[7], "virtualMachines"_L1) || parts.size() > 9)
        return wrong(tr("This is the ID of another kind of resource (%1), not of a virtual machine.")
                         .arg(parts[6] + u'/' + QStringList(parts.mid(7)).join(u'/').section(u'/', 0, 0)));
    if (!matches(parts[8], u"[\\w.-]{1,64}"_s))
        return wrong(
            tr("The name of the virtual machine in the resource ID has characters that Azure does not allow."));
    return VirtualMachineId{subscription.toLower(), parts[4], parts[8]};
}

QString VirtualMachineId::toString() const
{
    return u"/subscriptions/%1/resourceGroups/%2/providers/Microsoft.Compute/virtualMachines/%3"_s.arg(
        subscription, resourceGroup, name);
}

} // namespace mooring
