#pragma once

#include "core/azure/mlruns/mlsession.h"
#include "ui/workspace/workspacecontent.h"

namespace mooring {

/// Adds the endpoints that were deployed to the workspace of that name. Blocks on the store.
void addCloudEndpoints(WorkspaceContent &content, Workspace &workspace, const QString &name);

/// Adds the online endpoints that the workspace has; none, where they cannot be listed: their page says why. Blocks on
/// the network.
void addOnlineEndpoints(WorkspaceContent &content, MlSession &session, Workspace &workspace, const CancelToken &cancel);

/// What the tree shows of an Azure ML workspace: targets, newest runs, environments and models; where it cannot be
/// reached, the targets that were seen last, with the reason as `problem`. Blocks on the network.
WorkspaceContent readMlContent(MlSession &session, const CancelToken &cancel);
/// The shape of its state (ui.md, "A service's states"): the service's word decides, a finding of ours may make it
/// worse.
Glyph glyphOf(const MlTarget &target);

} // namespace mooring
