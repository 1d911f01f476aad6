#pragma once

#include "ui/widgets/page.h"

namespace mooring {

struct AppContext;

/// Page of a group that holds nothing in this version: it says what will stand there and what there is today instead.
class ModelsPage : public Page
{
    Q_OBJECT
public:
    explicit ModelsPage(const AppContext &context, QWidget *parent = nullptr);
};

} // namespace mooring
