#include "tests/ui/support/fakekind.h"

using namespace Qt::StringLiterals;

namespace mooring::test {

std::optional<TargetRecord> FakeKind::builtinTarget() const
{
    TargetRecord record;
    record.name = id();
    record.kind = id();
    record.identity = id();
    return record;
}

std::vector<Rung> FakeKind::ladder(const FormValues &) const
{
    const auto script = m_script;
    const auto reach = [script](const Json &, JobContext &context) {
        ++script->ladders;
        context.log(u"knocking at the bench"_s);
        if (script->broken)
            return RungResult::of(Verdict::Failed, u"knock"_s, u"nobody opened"_s)
                .withFixCommand(u"sudo ring the-bell"_s);
        return RungResult::of(Verdict::Passed, u"knock"_s, u"opened"_s);
    };
    const auto slow = [script](const Json &, JobContext &context) {
        while (script->hold && !context.cancelToken().waitFor(std::chrono::milliseconds(5))) {
        }
        return RungResult::of(Verdict::Passed, u"uname"_s, u"Debian 12"_s);
    };
    const auto warned = [](const Json &, JobContext &) {
        return RungResult::of(Verdict::Warned, u"date"_s, u"42 s ahead of this computer"_s)
            .withFixCommand(u"sudo timedatectl set-ntp true"_s);
    };
    const auto skipped = [](const Json &, JobContext &) {
        return RungResult::of(Verdict::Skipped, u"nvidia-smi"_s, u"none found"_s);
    };
    return {{u"reach"_s, u"Connection"_s, reach, false, {}},
            {u"system"_s, u"System"_s, slow, false, {}},
            {u"clock"_s, u"Clock"_s, warned, true, {}},
            {u"gpu"_s, u"GPU driver"_s, skipped, true, {}}};
}

Result<std::shared_ptr<RunHost>> FakeKind::makeRunHost(const FormValues &, const Json &) const
{
    return Error::failed(u"fake.noHost"_s, u"The bench runs nothing."_s);
}

} // namespace mooring::test
