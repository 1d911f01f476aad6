#include "core/targets/ladder.h"

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

// Not the numbers of the enumeration: those may change, what is stored may not.
const char *failureWord(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NotReachable:
        return "notReachable";
    case ErrorKind::SignIn:
        return "signIn";
    default:
        return "rungFailed";
    }
}

ErrorKind failureFromWord(const QString &word)
{
    if (word == u"notReachable")
        return ErrorKind::NotReachable;
    return word == u"signIn" ? ErrorKind::SignIn : ErrorKind::RungFailed;
}

Json objectAt(const Json &value, const char *key)
{
    if (!value.is_object())
        return Json::object();
    const auto found = value.find(key);
    return found != value.end() && found->is_object() ? *found : Json::object();
}

} // namespace

RungResult RungResult::of(Verdict verdict, const QString &asked, const QString &answered)
{
    RungResult result;
    result.verdict = verdict;
    result.asked = asked;
    result.answered = answered;
    return result;
}

RungResult RungResult::withFix(const QString &text) &&
{
    fix = text;
    fixIsCommand = false;
    return std::move(*this);
}

RungResult RungResult::withFixCommand(const QString &command) &&
{
    fix = command;
    fixIsCommand = true;
    return std::move(*this);
}

RungResult RungResult::withFacts(Json value) &&
{
    facts = std::move(value);
    return std::move(*this);
}

Json RungResult::toJson() const
{
    return {{"id", toStd(id)},
            {"title", toStd(title)},
            {"verdict", toStd(toWord(verdict))},
            {"ms", ms},
            {"asked", textOrNull(asked)},
            {"answered", textOrNull(answered)},
            {"fix", textOrNull(fix)}};
}

Json RungResult::toStoreJson() const
{
    Json json = toJson();
    json["fixIsCommand"] = fixIsCommand;
    json["dispensable"] = dispensable;
    json["question"] = textOrNull(question);
    json["failure"] = failureWord(failure);
    json["facts"] = facts;
    return json;
}

RungResult RungResult::fromStoreJson(const Json &value)
{
    RungResult result;
    result.id = stringAt(value, "id");
    result.title = stringAt(value, "title");
    result.verdict = verdictFromWord(stringAt(value, "verdict")).value_or(Verdict::Waiting);
    result.ms = intAt(value, "ms");
    result.asked = stringAt(value, "asked");
    result.answered = stringAt(value, "answered");
    result.fix = stringAt(value, "fix");
    result.fixIsCommand = boolAt(value, "fixIsCommand");
    result.dispensable = boolAt(value, "dispensable");
    result.question = stringAt(value, "question");
    result.failure = failureFromWord(stringAt(value, "failure"));
    result.facts = objectAt(value, "facts");
    return result;
}

const RungResult *LadderReport::find(const QString &id) const
{
    const auto found = std::find_if(rungs.begin(), rungs.end(), [&](const RungResult &rung) { return rung.id == id; });
    return found == rungs.end() ? nullptr : &*found;
}

std::optional<ErrorKind> LadderReport::failure() const
{
    for (const RungResult &rung : rungs) {
        if (rung.verdict == Verdict::Failed && !rung.dispensable)
            return rung.failure;
    }
    return {};
}

Json LadderReport::toJson() const
{
    Json list = Json::array();
    for (const RungResult &rung : rungs) {
        Json entry = rung.toJson();
        if (const auto key = rung.facts.find("hostKey"); key != rung.facts.end())
            entry["hostKey"] = *key; // who answered: scripts compare it, and hand it to `trust add`
        list.push_back(std::move(entry));
    }
    return {{"target", toStd(target)},
            {"verdict", toStd(toWord(verdict))},
            {"totalMs", totalMs},
            {"rungs", std::move(list)}};
}

Json LadderReport::toStoreJson() const
{
    Json list = Json::array();
    for (const RungResult &rung : rungs)
        list.push_back(rung.toStoreJson());
    return {{"target", toStd(target)}, {"verdict", toStd(toWord(verdict))},
            {"totalMs", totalMs},      {"at", timeOrNull(at.isValid() ? std::optional(at) : std::nullopt)},
            {"canceled", canceled},    {"rungs", std::move(list)},
            {"facts", facts}};
}

LadderReport LadderReport::fromStoreJson(const Json &value)
{
    LadderReport report;
    report.target = stringAt(value, "target");
    report.verdict = verdictFromWord(stringAt(value, "verdict")).value_or(Verdict::Waiting);
    report.totalMs = intAt(value, "totalMs");
    report.at = timeAt(value, "at").value_or(QDateTime());
    report.canceled = boolAt(value, "canceled");
    report.facts = objectAt(value, "facts");
    if (value.is_object() && value.contains("rungs") && value["rungs"].is_array()) {
        for (const Json &rung : value["rungs"])
            report.rungs.push_back(RungResult::fromStoreJson(rung));
    }
    return report;
}

} // namespace mooring
