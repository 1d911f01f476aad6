#include "core/targets/targetascode.h"

#include "core/targets/targetexporter.h"
#include "core/targets/targetfile.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::TargetAsCode", text); }

} // namespace

Result<QByteArray> targetAsCode(const TargetRecord &target, const QString &form, const KindRegistry &kinds)
{
    const auto kind = kinds.require(target.kind);
    if (!kind)
        return kind.error();
    if (!(*kind)->attachable())
        return Error::usage(u"target.notAttachable"_s,
                            tr("%1 is always there: there is nothing to export.").arg(target.name));
    if (form == u"mooring")
        return TargetFile::of(target).toYaml();
    const auto *exporter = dynamic_cast<const TargetExporter *>(*kind);
    if (const auto text = exporter ? exporter->exportAs(form, target) : std::nullopt)
        return *text;
    return Error::usage(u"export.noWay"_s, tr("%1 has no words for this.").arg(form))
        .withFix(exporter ? u"--as mooring, --as ssh, --as sdk, --as cli"_s : u"--as mooring"_s);
}

} // namespace mooring
