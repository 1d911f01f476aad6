#pragma once

#include "core/base/result.h"
#include "core/inference/endpointrecord.h"
#include "ui/widgets/stateglyph.h"

#include <QString>

#include <functional>
#include <vector>

namespace mooring {

class HostTrust;
class KindRegistry;
struct RunRecord;
class TargetService;
class Workspace;

/// One row of the tree below a group. A value, made off the window's thread.
struct WorkspaceItem
{
    QString key;   ///< stays the same while the row lives
    QString name;  ///< as people read it
    QString route; ///< page that the row opens
    Glyph glyph = Glyph::Unknown;
    QString state;          ///< the word that goes with the glyph, translated
    QString icon;           ///< at the right; may be empty
    QString detail;         ///< one short line for the palette
    bool live = false;      ///< a run that goes on, or a check
    bool canDetach = false; ///< a target that somebody attached
    bool draft = false;     ///< not there yet: a wizard has it

    bool operator==(const WorkspaceItem &) const = default;
};

/// What the tree shows, read from the workspace at one time.
struct WorkspaceContent
{
    std::vector<WorkspaceItem> targets, environments, runs, models, endpoints;
    int runCount = 0;      ///< of all runs; `runs` holds the newest
    int knownMachines = 0; ///< keys on record
    QString problem;       ///< sentence, when something could not be read; the lists then hold what could

    bool operator==(const WorkspaceContent &) const = default;
};

/// Reads the cached environments of this computer; given by the one who knows where they are. Blocks.
using EnvironmentLister = std::function<std::vector<WorkspaceItem>()>;

/// Blocks: for worker threads.
WorkspaceContent readWorkspaceContent(Workspace &workspace, TargetService &targets, const KindRegistry &kinds,
                                      const EnvironmentLister &environments, const HostTrust *trust = nullptr);
/// The row of a run; `target`: as people read it.
WorkspaceItem runItem(const RunRecord &run, const QString &target);
/// The row of an endpoint, also of one that another program made.
WorkspaceItem endpointItem(const EndpointRecord &endpoint);
/// "This computer" for the target that is there without attaching, else its name.
QString targetTitle(const QString &name, const KindRegistry &kinds);
/// "run/<id>" and the like, with the name percent-encoded.
QString routeTo(const char *prefix, const QString &name);

} // namespace mooring
