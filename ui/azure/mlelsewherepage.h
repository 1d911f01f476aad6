#pragma once

#include "ui/widgets/page.h"

namespace mooring {

struct AppContext;

/// In place of a page that the window does not have for an Azure ML workspace: says so, and the command that shows the
/// same.
class MlElsewherePage : public Page
{
    Q_OBJECT
public:
    /// `route`: its prefix decides title, icon and command.
    MlElsewherePage(const AppContext &context, const QString &route, QWidget *parent = nullptr);
};

} // namespace mooring
