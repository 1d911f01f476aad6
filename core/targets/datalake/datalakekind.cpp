#include "core/targets/datalake/datalakekind.h"

#include "core/targets/describedkind.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::DataLake", text); }

std::vector<Field> fields()
{
    return {plainField(u"accountName"_s, tr("Account"), tr("Name of the Data Lake Analytics account.")), groupField(),
            subscriptionField()};
}

AzureAttachment azure()
{
    AzureAttachment is;
    is.types = QStringList{u"DataLakeAnalytics"_s};
    is.fields = fields();
    is.nameField = u"accountName"_s;
    is.resources = {{u"Microsoft.DataLakeAnalytics"_s, u"accounts"_s}};
    is.apiVersion = u"2016-11-01"_s;
    is.sent = QStringList{tr("Only the account's resource ID goes to Azure ML."),
                          tr("Pipelines reach only the data in the account's default store.")};
    return is;
}

} // namespace

std::unique_ptr<TargetKind> makeDatalakeKind()
{
    KindDescription is;
    is.id = u"datalake"_s;
    is.iconName = u"lake"_s;
    is.title = [] { return u"Data Lake Analytics"_s; };
    is.summary = [] { return tr("A U-SQL account, for steps of pipelines on its default store."); };
    is.fields = fields;
    is.can = {true, false, {}, {}};
    is.azure = azure;
    return std::make_unique<DescribedKind>(std::move(is));
}

} // namespace mooring
