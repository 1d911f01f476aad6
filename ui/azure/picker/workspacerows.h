#pragma once

#include "ui/azure/picker/directorylook.h"

class QStandardItemModel;

namespace mooring {

/// A workspace that the picker offers.
struct OfferedWorkspace
{
    ListedWorkspace listed;
    QString subscription; ///< its name
    QString tenant;

    bool canBeOpened() const { return listed.hasTargets(); }
};

/// Of all chosen subscriptions, by name.
std::vector<OfferedWorkspace> offeredWorkspaces(const DirectoryLook &look);
/// Name, group, region or id have every word.
bool fits(const OfferedWorkspace &offered, const QString &words);

enum class OfferedColumn { Name, Place, State, Count };
/// One row for each, in this order; row i is entry i.
void fillOffered(QStandardItemModel &model, const std::vector<OfferedWorkspace> &offered);

} // namespace mooring
