#include "core/transport/ssh/hosttrusttexts.h"

#include "core/base/text.h"
#include "core/transport/ssh/hostpattern.h"
#include "core/transport/ssh/hosttrust.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::HostTrustTexts", text); }

QString keyText(const HostKey &key) { return u"%1 %2"_s.arg(key.type, key.fingerprint()); }

QString recordsText(const HostKeyFinding &finding)
{
    QStringList parts;
    for (const KnownHostRecord &record : finding.records)
        parts << u"%1 (%2)"_s.arg(keyText(record.key), placeOf(record));
    return parts.join(u"; "_s);
}

QString placesText(const HostKeyFinding &finding)
{
    QStringList parts;
    for (const KnownHostRecord &record : finding.records)
        parts << placeOf(record);
    return parts.join(u"; "_s);
}

QString removalCommands(const HostKeyFinding &finding, const QString &ownFile)
{
    QStringList commands;
    for (const KnownHostRecord &record : finding.records) {
        const QString command =
            record.file == ownFile ? ownRemovalCommand(finding.host, finding.port) : HostTrust::removalCommand(record);
        if (!commands.contains(command))
            commands << command;
    }
    return commands.join(u" && "_s);
}

Error refusal(const QString &code, const QString &message, const HostKeyFinding &finding)
{
    return Error::of(ErrorKind::SignIn, code, message + u' ' + tr("Nothing was sent to it."))
        .withDetail({{"hostKey", finding.toJson()}});
}

QString addCommand(const HostKeyFinding &finding)
{
    return shellCommand({u"mooring"_s, u"trust"_s, u"add"_s,
                         QString::fromUtf8(knownHostsName(finding.host, finding.port)), finding.shown.fingerprint()});
}

Error unknownKey(const HostKeyFinding &finding)
{
    const QString host = hostText(finding.host, finding.port);
    QString message =
        finding.verdict == HostKeyVerdict::CannotJudge
            ? tr("For %1 a certificate authority is on record (%2), which Mooring does not judge, and its "
                 "key is not known: %3.")
                  .arg(host, placesText(finding), keyText(finding.shown))
            : tr("The key of %1 is not known: %2.").arg(host, keyText(finding.shown));
    return refusal(u"ssh.hostKeyUnknown"_s, message, finding)
        .withFix(tr("Compare the fingerprint with what the owner of the machine says, then trust it: %1")
                     .arg(addCommand(finding)));
}

} // namespace

QString placeOf(const KnownHostRecord &record) { return tr("%1, line %2").arg(record.file).arg(record.line); }

QString hostText(const QString &host, int port)
{
    return port == 22 || port == 0 ? host : tr("%1, port %2").arg(host).arg(port);
}

QString ownRemovalCommand(const QString &host, int port)
{
    return shellCommand({u"mooring"_s, u"trust"_s, u"remove"_s, QString::fromUtf8(knownHostsName(host, port))});
}

Error hostKeyRefusal(const HostKeyFinding &finding, const QString &ownFile)
{
    const QString host = hostText(finding.host, finding.port);
    if (finding.verdict == HostKeyVerdict::Revoked)
        return refusal(u"ssh.hostKeyRevoked"_s,
                       tr("The key of %1, %2, is marked as revoked (%3).")
                           .arg(host, keyText(finding.shown), placesText(finding)),
                       finding)
            .withFix(tr("Whoever holds a revoked key may not be that machine. Its owner has to give it a new key."));
    if (finding.verdict == HostKeyVerdict::Changed)
        return refusal(
                   u"ssh.hostKeyChanged"_s,
                   tr("The key of %1 is not the one on record. It shows %2; on record is %3. Either the machine was "
                      "set up anew, or something stands between.")
                       .arg(host, keyText(finding.shown), recordsText(finding)),
                   finding)
            .withFix(tr("If its owner confirms the new key, remove the old record: %1")
                         .arg(removalCommands(finding, ownFile)));
    return unknownKey(finding);
}

Error hostKeyUnexpected(const HostKeyFinding &finding, const QString &expected)
{
    return refusal(u"ssh.hostKeyUnexpected"_s,
                   tr("The key of %1 is not the expected one. It shows %2; expected was %3.")
                       .arg(hostText(finding.host, finding.port), keyText(finding.shown), expected),
                   finding)
        .withFix(tr("A machine may have several keys: compare with its fingerprint of the type %1.")
                     .arg(finding.shown.type));
}

} // namespace mooring
