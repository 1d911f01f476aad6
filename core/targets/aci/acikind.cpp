#include "core/targets/aci/acikind.h"

#include "core/targets/describedkind.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

std::unique_ptr<TargetKind> makeAciKind()
{
    KindDescription is;
    is.id = u"aci"_s;
    is.iconName = u"container"_s;
    is.title = [] { return u"Container Instances"_s; };
    is.summary = [] {
        return QCoreApplication::translate("mooring::Aci",
                                           "It comes into being by deploying a model, and not otherwise.");
    };
    is.can = {false, true, true, {}};
    is.attachable = false;
    return std::make_unique<DescribedKind>(std::move(is));
}

} // namespace mooring
