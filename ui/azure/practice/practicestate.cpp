#include "ui/azure/practice/practicestate.h"

#include "core/practice/practicelab.h"

#include <QUrl>

#include <algorithm>
#include <numeric>

namespace mooring {

qint64 PracticeState::requests() const
{
    return std::accumulate(services.begin(), services.end(), qint64(0),
                           [](qint64 sum, const Service &service) { return sum + service.requests; });
}

const PracticeState::Fault *PracticeState::fault(const QString &word) const
{
    const auto found =
        std::find_if(faults.begin(), faults.end(), [&](const Fault &fault) { return fault.word == word; });
    return found == faults.end() ? nullptr : &*found;
}

QStringList PracticeState::faultTexts() const
{
    QStringList texts;
    for (const LabFaultInfo &info : labFaults()) {
        if (const Fault *on = fault(info.word))
            texts << ChosenFault{info.fault, on->after, on->times}.toText();
    }
    return texts;
}

PracticeState PracticeState::read(const Json &status)
{
    PracticeState state;
    if (!status.is_object())
        return state;
    state.isRunning = true;
    state.startedAt = timeAt(status, "startedAt");
    for (const Json &entry : status.value("services", Json::array()))
        state.services.push_back({LabService::titleOf(stringAt(entry, "kind")), QUrl(stringAt(entry, "url")).port(),
                                  intAt(entry, "requests")});
    for (const Json &entry : status.value("faults", Json::array())) {
        if (const auto chosen = ChosenFault::parse(stringAt(entry, "fault")))
            state.faults.push_back(
                {chosen->word(), chosen->after, chosen->times, intAt(entry, "struck"), timeAt(entry, "lastAt")});
    }
    return state;
}

} // namespace mooring
