#include "core/workspace/runoutput.h"

#include "core/runs/runfolder.h"
#include "core/runs/runservice.h"
#include "core/workspace/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

Result<QString> findOutput(Workspace &workspace, RunService &runs, const QString &word, const QString &path,
                           const CancelToken &cancel)
{
    const auto run = workspace.resolveRun(word);
    if (!run)
        return run.error();
    const auto host = runs.hostOf(*run);
    if (!host)
        return host.error();
    const RunFolder folder((*host)->runsFolder(), run->id);
    for (const QString &top : {folder.outputs(), folder.path()}) {
        const QString found = QDir::cleanPath(top + u'/' + path);
        if (found != top && !found.startsWith(top + u'/'))
            continue; // a way out of the run's folder
        const QString here = (*host)->localPath(found);
        if (QFileInfo::exists(here))
            return here;
    }
    if (cancel.isCanceled())
        return Error::canceled();
    const QString command = u"mooring outputs %1"_s.arg(run->name);
    return Error::usage(
               u"endpoint.modelMissing"_s,
               QCoreApplication::translate("mooring::RunOutput", "The run %1 has no output “%2” on this computer.")
                   .arg(run->name, path))
        .withFix(run->settings.target == u"local" ? command : command + u" --to DIR"_s);
}

} // namespace

FindRunOutput runOutputFinder(Workspace &workspace, RunService &runs)
{
    return [&workspace, &runs](const QString &run, const QString &path, const CancelToken &cancel) {
        return findOutput(workspace, runs, run, path, cancel);
    };
}

} // namespace mooring
