#include "core/practice/world/labfaults.h"

#include "core/base/clock.h"
#include "core/base/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::LabFaults", text); }

LabFaultInfo infoOf(LabFault fault)
{
    const auto all = labFaults();
    return *std::find_if(all.begin(), all.end(), [&](const LabFaultInfo &info) { return info.fault == fault; });
}

Error unknown(const QString &text)
{
    QStringList words;
    for (const LabFaultInfo &info : labFaults())
        words << info.word;
    const QString near = nearestWord(text.section(u':', 0, 0), words);
    return Error::usage(u"practice.unknownFault"_s, tr("The practice lab has no fault “%1”.").arg(text))
        .withFix(near.isEmpty() ? words.join(u", "_s) : tr("The nearest is %1.").arg(near));
}

} // namespace

std::vector<LabFaultInfo> labFaults()
{
    // A service's own words stay as they are, also in a translation: a person will read them in earnest.
    return {
        {LabFault::WrongPassword, u"wrong-password"_s, tr("Wrong password"),
         tr("AADSTS50126 or AADSTS7000215 at a token request"), 1},
        {LabFault::ExpiredToken, u"expired-token"_s, tr("Token expires while working"),
         u"401 ExpiredAuthenticationToken"_s, 1},
        {LabFault::QuotaZero, u"quota-zero"_s, tr("Quota is zero"),
         tr("QuotaExceeded, ContainerGroupQuotaReached: 0 cores"), 0},
        {LabFault::PolicyRefusal, u"policy"_s, tr("A policy refuses"),
         tr("403 RequestDisallowedByPolicy, 2 levels deep"), 0},
        {LabFault::SlowProvisioning, u"slow-provisioning"_s, tr("Slow provisioning"),
         tr("Creating for 8 minutes instead of seconds"), 0},
        {LabFault::NestedError, u"nested-error"_s, tr("The cause is deep inside"),
         tr("Failed: the reason stands 3 levels deep"), 0},
        {LabFault::TooManyRequests, u"too-many-requests"_s, tr("Too many requests"), tr("429 with Retry-After"), 1},
        {LabFault::KeyChanged, u"key-changed"_s, tr("A key was changed"),
         tr("403 AuthenticationFailed of Batch and of blob storage"), 0},
        {LabFault::TokenRefused, u"token-refused"_s, tr("Access token refused"),
         tr("Databricks answers 403, the reason one level down"), 0},
        {LabFault::LogStops, u"log-stops"_s, tr("A log that stops"), tr("no byte for 5 minutes, then everything"), 0},
    };
}

Result<ChosenFault> ChosenFault::parse(const QString &text)
{
    const QString word = text.section(u':', 0, 0);
    const QString when = text.section(u':', 1);
    for (const LabFaultInfo &info : labFaults()) {
        if (info.word != word)
            continue;
        if (when.isEmpty())
            return ChosenFault{info.fault, 0, info.times};
        if (when == u"once")
            return ChosenFault{info.fault, 0, 1};
        if (when == u"always")
            return ChosenFault{info.fault, 0, 0};
        bool isNumber = false;
        const int after = when.mid(6).toInt(&isNumber);
        if (when.startsWith(u"after-"_s) && isNumber && after >= 0)
            return ChosenFault{info.fault, after, 1};
        return Error::usage(u"practice.unknownFault"_s, tr("A fault cannot strike “%1”.").arg(when))
            .withFix(tr("Say once, always or after-N, for instance %1:once.").arg(word));
    }
    return unknown(text);
}

QString ChosenFault::word() const { return infoOf(fault).word; }

QString ChosenFault::toText() const
{
    if (after > 0)
        return u"%1:after-%2"_s.arg(word()).arg(after);
    return u"%1:%2"_s.arg(word(), times == 0 ? u"always"_s : u"once"_s);
}

void LabFaults::set(const std::vector<ChosenFault> &chosen)
{
    std::map<LabFault, Seen> now;
    for (const ChosenFault &fault : chosen) {
        const auto before = m_faults.find(fault.fault);
        const bool isSame = before != m_faults.end() && before->second.chosen.toText() == fault.toText();
        now[fault.fault] = isSame ? before->second : Seen{fault, 0, 0, {}};
    }
    m_faults = std::move(now);
}

bool LabFaults::strikes(LabFault fault)
{
    const auto found = m_faults.find(fault);
    if (found == m_faults.end())
        return false;
    Seen &seen = found->second;
    if (seen.chances++ < seen.chosen.after || (seen.chosen.times > 0 && seen.struck >= seen.chosen.times))
        return false;
    ++seen.struck;
    seen.lastAt = nowUtc();
    return true;
}

bool LabFaults::isOn(LabFault fault) const { return m_faults.contains(fault); }

} // namespace mooring
