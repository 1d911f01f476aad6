#include "core/targets/azureattachment.h"

#include "core/base/armid.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::AzureAttachment", text); }

QString labelOf(const AzureAttachment &attachment, const QString &id)
{
    for (const Field &field : attachment.fields) {
        if (field.id == id)
            return field.label;
    }
    return id;
}

QString valueOf(const AzureAttachment &attachment, const FormValues &values, const QString &id)
{
    for (const Field &field : attachment.fields) {
        if (field.id == id)
            return values.value(id).trimmed();
    }
    return {};
}

} // namespace

Json objectAt(const Json &value, const char *key)
{
    const auto found = value.find(key);
    return found != value.end() && found->is_object() ? *found : Json::object();
}

Result<QString> AzureAttachment::resourceId(const FormValues &values, const AzurePlace &place) const
{
    if (const QString written = valueOf(*this, values, idField); !written.isEmpty()) {
        const auto id = ArmId::parse(written);
        if (!id)
            return id.error();
        for (const auto &[provider, type] : resources) {
            if (ArmId::parseOf(written, provider, type))
                return id->text;
        }
        return ArmId::parseOf(written, resources.front().first, resources.front().second).error();
    }
    const QString name = valueOf(*this, values, nameField);
    if (name.isEmpty()) {
        const QString field = nameField.isEmpty() ? idField : nameField;
        const QString sentence =
            tr("“%1” is missing: Azure ML must know which resource is meant.").arg(labelOf(*this, field));
        return Error::usage(u"field.invalid"_s, sentence)
            .withFix(u"--set %1=…"_s.arg(field))
            .withDetail({{"fields", {{toStd(field), toStd(sentence)}}}});
    }
    QString group = valueOf(*this, values, u"resourceGroup"_s),
            subscription = valueOf(*this, values, u"subscription"_s);
    group = group.isEmpty() ? place.resourceGroup : group;
    subscription = subscription.isEmpty() ? place.subscription : subscription;
    const auto &[provider, type] = resources.front();
    const auto id = ArmId::parse(ArmId::of(subscription, group, provider, type, name).text);
    return id ? Result<QString>(id->text) : Result<QString>(id.error());
}

} // namespace mooring
