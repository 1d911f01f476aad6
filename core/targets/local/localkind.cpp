#include "core/targets/local/localkind.h"

#include "core/targets/local/localrungs.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Local", text); }

} // namespace

QString LocalKind::id() const { return u"local"_s; }
QString LocalKind::title() const { return tr("This computer"); }
QString LocalKind::summary() const
{
    return tr("Runs start right here, with a Python that you have. Nothing to attach.");
}
QString LocalKind::iconName() const { return u"computer"_s; }

Capabilities LocalKind::capabilities() const { return {true, true, {}, {}}; }

std::optional<TargetRecord> LocalKind::builtinTarget() const
{
    TargetRecord record;
    record.name = id();
    record.kind = id();
    record.identity = id();
    return record;
}

std::vector<Rung> LocalKind::ladder(const FormValues &) const
{
    return {systemRung(),
            coresRung(),
            memoryRung(),
            diskRung(m_setup.dataFolder, m_setup.tempFolder),
            pythonRung(m_setup.makeHost),
            condaRung(m_setup.makeHost),
            dockerRung(m_setup.docker, m_setup.limit),
            gpuRung(m_setup.limit)};
}

QString LocalKind::identity(const FormValues &, const Json &) const { return id(); }

Result<std::shared_ptr<RunHost>> LocalKind::makeRunHost(const FormValues &, const Json &) const
{
    if (auto host = m_setup.makeHost ? m_setup.makeHost() : nullptr)
        return host;
    return Error::failed(u"target.noHost"_s, tr("Runs cannot be started on this computer without a folder for them."));
}

} // namespace mooring
