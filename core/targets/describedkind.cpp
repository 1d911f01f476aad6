#include "core/targets/describedkind.h"
#include "core/base/jsontext.h"

#include <QCoreApplication>
#include <QFile>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::DescribedKind", text); }

} // namespace

std::vector<Field> DescribedKind::fields() const { return m_is.fields ? m_is.fields() : std::vector<Field>(); }

std::optional<Retirement> DescribedKind::retirement() const
{
    return m_is.retirement ? m_is.retirement() : retirementOf(m_is.id);
}

std::vector<Requirement> DescribedKind::requirements() const
{
    return m_is.requirements ? m_is.requirements() : std::vector<Requirement>();
}

std::optional<AzureAttachment> DescribedKind::azure() const
{
    return m_is.azure ? std::optional(m_is.azure()) : std::nullopt;
}

Result<std::shared_ptr<RunHost>> DescribedKind::makeRunHost(const FormValues &, const Json &) const
{
    return Error::failed(u"target.noHost"_s,
                         tr("Runs on a target of the kind %1 go through a workspace of Azure ML.").arg(title()));
}

Field plainField(const QString &id, const QString &label, const QString &help)
{
    Field field;
    field.id = id;
    field.label = label;
    field.help = help;
    return field;
}

Field secretField(const QString &id, const QString &label)
{
    Field field = plainField(id, label, tr("Never written to a file, a log or a command line."));
    field.type = Field::Type::Secret;
    return field;
}

Field rareField(Field field)
{
    field.rare = true;
    return field;
}

Field groupField()
{
    return plainField(u"resourceGroup"_s, tr("Resource group"), tr("Empty: the group of the workspace."));
}

Field subscriptionField()
{
    return rareField(
        plainField(u"subscription"_s, tr("Subscription"), tr("Its id. Empty: the subscription of the workspace.")));
}

std::optional<Retirement> retirementOf(const QString &kind)
{
    QFile file(u":/mooring/retirements/retirements.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const Json list = readJson(file.readAll());
    if (!list.is_object() || !list.contains("kinds") || !list["kinds"].is_object())
        return {};
    const auto entry = list["kinds"].find(toStd(kind));
    if (entry == list["kinds"].end())
        return {};
    const QDate date = QDate::fromString(stringAt(*entry, "date"), Qt::ISODate);
    if (!date.isValid())
        return {};
    const bool isOver = date <= QDate::currentDate();
    return Retirement{date,
                      isOver ? tr("Microsoft has ended this service: nothing new can be attached or run there.")
                             : tr("Microsoft ends this service on that date."),
                      stringAt(*entry, "source")};
}

} // namespace mooring
