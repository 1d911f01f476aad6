#pragma once

#include "core/jobs/jobrunner.h"
#include "tests/ui/support/fakekind.h"
#include "tests/ui/support/fakeremote.h"
#include "tests/ui/support/uiservices.h"
#include "ui/context/pageregistry.h"
#include "ui/context/uisettings.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/router.h"

#include <QTemporaryDir>

namespace mooring::test {

/// A window on a profile of its own, with real services with one machine that stands still and one that
/// can be attached. Services live on the test's
/// thread.
class WindowBench
{
public:
    WindowBench();
    /// Another window on the same profile, as after a restart. The first must be gone: close().
    explicit WindowBench(const QString &profileFolder);
    ~WindowBench() { close(); }

    void close();
    /// Shows it and hands it the services.
    bool open(const QString &route = {});

    template <class T>
    T *find(const char *objectName) const
    {
        return window->findChild<T *>(QLatin1String(objectName));
    }

    QString folder;
    std::shared_ptr<FakeKind::Script> script = std::make_shared<FakeKind::Script>();
    std::shared_ptr<FakeRemote::Script> remote = std::make_shared<FakeRemote::Script>();
    PromptDesk *prompts = nullptr; ///< set it before open()
    /// Called in open() before the window gets them: puts in services of the test's own.
    std::function<void(OpenedServices &)> prepare;
    std::optional<OpenedServices> services;
    PageRegistry pages;
    std::unique_ptr<UiSettings> settings;
    std::unique_ptr<JobRunner> jobs;
    std::unique_ptr<MainWindow> window;

private:
    std::optional<QTemporaryDir> m_own;
};

/// The far machine under this name, all its checks passed or warned.
void attachRemote(WindowBench &bench, const QString &name);

} // namespace mooring::test
