#include "core/inference/endpointlock.h"

#include "core/base/files.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFileInfo>

namespace mooring {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds kPatience = 5s, kPause = 50ms;

QString tr(const char *text) { return QCoreApplication::translate("mooring::EndpointService", text); }

} // namespace

EndpointLock::EndpointLock(const QString &folder, const QString &name)
    : m_folder(folder), m_name(name), m_file(folder + u".lock"_s)
{
    m_file.setStaleLockTime(0); // a deployment may take long; a dead holder is known by its process
}

bool EndpointLock::tryTake() { return makeFolder(QFileInfo(m_folder).absolutePath()).ok() && m_file.tryLock(0); }

Result<> EndpointLock::take(const CancelToken &cancel)
{
    if (auto made = makeFolder(QFileInfo(m_folder).absolutePath()); !made)
        return made;
    for (QDeadlineTimer patience(kPatience); !tryTake();) {
        if (patience.hasExpired())
            return busy();
        if (cancel.waitFor(kPause))
            return Error::canceled();
    }
    return {};
}

Error EndpointLock::busy() const
{
    return Error::failed(u"endpoint.busy"_s, tr("Another Mooring is changing the endpoint %1.").arg(m_name))
        .withFix(tr("Try again when it is done."));
}

} // namespace mooring
