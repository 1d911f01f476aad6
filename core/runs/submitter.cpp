#include "core/runs/submitter.h"

#include "core/base/files.h"

#include <QSet>

#include <mutex>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

std::mutex &guard()
{
    static std::mutex mutex;
    return mutex;
}

QSet<QString> &atWorkHere()
{
    static QSet<QString> ids;
    return ids;
}

QString firstLine(const QString &path)
{
    return QString::fromUtf8(readFileRange(path, 0, 4096).valueOr({})).section(u'\n', 0, 0);
}

QString identityOf(qint64 pid)
{
    const QString status = firstLine(u"/proc/%1/stat"_s.arg(pid));
    const QStringList fields = status.mid(status.lastIndexOf(u')') + 2).split(u' ');
    const QString start = fields.value(19); // field 22 of the whole line
    if (start.isEmpty() || fields[0] == u"Z")
        return {};
    return u"%1 %2 %3"_s.arg(pid).arg(start, firstLine(u"/proc/sys/kernel/random/boot_id"_s));
}

} // namespace

Submitter::Submitter(const QString &runId) : m_runId(runId)
{
    const std::lock_guard lock(guard());
    atWorkHere().insert(runId);
}

Submitter::~Submitter()
{
    const std::lock_guard lock(guard());
    atWorkHere().remove(m_runId);
}

QString Submitter::thisProcess()
{
    static const QString identity = identityOf(getpid());
    return identity;
}

bool Submitter::isAtWork(const QString &runId, const QString &process)
{
    if (process.isEmpty())
        return false;
    if (process == thisProcess()) {
        const std::lock_guard lock(guard());
        return atWorkHere().contains(runId);
    }
    return identityOf(process.section(u' ', 0, 0).toLongLong()) == process;
}

} // namespace mooring
