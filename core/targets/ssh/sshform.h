#pragma once

#include "core/targets/field.h"

namespace mooring {

/// The form of a machine over SSH. Ids are public (cli.md).
std::vector<Field> sshFields();

} // namespace mooring
