#pragma once

#include "ui/widgets/page.h"

namespace mooring {

struct AppContext;

/// Pages of groups that hold nothing in this version: they say what will stand there and what there is today instead.
class ModelsPage : public Page
{
    Q_OBJECT
public:
    explicit ModelsPage(const AppContext &context, QWidget *parent = nullptr);
};

class EndpointsPage : public Page
{
    Q_OBJECT
public:
    explicit EndpointsPage(const AppContext &context, QWidget *parent = nullptr);
};

} // namespace mooring
