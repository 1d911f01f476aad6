#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace mooring {

/// What can be made to go wrong in the practice lab.
enum class LabFault {
    WrongPassword,
    ExpiredToken,
    QuotaZero,
    PolicyRefusal,
    SlowProvisioning,
    NestedError,
    TooManyRequests,
    KeyChanged,
    TokenRefused,
    LogStops,
};

/// A fault as a person sees it.
struct LabFaultInfo
{
    LabFault fault;
    QString word;  ///< of the command line, stable: "quota-zero"
    QString title; ///< "The quota is zero"
    QString looks; ///< what it looks like, with a service's own words
    int times;     ///< how often it strikes where nothing else is said; 0: always
};
std::vector<LabFaultInfo> labFaults(); ///< in the language of now

/// A fault that is switched on, and when it strikes.
struct ChosenFault
{
    LabFault fault;
    int after = 0; ///< so many chances pass first
    int times = 0; ///< then it strikes so often; 0: always

    /// "quota-zero", "quota-zero:once", "…:always", "…:after-3" (once, after three). "practice.unknownFault" with the
    /// nearest word.
    static Result<ChosenFault> parse(const QString &text);
    QString word() const;
    QString toText() const; ///< what parse() reads
};

/// Which faults are on, and when each struck. One thread.
class LabFaults
{
public:
    void set(const std::vector<ChosenFault> &chosen);
    /// A chance for the fault: whether it strikes now.
    bool strikes(LabFault fault);
    bool isOn(LabFault fault) const;

    struct Seen
    {
        ChosenFault chosen;
        int chances = 0, struck = 0;
        std::optional<QDateTime> lastAt;
    };
    const std::map<LabFault, Seen> &all() const { return m_faults; }

private:
    std::map<LabFault, Seen> m_faults;
};

} // namespace mooring
