#pragma once

#include "core/targets/ssh/answers.h"
#include "core/targets/ssh/sshsettings.h"
#include "core/targets/ssh/sshsetup.h"
#include "core/transport/ssh/remoteshell.h"
#include "core/transport/ssh/sshdialer.h"

#include <QElapsedTimer>

#include <future>
#include <map>

namespace mooring {

/// What the rungs of one ladder share: the connection as it comes into being, and the answers of the machine. What
/// several rungs want to know is asked once. One thread at a time calls it; its own threads end with it.
class SshCheck
{
public:
    SshCheck(SshSettings settings, SshSetup setup, std::shared_ptr<SshLink> link, Result<SshRoute> route);
    ~SshCheck();
    SshCheck(const SshCheck &) = delete;
    SshCheck &operator=(const SshCheck &) = delete;

    enum class Step { LookUp, Connect, Banner, Keys, HostKey, SignIn };
    size_t jumps() const { return m_route ? m_route->hops.size() - 1 : 0; }
    const SshHop *hop(size_t index) const { return m_route ? &m_route->hops[index] : nullptr; }
    const SshRoute *route() const { return m_route ? &*m_route : nullptr; }
    const SshSettings &settings() const { return m_settings; }
    /// Goes on until `step` on that hop is done: so a rung that is run alone does what stands before it by itself. What
    /// is done is not done again. The connection that comes of it is given to the link.
    Result<> reach(size_t hop, Step step, const CancelToken &cancel);
    const SshFacts &facts() const { return m_dialer->facts(); } ///< after reach()

    enum class Part {
        Machine, ///< probe.sh
        Tools,   ///< pythons.sh, condatools.sh, uv
        Engines, ///< engines.sh
    };
    /// The answer of that script; the first call starts it, and all of them at once on a connection that this ladder
    /// has made.
    Result<RemoteShell::Answer> ask(Part part, const CancelToken &cancel);
    Result<Answers> machine(const CancelToken &cancel);  ///< ask(Machine), understood
    qint64 clockOffset() const { return m_clockOffset; } ///< after machine(): ms that its clock is ahead

    static constexpr int engineSeconds = 10; ///< that Docker and the GPU's driver may take
    /// What ends a session's processes does so at once; this long it may take, and the rung `outlives` waits for it.
    static constexpr std::chrono::milliseconds endOfSession{400};

    RemoteShell &shell() { return m_shell; }
    SshLink &link() { return *m_link; }
    /// One more connection by the same way, that nobody shares and nobody is asked for.
    Result<std::shared_ptr<SshConnection>> dialAgain(const CancelToken &cancel) const;
    /// The working folder on the machine, or an Error when it is not known.
    Result<QString> workFolder(const Json &facts) const;

private:
    Result<> advance(const CancelToken &cancel);
    void start(Part part);

    const SshSettings m_settings;
    const SshSetup m_setup;
    std::shared_ptr<SshLink> m_link;
    Result<SshRoute> m_route;
    RemoteShell m_shell;
    std::unique_ptr<SshDialer> m_dialer;
    size_t m_hop = 0;
    int m_done = -1; ///< the last Step that succeeded on m_hop
    bool m_isDialed = false;
    bool m_isLinkFresh = false;
    CancelToken m_stop; ///< of the scripts that run in the background
    struct Asked
    {
        std::shared_future<Result<RemoteShell::Answer>> answer;
        std::shared_ptr<std::pair<qint64, qint64>> times; ///< ms since the epoch, before and after
    };
    std::map<Part, Asked> m_asked;
    qint64 m_clockOffset = 0;
};

} // namespace mooring
