#pragma once

#include "core/environments/environmentchoice.h"
#include "core/runs/runsettings.h"
#include "ui/runs/wizard/filesreport.h"
#include "ui/widgets/stateglyph.h"

namespace mooring {

/// A target that a run might go to.
struct TargetChoice
{
    QString name;
    QString title;
    QString help;       ///< one sentence or word about it
    QString reason;     ///< why no run can go there, a whole sentence; empty: one can
    bool usable = true; ///< the last check did not fail
};

struct TargetChoices
{
    std::vector<TargetChoice> targets;
    QString problem; ///< sentence, when they could not be read or are not fresh
};

/// What a run's Python can be at a target.
struct EnvironmentOffer
{
    struct Ready
    {
        EnvironmentChoice choice;
        QString title, help;
    };
    /// What can be named, in a field.
    struct Typed
    {
        EnvironmentChoice::Kind kind;
        QString section; ///< title over it; empty: it stands with what is ready
        QString title, hint;
        QString missing; ///< a sentence when nothing was typed
    };
    QString readyTitle;       ///< over what needs no file
    std::vector<Ready> ready; ///< the default first
    std::vector<Typed> typed; ///< each kind at most once
    QString fileHelp;         ///< of a file in the source folder
    QString found;            ///< lines for the side: what was found there; empty: nothing to say
};

/// What a choice of it will lead to.
struct EnvironmentForecast
{
    Glyph glyph = Glyph::Good;
    QString title; ///< "reused: same content"
    QString text;
};

/// Where the runs of a window go: to the targets of this computer's workspace, or of one of Azure ML. What differs for
/// the wizard. Shared with jobs that outlive a page. The first part answers at once, on the window's thread; the rest
/// blocks, on any other.
class RunDesk
{
public:
    virtual ~RunDesk() = default;

    virtual QString workspace() const { return {}; }     ///< as OpenWorkspace names it
    virtual QString defaultTarget() const { return {}; } ///< empty: the first that takes runs
    virtual QString targetTitle(const QString &target) const { return target; }
    virtual bool isHere(const QString & /*target*/) const { return false; } ///< nothing leaves this computer
    virtual QStringList command(const RunSettings &settings) const { return settings.toCommand(); }
    virtual QStringList whatHappens() const = 0; ///< once it is started; whole sentences, in order
    /// As long as nobody has looked at the target.
    virtual EnvironmentOffer firstOffer(const RunSettings &settings) const = 0;
    virtual void begun() {} ///< a run was submitted

    virtual TargetChoices targets() = 0;
    /// Of an earlier run; an empty source folder: only a part of them is known. "run.unknown".
    virtual Result<RunSettings> settingsOf(const QString &run) = 0;
    virtual Result<FilesReport> files(const QString &source, JobContext &job) = 0;
    virtual EnvironmentOffer offer(const RunSettings &settings) = 0;
    /// Builds and changes nothing. ErrorKind::Usage: so it could not run.
    virtual Result<EnvironmentForecast> forecast(const RunSettings &settings, JobContext &job) = 0;
    /// The id of the run that then goes on without us; on an Error there is none, except "run.perhapsSubmitted".
    virtual Result<QString> submit(const RunSettings &settings, JobContext &job) = 0;
};

} // namespace mooring
