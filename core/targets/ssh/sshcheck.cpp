#include "core/targets/ssh/sshcheck.h"

#include "core/environments/remotescript.h"

#include <QCoreApplication>
#include <QDateTime>

namespace mooring {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kToolSeconds = 5; ///< that one program of the machine may take
constexpr auto kMachineLimit = 30s;
constexpr auto kToolsLimit = 150s;
constexpr auto kEnginesLimit = 40s;

QString tr(const char *text) { return QCoreApplication::translate("mooring::Ssh", text); }

QByteArray toolsScript()
{
    return "(\n" + askingScript(u"pythons.sh"_s) + "\n) &\n(\n" + askingScript(u"condatools.sh"_s) +
           "\n) &\n"
           "for path in \"$(command -v uv 2>/dev/null)\" \"$HOME/.local/bin/uv\" \"$HOME/.cargo/bin/uv\"; do\n"
           "    [ -x \"$path\" ] || continue\n"
           "    printf 'uv\\t%s\\t%s\\n' \"$path\" \"$(\"$path\" --version 2>/dev/null </dev/null | head -n 1)\"\n"
           "    break\n"
           "done\n"
           "wait\n"
           "printf 'end\\t1\\n'\n";
}

struct Question
{
    QByteArray script;
    QStringList arguments;
    std::chrono::milliseconds limit;
};

Question questionOf(SshCheck::Part part, const SshSettings &settings)
{
    switch (part) {
    case SshCheck::Part::Machine:
        return {remoteScript(u"probe.sh"_s),
                {settings.workFolder.isEmpty() ? u"~/.mooring"_s : settings.workFolder},
                kMachineLimit};
    case SshCheck::Part::Tools:
        return {toolsScript(), {QString::number(kToolSeconds)}, kToolsLimit};
    case SshCheck::Part::Engines:
        break;
    }
    return {askingScript(u"engines.sh"_s), {QString::number(SshCheck::engineSeconds)}, kEnginesLimit};
}

} // namespace

SshCheck::SshCheck(SshSettings settings, SshSetup setup, std::shared_ptr<SshLink> link, Result<SshRoute> route)
    : m_settings(std::move(settings)),
      m_setup(std::move(setup)),
      m_link(std::move(link)),
      m_route(std::move(route)),
      m_shell(m_link)
{
}

SshCheck::~SshCheck()
{
    m_stop.cancel(); // the futures wait for their threads
}

Result<> SshCheck::reach(size_t hop, Step step, const CancelToken &cancel)
{
    if (!m_route)
        return m_route.error();
    if (!m_dialer) {
        SshSignIn signIn = m_settings.signIn;
        signIn.ask = m_setup.ask;
        m_dialer = std::make_unique<SshDialer>(*m_route, std::move(signIn), m_setup.trust);
    }
    while (m_hop < hop || (m_hop == hop && m_done < int(step))) {
        if (auto advanced = advance(cancel); !advanced)
            return advanced;
    }
    return {};
}

Result<> SshCheck::advance(const CancelToken &cancel)
{
    if (m_done == int(Step::SignIn)) {
        auto next = m_dialer->nextHop();
        if (next) {
            ++m_hop;
            m_done = -1;
        }
        return next;
    }
    Result<> done;
    switch (Step(m_done + 1)) {
    case Step::LookUp:
        done = m_dialer->lookUp(cancel);
        break;
    case Step::Connect:
        done = m_dialer->connect(cancel);
        break;
    case Step::Banner:
        done = m_dialer->readBanner(cancel);
        break;
    case Step::Keys:
        done = m_dialer->exchangeKeys(cancel);
        break;
    case Step::HostKey:
        done = m_dialer->checkHostKey();
        break;
    case Step::SignIn:
        done = m_dialer->signIn(cancel);
        break;
    }
    if (!done)
        return done;
    ++m_done;
    if (m_done == int(Step::SignIn) && m_hop == jumps()) {
        auto connection = m_dialer->take();
        if (!connection)
            return connection.error();
        m_link->retry();
        m_link->adopt(std::move(*connection));
        m_isDialed = true;
    }
    return {};
}

void SshCheck::start(Part part)
{
    if (m_asked.contains(part))
        return;
    Asked asked;
    asked.times = std::make_shared<std::pair<qint64, qint64>>();
    asked.answer = std::async(std::launch::async,
                              [question = questionOf(part, m_settings), shell = m_shell, stop = m_stop,
                               times = asked.times]() mutable -> Result<RemoteShell::Answer> {
                                  times->first = QDateTime::currentMSecsSinceEpoch();
                                  auto answer = shell.run(question.script, question.arguments, question.limit, stop);
                                  times->second = QDateTime::currentMSecsSinceEpoch();
                                  return answer;
                              })
                       .share();
    m_asked.emplace(part, std::move(asked));
}

Result<RemoteShell::Answer> SshCheck::ask(Part part, const CancelToken &cancel)
{
    if (!m_isDialed && !m_isLinkFresh) { // run alone: a refusal of some time ago is no answer to a person who asks now
        m_link->retry();
        m_isLinkFresh = true;
        if (auto connection = m_link->connection(cancel); !connection)
            return connection.error();
    }
    start(part);
    if (m_isDialed) {
        for (const Part other : {Part::Machine, Part::Tools, Part::Engines})
            start(other);
    }
    auto &answer = m_asked.at(part).answer;
    while (answer.wait_for(50ms) != std::future_status::ready) {
        if (cancel.isCanceled()) {
            m_stop.cancel();
            return Error::canceled();
        }
    }
    return answer.get();
}

Result<Answers> SshCheck::machine(const CancelToken &cancel)
{
    const auto answer = ask(Part::Machine, cancel);
    if (!answer)
        return answer.error();
    Answers answers = Answers::parse(answer->output);
    if (answer->exitCode != 0 || !answers.isComplete()) {
        return Error::failed(u"ssh.badProbe"_s, tr("The machine did not answer what it was asked."))
            .withCause(plainLine(answer->errors.trimmed()));
    }
    const auto &times = *m_asked.at(Part::Machine).times;
    if (const auto now = answers.number("now")) {
        // Its clock was read between the two; only what lies outside is a difference.
        if (*now > times.second)
            m_clockOffset = *now - times.second;
        else if (*now + 999 < times.first) // a clock that tells whole seconds only
            m_clockOffset = *now - times.first;
    }
    return answers;
}

Result<std::shared_ptr<SshConnection>> SshCheck::dialAgain(const CancelToken &cancel) const
{
    if (!m_route)
        return m_route.error();
    return SshDialer::dial(*m_route, m_settings.signIn, m_setup.trust, cancel);
}

Result<QString> SshCheck::workFolder(const Json &facts) const
{
    const QString home = stringAt(facts, "home");
    if (home.startsWith(u'/'))
        return m_settings.workFolderIn(home);
    return Error::failed(u"ssh.noHome"_s, tr("The home folder on the machine is not known."));
}

} // namespace mooring
