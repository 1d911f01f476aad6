#pragma once

#include "core/targets/targetkind.h"

namespace mooring {

/// A kind that is data only: it is used through a workspace of Azure ML, so no machine is reached from here.
struct KindDescription
{
    QString id;
    QString iconName;
    std::function<QString()> title, summary; ///< translated at each call
    std::function<std::vector<Field>()> fields{};
    Capabilities can{};
    bool attachable = true;
    std::function<std::optional<Retirement>()> retirement{};
    std::function<std::vector<Requirement>()> requirements{};
    std::function<AzureAttachment()> azure{};
};

/// Thread-safe, as the functions of its description are.
class DescribedKind : public TargetKind
{
public:
    explicit DescribedKind(KindDescription description) : m_is(std::move(description)) {}

    QString id() const override { return m_is.id; }
    QString title() const override { return m_is.title(); }
    QString summary() const override { return m_is.summary(); }
    QString iconName() const override { return m_is.iconName; }
    std::vector<Field> fields() const override;
    Capabilities capabilities() const override { return m_is.can; }
    std::optional<Retirement> retirement() const override;
    std::vector<Requirement> requirements() const override;
    bool attachable() const override { return m_is.attachable; }
    bool needsAzureMl() const override { return true; }
    std::optional<AzureAttachment> azure() const override;
    std::vector<Rung> ladder(const FormValues &) const override { return {}; }
    QString identity(const FormValues &, const Json &) const override { return {}; }
    Result<std::shared_ptr<RunHost>> makeRunHost(const FormValues &, const Json &) const override;

private:
    KindDescription m_is;
};

/// Fields that several kinds have.
Field plainField(const QString &id, const QString &label, const QString &help);
Field secretField(const QString &id, const QString &label);
Field rareField(Field field);
Field groupField();        ///< resourceGroup
Field subscriptionField(); ///< subscription

/// What the dated file resources/azure/retirements.json says of a kind; nothing when it says nothing.
std::optional<Retirement> retirementOf(const QString &kind);

} // namespace mooring
