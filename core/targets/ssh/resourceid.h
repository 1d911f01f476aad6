#pragma once

#include "core/base/result.h"

#include <QString>

namespace mooring {

/// The Azure Resource Manager id of a virtual machine, taken apart.
struct VirtualMachineId
{
    QString subscription;
    QString resourceGroup;
    QString name;

    /// In any case, as Azure itself compares ids. Code "ssh.badResourceId", with a sentence for each way to be wrong.
    static Result<VirtualMachineId> parse(const QString &text);
    /// In the spelling that Azure uses.
    QString toString() const;
};

} // namespace mooring
