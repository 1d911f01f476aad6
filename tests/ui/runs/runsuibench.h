#pragma once

#include "core/jobs/jobrunner.h"
#include "core/runs/runrecord.h"
#include "tests/ui/support/uiservices.h"
#include "ui/context/appcontext.h"
#include "ui/context/draftshelf.h"
#include "ui/context/openworkspace.h"
#include "ui/context/uisettings.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/page.h"

#include <QTemporaryDir>

#include <memory>

namespace mooring::test {

/// Pages of runs over the real services and real runs of this computer, in a profile of its own. Ends what still lives.
class RunsUiBench
{
public:
    /// prepare: fills the profile before it is opened.
    explicit RunsUiBench(const std::function<void(const Profile &)> &prepare = {});
    ~RunsUiBench();

    /// Writes a file of the source folder.
    void write(const QString &name, const QByteArray &content) const;
    QString source() const;
    /// Starts a script of the source folder; its id.
    QString start(const QString &script, const QString &name, const QStringList &arguments = {});
    /// A record without a folder.
    void save(const RunRecord &run) const;
    RunRecord record(const QString &id) const;
    /// Shows a page as the shell does.
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
