#pragma once

#include "core/base/error.h"
#include "ui/widgets/page.h"

namespace mooring {

/// In place of every page when the workspace cannot be opened: what is wrong, what to do, and that nothing was touched.
class ProblemPage : public Page
{
    Q_OBJECT
public:
    explicit ProblemPage(const Error &error, QWidget *parent = nullptr);
};

} // namespace mooring
