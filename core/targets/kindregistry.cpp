#include "core/targets/kindregistry.h"

#include "core/base/text.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Kinds", text); }

} // namespace

void KindRegistry::add(std::unique_ptr<TargetKind> kind)
{
    Q_ASSERT(!find(kind->id()));
    m_kinds.push_back(std::move(kind));
}

const TargetKind *KindRegistry::find(const QString &id) const
{
    for (const auto &kind : m_kinds) {
        if (kind->id() == id)
            return kind.get();
    }
    return nullptr;
}

Result<const TargetKind *> KindRegistry::require(const QString &id) const
{
    if (const TargetKind *kind = find(id))
        return kind;
    QStringList known;
    for (const auto &kind : m_kinds)
        known << kind->id();
    auto error = Error::usage(u"kind.unknown"_s, tr("There is no kind of compute target named %1.").arg(id))
                     .withDetail({{"kind", toStd(id)}});
    const QString nearest = nearestWord(id, known);
    return std::move(error).withFix(nearest.isEmpty() ? tr("The kinds are: %1.").arg(known.join(u", "_s))
                                                      : tr("Did you mean %1?").arg(nearest));
}

const TargetKind *KindRegistry::findAzure(const QString &computeType) const
{
    for (const auto &kind : m_kinds) {
        const auto azure = kind->azure();
        if (azure && azure->types.contains(computeType, Qt::CaseInsensitive))
            return kind.get();
    }
    return nullptr;
}

} // namespace mooring
