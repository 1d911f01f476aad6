#include "core/inference/endpointlock.h"

#include "core/base/files.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::EndpointService", text); }

} // namespace

EndpointLock::EndpointLock(const QString &folder, const QString &name)
    : m_folder(folder), m_name(name), m_file(folder + u".lock"_s)
{
    m_file.setStaleLockTime(0); // a deployment may take long; a dead holder is known by its process
}

Result<> EndpointLock::take()
{
    if (auto made = makeFolder(QFileInfo(m_folder).absolutePath()); !made)
        return made;
    if (m_file.tryLock(0))
        return {};
    return Error::failed(u"endpoint.busy"_s, tr("Another Mooring is changing the endpoint %1.").arg(m_name))
        .withFix(tr("Try again when it is done."));
}

} // namespace mooring
