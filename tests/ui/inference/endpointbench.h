#pragma once

#include "core/jobs/jobrunner.h"
#include "tests/support/webserver.h"
#include "tests/ui/inference/paperendpoints.h"
#include "tests/ui/support/uiservices.h"
#include "ui/context/appcontext.h"
#include "ui/context/draftshelf.h"
#include "ui/context/openworkspace.h"
#include "ui/context/uisettings.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/page.h"

#include <QTemporaryDir>

namespace mooring::test {

/// Pages of endpoints over a real workspace, in a profile of its own. `paper`: endpoints that are records alone; else
/// real processes.
class EndpointPagesBench
{
public:
    explicit EndpointPagesBench(bool paper = true);
    ~EndpointPagesBench();

    void save(const EndpointRecord &record);
    void save(const ScoringCall &call);
    EndpointService &endpoints() const { return *service; }

    template <class T, class... Args>
    T *show(const QSize &size, Args &&...args)
    {
        auto made = std::make_unique<T>(*context, std::forward<Args>(args)...);
        T *shown = made.get();
        page = std::move(made);
        bringUp(size);
        return shown;
    }

    struct Route : Navigator
    {
        void go(const QString &route) override { routes << route; }
        void back() override { routes << QStringLiteral("back"); }
        QStringList routes;
    };

    QTemporaryDir folder;
    OpenedServices services;
    std::shared_ptr<PaperRunner> runner = std::make_shared<PaperRunner>();
    std::unique_ptr<EndpointService> service;
    JobRunner jobs;
    std::unique_ptr<UiSettings> settings;
    std::unique_ptr<DraftShelf> drafts;
    std::unique_ptr<OpenWorkspace> openWorkspace;
    Route navigator;
    std::unique_ptr<AppContext> context;
    std::unique_ptr<Page> page;

private:
    void bringUp(const QSize &size);
};

} // namespace mooring::test
