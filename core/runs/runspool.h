#pragma once

#include "core/runs/runrecord.h"
#include "core/runs/spoolanswer.h"
#include "core/runs/spoolfolder.h"
#include "core/runs/spoolstate.h"

namespace mooring {

/// This computer's copy of what one run on another machine prints and logs: `<spool>/<run id>/`, laid out as on the
/// host. Each file is a byte-exact beginning of the one there and only grows; a file that is not the same one any more
/// is not begun again but marked (SpoolState::marks). Safe to be killed at any moment, and for several processes at
/// once: one of them copies, the others find the lock held. Values of this class may be made anew at any time.
class RunSpool
{
public:
    RunSpool(const QString &spoolFolder, const QString &runId);

    struct Drained
    {
        qint64 bytes = 0;      ///< that came
        bool upToDate = false; ///< nothing more was on the host
        bool busy = false;     ///< another process or thread is copying: nothing was done
    };
    /// Copies what is new; of an ended run until all is here. Blocks, seconds for much news. On an error what came
    /// before it is kept; the next drain goes on there. "file.diskFull": there is no room here.
    Result<Drained> drain(RunHost &host, const RunRecord &run, const CancelToken &cancel);
    /// More may come after all: a cancel of the ended run writes its proof.
    void reopen();

    QString folder() const { return m_files.path(); }
    bool exists() const;
    SpoolState state() const;
    /// When the host was last asked and everything it had is here; nothing: never.
    std::optional<QDateTime> lookedAt() const;

private:
    Result<Drained> drainLocked(RunHost &host, const RunRecord &run, const CancelToken &cancel);
    Result<SpoolAnswer> ask(RunHost &host, const QString &hostFolder, const CancelToken &cancel) const;
    Result<bool> take(const SpoolAnswer &answer, bool ended, qint64 &bytes);
    Result<bool> takeFile(const SpoolAnswer::File &file, bool ended, qint64 &bytes);
    void mark(const QByteArray &name, const QString &what, qint64 hostSize);
    void trimAfterPowerCut();
    void listOutputs(RunHost &host, bool ended, const CancelToken &cancel);
    void fetchCode(RunHost &host, const RunRecord &run, const CancelToken &cancel);
    bool isWhole(const RunRecord &run) const;
    Result<> keep(bool force);

    SpoolFolder m_files;
    SpoolState m_state;  ///< while the lock is held
    bool m_news = false; ///< in m_state, that must not wait to be kept
};

} // namespace mooring
