#include "tests/ui/support/fakeremote.h"

using namespace Qt::StringLiterals;

namespace mooring::test {

void FakeRemote::Script::ask(const QString &word, const Json &facts)
{
    const std::lock_guard guard(lock);
    question = word;
    questionFacts = facts;
}

void FakeRemote::Script::find(const std::vector<FoundTarget> &targets)
{
    const std::lock_guard guard(lock);
    found = targets;
}

std::vector<Field> FakeRemote::fields() const
{
    Field address{u"address"_s, u"Address"_s, u"Name or number."_s, Field::Type::Text, true, {}, {}, {}, {}};
    address.check = [](const QString &value, const std::map<QString, QString> &) {
        return value.contains(u' ') ? u"An address has no spaces."_s : QString();
    };
    address.reading = [](const QString &value, const std::map<QString, QString> &) {
        return value.isEmpty() ? QString() : u"Read: %1."_s.arg(value);
    };
    Field method{
        u"method"_s, u"Sign in with"_s, {}, Field::Type::Choice, false, u"agent"_s, {u"agent"_s, u"password"_s}, {},
        {}};
    method.choiceTitles = QStringList{u"Agent or key"_s, u"Password"_s};
    Field password{u"password"_s, u"Password"_s, u"Never written down."_s, Field::Type::Secret, true, {}, {}, {}, {}};
    password.visible = [](const std::map<QString, QString> &all) { return all.at(u"method"_s) == u"password"_s; };
    Field folder{u"workFolder"_s, u"Working folder"_s, {}, Field::Type::Path, false, u"~/.mooring"_s, {}, {}, {}};
    folder.rare = true;
    Field quiet{u"quiet"_s, u"Quiet"_s, {}, Field::Type::Flag, false, u"false"_s, {}, {}, {}};
    quiet.rare = true;
    return {address, {u"port"_s, u"Port"_s, {}, Field::Type::Port, false, u"22"_s, {}, {}, {}},
            method,  password,
            folder,  quiet};
}

std::optional<Retirement> FakeRemote::retirement() const
{
    if (!m_script->retired)
        return {};
    return Retirement{QDate(2024, 2, 29), u"It is gone."_s, {}};
}

std::vector<Rung> FakeRemote::ladder(const FormValues &values) const
{
    const auto script = m_script;
    const QString address = values.value(u"address"_s), machine = address.section(u'.', 0, 0);
    const QByteArray password = values.secret(u"password"_s);
    const auto reach = [script, address](const Json &, JobContext &context) {
        ++script->firstRuns;
        context.log(u"knocking at %1"_s.arg(address));
        const std::lock_guard guard(script->lock);
        if (script->question.isEmpty())
            return RungResult::of(Verdict::Passed, u"knock"_s, u"opened"_s);
        RungResult asks = RungResult::of(Verdict::Failed, u"knock"_s, u"who is it"_s);
        asks.question = script->question;
        asks.facts = {{toStd(script->question), script->questionFacts}};
        asks.failure = ErrorKind::SignIn;
        return asks;
    };
    const auto signIn = [script, machine, password](const Json &, JobContext &context) {
        ++script->secondRuns;
        {
            const std::lock_guard guard(script->lock);
            script->password = password;
        }
        while (script->hold && !context.cancelToken().waitFor(std::chrono::milliseconds(5))) {
        }
        if (script->broken)
            return RungResult::of(Verdict::Failed, u"sign in"_s, u"it does not know you"_s)
                .withFixCommand(u"sudo let-me in"_s);
        return RungResult::of(Verdict::Passed, u"sign in"_s, u"welcome"_s).withFacts({{"machine", toStd(machine)}});
    };
    const auto clock = [](const Json &, JobContext &) {
        return RungResult::of(Verdict::Warned, u"date"_s, u"42 s ahead of this computer"_s)
            .withFixCommand(u"sudo timedatectl set-ntp true"_s);
    };
    return {{u"reach"_s, u"Connection"_s, reach, false, {}},
            {u"signin"_s, u"Sign-in"_s, signIn, false, {u"reach"_s}},
            {u"clock"_s, u"Clock"_s, clock, true, {u"signin"_s}}};
}

QString FakeRemote::identity(const FormValues &, const Json &facts) const { return stringAt(facts, "machine"); }

Result<std::shared_ptr<RunHost>> FakeRemote::makeRunHost(const FormValues &, const Json &) const
{
    return Error::failed(u"fake.noHost"_s, u"The far machine runs nothing."_s);
}

std::vector<FoundTarget> FakeRemote::found() const
{
    const std::lock_guard guard(m_script->lock);
    return m_script->found;
}

} // namespace mooring::test
