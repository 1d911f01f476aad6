#include "core/targets/managed/managedkind.h"

#include "core/targets/describedkind.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Managed", text); }

/// Never attached; what is listed with these types is shown as this kind.
AzureAttachment azure()
{
    AzureAttachment is;
    is.types = is.jobTypes = QStringList{u"AmlCompute"_s, u"ComputeInstance"_s};
    return is;
}

} // namespace

std::unique_ptr<TargetKind> makeManagedKind()
{
    KindDescription is;
    is.id = u"managed"_s;
    is.iconName = u"cloud"_s;
    is.title = [] { return tr("Managed cluster"); };
    is.summary = [] { return tr("Made in an Azure ML workspace with “compute create”, not attached."); };
    is.can = {true, false, true, {}};
    is.attachable = false;
    is.azure = azure;
    return std::make_unique<DescribedKind>(std::move(is));
}

} // namespace mooring
