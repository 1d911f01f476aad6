#pragma once

#include "core/runs/runhost.h"
#include "core/targets/azureattachment.h"
#include "core/targets/field.h"
#include "core/targets/ladder.h"

#include <QDate>

#include <memory>
#include <optional>

namespace mooring {

struct Capabilities
{
    bool training = false;
    bool inference = false;
    std::optional<bool> docker; ///< unknown until a ladder ran
    std::optional<bool> gpu;

    Json toJson() const;
};

struct Retirement
{
    QDate date;
    QString text;
    QString source;
};

/// One target as the store keeps it. A value.
struct TargetRecord
{
    QString name; ///< isPlainName; unique in the workspace
    QString kind;
    QString identity;               ///< of the thing itself, from the kind; two targets never share one
    Json settings = Json::object(); ///< secrets only as {"stored":true} or {"stored":false}
    std::optional<QDateTime> attachedAt;
    std::optional<LadderReport> lastCheck;
    QString log; ///< provisioning log of the last attach or check

    Json toListJson(const class TargetKind *kind) const; ///< of `targets`; an unknown kind (null) is shown as unknown
    Json toFullJson(const class TargetKind *kind) const; ///< of `show`
    QString state() const;                               ///< "ready", "warning", "failed", "unknown"
    /// Everything, for the store.
    Json toStoreJson() const;
    static Result<TargetRecord> fromStoreJson(const Json &value);
};

/// Something that could be attached: what a form would be filled with, and where it was found.
struct FoundTarget
{
    QString name;
    QString source; ///< "~/.ssh/config, line 31"
    std::map<QString, QString> values;
};

/// What such a thing must have, for the page with its form: "Linux and a POSIX shell", "Any distribution."
struct Requirement
{
    QString title;
    QString detail;
};

/// A kind of compute target: data and functions in one folder, found through the registry. Nobody compares kind ids.
class TargetKind
{
public:
    virtual ~TargetKind() = default;

    virtual QString id() const = 0;
    virtual QString title() const = 0;   ///< translated at each call: the language may change
    virtual QString summary() const = 0; ///< one line
    virtual QString iconName() const = 0;
    virtual std::vector<Field> fields() const = 0;
    virtual Capabilities capabilities() const = 0; ///< what the kind can at best
    virtual std::optional<Retirement> retirement() const { return {}; }
    /// Translated, most needed first; what the checks will find out.
    virtual std::vector<Requirement> requirements() const { return {}; }
    /// False: such a target is never made by attaching (local: always there).
    virtual bool attachable() const { return true; }
    /// True: only in a workspace of Azure ML, not in the embedded one.
    virtual bool needsAzureMl() const { return false; }
    /// How it is attached in a workspace of Azure ML; nothing: it is not.
    virtual std::optional<AzureAttachment> azure() const { return {}; }
    /// The target that is there without attaching, if the kind has one.
    virtual std::optional<TargetRecord> builtinTarget() const { return {}; }

    /// The rungs for these settings, cheapest first. Their functions may outlive the call, not the kind.
    virtual std::vector<Rung> ladder(const FormValues &values) const = 0;
    /// Who the thing is, from the settings and the facts of a finished ladder; empty: cannot be told yet.
    virtual QString identity(const FormValues &values, const Json &facts) const = 0;
    /// A host for runs, when the kind trains by running our supervisor; else an Error that says why not. Contacts
    /// nothing: what it must know of the machine is in `facts`, those of the last check.
    virtual Result<std::shared_ptr<RunHost>> makeRunHost(const FormValues &values, const Json &facts) const = 0;
    /// Things of this kind that the person's own files name. Nothing is contacted. Worker thread.
    virtual std::vector<FoundTarget> found() const { return {}; }

    Json toJson() const; ///< of `kinds`
};

/// "Ready", "Warning", "Failed", "Unknown" for a word of TargetRecord::state(), translated.
QString targetStateText(const QString &state);

} // namespace mooring
